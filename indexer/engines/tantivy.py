"""The write half of the tantivy engine: documents to rows, rows to one commit.

tantivy writes segments of its own and a list of them; replacing the list is the commit, and a file
that it does not name goes with the next one. A writer is opened for each update and ended with it,
since one that lives longer leaves files behind.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import tantivy
from tantivy.tantivy import __version__ as installed

from ..document import Document
from ..state import sync_folder
from .layout import bounded, numbers, sample_terms
from .tantivy_files import check_sums, damage_told, is_panic, open_files, unwritten_told
from .tantivy_schema import LAYOUT, NUMBER, as_utf8, register_analysers, row, schema

_MOST_THREADS: Final = 8
_HEAP: Final = 256 << 20
_MOST_HEAP: Final = 1 << 30
"""Bytes of memory for each thread, and for all of them; when a thread's are full, it writes a
segment."""


def version() -> str:
    """The version of tantivy, and that of our fields in it."""
    number = installed.removeprefix("tantivy v").partition(",")[0]
    return f"{number}, layout {LAYOUT}"


def create(folder: Path) -> None:
    """Make an empty index in this folder, which is new."""
    with unwritten_told(folder):
        tantivy.Index(schema(), str(folder), reuse=False)
    sync_folder(folder)


def update(
    folder: Path, forget: Sequence[int], documents: Iterable[Document], processes: int = 1
) -> None:
    """In one commit drop these numbers, then add these documents; all of it or nothing.

    ``processes`` is how many threads write. When it returns, the files and their names are safe
    from a loss of power. There must not be two writers: the caller holds the archive's lock.
    """
    index = open_files(folder)
    register_analysers(index)
    threads = min(max(processes, 1), _MOST_THREADS)
    with unwritten_told(folder):
        writer = index.writer(min(_HEAP * threads, _MOST_HEAP), threads)
    try:
        _write(folder, writer, forget, documents)
    except BaseException:
        _give_up(writer)
        raise
    with unwritten_told(folder):
        writer.wait_merging_threads()
        for unfinished in folder.glob(".tmp*"):  # of a run that was killed
            unfinished.unlink()
    sync_folder(folder)


def count(folder: Path) -> int:
    """How many documents the index holds."""
    return open_files(folder).searcher().num_docs


def lacking(folder: Path, documents: Sequence[Document]) -> list[str]:
    """The ids of the documents that the index does not find by terms of their own.

    :raises ArchiveError: where a file is not as it was written.
    """
    check_sums(folder)
    index = open_files(folder)
    searcher, fields = index.searcher(), index.schema
    with damage_told(folder):
        return [one.id for one in documents if not _is_found(searcher, fields, one)]


def _write(
    folder: Path, writer: tantivy.IndexWriter, forget: Sequence[int],
    documents: Iterable[Document],
) -> None:
    with unwritten_told(folder):
        for number in forget:
            writer.delete_documents_by_term(NUMBER, number)
    for document in documents:
        made = row(document)
        with unwritten_told(folder):
            writer.add_document(made)
    with unwritten_told(folder):
        writer.commit()
        writer.garbage_collect_files()


def _give_up(writer: tantivy.IndexWriter) -> None:
    """Leave the index as it was; what is left behind goes with the next commit."""
    try:
        writer.rollback()
        writer.wait_merging_threads()
    except (ValueError, RuntimeError):
        return  # it had ended already, and the reason is being raised
    except BaseException as error:
        if not is_panic(error):  # as above
            raise


def _is_found(
    searcher: tantivy.Searcher, fields: tantivy.Schema, document: Document
) -> bool:
    query = tantivy.Query
    wanted = [query.term_query(fields, NUMBER, document.number)]
    for field, term in sample_terms(document):
        wanted.append(query.term_query(fields, field, as_utf8(term), index_option="basic"))
    for field, integers in document.numbers.items():
        wanted += [
            query.range_query(fields, numbers(field), tantivy.FieldType.Integer, one, one)
            for one in map(bounded, integers)
        ]
    together = query.boolean_query([(tantivy.Occur.Must, one) for one in wanted])
    return len(searcher.search(together, 2, count=False).hits) == 1
