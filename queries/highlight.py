"""Where the words that a query asks for stand in a text: the same for every engine.

A leaf is marked wherever it stands, a NEAR where its two sides stand near each other: words of it
that stand alone are marked if the query asks for them in another place too.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from indexer.analysis import terms, tokens

from .plan import Form
from .snippet_finders import Finder, Span, Words, finder
from .snippet_wishes import (
    ANYWHERE,
    Leaf,
    Wish,
    side_leaves,
    subject_wishes,
    wish_leaves,
)
from .tree import Before, Near, Node

_NO_PARTS: Final[Mapping[str, Span]] = {}

Marks = tuple[Span, ...]
"""Offsets into a text, in order and apart."""


class Found(NamedTuple):
    """A leaf's words at the positions from ``first`` up to but not including ``stop``."""

    first: int
    stop: int
    leaf: int


class Highlighter:
    """Wishes made ready once and looked for in many texts.

    >>> from .tree import Word
    >>> list(Highlighter([Wish(Word("exports"))]).find(["an", "export", "ban"]))
    [Found(first=1, stop=2, leaf=0)]
    """

    def __init__(self, wishes: Sequence[Wish]) -> None:
        self._wishes = wishes
        leaves = [(leaf, wish.part) for wish in wishes for leaf in wish_leaves(wish)]
        self._numbers = {leaf: number for number, leaf in enumerate(dict.fromkeys(leaves))}
        self._finders = {leaf: finder(leaf) for leaf in dict.fromkeys(leaf for leaf, _ in leaves)}
        self._wanted = {form: _wanted(form, self._finders.values()) for form in Form}

    def find(self, words: list[str], parts: Mapping[str, Span] = _NO_PARTS) -> list[Found]:
        """Where the leaves stand among these terms, by position. ``parts`` says from where to
        where the parts of the text go that a wish may name; one that is not there holds nothing."""
        ready = Words(words, self._wanted)
        whole = {ANYWHERE: (0, len(words)), **parts}
        found: set[Found] = set()
        for wish in self._wishes:
            if wish.part in whole:
                found.update(self._of_wish(wish, ready, whole[wish.part]))
        return sorted(found)

    def _of_wish(self, wish: Wish, words: Words, within: Span) -> Iterator[Found]:
        def spans(leaf: Leaf) -> list[Span]:
            low, high = within
            some = self._finders[leaf].spans(words)
            return some if high - low == len(words.terms) else [
                span for span in some if low <= span[0] and span[1] <= high
            ]

        for leaf, kept in _standing(wish, spans):
            number = self._numbers[leaf, wish.part]
            for first, stop in self._finders[leaf].marked(words, kept):
                yield Found(first, stop, number)


def subject_marks(tree: Node) -> Callable[[str], Marks]:
    """What gives the marks for a subject: the words in it that the query asks for.

    >>> from .tree import Word
    >>> subject_marks(Word("kite"))("THE KITES OF NOWHERE")
    ((4, 9),)
    """
    highlighter = Highlighter(subject_wishes(tree))

    def marks(subject: str) -> Marks:
        found = highlighter.find(terms(subject))
        if not found:
            return ()
        words = list(tokens(subject))
        return joined((words[one.first].start, words[one.stop - 1].end) for one in found)

    return marks


def joined(spans: Iterable[Span]) -> Marks:
    """The spans in order, those that overlap made one.

    >>> joined([(5, 9), (0, 3), (2, 4)])
    ((0, 4), (5, 9))
    """
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def _wanted(form: Form, finders: Iterable[Finder]) -> frozenset[str]:
    return frozenset(word for one in finders if one.form is form for word in one.wanted)


def _standing(
    wish: Wish, spans: Callable[[Leaf], list[Span]]
) -> Iterator[tuple[Leaf, Sequence[Span]]]:
    """The leaves of a wish, each with the places where it stands as the wish has it."""
    match wish.node:
        case Near(left, right, distance):
            one, other = _sides(left, spans), _sides(right, spans)
            yield from _in_order(one, other, distance)
            yield from _in_order(other, one, distance)
        case Before(left, right, distance):
            yield from _in_order(_sides(left, spans), _sides(right, spans), distance)
        case leaf:
            yield leaf, spans(leaf)


_Side = Sequence[tuple[Leaf, Sequence[Span]]]


def _sides(side: Node, spans: Callable[[Leaf], list[Span]]) -> _Side:
    return [(leaf, spans(leaf)) for leaf in side_leaves(side)]


def _in_order(left: _Side, right: _Side, distance: int) -> Iterator[tuple[Leaf, Sequence[Span]]]:
    """What of the left side has something of the right side behind it, at most so many words
    away, and what of the right side is that."""
    stops = sorted(stop for _, some in left for _, stop in some)
    firsts = sorted(first for _, some in right for first, _ in some)
    for leaf, some in left:
        yield leaf, [span for span in some if _has(firsts, span[1], span[1] + distance)]
    for leaf, some in right:
        yield leaf, [span for span in some if _has(stops, span[0] - distance, span[0])]


def _has(places: Sequence[int], low: int, high: int) -> bool:
    """Whether one of these places, which are in order, lies there; both ends count."""
    found = bisect_left(places, low)
    return found < len(places) and places[found] <= high
