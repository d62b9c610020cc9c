"""Where the words, phrases and patterns of a plan stand in the texts of one segment."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import assert_never

from indexer.engines.layout import unstemmed
from indexer.engines.whoosh_merge import Part
from indexer.engines.whoosh_segment import Posting

from .. import plan
from ..patterns import Pattern
from ..together import together
from .base import Deadline, index_field
from .whoosh_expand import EVERY, Expansions, any_of
from .whoosh_positions import cables_with, follows, positions, side_by_side

Starts = dict[int, list[int]]
"""Where stretches begin in each cable."""


class Stretches:
    """The stretches of one query in one segment. The cables may be deleted ones."""

    def __init__(self, part: Part, number: int, expansions: Expansions, deadline: Deadline) -> None:
        self._file = part.file
        self._number = number
        self._expansions = expansions
        self._deadline = deadline
        self._phrases: dict[plan.Phrase, Mapping[int, int]] = {}

    def cables(self, asked: plan.Stretch) -> Set[int]:
        """The cables in which it stands."""
        match asked:
            case plan.Term(field, form, term):
                return set(self._file.posting(index_field(field, form), term).cables)
            case plan.Expand(field, pattern):
                return self.expanded(unstemmed(field), pattern)
            case plan.Phrase():
                return self.phrase(asked).keys()
            case plan.Room():
                stretches = self._together(asked, self._having(asked))
                return {cable for cable, found in stretches if any(found)}
            case _:
                assert_never(asked)

    def expanded(self, field: str, pattern: Pattern) -> set[int]:
        """The cables that have any term of an index field that fits the pattern."""
        return any_of(self._file.field(field), self._indices(field, pattern), self._deadline)

    def phrase(self, asked: plan.Phrase) -> Mapping[int, int]:
        """The cables in which a phrase stands, with how often it does."""
        if asked not in self._phrases:
            self._starts(asked)
        return self._phrases[asked]

    def near(self, asked: plan.Near) -> Set[int]:
        """The cables in which a NEAR stands."""
        sides = asked.left, asked.right
        within = set.intersection(*(set().union(*map(self._having, side)) for side in sides))
        left, right = (self._by_width(side, within) for side in sides)
        found = self._in_order(left, right, asked.distance, within)
        if not asked.ordered:
            found |= self._in_order(right, left, asked.distance, within - found)
        return found

    def _in_order(
        self, first: dict[int, Starts], second: dict[int, Starts], distance: int, within: Set[int]
    ) -> set[int]:
        """The cables in which any of the second stands so far behind any of the first at most."""
        found: set[int] = set()
        behind = _joined(second)
        for width, starts in first.items():
            for count, cable in enumerate(starts.keys() & behind.keys() & within):
                if not count % EVERY:
                    self._deadline.check()
                if follows(starts[cable], behind[cable], width, width + distance):
                    found.add(cable)
        return found

    def _by_width(self, stretches: Sequence[plan.Stretch], within: Set[int]) -> dict[int, Starts]:
        """Where any of these stretches begin in the cables, ascending, by how many words each
        has."""
        widths: dict[int, Starts] = defaultdict(lambda: defaultdict(list))
        for asked in stretches if within else ():
            match asked:
                case plan.Term() | plan.Expand():
                    (word,) = self._words(asked)
                    starts = widths[1]
                    for cable, places in positions(word, within, self._deadline):
                        starts[cable] += places
                case plan.Phrase():
                    starts = widths[len(asked.words)]
                    for cable, begins in self._starts(asked).items():
                        starts[cable] += begins
                case plan.Room():
                    for cable, found in self._together(asked, within):
                        for start, stop in found:
                            widths[stop - start][cable].append(start)
        for starts in widths.values():
            _sort(starts)
        return widths

    def _starts(self, asked: plan.Phrase) -> dict[int, set[int]]:
        """Where a phrase begins in each cable."""
        starts = side_by_side(self._words(asked), self._deadline)
        self._phrases[asked] = {cable: len(begins) for cable, begins in starts.items()}
        return starts

    def _together(
        self, asked: plan.Room, within: Set[int]
    ) -> Iterator[tuple[int, Iterator[tuple[int, int]]]]:
        """The stretches of a phrase with room in each of the cables that has its words."""
        wanted = list(Counter(asked.words).values())
        width = len(asked.words) + asked.room
        words = (positions(word, within, self._deadline) for word in self._words(asked))
        first, *others = map(dict, words)  # each word is one term
        for count, cable in enumerate(first):
            if not count % EVERY:
                self._deadline.check()
            if all(cable in other for other in others):
                places = [found[cable] for found in (first, *others)]
                yield cable, together(places, wanted, width)

    def _having(self, asked: plan.Stretch) -> set[int]:
        """The cables that have all the words of a stretch, wherever they stand."""
        return set.intersection(*map(cables_with, self._words(asked)))

    def _words(self, asked: plan.Stretch) -> list[list[Posting]]:
        """The posting lists of each of its different words."""
        match asked:
            case plan.Term(field, form, term):
                return [self._postings(index_field(field, form), term)]
            case plan.Phrase(field, form, words):
                return [self._postings(index_field(field, form), word) for word in words]
            case plan.Expand(field, pattern):
                return [self._postings(unstemmed(field), pattern)]
            case plan.Room(field, words):
                return [self._postings(field, word) for word in dict.fromkeys(words)]
            case _:
                assert_never(asked)

    def _postings(self, field: str, word: str | Pattern) -> list[Posting]:
        terms = self._file.field(field)
        if isinstance(word, Pattern):
            return [terms.posting(index) for index in self._indices(field, word)]
        index = terms.find(word)
        return [terms.posting(index)] if index >= 0 else []

    def _indices(self, field: str, pattern: Pattern) -> list[int]:
        return self._expansions.indices(field, pattern, self._number)


def _joined(widths: Mapping[int, Starts]) -> Starts:
    """The stretches of any width."""
    if len(widths) == 1:
        return next(iter(widths.values()))
    joined: Starts = defaultdict(list)
    for starts in widths.values():
        for cable, places in starts.items():
            joined[cable] += places
    _sort(joined)
    return joined


def _sort(starts: Starts) -> None:
    """Put the places in ascending order: most are, which costs little."""
    for places in starts.values():
        places.sort()
