"""Reading an archive: the cables as they were read, where they came from, what went wrong."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from .cable import Cable
from .kept import unpack
from .listed import LISTED_COLUMNS, Listed, listed_cable, listed_row
from .packed import Packed
from .schema import open_for_reading

_CHUNK: Final = 500  # below SQLite's limit on parameters, which was 999 for long

# What a cable was read from; one that was joined has no source but those of its sections.
_SOURCE: Final = (
    "coalesce((SELECT given FROM source WHERE cable = cable.number ORDER BY path LIMIT 1),"
    " (SELECT given FROM source WHERE cable IN"
    " (SELECT number FROM cable AS piece WHERE piece.joined_in = cable.number)"
    " ORDER BY path LIMIT 1), '')"
)
_STORED: Final = (
    f"SELECT number, joined_in, {_SOURCE}, {', '.join(Packed._fields)} FROM cable WHERE"
)
_CHANGED: Final = "SELECT number FROM cable AS one WHERE one.generation > ?1"
_HIDDEN: Final = "SELECT number FROM cable AS one WHERE one.shown = 0"
_LISTED: Final = f"SELECT {_SOURCE}, {LISTED_COLUMNS} FROM cable WHERE"


@dataclass(frozen=True, slots=True)
class Stored:
    """A cable in the archive; ``number`` is what an index knows it by. One that ``is_joined`` is
    a part of another that was joined from sections."""

    number: int
    cable: Cable
    is_joined: bool = False

    def listed(self) -> Listed:
        """The same as a list shows it."""
        return listed_cable(self.number, self.cable)


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
        (count,) = self._database.execute(  # of the indexes alone: the table is long
            "SELECT (SELECT count(*) FROM cable) - (SELECT count(*) FROM cable WHERE shown = 0)"
        ).fetchone()
        return int(count)

    def cables(self, numbers: Sequence[int]) -> list[Stored]:
        """The cables with these numbers, in this order; unknown numbers are left out."""
        found: dict[int, Stored] = {}
        for where, some in _in_chunks(numbers):
            found.update((stored.number, stored) for stored in self._select(where, some))
        return [found[number] for number in numbers if number in found]

    def listed(self, numbers: Sequence[int]) -> list[Listed]:
        """The same as a list shows them: no text is read."""
        found: dict[int, Listed] = {}
        for where, some in _in_chunks(numbers):
            rows = (listed_row(*row) for row in self._database.execute(f"{_LISTED} {where}", some))
            found.update((listed.number, listed) for listed in rows)
        return [found[number] for number in numbers if number in found]

    def find(self, cable_id: str) -> list[Stored]:
        """All texts under a canonical id: the one that is shown, then the newest release first."""
        where = "id = ? ORDER BY shown DESC, released DESC, number"
        return list(self._select(where, (cable_id,)))

    def known(self, ids: Sequence[str]) -> list[str]:
        """Those of these ids that are a cable's in the archive, in the order given."""
        found: set[str] = set()
        for where, some in _in_chunks(ids, "id"):
            rows = self._database.execute(f"SELECT id FROM cable WHERE {where}", some)
            found.update(one for (one,) in rows)
        return [one for one in ids if one in found]

    def find_source(self, given: str) -> list[Stored]:
        """The cable that was read from a file, named as it was given or in full."""
        where = (
            "number IN (SELECT cable FROM source WHERE path = ? OR given = ?) ORDER BY number"
        )
        return list(self._select(where, (str(Path(given).absolute()), given)))

    def changed(self, generation: int) -> Iterator[Stored]:
        """The searchable cables changed after a generation, in the order of their numbers."""
        where = f"number IN ({_CHANGED}) AND shown ORDER BY number"
        return self._select(where, (generation,))

    def sample(self, size: int, generation: int) -> list[Stored]:
        """About so many searchable cables, evenly spread, last changed by this commit or before."""
        where = (
            "shown AND generation <= ?1 AND number % max(1, (SELECT count(*) FROM cable) / ?2) = 0"
            " ORDER BY number LIMIT ?2"
        )
        return list(self._select(where, (generation, size)))

    def count_changed(self, generation: int) -> int:
        """How many cables :meth:`changed` gives."""
        (count,) = self._database.execute(
            f"SELECT (SELECT count(*) FROM ({_CHANGED})) - (SELECT count(*) FROM cable"
            " WHERE shown = 0 AND generation > ?1)", (generation,)
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
        found: dict[int, int] = {}
        for where, some in _in_chunks(numbers):
            found.update(self._database.execute(
                "SELECT number, count(DISTINCT reference.cable) FROM cable"
                " JOIN reference ON reference.id = cable.id AND reference.id != ''"
                f" WHERE {where} AND shown AND reference.cable NOT IN ({_HIDDEN}) GROUP BY number",
                some,
            ))
        return found

    def cited(self, numbers: Sequence[int]) -> set[str]:
        """The ids that the cables with these numbers cite."""
        found: set[str] = set()
        for where, some in _in_chunks(numbers, "cable"):
            rows = self._database.execute(
                f"SELECT DISTINCT id FROM reference WHERE {where} AND id != ''", some
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

    def _select(self, where: str, values: Sequence[object]) -> Iterator[Stored]:
        rows = self._database.execute(f"{_STORED} {where}", values)
        for number, joined_in, source, *packed in rows:
            yield Stored(number, unpack(Packed(*packed), source), joined_in is not None)


_Values = TypeVar("_Values", int, str)


def _in_chunks(
    values: Sequence[_Values], column: str = "number"
) -> Iterator[tuple[str, Sequence[_Values]]]:
    """A condition that a column has one of these values, and the values, for some at a time."""
    for start in range(0, len(values), _CHUNK):
        some = values[start : start + _CHUNK]
        yield f"{column} IN ({','.join('?' * len(some))})", some


def read_generation(database: sqlite3.Connection) -> int:
    """The number of the archive's last commit; 0 for an empty one."""
    (value,) = database.execute("SELECT value FROM setting WHERE name = 'generation'").fetchone()
    return int(value)
