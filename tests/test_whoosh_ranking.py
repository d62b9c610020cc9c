"""The Whoosh engine: how it ranks."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.archive import Stored
from indexer.cable import Cable
from indexer.engines import whoosh as writer
from queries import parse
from queries.engines.base import Sort

from .contract.corpus import CABLES
from .contract.documents import bodies, documents
from .contract.engines import DEADLINE, whoosh_at_once, whoosh_piecemeal
from .whoosh_index import ranked, scores


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


def test_near_counts_what_its_parts_do_where_it_stands(index: Path) -> None:
    writer.update(index, (), bodies(
        "wheat oats rye", "wheat x x x oats wheat", "oats wheat x x x x x x rye", "press wheat",
    ))
    apart = scores(index, "body:(wheat OR oats OR rye)")
    both = scores(index, "body:(wheat oats)")
    assert scores(index, "body:(wheat NEAR/0 oats)").keys() == {1, 2, 3}
    assert scores(index, "body:(wheat NEAR/0 oats)") == both
    assert scores(index, "body:(wheat BEFORE/0 oats)") == {1: both[1]}
    # one part on a side that does not stand near counts too, as in an AND of an OR
    assert scores(index, "body:(wheat NEAR/1 (oats OR rye))")[3] == apart[3]
    assert scores(index, "subject:x OR body:(wheat NEAR/0 oats)^2")[1] == 2 * both[1]
    assert scores(index, "body:(whe* NEAR/0 oats~)") == dict.fromkeys((1, 2, 3), 2.0)


def test_a_phrase_near_something_counts_as_often_as_it_stands_there(index: Path) -> None:
    writer.update(index, (), bodies(
        "press statement wheat x x x press statement", "press statement wheat x press x statement",
    ))
    alone, wheat = (scores(index, f"body:{one}") for one in ('"press statement"', "wheat"))
    near = scores(index, 'body:("press statement" NEAR/0 wheat)')
    assert alone[1] > alone[2]
    assert near == {cable: alone[cable] + wheat[cable] for cable in (1, 2)}


def test_a_phrase_with_room_counts_what_its_different_words_do(index: Path) -> None:
    writer.update(index, (), bodies("wheat x oats", "oats wheat oats", "wheat x x oats", "rye"))
    both = scores(index, "body:(wheat oats)")
    assert scores(index, 'body:"wheat oats"~1') == {1: both[1], 2: both[2]}
    assert scores(index, 'body:"oats oats wheat"~1') == {2: both[2]}


def test_words_alike_and_regular_expressions_count_one(index: Path) -> None:
    writer.update(index, (), bodies("wheat wheat", "wheat rye"))
    for query in ("body:whaet~", "body:/whe.*/", "body:whe*", "body:(/r.e/ OR whe*)"):
        assert scores(index, query)[1] == 1.0
    assert scores(index, "whaet~") == scores(index, "/whe.*/") == {1: 1.0, 2: 1.0}
    assert scores(index, "body:(/whe.*/ OR rie~)") == {1: 1.0, 2: 2.0}


def test_a_branch_that_fails_gives_no_score(index: Path) -> None:
    writer.update(index, (), bodies("wheat oats", "wheat rye", "rye"))
    alone = {hit.number: hit.score for hit in ranked(index, "rye")}
    both = {hit.number: hit.score for hit in ranked(index, "(wheat oats) OR rye")}
    assert both[2] == alone[2]
    assert both[3] == alone[3]


def test_equal_scores_are_in_the_order_of_ids(index: Path) -> None:
    names = ("09B1", "08C1", "10A1", "08B1")
    writer.update(index, (), documents(*(Cable(id=name, body="wheat") for name in names)))
    assert [hit.number for hit in ranked(index, "wheat")] == [4, 2, 1, 3]
    assert [hit.number for hit in ranked(index, "wheat", limit=2)] == [4, 2]
    assert [hit.number for hit in ranked(index, "*", limit=1)] == [4]


@pytest.mark.parametrize("query", [
    "statement", "missile OR press OR tag:PREL", 'plenary "press statement"', "the -wheat",
    "subject:missile^3 OR export*", "(statement OR canberra) (press OR offer)",
    "press NEAR/2 statement OR canbera~", '"press statement"~3^2 OR citedby:08*',
    "/m.*/ OR (missile BEFORE (export OR press))",
])
def test_scores_do_not_depend_on_how_the_index_came_to_be(tmp_path: Path, query: str) -> None:
    makers = (whoosh_at_once, whoosh_piecemeal, whoosh_at_once)
    orders: Sequence[Sequence[Stored]] = (CABLES, CABLES, CABLES[::-1])
    lists = []
    for name, make, cables in zip("abc", makers, orders, strict=True):
        (tmp_path / name).mkdir()
        engine = make(tmp_path / name, cables)
        lists.append(engine.search(parse(query), 0, Sort.SCORE, DEADLINE))
    assert lists[0]
    assert lists[0] == lists[1] == lists[2]
