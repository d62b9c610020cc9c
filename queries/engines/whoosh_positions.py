"""Positions of words in the cables of one segment: side by side, and behind each other.

Positions are lists of integers by cable, and every step goes over each list once.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, compress

from indexer.engines.whoosh_segment import Posting

from .base import Deadline
from .whoosh_expand import EVERY

Postings = Sequence[Posting]
"""The posting lists of the terms that a word of a query stands for."""


def cables_with(postings: Postings) -> set[int]:
    """The cables that have any of the terms."""
    return set().union(*(posting.cables for posting in postings))


def positions(
    postings: Postings, cables: Set[int], deadline: Deadline
) -> Iterator[tuple[int, list[int]]]:
    """Where the terms stand, ascending, in each of those cables that have one; a cable comes once
    for each term that it has."""
    for posting in postings:
        firsts = accumulate(posting.frequencies, initial=0)
        spans = zip(posting.cables, firsts, posting.frequencies, strict=False)
        wanted = compress(spans, map(cables.__contains__, posting.cables))
        for count, (cable, first, frequency) in enumerate(wanted):
            if not count % EVERY:
                deadline.check()
            yield cable, posting.positions[first : first + frequency].tolist()


def side_by_side(words: Sequence[Postings], deadline: Deadline) -> dict[int, set[int]]:
    """Where these words begin to stand side by side, in each cable in which they do."""
    sizes = [sum(len(posting.cables) for posting in postings) for postings in words]
    if not all(sizes):
        return {}
    cables: Set[int] = set.intersection(*map(cables_with, words))
    starts: dict[int, set[int]] = {}
    for offset in sorted(range(len(words)), key=sizes.__getitem__):
        here = _starts(words[offset], offset, cables, deadline)
        starts = {c: starts[c] & here[c] for c in starts} if starts else here
        starts = {c: places for c, places in starts.items() if places}
        cables = starts.keys()
        if not cables:
            break
    return starts


def _starts(
    postings: Postings, offset: int, cables: Set[int], deadline: Deadline
) -> dict[int, set[int]]:
    """Where a phrase with one of these terms at this offset would begin, in each of the cables."""
    starts: dict[int, set[int]] = {cable: set() for cable in cables}
    for cable, places in positions(postings, cables, deadline):
        starts[cable].update([place - offset for place in places] if offset else places)
    return starts


def follows(firsts: Sequence[int], seconds: Sequence[int], least: int, most: int) -> bool:
    """Whether any second is at least and at most so far behind any first; both are ascending.

    From each first to the nearest second that is far enough, and from there to the nearest first
    that is close enough: what is between is skipped.

    >>> follows([3, 50], [9, 51], 2, 5), follows([3, 50], [9, 51], 1, 5)
    (False, True)
    """
    here = there = 0
    while here < len(firsts):
        there = bisect_left(seconds, firsts[here] + least, there)
        if there == len(seconds):
            return False
        if seconds[there] - firsts[here] <= most:
            return True
        here = bisect_left(firsts, seconds[there] - most, here + 1)
    return False
