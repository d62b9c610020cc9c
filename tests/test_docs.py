"""The documents say what the code does."""

import re
import sqlite3
from pathlib import Path

from indexer.schema import APPLICATION_ID, DATABASE, SCHEMA_VERSION, create

from .cables import add_cables, make_cable

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


def test_the_query_for_paragraphs_gives_them_as_they_are_printed(tmp_path: Path) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", (DOCS / "archive.md").read_text("utf-8"), re.DOTALL)
    add_cables(tmp_path / "made", [make_cable("08NOWHERE12", paragraphs=("One.", "Two."))])
    database = sqlite3.connect(tmp_path / "made" / DATABASE)
    assert [(name, number, printed.strip()) for name, number, printed in database.execute(query)] == [
        ("08NOWHERE12", 1, "¶1. (U) One."), ("08NOWHERE12", 2, "¶2. (U) Two."),
    ]
    database.close()


def _tables(database: sqlite3.Connection) -> dict[str, list[str]]:
    names = database.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
        for (name,) in names
    }
