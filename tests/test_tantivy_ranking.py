"""The scores of the tantivy engine, and the order of its hits."""

from math import isclose
from pathlib import Path
from random import Random

import pytest

from indexer.analysis import terms
from indexer.archive import Stored
from indexer.cable import Cable, Tag
from indexer.document import document
from indexer.engines import tantivy as writer
from queries import parse
from queries.engines.base import Sort
from queries.engines.tantivy import open_index

from .contract.corpus import CABLES
from .contract.documents import bodies, documents
from .contract.engines import DEADLINE, MemoryShelf, numbers, tantivy_at_once, tantivy_piecemeal
from .contract.queries import QUERIES
from .contract.tantivy import ranked, segments


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


def close(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=1e-5)  # tantivy counts in 32 bits


def test_what_is_near_counts_as_its_parts(tmp_path: Path) -> None:
    texts = ("press statement x x", "statement x x press", "press x x x x x x statement", "x")
    cables = [Stored(n, Cable(id=f"08NOWHERE{n}", body=text)) for n, text in enumerate(texts, 1)]
    opened = tantivy_at_once(tmp_path, cables)

    def scores(query: str) -> dict[int, float]:
        hits = opened.search(parse(query), 0, Sort.SCORE, DEADLINE)
        return {hit.number: hit.score for hit in hits}

    both = scores("body:press body:statement")
    for query in ("body:(press NEAR/2 statement)", 'body:"press statement"~2',
                  'body:("press" NEAR/2 (statement OR zebra))'):
        assert scores(query).keys() == {1, 2}
        assert all(close(score, both[number]) for number, score in scores(query).items())
    with_pattern = scores("body:(press NEAR/2 stat*)")  # a stem and a word: found in the texts
    plain = scores("body:press")
    assert with_pattern.keys() == {1, 2}
    assert all(close(score, plain[number] + 1) for number, score in with_pattern.items())
    assert scores("body:(pre* BEFORE/2 stat*)") == {1: 2.0}
    assert scores('body:"pr* statement"') == {}
    assert scores("body:pr*-statement") == {1: 1.0}


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


def invented(count: int) -> list[Stored]:
    """Cables of few different words, dates and ids, so that much is equal."""
    random = Random(7)
    vocabulary = ["wheat", "oats", "rye", "maize", "barley", "harvest", "press", "export"]
    made = []
    for number in random.sample(range(1, count + 1), count):
        words = random.choices(vocabulary, [40, 20, 10, 5, 5, 3, 2, 1], k=random.randrange(4, 60))
        made.append(Stored(number, Cable(
            id=f"0{random.randrange(4)}NOWHERELONG{random.randrange(900)}", body=" ".join(words),
            subject=random.choice(vocabulary), created=f"2008-11-{random.randrange(1, 4):02}",
            tags=tuple(Tag(code, "", "") for code in random.sample(["PREL", "PARM", "ECON"], 2)),
        )))
    return made


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Stored]]:
    """Two thousand cables in many segments."""
    folder, cables = tmp_path_factory.mktemp("many"), invented(2_000)
    writer.create(folder)
    for start in range(0, 2_000, 300):
        writer.update(folder, (), map(document, cables[start : start + 300]), 2)
    assert len(segments(folder)) > 3
    return folder, cables


MANY = (
    "wheat", "wheat OR rye OR maize OR press", "wheat harvest", "tag:PREL", "tag:PREL,PARM,ECON",
    "-wheat", "*", "whe*", "har*", "date:2008-11-02 OR tag:ECON^2 OR wheat", '"wheat oats"',
    "press NEAR/2 export", "oats OR barley OR (press export)^0.3 OR has:tag OR mai*",
    "tag:PREL -tag:PARM", "(tag:PREL OR date:2008-11-01) har*", "subject:rye OR tag:PREL^3",
)


@pytest.mark.parametrize("query", MANY)
@pytest.mark.parametrize("sort", [Sort.SCORE, Sort.ID, Sort.DATE, Sort.NEWEST])
def test_a_limit_gives_the_first_of_very_many_hits(
    many: tuple[Path, list[Stored]], query: str, sort: Sort
) -> None:
    opened = open_index(many[0], MemoryShelf(many[1]))
    asked = parse(query)
    everything = opened.search(asked, 0, sort, DEADLINE)
    assert len(everything) == opened.count(asked, DEADLINE)
    for limit in (1, 2, 5, 10, 63, 250, 1_000, 5_000):
        assert opened.search(asked, limit, sort, DEADLINE) == everything[:limit]


@pytest.mark.parametrize("query", MANY)
def test_hits_are_by_score_then_id_then_number(
    many: tuple[Path, list[Stored]], query: str
) -> None:
    ids = {stored.number: stored.cable.id for stored in many[1]}
    hits = open_index(many[0], MemoryShelf(many[1])).search(parse(query), 0, Sort.SCORE, DEADLINE)
    assert hits == sorted(hits, key=lambda hit: (-hit.score, ids[hit.number], hit.number))


def test_a_few_scores_that_are_known_before_are_those_that_tantivy_gives(
    many: tuple[Path, list[Stored]]
) -> None:
    """Beside a word that nothing has, tantivy scores alone."""
    opened = open_index(many[0], MemoryShelf(many[1]))
    for query in MANY:
        alone = opened.search(parse(query), 0, Sort.SCORE, DEADLINE)
        beside = opened.search(parse(f"({query}) OR body:zebra"), 0, Sort.SCORE, DEADLINE)
        assert {hit.number for hit in alone} == {hit.number for hit in beside}
        scores = {hit.number: hit.score for hit in beside}
        assert all(close(hit.score, scores[hit.number]) for hit in alone)


@pytest.mark.parametrize("query", [
    "statement", "missile OR press OR tag:PREL", 'plenary "press statement"', "the -wheat",
    "subject:missile^3 OR export*", "(statement OR canberra) (press OR offer)",
])
def test_scores_are_those_of_whoosh_where_no_text_is_long(tmp_path: Path, query: str) -> None:
    """Above 40 words tantivy rounds lengths."""
    from .contract.engines import whoosh_at_once

    short = [stored for stored in CABLES if len(terms(stored.cable.body)) <= 40]
    lists = []
    for name, make in (("a", tantivy_at_once), ("b", whoosh_at_once)):
        (tmp_path / name).mkdir()
        engine = make(tmp_path / name, short)
        lists.append(engine.search(parse(query), 0, Sort.SCORE, DEADLINE))
    assert lists[0]
    assert [hit.number for hit in lists[0]] == [hit.number for hit in lists[1]]
    assert all(close(one.score, other.score) for one, other in zip(*lists, strict=True))


def test_what_was_deleted_changes_no_set_but_may_change_scores(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    once = tantivy_at_once(tmp_path / "a", CABLES)
    later = tantivy_piecemeal(tmp_path / "b", CABLES)
    for query, hits in QUERIES:
        for engine in (once, later):
            assert sorted(numbers(engine, parse(query), Sort.SCORE)) == sorted(hits)
