"""The write half of the Whoosh engine: documents to segments, segments to one commit.

Whoosh's table of contents names the segments and what is deleted in them. A new one takes the
place of the old by one rename, and that is the commit: a file that it does not name is left over
from a run that ended early, and goes with the next commit.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import whoosh
from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.index import TOC, clean_files
from whoosh.index import IndexError as TocError

from ..document import Document
from ..state import sync_folder
from .layout import damaged
from .whoosh_codec import NAME, CableCodec, schema, segment_path
from .whoosh_merge import Part, choose, merge_segments
from .whoosh_parallel import write_segments
from .whoosh_schema import sample_terms
from .whoosh_segment import FORMAT, SegmentFile

_TRIES: Final = 10
_DIGEST: Final = sha256().digest_size
_NAMED_IN_CONTENTS: Final = frozenset(
    [("builtins", "set"), *((kind.__module__, kind.__name__) for kind in (W3Segment, CableCodec))]
)


def version() -> str:
    """The version of Whoosh, and that of our segments."""
    return f"{whoosh.versionstring()}, segments {FORMAT}"


def create(folder: Path) -> None:
    """Make an empty index in this folder, which is new."""
    TOC.create(_Storage(str(folder)), schema(), NAME)


def update(
    folder: Path, forget: Sequence[int], documents: Iterable[Document], processes: int = 1
) -> None:
    """In one commit drop these numbers, then add these documents; all of it or nothing.

    When it returns, the files and their names are safe from a loss of power. There must not be
    two writers: the caller holds the archive's lock. The index is the same one, whatever the
    number of processes.
    """
    contents = _read_contents(folder)
    segments = list(contents.segments)
    _delete(folder, segments, forget)
    segments += write_segments(folder, documents, processes)
    segments = _merge(folder, [segment for segment in segments if segment.doc_count()])
    storage, generation = _Storage(str(folder)), contents.generation + 1
    sync_folder(folder)
    TOC(schema(), segments, generation).write(storage, NAME)
    clean_files(storage, NAME, generation, segments)


def count(folder: Path) -> int:
    """How many documents the index holds."""
    return sum(map(len, open_parts(folder)))


def lacking(folder: Path, documents: Sequence[Document]) -> list[str]:
    """The ids of the documents that the index does not find by terms of their own.

    :raises ArchiveError: where a file is not as it was written.
    """
    parts = open_parts(folder)
    for part in parts:
        part.file.check_sum()
    wanted = {document.number for document in documents}
    places = {
        number: (part.file, cable)
        for part in parts
        for cable, number in enumerate(part.file.column("numbers", "q"))
        if number in wanted and cable not in part.deleted
    }
    return [document.id for document in documents if not _is_found(document, places)]


def open_parts(folder: Path) -> list[Part]:
    """The segments of the last commit, open for reading; a writer may be at work meanwhile.

    :raises ArchiveError: where the index is damaged.
    """
    for _ in range(_TRIES):
        try:
            return [_open_part(folder, segment) for segment in _read_contents(folder).segments]
        except FileNotFoundError:  # the next commit came in between and removed it
            continue
    raise damaged(folder)


class _Storage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder for Whoosh's table of contents, which survives a loss of power, and of which damage
    is noticed: behind it stands its digest, which Whoosh does not look at."""

    def rename_file(self, old: str, new: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002
        path = Path(self.folder) / old
        digest = sha256(path.read_bytes()).digest()
        with path.open("ab") as file:
            file.write(digest)
            file.flush()
            os.fsync(file.fileno())
        super().rename_file(old, new, safe)
        sync_folder(Path(self.folder))

    def open_file(self, name: str) -> BufferFile:
        data = (Path(self.folder) / name).read_bytes()
        content, digest = data[:-_DIGEST], data[-_DIGEST:]
        if sha256(content).digest() != digest:
            raise damaged(Path(self.folder))
        return _Contents(content, name)


class _Contents(BufferFile):  # type: ignore[misc]
    """A table of contents that is read without running what it may name: the index may be
    somebody else's."""

    def read_pickle(self) -> object:
        return _Unpickler(self.file).load()


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in _NAMED_IN_CONTENTS:
            raise TocError(f"{module}.{name} has no place in a table of contents")
        return super().find_class(module, name)


def _read_contents(folder: Path) -> TOC:
    try:
        return TOC.read(_Storage(str(folder)), NAME, schema=schema())
    except TocError as error:  # there is none, or it is of another version of Whoosh
        raise damaged(folder) from error


def _open_part(folder: Path, segment: W3Segment) -> Part:
    return Part(SegmentFile(segment_path(folder, segment)), frozenset(segment.deleted_docs()))


def _delete(folder: Path, segments: Sequence[W3Segment], forget: Sequence[int]) -> None:
    unwanted = frozenset(forget)
    for segment in segments if unwanted else ():
        held = SegmentFile(segment_path(folder, segment)).column("numbers", "q")
        for cable, number in enumerate(held):
            if number in unwanted:
                segment.delete_document(cable)


def _merge(folder: Path, segments: list[W3Segment]) -> list[W3Segment]:
    """These segments, with those made one of that are better one."""
    while chosen := choose([(one.doc_count_all(), one.deleted_count()) for one in segments]):
        parts = [_open_part(folder, segments[index]) for index in chosen]
        for part in parts:
            part.file.check_sum()  # or damage would get a good checksum
        merged = CableCodec().new_segment(folder, NAME)
        merged.set_doc_count(merge_segments(parts, segment_path(folder, merged)))
        segments = [one for index, one in enumerate(segments) if index not in chosen]
        segments.append(merged)
    return segments


def _is_found(document: Document, places: Mapping[int, tuple[SegmentFile, int]]) -> bool:
    if document.number not in places:
        return False
    file, cable = places[document.number]
    return all(
        cable in file.posting(field, term).cables for field, term in sample_terms(document)
    )
