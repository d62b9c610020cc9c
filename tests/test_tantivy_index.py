"""An index of tantivy through its commits: what is written is found, and survives."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.document import Document, document
from indexer.engines import tantivy as writer
from queries import parse
from queries.engines.tantivy import open_index

from .contract.corpus import CABLES
from .contract.documents import bodies
from .contract.engines import MemoryShelf, numbers
from .contract.queries import QUERIES
from .contract.tantivy import found, segments


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


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


@pytest.mark.parametrize("threads", [1, 3])
def test_any_number_of_threads_writes_the_same(tmp_path: Path, threads: int) -> None:
    writer.create(tmp_path)
    writer.update(tmp_path, (), [document(stored) for stored in CABLES], threads)
    opened = open_index(tmp_path, MemoryShelf(CABLES))
    assert all(sorted(numbers(opened, parse(q))) == sorted(hits) for q, hits in QUERIES)
