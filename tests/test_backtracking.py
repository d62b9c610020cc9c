"""No regular expression can backtrack without bound: by its parse tree, and under attack."""

import contextlib
import re
import time
from typing import Final

import pytest

from queries.errors import QueryError
from queries.faults import LONGEST
from queries.parser import parse

from .regex.alphabet import Pattern
from .regex.attacks import SOON, longest_time, slow_attack, texts
from .regex.backtracking import PARTED, SEARCHED, TWICE, faults
from .regex.found import Found, made_in_functions, patterns, uses

_TEXT: Final = r"\A"
_LINE: Final = r"(?m:^)"

PLACES: Final = {
    "indexer.ids._POST_AND_SERIAL": _TEXT,  # once, behind the year
    "indexer.telegram.blocks._GOES_ON": _TEXT,  # once, on what is behind a block
    "indexer.telegram.break_signs._COUNT_LINE": _LINE,
    "indexer.telegram.break_signs._COUNT": r"(?<![ \t])",  # where _COUNT_LEFT begins
    "indexer.telegram.break_signs._MARKING": _LINE,
    "indexer.telegram.classification._GLUED": _LINE,
    "indexer.telegram.classification._MISPRINTED": _LINE,
    "indexer.telegram.date_time_group._PLAIN": _LINE,
    "indexer.telegram.numbers._NEXT": r"(?<=[ny)])",  # behind a serial and its year
}
"""Patterns that are tried by ``match`` at places, and what every such place has before it."""

_LONGEST_PARSE: Final = 0.5
"""Seconds for the worst of queries."""

BOUNDED: Final = {
    "indexer.telegram.break_signs._COUNT_LEFT": 24,
    "indexer.telegram.numbers._CABLE": 8_000,
    "indexer.telegram.references._SEMICOLON": 8_000,
}
"""Patterns that are searched for in short texts, and how many characters those have at most."""

LINEAR: Final = {
    "indexer.analysis._RAW": "where the first alternative fails, the last one reads the same run",
    "indexer.plain_words._LEADING_ZERO": "of a run only the first zero has no digit before it",
}
"""Patterns that have a fault by their parse tree, and why they are not slow."""

OF_USERS: Final = {"queries.engines.referee_words.regex_test", "queries.patterns.test"}
"""Functions whose patterns are made from a user's query, which has limits of its own."""

_USES: Final = uses()
_FOUND: Final = list(patterns())
_OF_QUERIES: Final = [found for found in _FOUND if found.name.startswith("queries.")]
_OF_PAGES: Final = [found for found in _FOUND if not found.name.startswith("queries.")]


def _as_used(found: Found) -> Pattern:
    """The pattern behind what stands before every place where it is tried."""
    used = _USES.get(found.name, set())
    once = bool(used) and all(use.reads_once for use in used)
    before = PLACES.get(found.name, _TEXT if once else "")
    return _behind(before, found.pattern) if before else found.pattern


def _behind(before: str, pattern: Pattern) -> Pattern:
    if isinstance(pattern.pattern, bytes):
        return re.compile(b"%s(?:%s\n)" % (before.encode(), pattern.pattern), pattern.flags)
    end = "\n)" if pattern.flags & re.VERBOSE else ")"
    return re.compile(f"{before}(?:{pattern.pattern}{end}", pattern.flags)


def _name(found: Found) -> str:
    return found.name


@pytest.mark.parametrize("found", _OF_PAGES, ids=_name)
def test_no_pattern_has_a_fault_in_its_parse_tree(found: Found) -> None:
    if found.name not in LINEAR and found.name not in BOUNDED:
        assert faults(_as_used(found)) == []


@pytest.mark.parametrize("found", _OF_PAGES, ids=_name)
def test_no_pattern_is_slow_under_attack(found: Found) -> None:
    if limit := BOUNDED.get(found.name):
        assert longest_time(found.pattern, limit) < SOON
    else:
        assert slow_attack(_as_used(found)) == ""


@pytest.mark.parametrize("found", _OF_QUERIES, ids=_name)
def test_a_query_made_to_be_slow_for_a_pattern_is_parsed_soon(found: Found) -> None:
    assert [fault for fault in faults(found.pattern) if fault.reason == TWICE] == []
    for text in texts(found.pattern, LONGEST):
        start = time.process_time()
        with contextlib.suppress(QueryError):
            parse(text)
        assert time.process_time() - start < _LONGEST_PARSE, text[:80]


@pytest.mark.parametrize("name", [*PLACES, *BOUNDED, *LINEAR])
def test_an_exception_is_needed(name: str) -> None:
    assert any(faults(found.pattern) for found in _FOUND if found.name == name)


def test_a_pattern_that_is_tried_at_places_is_used_for_nothing_else() -> None:
    methods = {use.method for name in PLACES for use in _USES[name]}
    assert methods <= {"match", ""}


@pytest.mark.parametrize(("name", "pattern"), sorted(set(made_in_functions())))
def test_a_pattern_that_a_function_makes_has_no_fault(name: str, pattern: str) -> None:
    if name not in OF_USERS:
        assert pattern
        assert faults(re.compile(pattern)) == []


@pytest.mark.parametrize(("pattern", "reason"), [
    (r"(?:a+)+b", TWICE),
    (r"(?:a|a)*b", TWICE),
    (r"(?:a?b?)*c", TWICE),
    (r"(?:[a-z]{1,8} ?)+!", TWICE),
    (r"(?i)(?:sx|\u017fx)*b", TWICE),
    (r"^(?:\s*\w+\s*,?)*$", TWICE),
    (r"\Aa*a*b", PARTED),
    (r"\A\d+\w+!", PARTED),
    (r"\A(?:ab)*x?(?:ab)*c", PARTED),
    (r"\A[ \t]*\s*!", PARTED),
    (r"\A.*,.*!", PARTED),
    (r"\A(?=a*a*b)", PARTED),
    (r"\A(?:a*a*b)*+", PARTED),
    (r"\s+$", SEARCHED),
    (r"\s++\Z", SEARCHED),
    (r"<a[^>]*>", SEARCHED),
    (r"(?m)^\s*X", SEARCHED),
    (r"a(?=[a ]*b)", SEARCHED),
    (r"(?:,\d{3})++(?!\w)", SEARCHED),
    (r"x.*?y", SEARCHED),
])
def test_a_fault_is_noticed_and_it_is_one(pattern: str, reason: str) -> None:
    compiled = re.compile(pattern)
    assert reason in [fault.reason for fault in faults(compiled)]
    if reason != TWICE:
        assert slow_attack(compiled, 1_000, soon=0.0005)


@pytest.mark.parametrize("pattern", [
    r"\Aa*b", r"\A(?:a+b)+c", r"\Aa*+a*b", r"\A(?>a*)a*b", r"(?m)^[ \t]*X", r"(?<!\s)\s+X", r"\b\w+X",
    r"<a[^<>]*>", r"a{0,40}b", r"(?:ab|c)*", r"\A(?:,\s*\w+)*", r"\d{1,3}(?:,\d{3})+(?!\w)",
    r"X(?:(?!X).)*Y", r"\A[^,]*,[^;]*;", r"(?<=X)\s*Y", r"\A(a)*b(?(1)c|d)", r"\A(a|b)\1*c",
])
def test_what_is_linear_is_left_alone(pattern: str) -> None:
    compiled = re.compile(pattern)
    assert faults(compiled) == []
    assert slow_attack(compiled) == ""
