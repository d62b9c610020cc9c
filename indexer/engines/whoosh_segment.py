"""The file of one segment: for each field of the index its terms and their postings, and columns.

The file is written once, front to back, and then read through a memory map: opening it reads
only the directory at its end, and a posting list is a view of the map, not a copy. A segment
holds at most 65,536 cables, so that a cable's place in it takes two bytes. Numbers are in the
machine's own byte order: the index of another machine is made anew.
"""

import json
import mmap
import os
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

from ..errors import ArchiveError

MOST_CABLES: Final = 65_536
FORMAT: Final = 1
_MAGIC: Final = f"cables{FORMAT}{sys.byteorder[0]}".encode().ljust(8, b"\0")
_TRAILER: Final = struct.Struct("=QQ8s")  # where the directory is, its length, the magic
_HEADER: Final = struct.Struct("=IBB")  # cables, bytes of a frequency, bytes of a position
_CODES: Final = {1: "B", 2: "H", 4: "I"}
_ENCODING: Final = ("utf-8", "surrogatepass")  # keeps the order of code points

Numbers = memoryview | array[int] | bytes
"""Integers side by side, of one width."""


@dataclass(frozen=True, slots=True)
class Posting:
    """Where a term stands: cables in ascending order, how often in each, and at which positions,
    those of one cable after those of the other."""

    cables: Numbers
    frequencies: Numbers
    positions: Numbers


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
        self._sections: dict[str, tuple[int, int]] = {}
        self._terms: list[bytes] = []
        self._places = array("Q")

    def add_words(self, term: str, posting: Posting) -> None:
        """The next term of a TEXT field."""
        cables, frequencies, positions = (
            memoryview(part) for part in (posting.cables, posting.frequencies, posting.positions)
        )
        header = _HEADER.pack(len(cables), frequencies.itemsize, positions.itemsize)
        self._start_term(term)
        self._file.write(b"".join((header, cables, frequencies, positions)))

    def add_value(self, term: str, cables: Numbers) -> None:
        """The next value of any other field."""
        self._start_term(term)
        self._file.write(cables)

    def end_field(self, field: str) -> None:
        """What was added since the field before belongs to this one."""
        starts = array("I", (0,))
        for term in self._terms:
            starts.append(starts[-1] + len(term) + 1)
        self._places.append(self._file.tell())
        self.add_column(f"{field}/terms", b"\n".join(self._terms))
        self.add_column(f"{field}/starts", starts)
        self.add_column(f"{field}/places", self._places)
        self._terms, self._places = [], array("Q")

    def add_column(self, name: str, values: Numbers) -> None:
        """Something that has one entry a cable, or any other bytes under a name."""
        place = self._file.tell()
        self._file.write(values)
        self._sections[name] = (place, self._file.tell() - place)

    def close(self) -> None:
        """Write the directory."""
        directory = json.dumps(self._sections).encode()
        self._file.write(directory + _TRAILER.pack(self._file.tell(), len(directory), _MAGIC))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def __enter__(self) -> "SegmentWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: object, __: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._file.close()

    def _start_term(self, term: str) -> None:
        self._terms.append(term.encode(*_ENCODING))
        self._places.append(self._file.tell())


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
        self._sections: Mapping[str, list[int]] = json.loads(
            bytes(self._data[place : place + length])
        )
        self._fields: dict[str, FieldTerms] = {}

    def field(self, name: str) -> "FieldTerms":
        """The terms of a field; none where no cable of the segment has it."""
        if name not in self._fields:
            self._fields[name] = FieldTerms(
                self._data,
                self._bytes(f"{name}/terms"),
                self.column(f"{name}/starts", "I"),
                self.column(f"{name}/places", "Q"),
            )
        return self._fields[name]

    def fields(self) -> list[str]:
        """The names of the fields that a cable of the segment has."""
        return [name[:-6] for name in self._sections if name.endswith("/terms")]

    def column(self, name: str, code: str) -> memoryview:
        """The numbers under this name, as an array of this type code; empty where there are
        none."""
        values = self._bytes(name)
        return values.cast(code) if values else memoryview(array(code))

    def text(self, name: str) -> str:
        """The text under this name."""
        return str(self._bytes(name), *_ENCODING)

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
        if start >= stop:
            return []
        terms = self._terms[self._starts[start] : self._starts[stop] - 1]
        return str(terms, *_ENCODING).split("\n")

    def cables(self, index: int) -> memoryview:
        """The cables that have this value; of any field but a TEXT."""
        return self._record(index).cast("H")

    def words(self, index: int) -> Posting:
        """The posting list of this term of a TEXT field."""
        record = self._record(index)
        count, frequency, position = _HEADER.unpack_from(record)
        first = _HEADER.size + 2 * count
        second = first + frequency * count
        return Posting(
            record[_HEADER.size : first].cast("H"),
            record[first:second].cast(_CODES[frequency]),
            record[second:].cast(_CODES[position]),
        )

    def _record(self, index: int) -> memoryview:
        return self._data[self._places[index] : self._places[index + 1]]


def _damaged(path: Path) -> ArchiveError:
    return ArchiveError(
        f"{path} is damaged or of another version or machine: run `cables reindex -a ARCHIVE`"
    )
