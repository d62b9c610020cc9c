"""Pages to archive to index: in parallel, incremental, one bad page never ends the run."""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from .cable import Cable
from .errors import ArchiveError
from .index import bring_up, check_engine
from .lock import write_lock
from .pages import find_pages
from .reading import Refusal, read_pages
from .report import Report, Tally
from .schema import DATABASE
from .sources import Found, Gone, Page, Skipped, Unchanged, Unreadable, absolute
from .stamp import Outcome, Stamp
from .store import Store

_COMMIT_EVERY: Final = 2_000  # pages: at most so many are read again after a crash,
_COMMIT_SECONDS: Final = 5.0  # or those of so many seconds


class Progress(Protocol):
    """Who is told how far a build is."""

    def pages(self, seen: int) -> None:
        """So many files were seen."""

    def indexed(self, done: int, total: int) -> None:
        """So many cables of so many are indexed."""


class Silent:
    """Tells nobody."""

    def pages(self, seen: int) -> None:
        """Say nothing."""

    def indexed(self, done: int, total: int) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: with which engine (None: the archive's own, or the default), in how many
    processes, and whether sources that have gone are forgotten."""

    engine: str | None = None
    processes: int = 1
    prune: bool = False


DEFAULTS: Final = Options()


def build(
    archive: str | Path,
    paths: Iterable[str],
    options: Options = DEFAULTS,
    progress: Progress | None = None,
) -> Report:
    """Read pages into an archive, which is made where there is none, and index them.

    Only what is new or changed is read. Nothing that is wrong with a page ends the run.

    :raises ArchiveError: where the folder is no archive, is held by another writer, or its index
        is made by another engine or version.
    """
    start = time.monotonic()
    folder, given, progress = Path(archive), list(paths), progress or Silent()
    check_engine(folder, options.engine)
    _check_paths(folder, given)
    with write_lock(folder):
        run = _Run(Store(folder), Tally(), options, progress)
        try:
            missing = run.read(given)
        finally:
            run.store.close()
        indexed = bring_up(folder, options.engine, progress.indexed, options.processes)
    pruned = len(missing) if options.prune else 0
    return run.tally.report(tuple(missing), pruned, indexed, time.monotonic() - start)


def _check_paths(archive: Path, given: list[str]) -> None:
    """A mistyped path does not make an empty archive."""
    if (archive / DATABASE).exists() or any(os.path.lexists(path) for path in given):
        return
    named = ", ".join(given[:5]) or "no path was given"
    raise ArchiveError(f"nothing to index, no such file or folder: {named}")


@dataclass(frozen=True, slots=True)
class _Run:
    """One run over the pages: where they go, and what became of them."""

    store: Store
    tally: Tally
    options: Options
    progress: Progress

    def read(self, paths: list[str]) -> list[str]:
        """Read every page, commit, and give the sources that have gone."""
        found = (found for given in paths for found in find_pages(given, self.store.is_unchanged))
        readings = read_pages(self._to_read(found), self.options.processes)
        done, last = 0, time.monotonic()
        for page, result in readings:
            self._keep(page, result)
            done += 1
            if done == _COMMIT_EVERY or time.monotonic() - last > _COMMIT_SECONDS:
                self.store.commit()
                done, last = 0, time.monotonic()
        missing = self._missing(paths)
        if self.options.prune:
            self.store.prune(missing)
        self.store.commit()
        return missing

    def _to_read(self, found: Iterable[Found]) -> Iterator[Page]:
        """The pages that are new or changed; the others are counted on the way."""
        for one in found:
            if isinstance(one, Skipped):
                self.tally.skipped[one.rule] += 1
            elif isinstance(one, Gone):
                self._note_gone(one.stamp)
            elif one.stamp.path not in self.tally.seen:  # the same file may be given twice
                self.tally.seen.add(one.stamp.path)
                yield from self._new(one)
            self.progress.pages(self.tally.total())

    def _new(self, found: Page | Unchanged | Unreadable) -> Iterator[Page]:
        stamp = found.stamp
        if isinstance(found, Unreadable):
            self._note_unreadable(stamp, found.reason)
        elif isinstance(found, Unchanged) or self.store.is_same(stamp, found.digest):
            self._note_unchanged(stamp)
        else:
            yield found

    def _keep(self, page: Page, result: Cable | Refusal) -> None:
        if isinstance(result, Refusal):
            self.store.refuse(page.stamp, page.digest, result.reason)
            self.tally.refused.append((page.stamp.given, result.reason))
        else:
            self.tally.outcomes[self.store.keep(page.stamp, page.digest, result)] += 1
            self.tally.problems += len(result.problems)

    def _note_unchanged(self, stamp: Stamp) -> None:
        """A page that was refused before is not tried again, and is refused still."""
        if reason := self.store.refusal(stamp):
            self.tally.refused.append((stamp.given, reason))
        else:
            self.tally.outcomes[Outcome.UNCHANGED] += 1

    def _note_unreadable(self, stamp: Stamp, reason: str) -> None:
        """It is not written down: the next run must try it again."""
        self.tally.refused.append((stamp.given, reason))
        self.tally.unread.append(stamp.path)

    def _note_gone(self, stamp: Stamp) -> None:
        if not self.store.missing([stamp.path], set()):
            self.tally.refused.append((stamp.given, "no such file or folder"))

    def _missing(self, paths: list[str]) -> list[str]:
        """What the archive knows below these paths and the walk did not meet; nothing below a
        folder or container that could not be read, since it may still be there."""
        gone = self.store.missing(map(absolute, paths), self.tally.seen)
        unread = tuple(path + mark for path in self.tally.unread for mark in ("/", "!"))
        return [path for path in gone if not path.startswith(unread)]
