"""The queries of a batch as people keep them: text, CSV with ``id,query``, or JSON lines."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

_JSONL: Final = (".jsonl", ".ndjson")
_DELIMITERS: Final = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Ask:
    """One query of a batch: the line it begins on (from 1), its id (the line's number where it
    has none), and ``fault``, what is wrong with the line itself, '' for nothing."""

    line: int
    id: str
    query: str
    fault: str = ""


def read_asks(data: bytes, name: str = "") -> list[Ask]:
    """The queries in a file, in order. The form is told by what is in it, or by its name.

    >>> read_asks(b"# two\\n\\ntag:PREL\\n")
    [Ask(line=3, id='3', query='tag:PREL', fault='')]
    >>> read_asks(b"id;query\\nq1;tag:PREL\\n")
    [Ask(line=2, id='q1', query='tag:PREL', fault='')]
    """
    text = _decode(data)
    suffix = PurePath(name).suffix.lower()
    number, first = next(_lines(text), (1, ""))
    if suffix in _JSONL or _is_object(first):
        return list(_from_json(text))
    for delimiter in _DELIMITERS:
        names = _header([first], delimiter)
        if "id" in names and "query" in names:
            return list(_from_csv(text, delimiter))
    if suffix == ".csv":
        return [Ask(number, str(number), first, 'the first line must be "id,query"')]
    return list(_from_text(text))


def _decode(data: bytes) -> str:
    """UTF-8, else the encoding of Western Windows, which spreadsheets there still write."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, numbered from 1."""
    for number, line in enumerate(io.StringIO(text, newline=None), 1):
        if line.strip():
            yield number, line.strip()


def _from_text(text: str) -> Iterator[Ask]:
    for number, line in _lines(text):
        if not line.startswith("#"):
            yield Ask(number, str(number), line)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _from_json(text: str) -> Iterator[Ask]:
    for number, line in _lines(text):
        if line.startswith("#"):
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        query = value.get("query") if isinstance(value, dict) else None
        if isinstance(value, dict) and isinstance(query, str):
            yield Ask(number, _name(value.get("id"), number), query.strip())
        else:
            yield Ask(number, str(number), line, 'not a JSON object with the key "query"')


def _name(value: object, number: int) -> str:
    return str(value) if isinstance(value, str | int) and value != "" else str(number)


def _header(lines: Iterable[str], delimiter: str) -> list[str]:
    """The names of the columns, from the first row."""
    try:
        return [name.strip().lower() for name in next(csv.reader(lines, delimiter=delimiter), [])]
    except csv.Error:
        return []


def _from_csv(text: str, delimiter: str) -> Iterator[Ask]:
    rows = _rows(text, delimiter)
    names = next([name.strip().lower() for name in row] for _, row, _ in rows if row)
    id_column, query_column = names.index("id"), names.index("query")
    for line, row, fault in rows:
        if fault or max(id_column, query_column) >= len(row):
            yield Ask(line, str(line), "", fault or "the row has too few cells")
        else:
            yield Ask(line, row[id_column].strip() or str(line), row[query_column].strip())


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """The rows that are not blank: the line each begins on, its cells, and what is wrong."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, [], f"not a row of CSV: {error}"
            continue
        if any(cell.strip() for cell in row):
            yield line, row, ""
