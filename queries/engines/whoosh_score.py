"""How well a cable fits a query: BM25, with the figures of the whole index.

Deleted cables do not count, so that a score depends on the cables that can be found and on
nothing else: not on their order, not on the segments, not on what was there before.
"""

from collections.abc import Iterable, Sequence, Set
from math import log1p
from typing import Final

from indexer.engines.whoosh_merge import Part
from indexer.engines.whoosh_segment import Numbers

from .. import plan
from .base import Deadline, index_field
from .whoosh_match import SegmentMatcher

_K1: Final = 1.2
_B: Final = 0.75


class Statistics:
    """The figures of an index that scores are made with; each is found once."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._cables = sum(map(len, parts))
        self._rarities: dict[tuple[str, str], float] = {}
        self._averages: dict[str, float] = {}

    def rarity(self, field: str, term: str) -> float:
        """The inverse document frequency of a term of an index field, as Lucene has it."""
        asked = (field, term)
        if asked not in self._rarities:
            having = sum(
                _live(part, part.file.posting(field, term).cables) for part in self._parts
            )
            self._rarities[asked] = log1p((self._cables - having + 0.5) / (having + 0.5))
        return self._rarities[asked]

    def average(self, field: str) -> float:
        """How many words all cables have on the average in a TEXT field."""
        if field not in self._averages:
            words = sum(_words(part, field) for part in self._parts)
            self._averages[field] = words / self._cables
        return self._averages[field]


class SegmentScorer:
    """Scores for the cables of one segment.

    A word counts by BM25, and so does a phrase: with the sum of its words' rarities, and as often
    as it stands there. A phrase with room counts what its different words do, a NEAR what its parts
    do. Anything else counts 1. NOT counts nothing.
    """

    def __init__(
        self, matcher: SegmentMatcher, statistics: Statistics, deadline: Deadline
    ) -> None:
        self._matcher = matcher
        self._statistics = statistics
        self._deadline = deadline

    def scores(self, node: plan.Plan, within: Set[int]) -> dict[int, float]:
        """The scores of those of the cables within that fit the node; 0 is left out."""
        self._deadline.check()
        if not within:
            return {}
        match node:
            case plan.And(parts):
                return self._sum(parts, within & self._matcher.cables(node))
            case plan.Or(parts):
                return self._sum(parts, within)
            case plan.Near(left, right):
                return self._sum((*left, *right), within & self._matcher.cables(node))
            case plan.Room(field, words):
                terms = [plan.Term(field, plan.Form.STEM, word) for word in dict.fromkeys(words)]
                return self._sum(terms, within & self._matcher.cables(node))
            case plan.Boost(part, factor) if factor:
                scores = self.scores(part, within)
                return {cable: score * factor for cable, score in scores.items()}
            case plan.Boost() | plan.Not() | plan.Nothing():
                return {}
            case _:
                return self._leaf(node, within)

    def _leaf(self, node: plan.Plan, within: Set[int]) -> dict[int, float]:
        match node:
            case plan.Term(field, form, term):
                name = index_field(field, form)
                found = self._matcher.part.file.posting(name, term)
                pairs = zip(found.cables, found.frequencies, strict=True)
                return self._bm25(field, self._statistics.rarity(name, term), pairs, within)
            case plan.Phrase(field, form, words):
                terms = [word for word in words if isinstance(word, str)]
                if len(terms) == len(words):
                    name = index_field(field, form)
                    rarity = sum(self._statistics.rarity(name, term) for term in terms)
                    return self._bm25(field, rarity, self._matcher.phrase(node).items(), within)
        return dict.fromkeys(within & self._matcher.cables(node), 1.0)

    def _sum(self, parts: Iterable[plan.Plan], within: Set[int]) -> dict[int, float]:
        total: dict[int, float] = {}
        for part in parts:
            for cable, score in self.scores(part, within).items():
                total[cable] = total.get(cable, 0.0) + score
        return total

    def _bm25(
        self, field: str, rarity: float, found: Iterable[tuple[int, int]], within: Set[int]
    ) -> dict[int, float]:
        """``found`` has cables, and how often in each."""
        lengths = self._matcher.part.file.lengths(field)
        weight = rarity * (_K1 + 1)
        least = _K1 * (1 - _B)
        slope = _K1 * _B / (self._statistics.average(field) or 1.0)
        return {
            cable: weight * often / (often + least + slope * lengths[cable])
            for cable, often in found
            if cable in within
        }


def _live(part: Part, cables: Numbers) -> int:
    """How many of the cables are not deleted."""
    return len(frozenset(cables) - part.deleted) if part.deleted else len(cables)


def _words(part: Part, field: str) -> int:
    """How many words the cables that are not deleted have in a TEXT field."""
    lengths = part.file.lengths(field)
    return sum(lengths) - sum(lengths[cable] for cable in part.deleted)
