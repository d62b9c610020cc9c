"""The table of a PlusD page: the subject, then keys and values, however they are marked up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .elements import feed
from .printed import value

KEY: Final = "s_key"
"""The class of a cell that holds a key."""

_VALUE: Final = "s_val"
_APART: Final = frozenset(("a", "br", "dd", "div", "li", "p", "td", "tr"))
_CELLS: Final = frozenset(("td", "th", "dt", "dd"))
_NO_TEXT: Final = frozenset(("script", "style"))
_BETWEEN: Final = "|"
_MOST: Final = 1_000  # keys, of which a table has some twenty; pieces before the subject


@dataclass(frozen=True, slots=True)
class Table:
    """The subject, and values by their key in small letters; each value is its lines.

    A line end is where the markup parts a value: behind a link, at a break.
    """

    subject: str
    values: Mapping[str, str]

    def one(self, key: str) -> str:
        """The value of a key on one line, '' for none."""
        return value(self.values.get(key, ""))

    def several(self, key: str) -> tuple[str, ...]:
        """The values of a key, parted by bars, else by the markup."""
        printed = self.values.get(key, "")
        parts = printed.split(_BETWEEN) if _BETWEEN in printed else printed.split("\n")
        return tuple(found for found in map(value, parts) if any(map(str.isalnum, found)))


def read_table(markup: str, keys: frozenset[str]) -> Table:
    """The table in this markup; ``keys`` are those that are known where no cell is marked as one.

    >>> table = read_table("<td colspan=2>A WALK<tr><td class=s_key>To:<td class=s_val>A | B",
    ...                    frozenset())
    >>> table.subject, table.several("to")
    ('A WALK', ('A', 'B'))
    """
    reader = _Reader()
    feed(markup, reader)
    values: dict[str, str] = {}
    for key, printed in reader.pairs() or reader.pairs_of_cells(keys):
        if key and not value(values.get(key, "")):
            values[key] = printed
    return Table(value(_lines(reader.subject)), values)


class _Reader:
    """Gathers text by the cell that it stands in; cells may be nested."""

    def __init__(self) -> None:
        self.subject: list[str] = []
        self._pairs: list[tuple[list[str], list[str]]] = []
        self._cells: list[list[str]] = []
        self._into: list[list[str]] = [[]]

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """The text of an element belongs to the innermost cell around it."""
        cell = self._marked(attributes) or self._unmarked(tag, attributes) or (self._into[-1],)
        self._into.append(cell[0])
        self._part(tag)

    def end(self, tag: str) -> None:
        self._part(tag)
        self._into.pop()

    def data(self, text: str) -> None:
        self._into[-1].append(text.replace("\n", " "))

    def close(self) -> None:
        """All is gathered already."""

    def pairs(self) -> list[tuple[str, str]]:
        """Keys and their values, of cells that are marked as such."""
        return [(_key(key), _lines(printed)) for key, printed in self._pairs]

    def pairs_of_cells(self, keys: frozenset[str]) -> list[tuple[str, str]]:
        """Cells that say a known key, with the cell behind."""
        both = zip(self._cells, self._cells[1:], strict=False)
        return [(_key(key), _lines(printed)) for key, printed in both if _key(key) in keys]

    def _part(self, tag: str) -> None:
        if tag in _APART:
            self._into[-1].append("\n")

    def _marked(self, attributes: Mapping[str, str]) -> tuple[list[str], ...]:
        """A cell that its class says to be a key or a value."""
        classes = attributes.get("class", "").split()
        if KEY in classes and len(self._pairs) < _MOST:
            self._pairs.append(([], []))
            return self._pairs[-1][:1]
        if _VALUE in classes and self._pairs:
            self._pairs[-1][1].append("\n")
            return self._pairs[-1][1:]
        return ()

    def _unmarked(self, tag: str, attributes: Mapping[str, str]) -> tuple[list[str], ...]:
        """A cell of the table, the first wide one the subject; what is in a script is no text."""
        if tag in _NO_TEXT:
            return ([],)
        if tag not in _CELLS or self._in_pair():
            return ()
        is_wide = tag == "td" and "colspan" in attributes
        if is_wide and not self._pairs and not _lines(self.subject[:_MOST]):
            return (self.subject,)
        self._cells.append([])
        return (self._cells[-1],)

    def _in_pair(self) -> bool:
        return bool(self._pairs) and any(self._into[-1] is part for part in self._pairs[-1])


def _lines(pieces: list[str]) -> str:
    """Pieces of text as lines without blanks around them, none empty."""
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _key(pieces: list[str]) -> str:
    return " ".join(_lines(pieces).split()).strip(" :").casefold()
