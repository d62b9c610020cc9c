"""Starting is quick: nothing heavy is imported before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"whoosh", "tantivy", "bs4", "lxml", "sqlite3", "rich", "rapidfuzz", "re2", "Stemmer",
         "difflib", "importlib.metadata", "multiprocessing", "concurrent", "tarfile", "zipfile",
         "urllib.request"}


def heavy_modules(statement: str) -> set[str]:
    """Which heavy modules a new process has imported after this statement."""
    return HEAVY & imported(statement)


def imported(statement: str) -> set[str]:
    """Every module that a new process has imported after this statement."""
    code = f"{statement}\nimport sys; print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


@pytest.mark.parametrize("statement", [
    "import queries",
    "import indexer",
    "from queries.cli import main; main(['--version'])",
    "from queries.cli import main; main(['--help'])",
])
def test_nothing_heavy_is_imported_for(statement: str) -> None:
    assert heavy_modules(statement) == set()


def test_reading_a_page_needs_no_archive_and_opens_no_container() -> None:
    page = r"R 121833Z NOV 08\nFM AMEMBASSY NOWHERE\n\nUNCLAS NOWHERE 000012\n"
    assert heavy_modules(f"from indexer import read_cable; read_cable('{page}')") == {"lxml"}


@pytest.mark.parametrize("arguments", [
    ["tags", "PREL"], ["fields"], ["show", "08STATE1"],
])
def test_a_command_that_searches_for_nothing_needs_no_search(arguments: list[str]) -> None:
    modules = imported(f"from queries.cli import main; main({arguments})")
    assert HEAVY & modules <= {"sqlite3"}
    assert modules.isdisjoint({"queries.search", "queries.parser"})


def test_a_heavy_import_is_noticed() -> None:
    assert heavy_modules("import sqlite3") == {"sqlite3"}


def test_explaining_a_query_needs_no_engine() -> None:
    run = "from queries.cli import main; main(['search', '--explain', 'kite tag:PREL'])"
    assert heavy_modules(run) <= {"sqlite3", "Stemmer"}


def test_the_version_is_printed() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from queries.cli import main; main(['--version'])"],
        capture_output=True, text=True, check=True,
    )
    assert run.stdout.startswith("cables 0.")


def test_the_package_offers_the_two_names_that_the_reader_needs() -> None:
    import queries

    assert queries.__all__ == ["open_archive", "parse"]
    assert callable(queries.open_archive)


def test_parse_is_the_function_whatever_was_imported_before() -> None:
    code = (
        "import queries, queries.search\nfrom queries import parse, open_archive\n"
        "assert parse('kite') == queries.parse('kite')\nassert open_archive is queries.open_archive"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_another_name_is_not_there() -> None:
    import queries

    with pytest.raises(AttributeError, match="no attribute 'close_archive'"):
        queries.close_archive  # noqa: B018


def test_a_query_that_finds_something_needs_no_suggestions(archive: Path) -> None:
    modules = imported(f"from queries.cli import main; main(['count', 'kite', '-a', '{archive}'])")
    assert modules.isdisjoint({"queries.suggest", "rapidfuzz"})
