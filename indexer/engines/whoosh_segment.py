"""The file of one segment: for each field of the index its terms and their postings, and columns.

The file is written once, front to back, and then read through a memory map: opening it reads
only the directory at its end, and a posting list is a view of the map, not a copy. A segment
holds at most 65,536 cables, so that a cable's place in it takes two bytes. Numbers are in the
machine's own byte order: the index of another machine is made anew.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final, Literal, TypeAlias

from ..errors import ArchiveError

MOST_CABLES: Final = 65_536
FORMAT: Final = 1
_MAGIC: Final = f"cables{FORMAT}{sys.byteorder[0]}".encode().ljust(8, b"\0")
_TRAILER: Final = struct.Struct("=QQ8s")  # where the directory is, its length, the magic
_HEADER: Final = struct.Struct("=IBB")  # cables, bytes of a frequency, bytes of a position
Code: TypeAlias = Literal["B", "H", "I", "Q", "q"]
CODES: Final[dict[int, Code]] = {0: "B", 1: "B", 2: "H", 4: "I"}
_ENCODING: Final = ("utf-8", "surrogatepass")  # keeps the order of code points

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


class SegmentWriter:
    """Writes a segment's file; fields one after the other, terms in ascending order.

    When :meth:`close` returns, the file's content is safe from a loss of power.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb", buffering=1 << 20)
        self._place = 0
        self._sections: dict[str, tuple[int, int]] = {}
        self._terms: list[bytes] = []
        self._places = array("Q")

    def add_term(self, term: str, posting: Posting) -> None:
        """The next term of the field."""
        cables, frequencies, positions = posting.cables, posting.frequencies, posting.positions
        widths = [part.itemsize if part else 0 for part in (frequencies, positions)]
        header = _HEADER.pack(len(cables), *widths)
        self._terms.append(term.encode(*_ENCODING))
        self._places.append(self._place)
        self._place += self._file.write(b"".join((header, cables, frequencies, positions)))

    def end_field(self, field: str) -> None:
        """What was added since the field before belongs to this one."""
        starts = array("I", (0,))
        for term in self._terms:
            starts.append(starts[-1] + len(term) + 1)
        self._places.append(self._place)
        self.add_column(f"{field}/terms", b"\n".join(self._terms))
        self.add_column(f"{field}/starts", starts)
        self.add_column(f"{field}/places", self._places)
        self._terms, self._places = [], array("Q")

    def add_column(self, name: str, values: Numbers | bytes) -> None:
        """Something that has one entry a cable, or any other bytes under a name."""
        length = memoryview(values).nbytes
        self._sections[name] = (self._place, length)
        self._file.write(values)
        self._place += length

    def close(self) -> None:
        """Write the directory."""
        directory = json.dumps(self._sections).encode()
        self._file.write(directory + _TRAILER.pack(self._place, len(directory), _MAGIC))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def __enter__(self) -> SegmentWriter:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self._file.close()


def write_cables(
    writer: SegmentWriter, numbers: array[int], moments: array[int], ids: Sequence[str]
) -> None:
    """Write what is kept of the cables themselves: their numbers in the archive, their moments,
    their ids, and their ranks in the order of the ids."""
    order = sorted(range(len(ids)), key=lambda cable: (ids[cable], numbers[cable]))
    ranks = array("H", bytes(2 * len(order)))
    for rank, cable in enumerate(order):
        ranks[cable] = rank
    writer.add_column("numbers", numbers)
    writer.add_column("moments", moments)
    encoded = [cable_id.encode(*_ENCODING) for cable_id in ids]
    writer.add_column("ids", b"".join(encoded))
    writer.add_column("ids/ends", array("I", accumulate(map(len, encoded))))
    writer.add_column("ranks", ranks)


class SegmentFile:
    """A segment's file, open for reading. Its views are good as long as somebody holds them.

    :raises ArchiveError: where it is cut short, or was made by another version or machine.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size < _TRAILER.size:
                raise _damaged(path)
            self._data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        place, length, magic = _TRAILER.unpack(self._data[-_TRAILER.size :])
        if magic != _MAGIC:
            raise _damaged(path)
        directory = bytes(self._data[place : place + length])
        self._sections: Mapping[str, list[int]] = json.loads(directory)
        self._fields: dict[str, FieldTerms] = {}

    def __len__(self) -> int:
        return len(self.column("numbers", "q"))

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
        return as_numbers(self._bytes(name), code)

    def id(self, cable: int) -> str:
        """The id of a cable."""
        ends = self.column("ids/ends", "I")
        start = ends[cable - 1] if cable else 0
        return str(self._bytes("ids")[start : ends[cable]], *_ENCODING)

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
        return str(self._terms[self._starts[index] : self._starts[index + 1] - 1], *_ENCODING)

    def from_term(self, term: str) -> int:
        """The index of the first term that is not below this one."""
        return bisect_left(range(len(self)), term, key=self.__getitem__)

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
        return str(terms, *_ENCODING).split("\n")

    def posting(self, index: int) -> Posting:
        """The posting list of this term."""
        record = self._data[self._places[index] : self._places[index + 1]]
        count, frequency, position = _HEADER.unpack_from(record)
        middle = _HEADER.size + 2 * count
        end = middle + frequency * count
        return Posting(
            as_numbers(record[_HEADER.size : middle], "H"),
            as_numbers(record[middle:end], CODES[frequency]),
            as_numbers(record[end:], CODES[position]),
        )


def _damaged(path: Path) -> ArchiveError:
    archive = path.parent.parent.parent
    return ArchiveError(
        f"{path} is damaged or of another version or machine: run `cables reindex -a {archive}`"
    )
