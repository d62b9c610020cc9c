"""The read half of the Whoosh engine."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import nsmallest
from itertools import repeat
from pathlib import Path
from typing import Final

from indexer.engines.whoosh import open_parts
from indexer.engines.whoosh_merge import Part

from ..capabilities import Capability, check_capabilities
from ..lower import lower
from ..plan import Plan
from ..tree import Node
from .base import Deadline, Ranked, Shelf, Sort
from .whoosh_query import Segments
from .whoosh_score import SegmentScorer, Statistics

CAPABILITIES: Final = frozenset(Capability)

_Found = tuple[float, str, int]
"""A hit as it is sorted: by its key, then its id, then its number in the archive."""


def open_index(folder: Path, shelf: Shelf) -> "WhooshIndex":
    """Open the index in this folder as it is now, and as it then stays.

    :raises ArchiveError: where it is damaged.
    """
    return WhooshIndex(open_parts(folder), shelf)


class WhooshIndex:
    """An open index."""

    def __init__(self, parts: Sequence[Part], shelf: Shelf) -> None:
        self._parts: Sequence[Part] | None = parts
        self._shelf = shelf
        self._statistics = Statistics(parts)

    def search(self, tree: Node, limit: int, sort: Sort, deadline: Deadline) -> list[Ranked]:
        """The first ``limit`` hits in order; 0 is all of them. Never asked for Sort.REFS.

        :raises QueryError: ``too-many-expansions``, or ``bad-regex`` where a pattern is too large.
        :raises TimedOut: where the deadline has passed.
        """
        asked = _plan(tree)
        found: list[_Found] = []
        for matcher in self._segments(deadline):
            hits = matcher.hits(asked)
            if sort is Sort.SCORE:
                scorer = SegmentScorer(matcher, self._statistics, deadline)
                keys = _score_keys(scorer.scores(asked, hits), hits)
            else:
                keys = _column_keys(matcher.part, hits, sort)
            found += _first(limit, matcher.part, hits, keys)
            deadline.check()
        found.sort()
        ranked = [Ranked(number, -key if sort is Sort.SCORE else 0.0) for key, _, number in found]
        return ranked[:limit] if limit else ranked

    def count(self, tree: Node, deadline: Deadline) -> int:
        """How many cables the query finds. It raises what :meth:`search` raises."""
        asked = _plan(tree)
        return sum(len(matcher.hits(asked)) for matcher in self._segments(deadline))

    def close(self) -> None:
        """Let go of the files."""
        self._parts = None
        self._statistics = Statistics(())

    def _segments(self, deadline: Deadline) -> Segments:
        if self._parts is None:
            raise ValueError("the index is closed")
        return Segments(self._parts, self._shelf, deadline)


def _plan(tree: Node) -> Plan:
    check_capabilities(tree, "whoosh", CAPABILITIES)
    return lower(tree)


def _score_keys(scores: Mapping[int, float], hits: Set[int]) -> Iterable[float]:
    return (-scores.get(cable, 0.0) for cable in hits)


def _column_keys(part: Part, hits: Set[int], sort: Sort) -> Iterable[float]:
    moments = part.file.column("moments", "q")
    match sort:
        case Sort.ID:
            return repeat(0, len(hits))
        case Sort.DATE:
            return map(moments.__getitem__, hits)
        case Sort.NEWEST:
            return (-moments[cable] for cable in hits)
        case _:
            raise ValueError(sort)


def _first(
    limit: int, part: Part, hits: Set[int], keys: Iterable[float]
) -> Iterator[_Found]:
    """The first hits of one segment, 0 for all; equal ones by their ranks, which stand for ids."""
    ranks = part.file.column("ranks", "H")
    numbers = part.file.column("numbers", "q")
    rows = zip(keys, map(ranks.__getitem__, hits), hits, strict=True)
    for key, _, cable in nsmallest(limit, rows) if limit else rows:
        yield key, part.file.id(cable), numbers[cable]
