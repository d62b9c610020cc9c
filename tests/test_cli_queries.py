"""The commands search, count, show, fields and batch, as a person or a program meets them."""

import contextlib
import csv
import errno
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.fields import FIELDS
from queries.cli import COMMANDS, ERROR, FOUND, INTERRUPTED, NOTHING, main

from .cables import add_cables, make_archive, make_cable, small_collection
from .command import Shown, run


@pytest.fixture(autouse=True)
def _at_home(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CABLES_ARCHIVE", str(archive))


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from queries.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, check=False,
        env={**os.environ, **environment},
    )


def test_search_shows_hits_to_a_person(capsys: Shown) -> None:
    code, out, err = run(capsys, "search", "tag:PREL", "delegation")
    assert code == FOUND
    assert out == (
        "  1 08NOWHERE12  2008-11-12  UNCLASSIFIED//SIPDIS  NOWHERE\n"
        "    PLENARY STATEMENT ON KITES\n"
        "    PREL PARM\n"
        "    ¶1 The *delegation* read a press statement on the export of paper kites.\n"
    )
    assert err == "1 cable\n"


def test_a_hit_is_shown_without_its_text_where_no_snippet_is_wanted(capsys: Shown) -> None:
    _, out, _ = run(capsys, "search", "--snippets", "0", "tag:PREL", "delegation")
    assert out == (
        "  1 08NOWHERE12  2008-11-12  UNCLASSIFIED//SIPDIS  NOWHERE\n"
        "    PLENARY STATEMENT ON KITES\n"
        "    PREL PARM\n"
    )
    _, out, _ = run(capsys, "search", "--snippets", "0", "-f", "json", "delegation")
    assert json.loads(out)["hits"][0]["snippets"] == []
    _, out, _ = run(capsys, "search", "--snippets", "0", "-f", "csv", "delegation")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["id"], row["paragraph"], row["snippet"]) == ("08NOWHERE12", "0", "")


def test_a_batch_is_answered_without_snippets_where_none_is_wanted(
    capsys: Shown, tmp_path: Path
) -> None:
    asked = tmp_path / "queries.txt"
    asked.write_text("delegation\n")
    _, out, _ = run(capsys, "batch", str(asked), "--snippets", "0")
    (hit,) = json.loads(out)["hits"]
    assert (hit["id"], hit["snippets"]) == ("08NOWHERE12", [])


@pytest.mark.parametrize("arguments", [
    ("search", "-f", "ids", "delegation"), ("search", "--snippets", "0", "delegation"),
])
def test_a_form_without_snippets_makes_none(
    arguments: tuple[str, ...], capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("queries.search.Snippets")
    code, out, _ = run(capsys, *arguments)
    assert code == FOUND
    assert "08NOWHERE12" in out


def test_there_are_at_most_three_snippets(capsys: Shown) -> None:
    assert run(capsys, "search", "--snippets", "4", "delegation")[0] == ERROR


def test_nothing_found_is_said_and_has_its_own_exit_code(capsys: Shown) -> None:
    assert run(capsys, "search", "absent") == (NOTHING, "", "no cable found\n")
    assert run(capsys, "search", "-f", "json", "absent")[0] == NOTHING


def test_when_there_are_more_cables_than_shown_it_says_of_how_many(capsys: Shown) -> None:
    code, out, err = run(capsys, "search", "*", "-n", "2")
    assert (code, err) == (FOUND, "2 of 6 cables (-n 0 shows all)\n")
    assert out.count("¶1") == 2


def test_zero_shows_all(capsys: Shown) -> None:
    _, out, _ = run(capsys, "search", "*", "-n", "0", "-f", "ids")
    assert len(out.split()) == len(small_collection())


def test_the_order_can_be_chosen(capsys: Shown) -> None:
    _, out, _ = run(capsys, "search", "*", "--sort", "-date", "-n", "1", "-f", "ids")
    assert out == "09ELSEWHERE8\n"
    _, out, _ = run(capsys, "search", "*", "--sort", "refs", "-n", "1", "-f", "ids")
    assert out == "08NOWHERE12\n"


def test_a_query_that_begins_with_a_minus_works_behind_two(capsys: Shown) -> None:
    code, out, _ = run(capsys, "search", "-n", "0", "-f", "ids", "--", "-tag:PREL")
    assert code == FOUND
    assert "08NOWHERE12" not in out


def test_without_them_the_hint_says_so(capsys: Shown) -> None:
    code, _, err = run(capsys, "search", "-tag:PREL")
    assert code == ERROR
    assert "cables search -- -tag:PREL" in err


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_gives_what_python_gives(capsys: Shown, archive: Path, form: str) -> None:
    from queries import open_archive
    from queries.hits import hit_record

    _, out, err = run(capsys, "search", "kite OR bell", "-f", form)
    hits = json.loads(out)["hits"] if form == "json" else list(map(json.loads, out.splitlines()))
    with open_archive(archive) as opened:
        records = [hit_record(hit) for hit in opened.search("kite OR bell")]
    assert [{k: v for k, v in hit.items() if k != "version"} for hit in hits] == records
    assert err == ""


def test_json_holds_the_canonical_query(capsys: Shown) -> None:
    _, out, _ = run(capsys, "search", "tags:PREL", "kite", "-f", "json")
    assert json.loads(out)["query"] == "tag:PREL AND kite"


def test_explain_prints_the_tree_and_needs_no_archive(
    capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABLES_ARCHIVE", "/nowhere")
    code, out, _ = run(capsys, "search", "--explain", "tag:PREL (kite OR bells)")
    assert code == FOUND
    assert out.splitlines() == [
        "tag:PREL AND (kite OR bells)", "all of", "  in tag", "    word: PREL", "  any of",
        "    word: kite", "    word: bells",
    ]


def test_count_prints_a_number(capsys: Shown) -> None:
    assert run(capsys, "count", "tag:PREL") == (FOUND, "2\n", "")
    assert run(capsys, "count", "absent") == (NOTHING, "0\n", "")


def test_a_bad_query_points_at_the_place(capsys: Shown) -> None:
    code, out, err = run(capsys, "search", "kite (bell")
    assert (code, out) == (ERROR, "")
    lines = err.splitlines()
    caret = next(n for n, line in enumerate(lines) if line.strip() == "^")
    assert lines[caret - 1][lines[caret].index("^")] == "("


@pytest.mark.parametrize("arguments", [
    ["search"], ["search", "kite", "-n", "x"], ["search", "kite", "--sort", "size"],
    ["search", "kite", "--timeout", "0"], ["nothing"], ["--nothing"], ["batch", "/no/such/file"],
    ["show"], ["search", "kite", "-a", "/no/such/archive"], [],
])
def test_whatever_is_wrong_with_a_command_is_an_error_and_never_a_traceback(
    capsys: Shown, arguments: list[str]
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (ERROR, "")
    assert err


def test_where_there_is_no_archive_it_says_how_to_make_one(capsys: Shown) -> None:
    _, _, err = run(capsys, "search", "kite", "-a", "/no/such/archive")
    assert "cables index PATH -a /no/such/archive" in err


def test_the_archive_is_in_this_folder_if_not_named(
    capsys: Shown, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CABLES_ARCHIVE")
    monkeypatch.chdir(archive.parent)
    assert run(capsys, "count", "*") == (FOUND, "6\n", "")


def test_an_index_that_is_behind_is_said_beside_the_hits(capsys: Shown, tmp_path: Path) -> None:
    made = make_archive(tmp_path / "behind", small_collection())
    add_cables(made, [make_cable("08NOWHERE99", "BELLS")])
    code, out, err = run(capsys, "count", "subject:bells", "-a", str(made))
    assert (code, out) == (FOUND, "1\n")
    assert err == (
        "note: 1 new or changed cable is not searchable yet: run `cables index -a"
        f" {made}`\n")


def test_show_prints_a_page_with_all_that_is_known(capsys: Shown) -> None:
    code, out, _ = run(capsys, "show", "09 Elsewhere 7")
    assert code == FOUND
    assert out.startswith("09ELSEWHERE7  HARVEST OF PEARS\n")
    for line in ("created         2009-02-03T11:05Z", "tags            EAGR",
                 "to              SECSTATE WASHDC priority",
                 "references      08NOWHERE12, in the archive", "¶1. (U) The harvest was good.",
                 "source          pages.zip!09ELSEWHERE7.html"):
        assert line in out.splitlines()


def test_show_tells_references_that_are_not_in_the_archive(capsys: Shown) -> None:
    _, out, _ = run(capsys, "show", "07ELSEWHERE9")
    assert "references      05STATE1, not in the archive" in out.splitlines()
    assert "problems        declass: 02/30/2018 is no date" in out.splitlines()


def test_show_finds_a_cable_by_its_file(capsys: Shown) -> None:
    assert "HARVEST OF PEARS" in run(capsys, "show", "pages.zip!09ELSEWHERE7.html")[1]


def test_show_names_other_texts_of_the_same_cable(capsys: Shown, tmp_path: Path) -> None:
    made = tmp_path / "twice"
    add_cables(made, [make_cable("08NOWHERE12"), make_cable("08NOWHERE12", "ANOTHER")])
    from indexer.stamp import Stamp
    from indexer.store import Store

    store = Store(made)
    store.keep(Stamp("/b/again.html", "b/again.html", 1, 1), b"2", make_cable("08NOWHERE12"))
    store.commit()
    store.close()
    _, out, _ = run(capsys, "show", "08NOWHERE12", "-a", str(made))
    assert re.search(r"^other texts +1: --versions shows how they differ$", out, re.MULTILINE)


def test_show_json_is_every_field(capsys: Shown) -> None:
    from indexer.record import to_json

    _, out, _ = run(capsys, "show", "--json", "09ELSEWHERE7")
    cable = next(c for c in small_collection() if c.id == "09ELSEWHERE7")
    assert json.loads(out) == {**to_json(cable), "source": "pages.zip!09ELSEWHERE7.html"}


def test_show_json_of_several_is_an_array(capsys: Shown) -> None:
    _, out, _ = run(capsys, "show", "--json", "09ELSEWHERE7", "09ELSEWHERE8")
    assert [cable["id"] for cable in json.loads(out)] == ["09ELSEWHERE7", "09ELSEWHERE8"]


def test_show_raw_is_the_text_as_it_is_kept(capsys: Shown) -> None:
    cable = small_collection()[-1]
    _, out, _ = run(capsys, "show", "--raw", cable.id)
    assert out == f"{cable.header}\n{cable.body}"


def test_show_without_such_a_cable_finds_nothing(capsys: Shown) -> None:
    code, out, err = run(capsys, "show", "08NOWHERE9999")
    assert (code, out) == (NOTHING, "")
    assert "no cable 08NOWHERE9999" in err


def test_show_of_several_shows_those_that_are_there(capsys: Shown) -> None:
    code, out, err = run(capsys, "show", "08NOWHERE9999", "08NOWHERE12")
    assert code == FOUND
    assert "08NOWHERE12" in out
    assert "08NOWHERE9999" in err


@pytest.mark.parametrize("arguments", [
    ["search", "bell"], ["show", "06NOWHERE3"], ["search", "--explain", "a\u202eb"],
])
def test_no_control_character_of_a_page_is_in_text_for_people(
    capsys: Shown, arguments: list[str]
) -> None:
    code, out, _ = run(capsys, *arguments)
    assert code == FOUND
    assert all(c == "\n" or c.isprintable() for c in out)


def test_an_error_lets_no_control_character_through(capsys: Shown) -> None:
    _, _, err = run(capsys, "show", "\x1b[2J\u202e")
    assert all(c == "\n" or c.isprintable() for c in err)


def test_fields_lists_every_field_with_its_example(capsys: Shown) -> None:
    code, out, _ = run(capsys, "fields")
    assert code == FOUND
    for field in FIELDS:
        assert field.example in out
        assert all(alias in out for alias in field.aliases)
    assert max(map(len, out.splitlines())) <= 80


def test_batch_writes_a_record_a_query_in_order(
    capsys: Shown, tmp_path: Path
) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("# mine\nkite\n(kite\nabsent\n", encoding="utf-8")
    code, out, err = run(capsys, "batch", str(file))
    records = list(map(json.loads, out.splitlines()))
    assert [record["line"] for record in records] == [2, 3, 4]
    assert [record["count"] for record in records] == [2, 0, 0]
    assert [bool(record["error"]) for record in records] == [False, True, False]
    assert code == ERROR
    assert err.startswith("line 3: ")
    assert err.endswith("3 queries, 1 found something, 1 with an error\n")


def test_batch_gives_what_search_gives(capsys: Shown, tmp_path: Path) -> None:
    queries = ["kite", "tag:PREL,SCUL", "-tag:PREL", "missile"]
    file = tmp_path / "queries.txt"
    file.write_text("\n".join(queries), encoding="utf-8")
    _, out, _ = run(capsys, "batch", str(file), "-n", "1")
    for query, line in zip(queries, out.splitlines(), strict=True):
        _, alone, _ = run(capsys, "search", "-n", "1", "-f", "json", "--", query)
        record = json.loads(line)
        assert record["hits"] == json.loads(alone)["hits"]
        assert record["canonical"] == json.loads(alone)["query"]


@pytest.mark.parametrize(("data", "code"), [
    (b"kite\nabsent\n", FOUND), (b"absent\n", NOTHING), (b"# none\n", NOTHING), (b"(\n", ERROR),
])
def test_the_exit_code_of_a_batch(
    capsys: Shown, tmp_path: Path, data: bytes, code: int
) -> None:
    file = tmp_path / "queries.txt"
    file.write_bytes(data)
    assert run(capsys, "batch", str(file))[0] == code


def test_batch_writes_a_file_that_is_whole_or_not_there(capsys: Shown, tmp_path: Path) -> None:
    file, output = tmp_path / "queries.csv", tmp_path / "hits.csv"
    file.write_bytes(b"\xef\xbb\xbfid;query\nq1;kite\nq2;bell\n")
    code, out, _ = run(capsys, "batch", str(file), "-f", "csv", "-o", str(output))
    assert (code, out) == (FOUND, "")
    rows = list(csv.DictReader(io.StringIO(output.read_text(encoding="utf-8"))))
    assert {row["query_id"] for row in rows} == {"q1", "q2"}
    assert not (tmp_path / "hits.csv.part").exists()


def test_a_batch_that_breaks_off_leaves_the_old_file(
    capsys: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from queries.search import SearchArchive

    file, output = tmp_path / "queries.txt", tmp_path / "hits.jsonl"
    file.write_text("kite\nbell\n", encoding="utf-8")
    output.write_text("old", encoding="utf-8")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(SearchArchive, "search", interrupted)
    assert run(capsys, "batch", str(file), "-o", str(output))[0] == INTERRUPTED
    assert output.read_text(encoding="utf-8") == "old"


def test_batch_cannot_write_into_a_folder_that_is_not_there(capsys: Shown, tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("kite\n", encoding="utf-8")
    code, _, err = run(capsys, "batch", str(file), "-o", str(tmp_path / "no" / "hits.jsonl"))
    assert code == ERROR
    assert "cannot write" in err


def test_batch_reads_standard_input() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "import sys; from queries.cli import main; sys.exit(main())",
         "batch", "-"],
        input=b"kite\n", capture_output=True, check=False,
    )
    assert ran.returncode == FOUND
    assert json.loads(ran.stdout)["query"] == "kite"


def test_output_is_utf8_whatever_the_locale() -> None:
    ran = process("search", "kite", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.returncode == FOUND
    assert "¶1".encode() in ran.stdout


def on_terminal(*arguments: str, **environment: str) -> str:
    """What a terminal of 80 columns is sent."""
    ours, theirs = pty.openpty()
    code = "import sys; from queries.cli import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=theirs, stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80", **environment},
    ):
        os.close(theirs)
        pieces: list[bytes] = []
        with contextlib.suppress(OSError):  # how Linux says that the other end has closed
            while piece := os.read(ours, 65536):
                pieces.append(piece)
    os.close(ours)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_no_control_character_of_a_page() -> None:
    sent = on_terminal("search", "bell")
    assert "\x1b[1;31mbell\x1b[0m" in sent
    plain = re.sub(r"\x1b\[(?:0|1|2|1;31|1;36)m", "", sent)
    assert all(c == "\n" or c.isprintable() for c in plain)


def test_a_terminal_gets_no_colour_where_it_is_not_wanted() -> None:
    assert "\x1b" not in on_terminal("search", "bell", NO_COLOR="1")


@pytest.mark.parametrize("arguments", [
    ["search", "bell", "-f", "jsonl"], ["search", "bell", "-f", "csv"],
    ["show", "--raw", "06NOWHERE3"], ["show", "--json", "06NOWHERE3"],
])
def test_forms_for_programs_are_safe_on_a_terminal_too(arguments: list[str]) -> None:
    sent = on_terminal(*arguments)
    assert "06NOWHERE3" in sent or "NOWHERE 000003" in sent
    assert all(c == "\n" or c.isprintable() for c in sent)


def test_a_full_disk_is_said_without_a_traceback(
    capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("queries.cli_search.make_writer", full)
    code, _, err = run(capsys, "search", "kite")
    assert (code, err) == (ERROR, "error: cannot write: No space left on device\n")


def test_a_reader_that_goes_away_is_no_error() -> None:
    shell = (
        f"'{sys.executable}' -c 'import sys; from queries.cli import main; sys.exit(main())'"
        " search -n 0 '*' 2>&1 | true; echo ${PIPESTATUS[0]}"
    )
    ran = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("0\n", "")


def test_an_argument_that_is_no_text_is_refused_without_a_traceback() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "import sys; from queries.cli import main; sys.exit(main())",
         "search", b"kite\xff"], capture_output=True, check=False,
    )
    assert ran.returncode == ERROR
    assert b"Traceback" not in ran.stderr


def test_an_interrupted_run_has_its_own_exit_code(
    capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("queries.cli_search.parse", interrupted)
    assert run(capsys, "search", "kite")[0] == INTERRUPTED


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(capsys: Shown, name: str) -> None:
    code, out, _ = run(capsys, name, "--help")
    assert code == FOUND
    assert f"cables {name}" in out.replace(f"Usage: cables {name}", "")


def test_the_help_names_every_command(capsys: Shown) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == FOUND
    assert all(re.search(rf"^  {name} ", out, re.MULTILINE) for name in COMMANDS)


def test_a_fault_of_the_program_shows_its_traceback_and_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr("queries.cli_search.parse", broken)
    assert main(["search", "kite"]) == 2
    assert "RuntimeError: a fault" in capsys.readouterr().err
