"""Patterns as tantivy's regular expressions, which match whole terms in linear time."""

import re
from typing import Final

from indexer.analysis import fold

from ..patterns import Alike, Pattern, Regular, Wild

_META: Final = re.compile(r"[\\.+*?()|\[\]{}^$#&~-]")
_PLAIN: Final = re.compile(r"(?:[^\W_]|[.,:()|*+?{}]|\[\^?+[^\W_](?:-?[^\W_])*+\])*+")
_WILD: Final = {"*": ".*", "?": "."}


def regex(pattern: str | Pattern) -> str | None:
    """The regular expression that matches what a literal word or a pattern does; None where there
    is none.

    >>> regex(Wild("a.b*?")), regex("a.b"), regex(Alike("ab", 1))
    ('a\\\\.b.*.', 'a\\\\.b', None)
    """
    match pattern:
        case str():
            return escaped(pattern)
        case Wild(text):
            return "".join(_WILD.get(letter) or escaped(letter) for letter in text)
        case Regular(text):
            return _regular(text)
        case Alike():
            return None


def escaped(text: str) -> str:
    """The text as a regular expression that matches nothing else."""
    return _META.sub(r"\\\g<0>", text)


def _regular(text: str) -> str | None:
    """Only what means the same everywhere, which most patterns do; the rest is not translated."""
    if not _PLAIN.fullmatch(text):
        return None
    return "".join(fold(letter) or letter for letter in text)
