"""What Whoosh calls a codec: what its table of contents names, and readers for its own searcher.

Whoosh keeps the list of segments and of what is deleted in them, and swaps it in one step. The
files of a segment are ours (see whoosh_segment), since those of Whoosh's own codec are made and
read one posting at a time.

The package itself uses the first part alone. ``whoosh`` writes the table of contents with
:func:`schema`, and has records of segments in it, which :meth:`CableCodec.new_segment` makes, there
and in ``whoosh_parallel``; each is pickled with its codec. :func:`segment_path` says where the file
of such a record is. The readers below, ``_Terms`` and ``_Documents`` with the formats of the
fields, are called by Whoosh only: they make the index one that Whoosh itself can search. A test
holds that (test_whoosh_engine.py); our own queries do not need them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

from whoosh.codec.base import Codec, PerDocumentReader, TermsReader
from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence, Format
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from .layout import NUMBER_FIELDS, TEXT_FIELDS, VALUE_FIELDS, numbers, unstemmed
from .whoosh_segment import Posting, SegmentFile

NAME: Final = "MAIN"  # of the index in its folder
_EXTENSION: Final = ".cables"


def segment_path(folder: Path, segment: W3Segment) -> Path:
    """Where a segment's file is."""
    return folder / str(segment.make_filename(_EXTENSION))


def schema() -> Schema:
    """The fields as Whoosh sees them."""
    words = {name: _Words() for field in TEXT_FIELDS for name in (field, unstemmed(field))}
    values = {name: _Values() for name in (*VALUE_FIELDS, *map(numbers, NUMBER_FIELDS))}
    return Schema(**words, **values)


class CableCodec(Codec):  # type: ignore[misc]  # Whoosh has no types
    """Reads our segments for Whoosh."""

    def new_segment(self, _storage: object, name: str) -> W3Segment:
        """A record of a segment that is about to be written."""
        return W3Segment(self, name)

    def terms_reader(self, storage: FileStorage, segment: W3Segment) -> _Terms:
        """The segment's terms and postings."""
        return _Terms(SegmentFile(segment_path(Path(storage.folder), segment)))

    def per_document_reader(self, storage: FileStorage, segment: W3Segment) -> _Documents:
        """The segment's documents."""
        return _Documents(SegmentFile(segment_path(Path(storage.folder), segment)), segment)


class _Positions(Format):  # type: ignore[misc]
    """A posting's value is its positions as an array of unsigned 4-byte integers."""

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // 4

    def decode_weight(self, value: bytes) -> float:
        return float(len(value) // 4)

    def decode_positions(self, value: bytes) -> list[int]:
        return array("I", value).tolist()


class _Words(FieldType):  # type: ignore[misc]
    def __init__(self) -> None:
        self.format = _Positions()
        self.scorable = True


class _Values(FieldType):  # type: ignore[misc]
    def __init__(self) -> None:
        self.format = Existence()


class _Terms(TermsReader):  # type: ignore[misc]
    def __init__(self, file: SegmentFile) -> None:
        self._file = file

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        field, text = term
        return self._file.field(field).find(text.decode()) >= 0

    def indexed_field_names(self) -> list[str]:
        return self._file.fields()

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        terms = self._file.field(field)
        for term in terms.between(terms.from_term(prefix.decode()), len(terms)):
            yield field, term.encode()

    def frequency(self, field: str, text: bytes) -> float:
        posting = self._file.posting(field, text.decode())
        return float(sum(posting.frequencies) or len(posting.cables))

    def doc_frequency(self, field: str, text: bytes) -> int:
        return len(self._file.posting(field, text.decode()).cables)

    def term_info(self, field: str, text: bytes) -> TermInfo:
        posting = self._posting(field, text)
        lengths = [self._file.lengths(field)[cable] for cable in posting.cables]
        return TermInfo(
            weight=sum(posting.frequencies), df=len(posting.cables), minlength=min(lengths),
            maxlength=max(lengths), maxweight=max(posting.frequencies),
            minid=posting.cables[0], maxid=posting.cables[-1],
        )

    def matcher(
        self, field: str, text: bytes, format_: Format, scorer: object = None
    ) -> ListMatcher:
        posting = self._posting(field, text)
        ends = pairwise(accumulate(posting.frequencies, initial=0))
        return ListMatcher(
            list(posting.cables), [float(n) for n in posting.frequencies],
            [array("I", posting.positions[start:end]).tobytes() for start, end in ends],
            format_, scorer=scorer, term=(field, text), terminfo=self.term_info(field, text),
        )

    def close(self) -> None:
        pass

    def _posting(self, field: str, text: bytes) -> Posting:
        posting = self._file.posting(field, text.decode())
        if not posting.cables:
            raise TermNotFound(f"{field}:{text!r}")
        once = array("B", b"\1" * len(posting.cables))
        return posting if posting.frequencies else Posting(posting.cables, once)


class _Documents(PerDocumentReader):  # type: ignore[misc]
    def __init__(self, file: SegmentFile, segment: W3Segment) -> None:
        self._file = file
        self._segment = segment

    def doc_count(self) -> int:
        return len(self._file) - int(self._segment.deleted_count())

    def doc_count_all(self) -> int:
        return len(self._file)

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, document: int) -> bool:
        return bool(self._segment.is_deleted(document))

    def deleted_docs(self) -> Iterator[int]:
        return iter(self._segment.deleted_docs())

    def has_column(self, _field: str) -> bool:
        return False

    def doc_field_length(self, document: int, field: str, default: int = 0) -> int:
        return self._file.lengths(field)[document] or default

    def field_length(self, field: str) -> int:
        return sum(self._file.lengths(field))

    def min_field_length(self, field: str) -> int:
        return min(filter(None, self._file.lengths(field)), default=0)

    def max_field_length(self, field: str) -> int:
        return max(self._file.lengths(field), default=0)

    def stored_fields(self, document: int) -> dict[str, str]:
        return {"id": self._file.id(document)}
