"""An index of tantivy through its commits: what is written is found, and survives."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from indexer.archive import Stored
from indexer.cable import Cable
from indexer.document import Document, document
from indexer.engines import tantivy as writer
from queries import parse
from queries.engines.tantivy import open_index

from .contract.corpus import CABLES
from .contract.documents import bodies
from .contract.engines import DEADLINE, MemoryShelf, numbers
from .contract.queries import QUERIES
from .contract.tantivy import EVERYTHING, found, ranked, segments


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


@pytest.mark.parametrize("query", EVERYTHING)
def test_an_empty_index_answers_everything_with_nothing(index: Path, query: str) -> None:
    assert found(index, query) == []
    assert ranked(index, query) == ranked(index, query, 3) == []
    assert open_index(index, MemoryShelf(())).count(parse(query), DEADLINE) == 0
    assert writer.count(index) == 0


def test_what_is_replaced_is_found_as_it_is_now(index: Path) -> None:
    writer.update(index, (), bodies("wheat", "barley"))
    writer.update(index, (1,), bodies("oats"))
    assert (found(index, "wheat"), found(index, "oats"), found(index, "*")) == ([], [1], [1, 2])
    assert found(index, "-barley") == [1]
    assert open_index(index, MemoryShelf(())).count(parse("*"), DEADLINE) == writer.count(index) == 2


def test_what_is_forgotten_is_gone(index: Path) -> None:
    writer.update(index, (), bodies("wheat", "barley", "wheat"))
    writer.update(index, (1, 2, 77), ())
    assert (found(index, "wheat"), found(index, "*"), writer.count(index)) == ([3], [3], 1)
    writer.update(index, (3,), ())
    assert (found(index, "*"), writer.count(index), segments(index)) == ([], 0, [])


def test_an_open_index_stays_as_it_was(index: Path) -> None:
    writer.update(index, (), bodies("wheat"))
    opened = open_index(index, MemoryShelf(()))
    writer.update(index, (1,), bodies("oats"))
    assert numbers(opened, parse("wheat")) == [1]
    assert numbers(opened, parse("oats")) == []
    assert opened.count(parse("wh*"), DEADLINE) == 1
    assert found(index, "wheat") == []


def test_a_run_that_ends_early_changes_nothing_and_leaves_nothing(index: Path) -> None:
    def interrupted() -> Iterator[Document]:
        yield from bodies("oats", "rye", "maize")
        raise KeyboardInterrupt

    writer.update(index, (), bodies("wheat"))
    before = segments(index)
    with pytest.raises(KeyboardInterrupt):
        writer.update(index, (1,), interrupted())
    assert (found(index, "*"), found(index, "wheat")) == ([1], [1])
    writer.update(index, (), ())
    assert segments(index) == before
    assert found(index, "wheat") == [1]


KILLED = """
import os, signal, sys
from pathlib import Path
from indexer.engines import tantivy as writer
from tests.contract.documents import bodies
index = Path(sys.argv[1])
def documents():
    yield from bodies(*(f"word{n} " * 3000 for n in range(400)))
    os.kill(os.getpid(), signal.SIGKILL)
writer._HEAP = 16 << 20
writer.update(index, (1,), documents())
"""


def test_a_run_that_is_killed_changes_nothing_and_the_next_removes_what_it_left(
    index: Path,
) -> None:
    writer.update(index, (), bodies("wheat"))
    before = {path.name for path in index.iterdir()}
    run = subprocess.run([sys.executable, "-c", KILLED, str(index)], check=False)
    assert run.returncode == -signal.SIGKILL
    (index / ".tmpleft").write_bytes(b"")
    assert (found(index, "*"), found(index, "wheat")) == ([1], [1])
    writer.update(index, (), ())
    assert {path.name for path in index.iterdir()} == before
    writer.update(index, (1,), bodies("oats"))
    assert found(index, "oats") == [1]


def test_the_folder_is_safe_after_the_commit(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """tantivy makes its files safe itself."""
    safe: list[tuple[int, bytes]] = []
    sync = os.fsync

    def noted(handle: int) -> None:
        safe.append((os.fstat(handle).st_ino, (index / "meta.json").read_bytes()))
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    writer.update(index, (), bodies("wheat"))
    assert (index.stat().st_ino, (index / "meta.json").read_bytes()) in safe


def test_many_small_commits_make_few_segments(index: Path) -> None:
    for number in range(1, 41):
        made = document(Stored(number, Cable(id=f"08NOWHERE{number}", body=f"word {number}")))
        writer.update(index, (), [made])
    assert len(segments(index)) < 16
    assert writer.count(index) == 40
    assert found(index, "word 17") == [17]


@pytest.mark.parametrize("threads", [1, 3])
def test_any_number_of_threads_writes_the_same(tmp_path: Path, threads: int) -> None:
    writer.create(tmp_path)
    writer.update(tmp_path, (), [document(stored) for stored in CABLES], threads)
    opened = open_index(tmp_path, MemoryShelf(CABLES))
    assert all(sorted(numbers(opened, parse(q))) == sorted(hits) for q, hits in QUERIES)


def test_an_index_can_be_opened_while_it_is_written(index: Path) -> None:
    def write() -> None:
        for _ in range(20):
            writer.update(index, (1, 2), bodies("wheat", "oats"))

    writer.update(index, (), bodies("wheat", "oats"))
    thread = Thread(target=write)
    thread.start()
    while thread.is_alive():
        assert found(index, "*") == [1, 2]
        assert writer.count(index) == 2
    thread.join()


def test_documents_that_the_index_lacks_are_named(index: Path) -> None:
    made = [document(stored) for stored in CABLES]
    writer.update(index, (), made)
    assert writer.lacking(index, made) == []
    writer.update(index, (2,), ())
    changed = document(Stored(3, replace(CABLES[2].cable, subject="another")))
    later = document(Stored(5, replace(CABLES[4].cable, created="2007-02-01")))
    assert writer.lacking(index, [*made[:2], changed, made[3], later]) == [
        "08NOWHERE2", "08NOWHERE3", "07RIGA5"]
