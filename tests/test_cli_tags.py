"""The command ``tags``, as a person or a program meets it."""

import csv
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.cable import Cable, Tag
from indexer.lock import write_lock
from indexer.stamp import Stamp
from indexer.store import Store
from indexer.tags import codes
from queries.cli import ERROR, FOUND, NOTHING, main

from . import command
from .cables import make_cable
from .command import Shown

COLUMNS = ["code", "kind", "cables", "meaning", "region", "suggestion"]


def tagged(name: str, *tags: tuple[str, str]) -> Cable:
    """A cable with these codes and kinds."""
    return replace(make_cable(name), tags=tuple(Tag(code, kind, code) for code, kind in tags))


def keep(archive: Path, *texts: tuple[str, Cable]) -> None:
    """Make an archive of these cables, each read from the file named before it."""
    with write_lock(archive):
        store = Store(archive)
        for path, cable in texts:
            store.keep(Stamp(f"/{path}", path, 100, 1), path.encode().ljust(32), cable)
        store.commit()
        store.close()


@pytest.fixture(scope="module")
def tag_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three cables that are shown, and an older text of the first that is not."""
    archive = tmp_path_factory.mktemp("tags") / "a"
    first = tagged("08NOWHERE1", ("PREL", "subject"), ("IZ", "country"), ("PRLE", ""))
    older = replace(first, body=first.body + "X", released="2010-01-01T00:00Z",
                    tags=(Tag("PREL", "subject", "PREL"), Tag("GM", "country", "GM")))
    second = tagged("08NOWHERE2", ("PREL", "subject"), ("UNGA/SPC", "organisation"),
                    ("DOE, JANE", "person"), ("KZZZ", "programme"))
    third = tagged("08NOWHERE3", ("PREL", "subject"), ("IZ", "country"), ("=\x1b[2JQ\u202e", ""))
    keep(archive, ("1", older), ("2", first), ("3", second), ("4", third))
    return archive


@pytest.fixture(autouse=True)
def _at_home(tag_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CABLES_ARCHIVE", str(tag_archive))


def run(shown: Shown, *arguments: str) -> tuple[int, str, str]:
    return command.run(shown, "tags", *arguments)


def listed(shown: Shown, *arguments: str) -> list[str]:
    """The codes of an answer in their order."""
    _, out, _ = run(shown, "-f", "json", *arguments)
    return [row["code"] for row in json.loads(out)["codes"]]


def test_without_an_argument_it_lists_what_the_archive_has_the_most_used_first(
    capsys: Shown,
) -> None:
    assert run(capsys) == (FOUND, (
        "PREL              3  subject       external political relations\n"
        "IZ                2  country       Iraq  Near East\n"
        "=\\u001b[2JQ\\u202e\n"
        "                  1  unknown\n"
        "DOE, JANE         1  person\n"
        "KZZZ              1  programme\n"
        "PRLE              1  unknown       did you mean PREL?\n"
        "UNGA/SPC          1  organisation  Special Political Committee of the UN General\n"
        "                                   Assembly\n"
    ), "")  # fmt: skip


def test_only_cables_that_are_shown_count(capsys: Shown) -> None:
    assert "GM" not in listed(capsys)
    assert run(capsys, "GM")[1] == "GM  0  country  Germany  Europe and Eurasia\n"


def test_an_argument_is_a_code_or_a_word_and_every_code_is_listed_once(capsys: Shown) -> None:
    assert listed(capsys, "iz", "PREL", "iraq") == ["PREL", "IZ", "BA'ATH", "UNIKOM"]
    assert listed(capsys, "human rights council") == ["UNHRC-1"]
    assert listed(capsys, "doe,  jane") == ["DOE, JANE"]
    assert listed(capsys, "prle") == ["PRLE"]


def test_a_kind_leaves_the_others_out(capsys: Shown) -> None:
    assert listed(capsys, "--kind", "country") == ["IZ"]
    assert listed(capsys, "--kind", "person") == ["DOE, JANE"]
    assert listed(capsys, "--kind", "unknown") == ["=\x1b[2JQ\u202e", "PRLE"]
    assert listed(capsys, "--kind", "programme", "islam") == ["KISL"]
    assert run(capsys, "--kind", "country", "PREL") == (NOTHING, "", "no code found\n")


@pytest.mark.parametrize(("word", "said"), [
    ("PGVO", "no code or word PGVO: did you mean PGOV (internal government affairs)?\n"),
    ("terrorism", ""), ("trade union", ""), ("COUNTERTERRORISM", "no code or word COUNTERTERRORISM: did you mean PTER"),
    ("EARL", "no code or word EARL: did you mean EALR?\n"),
    ("narcotcs", "no code or word narcotcs: did you mean narcotics?\n"),
    ("doe, jaen", "no code or word doe, jaen: did you mean DOE, JANE?\n"),
    ("xyzzy", "no code or word xyzzy\n"),
    ("x\x1b[2J", "no code or word x\\u001b[2J\n"),
])  # fmt: skip
def test_what_is_not_known_is_said_with_what_was_meant(
    capsys: Shown, word: str, said: str
) -> None:
    code, out, err = run(capsys, word)
    assert err.startswith(said)
    assert (code, bool(out)) == ((NOTHING, False) if said else (FOUND, True))


def test_what_is_known_is_listed_beside_what_is_not(capsys: Shown) -> None:
    code, out, err = run(capsys, "xyzzy", "IZ")
    assert (code, out, err) == (
        FOUND, "IZ  2  country  Iraq  Near East\n", "no code or word xyzzy\n",
    )  # fmt: skip


def test_csv_has_a_header_and_no_cell_is_a_formula(capsys: Shown) -> None:
    code, out, _ = run(capsys, "-f", "csv")
    rows = list(csv.reader(io.StringIO(out)))
    assert code == FOUND
    assert rows[:3] == [
        COLUMNS, ["PREL", "subject", "3", "external political relations", "", ""],
        ["IZ", "country", "2", "Iraq", "Near East", ""],
    ]  # fmt: skip
    assert rows[3] == ["'=\x1b[2JQ\u202e", "", "1", "", "", ""]
    assert ["PRLE", "", "1", "", "", "PREL"] in rows


def test_json_has_a_version_and_the_same_names(capsys: Shown) -> None:
    _, out, _ = run(capsys, "-f", "json", "IZ", "PRLE")
    assert json.loads(out) == {
        "version": 1,
        "codes": [
            {"code": "IZ", "kind": "country", "cables": 2, "meaning": "Iraq",
             "region": "Near East", "suggestion": ""},
            {"code": "PRLE", "kind": "", "cables": 1, "meaning": "", "region": "",
             "suggestion": "PREL"},
        ],
        "count": 2,
    }  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "json"])
def test_nothing_found_is_still_a_whole_document(capsys: Shown, form: str) -> None:
    code, out, _ = run(capsys, "xyzzy", "-f", form)
    assert code == NOTHING
    assert out.splitlines() == [",".join(COLUMNS)] if form == "csv" else json.loads(out)["count"] == 0


def test_without_an_archive_every_code_is_listed_and_none_is_counted(
    capsys: Shown, tmp_path: Path
) -> None:
    code, out, err = run(capsys, "-a", str(tmp_path / "none"), "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == FOUND
    assert [row["code"] for row in rows] == sorted(codes())
    assert list(rows[0]) == [name for name in COLUMNS if name != "cables"]
    assert err == f"note: no archive at {tmp_path / 'none'}: cables are not counted\n"
    assert run(capsys, "-a", str(tmp_path), "IZ")[1] == "IZ  country  Iraq  Near East\n"


def test_what_is_no_archive_is_an_error(capsys: Shown, tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(b"no database at all" * 100)
    code, out, err = run(capsys, "-a", str(tmp_path))
    assert (code, out) == (ERROR, "")
    assert err.startswith("error: cannot open ")


def test_an_archive_without_codes_has_nothing_to_list(capsys: Shown, tmp_path: Path) -> None:
    keep(tmp_path / "b", ("1", replace(make_cable("08NOWHERE1"), tags=())))
    assert run(capsys, "-a", str(tmp_path / "b")) == (NOTHING, "", "no code found\n")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_text_fits_the_terminal(
    capsys: Shown, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, columns: int
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["tags", "-a", str(tmp_path)]) == FOUND
    lines = terminal.getvalue().splitlines()
    assert len(lines) >= len(codes())
    assert max(map(len, lines)) <= max(columns, 55)  # a word of a meaning is never torn


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_a_terminal_gets_no_control_character(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["tags", "-f", form]) == FOUND
    shown = terminal.getvalue()
    assert "[2JQ" in shown
    assert all(character == "\n" or character.isprintable() for character in shown)


class Terminal(io.StringIO):
    """What a person would see."""

    def isatty(self) -> bool:
        return True
