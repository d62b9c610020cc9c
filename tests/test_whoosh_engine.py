"""The Whoosh engine: what an index survives, and what it refuses."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, open_dir
from whoosh.query import And, AndNot, Or, Phrase, Query, Term

from indexer.archive import Stored
from indexer.cable import Cable
from indexer.document import Document, document
from indexer.engines import whoosh as writer
from indexer.engines import whoosh_invert, whoosh_merge
from indexer.engines.whoosh_segment import TRAILER
from indexer.errors import ArchiveError
from queries import parse
from queries.capabilities import Capability
from queries.engines.base import Deadline, Sort, TimedOut
from queries.engines.whoosh import CAPABILITIES, open_index
from queries.errors import QueryError

from .contract.corpus import CABLES
from .contract.documents import bodies, documents
from .contract.engines import DEADLINE, MemoryShelf, numbers, whoosh_at_once, whoosh_piecemeal
from .contract.queries import QUERIES
from .whoosh_index import found, segments


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


# An index and its commits


def test_a_run_that_ends_early_changes_nothing_and_leaves_nothing(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> Iterator[Document]:
        yield from bodies("oats", "rye", "maize")
        raise KeyboardInterrupt

    writer.update(index, (), bodies("wheat"))
    monkeypatch.setattr(whoosh_invert, "MOST_CABLES", 2)
    with pytest.raises(KeyboardInterrupt):
        writer.update(index, (1,), interrupted())
    assert (found(index, "*"), found(index, "wheat")) == ([1], [1])
    assert len(segments(index)) == 2
    writer.update(index, (), ())
    assert len(segments(index)) == 1
    assert found(index, "wheat") == [1]


def test_files_and_their_names_are_safe_before_the_commit_returns(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    safe: set[int] = set()
    sync = os.fsync

    def noted(handle: int) -> None:
        safe.add(os.fstat(handle).st_ino)
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    writer.update(index, (), bodies("wheat"))
    assert {path.stat().st_ino for path in (index, *index.iterdir())} <= safe


def test_an_index_of_many_segments_in_one_commit_answers_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_invert, "MOST_CABLES", 4)
    opened = whoosh_at_once(tmp_path, CABLES)
    assert len(segments(tmp_path)) == 7
    assert all(sorted(numbers(opened, parse(q))) == sorted(hits) for q, hits in QUERIES)


def test_merging_at_every_commit_changes_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_merge, "_TOGETHER", 2)
    opened = whoosh_piecemeal(tmp_path, CABLES)
    assert len(segments(tmp_path)) < 4
    assert all(sorted(numbers(opened, parse(q))) == sorted(hits) for q, hits in QUERIES)


def test_a_merged_segment_takes_no_more_room_than_one_made_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_merge, "_TOGETHER", 2)
    made = [document(stored) for stored in CABLES]
    sizes = []
    for commits in ([made], [made[:14], made[14:]]):
        folder = tmp_path / f"{len(commits)}"
        folder.mkdir()
        writer.create(folder)
        for commit in commits:
            writer.update(folder, (), commit)
        (only,) = segments(folder)
        sizes.append(only.stat().st_size)
    assert sizes[1] < 1.01 * sizes[0]  # the order of the fields differs


def test_a_stem_that_one_word_has_takes_no_room_of_its_own(tmp_path: Path) -> None:
    sizes = []
    for other in ("tones", "stone"):  # a stem of its own, or that of "stones"
        folder = tmp_path / other
        folder.mkdir()
        writer.create(folder)
        writer.update(folder, (), bodies("stones " * 5000 + f"{other} " * 5000))
        (only,) = segments(folder)
        sizes.append(only.stat().st_size)
    assert sizes[0] + 19_000 < sizes[1]


@pytest.mark.parametrize("size", [0, 10, -1, -30])
def test_a_segment_that_is_cut_short_is_refused_with_the_remedy(index: Path, size: int) -> None:
    writer.update(index, (), bodies("wheat"))
    (path,) = segments(index)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(ArchiveError, match="cables reindex"):
        open_index(index, MemoryShelf(()))


@pytest.mark.parametrize("bits", [0x01, 0x80, 0xFF])
def test_a_byte_that_was_changed_anywhere_in_a_segment_is_found_and_never_hinders_the_telling(
    index: Path, bits: int
) -> None:
    made = documents(Cable(id="08NOWHERE1", body="wheat wheats oats", post="RIGA", year=2008))
    writer.update(index, (), made)
    (path,) = segments(index)
    content = path.read_bytes()
    refused = 0
    for place, byte in enumerate(content):
        _change(path, place, byte ^ bits)
        with pytest.raises(ArchiveError, match="cables reindex"):
            writer.lacking(index, made)
        refused += not _opens(index)
        _change(path, place, byte)
    assert writer.lacking(index, made) == []
    *_, length, _, _, _ = TRAILER.unpack(content[-TRAILER.size :])
    assert refused == length + TRAILER.size - 4  # all but the checksum of the whole file


def test_damage_is_not_merged_into_a_segment_that_looks_sound(index: Path) -> None:
    for number in range(1, 8):
        writer.update(index, (), [document(Stored(number, Cable(id=f"08NOWHERE{number}", body="oats")))])
    _change(segments(index)[0], 0, 0x77)
    with pytest.raises(ArchiveError, match="cables reindex"):
        writer.update(index, (), [document(Stored(8, Cable(id="08NOWHERE8", body="oats")))])
    assert writer.count(index) == 7


def _change(path: Path, place: int, byte: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(bytes([byte]))


def _opens(index: Path) -> bool:
    """Whether the index opens; nothing but an ArchiveError says that it does not."""
    try:
        open_index(index, MemoryShelf(()))
    except ArchiveError:
        return False
    return writer.count(index) == 1


@pytest.mark.parametrize("content", [b"", b"rubbish of some length, and more of it", None])
def test_a_damaged_table_of_contents_is_refused_with_the_remedy(
    index: Path, content: bytes | None
) -> None:
    (path,) = index.iterdir()
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(ArchiveError, match="cables reindex"):
        open_index(index, MemoryShelf(()))
    with pytest.raises(ArchiveError, match="cables reindex"):
        writer.count(index)


def test_a_table_of_contents_runs_no_code(index: Path) -> None:
    class Harmful:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(index / "harm"),)

    writer.update(index, (), bodies("wheat"))
    contents = TOC.read(FileStorage(str(index)), "MAIN")
    contents.segments.append(Harmful())
    contents.generation += 1
    contents.write(writer._Storage(str(index)), "MAIN")
    with pytest.raises(ArchiveError, match="cables reindex"):
        open_index(index, MemoryShelf(()))
    assert not (index / "harm").exists()


# Texts that are large


def test_words_that_stand_everywhere_but_not_near_each_other_take_no_time(index: Path) -> None:
    filler = "gap " * 100
    writer.update(index, (), bodies(
        "a " * 300_000 + filler + "b " * 300_000, ("a " + filler + "b " + filler) * 3000, "b a"
    ))
    start = time.process_time()
    assert found(index, "a NEAR/99 b") == found(index, "b BEFORE a") == [3]
    assert found(index, '"a b"~99') == [3]
    assert found(index, '"a b" NEAR a') == found(index, '"a a b b"~9') == []
    assert time.process_time() - start < 30  # a product, not a slow machine


# What is refused


def test_a_pattern_for_too_many_words_is_refused(index: Path) -> None:
    many = " ".join(f"aa{number}" for number in range(10_001))
    writer.update(index, (), bodies(many))
    assert found(index, "aa1*") == [1]
    with pytest.raises(QueryError, match="more than 10,000 words") as caught:
        found(index, "aa*")
    assert (caught.value.code, "write more letters" in caught.value.remedy) == (
        "too-many-expansions", True)


@pytest.mark.parametrize(("query", "remedy"), [
    ("aaaa*", "more letters beside the *"), ("aaaa~2", "smaller distance"),
    (r"/aaaa\w*/", "more letters in it"), ("aaaa* NEAR b", "more letters beside the *"),
    ('post-aaaa~2', "smaller distance"),
])
def test_every_kind_of_pattern_for_too_many_words_has_its_remedy(
    index: Path, query: str, remedy: str
) -> None:
    letters = map(chr, range(0x4E00, 0x4E00 + 10_001))
    writer.update(index, (), bodies(" ".join(f"aaaa{letter}" for letter in letters)))
    with pytest.raises(QueryError, match="more than 10,000 words") as caught:
        found(index, query)
    assert remedy in caught.value.remedy


def test_a_regular_expression_that_is_too_large_is_refused(index: Path) -> None:
    writer.update(index, (), documents(Cable(id="08NOWHERE1", post="RIGA")))
    letters = "".join(map(chr, range(0x4E00, 0x8800, 2)))
    with pytest.raises(QueryError, match="too large"):
        found(index, f"post:/([{letters}]{{2}}){{500}}/")


def test_the_words_of_all_segments_count_together_but_once(index: Path) -> None:
    writer.update(index, (), bodies(" ".join(f"aa{number}" for number in range(6000))))
    writer.update(index, (), bodies(" ".join(f"aa{number}" for number in range(10_000))))
    assert found(index, "aa*") == [1, 1]
    writer.update(index, (), bodies("aabc"))
    with pytest.raises(QueryError, match="more than 10,000"):
        found(index, "aa*")


@pytest.mark.parametrize("query", [
    "missile", "*", "miss*", '"press statement"', "date:2008", '"press statement"~3', "a NEAR b",
    "misile~2", "/m.*/", "citedby:08STATE120153",
])
def test_a_query_ends_with_its_deadline(tmp_path: Path, query: str) -> None:
    opened = whoosh_at_once(tmp_path, CABLES)
    with pytest.raises(TimedOut, match="--timeout"):
        opened.search(parse(query), 10, Sort.SCORE, Deadline(-1))
    with pytest.raises(TimedOut):
        opened.count(parse(query), Deadline(-1))


def test_a_closed_index_cannot_be_asked(tmp_path: Path) -> None:
    opened = whoosh_at_once(tmp_path, CABLES)
    opened.close()
    opened.close()
    with pytest.raises(ValueError, match="closed"):
        opened.count(parse("*"), DEADLINE)
    with pytest.raises(ValueError, match="closed"):
        opened.search(parse("*"), 10, Sort.SCORE, DEADLINE)


def test_nothing_of_the_query_language_is_missing() -> None:
    assert set(Capability) == CAPABILITIES


# Whoosh itself reads the index


@pytest.mark.parametrize(("query", "same"), [
    (Term("body", "missil"), "body:missile"),
    (Term("subject_unstemmed", "missiles"), "subject:=missiles"),
    (Term("tag", "prel"), "tag:PREL"),
    (And([Term("body", "the"), Term("body", "press")]), "body:(the press)"),
    (Or([Term("body", "wheat"), Term("subject", "gamma")]), "body:wheat OR subject:gamma"),
    (AndNot(Term("tag", "prel"), Term("tag", "parm")), "tag:(PREL -PARM)"),
    (Phrase("body", ["press", "statement"]), 'body:"press statement"'),
    (Phrase("body", ["plenari", "statement"]), 'body:"plenary statement"'),
    (Phrase("to", ["alpha", "bravo"]), 'to:"alpha bravo"'),
    (Phrase("to", ["bravo", "charli"]), 'to:"bravo charlie"'),
    (Term("body", "nosuchword"), "body:nosuchword"),
])
def test_the_searcher_of_whoosh_finds_the_same(tmp_path: Path, query: Query, same: str) -> None:
    opened = whoosh_piecemeal(tmp_path, CABLES)
    ids = {stored.cable.id for stored in CABLES if stored.number in numbers(opened, parse(same))}
    with open_dir(str(tmp_path)).searcher() as searcher:
        assert {hit["id"] for hit in searcher.search(query, limit=None)} == ids
