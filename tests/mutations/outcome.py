"""One page read, and held to what is promised: a cable that keeps, or a refusal, soon and small."""

import resource
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Final

from indexer import read_cable
from indexer.archive import Stored
from indexer.cable import Cable
from indexer.document import document
from indexer.errors import Refused
from indexer.formats import collection_of
from indexer.kept import unpack
from indexer.packed import pack
from indexer.record import dumps, to_json

from .page import Page

MOST_SECONDS: Final = 1.0
"""Of process time, for reading one page."""

MOST_BYTES: Final = 200_000_000
"""Of memory beyond what the process had, while reading one page."""

HANGS_AFTER: Final = 20.0
"""Seconds after which a page is given up."""

_NO_MORE: Final = "(no more parts)"
_STATUS: Final = Path("/proc/self/status")
_CLEAR: Final = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a page gave: ``cable`` is whether a cable came, else ``refusal`` or ``failure`` says
    what did; a failure is a breach of the promise, with its traceback."""

    page: str
    source: str
    size: int
    seconds: float
    memory: int
    refusal: str = ""
    failure: str = ""

    @property
    def cable(self) -> bool:
        """Whether the page gave a cable that keeps."""
        return not self.refusal and not self.failure


class Hang(BaseException):
    """A page that was given up; no ``except Exception`` may swallow it."""


def read(page: Page) -> Outcome:
    """What a page gives, never an exception; of a file of several cables, each is read alone.

    >>> outcome = read(Page("a walk", "none", b"Dear Sir,"))
    >>> outcome.cable, outcome.failure, bool(outcome.refusal)
    (False, '', True)
    """
    found, seconds, memory = _Found(), 0.0, 0
    try:
        with _given_up_after(HANGS_AFTER):
            for part in _parts(page):
                seconds, memory = max(seconds, part.seconds), max(memory, part.memory)
                found.add(part)
    except Hang:
        found.failure = f"hangs: given up after {HANGS_AFTER} s\n{traceback.format_exc(limit=-6)}"
        seconds = HANGS_AFTER
    except Exception:  # noqa: BLE001 - that there is none is what is asked
        found.failure = traceback.format_exc(limit=-12)
    failure = found.failure or _too_much(seconds, memory)
    refusal = "" if found.cables else found.refusal
    return Outcome(page.name, page.source, len(page.data), seconds, memory, refusal, failure)


@dataclass(frozen=True, slots=True)
class _Part:
    """A cable, or why there is none, and what it took."""

    cable: Cable | None
    refusal: str
    seconds: float
    memory: int


@dataclass(slots=True)
class _Found:
    """What the parts of a page gave so far."""

    cables: int = 0
    refusal: str = ""
    failure: str = ""

    def add(self, part: _Part) -> None:
        """Count one more."""
        if part.cable:
            self.cables += 1
            self.failure = self.failure or "\n".join(breaches(part.cable))
        else:
            self.refusal = self.refusal or part.refusal
            self.failure = self.failure or ("" if part.refusal.strip() else "no reason")


def _parts(page: Page) -> Iterator[_Part]:
    collection = collection_of(page.data)
    if collection is None:
        yield _read_part(lambda: page.data, page.source)
        return
    parts = collection.split(BytesIO(page.data))
    while (one := _read_part(lambda: next(parts).data, page.source)).refusal != _NO_MORE:
        yield one


def _read_part(load: Callable[[], bytes], source: str) -> _Part:
    base = _reset_peak()
    start = time.process_time()
    cable, refusal = None, ""
    try:
        cable = read_cable(load(), source)
    except Refused as refused:
        refusal = str(refused)
    except StopIteration:
        refusal = _NO_MORE
    return _Part(cable, refusal, time.process_time() - start, _peak() - base)


def breaches(cable: Cable) -> Iterator[str]:
    """What is wrong with a cable itself, whatever page it came from."""
    if unpack(pack(cable), cable.source) != cable:
        yield "the record is another after JSON"
    dumps(to_json(cable)).encode()
    for text in (cable.header, cable.body):
        if "\0" in text or not _encodes(text):
            yield "a text that no archive can keep"
    last = 0
    for paragraph in cable.paragraphs:
        if not last <= paragraph.start <= paragraph.end <= len(cable.body):
            yield f"paragraph {paragraph.number} at {paragraph.start}-{paragraph.end}"
        last = paragraph.start
    names = {field.name for field in fields(Cable)}
    for problem in cable.problems:
        if not problem.message.strip() or problem.source != cable.source:
            yield f"a problem without a word or a source: {problem}"
        if problem.field not in names:
            yield f"a problem of no field: {problem}"
    document(Stored(1, cable))


def _too_much(seconds: float, memory: int) -> str:
    if seconds > MOST_SECONDS:
        return f"slow: {seconds:.2f} s"
    return f"large: {memory / 1e6:.0f} MB" if memory > MOST_BYTES else ""


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def _given_up_after(seconds: float) -> Iterator[None]:
    def give_up(_: int, __: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _reset_peak() -> int:
    """Begin to measure the peak of memory anew; what is in use now."""
    if not _STATUS.exists():
        return _peak()
    _CLEAR.write_text("5")
    return _status("VmRSS:")


def _peak() -> int:
    if _STATUS.exists():
        return _status("VmHWM:")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _status(key: str) -> int:
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(key))
    return int(line.split()[1]) * 1024
