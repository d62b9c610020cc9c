"""Every engine with the same cables in it, made in several ways."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from indexer.archive import Stored
from indexer.document import document
from indexer.engines import write_engine
from indexer.fields import BY_NAME
from queries.engines import read_engine
from queries.engines.base import Deadline, ReadEngine, Sort
from queries.engines.referee import Referee
from queries.tree import Node

DEADLINE = Deadline(3600)
EVERYTHING = (
    "*", "missile", "-missile", "miss*", "*ile", "date:2008", '"a b"', '"a b*"', "tag:PREL",
    "a NEAR/3 b", "aa* BEFORE/3 b", '"a b c"~3', "canbera~2", "/m.*/", r"/\w+/", "citedby:08STATE1",
    "year:2008..2009 OR tag:A,B", "has:tag", "tag:a~", "(a OR b) NEAR c",
    '"a b"~3', "a NEAR b", "a~", "/a.*/", "citedby:(NOT 08STATE1)",
)
"""A query of every kind."""

Maker = Callable[[Path, Sequence[Stored]], ReadEngine]


class MemoryShelf:
    """Cables in memory, for an engine to ask."""

    def __init__(self, cables: Sequence[Stored]) -> None:
        self._cables = {stored.number: stored for stored in cables}

    def cables(self, numbers: Sequence[int]) -> list[Stored]:
        return [self._cables[number] for number in numbers if number in self._cables]

    def cited(self, numbers: Sequence[int]) -> set[str]:
        cites = BY_NAME["cites"]
        return {one for stored in self.cables(numbers) for one in cites.words(stored.cable)}


def referee(_: Path, cables: Sequence[Stored]) -> ReadEngine:
    """The one that says what is right."""
    return Referee(cables)


def _at_once(name: str, folder: Path, cables: Sequence[Stored]) -> ReadEngine:
    """All cables in one commit."""
    writer = write_engine(name)
    writer.create(folder)
    writer.update(folder, (), map(document, cables))
    return read_engine(name).open_index(folder, MemoryShelf(cables))


def _piecemeal(name: str, folder: Path, cables: Sequence[Stored]) -> ReadEngine:
    """In many commits, the last cable first; every third was another cable before, and there was
    one more that is gone: deleted cables in small segments, and merged ones."""
    writer = write_engine(name)
    writer.create(folder)
    gone = Stored(10_000, replace(cables[0].cable, id="99GONE1"))
    writer.update(folder, (), [document(gone)])
    for place in reversed(range(len(cables))):
        number = cables[place].number
        if place % 3 == 0:
            other = Stored(number, cables[place - 1].cable)
            writer.update(folder, (), [document(other)])
            writer.update(folder, (number,), [document(cables[place])])
        else:
            writer.update(folder, (), [document(cables[place])])
    writer.update(folder, (gone.number,), ())
    return read_engine(name).open_index(folder, MemoryShelf(cables))


whoosh_at_once: Maker = partial(_at_once, "whoosh")
whoosh_piecemeal: Maker = partial(_piecemeal, "whoosh")
tantivy_at_once: Maker = partial(_at_once, "tantivy")
tantivy_piecemeal: Maker = partial(_piecemeal, "tantivy")

MAKERS: dict[str, Maker] = {
    "referee": referee,
    "whoosh at once": whoosh_at_once,
    "whoosh piecemeal": whoosh_piecemeal,
    "tantivy at once": tantivy_at_once,
    "tantivy piecemeal": tantivy_piecemeal,
}

COUNT_DELETED: Final = {"tantivy"}
"""Engines whose scores depend on cables that were there before."""


def numbers(engine: ReadEngine, query: Node, sort: Sort = Sort.ID) -> list[int]:
    """The numbers of all hits in this order."""
    return [hit.number for hit in engine.search(query, 0, sort, DEADLINE)]
