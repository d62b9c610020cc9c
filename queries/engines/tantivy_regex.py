"""Patterns as tantivy's regular expressions, which match whole terms in linear time."""

from typing import Final

from ..patterns import Alike, Pattern, Regular, Wild
from ..regular import linear_character, linear_regex

_WILD: Final = {"*": ".*", "?": "."}


def regex(pattern: str | Pattern) -> str | None:
    """The regular expression that matches what a literal word or a pattern does; None where there
    is none.

    >>> regex(Wild("a.b*?")), regex("aéb"), regex(Alike("ab", 1))
    ('a\\\\x{2E}b.*.', 'aéb', None)
    """
    match pattern:
        case str():
            return "".join(map(linear_character, pattern))
        case Wild(text):
            return "".join(_WILD.get(letter) or linear_character(letter) for letter in text)
        case Regular(text, over):
            return linear_regex(text, over)
        case Alike():
            return None
