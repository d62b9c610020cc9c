"""Questions about a query that found nothing: each is asked once, all of them in a bounded time."""

import time
from collections.abc import Iterator
from typing import Final, Protocol

from indexer.archive import Stored
from indexer.cable import Cable

from .engines.base import Sort, TimedOut
from .errors import QueryError
from .hits import Hit
from .tree import In, Node

_MOST_CABLES: Final = 50


class Searchable(Protocol):
    """What is asked: :class:`queries.search.SearchArchive` is one."""

    def count(self, query: Node, *, timeout: float) -> int:
        """How many cables the query finds."""

    def stream(
        self, query: Node, *, limit: int, sort: Sort, timeout: float, snippets: int
    ) -> Iterator[Hit]:
        """The first hits in order, each made when it is asked for; 0 is all of them."""

    def cable(self, name: str) -> Stored | None:
        """The cable with this id, or that was read from this source."""


class Inquiry:
    """An archive that is asked for so many seconds; then every method raises TimedOut."""

    def __init__(self, archive: Searchable, seconds: float) -> None:
        self._archive = archive
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._counts: dict[Node, int] = {}

    def count(self, node: Node) -> int:
        """How many cables the node finds; 0 where the engine cannot answer it."""
        return max(self._count(node), 0)

    def lacks(self, node: Node) -> bool:
        """Whether it is sure that the node finds nothing."""
        return self._count(node) == 0

    def cables(
        self, node: Node, sort: Sort = Sort.ID, limit: int = _MOST_CABLES
    ) -> Iterator[Cable]:
        """The first cables that the node finds; none where the engine cannot answer it."""
        left = self._left()
        try:
            hits = self._archive.stream(node, limit=limit, sort=sort, timeout=left, snippets=0)
            for hit in hits:
                self._left()
                stored = self._archive.cable(hit.id or hit.source)
                if stored:
                    yield stored.cable
        except QueryError:
            return

    def _count(self, node: Node) -> int:
        """How many cables the node finds, -1 where the engine cannot answer it."""
        if node not in self._counts:
            try:
                self._counts[node] = self._archive.count(node, timeout=self._left())
            except QueryError:
                self._counts[node] = -1
        return self._counts[node]

    def _left(self) -> float:
        """The seconds that are left, more than 0."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimedOut(f"nothing to suggest in {self._seconds:g} seconds")
        return left


def alone(node: Node, field: str) -> Node:
    """A part of a query as a query of its own; ``field`` is the one around it, '' for none.

    >>> from .tree import Word
    >>> print(alone(Word("PREL"), "tag"))
    tag:PREL
    """
    return In(field, node) if field else node
