"""A build's progress as bars on stderr, where that is a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .builder import Progress, Silent

if TYPE_CHECKING:
    from rich.progress import Progress as Bars


@contextmanager
def progress_on_terminal() -> Iterator[Progress]:
    """Bars on a terminal, else silence."""
    if not sys.stderr.isatty():
        yield Silent()
        return
    from rich.console import Console  # costs start-up time where nobody looks
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Shown(bars)


class _Shown:
    """Two bars: files seen, cables indexed."""

    def __init__(self, bars: "Bars") -> None:
        self._bars = bars
        self._pages = bars.add_task("files seen", total=None)
        self._indexed = bars.add_task("cables indexed", total=None, visible=False)

    def pages(self, seen: int) -> None:
        self._bars.update(self._pages, completed=seen)

    def indexed(self, done: int, total: int) -> None:
        self._bars.update(self._indexed, completed=done, total=total, visible=True)
