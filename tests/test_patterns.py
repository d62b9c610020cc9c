"""Wildcards, spelling distance and regular expressions: which terms fit them."""

import time
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.engines.referee_words import edits
from queries.errors import QueryError
from queries.patterns import (
    Alike,
    Pattern,
    Regular,
    Wild,
    fuzzy_test,
    leaf_tests,
    too_many,
    wildcard_value,
    wildcard_words,
)
from queries.regular import Over
from queries.tree import Fuzzy


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
    ("abcdef", "badcfe", 3), ("ca", "abc", 3),
])
def test_edits_are_counted(one: str, other: str, distance: int) -> None:
    assert edits(one, other) == edits(other, one) == distance
    assert all(bool(fuzzy_test(one, n)(other)) == (n >= distance) for n in range(4))


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_words_with_no_edits_between_them_are_the_same(one: str, other: str) -> None:
    assert (edits(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))


_LETTERS = "abc\u00e9\u6771\ud800\U00010400"
_TERMS = st.lists(st.text(_LETTERS, max_size=7), max_size=12).map(sorted)


@given(st.text(_LETTERS, max_size=7), st.integers(0, 3), _TERMS)
def test_alike_are_those_that_few_edits_make(word: str, distance: int, terms: list[str]) -> None:
    pattern = Alike(word, distance)
    near = [place for place, term in enumerate(terms) if edits(word, term) <= distance]
    assert list(pattern.among(terms)) == near
    assert list(filter(pattern.test(), terms)) == [terms[place] for place in near]


@given(
    st.builds(Wild, st.text("ab*?.\ud800", max_size=6))
    | st.builds(Regular, st.text("ab.", max_size=6), st.sampled_from(Over)),
    st.lists(st.text("ab.\ud800", max_size=6), max_size=12).map(sorted),
)
def test_those_among_terms_are_the_ones_that_pass(pattern: Pattern, terms: list[str]) -> None:
    passing = [place for place, term in enumerate(terms) if pattern.test()(term)]
    assert list(pattern.among(terms)) == passing
    assert all(terms[place].startswith(pattern.prefix) for place in passing)


@pytest.mark.parametrize("pattern", [
    Wild("*"), Wild("a*"), Wild("*a"), Alike("", 2), Regular("a*", Over.WORD),
])
def test_no_terms_and_empty_ones(pattern: Pattern) -> None:
    assert list(pattern.among([])) == []
    assert list(pattern.among(["", "a"])) == [n for n in (0, 1) if pattern.test()(("", "a")[n])]


def test_what_backtracks_in_python_takes_no_time() -> None:
    pattern = Regular("(a|aa|a*)*b", Over.VALUE)
    terms = ["a" * 128] * 1000
    start = time.process_time()
    assert list(pattern.among(terms)) == []
    assert not any(map(pattern.test(), terms))
    assert time.process_time() - start < 10  # a hang, not a slow machine


def test_a_pattern_may_be_larger_than_the_library_takes_by_itself() -> None:
    pattern = Regular(r"\w{1000}", Over.VALUE)
    assert list(pattern.among(["a" * 999, "a" * 1000])) == [1]
    assert list(filter(pattern.test(), ["-" * 1000, "東" * 1000])) == ["東" * 1000]


def test_a_pattern_that_is_too_large_is_refused_with_the_remedy() -> None:
    letters = "".join(map(chr, range(0x4E00, 0x8800, 2)))
    pattern = Regular(f"([{letters}]{{2}}){{500}}", Over.WORD)
    for ask in (pattern.test, lambda: list(pattern.among(["a"]))):
        with pytest.raises(QueryError, match="too large") as caught:
            ask()
        assert (caught.value.code, caught.value.remedy.partition(";")[0]) == (
            "bad-regex", "ask for fewer repeats")


@pytest.mark.parametrize(("pattern", "shown", "remedy"), [
    (Wild("ab*"), "'ab*'", "letters beside the *"),
    (Alike("ab", 2), "'ab~2'", "a smaller distance"),
    (Regular("a.*", Over.WORD), "'/a.*/'", "more letters"),
    (Regular("\x1b[a].*" + "b" * 500, Over.WORD), "'/·[a].*b", "more letters"),
])
def test_the_error_for_too_many_words_has_the_pattern_and_its_remedy(
    pattern: Pattern, shown: str, remedy: str
) -> None:
    error = too_many(pattern)
    assert error.message.startswith(shown)
    assert len(error.message) < 200
    assert remedy in error.remedy


def test_a_fuzzy_word_takes_all_that_is_near_enough() -> None:
    test = fuzzy_test("riga", 1)
    near = ["riga", "rga", "rigas", "ruga", "irga"]
    assert [term for term in (*near, "rg", "prague", "gira") if test(term)] == near


def test_leaves_of_several_words_have_a_test_for_each() -> None:
    post, soviet = leaf_tests(Fuzzy("post-Soviet", 1))
    assert post("pst")
    assert soviet("sovjet")
    assert not soviet("pst")
