"""Pages read in processes of their own, of which one that dies or hangs is told and replaced."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Final

from .outcome import HANGS_AFTER, Outcome, read
from .page import Page

Make = Callable[[int], Page]

_PATIENCE: Final = 2 * HANGS_AFTER + 10  # a page may also hang where no signal is heard
_CONTEXT: Final = get_context("fork")


def read_all(
    make: Make, numbers: Sequence[int], processes: int, each: int
) -> Iterator[tuple[int, Outcome]]:
    """The outcome of every page, in no order; a process reads ``each`` pages, then a new one does.

    ``make`` gives the page of a number, inside the process that reads it.
    """
    waiting = [list(numbers[start : start + each]) for start in range(0, len(numbers), each)]
    waiting.reverse()
    running: dict[Connection, _Worker] = {}
    while waiting or running:
        while waiting and len(running) < processes:
            worker = _Worker(make, waiting.pop())
            running[worker.results] = worker
        ready = wait(list(running), _PATIENCE)
        for results in [one for one in running if one in ready] or list(running):
            worker = running[results]
            outcome = worker.next(heard=results in ready)
            if outcome:
                yield outcome
            if worker.is_over:
                del running[results]
                if worker.numbers:
                    waiting.append(worker.numbers)


class _Worker:
    """A process and the pages that it has yet to read."""

    def __init__(self, make: Make, numbers: list[int]) -> None:
        self.make, self.numbers, self.is_over = make, numbers, False
        self.results, sending = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=_read_each, args=(make, list(numbers), sending))
        self._process.start()
        sending.close()

    def next(self, *, heard: bool) -> tuple[int, Outcome] | None:
        """The outcome that it sent; a page over which it died or fell silent is a failure."""
        try:
            outcome: Outcome | None = self.results.recv() if heard else None
        except EOFError:
            outcome = None
        if outcome:
            return self.numbers.pop(0), outcome
        return self._end()

    def _end(self) -> tuple[int, Outcome] | None:
        self.is_over = True
        self._process.kill()
        self._process.join()
        self.results.close()
        if not self.numbers:
            return None
        number = self.numbers.pop(0)
        page = self.make(number)
        failure = f"killed: its process fell silent or died ({self._process.exitcode})"
        return number, Outcome(
            page.name, page.source, len(page.data), HANGS_AFTER, 0, failure=failure
        )


def _read_each(make: Make, numbers: list[int], results: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in numbers:
        results.send(read(make(number)))
    results.close()
    os._exit(0)
