"""Reading an archive: the cables as they were read, where they came from, what went wrong."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from .cable import Cable
from .record import unpack
from .schema import open_for_reading

_CHUNK: Final = 500  # below SQLite's limit on parameters, which was 999 for long
_COLUMNS: Final = (
    "cable.number, cable.record, cable.header, cable.body, cable.joined_in,"
    " (SELECT given FROM source WHERE source.cable = cable.number OR source.cable IN"
    " (SELECT number FROM cable AS piece WHERE piece.joined_in = cable.number)"
    " ORDER BY path LIMIT 1)"
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A cable in the archive; ``number`` is what an index knows it by. One that ``is_joined`` is
    a part of another that was joined from sections."""

    number: int
    cable: Cable
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A problem in a source (``field`` and ``message``), or why it was refused (``field`` '')."""

    source: str
    cable_id: str
    field: str
    message: str


class Archive:
    """An archive opened for reading; one committed state from its first question to its last.

    :raises ArchiveError: where there is none, or it is not one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._database = open_for_reading(folder)
        self._database.execute("BEGIN")
        self.generation = read_generation(self._database)

    def close(self) -> None:
        """Let go of the files."""
        self._database.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def count(self) -> int:
        """How many cables can be searched."""
        (count,) = self._database.execute("SELECT count(*) FROM cable WHERE shown").fetchone()
        return int(count)

    def cables(self, numbers: Sequence[int]) -> list[Stored]:
        """The cables with these numbers, in this order; unknown numbers are left out."""
        found: dict[int, Stored] = {}
        for start in range(0, len(numbers), _CHUNK):
            some = numbers[start : start + _CHUNK]
            rows = self._select(f"cable.number IN ({','.join('?' * len(some))})", tuple(some))
            found.update((stored.number, stored) for stored in rows)
        return [found[number] for number in numbers if number in found]

    def find(self, cable_id: str) -> list[Stored]:
        """All texts under a canonical id: the one that is shown, then the newest release first."""
        where = "cable.id = ? ORDER BY shown DESC, released DESC, cable.number"
        return list(self._select(where, (cable_id,)))

    def known(self, ids: Sequence[str]) -> list[str]:
        """Those of these ids that are a cable's in the archive, in the order given."""
        found: set[str] = set()
        for start in range(0, len(ids), _CHUNK):
            some = ids[start : start + _CHUNK]
            marks = ",".join("?" * len(some))
            rows = self._database.execute(f"SELECT id FROM cable WHERE id IN ({marks})", some)
            found.update(one for (one,) in rows)
        return [one for one in ids if one in found]

    def find_source(self, given: str) -> list[Stored]:
        """The cable that was read from a file, named as it was given or in full."""
        where = (
            "cable.number IN (SELECT cable FROM source WHERE path = ? OR given = ?)"
            " ORDER BY cable.number"
        )
        return list(self._select(where, (str(Path(given).absolute()), given)))

    def changed(self, generation: int) -> Iterator[Stored]:
        """The searchable cables changed after a generation, in the order of their numbers."""
        return self._select("cable.generation > ? AND shown ORDER BY cable.number", (generation,))

    def sample(self, size: int, generation: int) -> list[Stored]:
        """About so many searchable cables, evenly spread, last changed by this commit or before."""
        where = (
            "shown AND generation <= ?1 AND number % max(1, (SELECT count(*) FROM cable) / ?2) = 0"
            " ORDER BY cable.number LIMIT ?2"
        )
        return list(self._select(where, (generation, size)))

    def count_changed(self, generation: int) -> int:
        """How many cables :meth:`changed` gives."""
        (count,) = self._database.execute(
            "SELECT count(*) FROM cable WHERE generation > ? AND shown", (generation,)
        ).fetchone()
        return int(count)

    def forgotten(self, generation: int) -> list[int]:
        """The numbers that an index of this generation holds and must drop or replace."""
        rows = self._database.execute(
            "SELECT number FROM removed WHERE generation > ?"
            " UNION SELECT number FROM cable WHERE generation > ?",
            (generation, generation),
        )
        return [number for (number,) in rows]

    def behind(self, generation: int) -> int:
        """How many cables an index of this generation lacks, or holds as they no longer are."""
        return len(self.forgotten(generation)) if generation < self.generation else 0

    def sources(self, number: int) -> list[str]:
        """Where a cable came from, as given; one that was joined, from all its sections."""
        rows = self._database.execute(
            "SELECT given FROM source WHERE cable = ?1 OR cable IN"
            " (SELECT number FROM cable WHERE joined_in = ?1) ORDER BY path", (number,)
        )
        return [given for (given,) in rows]

    def times_cited(self, numbers: Sequence[int]) -> dict[int, int]:
        """How many cables of the archive cite each of these; 0 is left out."""
        rows = self._database.execute(
            "SELECT cable.number, count(DISTINCT citing.number) FROM reference"
            " JOIN cable AS citing ON citing.number = reference.cable AND citing.shown"
            " JOIN cable ON cable.id = reference.id AND cable.shown"
            " WHERE reference.id != '' GROUP BY cable.number"
        )
        wanted = set(numbers)
        return {number: count for number, count in rows if number in wanted}

    def cited(self, numbers: Sequence[int]) -> set[str]:
        """The ids that the cables with these numbers cite."""
        found: set[str] = set()
        for start in range(0, len(numbers), _CHUNK):
            some = numbers[start : start + _CHUNK]
            rows = self._database.execute(
                f"SELECT DISTINCT id FROM reference WHERE cable IN ({','.join('?' * len(some))})"
                " AND id != ''", some
            )
            found.update(one for (one,) in rows)
        return found

    def notes(self) -> Iterator[Note]:
        """Every refusal, then every problem, in the order of the paths."""
        rows = self._database.execute(
            "SELECT 0 AS kind, path, 0 AS position, given, '', '', refused FROM source"
            " WHERE refused != '' UNION ALL"
            " SELECT 1, path, position, given, coalesce(cable.id, ''), field, message FROM problem"
            " JOIN source USING (path) LEFT JOIN cable ON cable.number = source.cable"
            " ORDER BY kind, path, position"
        )
        for *_, given, cable_id, field, message in rows:
            yield Note(given, cable_id, field, message)

    def integrity(self) -> list[str]:
        """What SQLite's own check finds wrong: nothing, or a line each."""
        rows = self._database.execute("PRAGMA integrity_check").fetchall()
        rows += self._database.execute("PRAGMA foreign_key_check").fetchall()
        return [str(row[0]) for row in rows if row[0] != "ok"]

    def _select(self, where: str, values: tuple[object, ...]) -> Iterator[Stored]:
        sql = f"SELECT {_COLUMNS} FROM cable WHERE {where}"
        for number, record, header, body, whole, source in self._database.execute(sql, values):
            cable = replace(unpack(record, header, body), source=source or "")
            yield Stored(number, cable, whole is not None)


def read_generation(database: sqlite3.Connection) -> int:
    """The number of the archive's last commit; 0 for an empty one."""
    (value,) = database.execute("SELECT value FROM setting WHERE name = 'generation'").fetchone()
    return int(value)
