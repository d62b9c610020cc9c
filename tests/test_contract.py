"""The contract: every engine finds the same cables, and lists them in the same order."""

from collections.abc import Iterator

import pytest

from queries import parse
from queries.engines.base import ReadEngine, Sort

from .contract.corpus import CABLES
from .contract.engines import DEADLINE, MAKERS, numbers
from .contract.queries import QUERIES


@pytest.fixture(scope="module", params=list(MAKERS))
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ReadEngine]:
    made = MAKERS[request.param](tmp_path_factory.mktemp("index"), CABLES)
    yield made
    made.close()


@pytest.mark.parametrize(("query", "found"), QUERIES)
def test_a_query_finds_these_cables(
    engine: ReadEngine, query: str, found: tuple[int, ...]
) -> None:
    assert sorted(numbers(engine, parse(query))) == sorted(found)


@pytest.mark.parametrize(("query", "found"), QUERIES)
def test_counting_gives_the_number_of_hits(
    engine: ReadEngine, query: str, found: tuple[int, ...]
) -> None:
    assert engine.count(parse(query), DEADLINE) == len(found)


def test_the_table_asks_for_something() -> None:
    assert len(QUERIES) >= 120
    assert len({query for query, _ in QUERIES}) == len(QUERIES)
    assert {number for _, found in QUERIES for number in found} == {c.number for c in CABLES}


def test_hits_in_the_order_of_ids(engine: ReadEngine) -> None:
    ids = {stored.number: stored.cable.id for stored in CABLES}
    found = [ids[number] for number in numbers(engine, parse("*"), Sort.ID)]
    assert found == sorted(ids.values())


def test_hits_in_the_order_of_dates_and_equal_ones_by_id(engine: ReadEngine) -> None:
    keys = {stored.number: (stored.cable.created or "1970", stored.cable.id) for stored in CABLES}
    found = [keys[number] for number in numbers(engine, parse("*"), Sort.DATE)]
    assert found == sorted(keys.values())


def test_newest_first_and_equal_ones_by_id(engine: ReadEngine) -> None:
    found = numbers(engine, parse("post:TELAVIV OR year:1966"), Sort.NEWEST)
    assert found == [23, 24, 22, 21, 16]


@pytest.mark.parametrize("sort", [Sort.SCORE, Sort.ID, Sort.DATE, Sort.NEWEST])
def test_a_limit_gives_the_first_of_all_hits(engine: ReadEngine, sort: Sort) -> None:
    query = parse("statement OR missile OR tag:PREL")
    all_hits = engine.search(query, 0, sort, DEADLINE)
    for limit in (1, 3, len(all_hits), 1000):
        assert engine.search(query, limit, sort, DEADLINE) == all_hits[:limit]
