"""An index that several processes write is the one that one would write, or none."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from indexer.archive import Stored
from indexer.cable import Cable
from indexer.document import Document, document
from indexer.engines import whoosh as writer
from indexer.engines import whoosh_parallel
from indexer.engines.whoosh_invert import Inverter
from indexer.errors import ArchiveError
from queries import parse
from queries.engines.base import Ranked, Sort
from queries.engines.whoosh import open_index

from .contract.corpus import CABLES
from .contract.engines import DEADLINE, MemoryShelf
from .contract.queries import QUERIES
from .whoosh_index import found, segments

WORDS = ("wheat", "oats", "rye", "harvest", "harvests", "harvested", "port", "ports", "fleet")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whoosh_parallel, "_CHUNK", 4)
    monkeypatch.setattr(whoosh_parallel, "_WORTH_WHILE", 2)


def invented(count: int) -> list[Document]:
    chance = Random(1)
    return [
        document(Stored(number, Cable(
            id=f"08NOWHERE{number}", year=2000 + number % 9,
            subject=" ".join(chance.choices(WORDS, k=3)),
            body=" ".join(chance.choices(WORDS, k=chance.randrange(1, 200))),
        )))
        for number in range(1, count + 1)
    ]


def answers(
    folder: Path, documents: Sequence[Document], processes: int, queries: Sequence[str]
) -> list[list[Ranked]]:
    """What an index made by so many processes answers."""
    folder.mkdir()
    writer.create(folder)
    writer.update(folder, (), documents, processes)
    opened = open_index(folder, MemoryShelf(()))
    return [opened.search(parse(query), 0, Sort.SCORE, DEADLINE) for query in queries]


def numbers(index: Path) -> list[int]:
    return sorted(found(index, "*"))


# The same index


def test_the_contract_is_answered_the_same_with_the_same_scores(tmp_path: Path) -> None:
    made, queries = list(map(document, CABLES)), [query for query, _ in QUERIES]
    one = answers(tmp_path / "one", made, 1, queries)
    assert answers(tmp_path / "three", made, 3, queries) == one


def test_hundreds_of_cables_are_ranked_the_same(tmp_path: Path) -> None:
    queries = [*WORDS, "wheat OR rye", "harvest port -oats", '"wheat oats"', "har*", "year:2004"]
    made = invented(300)
    one = answers(tmp_path / "one", made, 1, queries)
    assert answers(tmp_path / "three", made, 3, queries) == one
    assert all(one)


def test_an_index_that_exists_is_brought_up_by_processes(index: Path) -> None:
    writer.update(index, (), invented(20), 1)
    writer.update(index, range(1, 11), invented(40)[20:], 3)
    assert numbers(index) == list(range(11, 41))


@pytest.mark.parametrize("processes", [0, -1])
def test_no_document_is_lost_where_no_process_is_asked_for(index: Path, processes: int) -> None:
    writer.update(index, (), invented(20), processes)
    assert numbers(index) == list(range(1, 21))


def test_a_few_documents_are_written_without_other_processes(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multiprocessing, "Process", None)
    writer.update(index, (), invented(4), 3)
    assert numbers(index) == [1, 2, 3, 4]


def test_documents_are_handed_out_by_their_letters_too(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_parallel, "_CHUNK", 1000)
    monkeypatch.setattr(whoosh_parallel, "_CHUNK_LETTERS", 100)
    seen: list[int] = []

    def documents() -> Iterator[Document]:
        for made in invented(30):
            seen.append(len(multiprocessing.active_children()))
            yield made

    writer.update(index, (), documents(), 2)
    assert seen[0] == 0
    assert seen[-1] == 2
    assert numbers(index) == list(range(1, 31))


# All of it or nothing


def _interrupted() -> Iterator[Document]:
    yield from invented(50)
    raise KeyboardInterrupt("by hand")


def _failing() -> Iterator[Document]:
    yield from invented(50)
    raise ValueError("a cable that cannot be unpacked")


def _with_a_worker_killed() -> Iterator[Document]:
    made = invented(80)
    yield from made[:40]
    worker = multiprocessing.active_children()[0]
    worker.kill()
    worker.join()
    yield from made[40:]


@pytest.mark.parametrize(("documents", "error", "message"), [
    (_interrupted, KeyboardInterrupt, "by hand"),
    (_failing, ValueError, "cannot be unpacked"),
    (_with_a_worker_killed, ArchiveError, "-j 1"),
])
def test_a_run_that_ends_early_changes_nothing_and_leaves_no_process(
    index: Path, documents: Callable[[], Iterator[Document]], error: type[BaseException],
    message: str,
) -> None:
    writer.update(index, (), invented(3))
    with pytest.raises(error, match=message):
        writer.update(index, (1,), documents(), 2)
    assert multiprocessing.active_children() == []
    assert numbers(index) == [1, 2, 3]
    writer.update(index, (1,), ())
    assert numbers(index) == [2, 3]
    assert len(segments(index)) == 1


def test_what_fails_in_a_process_is_raised_here(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Inverter, path: Path) -> None:
        path.write_bytes(b"half a segment")
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Inverter, "write", full)
    with pytest.raises(OSError, match="No space left"):
        writer.update(index, (), invented(50), 2)
    assert multiprocessing.active_children() == []
    assert numbers(index) == []
    monkeypatch.undo()
    writer.update(index, (), invented(5))
    assert numbers(index) == [1, 2, 3, 4, 5]
    assert len(segments(index)) == 1


class NotRead(Exception):
    """It can be pickled, but not unpickled."""

    def __init__(self, place: int, reason: str) -> None:
        super().__init__(f"{reason} at {place}")


class NotWritten(Exception):
    """It cannot be pickled."""

    def __reduce__(self) -> str:
        raise TypeError("no")


@pytest.mark.parametrize(("error", "told"), [
    (NotRead(7, "stumbled"), "NotRead: stumbled at 7"),
    (NotWritten("stumbled"), "NotWritten: stumbled"),
])
def test_an_error_that_cannot_leave_its_process_is_told_as_it_is(
    index: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    def fail(_self: Inverter, _path: Path) -> None:
        raise error

    monkeypatch.setattr(Inverter, "write", fail)
    with pytest.raises(ArchiveError, match=f"^{told}$"):
        writer.update(index, (), invented(50), 2)
    assert multiprocessing.active_children() == []
    assert numbers(index) == []


_AT_WORK = """
import sys, time
from pathlib import Path
from indexer.document import Document
from indexer.engines import whoosh

def documents():
    for number in range(2000):
        yield Document(number, f"08NOWHERE{number}", 0, {"body": ("wheat oats",)}, {}, {})
    print("at work", flush=True)
    time.sleep(60)

whoosh.update(Path(sys.argv[1]), (), documents(), 2)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_processes_end_with_the_one_that_started_them(index: Path, how: signal.Signals) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", _AT_WORK, str(index)], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True, cwd=Path(__file__).parent.parent,
    )
    assert run.stdout
    assert run.stdout.readline() == b"at work\n"
    if how is signal.SIGINT:
        os.killpg(run.pid, how)  # as a terminal does
    else:
        run.send_signal(how)
    _, errors = run.communicate(timeout=20)  # ends when no process holds the pipes any more
    assert errors.count(b"Traceback") == (how is signal.SIGINT)  # that of this script alone
    assert numbers(index) == []
