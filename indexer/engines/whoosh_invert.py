"""Documents to a segment: they are inverted in memory, and the file is written in one go."""

from __future__ import annotations

import sys
from array import array
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import Final

from ..analysis import stems, terms
from ..document import Document
from .layout import GAP, numbers, unstemmed
from .whoosh_schema import number_term
from .whoosh_segment import MOST_CABLES, Posting, narrow
from .whoosh_segment_writer import SegmentWriter, write_cables

_MOST_BYTES: Final = 200 << 20  # of a process; there may be several
_BYTES_A_WORD: Final = 9  # its occurrence, and the room that its array has left
_BYTES_A_TERM: Final = 300  # the term, its array, its place in a dict

# An occurrence is one number, the cable in the upper half and the position in the lower: all that
# a word costs before writing is one append. The halves are then taken apart as bytes.
_HALF: Final = 32
_ONCE: Final = array("B", (1,))
_RARE: Final = 64  # what stands more often stands twice in a cable
_POSITION, _FAR, _CABLE = (0, 1, 2) if sys.byteorder == "little" else (3, 2, 1)


class Inverter:
    """Documents that will be one segment."""

    def __init__(self) -> None:
        self._texts: dict[str, _Texts] = {}
        self._values: dict[str, _Values] = {}
        self._numbers = array("q")
        self._moments = array("q")
        self._ids: list[str] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def is_full(self) -> bool:
        """Whether the next document belongs in another segment."""
        held = sum(texts.bytes() for texts in self._texts.values())
        return len(self) == MOST_CABLES or held > _MOST_BYTES

    def add(self, document: Document) -> None:
        """Invert one document."""
        cable = len(self)
        self._numbers.append(document.number)
        self._moments.append(document.moment)
        self._ids.append(document.id)
        for field, texts in document.texts.items():
            self._texts.setdefault(field, _Texts()).add(cable, texts)
        for field, values in document.keywords.items():
            self._values.setdefault(field, _Values()).add(cable, values)
        for field, integers in document.numbers.items():
            terms_ = map(number_term, integers)
            self._values.setdefault(numbers(field), _Values()).add(cable, terms_)

    def write(self, path: Path) -> None:
        """Write the segment's file."""
        with SegmentWriter(path) as writer:
            for field, texts in self._texts.items():
                texts.write(writer, field, len(self))
            for field, values in self._values.items():
                values.write(writer, field)
            write_cables(writer, self._numbers, self._moments, self._ids)


class _Texts(dict[str, "array[int]"]):
    """One TEXT field of all documents: for each word where it occurs."""

    def __init__(self) -> None:
        super().__init__()
        self._lengths = array("I")
        self._words = 0

    def __missing__(self, word: str) -> array[int]:
        value = self[word] = array("Q")
        return value

    def add(self, cable: int, texts: Iterable[str]) -> None:
        parts = [terms(text) for text in texts]
        first = cable << _HALF
        spans = []
        for part in parts:
            spans.append(range(first, first + len(part)))
            first += len(part) + GAP
        words, places = chain.from_iterable(parts), chain.from_iterable(spans)
        # A loop without bytecode: this is where indexing spends its time.
        deque(map(array.append, map(self.__getitem__, words), places), 0)
        self._lengths.extend(repeat(0, cable - len(self._lengths)))
        self._lengths.append(sum(map(len, parts)))
        self._words += self._lengths[-1]

    def bytes(self) -> int:
        return self._words * _BYTES_A_WORD + len(self) * _BYTES_A_TERM

    def write(self, writer: SegmentWriter, field: str, cables: int) -> None:
        places = {word: writer.add_term(word, _posting(self[word])) for word in sorted(self)}
        writer.end_field(unstemmed(field))
        for stem, words in _by_stem(list(places)):
            if len(words) == 1:  # most
                writer.add_same(stem, places[words[0]])
            else:
                writer.add_term(stem, _posting(self._together(words)))
        writer.end_field(field)
        self._lengths.extend(repeat(0, cables - len(self._lengths)))
        writer.add_column(f"{field}/lengths", self._lengths)

    def _together(self, words: Sequence[str]) -> array[int]:
        return array("Q", sorted(chain.from_iterable(map(self.__getitem__, words))))


class _Values(dict[str, "array[int]"]):
    """One field of whole values of all documents: for each value its cables."""

    def __missing__(self, value: str) -> array[int]:
        cables = self[value] = array("H")
        return cables

    def add(self, cable: int, values: Iterable[str]) -> None:
        for value in dict.fromkeys(values):
            self[value].append(cable)

    def write(self, writer: SegmentWriter, field: str) -> None:
        for value in sorted(self):
            writer.add_term(value, Posting(self[value]))
        writer.end_field(field)


def _by_stem(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The stems of these words in ascending order, each with the words that have it."""
    groups: dict[str, list[str]] = {}
    for stem, word in zip(stems(words), words, strict=True):
        groups.setdefault(stem, []).append(word)
    for stem in sorted(groups):
        yield stem, groups[stem]


def _posting(occurrences: array[int]) -> Posting:
    quarters = array("H", occurrences.tobytes())
    cables = quarters[_CABLE::4]
    positions = quarters[_POSITION::4]
    if quarters[_FAR::4].tobytes().strip(b"\0"):  # not all of them are 0
        positions = array("I", occurrences.tobytes())[_POSITION // 2::2]
    often = len(cables)
    if often <= _RARE and len(set(cables)) == often:  # once in each cable, as most words are
        return Posting(cables, _ONCE * often, positions)
    frequencies = Counter(cables.tolist())
    return Posting(array("H", frequencies), narrow(frequencies.values()), positions)
