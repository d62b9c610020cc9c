"""Index and check: what is behind, missing or of another version is noticed, said and mended."""

import json
import os
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from indexer import engines
from indexer.analysis import ANALYSIS_VERSION
from indexer.builder import Options, build
from indexer.check import check
from indexer.engines import ENGINES, write_engine
from indexer.errors import ArchiveError
from indexer.index import bring_up, rebuild
from indexer.schema import DATABASE
from indexer.state import INDEX, IndexState, index_folder, read_state
from queries import open_archive

from .invented import html_page


@pytest.fixture(params=ENGINES)
def archive(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """An archive of three cables, by each engine."""
    for serial in (11, 12, 13):
        path = tmp_path / "pages" / f"{serial}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(html_page(serial))
        os.utime(path, (1_600_000_000, 1_600_000_000))
    build(tmp_path / "a", [str(tmp_path / "pages")], Options(request.param))
    return tmp_path / "a"


def _faults(archive: Path) -> list[str]:
    return [finding.fault for finding in check(archive) if finding.fault]


def _state(archive: Path) -> IndexState:
    state = read_state(archive)
    assert state is not None
    return state


def _edit_state(archive: Path, **values: object) -> None:
    path = archive / INDEX / "state.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def test_a_sound_archive_has_no_fault(archive: Path) -> None:
    findings = list(check(archive))
    assert [finding.fault for finding in findings] == [""] * 5
    state = _state(archive)
    made = f"made by {state.engine} {state.engine_version}, analysis {ANALYSIS_VERSION}"
    assert any(made in finding.what for finding in findings)
    assert state.engine_version == write_engine(state.engine).version()


def test_an_index_that_is_behind_is_told_and_brought_up(archive: Path) -> None:
    state = _state(archive)
    _edit_state(archive, generation=0)
    (fault,) = _faults(archive)
    assert "3 cables are not searchable" in fault
    assert bring_up(archive) == 3
    assert _faults(archive) == []
    assert read_state(archive) == state


def test_an_index_that_has_gone_is_told_and_made_anew(archive: Path) -> None:
    engine = _state(archive).engine
    shutil.rmtree(archive / INDEX)
    assert "cables reindex" in _faults(archive)[0]
    assert rebuild(archive, engine) == 3
    assert _faults(archive) == []


def test_an_index_with_other_terms_is_told(archive: Path) -> None:
    database = sqlite3.connect(archive / DATABASE)
    database.execute("UPDATE cable SET body = 'quite another text' WHERE number = 1")
    database.commit()
    database.close()
    (fault,) = _faults(archive)
    assert "08NOWHERE11" in fault


def test_an_index_of_another_analyser_is_refused_with_the_command_that_mends_it(
    archive: Path,
) -> None:
    _edit_state(archive, analysis_version=0)
    with pytest.raises(ArchiveError, match="cables reindex"):
        build(archive, [])
    assert "cables reindex" in _faults(archive)[0]
    rebuild(archive)
    assert _faults(archive) == []


def test_a_damaged_state_is_told_and_mended(archive: Path) -> None:
    (archive / INDEX / "state.json").write_text("{")
    assert "cables reindex" in _faults(archive)[0]
    rebuild(archive)
    assert _faults(archive) == []


@pytest.mark.parametrize("values", [
    {"engine": None}, {"engine_version": 1}, {"analysis_version": "1"}, {"folder": 7},
    {"generation": 1.0}, {"cables": True}, {"another": 1},
])
def test_a_state_with_values_of_another_kind_is_told_and_mended(
    archive: Path, values: dict[str, object]
) -> None:
    _edit_state(archive, **values)
    _is_told_and_mended(archive)


@pytest.mark.parametrize("content", ["[]", "null", "7", "{}", '"whoosh"'])
def test_a_state_that_is_none_is_told_and_mended(archive: Path, content: str) -> None:
    (archive / INDEX / "state.json").write_text(content)
    _is_told_and_mended(archive)


@pytest.mark.parametrize("folder", [
    "", ".", "..", "../../x", "/x", "x/", "./x", r"..\x", "C:x", "x\0",
])
def test_a_state_that_names_a_folder_elsewhere_is_not_followed(archive: Path, folder: str) -> None:
    outside = archive.parent / "x"
    index_folder(archive, _state(archive)).rename(outside)
    kept = sorted(path.name for path in outside.iterdir())
    _edit_state(archive, folder=folder)
    _is_told_and_mended(archive)
    assert sorted(path.name for path in outside.iterdir()) == kept


def _is_told_and_mended(archive: Path) -> None:
    for use in (lambda: build(archive, []), lambda: open_archive(archive)):
        with pytest.raises(ArchiveError, match=r"state.json is damaged: run `cables reindex -a"):
            use()
    assert "cables reindex -a" in _faults(archive)[0]
    rebuild(archive)
    assert _faults(archive) == []


def test_a_new_index_replaces_the_old_one_and_leaves_nothing(archive: Path) -> None:
    before = _state(archive)
    (archive / INDEX / "whoosh-77").mkdir()
    rebuild(archive)
    after = _state(archive)
    assert after.folder != before.folder
    assert sorted(path.name for path in (archive / INDEX).iterdir()) == [
        "state.json", after.folder,
    ]
    assert index_folder(archive, after).is_dir()


@pytest.mark.parametrize("version", ["0.1.0, layout 1", "99.9.9", "rubbish", ""])
def test_an_index_of_another_version_of_its_engine_is_refused_with_the_command_that_mends_it(
    archive: Path, version: str
) -> None:
    _edit_state(archive, engine_version=version)
    refused = rf"was made by {_state(archive).engine} {version}.*; installed is .*: run `cables reindex -a"
    with pytest.raises(ArchiveError, match=refused):
        build(archive, [])
    with pytest.raises(ArchiveError, match=refused):
        open_archive(archive)
    (fault,) = _faults(archive)
    assert "is installed: run `cables reindex -a" in fault
    rebuild(archive)
    assert _faults(archive) == []


def test_a_version_that_only_corrects_faults_reads_the_same_index(archive: Path) -> None:
    installed = _state(archive).engine_version
    corrected = re.sub(r"^(\d+\.\d+)\.\d+", r"\1.99", installed)
    assert corrected != installed
    _edit_state(archive, engine_version=corrected)
    assert _faults(archive) == []
    with open_archive(archive) as opened:
        assert opened.count("*") == 3


def test_a_damaged_index_is_told_as_a_fault(archive: Path) -> None:
    for path in index_folder(archive, _state(archive)).iterdir():
        if path.suffix in (".cables", ".term"):
            path.write_bytes(path.read_bytes()[:-9])
    faults = _faults(archive)
    assert len(faults) == 2
    assert all("cables reindex -a" in fault for fault in faults)


def test_a_byte_that_was_changed_in_a_file_of_the_index_is_told_as_a_fault(archive: Path) -> None:
    for path in index_folder(archive, _state(archive)).iterdir():
        if path.suffix in (".cables", ".term"):
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 1
            path.write_bytes(data)
    assert "cables reindex -a" in _faults(archive)[-1]


def test_the_engine_is_changed_without_reading_a_page_and_stays_changed(
    archive: Path, tmp_path: Path
) -> None:
    before = _state(archive)
    (other,) = set(ENGINES) - {before.engine}
    shutil.rmtree(tmp_path / "pages")
    with pytest.raises(ArchiveError, match=f"made by {before.engine}.*--engine {other}` instead"):
        build(archive, [], Options(other))
    assert rebuild(archive, other) == 3
    page = tmp_path / "new.html"
    page.write_bytes(html_page(14))
    build(archive, [str(page)])
    assert (_state(archive).engine, _state(archive).cables) == (other, 4)
    assert _faults(archive) == []
    with open_archive(archive) as opened:
        assert (opened.engine, opened.count("fleet")) == (other, 4)


def test_an_index_whose_engine_is_not_installed_is_told_with_both_remedies(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(archive, "tantivy")
    monkeypatch.setattr(engines, "find_spec", lambda name: None if name == "tantivy" else name)
    remedies = r"pip install 'cables\[fast\]' \(or `cables reindex -a .* --engine whoosh`"
    for use in (lambda: build(archive, []), lambda: open_archive(archive), lambda: rebuild(archive)):
        with pytest.raises(ArchiveError, match=remedies):
            use()
    (fault,) = _faults(archive)
    assert "pip install" in fault
    assert rebuild(archive, "whoosh") == 3
    assert _faults(archive) == []


def test_the_default_engine_is_the_fast_one_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "11.html"
    page.write_bytes(html_page(11))
    build(tmp_path / "fast", [str(page)])
    assert _state(tmp_path / "fast").engine == "tantivy"
    monkeypatch.setattr(engines, "find_spec", lambda name: None if name == "tantivy" else name)
    build(tmp_path / "plain", [str(page)])
    assert _state(tmp_path / "plain").engine == "whoosh"
    with pytest.raises(ArchiveError, match=r"tantivy is not installed: run pip install 'cables\[f"):
        build(tmp_path / "none", [str(page)], Options("tantivy"))
    assert not (tmp_path / "none").exists()
