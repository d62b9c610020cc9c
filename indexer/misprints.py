"""Letters printed for digits, and digits for letters, in the numbers of cables."""

import re
from functools import cache
from typing import Final

from .posts import LETTERS_FOR_DIGITS, known_post, spellings

_O_FOR_ZERO: Final = re.compile(r"(?<![A-Z])O[0-9O]{0,12}[0-9]|[0-9]O[0-9O]{0,12}+(?![A-Z])")
_L_FOR_ONE: Final = re.compile(r"(?<![A-Z])[LI](?=[0-9]{2})|(?<=[0-9])[LI](?=[0-9])")
_ZERO_FOR_O: Final = re.compile(r"(?<![0-9A-Z])0(?=[A-Z]{3})|(?<=[A-Z])0(?=[A-Z])")
_ZERO_BEHIND: Final = re.compile(r"(?<![A-Z])([A-Z]{2,20})0(?=[^A-Z0-9]{1,3}[0-9])")
_DIGIT_INSIDE: Final = re.compile(
    r"(?<![A-Z0-9])([A-Z]{0,20})([158])([A-Z]{1,20})(?=[^A-Z0-9]{0,3}[0-9])"
    r"|(?<=[0-9])([A-Z]{1,20})([158])([A-Z]{1,20})(?=[^A-Z0-9]{0,3}[0-9])"
)


def mended(number: str) -> str:
    """The number, in capitals, with digits where digits and letters where letters belong.

    Its length stays. A 1, 5 or 8 is a letter only where that makes the name of a known post.

    >>> mended("O8 PAR1S 12O"), mended("08 T0KY0 12"), mended("08TA1PEI12"), mended("G8 PARIS L23")
    ('08 PARIS 120', '08 TOKYO 12', '08TAIPEI12', 'G8 PARIS 123')
    >>> mended("08NOWHERE1AND2")
    '08NOWHERE1AND2'
    """
    if "0" in number:
        number = _ZERO_BEHIND.sub(_with_o, _ZERO_FOR_O.sub("O", number))
    number = _L_FOR_ONE.sub("1", _O_FOR_ZERO.sub(_zeros, number))
    return _DIGIT_INSIDE.sub(_with_letter, number)


def _zeros(digits: re.Match[str]) -> str:
    return digits[0].replace("O", "0")


def _with_o(found: re.Match[str]) -> str:
    """TOKY0, but not PARIS 0."""
    return found[1] + ("O" if f"{found[1]}O" in _last_words() else "0")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(spelling.split()[-1] for spelling in spellings())


def _with_letter(found: re.Match[str]) -> str:
    before, digit, behind = found.groups()[:3] if found[2] else found.groups()[3:]
    word = before + LETTERS_FOR_DIGITS[digit] + behind
    return word if known_post(word) else found[0]
