"""The words of plain English text in a few passes over the whole of it: what analysis.py finds one
word at a time, many times faster.

It does what the rules of analysis.py say or nothing at all: text with letters beyond ASCII, with
redactions or with a word of more than a line is left to them.
"""

import re
from typing import Final

_ASCII: Final = map(chr, range(128))
_BLANKS: Final = {
    ord(mark): " " for mark in _ASCII if not mark.isalnum()
}

# Each begins with the mark that it is about, so that all other text is skipped at the speed of a
# search for one character.
_POSSESSIVE: Final = re.compile(r"'s(?![a-z0-9_])(?<=[a-z0-9]'s)")  # canberra's
_INITIALS: Final = re.compile(r"\.(?=[a-z](?![a-z0-9_]))(?<=[a-z]\.)(?<![a-z0-9][a-z]\.)")  # u.s.
_THOUSANDS: Final = re.compile(  # 2,500
    r",(?=\d{3}(?![a-z0-9_]))(?<=\d,)(?:(?<![a-z0-9]\d,)|(?<![a-z0-9]\d\d,)(?<=\d\d,)"
    r"|(?<![a-z0-9]\d\d\d,)(?<=\d\d\d,))"
)
_LEADING_ZERO: Final = re.compile(r"0(?<![a-z0-9]0)\d++(?![a-z])")  # 051

# What the passes would get wrong, each undoing what another did: a redaction, and 's twice.
_LEFT_OUT: Final = ("xxxx", "'s'")
_STRETCH: Final = 64
_MARKS_THAT_PART: Final = "\u00b6\u2018\u201c\u201d\u2013\u2014\u2026\u2022\u00a7\u00a0"


def in_plain_marks(text: str) -> str:
    """The text with marks of typography as marks of a typewriter: its words are the same.

    >>> in_plain_marks("\u201cCanberra\u2019s\u201d")
    " Canberra's "
    """
    if text.isascii():
        return text
    for mark in _MARKS_THAT_PART:
        if mark in text:
            text = text.replace(mark, " ")
    return text.replace("\u2019", "'")


def spaced_plain(text: str) -> str | None:
    """The terms of a text with blanks around them, None where this is not the way to find them.

    >>> spaced_plain("Canberra's 051 exports, U.S.-EU: 2,500").split()
    ['canberra', '51', 'exports', 'us', 'eu', '2500']
    """
    if not text.isascii():
        return None
    words = text.lower()
    if any(mark in words for mark in _LEFT_OUT):
        return None
    words = _POSSESSIVE.sub(" ", words)
    words = _INITIALS.sub("", words)
    words = _THOUSANDS.sub("", words)
    words = _LEADING_ZERO.sub(_without_zeros, words)
    words = words.translate(_BLANKS)
    return None if _has_long_word(words) else words


def _without_zeros(number: re.Match[str]) -> str:
    return number[0].lstrip("0") or "0"


def _has_long_word(words: str) -> bool:
    """Whether a word may have twice as many letters as a stretch: it covers one of them."""
    stretches = (words[start : start + _STRETCH] for start in range(0, len(words), _STRETCH))
    return any(len(stretch) == _STRETCH and " " not in stretch for stretch in stretches)
