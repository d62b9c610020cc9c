"""A small index of any engine, for what each engine promises in the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from indexer.document import Document
from indexer.engines import write_engine
from indexer.engines.base import WriteEngine
from queries import parse
from queries.engines import read_engine
from queries.engines.base import Ranked, ReadEngine, Sort

from .engines import DEADLINE, MemoryShelf, numbers

_SEGMENTS: Final = {"whoosh": "*.cables", "tantivy": "*.term"}
"""One file of each segment."""

_CLOSENESS: Final = {"whoosh": 1e-9, "tantivy": 1e-5}  # tantivy counts in 32 bits


@dataclass(frozen=True, slots=True)
class Small:
    """An index of an engine in a folder."""

    engine: str
    folder: Path

    @property
    def writer(self) -> WriteEngine:
        return write_engine(self.engine)

    def update(self, forget: Sequence[int], some: Iterable[Document]) -> None:
        self.writer.update(self.folder, forget, some)

    def open(self) -> ReadEngine:
        return read_engine(self.engine).open_index(self.folder, MemoryShelf(()))

    def found(self, query: str, sort: Sort = Sort.ID) -> list[int]:
        return numbers(self.open(), parse(query), sort)

    def ranked(self, query: str, limit: int = 0) -> list[Ranked]:
        return self.open().search(parse(query), limit, Sort.SCORE, DEADLINE)

    def count(self) -> int:
        """How many documents it holds, which reading and writing must agree on."""
        held = self.writer.count(self.folder)
        assert self.open().count(parse("*"), DEADLINE) == held
        return held

    def segments(self) -> list[Path]:
        return sorted(self.folder.glob(_SEGMENTS[self.engine]))

    def closeness(self) -> float:
        """How far two scores may be apart, as a part of them, and count as equal."""
        return _CLOSENESS[self.engine]
