"""The fault of a query: what is wrong, at which place, and what to write instead."""

from typing import Final

from indexer.errors import CablesError

from .faults import FAULTS

_WIDTH: Final = 76
_BEFORE: Final = 40
_LONGEST_SHOWN: Final = 100
_MARGIN: Final = "  "
_CUT: Final = "…"


class QueryError(CablesError):
    """A query that cannot be read or answered as it stands.

    ``code`` is a key of :data:`FAULTS`, or another short one where the fault is found later than
    in parsing. ``position`` and ``length`` count the characters of ``query``. As text the error
    shows the message, the query with the place marked, and the remedy.

    >>> print(QueryError("unknown-field", "tug:PREL", 0, 3, "there is no field 'tug'", "use tag:"))
    there is no field 'tug'
      tug:PREL
      ^^^
    use tag:
    """

    def __init__(
        self, code: str, query: str, position: int, length: int, message: str, remedy: str
    ) -> None:
        super().__init__(code, query, position, length, message, remedy)
        self.code = code
        self.query = query
        self.position = position
        self.length = length
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        lines = [self.message, *pointed(self.query, self.position, self.length), self.remedy]
        return "\n".join(line for line in lines if line)


def fault(code: str, query: str, start: int, end: int, **words: str) -> QueryError:
    """The error of this code for ``query[start:end]``.

    ``words`` fill the blanks of its message and remedy; ``{value}`` is the place itself.

    >>> fault("bad-boost", "missile^x", 7, 9).message
    "the boost '^x' is no number above 0 and up to 1000"
    """
    message, remedy = FAULTS[code]
    shown = {"value": query[start:end], **words}
    filled = {name: harmless(_short(word)) for name, word in shown.items()}
    return QueryError(
        code, query, start, end - start, message.format(**filled), remedy.format(**filled)
    )


def pointed(query: str, position: int, length: int) -> list[str]:
    """Two lines for a terminal: the query around the place, and carets under it.

    The first is at most 80 columns wide; characters that would move the cursor are shown as a dot.

    >>> pointed("date:2008-02-30", 5, 10)
    ['  date:2008-02-30', '       ^^^^^^^^^^']
    """
    shown = harmless(query)
    if not shown.strip():
        return []
    room = _WIDTH - min(_BEFORE, _columns(shown[:position]))
    after = _fitting(shown[position:], room)
    before = _fitting(shown[:position][::-1], _WIDTH - _columns(after))[::-1]
    left = _CUT if len(before) < position else ""
    right = _CUT if position + len(after) < len(shown) else ""
    marked = max(1, _columns(after[:length]))
    blank = _MARGIN + " " * _columns(left + before)
    return [f"{_MARGIN}{left}{before}{after}{right}", blank + "^" * marked]


def harmless(text: str) -> str:
    """The text with a blank for each white space, a dot for all else that is not printable.

    >>> harmless("a\\tb\\x1b[2J")
    'a b·[2J'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "·" for c in text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + _CUT


def _fitting(text: str, columns: int) -> str:
    """As much of the text's start as these columns hold."""
    if len(text) <= columns and text.isascii():
        return text
    used = 0
    for place, character in enumerate(text[: columns * 4]):
        used += _columns(character)
        if used > columns:
            return text[:place]
    return text[: columns * 4]


def _columns(text: str) -> int:
    """The width of the text on a terminal."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # only a fault needs them

    wide = sum(east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(category(c) in ("Mn", "Me") for c in text)
