"""Segments to one segment: which are merged, and the merging, term by term, without holding them.

A query costs a little for every segment, so their number is kept low: eight of about the same
size become one, until a segment is full. What is deleted goes when its segment is merged; a
segment that is more than half deleted is merged at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import accumulate, chain, compress, groupby, repeat
from operator import itemgetter
from pathlib import Path
from typing import Final, TypeVar

from .layout import TEXT_FIELDS, unstemmed
from .whoosh_segment import (
    CODES,
    MOST_CABLES,
    FieldTerms,
    Numbers,
    Posting,
    SegmentFile,
    as_numbers,
    narrow,
)
from .whoosh_segment_writer import SegmentWriter, write_cables

_TOGETHER: Final = 8
_LEVEL_BITS: Final = 3  # segments of one level differ in size by less than 8 times
_CHUNK: Final = 4096
_GONE: Final = -1
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part:
    """A segment with those of its cables that are deleted."""

    file: SegmentFile
    deleted: frozenset[int]

    def __len__(self) -> int:
        return len(self.file) - len(self.deleted)


def choose(sizes: Sequence[tuple[int, int]]) -> list[int]:
    """Which segments to make one of, by their index; none where it is not worth while.

    ``sizes`` has for each segment how many cables it holds and how many of them are deleted.

    >>> choose([(100, 0)] * 7), choose([(100, 0)] * 8), choose([(100, 51), (60_000, 0)])
    ([], [0, 1, 2, 3, 4, 5, 6, 7], [0])
    """
    levels: dict[int, list[int]] = {}
    for index, (held, deleted) in enumerate(sizes):
        if deleted * 2 > held:
            return [index]
        levels.setdefault((held - deleted).bit_length() // _LEVEL_BITS, []).append(index)
    for _, level in sorted(levels.items()):
        fitting = _fitting(level, sizes) if len(level) >= _TOGETHER else []
        if len(fitting) > 1:
            return fitting
    return []


def _fitting(level: list[int], sizes: Sequence[tuple[int, int]]) -> list[int]:
    """As many of them as one segment can hold, the smallest first."""
    live = {index: sizes[index][0] - sizes[index][1] for index in level}
    smallest = sorted(level, key=live.__getitem__)
    totals = accumulate(live[index] for index in smallest)
    return sorted(compress(smallest, (total <= MOST_CABLES for total in totals)))


def merge_segments(parts: Sequence[Part], path: Path) -> int:
    """Write these segments as one, the deleted cables left out; how many cables it holds."""
    moves = _moves(parts)
    with SegmentWriter(path) as writer:
        present = {name for part in parts for name in part.file.fields()}
        texts = present.intersection(TEXT_FIELDS)
        for field in sorted(texts):
            _merge_texts(writer, field, parts, moves)
        for field in sorted(present - texts - set(map(unstemmed, texts))):
            _merge_terms(writer, field, [part.file.field(field) for part in parts], moves)
        numbers = array("q", _kept(moves, (part.file.column("numbers", "q") for part in parts)))
        moments = array("q", _kept(moves, (part.file.column("moments", "q") for part in parts)))
        ids = _kept(moves, (map(part.file.id, range(len(part.file))) for part in parts))
        write_cables(writer, numbers, moments, list(ids))
    return len(numbers)


@dataclass(frozen=True, slots=True)
class _Move:
    """Where the cables of one segment go: ``places`` by their old place, ``keep`` 0 for those
    that are left out; ``whole`` where there are none of these."""

    places: array[int]
    keep: bytes
    whole: bool

    def posting(self, posting: Posting) -> Posting:
        """The posting list with the new places."""
        places = map(self.places.__getitem__, posting.cables)
        if self.whole:
            return Posting(array("H", places), posting.frequencies, posting.positions)
        chosen = bytes(map(self.keep.__getitem__, posting.cables))
        occurrences = chain.from_iterable(map(repeat, chosen, posting.frequencies))
        return Posting(
            array("H", compress(places, chosen)),
            narrow(list(compress(posting.frequencies, chosen))),
            narrow(list(compress(posting.positions, occurrences))),
        )


def _moves(parts: Sequence[Part]) -> list[_Move]:
    moves = []
    place = 0
    for part in parts:
        keep = bytearray(b"\1" * len(part.file))
        for cable in part.deleted:
            keep[cable] = 0
        places = array("H", accumulate(keep[:-1], initial=place))
        moves.append(_Move(places, bytes(keep), whole=not part.deleted))
        place += len(part)
    return moves


def _kept(moves: Iterable[_Move], columns: Iterable[Iterable[_T]]) -> Iterator[_T]:
    """The entries of the cables that are kept, in their new order."""
    for move, column in zip(moves, columns, strict=True):
        yield from compress(column, move.keep)


def _merge_texts(
    writer: SegmentWriter, field: str, parts: Sequence[Part], moves: Sequence[_Move]
) -> None:
    words = [part.file.field(unstemmed(field)) for part in parts]
    written = _merge_terms(writer, unstemmed(field), words, moves)
    stems = [part.file.field(field) for part in parts]
    for stem, entries in _entries(stems):
        same = {_moved(words[n], written[n], stems[n].place(index)) for n, index in entries}
        if len(same) == 1 and _GONE not in same:  # it is where that word is, in each segment
            writer.add_same(stem, *same)
        elif (posting := _joined(stems, moves, entries)).cables:
            writer.add_term(stem, posting)
    writer.end_field(field)
    lengths = _kept(moves, (part.file.lengths(field) for part in parts))
    writer.add_column(f"{field}/lengths", array("I", lengths))


def _merge_terms(
    writer: SegmentWriter, field: str, sources: Sequence[FieldTerms], moves: Sequence[_Move]
) -> list[array[int]]:
    """Write one field; for the terms of each source, the place where their posting list is now."""
    written = [array("q", repeat(_GONE, len(source))) for source in sources]
    for term, entries in _entries(sources):
        posting = _joined(sources, moves, entries)
        if posting.cables:
            place = writer.add_term(term, posting)
            for source, index in entries:
                written[source][index] = place
    writer.end_field(field)
    return written


def _moved(words: FieldTerms, written: array[int], place: int) -> int:
    """Where the posting list that a word had at this place is now."""
    index = words.placed(place)
    return written[index] if index >= 0 else _GONE


def _entries(sources: Sequence[FieldTerms]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Every term in ascending order, with the sources that have it and its index in each."""
    streams = [_numbered(number, source) for number, source in enumerate(sources)]
    for term, entries in groupby(merge(*streams), key=itemgetter(0)):
        yield term, [(number, index) for _, number, index in entries]


def _numbered(number: int, source: FieldTerms) -> Iterator[tuple[str, int, int]]:
    for start in range(0, len(source), _CHUNK):
        for index, term in enumerate(source.between(start, start + _CHUNK), start):
            yield term, number, index


def _joined(
    sources: Sequence[FieldTerms], moves: Sequence[_Move], entries: Iterable[tuple[int, int]]
) -> Posting:
    """Where a term stands that has these indices in these sources."""
    postings = [moves[n].posting(sources[n].posting(index)) for n, index in entries]
    return Posting(
        _end_to_end([posting.cables for posting in postings]),
        _end_to_end([posting.frequencies for posting in postings]),
        _end_to_end([posting.positions for posting in postings]),
    )


def _end_to_end(parts: Sequence[Numbers]) -> Numbers:
    """These numbers as one array, of the widest width among them."""
    if len(parts) == 1:
        return parts[0]
    views = [memoryview(part) for part in parts]
    code = CODES[max(view.itemsize for view in views)]
    joined = b"".join(view if view.format == code else array(code, view) for view in views)
    return as_numbers(memoryview(joined), code)
