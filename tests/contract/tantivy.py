"""Indexes of tantivy for its own tests: what is written in them, and what is found."""

from pathlib import Path

from queries import parse
from queries.engines.base import Ranked, Sort
from queries.engines.tantivy import open_index

from .engines import DEADLINE, MemoryShelf, numbers


def found(index: Path, query: str, sort: Sort = Sort.ID) -> list[int]:
    return numbers(open_index(index, MemoryShelf(())), parse(query), sort)


def ranked(index: Path, query: str, limit: int = 0) -> list[Ranked]:
    return open_index(index, MemoryShelf(())).search(parse(query), limit, Sort.SCORE, DEADLINE)


def segments(index: Path) -> list[Path]:
    return sorted(index.glob("*.term"))
