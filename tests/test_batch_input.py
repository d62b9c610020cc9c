"""The queries of a batch: every way in which people keep them is read, and lines are counted."""

import json

import pytest

from queries.batch_input import Ask, read_asks


def queries(data: bytes, name: str = "") -> list[tuple[int, str, str]]:
    return [(ask.line, ask.id, ask.query) for ask in read_asks(data, name)]


def test_text_has_a_query_a_line_with_comments_and_blank_lines() -> None:
    data = b"# kites\n\n  tag:PREL kite\r\n\t# more\n-tag:PREL\n"
    assert queries(data) == [(3, "3", "tag:PREL kite"), (5, "5", "-tag:PREL")]


@pytest.mark.parametrize("data", [
    b"id,query\nq1,kite\nq2,\"tag:PREL,PARM\"\n",
    b"\xef\xbb\xbfid,query\r\nq1,kite\r\nq2,\"tag:PREL,PARM\"\r\n",
    b"ID;Query\nq1;kite\nq2;tag:PREL,PARM\n",
    b"\"id\",\"query\"\n\"q1\",\"kite\"\n\"q2\",\"tag:PREL,PARM\"\n",
    b"id\tquery\nq1\tkite\nq2\ttag:PREL,PARM\n",
    b"query,note,id\nkite,x,q1\n\"tag:PREL,PARM\",y,q2\n",
])
def test_csv_is_told_by_its_header(data: bytes) -> None:
    assert queries(data) == [(2, "q1", "kite"), (3, "q2", "tag:PREL,PARM")]


def test_a_query_over_several_lines_of_csv_counts_from_its_first() -> None:
    data = b'id,query\n\nq1,"kite\nOR bell"\nq2,pear\n'
    assert queries(data) == [(3, "q1", "kite\nOR bell"), (5, "q2", "pear")]


def test_a_row_of_csv_without_an_id_is_known_by_its_line() -> None:
    assert queries(b"id,query\n,kite\n") == [(2, "2", "kite")]


def test_a_row_with_too_few_cells_is_a_fault_and_the_others_are_read() -> None:
    first, second = read_asks(b"id,query\nq1\nq2,kite\n")
    assert (first.line, first.fault) == (2, "the row has too few cells")
    assert second == Ask(3, "q2", "kite")


def test_a_cell_beyond_all_measure_is_a_fault_and_the_others_are_read() -> None:
    first, second = read_asks(b"id,query\nq1," + b"a" * 200_000 + b"\nq2,kite\n")
    assert first.fault.startswith("not a row of CSV")
    assert second == Ask(3, "q2", "kite")


def test_a_csv_file_without_the_header_is_refused_and_not_searched_for() -> None:
    (only,) = read_asks(b"kite\nbell\n", "queries.csv")
    assert only.fault == 'the first line must be "id,query"'


def test_json_lines_are_told_by_their_braces_and_keep_their_ids() -> None:
    lines = [{"id": "q1", "query": "kite"}, {"id": 7, "query": "bell"}, {"query": "pear"}]
    data = "\n".join(json.dumps(line) for line in lines).encode()
    assert queries(data) == [(1, "q1", "kite"), (2, "7", "bell"), (3, "3", "pear")]


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"id": 1}', b'{"query": 3}', b"[" * 9999])
def test_a_line_that_is_no_query_is_a_fault_with_its_number(line: bytes) -> None:
    first, second = read_asks(b'{"query": "kite"}\n' + line + b"\n")
    assert first == Ask(1, "1", "kite")
    assert (second.line, second.fault) == (2, 'not a JSON object with the key "query"')


def test_a_file_of_western_windows_is_read() -> None:
    assert queries("café\n".encode("cp1252")) == [(1, "1", "café")]


def test_utf8_is_read() -> None:
    assert queries("café\n".encode()) == [(1, "1", "café")]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing\n", b"id,query\n"])
def test_a_file_may_hold_no_query(data: bytes) -> None:
    assert read_asks(data) == []


def test_a_query_in_braces_is_no_json() -> None:
    assert queries(b"date:{2008 TO 2010}\n") == [(1, "1", "date:{2008 TO 2010}")]


def test_comments_between_json_lines_are_skipped() -> None:
    asks = read_asks(b'{"id": "a", "query": "kite"}\n# later\n{"query": "hawk"}\n', "q.jsonl")
    assert [(ask.line, ask.query) for ask in asks] == [(1, "kite"), (3, "hawk")]
