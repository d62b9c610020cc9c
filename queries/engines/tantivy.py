"""The read half of the tantivy engine."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

import tantivy

from indexer.engines.tantivy_files import open_files

from ..capabilities import Capability, check_capabilities
from ..lower import lower
from ..plan import Plan
from ..tree import Node
from .base import Deadline, Ranked, Shelf, Sort
from .tantivy_order import first_hits
from .tantivy_query import Translator, same_score
from .tantivy_reader import Reader, Refused

CAPABILITIES: Final = frozenset(Capability)

_Answer = TypeVar("_Answer")


def open_index(folder: Path, shelf: Shelf) -> "TantivyIndex":
    """Open the index in this folder as it is now, and as it then stays.

    :raises ArchiveError: where it is damaged.
    """
    index = open_files(folder)
    return TantivyIndex(Reader(folder, index.schema, index.searcher()), shelf)


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
        score = same_score(asked) if sort is Sort.SCORE else None
        order = sort if score is None else Sort.ID
        hits = self._answer(asked, deadline, lambda reader, query: first_hits(
            reader, query, limit, order, deadline))
        return hits if score is None else [replace(hit, score=score) for hit in hits]

    def count(self, tree: Node, deadline: Deadline) -> int:
        """How many cables the query finds. It raises what :meth:`search` raises."""
        return self._answer(
            _plan(tree), deadline, lambda reader, query: reader.count(query, deadline)
        )

    def close(self) -> None:
        """Let go of the files."""
        self._reader = None

    def _answer(
        self, asked: Plan, deadline: Deadline,
        answer: Callable[[Reader, tantivy.Query], _Answer],
    ) -> _Answer:
        if self._reader is None:
            raise ValueError("the index is closed")
        translator = Translator(self._reader, self._shelf, deadline)
        try:
            return answer(self._reader, translator.query(asked))
        except Refused:  # a phrase with a pattern that stands for too many words
            in_texts = replace(translator, with_patterns=False)
            return answer(self._reader, in_texts.query(asked))


def _plan(tree: Node) -> Plan:
    check_capabilities(tree, "tantivy", CAPABILITIES)
    return lower(tree)
