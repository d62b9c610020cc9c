"""A regular expression of a query as other libraries write it, each with the same meaning.

The pattern is one that :func:`queries.regexes.check_regex` has let through; there the meaning is
told. Nothing here runs a pattern.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from typing import Final

from .regexes import CLASS, ITEM, folded


class Over(Enum):
    """What a pattern must match the whole of: a word, which is letters and digits alone, or a
    folded value, which may hold anything but a line break."""

    WORD = "word"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class _Sign:
    """A part of a pattern that all libraries write in the same way."""

    text: str


@dataclass(frozen=True, slots=True)
class _OneOf:
    """One character of these ranges, of the letters and digits of every script where
    ``alphanumeric``, or any other one where ``negated``."""

    ranges: tuple[tuple[str, str], ...]
    alphanumeric: bool
    negated: bool


_Piece = str | _Sign | _OneOf
"""A part of a pattern; a text is one character of it as words have it."""

_PIECE: Final = re.compile(
    rf"\\(?P<escaped>.)|(?P<set>{CLASS.pattern})|(?P<sign>\(\?:|\{{[0-9,]++\}}|[().|*+?])|.",
    re.DOTALL,
)
_REMEMBERED: Final = 64
_WILD: Final = {"*": ".*", "?": "."}
_REPEATS: Final = frozenset("*+?{")
_NEVER: Final = r"\x{0}"  # no word has this character
_DIGITS: Final = (("0", "9"),)
_SETS: Final = {
    "d": _OneOf(_DIGITS, alphanumeric=False, negated=False),
    "D": _OneOf(_DIGITS, alphanumeric=False, negated=True),
    "w": _OneOf((), alphanumeric=True, negated=False),
    "W": _OneOf((), alphanumeric=True, negated=True),
}


@lru_cache(_REMEMBERED)
def linear_regex(pattern: str, over: Over) -> str:
    """The pattern for RE2 and for Rust's regex crate, tantivy's too: of the whole text, without
    anchors.

    >>> linear_regex(r"S\\w+\\.[É-f\\d]", Over.VALUE), linear_regex(r"S\\w+", Over.WORD)
    ('s[\\\\p{L}\\\\p{N}]+\\\\x{2E}[e-f0-9]', 's.+')
    """
    return _written(pattern, linear_character, partial(_linear_set, over))


def linear_character(character: str) -> str:
    """A character itself in :func:`linear_regex`.

    >>> linear_character("é"), linear_character("*")
    ('é', '\\\\x{2A}')
    """
    return character if character.isalnum() else f"\\x{{{ord(character):X}}}"


def linear_wildcard(wildcard: str) -> str:
    """A wildcard, in which ``*`` is any run of characters and ``?`` is one, as
    :func:`linear_regex` writes a pattern.

    >>> linear_wildcard("a.b*?")
    'a\\\\x{2E}b.*.'
    """
    return "".join(_WILD.get(letter) or linear_character(letter) for letter in wildcard)


def python_regex(pattern: str) -> str:
    """The pattern for Python's ``re``, which can take long: for small texts alone.

    >>> python_regex(r"S\\w+\\.[É-f\\d]")
    's(?:[^\\\\W_])+\\\\.(?:[e-f0-9])'
    """
    return _written(pattern, re.escape, _python_set)


def fixed_start(pattern: str) -> str:
    """What every match begins with, as far as it is plain.

    >>> fixed_start("Miss[iy]le"), fixed_start("mis{2}"), fixed_start("a|b")
    ('miss', 'mi', '')
    """
    start: list[str] = []
    pieces = list(_pieces(pattern))
    for piece in pieces:
        if isinstance(piece, _Sign) and piece.text[0] in _REPEATS:
            del start[-1:]
        if not isinstance(piece, str):
            break
        start.append(piece)
    return "" if _has_alternatives(pieces) else "".join(start)


def _has_alternatives(pieces: list[_Piece]) -> bool:
    """Whether there are any outside of groups."""
    depth = 0
    for piece in pieces:
        if isinstance(piece, _Sign):
            depth += (piece.text == "(?:") - (piece.text == ")")
            if piece.text == "|" and not depth:
                return True
    return False


def _pieces(pattern: str) -> Iterator[_Piece]:
    for found in _PIECE.finditer(pattern):
        if found["set"]:
            yield _set(found["set"])
        elif found["sign"]:
            yield _Sign("(?:" if found[0] == "(" else found[0])
        elif found["escaped"] in _SETS:
            yield _SETS[found["escaped"]]
        elif letters := folded(found[0][-1]):
            yield letters


def _set(text: str) -> _OneOf:
    ranges: list[tuple[str, str]] = []
    alphanumeric = False
    for item in ITEM.finditer(text.removeprefix("[").removeprefix("^")[:-1]):
        alphanumeric |= item[0] == r"\w"
        if item[0] == r"\d":
            ranges += _DIGITS
        elif item[0] != r"\w" and folded(item[1][-1]):
            ranges.append((folded(item[1][-1]), folded((item[2] or item[1])[-1])))
    return _OneOf(tuple(ranges), alphanumeric, negated=text.startswith("[^"))


def _written(
    pattern: str, character: Callable[[str], str], one_of: Callable[[_OneOf], str]
) -> str:
    written: list[str] = []
    for piece in _pieces(pattern):
        match piece:
            case _Sign(text):
                written.append(text)
            case _OneOf():
                written.append(one_of(piece))
            case _:
                letters = "".join(map(character, piece))
                written.append(f"(?:{letters})" if len(piece) > 1 else letters)
    return "".join(written)


def _linear_set(over: Over, one_of: _OneOf) -> str:
    if over is Over.WORD and one_of.alphanumeric:
        # Small, where the letters of every script would be too many states for tantivy.
        return _NEVER if one_of.negated else "."
    letters = r"\p{L}\p{N}" if one_of.alphanumeric else ""
    return f"[{'^' * one_of.negated}{_ranges(one_of, linear_character)}{letters}]"


def _python_set(one_of: _OneOf) -> str:
    sets = [f"[{_ranges(one_of, re.escape)}]"] if one_of.ranges else []
    sets += [r"[^\W_]"] * one_of.alphanumeric
    any_of = f"(?:{'|'.join(sets)})"
    return f"(?:(?!{any_of}).)" if one_of.negated else any_of


def _ranges(one_of: _OneOf, character: Callable[[str], str]) -> str:
    return "".join(
        character(low) if low == high else f"{character(low)}-{character(high)}"
        for low, high in one_of.ranges
    )
