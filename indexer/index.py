"""Archive to index: bring the engine's files up to the archive's last commit, or make them anew."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from .analysis import ANALYSIS_VERSION
from .archive import Archive, Stored
from .document import Document, document
from .engines import write_engine
from .errors import ArchiveError
from .state import INDEX, IndexState, index_folder, read_state, write_state

DEFAULT_ENGINE: Final = "whoosh"

Progress = Callable[[int, int], None]
"""Called with how many cables are indexed, and how many there are to index."""


def no_progress(_done: int, _total: int) -> None:
    """Say nothing."""


def check_engine(archive: Path, engine: str | None) -> None:
    """Whether the archive's index can be brought up to date by this engine and version.

    :raises ArchiveError: where it was made by another one; the message holds the remedy.
    """
    state = read_state(archive)
    write_engine(engine or DEFAULT_ENGINE)
    if state is None:
        return
    mend = f"run `cables reindex -a {archive}"
    if engine not in (None, state.engine):
        raise ArchiveError(
            f"the index of {archive} is made by {state.engine}: {mend} --engine {engine}` instead"
        )
    if state.analysis_version != ANALYSIS_VERSION:
        raise ArchiveError(f"the index of {archive} is of another version of cables: {mend}`")
    if not index_folder(archive, state).is_dir():
        raise ArchiveError(f"the index of {archive} is missing: {mend}`")


def bring_up(archive: Path, engine: str | None = None, progress: Progress = no_progress) -> int:
    """Index what the archive has and its index lacks; how many cables that was.

    The caller holds the archive's write lock. Without an index it is :func:`rebuild`.
    """
    check_engine(archive, engine)
    state = read_state(archive)
    if state is None:
        return rebuild(archive, engine, progress)
    with Archive(archive) as reader:
        if reader.generation == state.generation:
            return 0
        return _update(archive, state, reader, reader.forgotten(state.generation), progress)


def rebuild(archive: Path, engine: str | None = None, progress: Progress = no_progress) -> int:
    """Make the index anew beside the old one and put it in its place; how many cables it has.

    The caller holds the archive's write lock. Without an engine's name it stays the same engine.
    """
    (archive / INDEX).mkdir(mode=0o700, exist_ok=True)
    name = engine or _engine_before(archive) or DEFAULT_ENGINE
    maker = write_engine(name)
    _clear(archive)
    state = IndexState(name, maker.version(), ANALYSIS_VERSION, _new_folder(archive, name), 0, 0)
    folder = index_folder(archive, state)
    folder.mkdir(mode=0o700)
    maker.create(folder)
    with Archive(archive) as reader:
        count = _update(archive, state, reader, (), progress)
    _clear(archive)
    return count


def _update(
    archive: Path, state: IndexState, reader: Archive, forget: Sequence[int], progress: Progress
) -> int:
    maker = write_engine(state.engine)
    folder = index_folder(archive, state)
    total = reader.count_changed(state.generation)
    maker.update(folder, forget, _documents(reader.changed(state.generation), total, progress))
    write_state(archive, IndexState(
        state.engine, maker.version(), ANALYSIS_VERSION, state.folder, reader.generation,
        maker.count(folder),
    ))
    return total


def _documents(
    cables: Iterator[Stored], total: int, progress: Progress
) -> Iterator[Document]:
    for done, stored in enumerate(cables):
        progress(done, total)
        yield document(stored)
    progress(total, total)


def _engine_before(archive: Path) -> str | None:
    try:
        state = read_state(archive)
    except ArchiveError:  # a damaged state file is what a new index mends
        return None
    return state.engine if state else None


def _new_folder(archive: Path, engine: str) -> str:
    number = 1
    while (archive / INDEX / f"{engine}-{number}").exists():
        number += 1
    return f"{engine}-{number}"


def _clear(archive: Path) -> None:
    """Remove what an ended run left beside the index that counts."""
    try:
        state = read_state(archive)
    except ArchiveError:
        state = None
    for path in (archive / INDEX).iterdir():
        if path.is_dir() and (state is None or path.name != state.folder):
            shutil.rmtree(path)
