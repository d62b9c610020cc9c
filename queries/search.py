"""Searching an archive: open it, ask it, and get hits that are values."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import Final

from indexer.archive import Archive, Stored
from indexer.errors import ArchiveError
from indexer.listed import Listed
from indexer.state import IndexState, index_folder, read_state, usable_state

from .engines import read_engine
from .engines.base import Deadline, Ranked, ReadEngine, Sort
from .hits import Hit, Snippet, make_hit
from .lookup import find_cables
from .parser import parse
from .snippets import Snippets
from .tree import Node

LIMIT: Final = 20
TIMEOUT: Final = 5.0
SNIPPETS: Final = 3
_CHUNK: Final = 100  # cables in memory at once

_Shown = tuple[Listed, Sequence[Snippet]]
_Show = Callable[[Sequence[int]], Iterable[_Shown]]
"""The cables of these numbers, as many as there are, with their snippets."""


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
        snippets: int = SNIPPETS,
    ) -> tuple[Hit, ...]:
        """The first ``limit`` hits in order; 0 is all of them. ``timeout`` is in seconds.

        A hit has so many ``snippets`` at most; with 0 no cable's text is read, which is faster.

        :raises QueryError: where the query cannot be understood, or the engine cannot answer it.
        :raises TimedOut: where it takes too long.
        """
        return tuple(
            self.stream(query, limit=limit, sort=sort, timeout=timeout, snippets=snippets)
        )

    def stream(
        self,
        query: str | Node,
        *,
        limit: int = LIMIT,
        sort: Sort = Sort.SCORE,
        timeout: float = TIMEOUT,
        snippets: int = SNIPPETS,
    ) -> Iterator[Hit]:
        """The same hits, each made when it is asked for: any number of them fits in memory."""
        if limit < 0 or snippets < 0:
            raise ValueError(f"a limit of {limit} hits, {snippets} snippets")
        deadline = Deadline(timeout)
        tree = _tree(query)
        if sort is Sort.REFS:
            ranked: Sequence[Ranked] = self._most_cited(tree, limit, deadline)
        else:
            ranked = self._engine().search(tree, limit, sort, deadline)
        return self._hits(ranked, self._with_snippets(tree, snippets) if snippets else self._bare)

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

    def _hits(self, ranked: Sequence[Ranked], show: _Show) -> Iterator[Hit]:
        """The hits for what an engine found; what the archive has dropped since is left out."""
        rank = 0
        for start in range(0, len(ranked), _CHUNK):
            scores = {one.number: one.score for one in ranked[start : start + _CHUNK]}
            for listed, snippets in show(list(scores)):
                rank += 1
                yield make_hit(rank, listed, scores[listed.number], snippets)

    def _bare(self, numbers: Sequence[int]) -> Iterable[_Shown]:
        """The cables without a snippet: no text is read."""
        return zip(self._archive.listed(numbers), repeat(()), strict=False)

    def _with_snippets(self, tree: Node, most: int) -> _Show:
        snippets = Snippets(tree, most)

        def show(numbers: Sequence[int]) -> Iterator[_Shown]:
            for stored in self._archive.cables(numbers):
                yield stored.listed(), snippets(stored.cable)

        return show


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
    """The index that the state names, unless it was changed since: an archive is one state."""
    files = index_folder(archive.folder, state)
    if not files.is_dir() or read_state(archive.folder) != state:
        raise ArchiveError(f"the index of {archive.folder} was made anew meanwhile: open it again")
    return read_engine(state.engine).open_index(files, archive)
