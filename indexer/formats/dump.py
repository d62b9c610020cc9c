"""F4, the dump: one file of all cables, ``cables.csv``, a row of eight quoted columns a cable.

The columns are a running number, the time of creation, the cable's number, the origin, the
classification, the numbers of the cables that it refers to with ``|`` between, the header and the
body. There is no row of names; a quote in a field is ``\\"``, and fields run over lines.

History: the file of all 251,287 cables, 1.7 GB, became public in September 2011. Copies of it were
saved again: with quotes doubled, with CRLF, in Windows-1252, or with a row of names in front; these
are read too, each row by itself. Rows saved without quotes are not: nothing tells where one begins.
"""

import re
from collections.abc import Iterator
from typing import IO, Final

from ..cable import Problem
from ..dates import table_time
from ..errors import Refused
from ..ids import canonical_id
from .base import Fact, Part, Sheet, Sign
from .decode import character_problems, clean_lines, decode, looks_like_markup
from .dump_rows import LARGEST_ROW, Row, is_no_loss, next_row, pieces, read_row, row_at
from .several import named_apart, no_single_cable

NAME: Final = "dump"
TITLE: Final = "a dump of cables, cables.csv: a row of eight quoted columns for each"

SIGNS: Final[tuple[Sign, ...]] = (
    Sign("a row that begins with a number and a time in quotes", re.compile(
        rb'^"\d{1,9}","\d\d?/\d\d?/\d{4} \d\d?:\d\d","', re.MULTILINE)),
    Sign("a column with a cable's number", re.compile(rb'","\d\d[A-Z]{3,30}\d{1,7}","')),
)

_HEAD: Final = 64 << 10  # bytes in which the first row begins


def recognises(data: bytes) -> bool:
    """Whether a row begins at the beginning, or soon at a line.

    >>> recognises(b'"1","11/12/2008 18:33","08NOWHERE12","Embassy Nowhere"')
    True
    >>> recognises(b'"1","two","three"')
    False
    """
    return b'","' in data[:_HEAD] and _first_row(data) >= 0


def holds_many(start: bytes) -> bool:
    """Any file of this form may, and is read as one that does."""
    return recognises(start)


def split(file: IO[bytes]) -> Iterator[Part]:
    """The rows, named by the cable's number; one that occurs again is ``08NOWHERE12#2``.

    A row without a number is ``row 7``. What stands before the first row is a part that is refused,
    unless it is blank or the names of the columns. Some megabytes are held, and the names.

    >>> from io import BytesIO
    >>> [part.name for part in split(BytesIO(b'"1","11/12/2008 18:33","08NOWHERE12"\\n' * 2))]
    ['08NOWHERE12', '08NOWHERE12#2']
    """
    return named_apart(_parts(file))


def read(data: bytes, source: str) -> Sheet:  # noqa: ARG001 - a row has its own number
    """The cable of one row.

    :raises Refused: where there are several rows, none, one that is too large, or an empty one.
    """
    first = _first_row(data)
    if first < 0:
        raise Refused("no row of a dump: none begins with a number and a time in quotes")
    if next_row(data, first, len(data)) >= 0:
        raise no_single_cable("a dump of several cables")
    if len(data) - first >= LARGEST_ROW:
        raise Refused(f"a row of {LARGEST_ROW >> 20} MiB or more")
    printed = decode(data[first:])
    row = read_row(printed)
    facts = {name: fact for name, fact in _facts(row) if fact.value}
    if not (row.header.strip() or row.body.strip() or "id" in facts):
        raise Refused("a row without the number and the text of a cable")
    problems = (*_problems(row, data[:first]), *character_problems(printed))
    return Sheet(clean_lines(row.header), clean_lines(row.body), facts, problems=problems)


def _parts(file: IO[bytes]) -> Iterator[Part]:
    rows = 0
    for piece in pieces(file):
        if found := row_at(piece):
            rows += 1
            name = " ".join(found[1].decode("utf-8", "replace").split())
            yield Part(name or f"row {rows}", piece)
        elif not is_no_loss(piece):
            yield Part("line 1", piece)


def _first_row(data: bytes) -> int:
    """Where the first row begins, -1 where none does in the head."""
    if row_at(data):
        return 0
    return -1 if looks_like_markup(data) else next_row(data, 0, _HEAD)


def _facts(row: Row) -> Iterator[tuple[str, Fact]]:
    """What the columns say, by field."""
    yield "id", Fact(" ".join(row.id.split()), "column 3, the number")
    yield "created", Fact(table_time(row.created), "column 2, the time")
    yield "origin", Fact(" ".join(row.origin.split()), "column 4, the origin")
    yield "classification", Fact(row.classification.strip(), "column 5, the classification")
    yield "references", Fact("\n".join(_ids(row)), "column 6, the references")


def _ids(row: Row) -> Iterator[str]:
    """The ids in the column of references, the row's own left out."""
    own = canonical_id(row.id)
    return (one for one in map(canonical_id, _cited(row)) if one and one != own)


def _cited(row: Row) -> list[str]:
    return [one.strip() for one in row.references.split("|") if one.strip()]


def _problems(row: Row, before: bytes) -> Iterator[Problem]:
    if row.damage:
        yield Problem("", "body", row.damage)
    elif not row.body.strip():
        yield Problem("", "body", "not found")
    if before and not is_no_loss(before):
        yield Problem("", "body", f"{len(before)} bytes before the row, which are none")
    for one in _cited(row):
        if not canonical_id(one):
            yield Problem("", "references", f"the column has {one!r}, which is no number")
