"""The commands that make and keep an archive, run as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .invented import html_page, text_page


def cables(*words: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder."""
    command = [sys.executable, "-c", "import sys; from queries.cli import main; sys.exit(main())", *words]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with pages in it."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "11.html").write_bytes(html_page(11))
    (tmp_path / "pages" / "12.txt").write_bytes(text_page(12))
    return tmp_path


def test_index_reports_what_it_did(folder: Path) -> None:
    done = cables("index", "pages", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2 files seen\n        2 read\n" in done.stdout
    assert b"2 cables indexed" in done.stdout
    assert (folder / "cables.archive" / "archive.sqlite").is_file()


def test_index_ends_with_2_where_a_page_was_refused_and_says_why(folder: Path) -> None:
    (folder / "pages" / "bad\x1b[2J.html").write_bytes(b"")
    done = cables("index", "pages", cwd=folder)
    assert done.returncode == 2
    assert b"pages/bad\\u001b[2J.html: empty" in done.stdout
    assert b"2 cables indexed" in done.stdout
    listed = cables("problems", "--refused", cwd=folder)
    assert listed.stdout == b"pages/bad\\u001b[2J.html: refused: empty\n"
    again = cables("index", "pages", cwd=folder)
    assert (again.returncode, b"1 refused" in again.stdout) == (2, True)


def test_index_takes_a_list_of_paths_on_standard_input(folder: Path) -> None:
    done = cables("index", "-", "-a", "x", cwd=folder, stdin=b"pages/11.html\npages/12.txt\n")
    assert b"2 read" in done.stdout


def test_the_archive_may_be_named_by_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABLES_ARCHIVE", "named.archive")
    cables("index", "pages", cwd=folder)
    assert (folder / "named.archive").is_dir()


def test_read_prints_every_field_and_makes_no_archive(folder: Path) -> None:
    done = cables("read", "pages/11.html", cwd=folder)
    record = json.loads(done.stdout)
    assert (record["id"], record["source"]) == ("08NOWHERE11", "pages/11.html")
    assert not (folder / "cables.archive").exists()


def test_read_gives_an_array_of_several_or_a_line_each(folder: Path) -> None:
    (folder / "pages" / "0.html").write_bytes(b"")
    array = cables("read", "pages/11.html", "pages/12.txt", cwd=folder)
    assert [one["form"] for one in json.loads(array.stdout)] == ["page", "text"]
    lines = cables("read", "pages", "-f", "jsonl", cwd=folder)
    assert [json.loads(line)["form"] for line in lines.stdout.splitlines()] == ["page", "text"]
    assert lines.returncode == 2
    assert lines.stderr == b"refused: pages/0.html: empty\n"


def test_read_takes_a_page_on_standard_input(folder: Path) -> None:
    done = cables("read", "-", cwd=folder, stdin=html_page(77))
    assert json.loads(done.stdout)["id"] == "08NOWHERE77"


def test_problems_names_source_cable_and_field(folder: Path) -> None:
    page = html_page(11).replace(b"Embassy Nowhere", b"Embassy Paris")
    (folder / "pages" / "11.html").write_bytes(page)
    cables("index", "pages", cwd=folder)
    done = cables("problems", cwd=folder)
    assert done.stdout == (
        b"pages/11.html: 08NOWHERE11 origin: Embassy Paris, but the number is of NOWHERE\n"
    )
    record = json.loads(cables("problems", "-f", "jsonl", cwd=folder).stdout)
    assert list(record) == ["source", "id", "field", "message"]
    assert cables("problems", "--refused", cwd=folder).returncode == 1


def test_check_and_reindex(folder: Path) -> None:
    cables("index", "pages", cwd=folder)
    done = cables("check", cwd=folder)
    assert done.returncode == 0
    assert b"BAD" not in done.stdout
    (folder / "cables.archive" / "index" / "state.json").unlink()
    done = cables("check", cwd=folder)
    assert done.returncode == 2
    assert b"run `cables reindex -a cables.archive`" in done.stdout
    assert cables("reindex", cwd=folder).stdout == b"indexed 2 cables\n"
    assert cables("check", cwd=folder).returncode == 0


@pytest.mark.parametrize("words", [
    ("index",), ("check", "-a", "nothing"), ("reindex", "-a", "nothing"), ("read", "nothing.html"),
    ("problems", "-a", "nothing"), ("index", "pages", "-j", "0"), ("index", "nothing.html"),
])
def test_a_mistake_ends_with_2_and_a_message_and_leaves_nothing(
    folder: Path, words: tuple[str, ...]
) -> None:
    done = cables(*words, cwd=folder)
    assert done.returncode == 2
    assert done.stderr or b"no such file" in done.stdout
    assert b"Traceback" not in done.stderr
    assert not (folder / "nothing").exists()


def test_a_page_never_commands_the_terminal_that_read_prints_to(folder: Path) -> None:
    import os
    import pty

    page = text_page(13, words="The \u202efleet\u009b2J sailed.")
    (folder / "pages" / "13.txt").write_bytes(page)
    main, other = pty.openpty()
    command = [sys.executable, "-c", "import sys; from queries.cli import main; sys.exit(main())",
               "read", "pages/13.txt"]
    subprocess.run(command, cwd=folder, stdout=other, check=True)
    os.close(other)
    shown = os.read(main, 1 << 20)
    os.close(main)
    assert b"\\u202e" in shown
    assert "\u202e".encode() not in shown
    assert "\u009b".encode() not in shown


@pytest.mark.parametrize("words", [
    "index pages -a x >&-", "index - -a x <&-", "search fleet >&-", "count fleet >&-",
    "read pages >&-", "index pages -a /proc/x", f"index pages -a {'a' * 300}",
    f"search x -a {'a' * 300}",
])
def test_a_closed_stream_or_an_impossible_folder_shows_no_traceback(
    folder: Path, words: str
) -> None:
    cables("index", "pages", cwd=folder)
    code = "import sys; from queries.cli import main; sys.exit(main())"
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -c '{code}' {words}"], cwd=folder,
        capture_output=True, check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 2)


def test_workers_end_with_the_process_that_was_killed(folder: Path) -> None:
    import os
    import signal
    import time

    for serial in range(100, 1500):
        (folder / "pages" / f"{serial}.txt").write_bytes(text_page(serial))
    code = "import sys; from queries.cli import main; sys.exit(main())"
    run = subprocess.Popen(
        [sys.executable, "-c", code, "index", "pages", "-j", "2"], cwd=folder,
        stdout=subprocess.PIPE, start_new_session=True,
    )
    time.sleep(0.7)
    os.kill(run.pid, signal.SIGKILL)
    start = time.monotonic()
    run.communicate(timeout=20)  # ends when no worker holds the pipe any more
    assert time.monotonic() - start < 20
    assert cables("index", "pages", cwd=folder).returncode == 0
    assert cables("count", "*", cwd=folder).stdout == b"1402\n"
