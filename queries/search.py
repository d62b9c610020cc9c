"""Searching an archive: open it, ask it, and get hits that are values."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from indexer.archive import Archive, Stored
from indexer.errors import ArchiveError
from indexer.state import IndexState, index_folder, usable_state

from .engines import read_engine
from .engines.base import Deadline, Ranked, ReadEngine, Sort
from .hits import Hit, make_hit
from .lookup import find_cables
from .parser import parse
from .snippets import Snippets
from .tree import Node

LIMIT: Final = 20
TIMEOUT: Final = 5.0
_CHUNK: Final = 100  # cables in memory at once


def open_archive(path: str | Path) -> "SearchArchive":
    """Open an archive for searching; the index is opened when first needed.

    ``with open_archive("cables.archive") as archive: hits = archive.search("tag:PREL missile")``

    :raises ArchiveError: where there is no archive, or no index that this version can search;
        the message holds the command that mends it.
    """
    folder = Path(path)
    archive = Archive(folder)
    try:
        return SearchArchive(archive, _searchable_state(folder))
    except ArchiveError:
        archive.close()
        raise


class SearchArchive:
    """An archive that can be searched: one committed state, from opening to closing."""

    def __init__(self, archive: Archive, state: IndexState) -> None:
        self._archive = archive
        self._state = state
        self._index: ReadEngine | None = None

    def __enter__(self) -> "SearchArchive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files; hits that were given stay good."""
        if self._index is not None:
            self._index.close()
            self._index = None
        self._archive.close()

    @property
    def folder(self) -> Path:
        """Where the archive is."""
        return self._archive.folder

    @property
    def generation(self) -> int:
        """The number of the archive's last commit."""
        return self._archive.generation

    @property
    def engine(self) -> str:
        """The name of the engine that made the index."""
        return self._state.engine

    @property
    def behind(self) -> int:
        """How many cables the index does not hold yet, or not as they now are: `cables index`
        mends it."""
        return self._archive.behind(self._state.generation)

    def search(
        self,
        query: str | Node,
        *,
        limit: int = LIMIT,
        sort: Sort = Sort.SCORE,
        timeout: float = TIMEOUT,
    ) -> tuple[Hit, ...]:
        """The first ``limit`` hits in order; 0 is all of them. ``timeout`` is in seconds.

        :raises QueryError: where the query cannot be understood, or the engine cannot answer it.
        :raises TimedOut: where it takes too long.
        """
        return tuple(self.stream(query, limit=limit, sort=sort, timeout=timeout))

    def stream(
        self,
        query: str | Node,
        *,
        limit: int = LIMIT,
        sort: Sort = Sort.SCORE,
        timeout: float = TIMEOUT,
    ) -> Iterator[Hit]:
        """The same hits, each made when it is asked for: any number of them fits in memory."""
        if limit < 0:
            raise ValueError(f"a limit of {limit} hits")
        deadline = Deadline(timeout)
        tree = _tree(query)
        if sort is Sort.REFS:
            ranked: Sequence[Ranked] = self._most_cited(tree, limit, deadline)
        else:
            ranked = self._engine().search(tree, limit, sort, deadline)
        return self._hits(tree, ranked)

    def count(self, query: str | Node, *, timeout: float = TIMEOUT) -> int:
        """How many cables the query finds. It raises what :meth:`search` raises."""
        deadline = Deadline(timeout)
        return self._engine().count(_tree(query), deadline)

    def cable(self, name: str) -> Stored | None:
        """The cable with this id, in any style, or that was read from this source."""
        return next(iter(find_cables(self._archive, name)), None)

    def _engine(self) -> ReadEngine:
        if self._index is None:
            self._index = _open_index(self._archive, self._state)
        return self._index

    def _most_cited(self, tree: Node, limit: int, deadline: Deadline) -> list[Ranked]:
        """By how many cables of the archive cite them; those cited as often in order of id."""
        ranked = self._engine().search(tree, 0, Sort.ID, deadline)
        times = self._archive.times_cited([one.number for one in ranked])
        deadline.check()
        ranked.sort(key=lambda one: -times.get(one.number, 0))
        return ranked[:limit] if limit else ranked

    def _hits(self, tree: Node, ranked: Sequence[Ranked]) -> Iterator[Hit]:
        """The hits for what an engine found; what the archive has dropped since is left out."""
        snippets = Snippets(tree)
        rank = 0
        for start in range(0, len(ranked), _CHUNK):
            some = ranked[start : start + _CHUNK]
            scores = {one.number: one.score for one in some}
            for stored in self._archive.cables(list(scores)):
                rank += 1
                yield make_hit(rank, stored, scores[stored.number], snippets(stored.cable))


def _tree(query: str | Node) -> Node:
    return parse(query) if isinstance(query, str) else query


def _searchable_state(folder: Path) -> IndexState:
    """The state of an index that can be searched.

    :raises ArchiveError: where there is none.
    """
    state = usable_state(folder)
    if state is None:
        raise ArchiveError(f"{folder} has no index yet: run `cables reindex -a {folder}`")
    return state


def _open_index(archive: Archive, state: IndexState) -> ReadEngine:
    """The index that the state names, unless another has taken its place since."""
    files = index_folder(archive.folder, state)
    if not files.is_dir():
        raise ArchiveError(f"the index of {archive.folder} was made anew meanwhile: open it again")
    return read_engine(state.engine).open_index(files, archive)
