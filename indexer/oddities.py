"""Corrections as data: what telegrams print for a code, a level or a precedence that is meant."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

_TABLE: Final = Path(__file__).parent / "data" / "oddities.csv"


@dataclass(frozen=True, slots=True)
class Oddity:
    """What is found in a field, what is meant by it, and why that is sure.

    Fields: tag, level, precedence. ``found`` is in capitals; for a level it is the letters alone.
    """

    field: str
    found: str
    meant: str
    reason: str


@cache
def all_oddities() -> tuple[Oddity, ...]:
    """Every correction, in the order of the table."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return tuple(
            Oddity(row["field"], row["found"], row["meant"], row["reason"])
            for row in csv.DictReader(table)
        )


@cache
def oddities(field: str) -> Mapping[str, str]:
    """The corrections of a field, from what is found to what is meant; none for another field.

    >>> oddities("precedence")["NIACT"], oddities("tag")["TERRORISM"], dict(oddities("signer"))
    ('IMMEDIATE', 'PTER', {})
    """
    return MappingProxyType(
        {oddity.found: oddity.meant for oddity in all_oddities() if oddity.field == field}
    )
