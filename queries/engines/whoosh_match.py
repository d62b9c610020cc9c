"""Which cables of one segment a plan finds: sets, one lookup at a time.

Sets are made and joined by Python's own loops, which is many times faster than a matcher that
steps through the postings. A segment holds 65,536 cables at most, so no step is long, and the
deadline is asked at each.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate, compress
from typing import Final, assert_never

from indexer.engines.whoosh_merge import Part
from indexer.engines.whoosh_schema import number_term, numbers, unstemmed
from indexer.engines.whoosh_segment import FieldTerms, Posting

from .. import plan
from ..errors import QueryError
from ..patterns import Pattern
from .base import Deadline

MOST_EXPANSIONS: Final = 10_000
_CHUNK: Final = 4096
_EVERY: Final = 1000
_LAST: Final = "\U0010ffff"


def index_field(field: str, form: plan.Form) -> str:
    """The name in the index of this form of a TEXT field."""
    return field if form is plan.Form.STEM else unstemmed(field)


class Expansions:
    """The terms that the patterns of one query stand for, in each segment, found once."""

    def __init__(self, parts: Sequence[Part], deadline: Deadline) -> None:
        self._parts = parts
        self._deadline = deadline
        self._found: dict[tuple[str, Pattern], list[list[int]]] = {}

    def indices(self, field: str, pattern: Pattern, part: int) -> list[int]:
        """The indices of the terms of an index field in one segment.

        :raises QueryError: ``too-many-expansions``, where there are more than 10,000 terms in all.
        """
        asked = (field, pattern)
        if asked not in self._found:
            self._found[asked] = self._expand(field, pattern)
        return self._found[asked][part]

    def _expand(self, field: str, pattern: Pattern) -> list[list[int]]:
        different: set[str] = set()
        found = []
        for part in self._parts:
            indices = []
            for index, term in self._fitting(part.file.field(field), pattern):
                indices.append(index)
                different.add(term)
            if len(different) > MOST_EXPANSIONS:
                raise _too_many(pattern)
            found.append(indices)
        return found

    def _fitting(self, terms: FieldTerms, pattern: Pattern) -> Iterator[tuple[int, str]]:
        test = pattern.test()
        stop = terms.from_term(pattern.prefix + _LAST)
        for start in range(terms.from_term(pattern.prefix), stop, _CHUNK):
            self._deadline.check()
            some = terms.between(start, min(start + _CHUNK, stop))
            yield from ((start + n, term) for n, term in enumerate(some) if test(term))


def _too_many(pattern: Pattern) -> QueryError:
    message = f"'{pattern.text}' stands for more than {MOST_EXPANSIONS:,} words"
    return QueryError("too-many-expansions", "", 0, 0, message, "write more letters beside the *")


class SegmentMatcher:
    """One segment, asked by one query."""

    def __init__(self, part: Part, number: int, expansions: Expansions, deadline: Deadline) -> None:
        self.part = part
        self._number = number
        self._expansions = expansions
        self._deadline = deadline
        self._known: dict[plan.And, Set[int]] = {}
        self._phrases: dict[plan.Phrase, Mapping[int, int]] = {}

    def hits(self, node: plan.Plan) -> Set[int]:
        """The cables that a whole query finds."""
        found = self.cables(node)
        return found - self.part.deleted if self.part.deleted else found

    def cables(self, node: plan.Plan) -> Set[int]:
        """The cables that a part of a query finds, maybe with deleted ones."""
        self._deadline.check()
        match node:
            case plan.And():
                if node not in self._known:
                    self._known[node] = self._all_of(node.parts)
                return self._known[node]
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
            case plan.Phrase():
                return self.phrase(node).keys()
            case plan.Room() | plan.Near() | plan.CitedBy():
                raise NotImplementedError(type(node).__name__)
            case _:
                return self._looked_up(node)

    def phrase(self, asked: plan.Phrase) -> Mapping[int, int]:
        """The cables in which a phrase stands, with how often it does."""
        if asked not in self._phrases:
            field = index_field(asked.field, asked.form)
            words = [self._postings(field, word) for word in asked.words]
            self._phrases[asked] = _side_by_side(words, self._deadline)
        return self._phrases[asked]

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

    def _looked_up(
        self, node: plan.Term | plan.Expand | plan.Value | plan.ExpandValue | plan.Numbers
    ) -> Set[int]:
        match node:
            case plan.Term(field, form, term):
                return set(self.part.file.posting(index_field(field, form), term).cables)
            case plan.Value(field, value):
                return set(self.part.file.posting(field, value).cables)
            case plan.Expand(field, pattern):
                return self._any_of(unstemmed(field), self._indices(unstemmed(field), pattern))
            case plan.ExpandValue(field, pattern):
                return self._any_of(field, self._indices(field, pattern))
            case plan.Numbers(field, low, high):
                terms = self.part.file.field(numbers(field))
                first = terms.from_term(number_term(low))
                stop = terms.from_term(number_term(high + 1))
                return self._any_of(numbers(field), range(first, stop))
            case _:
                assert_never(node)

    def _indices(self, field: str, pattern: Pattern) -> list[int]:
        return self._expansions.indices(field, pattern, self._number)

    def _any_of(self, field: str, indices: Iterable[int]) -> Set[int]:
        terms = self.part.file.field(field)
        found: set[int] = set()
        for count, index in enumerate(indices):
            if not count % _EVERY:
                self._deadline.check()
            found.update(terms.posting(index).cables)
        return found

    def _postings(self, field: str, word: str | Pattern) -> list[Posting]:
        terms = self.part.file.field(field)
        if isinstance(word, Pattern):
            return [terms.posting(index) for index in self._indices(field, word)]
        index = terms.find(word)
        return [terms.posting(index)] if index >= 0 else []


def _side_by_side(words: Sequence[Sequence[Posting]], deadline: Deadline) -> Mapping[int, int]:
    """How often these words, each any of several terms, stand side by side in each cable."""
    sizes = [sum(len(posting.cables) for posting in postings) for postings in words]
    if not all(sizes):
        return {}
    sets = [set().union(*(posting.cables for posting in postings)) for postings in words]
    cables: Set[int] = set.intersection(*sets)
    starts: dict[int, set[int]] = {}
    for offset in sorted(range(len(words)), key=sizes.__getitem__):
        here = _starts(words[offset], offset, cables, deadline)
        starts = {c: starts[c] & here[c] for c in starts} if starts else here
        starts = {c: places for c, places in starts.items() if places}
        cables = starts.keys()
        if not cables:
            break
    return {cable: len(places) for cable, places in starts.items()}


def _starts(
    postings: Sequence[Posting], offset: int, cables: Set[int], deadline: Deadline
) -> dict[int, set[int]]:
    """Where a phrase with one of these terms at this offset would start, in each of the cables."""
    starts: dict[int, set[int]] = {cable: set() for cable in cables}
    for posting in postings:
        firsts = accumulate(posting.frequencies, initial=0)
        spans = zip(posting.cables, firsts, posting.frequencies, strict=False)
        wanted = compress(spans, map(cables.__contains__, posting.cables))
        for count, (cable, first, frequency) in enumerate(wanted):
            if not count % _EVERY:
                deadline.check()
            places = posting.positions[first : first + frequency].tolist()
            starts[cable].update([place - offset for place in places] if offset else places)
    return starts
