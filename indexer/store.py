"""Writing an archive: the one writer, which keeps every text, its sources and its problems."""

import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from .archive import read_generation
from .cable import Cable, Problem
from .schema import DATABASE, create, open_for_writing
from .stamp import Outcome, Stamp
from .texts import Texts

_RACY_NS: Final = 2_000_000_000
"""A file changed so shortly before it was read may have been changed again within one tick of the
file system's clock: size and time do not prove it unchanged."""


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
        number, duplicate = self._texts.keep(cable, stamp.path)
        self._note_source(stamp, digest, number, "")
        self._note_problems(stamp.path, cable.problems)
        self._texts.settle(cable.id)
        if before is not None and before[0] not in (None, number):
            self._texts.drop_if_orphan(before[0])
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
                self._texts.drop_if_orphan(row[0])

    def _begin(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        self._generation = read_generation(self._database) + 1
        self._texts = Texts(self._database, self._generation)

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        return self._database.execute(sql, values)

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
