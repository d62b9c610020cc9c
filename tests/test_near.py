"""Words that are one slip away from a known one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.near import near_words, only
from indexer.telegram.slips import slips

_WORDS = st.text("ABC", min_size=1, max_size=6)


@given(st.lists(_WORDS, max_size=12), _WORDS)
def test_exactly_the_words_that_are_one_slip_away_are_near(words: list[str], found: str) -> None:
    near = near_words(words).near(found)
    assert near - {found} == {word for word in words if slips(word, found) == 1}


@pytest.mark.parametrize(("found", "near"), [
    ("PRE", {"PREL", "PREF"}), ("PREEL", {"PREL"}), ("PRLE", {"PREL"}), ("PREX", {"PREL", "PREF"}),
    ("PGVO", {"PGOV"}), ("LERP", set()), ("", set()),
])
def test_each_kind_of_slip(found: str, near: set[str]) -> None:
    assert near_words(["PREL", "PREF", "PGOV"]).near(found) == near


def test_two_words_are_as_good_as_none() -> None:
    assert only(frozenset({"PREL", "PREF"})) == only(frozenset()) == ""
