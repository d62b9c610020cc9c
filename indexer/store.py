"""Writing an archive: the one writer, which keeps every text, its sources and its problems."""

import hashlib
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from .archive import read_generation
from .cable import Cable, Problem
from .record import pack
from .schema import DATABASE, create, open_for_writing

_RACY_NS: Final = 2_000_000_000
"""A file changed so shortly before it was read may have been changed again within one tick of the
file system's clock: size and time do not prove it unchanged."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which file a page came from, and the state that the file was in."""

    path: str
    given: str
    size: int
    mtime_ns: int


class Outcome(Enum):
    """What became of a page."""

    READ = "read"
    REPLACED = "replaced"
    DUPLICATE = "duplicate"
    UNCHANGED = "unchanged"


def page_digest(data: bytes) -> bytes:
    """16 bytes that tell one page's content from any other's."""
    return hashlib.blake2b(data, digest_size=16).digest()


class Store:
    """An archive opened for writing; made where there is none. Nothing is kept before commit.

    :raises ArchiveError: where the folder holds something else.
    """

    def __init__(self, folder: Path) -> None:
        made = (folder / DATABASE).exists()
        self._database = open_for_writing(folder) if made else create(folder)
        self._begin()

    def close(self) -> None:
        """Let go of the files; what was not committed is as if it had never been read."""
        self._database.rollback()
        self._database.close()

    def commit(self) -> int:
        """Keep everything since the last commit; the archive's new generation."""
        self._run("UPDATE setting SET value = ? WHERE name = 'generation'", str(self._generation))
        self._database.commit()
        self._begin()
        return self._generation - 1

    def is_unchanged(self, stamp: Stamp) -> bool:
        """Whether size and time prove that the file is as it was when it was read."""
        row = self._run(
            "SELECT size, mtime_ns, read_ns FROM source WHERE path = ?", stamp.path
        ).fetchone()
        if row is None or row[:2] != (stamp.size, stamp.mtime_ns):
            return False
        return bool(row[2] - row[1] > _RACY_NS)

    def is_same(self, stamp: Stamp, digest: bytes) -> bool:
        """Whether the file was read before with this very content; its new state is noted."""
        changed = self._run(
            "UPDATE source SET size = ?, mtime_ns = ?, read_ns = ?, given = ?"
            " WHERE path = ? AND digest = ?",
            stamp.size, stamp.mtime_ns, time.time_ns(), stamp.given, stamp.path, digest,
        )
        return changed.rowcount == 1

    def refusal(self, stamp: Stamp) -> str:
        """Why this file gave no cable when it was last read; '' where it gave one."""
        row = self._run("SELECT refused FROM source WHERE path = ?", stamp.path).fetchone()
        return str(row[0]) if row else ""

    def keep(self, stamp: Stamp, digest: bytes, cable: Cable) -> Outcome:
        """Keep the cable that was read from a file, in place of what the file gave before."""
        before = self._run("SELECT cable FROM source WHERE path = ?", stamp.path).fetchone()
        text = page_digest(f"{cable.header}\0{cable.body}".encode())
        number = self._same_text(cable, text, stamp.path)
        duplicate = number is not None
        if number is None:
            number = self._insert(cable, text)
        self._note_source(stamp, digest, number, "")
        self._note_problems(stamp.path, cable.problems)
        self._show_newest(cable.id)
        if before is not None and before[0] not in (None, number):
            self._drop_if_orphan(before[0])
        if before is not None:
            return Outcome.REPLACED
        return Outcome.DUPLICATE if duplicate else Outcome.READ

    def refuse(self, stamp: Stamp, digest: bytes, reason: str) -> None:
        """Note why a file gave no cable. A cable that it gave before is kept."""
        before = self._run("SELECT cable FROM source WHERE path = ?", stamp.path).fetchone()
        self._note_source(stamp, digest, before and before[0], reason)
        self._note_problems(stamp.path, ())

    def missing(self, roots: Iterable[str], seen: set[str]) -> list[str]:
        """The sources below these files or folders that were not seen, in order."""
        found: set[str] = set()
        for root in roots:
            folder = root.rstrip("/") + "/"
            rows = self._run(
                "SELECT path FROM source WHERE path = ?1 OR (path >= ?2 AND path < ?3)"
                " OR (path >= ?1 || '!' AND path < ?1 || '\"')",
                root, folder, folder[:-1] + "0",  # '0' follows '/', '"' follows '!'
            )
            found.update(path for (path,) in rows)
        return sorted(found - seen)

    def prune(self, paths: Iterable[str]) -> None:
        """Forget these sources, and the cables that no other source gives."""
        for path in paths:
            row = self._run("DELETE FROM source WHERE path = ? RETURNING cable", path).fetchone()
            if row is not None and row[0] is not None:
                self._drop_if_orphan(row[0])

    def _begin(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        self._generation = read_generation(self._database) + 1

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        return self._database.execute(sql, values)

    def _same_text(self, cable: Cable, text: bytes, path: str) -> int | None:
        """The number of this text, if it is kept already; its record is the newest release's."""
        row = self._run(
            "SELECT number, released, record FROM cable WHERE id = ? AND text_digest = ?",
            cable.id, text,
        ).fetchone()
        if row is None:
            return None
        number, released, record = row
        others = self._run(
            "SELECT 1 FROM source WHERE cable = ? AND path != ? LIMIT 1", number, path
        ).fetchone()
        newer = cable.released > released or others is None
        if newer and pack(cable) != record:
            self._write_record(number, cable)
        return int(number)

    def _insert(self, cable: Cable, text: bytes) -> int:
        inserted = self._run(
            "INSERT INTO cable (id, text_digest, shown, created, released, post, year,"
            " classification, origin, subject, header, body, record, generation)"
            " VALUES (?, ?, 1, '', '', '', 0, '', '', '', ?, ?, '', ?)",
            cable.id, text, cable.header, cable.body, self._generation,
        )
        number = inserted.lastrowid
        assert number is not None
        self._write_record(number, cable)
        return number

    def _write_record(self, number: int, cable: Cable) -> None:
        self._run(
            "UPDATE cable SET created = ?, released = ?, post = ?, year = ?, classification = ?,"
            " origin = ?, subject = ?, record = ?, generation = ? WHERE number = ?",
            cable.created, cable.released, cable.post, cable.year, cable.classification,
            cable.origin, cable.subject, pack(cable), self._generation, number,
        )
        self._run("DELETE FROM reference WHERE cable = ?", number)
        self._run("DELETE FROM tag WHERE cable = ?", number)
        self._database.executemany(
            "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?)",
            ((number, n, r.raw, r.kind, r.id, r.bullet) for n, r in enumerate(cable.references)),
        )
        self._database.executemany(
            "INSERT INTO tag VALUES (?, ?, ?, ?)",
            ((number, n, tag.code, tag.kind) for n, tag in enumerate(cable.tags)),
        )

    def _note_source(self, stamp: Stamp, digest: bytes, number: int | None, refused: str) -> None:
        self._run(
            "INSERT INTO source VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (path) DO"
            " UPDATE SET given = ?2, size = ?3, mtime_ns = ?4, read_ns = ?5, digest = ?6,"
            " cable = ?7, refused = ?8",
            stamp.path, stamp.given, stamp.size, stamp.mtime_ns, time.time_ns(), digest, number,
            refused,
        )

    def _note_problems(self, path: str, problems: Iterable[Problem]) -> None:
        self._run("DELETE FROM problem WHERE path = ?", path)
        self._database.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?)",
            ((path, n, problem.field, problem.message) for n, problem in enumerate(problems)),
        )

    def _show_newest(self, cable_id: str) -> None:
        """Of the texts under one id show the newest release; a cable without id is always shown."""
        if not cable_id:
            return
        rows = self._run(
            "SELECT number, shown FROM cable WHERE id = ? ORDER BY released DESC, created DESC,"
            " number DESC", cable_id,
        ).fetchall()
        for place, (number, shown) in enumerate(rows):
            if shown != (place == 0):
                self._run(
                    "UPDATE cable SET shown = ?, generation = ? WHERE number = ?",
                    int(place == 0), self._generation, number,
                )

    def _drop_if_orphan(self, number: int) -> None:
        if self._run("SELECT 1 FROM source WHERE cable = ? LIMIT 1", number).fetchone():
            return
        row = self._run("DELETE FROM cable WHERE number = ? RETURNING id", number).fetchone()
        self._run("INSERT OR REPLACE INTO removed VALUES (?, ?)", number, self._generation)
        self._show_newest(row[0])
