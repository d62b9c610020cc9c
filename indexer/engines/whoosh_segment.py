"""The file of one segment: for each field of the index its terms and their postings, and columns.

The file is written once, front to back, and then read through a memory map: opening it reads
only the directory at its end, and a posting list is a view of the map, not a copy. The checksum of
the directory is compared then; that of the whole file only by `cables check`, since it takes
reading it all. A segment
holds at most 65,536 cables, so that a cable's place in it takes two bytes. Terms may share a
posting list: most stems are those of one word alone, and stand where it stands. Numbers are in
the machine's own byte order: the index of another machine is made anew.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from ..errors import ArchiveError
from .layout import ENCODING

MOST_CABLES: Final = 65_536
FORMAT: Final = 3
MAGIC: Final = f"cables{FORMAT}{sys.byteorder[0]}".encode().ljust(8, b"\0")
TRAILER: Final = struct.Struct("=QQII8s")
"""Where the directory is, its length, its crc32, that of all before the trailer; the magic."""

HEADER: Final = struct.Struct("=IIBB")  # cables, positions, bytes of a frequency and a position
Code: TypeAlias = Literal["B", "H", "I", "Q", "q"]
CODES: Final[dict[int, Code]] = {0: "B", 1: "B", 2: "H", 4: "I"}

_NONE: Final = memoryview(b"")

Numbers: TypeAlias = "memoryview | array[int]"
"""Integers side by side, of one width."""


@dataclass(frozen=True, slots=True)
class Posting:
    """Where a term stands: cables in ascending order, how often in each, and at which positions,
    those of one cable after those of the other. A field that is no TEXT has only the cables."""

    cables: Numbers
    frequencies: Numbers = _NONE
    positions: Numbers = _NONE


def as_numbers(data: memoryview, code: Code) -> memoryview:
    """These bytes as numbers of this type code."""
    return data.cast(code) if data else memoryview(array(code))  # no bytes cannot be cast


def narrow(values: Collection[int]) -> array[int]:
    """These numbers in the narrowest array that holds them.

    >>> narrow([7, 300])
    array('H', [7, 300])
    """
    most = max(values, default=0)
    return array("B" if most < 1 << 8 else "H" if most < 1 << 16 else "I", values)


class SegmentFile:
    """A segment's file, open for reading. Its views are good as long as somebody holds them.

    :raises ArchiveError: where it is cut short, its directory is not as it was written, or it was
        made by another version or machine.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size < TRAILER.size:
                raise _damaged(path)
            self._data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        self._path = path
        try:
            self._sections = _sections(self._data)
        except ValueError as error:
            raise _damaged(path) from error
        self._fields: dict[str, FieldTerms] = {}
        self._columns: dict[str, memoryview] = {}

    def __len__(self) -> int:
        return len(self.column("numbers", "q"))

    def check_sum(self) -> None:
        """Read the whole file and compare its checksum.

        :raises ArchiveError: where it is not as it was written.
        """
        *_, written, _ = TRAILER.unpack(self._data[-TRAILER.size :])
        if zlib.crc32(self._data[: -TRAILER.size]) != written:
            raise _damaged(self._path)

    def field(self, name: str) -> FieldTerms:
        """The terms of a field; none where no cable of the segment has it."""
        if name not in self._fields:
            self._fields[name] = FieldTerms(
                self._data,
                self._bytes(f"{name}/terms"),
                self.column(f"{name}/starts", "I"),
                self.column(f"{name}/places", "Q"),
            )
        return self._fields[name]

    def posting(self, field: str, term: str) -> Posting:
        """Where a term of a field stands; nowhere, where there is no such term."""
        terms = self.field(field)
        index = terms.find(term)
        return terms.posting(index) if index >= 0 else Posting(_NONE)

    def fields(self) -> list[str]:
        """The names of the fields that a cable of the segment has."""
        return [name[:-6] for name in self._sections if name.endswith("/terms")]

    def column(self, name: str, code: Code) -> memoryview:
        """The numbers under this name, as an array of this type code; empty where there are
        none."""
        if name not in self._columns:
            self._columns[name] = as_numbers(self._bytes(name), code)
        return self._columns[name]

    def id(self, cable: int) -> str:
        """The id of a cable."""
        ends = self.column("ids/ends", "I")
        start = ends[cable - 1] if cable else 0
        return str(self.column("ids", "B")[start : ends[cable]], *ENCODING)

    def lengths(self, field: str) -> memoryview:
        """How many words each cable has in a TEXT field."""
        return self.column(f"{field}/lengths", "I") or memoryview(array("I", bytes(4 * len(self))))

    def _bytes(self, name: str) -> memoryview:
        place, length = self._sections.get(name, (0, 0))
        return self._data[place : place + length]


@dataclass(frozen=True, slots=True)
class FieldTerms:
    """The terms of one field in one segment, in ascending order, each known by its index."""

    _data: memoryview
    _terms: memoryview
    _starts: memoryview
    _places: memoryview

    def __len__(self) -> int:
        return max(len(self._starts) - 1, 0)

    def __getitem__(self, index: int) -> str:
        return str(self._terms[self._starts[index] : self._starts[index + 1] - 1], *ENCODING)

    def from_term(self, term: str) -> int:
        """The index of the first term that is not below this one."""
        wanted = term.encode(*ENCODING)
        terms, starts = self._terms, self._starts
        low, high = 0, len(self)
        while low < high:  # bisect_left with a key takes twice as long
            middle = (low + high) // 2
            if terms[starts[middle] : starts[middle + 1] - 1].tobytes() < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, term: str) -> int:
        """The index of a term, -1 where there is none."""
        index = self.from_term(term)
        return index if index < len(self) and self[index] == term else -1

    def between(self, start: int, stop: int) -> list[str]:
        """The terms from one index to before another."""
        stop = min(stop, len(self))
        if start >= stop:
            return []
        terms = self._terms[self._starts[start] : self._starts[stop] - 1]
        return str(terms, *ENCODING).split("\n")

    def place(self, index: int) -> int:
        """Where the posting list of this term is in the file."""
        return int(self._places[index])

    def placed(self, place: int) -> int:
        """The index of the term with the posting list at this place, -1 where there is none; only
        for a field whose terms share no posting lists."""
        index = bisect_left(self._places, place)
        return index if index < len(self) and self._places[index] == place else -1

    def posting(self, index: int) -> Posting:
        """The posting list of this term."""
        place = self._places[index]
        data = self._data
        cables, positions, frequency, position = HEADER.unpack_from(data, place)
        start = place + HEADER.size
        middle = start + 2 * cables
        end = middle + frequency * cables
        if not positions:
            return Posting(as_numbers(data[start:middle], "H"))
        return Posting(
            as_numbers(data[start:middle], "H"),
            as_numbers(data[middle:end], CODES[frequency]),
            as_numbers(data[end : end + position * positions], CODES[position]),
        )


def _sections(data: memoryview) -> Mapping[str, list[int]]:
    """Where each section is and its length, by name; a ValueError where that is damaged."""
    place, length, checksum, _, magic = TRAILER.unpack(data[-TRAILER.size :])
    directory = data[place : place + length]
    if magic != MAGIC or zlib.crc32(directory) != checksum:
        raise ValueError("the directory is not as it was written")
    sections: Mapping[str, list[int]] = json.loads(bytes(directory))
    return sections


def _damaged(path: Path) -> ArchiveError:
    archive = path.parent.parent.parent
    return ArchiveError(
        f"{path} is damaged or of another version or machine: run `cables reindex -a {archive}`"
    )
