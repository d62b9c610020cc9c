"""What holds for every query: the canonical text is read as the same tree, and nothing but a
QueryError with a place comes of any text."""

import pickle
import re
import warnings
from unicodedata import east_asian_width

from hypothesis import given
from hypothesis import strategies as st

from queries import tree
from queries.canonical import canonical
from queries.errors import QueryError, pointed
from queries.parser import parse
from queries.regexes import check_regex

from .strategies import query_texts, trees


@given(trees())
def test_the_text_of_a_tree_is_read_as_the_same_tree(node: tree.Node) -> None:
    assert parse(canonical(node)) == node


@given(query_texts)
def test_the_tree_of_a_text_has_a_text_that_is_read_as_the_same_tree(query: str) -> None:
    node = tree_or_error(query)
    if not isinstance(node, QueryError):
        assert parse(str(node)) == node


@given(st.text() | query_texts)
def test_any_text_is_a_tree_or_an_error_with_a_place(query: str) -> None:
    found = tree_or_error(query)
    if isinstance(found, QueryError):
        assert 0 <= found.position <= found.position + found.length <= len(query)
        assert found.message
        assert found.remedy
        assert str(pickle.loads(pickle.dumps(found))) == str(found)
        assert all(line.isprintable() for line in str(found).splitlines())
    else:
        assert canonical(found)


@given(st.text(st.characters(exclude_categories=["Mn", "Me"])), st.integers(0, 50))
def test_the_lines_that_show_a_place_fit_the_screen(query: str, start: int) -> None:
    query *= 9
    lines = pointed(query, min(start, len(query)), 5)
    assert all(sum(map(columns, line)) <= 80 for line in lines)
    assert all(line.isprintable() for line in lines)


def columns(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 1


@given(st.text("ab01(){}[]|*+?.^$-,\\\\dw:/ ", max_size=20))
def test_a_regex_that_is_taken_is_one_for_python_too(pattern: str) -> None:
    try:
        check_regex(f"/{pattern}/", 1, len(pattern) + 1)
    except QueryError:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        re.compile(pattern)


def tree_or_error(query: str) -> tree.Node | QueryError:
    try:
        return parse(query)
    except QueryError as error:
        return error
