"""Documents to a segment: they are inverted in memory, and the file is written in one go."""

from __future__ import annotations

import sys
from array import array
from collections import Counter, deque
from collections.abc import Iterable
from itertools import chain, repeat
from pathlib import Path
from typing import Final

from ..analysis import stems, terms
from ..document import Document
from .whoosh_schema import GAP, number_term, numbers, unstemmed
from .whoosh_segment import MOST_CABLES, Posting, SegmentWriter, narrow, write_cables

_MOST_BYTES: Final = 256 << 20
_BYTES_A_WORD: Final = 16  # its occurrence as a stem and as it is
_BYTES_A_TERM: Final = 250  # the term, its array, its place in a dict

# An occurrence is one number, the cable in the upper half and the position in the lower: all that
# a word costs before writing is one append. The halves are then taken apart as bytes.
_HALF: Final = 32
_ONCE: Final = array("B", (1,))
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


class _Occurrences(dict[str, "array[int]"]):
    """For each term where it occurs."""

    def __missing__(self, term: str) -> array[int]:
        value = self[term] = array("Q")
        return value

    def add(self, terms_: list[str], places: Iterable[int]) -> None:
        # A loop without bytecode: this is where indexing spends its time.
        deque(map(array.append, map(self.__getitem__, terms_), places), 0)

    def write(self, writer: SegmentWriter, field: str) -> None:
        for term in sorted(self):
            writer.add_term(term, _posting(self[term]))
        writer.end_field(field)


class _Texts:
    """One TEXT field of all documents."""

    def __init__(self) -> None:
        self._stemmed = _Occurrences()
        self._unstemmed = _Occurrences()
        self._lengths = array("I")
        self._words = 0

    def add(self, cable: int, texts: Iterable[str]) -> None:
        parts = [terms(text) for text in texts]
        first = cable << _HALF
        spans = []
        for part in parts:
            spans.append(range(first, first + len(part)))
            first += len(part) + GAP
        words = list(chain.from_iterable(parts))
        self._unstemmed.add(words, chain.from_iterable(spans))
        self._stemmed.add(stems(words), chain.from_iterable(spans))
        self._lengths.extend(repeat(0, cable - len(self._lengths)))
        self._lengths.append(len(words))
        self._words += len(words)

    def bytes(self) -> int:
        different = len(self._stemmed) + len(self._unstemmed)
        return self._words * _BYTES_A_WORD + different * _BYTES_A_TERM

    def write(self, writer: SegmentWriter, field: str, cables: int) -> None:
        self._stemmed.write(writer, field)
        self._unstemmed.write(writer, unstemmed(field))
        self._lengths.extend(repeat(0, cables - len(self._lengths)))
        writer.add_column(f"{field}/lengths", self._lengths)


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


def _posting(occurrences: array[int]) -> Posting:
    if len(occurrences) == 1:  # half of all terms
        cable, position = divmod(occurrences[0], 1 << _HALF)
        return Posting(array("H", (cable,)), _ONCE, narrow((position,)))
    bytes_ = memoryview(occurrences).cast("B")
    quarters = bytes_.cast("H")
    frequencies = Counter(quarters[_CABLE::4].tolist())
    if any(quarters[_FAR::4]):
        positions = memoryview(array("I", bytes_.cast("I")[_POSITION // 2::2]))
    else:
        positions = memoryview(quarters[_POSITION::4].tobytes()).cast("H")
    return Posting(array("H", frequencies), narrow(frequencies.values()), positions)
