"""The best passages of a cable for a query: the first has the most of what is asked for, each other
adds something that was not shown yet. They never overlap."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from indexer.analysis import terms

from .highlight import Found
from .hits import Snippet
from .snippet_cut import WORDS, Cut, cut_around
from .snippet_finders import Span
from .snippet_numbers import lowest
from .snippet_text import Text


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the body that is shown: its words are those at the positions from ``first`` up to
    but not including ``stop``; ``leaves`` are marked in it, at ``spans``."""

    cut: Cut
    first: int
    stop: int
    leaves: frozenset[int]
    spans: tuple[Span, ...]
    paragraph: int

    def snippet(self) -> Snippet:
        """The passage as it is shown."""
        return self.cut.snippet(self.spans, self.paragraph)


def best_passages(
    text: Text, found: Sequence[Found], reasons: Sequence[Found], most: int
) -> list[Passage]:
    """So many passages at most, in the order of the text, one at least: the best place of all that
    was found, and others with what is a reason for more than one."""
    window = _best_window(found, frozenset(), text, ())
    chosen = [_passage(text, window, found, ())]
    shown = {one.leaf for one in window} | chosen[0].leaves
    left = _beside(chosen[0], reasons)
    while len(chosen) < most and not shown.issuperset(one.leaf for one in left):
        window = _best_window(left, shown, text, sorted(one.first for one in chosen))
        passage = _passage(text, window, found, chosen)
        if passage.leaves - shown:
            chosen.append(passage)
        shown |= {one.leaf for one in window} | passage.leaves
        left = _beside(passage, left)
    return sorted(chosen, key=lambda passage: passage.first)


def _beside(passage: Passage, found: Sequence[Found]) -> Sequence[Found]:
    """What was found outside the passage."""
    return [one for one in found if one.stop <= passage.first or passage.stop <= one.first]


def _best_window(
    found: Sequence[Found], shown: AbstractSet[int], text: Text, fences: Sequence[int]
) -> Sequence[Found]:
    """The matches within one window of one piece, before the next of the fences: most leaves that
    are not shown yet, then below the head of the telegram, then most matches, then first."""
    best, best_rank = (0, 1), (0, False, 0)
    stop = 0
    fresh: Counter[int] = Counter()
    for start, one in enumerate(found):
        limit = min(one.first + WORDS, text.end_of_piece(one.first), _next(fences, one.first))
        while stop < len(found) and (stop <= start or found[stop].stop <= limit):
            if found[stop].leaf not in shown:
                fresh[found[stop].leaf] += 1
            stop += 1
        rank = (len(fresh), one.first >= text.head, stop - start)
        if rank > best_rank:
            best, best_rank = (start, stop), rank
        fresh[one.leaf] -= 1
        if fresh[one.leaf] <= 0:
            del fresh[one.leaf]
    return found[best[0] : best[1]]


def _next(fences: Sequence[int], position: int) -> float:
    """The next fence behind this position; there may be none."""
    following = bisect_left(fences, position)
    return fences[following] if following < len(fences) else float("inf")


def _passage(
    text: Text, window: Sequence[Found], found: Sequence[Found], others: Sequence[Passage]
) -> Passage:
    """The window with the words around it, up to the other passages."""
    words = _Tokens(text, window)
    start, end = words.span(words.first, words.stop)
    cut = cut_around(
        text.body, (start, end), _limits(text, words, start, others),
        max(0, WORDS - (words.stop - words.first)),
    )
    first = words.first - len(terms(text.body[cut.start : start]))
    stop = words.stop + len(terms(text.body[end : cut.end]))
    inside = found[bisect_left(found, (first,)) : bisect_left(found, (stop,))]
    inside = [one for one in inside if one.stop <= stop]
    if len(inside) > len(window):
        words = _Tokens(text, inside)
    spans = [(words.span(one.first, one.stop), one.leaf) for one in inside]
    shown = [(span, leaf) for span, leaf in spans if cut.start <= span[0] and span[1] <= cut.end]
    piece, _ = text.piece_at(window[0].first)
    return Passage(
        cut, first, stop, frozenset(leaf for _, leaf in shown), tuple(span for span, _ in shown),
        piece.paragraph.number if piece.paragraph else 0,
    )


class _Tokens:
    """The words from the first to the last of some matches, with their offsets in the body."""

    def __init__(self, text: Text, found: Sequence[Found]) -> None:
        self.first = found[0].first
        self.stop = max(one.stop for one in found)
        self._tokens = text.tokens(self.first, self.stop)

    def span(self, first: int, stop: int) -> Span:
        """From where to where in the body the words at these positions go."""
        return self._tokens[first - self.first].start, self._tokens[stop - 1 - self.first].end


def _limits(text: Text, words: _Tokens, start: int, others: Sequence[Passage]) -> Span:
    """From where to where in the body a passage with these words, which begin here, may go."""
    piece, _ = text.piece_at(words.first)
    last, _ = text.piece_at(words.stop - 1)
    low, high = lowest(text, piece, start), last.end
    for other in others:
        if other.stop <= words.first:
            low = max(low, other.cut.end)
        else:
            high = min(high, other.cut.start)
    return low, high
