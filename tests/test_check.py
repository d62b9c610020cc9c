"""Index and check: what is behind, missing or of another version is noticed, said and mended."""

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from indexer.builder import build
from indexer.check import check
from indexer.errors import ArchiveError
from indexer.index import bring_up, rebuild
from indexer.schema import DATABASE
from indexer.state import INDEX, index_folder, read_state

from .invented import html_page


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of three cables."""
    for serial in (11, 12, 13):
        path = tmp_path / "pages" / f"{serial}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(html_page(serial))
        os.utime(path, (1_600_000_000, 1_600_000_000))
    build(tmp_path / "a", [str(tmp_path / "pages")])
    return tmp_path / "a"


def _faults(archive: Path) -> list[str]:
    return [finding.fault for finding in check(archive) if finding.fault]


def _edit_state(archive: Path, **values: object) -> None:
    path = archive / INDEX / "state.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def test_a_sound_archive_has_no_fault(archive: Path) -> None:
    findings = list(check(archive))
    assert [finding.fault for finding in findings] == [""] * 5
    assert any("whoosh 2.7.4" in finding.what for finding in findings)


def test_an_index_that_is_behind_is_told_and_brought_up(archive: Path) -> None:
    state = read_state(archive)
    assert state is not None
    _edit_state(archive, generation=0)
    (fault,) = _faults(archive)
    assert "3 cables are not searchable" in fault
    assert bring_up(archive) == 3
    assert _faults(archive) == []
    assert read_state(archive) == state


def test_an_index_that_has_gone_is_told_and_made_anew(archive: Path) -> None:
    shutil.rmtree(archive / INDEX)
    assert "cables reindex" in _faults(archive)[0]
    assert rebuild(archive) == 3
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


def test_a_new_index_replaces_the_old_one_and_leaves_nothing(archive: Path) -> None:
    before = read_state(archive)
    assert before is not None
    (archive / INDEX / "whoosh-77").mkdir()
    rebuild(archive)
    after = read_state(archive)
    assert after is not None
    assert after.folder != before.folder
    assert sorted(path.name for path in (archive / INDEX).iterdir()) == [
        "state.json", after.folder,
    ]
    assert index_folder(archive, after).is_dir()
