"""An index of tantivy that cannot be read or written is told, with what mends it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.document import Document
from indexer.engines import tantivy as writer
from indexer.engines.tantivy_files import open_files
from indexer.errors import ArchiveError
from queries.engines.tantivy import open_index

from .contract.documents import bodies
from .contract.engines import MemoryShelf
from .contract.tantivy import found


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


@pytest.mark.parametrize("size", [0, 10, -1, -30, None])
def test_a_file_that_is_cut_short_or_gone_is_refused_with_the_remedy(
    index: Path, size: int | None
) -> None:
    writer.update(index, (), bodies("wheat", "oats"))
    writer.update(index, (2,), ())
    files = [path for path in index.glob("[!.]*") if path.suffix != ".json"]
    assert {path.suffix for path in files} == {
        ".del", ".fast", ".fieldnorm", ".idx", ".pos", ".store", ".term"}
    for path in files:
        data = path.read_bytes()
        if size is None:
            path.unlink()
        else:
            path.write_bytes(data[:size])
        with pytest.raises(ArchiveError, match=r"cables reindex -a"):
            open_index(index, MemoryShelf(()))
        with pytest.raises(ArchiveError, match=r"cables reindex -a"):
            writer.update(index, (), bodies("rye"))
        path.write_bytes(data)
    assert found(index, "*") == [1]


@pytest.mark.parametrize("content", [b"", b"rubbish of some length, and more of it", b"{}", None])
def test_a_damaged_list_of_segments_is_refused_with_the_remedy(
    index: Path, content: bytes | None
) -> None:
    path = index / "meta.json"
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(ArchiveError, match="cables reindex"):
        open_index(index, MemoryShelf(()))
    with pytest.raises(ArchiveError, match="cables reindex"):
        writer.count(index)


def test_a_check_notices_each_byte_that_was_changed(index: Path) -> None:
    writer.update(index, (), bodies("wheat and oats"))
    for path in index.glob("[!.]*"):
        data = bytearray(path.read_bytes())
        if path.suffix != ".json":
            data[len(data) // 3] ^= 4
            path.write_bytes(data)
            with pytest.raises(ArchiveError, match=rf"{path.name}.*cables reindex"):
                writer.lacking(index, ())
            data[len(data) // 3] ^= 4
            path.write_bytes(data)
    assert writer.lacking(index, bodies("wheat and oats")) == []


def test_what_makes_tantivy_stumble_is_told_like_any_damage(
    index: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    writer.update(index, (), bodies("wheat and oats"))
    (path,) = index.glob("*.term")
    data = path.read_bytes()
    path.write_bytes(bytes(100 * [255]) + data[100:])
    with pytest.raises(ArchiveError, match="cables reindex"):
        found(index, "wheat OR wh* OR oats")


@pytest.fixture
def failing_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, BaseException], None]:
    """Makes methods of tantivy's writer fail."""

    errors: dict[str, BaseException] = {}
    monkeypatch.setattr(writer, "open_files", lambda folder: _Failing(open_files(folder), errors))
    return errors.__setitem__


class _Failing:
    """An index of tantivy or its writer, some methods of which raise an error."""

    def __init__(self, behind: object, errors: dict[str, BaseException]) -> None:
        self._behind = behind
        self._errors = errors

    def writer(self, heap: int, threads: int) -> object:
        return _Failing(self.__getattr__("writer")(heap, threads), self._errors)

    def __getattr__(self, name: str) -> Callable[..., object]:
        def method(*values: object) -> object:
            if name in self._errors:
                raise self._errors[name]
            return called(*values)

        called: Callable[..., object] = getattr(self._behind, name)
        return method


class PanicException(BaseException):
    """As the one of tantivy, which cannot be made here."""


FULL = (OSError(28, "No space left on device"), ValueError("An IO error occurred: 'no space'"))


@pytest.mark.parametrize("error", FULL)
@pytest.mark.parametrize("method", [
    "writer", "delete_documents_by_term", "add_document", "commit", "wait_merging_threads",
])
def test_what_cannot_be_written_is_not_told_as_damage(
    index: Path, failing_at: Callable[[str, BaseException], None], method: str, error: Exception
) -> None:
    writer.update(index, (), bodies("wheat"))
    failing_at(method, error)
    with pytest.raises(ArchiveError, match=r"could not be written .*space.*`cables index` again"):
        writer.update(index, (1,), bodies("oats"))
    assert len(found(index, "wheat OR oats")) == 1


def test_an_index_that_cannot_be_made_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"could not be written .*mend the rights"):
        writer.create(tmp_path / "missing")


def test_a_panic_while_giving_up_does_not_hide_the_reason(
    index: Path, failing_at: Callable[[str, BaseException], None]
) -> None:
    def interrupted() -> Iterator[Document]:
        yield from bodies("oats")
        raise KeyboardInterrupt

    failing_at("rollback", PanicException("stumbled"))
    with pytest.raises(KeyboardInterrupt):
        writer.update(index, (), interrupted())


def test_another_fault_while_giving_up_is_raised(
    index: Path, failing_at: Callable[[str, BaseException], None]
) -> None:
    failing_at("rollback", MemoryError())
    failing_at("commit", FULL[0])
    with pytest.raises(MemoryError):
        writer.update(index, (), bodies("oats"))


def test_a_panic_while_writing_is_told_as_damage(
    index: Path, failing_at: Callable[[str, BaseException], None]
) -> None:
    failing_at("delete_documents_by_term", PanicException("stumbled"))
    failing_at("rollback", PanicException("stumbled"))
    with pytest.raises(ArchiveError, match=r"is damaged .*cables reindex"):
        writer.update(index, (1,), ())
