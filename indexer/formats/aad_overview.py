"""The overview of the archive's documents as CSV: one row a document, without its text.

Rows are gathered by their quotes, not by the csv module, so that a quote that is never closed
costs its own row alone.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

from ..cable import Problem
from ..errors import Refused
from .aad_attributes import one_line
from .aad_facts import fact_problems, read_facts
from .base import Part, Sheet
from .decode import BLANKS, character_problems, clean_lines, decode
from .several import no_single_cable

_COLUMNS: Final = frozenset(
    ("URL", "Draft Date", "Document Number", "Film Number", "From", "Subject", "TAGS", "To")
)
_NEEDED: Final = frozenset(("Draft Date", "Document Number"))
_FEWEST: Final = 5
_LONGEST_HEAD: Final = 1_000
_MOST_LINES: Final = 50

_NEXT_ROW: Final = re.compile(rb"\s*+\"?https?://")


def is_overview(start: bytes) -> bool:
    """Whether the first line is the row of heads.

    >>> is_overview(b"URL,Draft Date,Document Number,Film Number,From,Subject,TAGS,To\\n")
    True
    >>> is_overview(b"From,To,Subject\\n")
    False
    """
    first = start[:_LONGEST_HEAD].lstrip(BLANKS).split(b"\n", 1)[0]
    return b"Document Number" in first and _is_head(first)


def holds_many(start: bytes) -> bool:
    """Whether a row stands below the row of heads: any overview that has one may have more."""
    return is_overview(start) and bool(start.lstrip().partition(b"\n")[2].strip())


def _is_head(line: bytes) -> bool:
    """Whether a line is the row of heads, its columns in any order."""
    heads = set(_fields(line))
    return heads >= _NEEDED and len(heads & _COLUMNS) >= _FEWEST


def split(head: bytes, lines: Iterator[bytes]) -> Iterator[Part]:
    """Each row below the row of heads, which stands in each part too.

    >>> rows = [b"u,12 SEP 1974,1974ROME00012,F,ROME,A,B,C\\n", b"\\n", b"http://u,broken\\n"]
    >>> head = b"URL,Draft Date,Document Number,Film Number,From,Subject,TAGS,To\\n"
    >>> [part.name for part in split(head, iter(rows))]
    ['1974ROME00012', 'row 2']
    """
    head = head.rstrip(b"\r\n") + b"\n"
    for place, row in enumerate(_rows(lines), 1):
        number = _values(_fields(head), _fields(row)).get("Document Number", "")
        yield Part(number.strip() or f"row {place}", head + row)


def read(data: bytes) -> Sheet:
    """What the only row says.

    :raises Refused: where there is no row, more than one, or one of which nothing can be read.
    """
    lines = iter(data.lstrip().splitlines(keepends=True))
    heads = _fields(next(lines, b""))
    rows = list(islice(_rows(lines), 2))
    if not rows:
        raise Refused("an overview without rows")
    if len(rows) > 1:
        raise no_single_cable("an overview of several documents")
    fields = _fields(rows[0])
    values = {key: value for key, value in _values(heads, fields).items() if value}
    facts = read_facts(values, ())
    if not facts:
        raise Refused("a row of the overview in which nothing can be read")
    problems = [_no_text(values), *fact_problems(values), *character_problems(decode(rows[0]))]
    if len(fields) != len(heads):
        problems.append(_broken(heads, fields))
    return Sheet("", "", facts, problems=tuple(problems))


def _rows(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The rows, each of as many lines as its quotes need."""
    waiting: deque[bytes] = deque()
    while line := _next(waiting, lines):
        if not line.strip():
            continue
        row = [line]
        while _is_open(row) and len(row) < _MOST_LINES and (more := _next(waiting, lines)):
            if _NEXT_ROW.match(more):
                waiting.appendleft(more)
                break
            row.append(more)
        if _is_open(row):
            waiting.extendleft(reversed(row[1:]))
            row = row[:1]
        yield b"".join(row)


def _next(waiting: deque[bytes], lines: Iterator[bytes]) -> bytes:
    return waiting.popleft() if waiting else next(lines, b"")


def _is_open(row: list[bytes]) -> bool:
    return sum(line.count(b'"') for line in row) % 2 > 0


def _fields(row: bytes) -> list[str]:
    """The fields of a row; none where a field is longer than any that is no mistake."""
    try:
        return next(csv.reader(StringIO(clean_lines(decode(row)), newline="")), [])
    except csv.Error:
        return []


def _values(heads: list[str], fields: list[str]) -> dict[str, str]:
    """The fields by their heads; of a row of another length those before the Subject alone, for
    there the mistakes are made, and not its last one, which may hold what belongs to others."""
    if len(fields) != len(heads):
        free = heads.index("Subject") if "Subject" in heads else len(heads)
        fields = fields[: min(free, max(0, len(fields) - 1))]
    return {head: one_line(field) for head, field in zip(heads, fields, strict=False)}


def _no_text(values: dict[str, str]) -> Problem:
    told = "".join(f"; {key} {values[key]}" for key in ("Film Number", "URL") if key in values)
    return Problem("", "body", f"the overview has no text{told}")


def _broken(heads: list[str], fields: list[str]) -> Problem:
    return Problem(
        "", "subject",
        f"the row has {len(fields)} fields for {len(heads)} columns: it is read up to the Subject",
    )
