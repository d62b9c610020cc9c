"""Runs of words that may be a person's name: how full they are, and what of them is printed."""

import re
from collections.abc import Sequence
from typing import Final

from ..posts import spellings
from ..tags import country_names
from .given_names import is_given_name
from .people_text import restored
from .titles import is_unspoken

_LONGEST: Final = 4

_PLACE_WORDS: Final = frozenset(
    (
        "of", "to", "at", "in", "office", "post", "prt", "embassy", "amembassy", "consulate",
        "amconsul", "mission", "usmission", "ipao", "eprt",
    )
)  # fmt: skip
_ENDS: Final = " \t.,;:-'\"\u2019*#_/"
_ENDS_BUT_DOTS: Final = _ENDS.replace(".", "")
_DOTTED: Final = re.compile(r"(?:\b(?:[JS]r|[JS]R)|[\s.][A-Z])\.\Z")
_MARKS: Final = "\"'\u201c\x02"


def place_length(words: Sequence[str], place: int) -> int:
    """How many words from here on name the place where an embassy or an ambassador is.

    >>> place_length("Embassy San Salvador DCM".split(), 1), place_length(["DCM", "Paris"], 1)
    (2, 0)
    """
    if not place or words[place - 1].lower().strip(_ENDS) not in _PLACE_WORDS:
        return 0
    return _place_at(words, place)


def _place_at(words: Sequence[str], place: int) -> int:
    for length in (3, 2, 1):
        if place + length <= len(words) and is_place(words[place : place + length]):
            return length
    return 0


def is_place(words: Sequence[str]) -> bool:
    """Do these words name a post or a country, and nothing else?

    >>> is_place(["New", "Delhi"]), is_place(["Jane", "Paris"])
    (True, False)
    """
    name = " ".join(words).strip(_ENDS).upper()
    return name in spellings() or name in country_names()


def is_full(name: Sequence[str]) -> bool:
    """Two words at least, one of which is more than an initial.

    >>> is_full(["J.", "Doe"]), is_full(["Doe"]), is_full(["J.", "Q."])
    (True, False, False)
    """
    words = [word for word in name if word[:1].isalpha() or word[:1] in _MARKS]
    return len(words) > 1 and is_surname(words)


def is_surname(name: Sequence[str]) -> bool:
    """Is one of the words, with a capital, more than an initial?"""
    return any(len(word.strip(_ENDS)) > 1 and word.strip(_ENDS)[:1].isupper() for word in name)


def opens_like_a_name(name: Sequence[str]) -> bool:
    """Is the first word a common given name or an initial?

    >>> opens_like_a_name(["Jane", "Doe"]), opens_like_a_name(["Fossil", "Fuels"])
    (True, False)
    """
    return is_given_name(name[0]) or any(len(word.strip(_ENDS)) == 1 for word in name[:2])


def without_place(name: Sequence[str]) -> Sequence[str]:
    """The name without the post or the country that stands before it as part of a title.

    >>> without_place(["Kirkuk", "Jane", "Doe"]), without_place(["Victoria", "Jane", "Doe"])
    (['Jane', 'Doe'], ['Victoria', 'Jane', 'Doe'])
    """
    if len(name) > 2 and not is_given_name(name[0]) and len(name[1].strip(".")) > 1:
        length = _place_at(name, 0)
        if length and is_full(name[length:]):
            return name[length:]
    return name


def printed(name: Sequence[str]) -> str:
    """The name as printed, spaced normally, without words of a title that is not known.

    >>> printed(["PMCC", "JANE", "DOE"]), printed(["John", "Roe\\x01", "Jr."])
    ('JANE DOE', 'John Roe, Jr.')
    """
    words = list(name)
    if len(words) > 2 and is_unspoken(words[0]) and is_full(words[1:]):
        words = words[1:]
    capitalised = [place for place, word in enumerate(words) if word[:1].isupper()]
    if len(capitalised) > _LONGEST:
        words = words[_first_of_name(words, capitalised) :]
    text = restored(" ".join(words)).strip(_ENDS_BUT_DOTS).lstrip(".")
    return text if not text.endswith(".") or _DOTTED.search(text) else text.rstrip(_ENDS)


def _first_of_name(words: Sequence[str], capitalised: Sequence[int]) -> int:
    """Where a name begins behind words of an unknown title: with a given name, before an initial,
    or else near the end."""
    for place in capitalised[:-1]:
        if is_given_name(words[place]):
            return place
    for place in capitalised[1:]:
        if len(words[place].strip(".")) == 1:
            return place - 1
    return capitalised[-2]
