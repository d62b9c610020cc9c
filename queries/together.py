"""Where several words stand together in one text, by their positions: what room means."""

from collections.abc import Iterator, Sequence


def together(
    places: Sequence[Sequence[int]], wanted: Sequence[int], width: int
) -> Iterator[tuple[int, int]]:
    """The stretches that have each word as often as it is wanted, from each place of a word the
    shortest: its start, and what is behind its end, ``width`` apart at most.

    ``places`` has for each word where it stands.

    >>> list(together([[3, 9], [5, 6]], [1, 1], 4))
    [(3, 6), (6, 10)]
    """
    words = len(places)
    marks = sorted(place * words + word for word, here in enumerate(places) for place in here)
    lacking = list(wanted)
    missing = sum(wanted)
    stop = 0
    for mark in marks:
        while missing and stop < len(marks):
            word = marks[stop] % words
            missing -= lacking[word] > 0
            lacking[word] -= 1
            stop += 1
        if missing:
            return
        start, end = mark // words, marks[stop - 1] // words + 1
        if end - start <= width:
            yield start, end
        word = mark % words
        lacking[word] += 1
        missing += lacking[word] > 0
