"""What `--explain` says of each part of a query."""

import pytest

from queries.explain import explain
from queries.parser import parse


@pytest.mark.parametrize(("query", "line"), [
    ("*", "all cables"),
    ("kite", "word: kite"),
    ("=kites", "exactly: kites"),
    ('"paper kite"', "phrase: paper kite"),
    ('"paper kite"~3', "phrase: paper kite, with room for 3 more words"),
    ("kit*", "wildcard: kit*"),
    ("kitte~2", "at most 2 letters away from: kitte"),
    ("/kites?/", "regular expression: kites?"),
    ("kite NEAR/5 bell", "at most 5 words between, in any order"),
    ("kite BEFORE/5 bell", "at most 5 words between, in this order"),
    ("-kite", "not"),
    ("kite^3 bell", "counts 3 times"),
    ("has:subject", "has subject"),
    ("year:>2005", "from 2005 (excluded) to the last"),
    ("year:..2007", "from the first to 2007"),
    ("year:[2005 TO 2007}", "from 2005 to 2007 (excluded)"),
    ("fm:canberra", "in from"),
])
def test_each_part_is_put_in_words(query: str, line: str) -> None:
    assert line in [part.strip() for part in explain(parse(query))[1:]]


def test_the_first_line_is_the_canonical_query() -> None:
    assert explain(parse("tags:PREL  (kite OR bell)"))[0] == "tag:PREL AND (kite OR bell)"


def test_parts_are_indented_below_what_they_are_part_of() -> None:
    assert explain(parse("a (b OR -c)"))[1:] == [
        "all of", "  word: a", "  any of", "    word: b", "    not", "      word: c"]
