"""One leaf of a query from its text: a phrase, a pattern, a range, or a word and what ends it."""

import re
from typing import Final

from . import tree
from .errors import fault
from .lexer import (
    BOOST,
    BRACKETS,
    FIELD,
    FUZZY,
    QUOTES,
    commas,
    marks,
    quoted,
    regex_end,
    text_commas,
    unescaped,
    word_end,
)
from .pieces import Piece, Read, Scope
from .regexes import check_regex
from .scopes import scope_of

_SLOP: Final = re.compile(r'~([^\s()"\u201c\u201d^,]*+)')
_COMPARISON: Final = re.compile(r"[<>]=?")
_ESCAPED_SLASH: Final = re.compile(r"\\(?:(/)|(.))")
_RANGE_IN_TEXT: Final = re.compile(r"[\w/-]+\.\.[\w/-]+")
_RANGE_OF_NUMBERS: Final = re.compile(r"\d[\d/-]*\.\.\d[\d/-]*")
_MOST_SLOP: Final = 99
_BESIDE_STAR: Final = 2


def read_leaf(query: str, start: int, scope: Scope) -> Piece:
    """The leaf that starts here, up to a boost, a comma that parts values, or its end.

    Errors: any :class:`QueryError` of a leaf's own.
    """
    first = query[start]
    if first in QUOTES:
        return _phrase(query, start)
    if first == "=":
        return _exact(query, start, scope)
    if first == "/" and regex_end(query, start) > start:
        return _regex(query, start)
    if first in "[{":
        return _brackets(query, start, scope)
    if first in "<>" and scope.name:
        return _comparison(query, start, scope)
    return _word(query, start, scope)


def searchable(leaf: Read) -> bool:
    """Whether there is anything to look for.

    >>> searchable(tree.Word("&")), searchable(tree.Word("AT&T"))
    (False, True)
    """
    if isinstance(leaf, tree.Word | tree.Exact | tree.Phrase | tree.Fuzzy):
        return any(map(str.isalnum, leaf.text))
    return not isinstance(leaf, tree.Wildcard) or any(map(str.isalnum, leaf.pattern))


def _phrase(query: str, start: int) -> Piece:
    text, end = quoted(query, start)
    room = _SLOP.match(query, end)
    if not room:
        return Piece(tree.Phrase(text), query, start, end)
    if not _is_slop(room[1]):
        raise fault("bad-slop", query, end, room.end())
    return Piece(tree.Phrase(text, int(room[1])), query, start, room.end())


def _is_slop(digits: str) -> bool:
    return digits.isascii() and digits.isdecimal() and len(digits) < 4 and int(digits) <= _MOST_SLOP


def _exact(query: str, start: int, scope: Scope) -> Piece:
    behind = query[start + 1 : start + 2]
    if behind and behind in QUOTES:
        text, end = quoted(query, start + 1)
        if query.startswith("~", end):
            raise fault("bad-slop", query, end, word_end(query, end))
        return Piece(tree.Exact(text), query, start, end)
    field = FIELD.match(query, start + 1)
    if behind == "(" or (field and scope_of(field[1])):
        raise fault("misplaced-equals", query, start, start + 1)
    return _plain(query, start, start + 1, _item_end(query, start + 1, scope))


def _regex(query: str, start: int) -> Piece:
    end = regex_end(query, start)
    check_regex(query, start + 1, end - 1)
    pattern = _ESCAPED_SLASH.sub(lambda pair: pair[1] or pair[0], query[start + 1 : end - 1])
    return Piece(tree.Regex(pattern), query, start, end)


def _brackets(query: str, start: int, scope: Scope) -> Piece:
    found = BRACKETS.match(query, start)
    if not found:
        if scope.ranged:
            end = word_end(query, start)
            raise fault("bad-range", query, start, max(end, start + 1), name=scope.name)
        return _word(query, start, scope)
    low, high = _end(found[1] or found[2] or ""), _end(found[3] or found[4] or "")
    end = found.end()
    includes_low = query[start] == "[" or not low
    includes_high = query[end - 1] == "]" or not high
    return Piece(tree.Range(low, high, includes_low, includes_high), query, start, end)


def _end(value: str) -> str:
    """One end of a range; a star is an open one."""
    return "" if value == "*" else value


def _comparison(query: str, start: int, scope: Scope) -> Piece:
    """``>2008``, ``<=3``, or a word that only looks like it."""
    sign = _COMPARISON.match(query, start)
    value_start = sign.end() if sign else start
    if query[value_start : value_start + 1] in QUOTES:
        value, end = quoted(query, value_start)
    else:
        end = _item_end(query, value_start, scope)
        end = _boosted(query, value_start, end)
        value = unescaped(query[value_start:end])
    if not any(map(str.isalnum, value)):
        if scope.ranged:
            raise fault("bad-range", query, start, max(end, value_start), name=scope.name)
        return Piece(tree.Word(query[start:end]), query, start, end)
    inclusive = query[value_start - 1] == "="
    if query[start] == ">":
        return Piece(tree.Range(value, "", includes_low=inclusive), query, start, end)
    return Piece(tree.Range("", value, includes_high=inclusive), query, start, end)


def _word(query: str, start: int, scope: Scope) -> Piece:
    end = _item_end(query, start, scope)
    raw = query[start:end]
    if ".." in raw:
        stop = _boosted(query, start, end)
        marks_ = marks(query[start:stop])
        if is_range(marks_, scope):
            return _dots(query, start, stop, marks_, scope)
    return _plain(query, start, start, end)


def is_range(marks_: str, scope: Scope) -> bool:
    """Whether a word with these marks is a range, or would be if the field had any."""
    if scope.ranged:
        return ".." in marks_
    looks = _RANGE_IN_TEXT if scope.name else _RANGE_OF_NUMBERS
    return bool(looks.fullmatch(marks_))


def _dots(query: str, start: int, end: int, marks_: str, scope: Scope) -> Piece:
    middle = start + marks_.index("..")
    low, high = _end(query[start:middle]), _end(query[middle + 2 : end])
    if start == middle and middle + 2 == end:
        raise fault("bad-range", query, start, end, name=scope.name)
    return Piece(tree.Range(unescaped(low), unescaped(high)), query, start, end)


def _item_end(query: str, start: int, scope: Scope) -> int:
    """The end of a word; in a field, of the first of the values that commas part."""
    end = word_end(query, start)
    if not scope.name or "," not in query[start:end]:
        return end
    marks_ = marks(query[start:end])
    parted = text_commas(marks_, query[end : end + 1]) if scope.textual else commas(marks_)
    return next((start + comma for comma in parted), end)


def _boosted(query: str, start: int, end: int) -> int:
    """Where the boost at the end of a word begins: the word's end if there is none."""
    raw = query[start:end]
    found = BOOST.search(marks(raw)) if "^" in raw else None
    if not found:
        return end
    before = marks(raw)[: found.start()]
    if BOOST.search(before) or (not before and any(map(str.isdigit, raw))):
        raise fault("bad-boost", query, start, end)
    return start + found.start() if before else end


def _plain(query: str, start: int, text_start: int, text_end: int) -> Piece:
    """A word with a wildcard, a distance, or neither; ``=`` may stand before it."""
    end = _boosted(query, text_start, text_end)
    raw = query[text_start:end]
    marks_ = marks(raw)
    distance = FUZZY.search(marks_) if "~" in marks_ else None
    leaf: Read
    if distance:
        leaf = _fuzzy(query, text_start, text_start + distance.start(), end)
    elif "*" in marks_ or "?" in marks_:
        leaf = _wildcard(query, text_start, end, marks_)
    elif start < text_start and end > text_start:
        leaf = tree.Exact(" ".join(unescaped(raw).split()))
    else:
        leaf = tree.Word(unescaped(raw))
    return Piece(leaf, query, start, end)


def _fuzzy(query: str, start: int, middle: int, end: int) -> tree.Fuzzy:
    raw, digits = query[start:middle], query[middle + 1 : end]
    marks_ = marks(raw)
    if digits not in ("", "1", "2") or "*" in marks_ or "?" in marks_:
        raise fault("bad-fuzzy", query, middle, end)
    return tree.Fuzzy(unescaped(raw), int(digits or 1))


def _wildcard(query: str, start: int, end: int, marks_: str) -> tree.Wildcard | tree.Everything:
    if marks_ == "*":
        return tree.Everything()
    pattern = unescaped(query[start:end])
    if pattern.count("*") + pattern.count("?") > marks_.count("*") + marks_.count("?"):
        raise fault("literal-star", query, start, end)
    if "*" in marks_ and sum(map(str.isalnum, pattern)) < _BESIDE_STAR:
        raise fault("star-alone", query, start, end)
    return tree.Wildcard(pattern)
