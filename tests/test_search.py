"""Searching an archive from Python."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.engines import default_engine
from indexer.errors import ArchiveError
from indexer.index import bring_up, rebuild
from indexer.lock import write_lock
from indexer.schema import DATABASE
from indexer.state import INDEX
from queries import open_archive, parse
from queries.engines.base import Sort, TimedOut
from queries.errors import QueryError

from .cables import add_cables, make_archive, make_cable, small_collection


def ids(archive: Path, query: str, limit: int = 20, sort: Sort = Sort.SCORE) -> list[str]:
    with open_archive(archive) as opened:
        return [hit.id for hit in opened.search(query, limit=limit, sort=sort)]


def test_a_query_gives_hits_that_outlive_the_archive(archive: Path) -> None:
    with open_archive(str(archive)) as opened:
        hits = opened.search("tag:PREL export")
    assert sorted(hit.id for hit in hits) == ["08NOWHERE12", "08NOWHERE13"]
    assert [hit.rank for hit in hits] == [1, 2]
    assert hits[0].score >= hits[1].score > 0


def test_a_hit_says_what_the_cable_is(archive: Path) -> None:
    with open_archive(archive) as opened:
        (hit,) = opened.search("delegation")
    assert (hit.created, hit.classification, hit.post) == (
        "2008-11-12T18:33Z", "UNCLASSIFIED", "NOWHERE")
    assert (hit.subject, hit.tags) == ("PLENARY STATEMENT ON KITES", ("PREL", "PARM"))
    assert hit.source == "pages.zip!08NOWHERE12.html"
    (snippet,) = hit.snippets
    assert snippet.paragraph == 1
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["delegation"]


def test_a_tree_is_a_query_too(archive: Path) -> None:
    with open_archive(archive) as opened:
        assert opened.search(parse("pears")) == opened.search("pears")


def test_a_limit_cuts_and_none_gives_all(archive: Path) -> None:
    assert len(ids(archive, "*", limit=2)) == 2
    assert len(ids(archive, "*", limit=0)) == len(small_collection())


def test_a_negative_limit_is_a_fault_of_the_program(archive: Path) -> None:
    with open_archive(archive) as opened, pytest.raises(ValueError, match="-1"):
        opened.search("*", limit=-1)
    with open_archive(archive) as opened, pytest.raises(ValueError, match="-2 snippets"):
        opened.search("*", snippets=-2)


@pytest.mark.parametrize("sort", list(Sort))
def test_hits_without_snippets_are_the_same_hits(archive: Path, sort: Sort) -> None:
    with open_archive(archive) as opened:
        hits = opened.search("*", limit=0, sort=sort)
        bare = opened.search("*", limit=0, sort=sort, snippets=0)
    assert all(hit.snippets for hit in hits)
    assert bare == tuple(replace(hit, snippets=()) for hit in hits)


def test_a_hit_without_snippets_reads_no_text(tmp_path: Path) -> None:
    made = make_archive(tmp_path / "torn", small_collection())
    with closing(sqlite3.connect(made / DATABASE)) as database:
        database.execute("UPDATE cable SET record = '', paragraphs = '', header = '', body = ''")
        database.commit()
    with open_archive(made) as opened:
        assert [hit.subject for hit in opened.search("delegation", snippets=0)] == [
            "PLENARY STATEMENT ON KITES"]
        with pytest.raises(ValueError, match="Expecting value"):
            opened.search("delegation", snippets=1)


def test_a_hit_has_no_more_snippets_than_are_asked_for(archive: Path) -> None:
    with open_archive(archive) as opened:
        assert [len(hit.snippets) for hit in opened.search("delegation", snippets=1)] == [1]


def test_the_orders(archive: Path) -> None:
    by_date = ids(archive, "*", sort=Sort.DATE)
    assert by_date[0] == "06NOWHERE3"
    assert ids(archive, "*", sort=Sort.NEWEST)[0] == "09ELSEWHERE8"
    assert ids(archive, "*", sort=Sort.ID) == sorted(by_date)


def test_the_most_cited_come_first_and_then_it_goes_by_id(archive: Path) -> None:
    in_order = ids(archive, "*", sort=Sort.REFS)
    assert in_order == [
        "08NOWHERE12", "08NOWHERE13", "06NOWHERE3", "07ELSEWHERE9", "09ELSEWHERE7", "09ELSEWHERE8"]
    assert ids(archive, "*", limit=2, sort=Sort.REFS) == in_order[:2]


def test_count_counts_all(archive: Path) -> None:
    with open_archive(archive) as opened:
        assert opened.count("tag:PREL") == 2
        assert opened.count("absent") == 0


@pytest.mark.parametrize("name", [
    "08NOWHERE12", "08 Nowhere 00012", "2008NOWHERE12", "pages.zip!08NOWHERE12.html"])
def test_a_cable_is_found_by_its_id_in_any_style_and_by_its_source(
    archive: Path, name: str
) -> None:
    with open_archive(archive) as opened:
        stored = opened.cable(name)
    assert stored is not None
    assert stored.cable.id == "08NOWHERE12"


def test_a_cable_that_is_not_there_is_none(archive: Path) -> None:
    with open_archive(archive) as opened:
        assert opened.cable("08NOWHERE9999") is None
        assert opened.cable("no id at all") is None


def test_an_archive_knows_its_commit_and_its_engine(archive: Path) -> None:
    with open_archive(archive) as opened:
        assert (opened.generation, opened.behind, opened.engine) == (1, 0, default_engine())


def test_a_bad_query_is_refused_with_its_place(archive: Path) -> None:
    with open_archive(archive) as opened, pytest.raises(QueryError) as refused:
        opened.search("(kite")
    assert refused.value.position == 0


def test_a_query_that_takes_too_long_is_given_up(archive: Path) -> None:
    with open_archive(archive) as opened, pytest.raises(TimedOut, match="--timeout"):
        opened.search("kite OR export OR bell", timeout=1e-9)
    with open_archive(archive) as opened, pytest.raises(TimedOut):
        opened.count("kite OR export OR bell", timeout=1e-9)


def test_where_there_is_no_archive_the_command_that_makes_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cables index PATH -a"):
        open_archive(tmp_path / "none")


def test_where_there_is_no_index_the_command_that_makes_it_is_named(tmp_path: Path) -> None:
    add_cables(tmp_path / "new", small_collection())
    with pytest.raises(ArchiveError, match="has no index yet: run `cables reindex -a"):
        open_archive(tmp_path / "new")


def test_an_index_of_another_analysis_is_refused(tmp_path: Path) -> None:
    made = make_archive(tmp_path / "old", small_collection())
    state = made / INDEX / "state.json"
    state.write_text(json.dumps({**json.loads(state.read_text()), "analysis_version": 0}))
    with pytest.raises(ArchiveError, match=r"this is version \d+: run `cables reindex -a"):
        open_archive(made)


def test_an_index_that_is_gone_is_missed(tmp_path: Path) -> None:
    made = make_archive(tmp_path / "torn", small_collection())
    state = json.loads((made / INDEX / "state.json").read_text())
    (made / INDEX / state["folder"]).rename(tmp_path / "elsewhere")
    with pytest.raises(ArchiveError, match="is missing: run `cables reindex -a"):
        open_archive(made)


def test_an_index_that_was_made_anew_meanwhile_is_missed(tmp_path: Path) -> None:
    made = make_archive(tmp_path / "anew", small_collection())
    with open_archive(made) as opened:
        with write_lock(made):
            rebuild(made)
        with pytest.raises(ArchiveError, match="made anew meanwhile: open it again"):
            opened.search("kite")


def test_an_index_that_is_behind_still_answers_and_says_by_how_much(tmp_path: Path) -> None:
    made = make_archive(tmp_path / "behind", small_collection())
    add_cables(made, [make_cable("08NOWHERE99", "BELLS"), make_cable("08NOWHERE98")])
    with open_archive(made) as opened:
        assert opened.behind == 2
        assert [hit.id for hit in opened.search("bells tag:SCUL")] == ["07ELSEWHERE9"]
    with write_lock(made):
        bring_up(made)
    with open_archive(made) as opened:
        assert opened.behind == 0
        assert opened.count("subject:bells") == 2


def test_an_open_archive_does_not_see_what_is_added_after(tmp_path: Path) -> None:
    made = make_archive(tmp_path / "growing", small_collection())
    with open_archive(made) as opened:
        before = opened.search("*", limit=0)
        make_archive(made, [make_cable("08NOWHERE99")])
        assert opened.search("*", limit=0) == before
        assert opened.generation == 1


def test_a_thousand_hits_come_in_order_and_are_counted_from_one(tmp_path: Path) -> None:
    many = [make_cable(f"08NOWHERE{serial}") for serial in range(1, 351)]
    made = make_archive(tmp_path / "many", many)
    with open_archive(made) as opened:
        hits = list(opened.stream("quotas", limit=0, sort=Sort.ID))
    assert [hit.rank for hit in hits] == list(range(1, 351))
    assert [hit.id for hit in hits] == sorted(cable.id for cable in many)
