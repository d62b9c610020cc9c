"""Is this archive sound: SQLite's own check, the index against the archive, a sample of terms."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .analysis import ANALYSIS_VERSION
from .archive import Archive
from .document import Document, document
from .engines import write_engine
from .errors import ArchiveError
from .state import IndexState, check_engine_of, index_folder, read_state, same_files

_SAMPLE: Final = 200  # cables whose terms are looked up in the index


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``fault`` is '' where it is as it should be, and else says
    what is wrong and how to mend it."""

    what: str
    fault: str = ""


def check(archive: Path) -> Iterator[Finding]:
    """Look at everything, one finding each, in a fixed order.

    :raises ArchiveError: where there is no archive.
    """
    with Archive(archive) as reader:
        faults = reader.integrity()
        yield Finding("archive.sqlite: SQLite's integrity check", "; ".join(faults[:5]))
        yield from _check_index(archive, reader)


def _check_index(archive: Path, reader: Archive) -> Iterator[Finding]:
    mend = f"run `cables reindex -a {archive}`"
    try:
        state = read_state(archive)
    except ArchiveError as error:
        yield Finding("index", str(error))
        return
    if state is None or not index_folder(archive, state).is_dir():
        yield Finding("index", f"there is none: {mend}")
        return
    made = f"{state.engine} {state.engine_version}, analysis {state.analysis_version}"
    fault = _version(archive, state, mend)
    yield Finding(f"index: made by {made}", fault)
    yield Finding(f"index: at commit {state.generation}", _generation(state, reader, archive))
    if not fault:
        yield from _check_content(archive, state, reader, mend)


def _check_content(
    archive: Path, state: IndexState, reader: Archive, mend: str
) -> Iterator[Finding]:
    """What is in an index whose engine and version are those that are installed."""
    yield _look(f"index: holds {state.cables} cables", lambda: _count(archive, state, reader, mend))
    sample = [document(stored) for stored in reader.sample(_SAMPLE, state.generation)]
    yield _look(
        f"index: terms of {len(sample)} cables", lambda: _terms(archive, state, sample, mend)
    )


def _look(what: str, fault: Callable[[], str]) -> Finding:
    """What was looked at; a damaged index is a fault like others."""
    try:
        return Finding(what, fault())
    except ArchiveError as error:
        return Finding(what, str(error))


def _version(archive: Path, state: IndexState, mend: str) -> str:
    try:
        check_engine_of(archive, state)
    except ArchiveError as error:
        return str(error)
    installed = write_engine(state.engine).version()
    if not same_files(installed, state.engine_version):
        return f"{installed} is installed: {mend}"
    if state.analysis_version != ANALYSIS_VERSION:
        return f"this version of cables has analysis {ANALYSIS_VERSION}: {mend}"
    return ""


def _generation(state: IndexState, reader: Archive, archive: Path) -> str:
    if state.generation == reader.generation:
        return ""
    behind = reader.behind(state.generation)
    return (
        f"the archive is at {reader.generation}, {behind} cables are not searchable:"
        f" run `cables reindex -a {archive}`, or `cables index` again"
    )


def _count(archive: Path, state: IndexState, reader: Archive, mend: str) -> str:
    if state.generation != reader.generation:
        return ""  # told already
    held, kept = write_engine(state.engine).count(index_folder(archive, state)), reader.count()
    return "" if held == kept == state.cables else f"{held} held, {kept} in the archive: {mend}"


def _terms(archive: Path, state: IndexState, sample: list[Document], mend: str) -> str:
    lacking = write_engine(state.engine).lacking(index_folder(archive, state), sample)
    named = ", ".join(lacking[:5])
    return f"not found by their own terms: {named}: {mend}" if lacking else ""
