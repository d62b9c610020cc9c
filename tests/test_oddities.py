"""The corrections: each has a reason, leads to something known, and is used by the reader."""

import csv
import re
from pathlib import Path

import pytest

from indexer import oddities as module
from indexer import read_telegram
from indexer.cable import PRECEDENCES, Cable
from indexer.oddities import Oddity, all_oddities, oddities
from indexer.tags import codes, kind_of, nearest_code, suggestion
from indexer.telegram.levels import LEVELS

TABLE = Path(module.__file__).parent / "data" / "oddities.csv"
_HEADER = "R 121833Z NOV 08\nFM AMEMBASSY NOWHERE\nTO RUEHEL/AMEMBASSY ELSEWHERE {precedence} 0064\n"
_BODY = "{level} NOWHERE 000012\n\nE.O. 12958: N/A\nTAGS: PREL, {tag}, IZ\nSUBJECT: A WALK\n\n1. Text.\n"
_USUAL = {"level": "UNCLAS", "precedence": "ROUTINE", "tag": "PGOV"}


def telegram(**printed: str) -> Cable:
    """What is read from a telegram that prints this."""
    words = _USUAL | printed
    return read_telegram((_HEADER + "\n" + _BODY).format(**words))


def of(field: str) -> list[Oddity]:
    return [oddity for oddity in all_oddities() if oddity.field == field]


def found(oddity: Oddity) -> str:
    return oddity.found


def test_every_row_is_read() -> None:
    with TABLE.open(encoding="utf-8", newline="") as table:
        listed = list(csv.reader(table))[1:]
    assert listed == [[o.field, o.found, o.meant, o.reason] for o in all_oddities()]
    assert {oddity.field for oddity in all_oddities()} == {"tag", "level", "precedence"}


def test_the_rows_are_sorted_and_nothing_is_corrected_twice() -> None:
    keys = [(oddity.field, oddity.found) for oddity in all_oddities()]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("oddity", all_oddities(), ids=found)
def test_every_row_has_a_reason_and_is_in_capitals(oddity: Oddity) -> None:
    assert len(oddity.reason.split()) >= 3
    assert re.fullmatch(r"[A-Z0-9][A-Z0-9 -]*", oddity.found)


@pytest.mark.parametrize("oddity", of("tag"), ids=found)
def test_a_code_is_led_to_a_known_one_that_nearness_alone_would_not_find(oddity: Oddity) -> None:
    assert kind_of(oddity.found) == ""
    assert oddity.meant in codes()
    assert nearest_code(oddity.found) != oddity.meant


@pytest.mark.parametrize("oddity", of("tag"), ids=found)
def test_the_reader_meets_the_code_as_it_is_found_and_has_a_suggestion_for_it(
    oddity: Oddity,
) -> None:
    tag = telegram(tag=oddity.found).tags[1]
    assert (tag.code, tag.kind) == (oddity.found, "")
    assert suggestion(tag.code) == oddity.meant


@pytest.mark.parametrize("oddity", of("level"), ids=found)
def test_a_level_is_read_as_what_is_meant(oddity: Oddity) -> None:
    assert telegram(level=oddity.found).classification == oddity.meant
    assert telegram(level=" ".join(oddity.found)).classification == oddity.meant
    levels = set(LEVELS.values())
    assert oddity.meant in levels
    assert oddity.found not in {level.replace(" ", "") for level in levels}


@pytest.mark.parametrize("oddity", of("precedence"), ids=found)
def test_a_precedence_is_read_as_what_is_meant(oddity: Oddity) -> None:
    (recipient,) = telegram(precedence=oddity.found).to
    assert (recipient.name, recipient.precedence, recipient.serial) == (
        "AMEMBASSY ELSEWHERE", oddity.meant, "0064",
    )  # fmt: skip
    assert oddity.meant in PRECEDENCES.values()
    assert oddity.found not in PRECEDENCES.values()


def test_a_field_without_corrections_has_none() -> None:
    assert dict(oddities("signer")) == {}
