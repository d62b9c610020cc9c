"""The tantivy engine against tantivy alone: writing an index of an archive, and ten hits from it.

``python -m benchmarks.tantivy_peer ARCHIVE [--runs 5] [--threads 2]``

The peer is a loop as its authors would write it: the same values of the same cables, as rows of
JSON in SQLite, into the same fields with tantivy's own analysers; queries made by hand, and stored
subjects. Runs alternate, and the median of each is compared. The archive is only read.
"""

import argparse
import json
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import tantivy

from indexer.analysis import spaced
from indexer.archive import Archive
from indexer.document import document
from indexer.engines.layout import NUMBER_FIELDS, TEXT_FIELDS, VALUE_FIELDS
from indexer.engines.tantivy import create, update
from queries import parse
from queries.engines.base import Deadline, Sort
from queries.engines.tantivy import open_index

_HEAP: Final = 256 << 20  # a thread, as ours
_TIMES: Final = 200
_Query = tantivy.Query
_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of both, each run beside the other."""

    ours: list[float]
    peer: list[float]

    def __str__(self) -> str:
        ours, peer = median(self.ours), median(self.peer)
        return f"{ours:>12.6f}{peer:>12.6f}{ours / peer:>8.2f}"


def main() -> None:
    """Print a row for each thing that was measured: seconds of ours, of the peer, the ratio."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tantivy_peer", description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, Archive(given.archive) as archive:
        folder = Path(scratch)
        _store_rows(folder / "rows.sqlite", archive)
        print(f"{archive.count():,} cables, {given.threads} threads, seconds, median of runs")
        print(f"{'':<44}{'ours':>12}{'peer':>12}{'ratio':>8}")
        for what, pair in _writing(archive, folder, given.runs, given.threads):
            print(f"{what:<44}{pair}")
        for what, seconds in _parts(archive):
            print(f"{what:<44}{seconds:>12.6f}")
        for what, pair in _searching(archive, folder, given.runs):
            print(f"{what:<44}{pair}")


def _writing(
    archive: Archive, folder: Path, runs: int, threads: int
) -> Iterator[tuple[str, Pair]]:
    walls, processes = Pair([], []), Pair([], [])
    for run in range(runs):
        for name, write, walls_, processes_ in (
            ("ours", _write_ours, walls.ours, processes.ours),
            ("peer", _write_peer, walls.peer, processes.peer),
        ):
            index = folder / f"{name}-{run}"
            index.mkdir()
            wall, process = time.perf_counter(), time.process_time()
            write(archive, folder / "rows.sqlite", index, threads)
            walls_.append(time.perf_counter() - wall)
            processes_.append(time.process_time() - process)
    yield "indexing, time", walls
    yield "indexing, processor", processes


def _parts(archive: Archive) -> Iterator[tuple[str, float]]:
    """Processor seconds of what is done before tantivy has a document."""
    start = time.process_time()
    cables = list(archive.changed(0))
    read = time.process_time()
    made = list(map(document, cables))
    documented = time.process_time()
    for one in made:
        for texts in one.texts.values():
            for text in texts:
                spaced(text)
    parted = time.process_time()
    yield "of it, reading records", read - start
    yield "of it, documents", documented - read
    yield "of it, terms", parted - documented


def _write_ours(archive: Archive, _: Path, index: Path, threads: int) -> None:
    create(index)
    update(index, (), map(document, archive.changed(0)), threads)


def _write_peer(_: Archive, rows: Path, index: Path, threads: int) -> None:
    made = tantivy.Index(_schema(), str(index))
    writer = made.writer(_HEAP * threads, threads)
    database = sqlite3.connect(rows)
    for number, moment, packed in database.execute("SELECT number, moment, packed FROM row"):
        texts, values, numbers = json.loads(packed)
        row = tantivy.Document()
        row.add_integer("number", number)
        row.add_integer("moment", moment)
        for name, some in texts.items():
            for text in some:
                row.add_text(name, text)
                row.add_text(f"{name}_plain", text)
        for name, some in values.items():
            for value in some:
                row.add_text(f"{name}_value", value)
        for name, some in numbers.items():
            for value in some:
                row.add_integer(f"{name}_number", value)
        writer.add_document(row)
    writer.commit()
    writer.wait_merging_threads()
    database.close()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in TEXT_FIELDS:
        builder.add_text_field(name, tokenizer_name="en_stem", stored=name == "subject")
        builder.add_text_field(f"{name}_plain")
    for name in VALUE_FIELDS:
        builder.add_text_field(f"{name}_value", tokenizer_name="raw", index_option="basic")
    for name in NUMBER_FIELDS:
        builder.add_integer_field(f"{name}_number", fast=True)
    builder.add_integer_field("number", fast=True, indexed=True)
    builder.add_integer_field("moment", fast=True)
    return builder.build()


def _store_rows(path: Path, archive: Archive) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE row (number INTEGER PRIMARY KEY, moment INTEGER, packed TEXT)")
    for made in map(document, archive.changed(0)):
        packed = json.dumps([dict(made.texts), dict(made.keywords), dict(made.numbers)])
        database.execute("INSERT INTO row VALUES (?, ?, ?)", (made.number, made.moment, packed))
    database.commit()
    database.close()


def _searching(archive: Archive, folder: Path, runs: int) -> Iterator[tuple[str, Pair]]:
    ours = open_index(folder / "ours-0", archive)
    files = tantivy.Index.open(str(folder / "peer-0"))
    searcher, fields = files.searcher(), files.schema
    for query, make in _queries(fields).items():
        tree = parse(query)

        def find(tree: object = tree) -> list[int]:
            return [hit.number for hit in ours.search(tree, 10, Sort.SCORE, Deadline(60))]  # type: ignore[arg-type]

        def with_subjects(find: Callable[[], list[int]] = find) -> list[str]:
            return [listed.subject for listed in archive.listed(find())]

        def peer(make: Callable[[], _Query] = make) -> list[object]:
            result = searcher.search(make(), 10, count=False)
            return [searcher.doc(address).get_first("subject") for _, address in result.hits]

        yield f"{query}, numbers alone", _alternating(find, peer, runs)
        yield f"{query}, subjects", _alternating(with_subjects, peer, runs)


def _alternating(
    ours: Callable[[], Sequence[object]], peer: Callable[[], Sequence[object]], runs: int
) -> Pair:
    assert len(ours()) == len(peer()), "they do not find as many"
    pair = Pair([], [])
    for _ in range(runs):
        for call, times in ((ours, pair.ours), (peer, pair.peer)):
            start = time.process_time()
            for _ in range(_TIMES):
                call()
            times.append((time.process_time() - start) / _TIMES)
    return pair


def _queries(fields: tantivy.Schema) -> dict[str, Callable[[], _Query]]:
    """Queries of ours, and the same made by hand; words are the commonest of the corpus but stop
    words."""
    first, last = 730_000, 731_000  # days

    def both(make: Callable[[str], _Query]) -> _Query:
        return _Query.boolean_query([
            (_SHOULD, _Query.boost_query(make("subject"), 2.0)), (_SHOULD, make("body"))])

    def word(text: str) -> _Query:
        return both(lambda name: _Query.term_query(fields, name, text))

    def phrase(*words: str) -> _Query:
        return both(lambda name: _Query.phrase_query(fields, name, list(words)))

    def prefix(text: str) -> _Query:
        return both(lambda name: _Query.regex_query(fields, f"{name}_plain", f"{text}.*"))

    return {
        "government": lambda: word("govern"),
        "government minister": lambda: _Query.boolean_query([
            (_MUST, word("govern")), (_MUST, word("minist"))]),
        '"government minister"': lambda: phrase("govern", "minist"),
        "tag:PREL": lambda: _Query.term_query(fields, "tag_value", "prel", index_option="basic"),
        "date:1999-09-03..2002-05-30": lambda: _Query.range_query(
            fields, "date_number", tantivy.FieldType.Integer, first, last),
        "minist*": lambda: prefix("minist"),
    }


if __name__ == "__main__":
    main()
