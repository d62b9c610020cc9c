"""Which cables of one segment a plan finds: sets, one lookup at a time.

Sets are made and joined by Python's own loops, which is many times faster than a matcher that
steps through the postings. A segment holds 65,536 cables at most, so no step is long, and the
deadline is asked at each.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from typing import Final, Protocol, assert_never

from indexer.engines.layout import numbers
from indexer.engines.whoosh_merge import Part
from indexer.engines.whoosh_schema import number_term
from indexer.engines.whoosh_segment import FieldTerms

from .. import plan
from .base import Deadline
from .whoosh_expand import any_of
from .whoosh_stretches import Stretches

_CHUNK: Final = 4096
_FEW: Final = 64  # to find a term costs as much as to read so many in a row


class Whole(Protocol):
    """What all segments share that are asked by one query."""

    def cited(self, part: plan.Plan) -> Set[str]:
        """The folded ids that the cables cite which this part of a query finds in any segment."""


class SegmentMatcher:
    """One segment, asked by one query."""

    def __init__(self, part: Part, stretches: Stretches, whole: Whole, deadline: Deadline) -> None:
        self.part = part
        self._stretches = stretches
        self._whole = whole
        self._deadline = deadline
        self._known: dict[plan.Plan, Set[int]] = {}

    def hits(self, node: plan.Plan) -> Set[int]:
        """The cables that a whole query finds."""
        found = self.cables(node)
        return found - self.part.deleted if self.part.deleted else found

    def cables(self, node: plan.Plan) -> Set[int]:
        """The cables that a part of a query finds, maybe with deleted ones."""
        self._deadline.check()
        match node:
            case plan.Or(parts):
                return set().union(*map(self.cables, parts))
            case plan.Not(part):
                return self._live - self.cables(part)
            case plan.Boost(part):
                return self.cables(part)
            case plan.All():
                return self._live
            case plan.Nothing():
                return frozenset()
            case plan.And() | plan.Room() | plan.Near() | plan.CitedBy():
                if node not in self._known:
                    self._known[node] = self._worked_out(node)
                return self._known[node]
            case plan.Term() | plan.Phrase() | plan.Expand():
                return self._stretches.cables(node)
            case _:
                return self._looked_up(node)

    def _worked_out(self, node: plan.And | plan.Room | plan.Near | plan.CitedBy) -> Set[int]:
        """What costs so much that it is done once, for the hits and for their scores."""
        match node:
            case plan.And(parts):
                return self._all_of(parts)
            case plan.Room():
                return self._stretches.cables(node)
            case plan.Near():
                return self._stretches.near(node)
            case plan.CitedBy(part):
                return self._with_ids(self._whole.cited(part))
            case _:
                assert_never(node)

    def phrase(self, asked: plan.Phrase) -> Mapping[int, int]:
        """The cables in which a phrase stands, with how often it does."""
        return self._stretches.phrase(asked)

    @cached_property
    def _live(self) -> frozenset[int]:
        return frozenset(range(len(self.part.file))).difference(self.part.deleted)

    def _all_of(self, parts: Sequence[plan.Plan]) -> Set[int]:
        """What is not wanted is taken away from what is, never from all cables."""
        wanted = [part for part in parts if not isinstance(part, plan.Not)]
        found = self.cables(wanted[0]) if wanted else self._live
        for part in wanted[1:]:
            found = found & self.cables(part) if found else found
        for unwanted in parts:
            if isinstance(unwanted, plan.Not) and found:
                found = found - self.cables(unwanted.part)
        return found

    def _looked_up(self, node: plan.Value | plan.ExpandValue | plan.Numbers) -> Set[int]:
        match node:
            case plan.Value(field, value):
                return set(self.part.file.posting(field, value).cables)
            case plan.ExpandValue(field, pattern):
                return self._stretches.expanded(field, pattern)
            case plan.Numbers(field, low, high):
                terms = self.part.file.field(numbers(field))
                first = terms.from_term(number_term(low))
                stop = terms.from_term(number_term(high + 1))
                return any_of(terms, range(first, stop), self._deadline)
            case _:
                assert_never(node)

    def _with_ids(self, ids: Set[str]) -> Set[int]:
        terms = self.part.file.field("id")
        few = len(ids) * _FEW < len(terms)
        return any_of(terms, _found(terms, ids) if few else _read(terms, ids), self._deadline)


def _found(terms: FieldTerms, wanted: Iterable[str]) -> Iterable[int]:
    """The indices of those of the terms that are wanted: each is looked for."""
    return (index for index in map(terms.find, wanted) if index >= 0)


def _read(terms: FieldTerms, wanted: Set[str]) -> Iterable[int]:
    """The indices of those of the terms that are wanted: all terms are read."""
    for start in range(0, len(terms), _CHUNK):
        for index, term in enumerate(terms.between(start, start + _CHUNK), start):
            if term in wanted:
                yield index
