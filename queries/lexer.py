"""The marks of a query: where a word, a quotation, a pattern or an operator ends, and escapes.

Places are character offsets into the query. The *marks* of a piece of a query are the piece with
every escaped character blanked out, so that what is left is syntax; both are of one length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .errors import fault

QUOTES: Final = frozenset('"\u201c\u201d')

_RUN: Final = re.compile(r'(?:[^\s()"\u201c\u201d\\]++|\\.)*+', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_STRAIGHT: Final = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_CURLY: Final = re.compile(
    r"[\u201c\u201d]((?:[^\u201c\u201d\\]++|\\.)*+)[\u201c\u201d]", re.DOTALL
)
_QUOTED_ESCAPE: Final = re.compile(r'\\(["\u201c\u201d\\])')
_REGEX: Final = re.compile(r"/((?:[^/\\\s]++|\\\S)++)/(?=[\s),^]|$)")
_OPERATOR: Final = re.compile(
    r'(?:(AND|OR|NOT)|(NEAR|BEFORE)(?:/([0-9]+))?)(?=[\s()"\u201c\u201d]|$)'
)
_NUMBER: Final = re.compile(r"(?<!\w)\d{1,3}(?:,\d{3})+(?!\w)")
_NOTHING_BEHIND: Final = frozenset((",", "(", ")", ""))

_BLANK: Final = "\0"

FIELD: Final = re.compile(r"([^\W\d]++):(?=[^\s)^~])")
"""A name, a colon, and something behind it."""

BOOST: Final = re.compile(r"\^[-+.\d]*$")
FUZZY: Final = re.compile(r"(?<=.)~[.\d]*$", re.DOTALL)
"""What a word's marks may end with."""

BRACKETS: Final = re.compile(
    r'[\[{]\s*+(?:"([^"\\]*+)"|([^\s"\\\]}]++))\s++TO\s++(?:"([^"\\]*+)"|([^\s"\\\]}]++))\s*+[\]}]'
)
"""``[2008 TO 2010}``: the ends are groups 1 or 2, and 3 or 4."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that joins; ``distance`` is as written, '' for none."""

    name: str
    distance: str
    start: int
    end: int


def word_end(query: str, start: int) -> int:
    """The end of the word that starts here: the same place where none does.

    A word ends at white space, a quotation mark or a parenthesis, but parentheses that are
    balanced inside the word belong to it, as in ``1.4(b)``.

    >>> word_end("see 1.4(b),(d) now", 4), word_end("missile(test trial)", 0)
    (14, 7)
    """
    end = _run_end(query, start)
    while query.startswith("(", end) and _takes_parenthesis(query[start:end]):
        closed = _parenthesis_end(query, end)
        if closed == end:
            break
        end = _run_end(query, closed)
    return end


def marks(raw: str) -> str:
    """The piece with its escapes blanked out.

    >>> marks("a\\\\*b*") == "a" + 2 * _BLANK + "b*"
    True
    """
    return _ESCAPED.sub(2 * _BLANK, raw) if "\\" in raw else raw


def unescaped(raw: str) -> str:
    r"""The piece as it was meant.

    >>> unescaped(r"a\*b\\")
    'a*b\\'
    """
    return _ESCAPED.sub(r"\1", raw) if "\\" in raw else raw


def quoted(query: str, start: int) -> tuple[str, int]:
    """The text of the quotation that starts here, white space normalised, and its end.

    >>> quoted('"press  statement"~3', 0)
    ('press statement', 18)
    """
    found = (_STRAIGHT if query[start] == '"' else _CURLY).match(query, start)
    if not found:
        raise fault("unbalanced-quote", query, start, start + 1)
    text = _QUOTED_ESCAPE.sub(r"\1", found[1]) if "\\" in found[1] else found[1]
    return " ".join(text.split()), found.end()


def regex_end(query: str, start: int) -> int:
    """The end of the ``/pattern/`` that starts here: the same place where none does.

    >>> regex_end("/miss[iy]le/", 0), regex_end("/S/CT/", 0)
    (12, 0)
    """
    found = _REGEX.match(query, start)
    return found.end() if found else start


def operators(query: str, start: int) -> tuple[Operator, ...]:
    """The operator that stands here, or nothing.

    >>> operators("a NEAR/5 b", 2), operators("a near b", 2)
    ((Operator(name='NEAR', distance='5', start=2, end=8),), ())
    """
    found = _OPERATOR.match(query, start)
    if not found:
        return ()
    return (Operator(found[1] or found[2], found[3] or "", start, found.end()),)


def commas(marks_: str) -> Iterator[int]:
    """The places in a word's marks of the commas that are not inside parentheses.

    >>> list(commas("PREL,b(1,2),PARM"))
    [4, 11]
    """
    depth = 0
    for place, character in enumerate(marks_):
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        elif character == "," and not depth:
            yield place


def text_commas(marks_: str, follows: str) -> Iterator[int]:
    """Those of them that part values in a text: between two values, not inside a number.

    ``follows`` is the character behind the word, '' at the end of the query.

    >>> list(text_commas("2,500,missile,", " "))
    [5]
    """
    for place in commas(without_commas_in_numbers(marks_)):
        behind = marks_[place + 1 : place + 2] or follows
        if place and not is_nothing(behind):
            yield place


def without_commas_in_numbers(marks_: str) -> str:
    """The marks with zeros in place of numbers such as ``2,500``."""
    return _NUMBER.sub(lambda number: "0" * len(number[0]), marks_)


def is_nothing(character: str) -> bool:
    """Whether no value can start with this character behind a comma."""
    return character in _NOTHING_BEHIND or character.isspace()


def _run_end(query: str, start: int) -> int:
    found = _RUN.match(query, start)
    return found.end() if found else start


def _takes_parenthesis(before: str) -> bool:
    return any(map(str.isalnum, before)) and not _OPERATOR.match(before)


def _parenthesis_end(query: str, start: int) -> int:
    """Behind the partner of this parenthesis, the same place if it is not in the same word."""
    depth, place = 1, start + 1
    while depth:
        place = _run_end(query, place)
        if not query.startswith(("(", ")"), place):
            return start
        depth += 1 if query[place] == "(" else -1
        place += 1
    return place
