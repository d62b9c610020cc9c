"""Wildcards, spelling distance and regular expressions as tests of a term."""

import time
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.patterns import (
    Wild,
    edits,
    fuzzy_test,
    leaf_tests,
    matcher,
    wildcard_value,
    wildcard_words,
)
from queries.tree import Fuzzy, Regex, Wildcard


@pytest.mark.parametrize(("pattern", "fits", "does_not"), [
    ("prolif*", ["prolif", "proliferation"], ["proli", "nonproliferation"]),
    ("*stan", ["stan", "pakistan"], ["stand", "sta"]),
    ("m?ssile", ["missile", "massile"], ["mssile", "miissile"]),
    ("a*a", ["aa", "aba"], ["a", "ab"]),
    ("*a*b*", ["ab", "xaxbx"], ["ba"]),
    ("a*?", ["ab", "abc"], ["a"]),
    ("?", ["a", "東"], ["", "ab"]),
    ("a.c*", ["a.c", "a.cd"], ["abc"]),
    ("[a]*", ["[a]b"], ["a"]),
])
def test_a_wildcard_fits_whole_terms(
    pattern: str, fits: list[str], does_not: list[str]
) -> None:
    test = Wild(pattern).test()
    assert [term for term in (*fits, *does_not) if test(term)] == fits


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=10))
def test_wildcards_mean_what_they_mean_in_file_names(pattern: str, term: str) -> None:
    assert bool(Wild(pattern).test()(term)) == fnmatchcase(term, pattern)


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=10))
def test_every_match_begins_with_the_prefix(pattern: str, term: str) -> None:
    made = Wild(pattern)
    assert not made.test()(term) or term.startswith(made.prefix)


def test_many_stars_take_no_time() -> None:
    test = Wild("*a" * 60 + "*b").test()
    start = time.process_time()
    for _ in range(100):
        assert not test("a" * 128)
    assert time.process_time() - start < 10  # a hang, not a slow machine


@pytest.mark.parametrize(("wildcard", "words"), [
    ("prolif*", (Wild("prolif*"),)),
    ("PROLIF*", (Wild("prolif*"),)),
    ("São*", (Wild("sao*"),)),
    ("post-Sov*", ("post", Wild("sov*"))),
    ("*-Soviet", (Wild("*"), "soviet")),
    ("U.S.-pol*", ("us", Wild("pol*"))),
    ("S/C?", ("s", Wild("c?"))),
    ("a**b***", (Wild("a*b*"),)),
    ("051-a*", ("51", Wild("a*"))),
    ("caf\u0301e*", (Wild("cafe*"),)),
])
def test_a_wildcard_is_cut_where_words_are_cut(
    wildcard: str, words: tuple[str | Wild, ...]
) -> None:
    assert wildcard_words(wildcard) == words


def test_in_a_whole_value_everything_is_a_character() -> None:
    assert wildcard_value("Roger  Ch-*") == Wild("roger ch-*")
    assert wildcard_value("08STATE*").prefix == "08state"


@pytest.mark.parametrize(("one", "other", "distance"), [
    ("canberra", "canberra", 0), ("canberra", "canbera", 1), ("canberra", "cambera", 2),
    ("canberra", "acnberra", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("abcdef", "badcfe", 3),
])
def test_edits_are_counted(one: str, other: str, distance: int) -> None:
    assert edits(one, other) == edits(other, one) == distance


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_words_with_no_edits_between_them_are_the_same(one: str, other: str) -> None:
    assert (edits(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))


def test_a_fuzzy_word_takes_all_that_is_near_enough() -> None:
    test = fuzzy_test("riga", 1)
    near = ["riga", "rga", "rigas", "ruga", "irga"]
    assert [term for term in (*near, "rg", "prague", "gira") if test(term)] == near


def test_leaves_of_several_words_have_a_test_for_each() -> None:
    post, soviet = leaf_tests(Fuzzy("post-Soviet", 1))
    assert post("pst")
    assert soviet("sovjet")
    assert not soviet("pst")


@pytest.mark.parametrize(("leaf", "fits"), [
    (Wildcard("post-Sov*"), ["post", "soviet"]),
    (Fuzzy("soviet"), ["soviet"]),
    (Regex("p[ao]st|Sov.*"), ["post", "soviet"]),
])
def test_a_matcher_takes_any_word_of_a_leaf(
    leaf: Wildcard | Fuzzy | Regex, fits: list[str]
) -> None:
    asked = matcher(leaf)
    assert [term for term in ("post", "soviet", "postal") if asked(term)] == fits
