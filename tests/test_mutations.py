"""No page hurts the reader, however broken: a cable or a refusal, within a second and 200 MB."""

from pathlib import Path

import pytest

from indexer.formats import FORMS

from .mutations.floods import cases
from .mutations.light import light
from .mutations.outcome import MOST_SECONDS, read
from .mutations.page import Page
from .mutations.seeds import by_form

_SEED = 11
_CHUNK = 150
_CASES = cases()
_SOME = range(0, len(_CASES), 83)  # a prime, so that all places and all kinds take their turn
_BYTES, _TIMES = 1_900_000, 100_000


@pytest.mark.parametrize("first", range(0, 10 * _CHUNK, _CHUNK))
def test_a_page_broken_at_random_gives_a_cable_or_a_refusal(first: int) -> None:
    for number in range(first, first + _CHUNK):
        page = light(_SEED, number)
        assert read(page).failure == "", f"{page.name} of {page.source}, number {number}"


@pytest.mark.parametrize("number", _SOME, ids=lambda number: _CASES[number].name)
def test_a_flood_is_read_or_refused_in_time(number: int) -> None:
    outcome = read(_CASES[number].page(_BYTES, _TIMES))
    assert outcome.failure == "", f"{outcome.page} of {outcome.source}"
    assert outcome.seconds <= MOST_SECONDS


@pytest.mark.parametrize("form", [form.NAME for form in FORMS])
def test_ten_megabytes_on_one_line_end_in_a_refusal(form: str) -> None:
    case = next(one for one in _CASES if one.seed.name == by_form()[form].name and one.flood.is_line)
    outcome = read(case.page(10_000_000, _TIMES))
    assert outcome.failure == ""


def test_a_failure_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr("tests.mutations.outcome.read_cable", fail)
    page = Page("a page", "none", Path(__file__).read_bytes())
    assert "ValueError: a bug" in read(page).failure
