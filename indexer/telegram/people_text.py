"""The text of a Classified By line made ready for looking for names in it.

Signs that part names elsewhere are hidden where they are part of one, and words that were run
together are parted.
"""

import re
from typing import Final

from ..tags import country_names
from .given_names import is_given_name
from .titles import is_title

_COMMA, _OPEN, _CLOSE = "\x01", "\x02", "\x03"

_SUFFIX: Final = re.compile(r",\s*+(?=(?:Jr|JR|Sr|SR|I{2,3}|IV)\b)")
_DEGREE: Final = re.compile(r",?\s(?:Ph\.?\s?D|M\.?\s?D|Esq|ESQ|PH\.?D|MD|USN|USMC|USAF)\b\.?")
_NICKNAME: Final = re.compile(r"(?<=[A-Za-z.]) \(([\"']?[A-Z][A-Za-z]{1,14}[\"']?)\) (?=[A-Z])")
_GLUED_TITLE: Final = re.compile(
    r"\b(Ambassador|Counselor|Officer|Chief|Director|Consul|General|Secretary|Minister|DCM|CDA|POL)"
    r"(?=[A-Z][a-z])"
)
_SLASH: Final = re.compile(r"\b([A-Za-z]{1,20})/(?=([A-Z][A-Za-z-]{2,20})\s)")
_PLAIN: Final = re.compile(r"[A-Z][a-z]++(?:-[A-Z][A-Za-z]++)?|[A-Z]++")


def prepared(text: str) -> str:
    """The text with the signs inside names hidden, to be shown again by :func:`restored`.

    >>> prepared("DCM/John Roe, Jr.").split("/")
    ['DCM ', ' John Roe\\x01 Jr.']
    """
    if "," in text:
        text = _DEGREE.sub("", _SUFFIX.sub(_COMMA + " ", text))
    if "(" in text:
        text = _NICKNAME.sub(_hidden_brackets, text)
    if "/" in text:
        text = _SLASH.sub(_parted, text)
    return _GLUED_TITLE.sub(r"\1 ", text)


def restored(name: str) -> str:
    """The name with its signs as printed.

    >>> restored("John Roe\\x01 Jr.")
    'John Roe, Jr.'
    """
    return name.replace(_COMMA, ",").replace(_OPEN, "(").replace(_CLOSE, ")")


def _hidden_brackets(found: re.Match[str]) -> str:
    word = found[1].strip("\"'")
    return found[0] if is_title(word) else f" {_OPEN}{found[1]}{_CLOSE} "


def _parted(found: re.Match[str]) -> str:
    """DCM/Jane Doe is an office and a person, POL/Econ and NEA/Iraq are offices."""
    left, right = found[1], found[2]
    named = is_given_name(right) or (_PLAIN.fullmatch(right) and _may_be_name(right))
    return f"{left} / " if named or _may_be_name(left) else f"{left}/"


def _may_be_name(word: str) -> bool:
    """Is it a word with a capital, neither all in capitals, nor known as something else?"""
    if word.isupper() or not word[0].isupper():
        return False
    return not is_title(word) and word.upper() not in country_names()
