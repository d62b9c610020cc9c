"""The number and the portion mark at the head of a paragraph, which are no part of its text.

A snippet begins behind them, and somebody who searches a number is shown it in the text. Only where
a number or a mark stands nowhere else is it what was found, and shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.analysis import terms

from .highlight import Found
from .snippet_text import Piece, Text

_LONGEST: Final = 40  # characters of a number with its portion mark
_BEHIND_NUMBER: Final = " \t\n\u00a0.,:;-)"
_FIRST: Final = 4  # words of a paragraph: the number is one of them


@dataclass(frozen=True, slots=True)
class _Head:
    """Where in a body a paragraph's number begins, what is behind it begins, and its text does."""

    number: int
    behind: int
    text: int


def lowest(text: Text, piece: Piece, place: int) -> int:
    """Where a snippet may begin whose first match stands here: in a paragraph, with its text;
    elsewhere, as in the head of a telegram, which is no running text, with the line."""
    if piece.paragraph:
        head = _head(text.body, piece)
        starts = (head.text, head.behind, head.number, piece.start)
        return next(start for start in starts if start <= place)
    if text.is_numbered:
        return max(piece.start, text.body.rfind("\n", piece.start, place) + 1)
    return piece.start


def without_numbers(text: Text, found: Sequence[Found]) -> Sequence[Found]:
    """The matches without those of paragraphs' numbers, but where a leaf has no other."""
    numbers = {one for one in found if _is_number(text, one.first)}
    if not numbers:
        return found
    elsewhere = {one.leaf for one in found if one not in numbers}
    return [one for one in found if one not in numbers or one.leaf not in elsewhere]


def _is_number(text: Text, position: int) -> bool:
    """Whether the word at this position is the number of a paragraph."""
    if not text.words[position].isdecimal():
        return False
    piece, first = text.piece_at(position)
    if not piece.paragraph or position - first >= _FIRST:
        return False
    number = _head(text.body, piece).number
    return position - first == len(terms(text.body[piece.start : number]))


def _head(body: str, piece: Piece) -> _Head:
    """The head of a paragraph; where it cannot be told, all of it is text."""
    start, paragraph = piece.start, piece.paragraph
    printed = paragraph.raw_number if paragraph else ""
    number = body.find(printed, start, start + _LONGEST) if printed else -1
    if number < 0:
        return _Head(piece.end, start, start)
    behind = number + len(printed)
    while behind < piece.end and body[behind] in _BEHIND_NUMBER:
        behind += 1
    text = _first_word(body, behind, paragraph.text if paragraph else "")
    return _Head(number, behind, text if text < piece.end else behind)


def _first_word(body: str, place: int, text: str) -> int:
    """Where the first word of a text, all of it, stands shortly behind a place; else the place."""
    for word in text.split(maxsplit=1)[:1]:
        end = place + _LONGEST + len(word)
        found = body.find(word, place, end)
        while found >= 0 and body[found + len(word) : found + len(word) + 1].strip():
            found = body.find(word, found + 1, end)
        return max(found, place)
    return place
