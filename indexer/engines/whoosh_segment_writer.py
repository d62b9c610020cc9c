"""Writes the file of one segment, which whoosh_segment describes and reads."""

from __future__ import annotations

import json
import os
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from .layout import ENCODING
from .whoosh_segment import HEADER, MAGIC, TRAILER, Numbers, Posting


class SegmentWriter:
    """Writes a segment's file; fields one after the other, terms in ascending order.

    When :meth:`close` returns, the file's content is safe from a loss of power.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb", buffering=1 << 20)
        self._place = 0
        self._checksum = 0
        self._sections: dict[str, tuple[int, int]] = {}
        self._terms: list[bytes] = []
        self._places = array("Q")

    def add_term(self, term: str, posting: Posting) -> int:
        """The next term of the field; the place of its posting list, for :meth:`add_same`."""
        cables, frequencies, positions = posting.cables, posting.frequencies, posting.positions
        header = HEADER.pack(
            len(cables), len(positions), frequencies.itemsize, positions.itemsize
        )
        place = self._place
        self._terms.append(term.encode(*ENCODING))
        self._places.append(place)
        self._write(b"".join((header, cables, frequencies, positions)))
        return place

    def add_same(self, term: str, place: int) -> None:
        """The next term of the field, whose posting list another term has, too."""
        self._terms.append(term.encode(*ENCODING))
        self._places.append(place)

    def end_field(self, field: str) -> None:
        """What was added since the field before belongs to this one."""
        starts = accumulate((len(term) + 1 for term in self._terms), initial=0)
        self.add_column(f"{field}/terms", b"\n".join(self._terms))
        self.add_column(f"{field}/starts", array("I", starts))
        self.add_column(f"{field}/places", self._places)
        self._terms, self._places = [], array("Q")

    def add_column(self, name: str, values: Numbers | bytes) -> None:
        """Something that has one entry a cable, or any other bytes under a name."""
        length = memoryview(values).nbytes
        self._sections[name] = (self._place, length)
        self._write(values)

    def close(self) -> None:
        """Write the directory and the checksums."""
        directory = json.dumps(self._sections).encode()
        place, checksum = self._place, zlib.crc32(directory)
        self._write(directory)
        trailer = TRAILER.pack(place, len(directory), checksum, self._checksum, MAGIC)
        self._file.write(trailer)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def _write(self, data: Numbers | bytes) -> None:
        self._checksum = zlib.crc32(data, self._checksum)
        self._place += self._file.write(data)

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
    encoded = [cable_id.encode(*ENCODING) for cable_id in ids]
    writer.add_column("ids", b"".join(encoded))
    writer.add_column("ids/ends", array("I", accumulate(map(len, encoded))))
    writer.add_column("ranks", ranks)
