"""Bytes to cables in several processes, given back in the order of the pages."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Final

from .cable import Cable
from .errors import Refused
from .formats import read_cable
from .orphans import end_with_parent
from .sources import Page

_CHUNK: Final = 32  # pages that a process is handed at a time
_AHEAD: Final = 3  # chunks for each process that are read ahead of what was given back


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page gave no cable."""

    reason: str


Reading = tuple[Page, Cable | Refusal]


def read_pages(pages: Iterable[Page], processes: int) -> Iterator[Reading]:
    """Each page with what it gave, in the order of the pages, at most a few hundred read ahead."""
    if processes <= 1:
        return ((page, read_page(page.data, page.stamp.given)) for page in pages)
    return _read_in_processes(iter(pages), processes)


def read_page(data: bytes, source: str) -> Cable | Refusal:
    """What a page gave: a refusal is a value here."""
    try:
        return read_cable(data, source)
    except Refused as refused:
        return Refusal(str(refused))


def _read_in_processes(pages: Iterator[Page], processes: int) -> Iterator[Reading]:
    waiting: deque[tuple[list[Page], Future[list[Cable | Refusal]]]] = deque()
    with ProcessPoolExecutor(
        processes, initializer=end_with_parent, initargs=(os.getpid(),)
    ) as pool:
        while True:
            chunk = list(islice(pages, _CHUNK))
            if chunk:
                work = [(page.data, page.stamp.given) for page in chunk]
                waiting.append((chunk, pool.submit(_read_chunk, work)))
            if not waiting:
                return
            if not chunk or len(waiting) > processes * _AHEAD:
                done, future = waiting.popleft()
                yield from zip(done, future.result(), strict=True)


def _read_chunk(work: list[tuple[bytes, str]]) -> list[Cable | Refusal]:
    return [read_page(data, source) for data, source in work]
