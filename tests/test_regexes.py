"""The small language of regular expressions: what is in it and what is refused, with the place."""

import re

import pytest

from queries.errors import QueryError
from queries.regexes import check_regex
from queries.regular import python_regex


@pytest.mark.parametrize("pattern", [
    "miss[iy]le?s", "a|b", "(a|bc)*d", "(?:ab){2,5}", "[^a-f0-9]+", r"\d\w\D\W", r"\.\(\*\\\/",
    "a{3}b{0,2}c{2,}", "[-a]", "[a-]", r"[\]\[\-\d]", "x.y", "(a(b(c)))", "é", "((a){9}){9}",
    "[é-z]", "[a-Z]", "[À-ž]", "ß+", r"[\w-]", r"[^\d\w]", "cafe\u0301?", "[e\u0301]", "\\.\u0301",
])  # fmt: skip
def test_a_pattern_of_the_language_is_taken(pattern: str) -> None:
    check_regex(f"/{pattern}/", 1, len(pattern) + 1)
    assert re.compile(python_regex(pattern))


@pytest.mark.parametrize(("pattern", "place", "reason"), [
    (r"(a)\1", r"\1", "no escape"),
    (r"a\b", r"\b", "no escape"),
    ("(?=a)", "(?", "lookaround"),
    ("(?<n>a)", "(?", "lookaround"),
    ("(?i)a", "(?", "lookaround"),
    ("a(b", "(", "no partner"),
    ("a)b", ")", "no partner"),
    ("a||b", "|", "empty"),
    ("(|a)", "|", "empty"),
    ("()", ")", "empty"),
    ("(?:)", ")", "empty"),
    ("*a", "*", "nothing to repeat"),
    ("a*?", "?", "nothing to repeat"),
    ("a++", "+", "nothing to repeat"),
    ("(+a)", "+", "nothing to repeat"),
    ("a{x}", "{", "no number of repeats"),
    ("a{,3}", "{", "no number of repeats"),
    ("a{3,2}", "{3,2}", "upside down"),
    ("a{999}{9}", "{9}", "nothing to repeat"),
    ("(a{99}){99}", "{99}", "states"),
    ("[a", "[", "no end"),
    ("[]", "[", "no end"),
    ("[^]", "[", "no end"),
    ("[[:alpha:]]", "[", "no end"),
    ("[z-a]", "z-a", "upside down"),
    ("[z-é]", "z-é", "upside down: words have 'z-e'"),
    ("[Z-a]", "Z-a", "upside down"),
    ("[ß]", "ß", "not of single letters: words have 'ss'"),
    ("[a-æ]", "a-æ", "not of single letters: words have 'a-ae'"),
    ("[\u0301-a]", "\u0301-a", "not of single letters"),
    ("[\u0301]", "[", "has no letter"),
    ("[^\u0301\u0302]", "[", "has no letter"),
    ("\u0301", "/", "empty"),
    ("a(\u0301)", ")", "empty"),
    ("a+\u0301+", "+", "nothing to repeat"),
    ("\\\u0301*", "*", "nothing to repeat"),
    (r"[\D]", r"\D", "no part of a class"),
    (r"[^a\W]", r"\W", "no part of a class"),
    ("\ufdfa{99}", "{99}", "states"),
    (r"[\d-z]", r"\d-z", "no part of a class"),
    (r"[\n]", r"\n", "no part of a class"),
    ("^a", "^", "no meaning"),
    ("a$", "$", "no meaning"),
    ("a}", "}", "no meaning"),
    ("a]", "]", "no meaning"),
    ("(" * 21 + "a" + ")" * 21, "(", "deep"),
])
def test_a_pattern_outside_it_is_refused_with_its_place(
    pattern: str, place: str, reason: str
) -> None:
    query = f"/{pattern}/"
    with pytest.raises(QueryError) as caught:
        check_regex(query, 1, len(query) - 1)
    error = caught.value
    assert error.code == "bad-regex"
    assert reason in error.message
    assert query[error.position :].startswith(place)
    assert error.remedy.endswith("put it in quotes to search for it as text")


def test_an_alternative_may_not_be_missing_at_the_end() -> None:
    with pytest.raises(QueryError, match="an alternative is empty"):
        check_regex("/a|/", 1, 3)


def test_sets_that_a_class_cannot_hold_have_a_remedy() -> None:
    with pytest.raises(QueryError) as caught:
        check_regex(r"/[\D]/", 1, 5)
    assert "[^0-9]" in caught.value.remedy
