"""The read half of the tantivy engine."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from indexer.engines.tantivy_files import open_files

from ..capabilities import Capability, check_capabilities
from ..lower import lower
from ..plan import Plan
from ..tree import Node
from .base import Deadline, Ranked, Shelf, Sort
from .tantivy_grades import Grade, grades
from .tantivy_order import first_hits
from .tantivy_query import Translator
from .tantivy_reader import Reader, Refused
from .tantivy_words import Words

CAPABILITIES: Final = frozenset(Capability)

_Answer = TypeVar("_Answer")


def open_index(folder: Path, shelf: Shelf) -> "TantivyIndex":
    """Open the index in this folder as it is now, and as it then stays.

    :raises ArchiveError: where it is damaged.
    """
    index = open_files(folder)
    searcher = index.searcher()
    return TantivyIndex(Reader(folder, index.schema, searcher, searcher.num_docs), shelf)


class TantivyIndex:
    """An open index."""

    def __init__(self, reader: Reader, shelf: Shelf) -> None:
        self._reader: Reader | None = reader
        self._shelf = shelf

    def search(self, tree: Node, limit: int, sort: Sort, deadline: Deadline) -> list[Ranked]:
        """The first ``limit`` hits in order; 0 is all of them. Never asked for Sort.REFS.

        :raises QueryError: where a pattern is too large.
        :raises TimedOut: where the deadline has passed.
        """
        asked = _plan(tree)
        parts = grades(asked) if sort is Sort.SCORE else None
        if parts is None:
            return self._answer(deadline, lambda translator: first_hits(
                translator.words.reader, translator.query(asked), limit, sort, deadline))
        return self._answer(deadline, lambda translator: _graded(translator, parts, limit))

    def count(self, tree: Node, deadline: Deadline) -> int:
        """How many cables the query finds. It raises what :meth:`search` raises."""
        asked = _plan(tree)
        return self._answer(deadline, lambda translator: translator.words.reader.count(
            translator.query(asked), deadline))

    def close(self) -> None:
        """Let go of the files."""
        self._reader = None

    def _answer(self, deadline: Deadline, answer: Callable[[Translator], _Answer]) -> _Answer:
        if self._reader is None:
            raise ValueError("the index is closed")
        translator = Translator(Words(self._reader, deadline), self._shelf)
        try:
            return answer(translator)
        except Refused:  # a phrase with a pattern that stands for too many words
            return answer(replace(translator, with_patterns=False))


def _graded(translator: Translator, parts: list[Grade], limit: int) -> list[Ranked]:
    """The first hits where all scores are known before: in the order of ids for each score."""
    found: list[Ranked] = []
    for score, part in parts:
        left = limit - len(found) if limit else 0
        hits = first_hits(translator.words.reader, translator.query(part), left, Sort.ID,
                          translator.words.deadline)
        found += [Ranked(hit.number, score) for hit in hits]
        if limit and len(found) == limit:
            break
    return found


def _plan(tree: Node) -> Plan:
    check_capabilities(tree, "tantivy", CAPABILITIES)
    return lower(tree)
