"""The read half of the Whoosh engine."""

from collections.abc import Iterator, Sequence, Set
from heapq import nsmallest
from pathlib import Path
from typing import Final

from indexer.engines.whoosh import open_parts
from indexer.engines.whoosh_merge import Part

from ..capabilities import Capability, check_capabilities
from ..plan import Plan, plan
from ..tree import Node
from .base import Deadline, Ranked, Sort
from .whoosh_match import Expansions, SegmentMatcher
from .whoosh_score import SegmentScorer, Statistics

CAPABILITIES: Final[frozenset[Capability]] = frozenset()

_Key = float
_Row = tuple[_Key, int, int]
"""A cable as it is sorted: by its key, by its rank among the ids; its place in the segment."""


def open_index(folder: Path) -> "WhooshIndex":
    """Open the index in this folder as it is now, and as it then stays.

    :raises ArchiveError: where it is damaged.
    """
    return WhooshIndex(open_parts(folder))


class WhooshIndex:
    """An open index."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._statistics = Statistics(parts)

    def search(self, tree: Node, limit: int, sort: Sort, deadline: Deadline) -> list[Ranked]:
        """The first ``limit`` hits in order; 0 is all of them. Never asked for Sort.REFS.

        :raises QueryError: ``cannot`` or ``too-many-expansions``.
        :raises TimedOut: where the deadline has passed.
        """
        asked = _plan(tree)
        found: list[tuple[float, str, int]] = []
        for matcher in self._matchers(deadline):
            hits = matcher.hits(asked)
            rows = _rows(matcher.part, hits, self._keys(asked, matcher, hits, sort))
            file = matcher.part.file
            numbers = file.column("numbers", "q")
            first = nsmallest(limit, rows) if limit else rows
            found += [(key, file.id(cable), numbers[cable]) for key, _, cable in first]
        found.sort()
        ranked = [Ranked(number, -key if sort is Sort.SCORE else 0.0) for key, _, number in found]
        return ranked[:limit] if limit else ranked

    def count(self, tree: Node, deadline: Deadline) -> int:
        """How many cables the query finds. It raises what :meth:`search` raises."""
        asked = _plan(tree)
        return sum(len(matcher.hits(asked)) for matcher in self._matchers(deadline))

    def close(self) -> None:
        """Let go of the files."""
        self._parts = ()
        self._statistics = Statistics(())

    def _matchers(self, deadline: Deadline) -> Iterator[SegmentMatcher]:
        expansions = Expansions(self._parts, deadline)
        for number, part in enumerate(self._parts):
            yield SegmentMatcher(part, number, expansions, deadline)

    def _keys(
        self, asked: Plan, matcher: SegmentMatcher, hits: Set[int], sort: Sort
    ) -> Iterator[float]:
        """What the hits of one segment are sorted by, in their own order."""
        if sort is Sort.SCORE:
            scores = SegmentScorer(matcher, self._statistics).scores(asked, hits)
            return (-scores.get(cable, 0.0) for cable in hits)
        moments = matcher.part.file.column("moments", "q")
        match sort:
            case Sort.ID:
                return (0 for _ in hits)
            case Sort.DATE:
                return (moments[cable] for cable in hits)
            case Sort.NEWEST:
                return (-moments[cable] for cable in hits)
            case _:
                raise ValueError(sort)


def _plan(tree: Node) -> Plan:
    check_capabilities(tree, "whoosh", CAPABILITIES)
    return plan(tree)


def _rows(part: Part, hits: Set[int], keys: Iterator[float]) -> Iterator[_Row]:
    ranks = part.file.column("ranks", "H")
    return zip(keys, map(ranks.__getitem__, hits), hits, strict=True)
