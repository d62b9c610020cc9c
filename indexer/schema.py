"""The tables of archive.sqlite, documented for people who open it with other tools, and the way
in: every connection is made here.

Schema 1 (2026): cable, source, reference, tag, problem, removed, setting.
Schema 2 (2026): sections that were published apart (cable.sections, cable.joined_in).
Schema 3 (2026): a text that stands in the body is kept once (cable.paragraphs); what a list of
cables shows has columns of its own, before the long ones (cable.caveats, cable.tags).
"""

import sqlite3
from pathlib import Path
from typing import Final

from .errors import ArchiveError

APPLICATION_ID: Final = 0x4361626C  # "Cabl": what `file` and SQLite tools see
SCHEMA_VERSION: Final = 3
DATABASE: Final = "archive.sqlite"

TABLES: Final = """
-- One text of a cable. `shown` is 1 for the text that is searched, 0 for another text that was
-- published under the same id. `sections` is such as `1 2/3` where the text holds only some of the
-- telegram's sections; `joined_in` is then the cable that was joined from them, which has no source
-- of its own. `generation` is the commit that last changed the row. `caveats`, `tags`, `record` and
-- `paragraphs` are JSON. What a list of cables shows stands before what is long, so that a long row
-- need not be read to its end.
CREATE TABLE cable (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    text_digest BLOB NOT NULL,
    shown INTEGER NOT NULL DEFAULT 1,
    sections TEXT NOT NULL,
    joined_in INTEGER,
    generation INTEGER NOT NULL,
    created TEXT NOT NULL,
    released TEXT NOT NULL,
    classification TEXT NOT NULL,
    caveats TEXT NOT NULL,
    post TEXT NOT NULL,
    year INTEGER NOT NULL,
    origin TEXT NOT NULL,
    subject TEXT NOT NULL,
    tags TEXT NOT NULL,
    record TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    header TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (id, text_digest)
);
CREATE INDEX cable_generation ON cable (generation);
CREATE INDEX cable_joined ON cable (joined_in) WHERE joined_in IS NOT NULL;
CREATE INDEX cable_hidden ON cable (number) WHERE shown = 0;

-- One file, or one member of a zip or tar file (`a.zip!member`). `path` is absolute, `given` is
-- as it was typed. `cable` is NULL where the page was refused, and `refused` says why.
CREATE TABLE source (
    path TEXT PRIMARY KEY,
    given TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    read_ns INTEGER NOT NULL,
    digest BLOB NOT NULL,
    cable INTEGER REFERENCES cable (number),
    refused TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX source_cable ON source (cable);

-- The items of a cable's REF line, in order. `id` is the canonical id of a cable, or ''.
CREATE TABLE reference (
    cable INTEGER NOT NULL REFERENCES cable (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    raw TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    bullet TEXT NOT NULL,
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;
CREATE INDEX reference_id ON reference (id);

-- The codes of a cable's TAGS line, in order.
CREATE TABLE tag (
    cable INTEGER NOT NULL REFERENCES cable (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;
CREATE INDEX tag_code ON tag (code);

-- What could not be read in a source, or is doubtful.
CREATE TABLE problem (
    path TEXT NOT NULL REFERENCES source (path) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (path, position)
) WITHOUT ROWID;

-- Cables that an index made before this generation must forget.
CREATE TABLE removed (
    number INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL
);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO setting VALUES ('generation', '0');
"""


def create(folder: Path) -> sqlite3.Connection:
    """Make an empty archive.sqlite in this folder, which is made too, and open it for writing."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = folder / f"{DATABASE}.new"
    unfinished.unlink(missing_ok=True)
    database = sqlite3.connect(unfinished, isolation_level=None)
    database.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        f"BEGIN; {TABLES} COMMIT;"
    )
    database.close()
    unfinished.replace(folder / DATABASE)  # nobody ever sees half a schema
    return open_for_writing(folder)


def open_for_writing(folder: Path) -> sqlite3.Connection:
    """Open an archive's database for its one writer.

    :raises ArchiveError: where it is missing, not an archive, or of another schema.
    """
    database = _open(folder, "rw")
    database.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
    )
    return database


def open_for_reading(folder: Path) -> sqlite3.Connection:
    """Open an archive's database for reading; a writer may be at work meanwhile.

    :raises ArchiveError: where it is missing, not an archive, or of another schema.
    """
    database = _open(folder, "rw")  # SQLite's WAL needs a writable handle to read
    database.execute("PRAGMA query_only = ON")
    return database


def _open(folder: Path, mode: str) -> sqlite3.Connection:
    path = folder / DATABASE
    if not path.is_file():
        raise ArchiveError(f"no archive at {folder}: make one with `cables index PATH -a {folder}`")
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        database = sqlite3.connect(uri, uri=True, isolation_level=None)
        database.executescript("PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 10000;")
        _check(database, path)
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"cannot open {path}: {error}") from error
    return database


def _check(database: sqlite3.Connection, path: Path) -> None:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        database.close()
        raise ArchiveError(f"{path} is not an archive of cables: name another with -a")
    if version != SCHEMA_VERSION:
        database.close()
        raise ArchiveError(
            f"{path} has schema {version}, this version of cables reads {SCHEMA_VERSION}:"
            f" {_remedy(version)}"
        )


def _remedy(version: int) -> str:
    if version > SCHEMA_VERSION:
        return "use the version that made it"
    return "index its pages again, `cables index PATH -a FOLDER` with a new FOLDER"
