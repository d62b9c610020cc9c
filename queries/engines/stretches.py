"""Whether stretches of words stand in a text that is at hand: for what an index cannot say alone.

The same meaning as the referee's, by other means: the plan's records instead of the tree, one pass
instead of every combination.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain

from indexer.analysis import stems, terms

from ..patterns import Pattern
from ..plan import Expand, Form, Near, Phrase, Room, Stretch, Term
from ..together import together

Span = tuple[int, int]
"""From the position of the first word to the one behind the last."""


def standing(asked: Stretch | Near) -> Callable[[str], bool]:
    """The test whether a stretch, or a NEAR, stands in a text.

    >>> kite, paper = (Term("body", Form.STEM, word) for word in ("kite", "paper"))
    >>> near = standing(Near((kite,), (paper,), 1, ordered=True))
    >>> [near(text) for text in ("kites of paper", "kites made of paper", "paper kites")]
    [True, False, False]
    """
    return lambda text: _stands(asked, _Words(text))


class _Words:
    """A text's words, in both forms."""

    def __init__(self, text: str) -> None:
        self.unstemmed = terms(text)

    @cached_property
    def stems(self) -> Sequence[str]:
        return stems(self.unstemmed)

    def of(self, form: Form) -> Sequence[str]:
        return self.stems if form is Form.STEM else self.unstemmed


def _stands(asked: Stretch | Near, words: _Words) -> bool:
    if not isinstance(asked, Near):
        return any(True for _ in _spans(asked, words))
    left, right = (
        list(chain.from_iterable(_spans(one, words) for one in side))
        for side in (asked.left, asked.right)
    )
    found = _follows(left, right, asked.distance)
    return found or (not asked.ordered and _follows(right, left, asked.distance))


def _follows(first: Sequence[Span], second: Sequence[Span], distance: int) -> bool:
    """Whether one of the second begins where one of the first ends, or so many words behind it."""
    starts = sorted({start for start, _ in second})
    for _, end in first:
        place = bisect_left(starts, end)
        if place < len(starts) and starts[place] <= end + distance:
            return True
    return False


def _spans(asked: Stretch, words: _Words) -> Iterable[Span]:
    match asked:
        case Term(_, form, term):
            return _side_by_side((term,), words.of(form))
        case Expand(_, pattern):
            return _side_by_side((pattern,), words.unstemmed)
        case Phrase(_, form, parts):
            return _side_by_side(parts, words.of(form))
        case Room(_, parts, room):
            return _together(parts, room, words.stems)


def _side_by_side(parts: Sequence[str | Pattern], words: Sequence[str]) -> Iterable[Span]:
    starts: set[int] = set()
    for offset, part in enumerate(parts):
        fits = part.__eq__ if isinstance(part, str) else _remembering(part)
        here = {place - offset for place, word in enumerate(words) if fits(word)}
        starts = starts & here if offset else here
        if not starts:
            break
    return [(start, start + len(parts)) for start in starts if start >= 0]


def _remembering(pattern: Pattern) -> Callable[[str], bool]:
    """The pattern's test, made once for each word."""
    test = pattern.test()
    known: dict[str, bool] = {}

    def fits(word: str) -> bool:
        if word not in known:
            known[word] = bool(test(word))
        return known[word]

    return fits


def _together(wanted: Sequence[str], room: int, words: Sequence[str]) -> Iterable[Span]:
    asked = Counter(wanted)
    places: dict[str, list[int]] = {word: [] for word in asked}
    for place, word in enumerate(words):
        if word in asked:
            places[word].append(place)
    return together(list(places.values()), list(asked.values()), len(wanted) + room)
