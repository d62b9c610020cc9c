"""Patterns as tantivy's regular expressions, which match whole terms in linear time."""

from dataclasses import dataclass
from typing import Final

from ..patterns import Alike, Pattern, Regular, Wild
from ..regular import linear_character, linear_regex

_WILD: Final = {"*": ".*", "?": "."}
_NEVER: Final = r"\x{0}"  # no term has this character


@dataclass(frozen=True, slots=True)
class OneOf:
    """Any of these terms."""

    terms: tuple[str, ...]


def regex(pattern: str | Pattern | OneOf) -> str | None:
    """The regular expression that matches what a literal word or a pattern does; None where there
    is none.

    >>> regex(Wild("a.b*?")), regex(OneOf(("aéb", "ab"))), regex(Alike("ab", 1))
    ('a\\\\x{2E}b.*.', 'aéb|ab', None)
    """
    match pattern:
        case str():
            return "".join(map(linear_character, pattern))
        case OneOf(terms):
            return "|".join("".join(map(linear_character, term)) for term in terms) or _NEVER
        case Wild(text):
            return "".join(_WILD.get(letter) or linear_character(letter) for letter in text)
        case Regular(text, over):
            return linear_regex(text, over)
        case Alike():
            return None
