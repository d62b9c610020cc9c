"""Indexes of tantivy for its own tests: what is written in them, and what is found."""

from pathlib import Path

from queries import parse
from queries.engines.base import Ranked, Sort
from queries.engines.tantivy import open_index

from .engines import DEADLINE, MemoryShelf, numbers

EVERYTHING = (
    "*", "missile", "-missile", "miss*", "*ile", "date:2008", '"a b"', '"a b*"', "tag:PREL",
    "a NEAR/3 b", "aa* BEFORE/3 b", '"a b c"~3', "canbera~2", "/m.*/", r"/\w+/", "citedby:08STATE1",
    "year:2008..2009 OR tag:A,B", "has:tag", "tag:a~", "(a OR b) NEAR c",
)


def found(index: Path, query: str, sort: Sort = Sort.ID) -> list[int]:
    return numbers(open_index(index, MemoryShelf(())), parse(query), sort)


def ranked(index: Path, query: str, limit: int = 0) -> list[Ranked]:
    return open_index(index, MemoryShelf(())).search(parse(query), limit, Sort.SCORE, DEADLINE)


def segments(index: Path) -> list[Path]:
    return sorted(index.glob("*.term"))
