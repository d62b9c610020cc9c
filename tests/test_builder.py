"""Builds: what is new is read, what is not is left alone, and every file is accounted for."""

import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from indexer.archive import Archive
from indexer.builder import Options, build
from indexer.document import Document
from indexer.engines import whoosh
from indexer.engines.whoosh_parallel import write_segments
from indexer.errors import ArchiveError
from indexer.index import rebuild
from indexer.report import Report
from indexer.state import read_state

from .invented import html_page, text_page


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Four pages, three cables, long unchanged."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for serial in (11, 12, 13):
        _write(folder / f"{serial}.html", html_page(serial))
    _write(folder / "again.html", html_page(13))
    return folder


def _write(path: Path, data: bytes, time: int = 1_600_000_000) -> None:
    path.write_bytes(data)
    os.utime(path, (time, time))


def _accounted(report: Report) -> bool:
    skipped = sum(count for _, count in report.skipped)
    return report.seen == (
        report.cables + report.unchanged + skipped + len(report.refused)
    )


def _ids(archive: Path) -> list[str]:
    with Archive(archive) as reader:
        return [stored.cable.id for stored in reader.changed(0)]


def test_a_first_run_reads_and_indexes_everything(tmp_path: Path, pages: Path) -> None:
    report = build(tmp_path / "a", [str(pages)])
    assert (report.read, report.duplicate, report.indexed, report.exit_code) == (3, 1, 3, 0)
    assert _accounted(report)
    assert _ids(tmp_path / "a") == ["08NOWHERE11", "08NOWHERE12", "08NOWHERE13"]
    state = read_state(tmp_path / "a")
    assert state is not None
    assert state.cables == 3


def test_a_second_run_reads_nothing(tmp_path: Path, pages: Path) -> None:
    build(tmp_path / "a", [str(pages)])
    for path in pages.iterdir():
        path.chmod(0)  # root may read them still, so the report is what is asserted
    report = build(tmp_path / "a", [str(pages)])
    assert (report.read, report.unchanged, report.indexed) == (0, 4, 0)
    assert _accounted(report)


def test_a_file_with_a_new_time_and_the_same_content_is_unchanged(
    tmp_path: Path, pages: Path
) -> None:
    build(tmp_path / "a", [str(pages)])
    _write(pages / "11.html", html_page(11), 1_600_000_777)
    report = build(tmp_path / "a", [str(pages)])
    assert (report.replaced, report.unchanged) == (0, 4)


def test_a_changed_file_replaces_what_it_gave(tmp_path: Path, pages: Path) -> None:
    build(tmp_path / "a", [str(pages)])
    _write(pages / "11.html", html_page(11, words="The fleet came home."), 1_600_000_777)
    report = build(tmp_path / "a", [str(pages)])
    assert (report.replaced, report.unchanged, report.indexed) == (1, 3, 1)
    with Archive(tmp_path / "a") as reader:
        (stored,) = reader.find("08NOWHERE11")
    assert "came home" in stored.cable.body


def test_a_file_that_has_gone_is_told_and_forgotten_only_when_asked(
    tmp_path: Path, pages: Path
) -> None:
    build(tmp_path / "a", [str(pages)])
    (pages / "11.html").unlink()
    report = build(tmp_path / "a", [str(pages)])
    assert report.missing == (str(pages / "11.html"),)
    assert report.pruned == 0
    assert "08NOWHERE11" in _ids(tmp_path / "a")
    report = build(tmp_path / "a", [str(pages)], Options(prune=True))
    assert report.pruned == 1
    assert _ids(tmp_path / "a") == ["08NOWHERE12", "08NOWHERE13"]


def test_another_folder_is_not_gone(tmp_path: Path, pages: Path) -> None:
    build(tmp_path / "a", [str(pages)])
    (tmp_path / "other").mkdir()
    assert build(tmp_path / "a", [str(tmp_path / "other")]).missing == ()


def test_a_folder_named_as_a_source_that_cannot_be_read_is_not_gone(
    tmp_path: Path, pages: Path
) -> None:
    box = pages / "box.zip"
    with zipfile.ZipFile(box, "w") as container:
        container.writestr("21.html", html_page(21))
    build(tmp_path / "a", [str(pages)])
    box.write_bytes(b"PK\x03\x04 damaged")
    report = build(tmp_path / "a", [str(pages)], Options(prune=True))
    assert [source for source, _ in report.refused] == [str(box)]
    assert report.missing == ()
    assert "08NOWHERE21" in _ids(tmp_path / "a")


def test_bad_pages_never_end_a_run_and_are_told_in_every_run(tmp_path: Path, pages: Path) -> None:
    _write(pages / "0-empty.html", b"")
    _write(pages / "1-essay.txt", b"Dear Sir, this is no cable.")
    report = build(tmp_path / "a", [str(pages), str(tmp_path / "nothing")])
    assert [Path(source).name for source, _ in report.refused] == [
        "0-empty.html", "1-essay.txt", "nothing",
    ]
    assert all(reason for _, reason in report.refused)
    assert (report.read, report.exit_code) == (3, 2)
    assert _accounted(report)
    again = build(tmp_path / "a", [str(pages)])
    assert (again.unchanged, again.read, len(again.refused)) == (4, 0, 2)
    assert again.exit_code == 2
    assert _accounted(again)


def test_two_processes_give_the_same_archive_as_one(tmp_path: Path, pages: Path) -> None:
    for serial in range(100, 180):
        _write(pages / f"{serial}.txt", text_page(serial))
    build(tmp_path / "one", [str(pages)])
    report = build(tmp_path / "two", [str(pages)], Options(processes=2))
    assert report.read == 83
    with Archive(tmp_path / "one") as one, Archive(tmp_path / "two") as two:
        assert list(one.changed(0)) == list(two.changed(0))


def test_the_index_is_written_in_as_many_processes(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def noted(folder: Path, documents: Iterable[Document], processes: int) -> list[object]:
        asked.append(processes)
        return list(write_segments(folder, documents, processes))

    monkeypatch.setattr(whoosh, "write_segments", noted)
    build(tmp_path / "a", [str(pages)], Options(engine="whoosh", processes=2))
    _write(pages / "14.html", html_page(14))
    build(tmp_path / "a", [str(pages)], Options(processes=3))
    rebuild(tmp_path / "a", processes=4)
    assert asked == [2, 3, 4]
    assert len(_ids(tmp_path / "a")) == 4


def test_the_same_file_given_twice_is_seen_once(tmp_path: Path, pages: Path) -> None:
    report = build(tmp_path / "a", [str(pages), str(pages / "11.html")])
    assert (report.seen, report.read) == (4, 3)


def test_a_held_archive_is_refused_naming_the_holder(tmp_path: Path, pages: Path) -> None:
    from indexer.lock import write_lock

    with write_lock(tmp_path / "a"), pytest.raises(ArchiveError, match=f"process {os.getpid()} on"):
        build(tmp_path / "a", [str(pages)])
    assert build(tmp_path / "a", [str(pages)]).read == 3


def test_an_unknown_engine_is_refused_before_anything_is_read(tmp_path: Path, pages: Path) -> None:
    with pytest.raises(ArchiveError, match="no engine abacus"):
        build(tmp_path / "a", [str(pages)], Options(engine="abacus"))
    assert not (tmp_path / "a" / "archive.sqlite").exists()
