"""Documents to segments, in this process or in several, each of which makes segments of its own.

A process asks for documents whenever it has none, so that a slow one holds nobody up; this one
prepares the next while it waits. The processes write files that no table of contents names yet:
where anything fails they are ended, and what they wrote goes with the next commit.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from whoosh.codec.whoosh3 import W3Segment

from ..document import Document
from ..errors import ArchiveError
from ..orphans import end_with_parent
from .whoosh_codec import NAME, CableCodec, segment_path
from .whoosh_invert import Inverter

_CHUNK: Final = 64  # documents that a process is handed at a time,
_CHUNK_LETTERS: Final = 1 << 20  # or those of so many letters
_WORTH_WHILE: Final = 8  # chunks; fewer are indexed before other processes have started
_MOST_PROCESSES: Final = 4  # each makes a segment, for which every query then pays

_Chunk = list[Document]
_Answer = list[W3Segment] | Exception | None
"""What a process says: its segments, at the end; why it failed; or None, that it has no documents
to work at."""


def write_segments(
    folder: Path, documents: Iterable[Document], processes: int
) -> list[W3Segment]:
    """The segments of these documents, whose files are safe and not yet named by anything.

    :raises ArchiveError: where a process was ended from outside. What the documents' iterator
        raises, or the writing in any process, is raised here, too. No process is left then.
    """
    if processes <= 1:
        return list(_segments(folder, documents))
    chunks = _chunks(documents)
    first = list(islice(chunks, _WORTH_WHILE))
    if len(first) < _WORTH_WHILE:
        return list(_segments(folder, chain.from_iterable(first)))
    with _workers(folder, min(processes, _MOST_PROCESSES)) as workers:
        return list(_hand_out(workers, chain(first, chunks)))


def _segments(folder: Path, documents: Iterable[Document]) -> Iterator[W3Segment]:
    inverter = Inverter()
    for document in documents:
        inverter.add(document)
        if inverter.is_full():
            yield _write_segment(folder, inverter)
            inverter = Inverter()
    if len(inverter):
        yield _write_segment(folder, inverter)


def _write_segment(folder: Path, inverter: Inverter) -> W3Segment:
    segment = CableCodec().new_segment(folder, NAME)
    inverter.write(segment_path(folder, segment))
    segment.set_doc_count(len(inverter))
    return segment


def _chunks(documents: Iterable[Document]) -> Iterator[_Chunk]:
    chunk: _Chunk = []
    letters = 0
    for document in documents:
        chunk.append(document)
        letters += sum(sum(map(len, texts)) for texts in document.texts.values())
        if len(chunk) == _CHUNK or letters > _CHUNK_LETTERS:
            yield chunk
            chunk, letters = [], 0
    if chunk:
        yield chunk


# Another process, seen from this one


@dataclass(frozen=True, slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection

    def answer(self) -> list[W3Segment] | None:
        """Its segments, where it has ended; None where it asks for documents."""
        with _noticing_its_end():
            answer: _Answer = self.pipe.recv()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def hand(self, chunk: _Chunk) -> None:
        """Documents to work at; none says that there are no more."""
        with _noticing_its_end():
            self.pipe.send(chunk)


@contextmanager
def _noticing_its_end() -> Iterator[None]:
    try:
        yield
    except (EOFError, ConnectionError) as error:
        raise ArchiveError(
            "a process that writes the index was ended from outside: try again; where memory was"
            " short, with one process at a time (-j 1)"
        ) from error


@contextmanager
def _workers(folder: Path, count: int) -> Iterator[list[_Worker]]:
    """So many processes; they end with the block, whatever they are at."""
    started: list[_Worker] = []
    try:
        for _ in range(count):
            started.append(_start(folder))
        yield started
    finally:
        for worker in started:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()


def _start(folder: Path) -> _Worker:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(
        target=_work, args=(folder, theirs, os.getpid()), daemon=True
    )
    process.start()
    theirs.close()  # the next process must not inherit it: its end would not be noticed
    return _Worker(process, ours)


def _hand_out(workers: list[_Worker], chunks: Iterator[_Chunk]) -> Iterator[W3Segment]:
    """Give chunks to those that ask, an empty one at the end, which they answer with segments."""
    at_work = list(workers)
    upcoming = next(chunks, [])
    while at_work:
        ready = wait([worker.pipe for worker in at_work])
        for worker in [worker for worker in at_work if worker.pipe in ready]:
            segments = worker.answer()
            if segments is None:
                worker.hand(upcoming)
                upcoming = next(chunks, [])
            else:
                yield from segments
                at_work.remove(worker)


# The same process, from inside


def _work(folder: Path, pipe: Connection, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, too, and ends us
    end_with_parent(parent)
    answer: _Answer
    try:
        answer = list(_segments(folder, chain.from_iterable(_handed(pipe))))
    except Exception as error:  # noqa: BLE001  # the parent raises it
        answer = _as_sent(error)
    pipe.send(answer)


def _as_sent(error: Exception) -> Exception:
    """This error; where it does not survive the way to another process, one that tells of it."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # noqa: BLE001  # an error's own code runs, and may raise anything
        return ArchiveError(f"{type(error).__name__}: {error}")
    return error


def _handed(pipe: Connection) -> Iterator[_Chunk]:
    pipe.send(None)
    while chunk := pipe.recv():
        yield chunk
        pipe.send(None)
