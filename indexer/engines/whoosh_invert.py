"""Documents to a segment: everything is inverted in memory and then written in one go."""

import sys
from array import array
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final

from ..analysis import stems, terms
from ..document import Document
from .whoosh_schema import GAP, number_term, numbers, unstemmed
from .whoosh_segment import MOST_CABLES, Numbers, Posting, SegmentWriter, narrow

_MOST_BYTES: Final = 256 << 20
_BYTES_A_TERM: Final = 250  # measured: a key, an array, their places in a dict
_BYTES_A_WORD: Final = 8

# An occurrence is one number, the cable above and the position below: one append for each word
# is all that there is to do before writing. These are the parts of it as bytes are in memory.
_SHIFT: Final = 32
_LOW, _HIGH = (0, 1) if sys.byteorder == "little" else (1, 0)
_LOWEST: Final = 0 if sys.byteorder == "little" else 3


class Inverter:
    """Documents that will be one segment."""

    def __init__(self) -> None:
        self._words: dict[str, _Words] = {}
        self._values: dict[str, _Values] = {}
        self._numbers = array("q")
        self._moments = array("q")
        self._ids: list[str] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def is_full(self) -> bool:
        """Whether the next document belongs in another segment."""
        return len(self) == MOST_CABLES or self._bytes() > _MOST_BYTES

    def add(self, document: Document) -> None:
        """Invert one document."""
        cable = len(self)
        self._numbers.append(document.number)
        self._moments.append(document.moment)
        self._ids.append(document.id)
        for field, texts in document.texts.items():
            self._add_texts(field, cable, texts)
        for field, values in document.keywords.items():
            self._add_values(field, cable, values)
        for field, integers in document.numbers.items():
            self._add_values(numbers(field), cable, map(number_term, integers))

    def write(self, path: Path) -> None:
        """Write the segment's file."""
        with SegmentWriter(path) as writer:
            for field, words in self._words.items():
                words.write(writer, field, len(self))
            for field, values in self._values.items():
                values.write(writer, field)
            write_columns(writer, self._numbers, self._moments, self._ids)

    def _add_texts(self, field: str, cable: int, texts: Iterable[str]) -> None:
        parts = [terms(text) for text in texts]
        positions = list(_positions(map(len, parts)))
        found = parts[0] if len(parts) == 1 else list(chain.from_iterable(parts))
        if found:
            self._words_of(field).add(cable, stems(found), positions)
            self._words_of(unstemmed(field)).add(cable, found, positions)

    def _add_values(self, field: str, cable: int, values: Iterable[str]) -> None:
        if field not in self._values:
            self._values[field] = _Values()
        self._values[field].add(cable, values)

    def _words_of(self, field: str) -> "_Words":
        if field not in self._words:
            self._words[field] = _Words()
        return self._words[field]

    def _bytes(self) -> int:
        words = sum(field.count for field in self._words.values())
        different = sum(len(field.occurrences) for field in self._words.values())
        return words * _BYTES_A_WORD + different * _BYTES_A_TERM
