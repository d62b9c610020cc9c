"""Indexes of the Whoosh engine made of a few texts, and what they are asked."""

from pathlib import Path

from queries import parse
from queries.engines.base import Ranked, Sort
from queries.engines.whoosh import open_index

from .contract.engines import DEADLINE, MemoryShelf, numbers


def found(index: Path, query: str, sort: Sort = Sort.ID) -> list[int]:
    return numbers(open_index(index, MemoryShelf(())), parse(query), sort)


def ranked(index: Path, query: str, limit: int = 0) -> list[Ranked]:
    return open_index(index, MemoryShelf(())).search(parse(query), limit, Sort.SCORE, DEADLINE)


def scores(index: Path, query: str) -> dict[int, float]:
    return {hit.number: hit.score for hit in ranked(index, query)}


def segments(index: Path) -> list[Path]:
    return sorted(index.glob("*.cables"))
