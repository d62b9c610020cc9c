"""The state of an archive's index: which engine made it, from which commit, in which folder.

``index/state.json`` is replaced by one rename after the engine's own commit, so that it always
names a whole index; what it does not name is left over and may go.
"""

import json
import os
import re
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

from .analysis import ANALYSIS_VERSION
from .engines import ENGINES, check_installed, is_installed, write_engine
from .errors import ArchiveError

INDEX: Final = "index"
_STATE: Final = "state.json"
_NO_FOLDERS: Final = frozenset({"", ".", ".."})
_NOT_IN_A_NAME: Final = frozenset("/\\:\0")  # on any system
_PATCH: Final = re.compile(r"^(\d+\.\d+)\.\d+")


@dataclass(frozen=True, slots=True)
class IndexState:
    """What ``state.json`` says; ``folder`` is the engine's own, below ``index/``."""

    engine: str
    engine_version: str
    analysis_version: int
    folder: str
    generation: int
    cables: int


def index_folder(archive: Path, state: IndexState) -> Path:
    """Where the engine's files are."""
    return archive / INDEX / state.folder


def read_state(archive: Path) -> IndexState | None:
    """The state of this archive's index; None where there is no index yet.

    :raises ArchiveError: where the file is damaged, or names a folder outside of ``index/``.
    """
    path = archive / INDEX / _STATE
    try:
        return _checked(IndexState(**json.loads(path.read_bytes())))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise ArchiveError(f"{path} is damaged: run `cables reindex -a {archive}`") from error


def _checked(state: IndexState) -> IndexState:
    """This state, whose values may be anybody's; a ValueError where it cannot be."""
    for field in fields(state):
        if type(getattr(state, field.name)) is not field.type:
            raise ValueError(f"{field.name} is of another kind")
    if state.folder in _NO_FOLDERS or not _NOT_IN_A_NAME.isdisjoint(state.folder):
        raise ValueError("the folder is not one below index/")
    return state


def usable_state(archive: Path) -> IndexState | None:
    """The state of an index whose words and files are as this version needs them; None where
    there is no index yet.

    :raises ArchiveError: where the index must be made anew, or its engine be installed; the
        message holds the command.
    """
    state = read_state(archive)
    if state is not None:
        check_usable(archive, state)
    return state


def check_usable(archive: Path, state: IndexState) -> None:
    """Whether an index of this state is as this version needs it.

    :raises ArchiveError: where it is not; the message holds the command.
    """
    mend = f"run `cables reindex -a {archive}`"
    if not index_folder(archive, state).is_dir():
        raise ArchiveError(f"the index of {archive} is missing: {mend}")
    check_engine_of(archive, state)
    if state.analysis_version != ANALYSIS_VERSION:
        raise ArchiveError(
            f"the words in the index of {archive} were cut by version {state.analysis_version} of"
            f" the analyser, and this is version {ANALYSIS_VERSION}: {mend}"
        )
    installed = write_engine(state.engine).version()
    if not same_files(installed, state.engine_version):
        raise ArchiveError(
            f"the index of {archive} was made by {state.engine} {state.engine_version};"
            f" installed is {installed}: {mend}"
        )


def check_engine_of(archive: Path, state: IndexState) -> None:
    """Whether the engine that made an index is installed.

    :raises ArchiveError: where it is not; the message holds the remedies.
    """
    try:
        check_installed(state.engine)
    except ArchiveError as error:
        other = next(name for name in ENGINES if is_installed(name))
        raise ArchiveError(
            f"the index of {archive} cannot be used: {error}"
            f" (or `cables reindex -a {archive} --engine {other}`)"
        ) from error


def same_files(one: str, other: str) -> bool:
    """Whether two versions of an engine have the same files: what corrects faults alone counts
    nothing.

    >>> same_files("0.27.0, layout 1", "0.27.3, layout 1"), same_files("2.7.4", "2.8.0")
    (True, False)
    """
    return _PATCH.sub(r"\1", one) == _PATCH.sub(r"\1", other)


def write_state(archive: Path, state: IndexState) -> None:
    """Make this the archive's index, in one step that survives a crash."""
    path = archive / INDEX / _STATE
    unfinished = path.with_suffix(".new")
    with unfinished.open("w", encoding="utf-8") as file:
        json.dump(asdict(state), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
