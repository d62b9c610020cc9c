"""Batches: each query is answered as if it were alone, and a bad one does not harm the others."""

from pathlib import Path

import pytest

from queries import open_archive, search
from queries.answers import Answer
from queries.batch import How, run_batch
from queries.batch_input import Ask, read_asks
from queries.capabilities import check_capabilities
from queries.engines.base import Deadline, Ranked, ReadEngine, Shelf, Sort
from queries.tree import Node

QUERIES = (
    "kite", "tag:PREL,PARM", "missile -kite", '"press statement"', "expo*", "absent",
    "date:2008-11 OR bell", "-tag:PREL", "subject:kites^2 harvest OR pears",
)


def answers(archive: Path, data: bytes, how: How = How()) -> list[Answer]:  # noqa: B008
    with open_archive(archive) as opened:
        return list(run_batch(opened, read_asks(data), how))


@pytest.mark.parametrize("how", [How(), How(limit=1), How(limit=0, sort=Sort.NEWEST)])
def test_a_batch_equals_the_single_runs(archive: Path, how: How) -> None:
    together = answers(archive, "\n".join(QUERIES).encode(), how)
    for query, answer in zip(QUERIES, together, strict=True):
        with open_archive(archive) as alone:
            hits = alone.search(query, limit=how.limit, sort=how.sort)
        assert answer.ask.query == query
        assert answer.hits == hits
        assert answer.error is None
    assert any(answer.hits for answer in together)


def test_a_bad_query_is_an_error_with_its_line_and_the_others_run(archive: Path) -> None:
    first, bad, last = answers(archive, b"# kites\nkite\n(kite\n\nbell\n")
    assert (first.ask.line, bad.ask.line, last.ask.line) == (2, 3, 5)
    assert first.hits
    assert last.hits
    assert bad.hits == ()
    assert bad.error is not None
    assert (bad.error.code, bad.error.position) == ("unbalanced-parenthesis", 0)
    assert "\n" not in bad.error.message


def test_a_line_that_holds_no_query_is_an_error(archive: Path) -> None:
    _, bad = answers(archive, b'{"query": "kite"}\n{"q": "bell"}\n')
    assert bad.error is not None
    assert (bad.error.code, bad.error.position) == ("bad-line", None)


def test_a_query_that_takes_too_long_is_an_error_and_the_others_run(archive: Path) -> None:
    with open_archive(archive) as opened:
        asks = [Ask(1, "1", "kite OR export"), Ask(2, "2", "(")]
        slow, bad = run_batch(opened, asks, How(timeout=1e-9))
    assert slow.error is not None
    assert slow.error.code == "timeout"
    assert slow.canonical == "kite OR export"
    assert bad.error is not None
    assert bad.error.code != "timeout"


def test_the_canonical_query_is_given(archive: Path) -> None:
    (answer,) = answers(archive, b"tags:PREL  kite\n")
    assert answer.canonical == "tag:PREL AND kite"


class WordsAlone:
    """A made-up engine, and its module, that lacks whatever an engine may lack."""

    def open_index(self, folder: Path, shelf: Shelf) -> ReadEngine:
        return self

    def search(self, tree: Node, limit: int, sort: Sort, deadline: Deadline) -> list[Ranked]:
        check_capabilities(tree, "words", frozenset())
        return []

    def count(self, tree: Node, deadline: Deadline) -> int:
        return len(self.search(tree, 0, Sort.ID, deadline))

    def close(self) -> None:
        """Nothing is open."""


def test_what_the_engine_cannot_do_is_an_error_without_a_place(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "read_engine", lambda _: WordsAlone())
    answer, other = answers(archive, b"kite~\nkite\n")
    assert answer.error is not None
    assert (answer.error.code, answer.error.position) == ("cannot", None)
    assert "the engine words cannot search for words spelt alike" in answer.error.message
    assert answer.canonical == "kite~"
    assert other.error is None
