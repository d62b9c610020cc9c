"""Scores that are the same on every engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose, log1p
from pathlib import Path

import pytest

from indexer.cable import Cable
from indexer.document import Document
from indexer.engines import ENGINES, write_engine
from queries import parse
from queries.engines import read_engine
from queries.engines.base import Ranked, Sort

from .contract.documents import bodies, documents
from .contract.engines import DEADLINE, MemoryShelf


@dataclass(frozen=True, slots=True)
class Small:
    """An index of an engine in a folder."""

    engine: str
    folder: Path

    def add(self, some: Sequence[Document]) -> None:
        write_engine(self.engine).update(self.folder, (), some)

    def ranked(self, query: str) -> list[Ranked]:
        opened = read_engine(self.engine).open_index(self.folder, MemoryShelf(()))
        return opened.search(parse(query), 0, Sort.SCORE, DEADLINE)


@pytest.fixture(params=ENGINES)
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Small:
    write_engine(request.param).create(tmp_path)
    return Small(request.param, tmp_path)


def close(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=1e-5)  # some engines count in 32 bits


def test_a_word_scores_by_bm25(small: Small) -> None:
    texts = ("wheat wheat oats", "wheat", "rye", "rye oats rye oats rye oats")
    small.add(bodies(*texts))
    average = sum(len(text.split()) for text in texts) / 4
    rarity = log1p((4 - 2 + 0.5) / (2 + 0.5))
    expected = {
        number: rarity * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / average))
        for number, often, length in ((1, 2, 3), (2, 1, 1))
    }
    hits = small.ranked("body:wheat")
    assert [hit.number for hit in hits] == [2, 1]
    assert all(close(hit.score, expected[hit.number]) for hit in hits)


def test_the_subject_counts_double(small: Small) -> None:
    small.add(documents(
        Cable(id="08NOWHERE1", body="wheat"), Cable(id="08NOWHERE2", subject="wheat")
    ))
    first, second = small.ranked("wheat")
    assert (first.number, second.number) == (2, 1)
    assert close(first.score, 2 * second.score)


def test_scores_add_up(small: Small) -> None:
    small.add(bodies("wheat oats", "wheat", "oats", "rye"))
    apart = {query: small.ranked(query)[0].score for query in ("wheat oats", "wheat", "oats")}
    together = {hit.number: hit.score for hit in small.ranked("wheat OR oats")}
    assert together[1] == apart["wheat oats"] > together[2] == together[3] > 0
    assert [hit.score for hit in small.ranked("-wheat")] == [0.0, 0.0]
