"""The archive's writer: every text is kept, with its sources, until its last source is pruned."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.archive import Archive
from indexer.cable import Cable, Problem, Reference, Tag
from indexer.errors import ArchiveError
from indexer.schema import APPLICATION_ID, DATABASE, create
from indexer.stamp import Outcome, Stamp, digest_of
from indexer.store import Store

CABLE = Cable(
    id="08NOWHERE12", year=2008, post="NOWHERE", serial=12, subject="Fish", header="FM X",
    body="UNCLAS", released="2011-08-30T01:44Z", tags=(Tag("EFIS", "subject", "EFIS"),),
    references=(Reference("STATE 77", "cable", "08STATE77", "A"),),
)


def _stamp(path: str, size: int = 1) -> Stamp:
    return Stamp(f"/{path}", path, size, 1_000_000_000)


def _keep(folder: Path, path: str, cable: Cable) -> Outcome:
    store = Store(folder)
    outcome = store.keep(_stamp(path), digest_of(repr((path, cable)).encode()), cable)
    store.commit()
    store.close()
    return outcome


def test_a_cable_comes_back_as_it_was_with_its_source(tmp_path: Path) -> None:
    assert _keep(tmp_path, "a.html", CABLE) is Outcome.READ
    with Archive(tmp_path) as archive:
        (stored,) = archive.find("08NOWHERE12")
        assert stored.cable == replace(CABLE, source="a.html")
        assert archive.generation == 1
        assert archive.count() == 1


def test_what_was_not_committed_was_never_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(_stamp("a.html"), b"d", CABLE)
    store.close()
    with Archive(tmp_path) as archive:
        assert archive.count() == 0
        assert archive.generation == 0


def test_the_same_text_twice_is_one_cable_with_two_sources(tmp_path: Path) -> None:
    _keep(tmp_path, "a.html", CABLE)
    assert _keep(tmp_path, "b.html", CABLE) is Outcome.DUPLICATE
    with Archive(tmp_path) as archive:
        (stored,) = archive.find("08NOWHERE12")
        assert archive.sources(stored.number) == ["a.html", "b.html"]


def test_a_text_with_other_white_space_and_pilcrows_is_the_same(tmp_path: Path) -> None:
    _keep(tmp_path, "a.html", replace(CABLE, body="UNCLAS\n\n\N{PILCROW SIGN}1. The fleet"))
    again = replace(CABLE, body="UNCLAS\n1.  The fleet\n")
    assert _keep(tmp_path, "b.csv", again) is Outcome.DUPLICATE


def test_two_texts_under_one_id_are_both_kept_and_the_newest_release_is_shown(
    tmp_path: Path,
) -> None:
    _keep(tmp_path, "new.html", CABLE)
    _keep(tmp_path, "old.html", replace(CABLE, body="other", released="2010-12-01T00:00Z"))
    with Archive(tmp_path) as archive:
        assert [stored.cable.body for stored in archive.find("08NOWHERE12")] == ["UNCLAS", "other"]
        assert [stored.cable.body for stored in archive.changed(0)] == ["UNCLAS"]
        assert archive.count() == 1


def test_cables_without_an_id_are_all_kept_and_shown(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _keep(tmp_path, name, Cable(body=f"text {name}"))
    with Archive(tmp_path) as archive:
        assert archive.count() == 2
        assert archive.find_source("b")[0].cable.body == "text b"


def test_a_changed_file_replaces_its_cable(tmp_path: Path) -> None:
    _keep(tmp_path, "a.html", CABLE)
    changed = replace(CABLE, id="08NOWHERE13", serial=13)
    assert _keep(tmp_path, "a.html", changed) is Outcome.REPLACED
    with Archive(tmp_path) as archive:
        assert archive.find("08NOWHERE12") == []
        assert [stored.cable.serial for stored in archive.changed(1)] == [13]
        assert archive.forgotten(1) == [1, 2]


def test_a_cable_is_kept_while_one_source_of_it_is_left(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        _keep(tmp_path, name, CABLE)
    for name, left in (("a.html", 1), ("b.html", 0)):
        store = Store(tmp_path)
        store.prune([f"/{name}"])
        store.commit()
        store.close()
        with Archive(tmp_path) as archive:
            assert archive.count() == left


def test_pruning_the_shown_text_shows_the_other_one(tmp_path: Path) -> None:
    _keep(tmp_path, "new.html", CABLE)
    _keep(tmp_path, "old.html", replace(CABLE, body="other", released=""))
    store = Store(tmp_path)
    store.prune(["/new.html"])
    store.commit()
    store.close()
    with Archive(tmp_path) as archive:
        assert [stored.cable.body for stored in archive.changed(2)] == ["other"]


def test_a_refused_file_keeps_the_cable_that_it_gave_before(tmp_path: Path) -> None:
    _keep(tmp_path, "a.html", CABLE)
    store = Store(tmp_path)
    store.refuse(_stamp("a.html"), b"d", "empty")
    store.commit()
    store.close()
    with Archive(tmp_path) as archive:
        assert archive.count() == 1
        assert [(note.source, note.field, note.message) for note in archive.notes()] == [
            ("a.html", "", "empty")
        ]


def test_the_same_text_of_a_newer_release_brings_its_own_facts(tmp_path: Path) -> None:
    _keep(tmp_path, "b.html", CABLE)
    newer = replace(CABLE, released="2011-09-02T00:00Z", caveats=("SIPDIS",), subject="Fish!")
    older = replace(CABLE, released="2010-12-01T00:00Z", caveats=("NODIS",))
    for path, cable in (("c.html", newer), ("d.html", older)):
        assert _keep(tmp_path, path, cable) is Outcome.DUPLICATE
    with Archive(tmp_path) as archive:
        (stored,) = archive.find("08NOWHERE12")
        assert stored.cable == replace(newer, source="b.html")
        assert [one.number for one in archive.changed(1)] == [stored.number]
        assert list(archive.changed(2)) == []


def test_what_changed_is_counted_without_the_texts_that_are_not_shown(tmp_path: Path) -> None:
    _keep(tmp_path, "new.html", CABLE)
    _keep(tmp_path, "old.html", replace(CABLE, body="other", released=""))
    _keep(tmp_path, "another.html", replace(CABLE, id="08NOWHERE13"))
    with Archive(tmp_path) as archive:
        assert archive.count() == 2
        for generation, changed in ((0, 2), (1, 1), (2, 1), (3, 0)):
            assert archive.count_changed(generation) == changed
            assert len(list(archive.changed(generation))) == changed


def test_cables_are_listed_as_they_are_in_the_order_of_the_numbers(tmp_path: Path) -> None:
    _keep(tmp_path, "a.html", replace(CABLE, caveats=("SIPDIS", "NOFORN"), classification="SECRET"))
    _keep(tmp_path, "b.html", Cable(body="no more than words"))
    with Archive(tmp_path) as archive:
        stored = archive.cables([2, 1])
        assert archive.listed([2, 99, 1]) == [one.listed() for one in stored]
        listed = archive.listed([1])[0]
    assert (listed.caveats, listed.tags, listed.source) == (("SIPDIS", "NOFORN"), ("EFIS",), "a.html")


def test_more_cables_are_listed_than_one_question_can_name(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for serial in range(1, 1102):
        store.keep(_stamp(str(serial)), b"d", replace(CABLE, id=f"08NOWHERE{serial}"))
    store.commit()
    store.close()
    with Archive(tmp_path) as archive:
        numbers = list(range(1101, 0, -1))
        assert [one.number for one in archive.listed(numbers)] == numbers
        assert len(archive.times_cited(numbers)) == 0


def test_problems_are_listed_with_the_cable(tmp_path: Path) -> None:
    problem = Problem("a.html", "declass", "02/30/2018 is no date")
    _keep(tmp_path, "a.html", replace(CABLE, problems=(problem,)))
    with Archive(tmp_path) as archive:
        (note,) = archive.notes()
        assert (note.cable_id, note.field, note.message) == (
            "08NOWHERE12", "declass", "02/30/2018 is no date"
        )


def test_the_same_size_and_time_prove_a_file_unchanged_unless_it_is_too_fresh(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path)
    old = Stamp("/old", "old", 5, time.time_ns() - 10**10)
    fresh = Stamp("/fresh", "fresh", 5, time.time_ns())
    for stamp in (old, fresh):
        store.keep(stamp, b"d", replace(CABLE, id=stamp.given))
    assert store.is_unchanged(old)
    assert not store.is_unchanged(replace(old, size=6))
    assert not store.is_unchanged(replace(old, mtime_ns=old.mtime_ns + 1))
    assert not store.is_unchanged(fresh)
    assert store.is_same(fresh, b"d")
    assert not store.is_same(fresh, b"other")
    store.close()


def test_only_what_lies_below_a_root_can_be_missing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for path in ("/p/a", "/p/b", "/p.zip!x", "/p.zip!y", "/pq/c", "/p-z"):
        store.keep(Stamp(path, path, 1, 1), b"d", replace(CABLE, id=path))
    assert store.missing(["/p"], {"/p/a"}) == ["/p/b"]
    assert store.missing(["/p.zip"], set()) == ["/p.zip!x", "/p.zip!y"]
    assert store.missing(["/"], {"/pq/c"}) == ["/p-z", "/p.zip!x", "/p.zip!y", "/p/a", "/p/b"]
    store.close()


def test_times_cited_counts_citing_cables_once(tmp_path: Path) -> None:
    _keep(tmp_path, "77", Cable(id="08STATE77", body="x"))
    _keep(tmp_path, "a", replace(CABLE, references=CABLE.references * 2))
    _keep(tmp_path, "b", replace(CABLE, id="08NOWHERE13"))
    _keep(tmp_path, "hidden", replace(CABLE, id="08NOWHERE13", body="other", released=""))
    with Archive(tmp_path) as archive:
        (cited,) = archive.find("08STATE77")
        assert archive.times_cited([cited.number, 99]) == {cited.number: 2}
        assert archive.times_cited([]) == {}


def test_a_folder_that_is_no_archive_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cables index PATH"):
        Archive(tmp_path)
    (tmp_path / DATABASE).write_bytes(b"not a database, surely, but long enough" * 100)
    with pytest.raises(ArchiveError, match=r"cannot open .*archive\.sqlite"):
        Archive(tmp_path)


@pytest.mark.parametrize(("version", "remedy"), [
    (1, "cables index PATH -a FOLDER"), (2, "cables index PATH -a FOLDER"),
    (99, "use the version that made it"),
])
def test_an_archive_of_another_schema_is_refused_with_the_remedy(
    tmp_path: Path, version: int, remedy: str
) -> None:
    database = create(tmp_path)
    database.execute(f"PRAGMA user_version = {version}")
    database.close()
    for opened in (Archive, Store):
        with pytest.raises(ArchiveError, match=f"schema {version}.* reads 3: .*{remedy}"):
            opened(tmp_path)


def test_another_database_is_refused(tmp_path: Path) -> None:
    database = create(tmp_path)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID + 1}")
    with pytest.raises(ArchiveError, match="not an archive of cables"):
        Archive(tmp_path)
    database.close()


def test_an_archive_is_private(tmp_path: Path) -> None:
    create(tmp_path / "made").close()
    assert os.stat(tmp_path / "made").st_mode & 0o777 == 0o700  # noqa: PTH116
