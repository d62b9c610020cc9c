"""The texts of an archive that is being written: kept once each, joined where they are sections,
and one of those under an id shown."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .cable import Cable
from .kept import unpack
from .packed import Packed, pack
from .sections import choose_pieces, join, named_sections
from .stamp import digest_of
from .telegram.paragraphs import flat

_FACTS: Final = Packed._fields[:-2]  # all but header and body
_INSERT: Final = (
    f"INSERT INTO cable ({', '.join(Packed._fields)}, text_digest, sections, generation)"
    f" VALUES ({', '.join('?' * (len(Packed._fields) + 3))})"
)
_UPDATE: Final = (
    f"UPDATE cable SET {', '.join(f'{name} = ?' for name in Packed._fields)},"
    " text_digest = ?, sections = ?, generation = ? WHERE number = ?"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A text under an id, as it stands in the table."""

    number: int
    shown: int
    sections: str
    joined_in: int | None


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts, written as of one commit."""

    database: sqlite3.Connection
    generation: int

    def keep(self, cable: Cable, path: str) -> tuple[int, bool]:
        """The number of this text, and whether it was kept before from another source."""
        digest = _text_digest(cable)
        number = self._same_text(cable, digest, path)
        if number is not None:
            return number, True
        return self._insert(cable, digest), False

    def settle(self, cable_id: str) -> None:
        """Join the sections under an id, and show the newest whole text; a cable without an id is
        always shown."""
        if not cable_id or self._is_alone(cable_id):
            return
        rows = self._rows(cable_id)
        if any(row.sections or row.joined_in for row in rows):
            self._join_sections(rows)
            rows = self._rows(cable_id)
        place = 0
        for row in rows:
            shown = int(row.joined_in is None and place == 0)
            place += shown
            if row.shown != shown:
                self._change(row.number, "shown", shown)

    def drop_if_orphan(self, number: int) -> None:
        """Forget a text that no source gives."""
        if self._has_source(number):
            return
        if row := self._run("SELECT id FROM cable WHERE number = ?", number).fetchone():
            self._drop(number)
            self.settle(row[0])

    def _is_alone(self, cable_id: str) -> bool:
        """Whether this is the id of one whole text, which is shown."""
        rows = self._run(
            "SELECT shown, sections, joined_in FROM cable WHERE id = ? LIMIT 2", cable_id
        ).fetchall()
        return rows == [(1, "", None)]

    def _rows(self, cable_id: str) -> list[_Row]:
        """The texts under an id, the one to show first: any text before none, one with its
        beginning before one without, the newest release before others."""
        rows = self._run(
            "SELECT number, shown, sections, joined_in FROM cable WHERE id = ?"
            " ORDER BY body = '', sections != '' AND sections NOT GLOB '1[ /]*', released DESC,"
            " created DESC, number DESC",
            cable_id,
        )
        return [_Row(*row) for row in rows]

    def _join_sections(self, rows: Sequence[_Row]) -> None:
        """Say which texts are sections of which whole one: a page's, or one joined from them."""
        made = self._made(rows)
        pieces = {
            row.number: self._cable(row.number)
            for row in rows if row.sections and row.number != made
        }
        chosen = choose_pieces(list(pieces.values()))
        whole = self._whole(rows, made) if chosen else None
        if made is not None and (whole is not None or not chosen):
            self._drop(made)
        if chosen and whole is None:
            whole = self._joined(join(chosen), made)
        for row in rows:
            joined_in = whole if row.number in pieces and pieces[row.number] in chosen else None
            if row.joined_in != joined_in and row.number != made:
                self._change(row.number, "joined_in", joined_in)

    def _made(self, rows: Sequence[_Row]) -> int | None:
        """The text that was joined from others before: it has no source of its own."""
        for whole in {row.joined_in for row in rows} - {None}:
            if not self._has_source(whole):
                return whole
        return None

    def _whole(self, rows: Sequence[_Row], made: int | None) -> int | None:
        """The newest text that a page has whole."""
        others = (row.number for row in rows if not row.sections and row.number != made)
        return next((number for number in others if not self._cable(number).partial), None)

    def _joined(self, whole: Cable, number: int | None) -> int:
        digest = _text_digest(whole)
        if number is None:
            return self._insert(whole, digest)
        self._write(number, whole, digest)
        return number

    def _cable(self, number: int) -> Cable:
        row = self._run(
            f"SELECT {', '.join(Packed._fields)} FROM cable WHERE number = ?", number
        ).fetchone()
        return unpack(Packed(*row))

    def _same_text(self, cable: Cable, digest: bytes, path: str) -> int | None:
        """The number of this text, if it is kept already; its facts are the newest release's."""
        row = self._run(
            f"SELECT number, {', '.join(_FACTS)} FROM cable WHERE id = ? AND text_digest = ?",
            cable.id, digest,
        ).fetchone()
        if row is None:
            return None
        number, *facts = row
        others = self._run(
            "SELECT 1 FROM source WHERE cable = ? AND path != ? LIMIT 1", number, path
        ).fetchone()
        newer = others is None or cable.released > facts[_FACTS.index("released")]
        if newer and list(pack(cable)[: len(_FACTS)]) != facts:
            self._write(number, cable, digest)
        return int(number)

    def _insert(self, cable: Cable, digest: bytes) -> int:
        number = self._run(_INSERT, *self._values(cable, digest)).lastrowid
        assert number is not None
        self._list(number, cable)
        return number

    def _write(self, number: int, cable: Cable, digest: bytes) -> None:
        self._run(_UPDATE, *self._values(cable, digest), number)
        self._run("DELETE FROM reference WHERE cable = ?", number)
        self._run("DELETE FROM tag WHERE cable = ?", number)
        self._list(number, cable)

    def _values(self, cable: Cable, digest: bytes) -> tuple[object, ...]:
        return (*pack(cable), digest, named_sections(cable), self.generation)

    def _list(self, number: int, cable: Cable) -> None:
        """Write the tables that have a row for each reference and tag."""
        self.database.executemany(
            "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?)",
            ((number, n, r.raw, r.kind, r.id, r.bullet) for n, r in enumerate(cable.references)),
        )
        self.database.executemany(
            "INSERT INTO tag VALUES (?, ?, ?, ?)",
            ((number, n, tag.code, tag.kind) for n, tag in enumerate(cable.tags)),
        )

    def _change(self, number: int, column: str, value: int | None) -> None:
        self._run(
            f"UPDATE cable SET {column} = ?, generation = ? WHERE number = ?",
            value, self.generation, number,
        )

    def _drop(self, number: int) -> None:
        self._run("DELETE FROM cable WHERE number = ?", number)
        self._run("INSERT OR REPLACE INTO removed VALUES (?, ?)", number, self.generation)

    def _has_source(self, number: int | None) -> bool:
        found = self._run("SELECT 1 FROM source WHERE cable = ? LIMIT 1", number)
        return found.fetchone() is not None

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        return self.database.execute(sql, values)


def _text_digest(cable: Cable) -> bytes:
    """Alike for texts that differ in white space, or in the pilcrows that publishers put in."""
    text = f"{cable.header}\0{cable.body}".replace("\N{PILCROW SIGN}", "")
    return digest_of(flat(text).encode().translate(None, b" "))
