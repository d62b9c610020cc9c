"""Comma-separated values: one hit a row, for spreadsheets; no cell is ever a formula."""

import csv
from collections.abc import Callable, Sequence
from typing import Final

from ..answers import Answer
from ..hits import Hit
from ..terminal import Sink

HIT_COLUMNS: Final = (
    "rank", "id", "created", "released", "classification", "caveats", "post", "origin", "subject",
    "tags", "score", "paragraph", "snippet", "source", "number",
)
BATCH_COLUMNS: Final = ("query_id", "line", "query", "canonical", "error", *HIT_COLUMNS)
_BETWEEN: Final = "; "
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")

_ROW_END: Final = "\r\n"  # so that the csv module puts cells with either character in quotes

_Cell = str | int | float


class CsvWriter:
    """A header, then a row a hit; the columns are HIT_COLUMNS."""

    def __init__(self, sink: Sink) -> None:
        self._row = row_writer(sink)

    def begin(self, query: str) -> None:  # noqa: ARG002 - a table has no place for it
        """Write the header."""
        self._row(HIT_COLUMNS)

    def hit(self, hit: Hit) -> None:
        """Write one row."""
        self._row(_cells(hit))

    def end(self) -> None:
        """Nothing stands after the last row."""


class CsvBatchWriter:
    """A header, then a row a hit, or one row with the error of a query that failed."""

    def __init__(self, sink: Sink) -> None:
        self._row = row_writer(sink)

    def begin(self) -> None:
        """Write the header."""
        self._row(BATCH_COLUMNS)

    def answer(self, answer: Answer) -> None:
        """Write the rows of one query: none where it found nothing."""
        ask, error = answer.ask, answer.error
        before = (ask.id, ask.line, ask.query, answer.canonical, error.message if error else "")
        if error:
            self._row((*before, *("" for _ in HIT_COLUMNS)))
        for hit in answer.hits:
            self._row((*before, *_cells(hit)))


class _Rows:
    """A sink that ends rows in the way of every other form here."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def write(self, row: str, /) -> object:
        return self._sink.write(row.removesuffix(_ROW_END) + "\n")


def _harmless(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would take it for a formula.

    >>> _harmless("=HYPERLINK(1)"), _harmless("PLENARY")
    ("'=HYPERLINK(1)", 'PLENARY')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def row_writer(sink: Sink) -> Callable[[Sequence[_Cell]], None]:
    """What writes a row of cells, none of them a formula."""
    writer = csv.writer(_Rows(sink), lineterminator=_ROW_END)

    def write(cells: Sequence[_Cell]) -> None:
        writer.writerow(_harmless(cell) if isinstance(cell, str) else cell for cell in cells)

    return write


def _cells(hit: Hit) -> tuple[_Cell, ...]:
    snippet = hit.snippets[0] if hit.snippets else None
    return (
        hit.rank, hit.id, hit.created, hit.released, hit.classification,
        _BETWEEN.join(hit.caveats), hit.post, hit.origin, hit.subject, _BETWEEN.join(hit.tags),
        round(hit.score, 4), snippet.paragraph if snippet else 0, snippet.text if snippet else "",
        hit.source, hit.number,
    )
