"""The documents say what the code does."""

import re
import sqlite3
from pathlib import Path

from indexer.schema import APPLICATION_ID, SCHEMA_VERSION, create

DOCS = Path(__file__).parent.parent / "docs"


def test_the_tables_of_the_archive_are_documented_column_by_column(tmp_path: Path) -> None:
    text = (DOCS / "archive.md").read_text(encoding="utf-8")
    documented = {
        name: re.findall(r"`(\w+)`", columns)
        for name, columns in re.findall(r"^\| `(\w+)` \| [^|]+ \| (`.*) \|$", text, re.MULTILINE)
    }
    assert documented == _tables(create(tmp_path))
    assert f"0x{APPLICATION_ID:X}" in text
    assert f"`user_version` is the schema: {SCHEMA_VERSION}." in text


def _tables(database: sqlite3.Connection) -> dict[str, list[str]]:
    names = database.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
        for (name,) in names
    }
