"""Archive to index: bring the engine's files up to the archive's last commit, or make them anew."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from .analysis import ANALYSIS_VERSION
from .archive import Archive, Stored
from .document import Document, document
from .engines import check_installed, default_engine, write_engine
from .errors import ArchiveError
from .state import (
    INDEX,
    IndexState,
    check_engine_of,
    check_usable,
    index_folder,
    read_state,
    write_state,
)

IndexProgress = Callable[[int, int], None]
"""Called with how many cables are indexed, and how many there are to index."""


def no_progress(_done: int, _total: int) -> None:
    """Say nothing."""


def check_engine(archive: Path, engine: str | None) -> IndexState | None:
    """The state of an index that this engine and version can bring up to date; None where there is
    no index yet.

    :raises ArchiveError: where it was made by another one; the message holds the remedy.
    """
    check_installed(engine or default_engine())
    state = read_state(archive)
    if state and engine not in (None, state.engine):
        raise ArchiveError(
            f"the index of {archive} is made by {state.engine}:"
            f" run `cables reindex -a {archive} --engine {engine}` instead"
        )
    if state is not None:
        check_usable(archive, state)
    return state


def bring_up(
    archive: Path, engine: str | None = None, progress: IndexProgress = no_progress,
    processes: int = 1,
) -> int:
    """Index what the archive has and its index lacks; how many cables that was.

    The caller holds the archive's write lock. Without an index it is :func:`rebuild`.
    """
    state = check_engine(archive, engine)
    if state is None:
        return rebuild(archive, engine, progress, processes)
    with Archive(archive) as reader:
        if reader.generation == state.generation:
            return 0
        forget = reader.forgotten(state.generation)
        return _update(archive, state, reader, forget, progress, processes)


def rebuild(
    archive: Path, engine: str | None = None, progress: IndexProgress = no_progress,
    processes: int = 1,
) -> int:
    """Make the index anew beside the old one and put it in its place; how many cables it has.

    The caller holds the archive's write lock. Without an engine's name it stays the same engine.
    """
    (archive / INDEX).mkdir(mode=0o700, exist_ok=True)
    before = _state_before(archive)
    if before and not engine:
        check_engine_of(archive, before)
    name = engine or (before.engine if before else default_engine())
    maker = write_engine(name)
    _clear(archive)
    state = IndexState(name, maker.version(), ANALYSIS_VERSION, _new_folder(archive, name), 0, 0)
    folder = index_folder(archive, state)
    folder.mkdir(mode=0o700)
    maker.create(folder)
    with Archive(archive) as reader:
        count = _update(archive, state, reader, (), progress, processes)
    _clear(archive)
    return count


def _update(
    archive: Path, state: IndexState, reader: Archive, forget: Sequence[int],
    progress: IndexProgress, processes: int,
) -> int:
    maker = write_engine(state.engine)
    folder = index_folder(archive, state)
    total = reader.count_changed(state.generation)
    documents = _documents(reader.changed(state.generation), total, progress)
    maker.update(folder, forget, documents, max(1, processes))
    write_state(archive, IndexState(
        state.engine, maker.version(), ANALYSIS_VERSION, state.folder, reader.generation,
        maker.count(folder),
    ))
    return total


def _documents(
    cables: Iterator[Stored], total: int, progress: IndexProgress
) -> Iterator[Document]:
    for done, stored in enumerate(cables):
        progress(done, total)
        yield document(stored)
    progress(total, total)


def _state_before(archive: Path) -> IndexState | None:
    try:
        return read_state(archive)
    except ArchiveError:  # a damaged state file is what a new index mends
        return None


def _new_folder(archive: Path, engine: str) -> str:
    number = 1
    while (archive / INDEX / f"{engine}-{number}").exists():
        number += 1
    return f"{engine}-{number}"


def _clear(archive: Path) -> None:
    """Remove what an ended run left beside the index that counts."""
    state = _state_before(archive)
    for path in (archive / INDEX).iterdir():
        if path.is_dir() and (state is None or path.name != state.folder):
            shutil.rmtree(path)
