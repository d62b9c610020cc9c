"""Who classified a telegram, why, under which order, and until when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from ..dates import ORDERS
from .blocks import Block, Head
from .classifier import classifier_of_order, read_classifier, unnamed, unwrapped
from .order import split_order
from .reasons import read_reasons
from .until import Until, has_label, read_until

_LONGEST: Final = 300
_NOTHING: Final = Until()
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Declassification:
    """The E.O. line and the Classified By line.

    ``declass`` is an ISO date, else words in capitals (OADR, N/A). ``classified_by`` holds names
    as printed, without titles; two people are joined by " and ". ``reasons`` are such as
    ``1.4(b)``. ``doubts`` are about ``declass``, ``unnamed`` about ``classified_by``.
    """

    order: str = ""
    declass: str = ""
    classified_by: str = ""
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()


def read_declass(head: Head, created: str = "") -> Declassification:
    """What a head says about classification; ``created`` is the cable's ISO date, if known.

    >>> from indexer.telegram.blocks import read_blocks
    >>> text = "E.O. 12958: DECL: 02/14/2018\\nCLASSIFIED BY: DCM JANE DOE, REASONS 1.4 (B) AND (D)"
    >>> read_declass(read_blocks(text))
    Declassification(order='12958', declass='2018-02-14', classified_by='JANE DOE', \
reasons=('1.4(b)', '1.4(d)'), doubts=(), unnamed=())
    """
    lines = [block.text[:_LONGEST] for block in head.blocks if block.kind == "order"]
    classified = [block for block in head.blocks if block.kind == "classified"]
    orders = [split_order(line, created[:4]) for line in lines]
    order = next((number for number, _ in orders if number), "")
    until = _until([rest for _, rest in orders], classified, order, created[:4])
    early = _too_early(until.value, created[:10], order)
    behind = [unwrapped(block) for block in classified]
    people = _classifier(behind, lines)
    return Declassification(
        order,
        until.value,
        people,
        read_reasons(behind) or read_reasons(rest for _, rest in orders),
        (*until.doubts, early) if early else until.doubts,
        () if people else tuple(filter(None, map(unnamed, behind))),
    )


def _until(lines: Sequence[str], classified: Sequence[Block], order: str, year: str) -> Until:
    """From the E.O. line, or from DECL behind Classified By."""
    labelled = (block.text for block in classified if has_label(block.text[: 2 * _LONGEST]))
    texts = (text[: 2 * _LONGEST] for text in chain(lines, labelled))
    found = (read_until(text, order, year) for text in texts)
    return next((until for until in found if until.value or until.doubts), _NOTHING)


def _too_early(value: str, day: str, order: str) -> str:
    """What is doubtful about a date before the cable's own day, or where that is not known, before
    the order's year; '' for nothing."""
    if not _ISO.fullmatch(value):
        return ""
    if day:
        return f"{value} is before the cable's own {day}" if value < day else ""
    year = ORDERS.get(order, 0)
    return f"{value} is before E.O. {order}, of {year}" if int(value[:4]) < year else ""


def _classifier(behind: Sequence[str], lines: Sequence[str]) -> str:
    names = [*map(read_classifier, behind), *map(classifier_of_order, lines)]
    return next(filter(None, names), "")
