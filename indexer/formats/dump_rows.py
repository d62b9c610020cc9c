"""A dump of rows to its rows, and a row to its columns, as robustly as bytes allow.

A row begins where a line begins with a number and a time, each closed by its quote. A quote in a
field is written ``\\"``, so nothing in a field looks like that, and a row that lost a quote never
swallows the next one.
"""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import IO, Final

from ..telegram.read import split_routing
from .decode import BLANKS

LARGEST_ROW: Final = 16 << 20
"""Bytes; of a larger row only so many are given."""

_BLOCK: Final = 1 << 20
_LONGEST_START: Final = 64
_COLUMNS: Final = 8

_TIME: Final = r"\d\d?/\d\d?/\d{4} \d\d?:\d\d(?::\d\d)?"
# Of number, time and id one quote may be lost, or the time: then the id must look like one.
_BEGINNING: Final = (
    r'"?+\d{1,9}+(?:","(?:' + _TIME + r'"?+,|",(?="\d\d[A-Z]))|"?+,"?+' + _TIME + r'",")'
)
_MARK: Final = r"(?:\xef\xbb\xbf)?+"
_AT_LINE: Final = re.compile((r"\n(?=[\xef\"0-9])" + _MARK + _BEGINNING).encode("latin-1"))
_AT_BEGINNING: Final = re.compile(
    (_MARK + _BEGINNING + r'"?+([^",\r\n]{0,60}+)').encode("latin-1")
)
_NAMES_OF_COLUMNS: Final = re.compile(
    (_MARK + r'"?+[A-Za-z][\w ]{0,40}+"?+(?:,"?+[\w ]{0,40}+"?+){7}\s*+').encode("latin-1")
)

_DAMAGED: Final = re.compile(
    r"""
    "?\d{1,9}"?,"?(?P<created>[\d/:\ ]{0,20})
    (?:"?,"?(?P<id>[^",\n]{0,60})
    (?:"?,"?(?P<origin>[^"\n]{0,100}?)
    (?:"?,"?(?P<classification>[A-Z/ ]{0,60})
    (?:"?,"?(?P<references>[^",\n]{0,20000})
    (?:"?,"?(?P<text>.*))?)?)?)?)?
    (?(text)|"?,?"?\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
_COMMA: Final = re.compile(r"(?<!\\)\",|,\"")
_ESCAPED: Final = re.compile(r"\\(.)|\"\"", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of a row but for its number; ``damage`` says what is wrong with it, if it is."""

    created: str = ""
    id: str = ""
    origin: str = ""
    classification: str = ""
    references: str = ""
    header: str = ""
    body: str = ""
    damage: str = ""


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The rows of a file; the first piece may be what stands before them.

    At most LARGEST_ROW bytes of a row are given, and little more than that is held.

    >>> from io import BytesIO
    >>> list(pieces(BytesIO(b'x\\n"1","1/2/2008 3:04","08A1"\\n"2","1/2/2008 3:05","08A2"')))
    [b'x\\n', b'"1","1/2/2008 3:04","08A1"\\n', b'"2","1/2/2008 3:05","08A2"']
    """
    rest, searched, dropping = b"\n", 0, False
    while block := file.read(_BLOCK):
        data = rest + block
        places = [found.start() for found in _AT_LINE.finditer(data, searched)]
        for begin, end in pairwise((0, *places)):
            if end > begin and not dropping:
                yield data[begin + 1 : end + 1]
            dropping = False
        rest = data[places[-1] :] if places else data
        if len(rest) > LARGEST_ROW and not dropping:
            yield rest[1 : LARGEST_ROW + 1]
            dropping = True
        rest = rest[-_LONGEST_START:] if dropping else rest
        searched = 0 if dropping else max(1, len(rest) - _LONGEST_START)
    if len(rest) > 1 and not dropping:
        yield rest[1:]


def row_at(data: bytes, start: int = 0) -> re.Match[bytes] | None:
    """The beginning of a row at this place; its first group is the id as found.

    >>> row_at(b'"1","1/2/2008 3:04","08A1","Embassy A"')[1]
    b'08A1'
    """
    return _AT_BEGINNING.match(data, start)


def next_row(data: bytes, start: int, end: int) -> int:
    """Where the next row begins behind ``start``, -1 if none does before ``end``."""
    found = _AT_LINE.search(data, start, end)
    return found.start() + 1 if found else -1


def is_no_loss(before: bytes) -> bool:
    """Whether what stands before the first row is blank, or a row of the columns' names.

    >>> is_no_loss(b"id,date,number,origin,classification,references,header,body\\r\\n")
    True
    """
    return not before.strip(BLANKS) or _NAMES_OF_COLUMNS.fullmatch(before) is not None


def read_row(text: str) -> Row:
    """The columns of a row, found by the commas where it is damaged.

    >>> read_row('"1","1/2/2008 3:04","08A1","Embassy A","SECRET","07B2","FM A","\\\\"Yes.\\\\""')
    Row(created='1/2/2008 3:04', id='08A1', origin='Embassy A', classification='SECRET', \
references='07B2', header='FM A', body='"Yes."', damage='')
    >>> read_row('"1","1/2/2008 3:04","08A1,"Embassy A","SECRET').origin
    'Embassy A'
    """
    text = text.strip()
    columns = _columns(text)
    return Row(*columns[1:]) if columns else _damaged(text)


def _columns(text: str) -> list[str]:
    """The eight columns, or none where a row is not made as it should be.

    A quote may also be doubled: an empty field is all that looks so in a row with escaped ones.
    """
    with _fields_of(len(text)):
        try:
            rows = list(csv.reader([text], escapechar="\\", doublequote=True, strict=True))
        except csv.Error:
            return []
    if len(rows) != 1 or len(rows[0]) != _COLUMNS or any('"' in short for short in rows[0][:6]):
        return []
    return rows[0]


@contextmanager
def _fields_of(size: int) -> Iterator[None]:
    """Python's limit of a field is one for the whole process: raised for a large row alone."""
    usual = csv.field_size_limit()
    if size < usual:
        yield
        return
    csv.field_size_limit(size + 1)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _damaged(text: str) -> Row:
    found = _DAMAGED.match(text)
    if found is None:
        return Row(damage="the row is damaged: its columns are not found")
    columns = found.groupdict("")
    printed = columns.pop("text")
    whole = text.endswith('"') and not text.endswith('\\"')
    header, body = _parted(printed.removesuffix('"'))
    damage = "the row has not eight columns in quotes" if whole else "no quote ends the row"
    return Row(**columns, header=_plain(header), body=_plain(body), damage=damage)


def _parted(text: str) -> tuple[str, str]:
    """Header and body, between which one quote may be lost, or all that stood there."""
    header, found, body = text.partition('","')
    if not found and (comma := _COMMA.search(text)):
        return text[: comma.start()], text[comma.end() :]
    return (header, body) if found else split_routing(text)


def _plain(field: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or '"', field)
