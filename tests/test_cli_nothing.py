"""What a person is told below "no cable found", and that what is to be typed can be typed."""

import re
import shlex
from pathlib import Path

import pytest

from queries.cli import ERROR, FOUND, NOTHING
from queries.engines.base import TimedOut
from queries.search import SearchArchive

from .command import Shown, run

PREL = "no cable has tag:PRLE: did you mean tag:PREL (external political relations, 2 cables)?\n"


@pytest.fixture(autouse=True)
def _at_home(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CABLES_ARCHIVE", str(archive))


def test_search_says_what_was_meant_and_what_to_type(capsys: Shown) -> None:
    assert run(capsys, "search", "tags:PRLE", "kite", "--sort", "date") == (
        NOTHING, "", f"no cable found\n{PREL}  cables search 'tag:PREL AND kite'\n")


def test_count_says_it_beside_its_number(capsys: Shown) -> None:
    assert run(capsys, "count", "tag:PRLE") == (
        NOTHING, "0\n", f"{PREL}  cables count tag:PREL\n")


def test_where_nothing_is_better_it_says_why(capsys: Shown) -> None:
    assert run(capsys, "search", "harvest kite") == (NOTHING, "", (
        "no cable found\n"
        "each part alone finds cables, but no cable has all: harvest 1, kite 2\n"))


def test_two_parts_that_were_meant_are_one_command(capsys: Shown) -> None:
    _, _, err = run(capsys, "search", "paperkites tag:PRLE")
    assert err.splitlines()[1:] == [
        'no cable has paperkites: did you mean "paper kites" (1 cable)?', PREL.rstrip(),
        """  cables search '"paper kites" AND tag:PREL'"""]


@pytest.mark.parametrize("query", [
    "tag:PRLE", """tag:PRLE ("it's" OR kite)""", "tag:PRLE -$HOME", r"tag:PRLE OR \-5 OR `ls`",
    "(tag:PRLE OR a\\!b) kite", 'tag:PRLE "kite\n strings" OR "press statement" tag:PRLE',
])
@pytest.mark.parametrize("named", [False, True])
def test_the_command_finds_cables_as_a_shell_reads_it(
    capsys: Shown, archive: Path, monkeypatch: pytest.MonkeyPatch, query: str, named: bool
) -> None:
    if named:
        monkeypatch.delenv("CABLES_ARCHIVE")
    place = ["-a", str(archive)] if named else []
    _, _, err = run(capsys, "search", *place, "--", query)
    command = err[err.index("\n  cables ") :]
    cables, *words = shlex.split(command)
    assert cables == "cables"
    assert ("-a" in words) is named
    code, out, _ = run(capsys, *words)
    assert code == FOUND
    assert out


def test_what_cannot_be_shown_is_not_offered_for_typing(capsys: Shown) -> None:
    _, _, err = run(capsys, "search", "tag:PRLE OR \x1b[1mabsent OR \u202eabsent")
    assert PREL in err
    assert "cables search" not in err
    assert all(c == "\n" or c.isprintable() for c in err)


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "ids"])
def test_forms_for_programs_come_without_it(capsys: Shown, form: str) -> None:
    code, _, err = run(capsys, "search", "tag:PRLE", "-f", form)
    assert (code, err) == (NOTHING, "")


@pytest.mark.parametrize("command", ["search", "count"])
def test_that_it_takes_too_long_is_no_error(
    capsys: Shown, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    asked = SearchArchive.count

    def once(self: SearchArchive, query: str, *, timeout: float) -> int:
        monkeypatch.setattr(SearchArchive, "count", slow)
        return asked(self, query, timeout=timeout)

    def slow(*_: object, **__: object) -> int:
        raise TimedOut("the query took too long")

    monkeypatch.setattr(SearchArchive, "count", slow if command == "search" else once)
    code, _, err = run(capsys, command, "tag:PRLE")
    assert code == NOTHING
    assert err in ("", "no cable found\n")


def test_a_batch_says_it_below_its_records(capsys: Shown, tmp_path: Path) -> None:
    file = tmp_path / "queries.csv"
    file.write_text("id,query\nq1,kite\nq2,tag:PRLE\nq3,absent\nq4,(kite\n", encoding="utf-8")
    code, out, err = run(capsys, "batch", str(file))
    assert code == ERROR
    assert len(out.splitlines()) == 4
    first, *others = err.splitlines()
    assert first.startswith("line 5 (q4): ")
    assert others == [f"line 3 (q2): {PREL.rstrip()}",
                      "4 queries, 1 found something, 1 with an error"]


def test_a_batch_of_much_that_finds_nothing_says_little(capsys: Shown, tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("tag:PRLE\n" * 50, encoding="utf-8")
    code, _, err = run(capsys, "batch", str(file))
    assert code == NOTHING
    assert len(re.findall("did you mean", err)) <= 10
    assert err.startswith(f"line 1: {PREL}")
