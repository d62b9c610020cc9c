"""The name of a person in words that also hold titles, offices and places."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..posts import known_post
from ..tags import country_names
from .titles import is_office, is_title, may_be_surname

_LONGEST: Final = 400
_LONGEST_NAME: Final = 4

_SUFFIX: Final = re.compile(r",\s*+(?=(?:Jr|JR|Sr|SR|I{2,3}|IV)\b)")
_SEGMENT: Final = re.compile(
    r"[,;:()\[\]|*]|\s[-\u2013\u2014]{1,3}\s?|-{2,}|(?<=[A-Za-z]{4})\.(?=\s|\Z)"
    r"|\b(?:and|AND|And)\b|\s&\s"
)
_KEPT_COMMA: Final = "\x01"
_PLACE_WORDS: Final = frozenset(
    (
        "of", "to", "at", "in", "office", "post", "prt", "embassy", "amembassy", "consulate",
        "amconsul", "mission", "usmission",
    )
)  # fmt: skip
_ENDS: Final = " \t.,;:-'\"\u2019*#_/"
_DOTTED: Final = re.compile(r"(?:\b(?:[JS]r|[JS]R)|[\s.][A-Z])\.\Z")


def find_person(text: str) -> str:
    """The first person's name, as printed, '' if there is none.

    >>> find_person("Acting Political Counselor Jane Q. Example, Embassy Paris")
    'Jane Q. Example'
    >>> find_person("JOHN DOE, JR., DCM"), find_person("DCM and CDA"), find_person("Amb. Roe")
    ('JOHN DOE, JR.', '', 'Roe')
    """
    text = _SUFFIX.sub(_KEPT_COMMA + " ", text[:_LONGEST])
    single = ""
    for segment in _SEGMENT.split(text):
        names = list(_names(segment.split()))
        full = [name for name in names if _is_full(name)]
        if full:
            return _printed(full[-1])
        single = single or next((_printed(name) for name in names if _is_surname(name)), "")
    return single


def _names(words: Sequence[str]) -> Iterator[list[str]]:
    """The runs of words that are no titles and no places behind titles."""
    shouted = not any(map(str.islower, "".join(words)))
    run: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        step = _place_name(words, place)
        title = is_title(word) or (not shouted and is_office(word))
        if (step or title) and not _is_last_name(words, place, run):
            if run:
                yield run
            run = []
        else:
            run.append(word)
        place += step or 1
    if run:
        yield run


def _is_last_name(words: Sequence[str], place: int, run: Sequence[str]) -> bool:
    """JANE WEST is a name, where nothing follows."""
    given = len(run) == 1 or (len(run) == 2 and len(run[1].strip(".")) == 1)
    return given and place == len(words) - 1 and may_be_surname(words[place])


def _place_name(words: Sequence[str], place: int) -> int:
    """How many words from here on name the place where an embassy or an ambassador is."""
    if not place or words[place - 1].lower().strip(_ENDS) not in _PLACE_WORDS:
        return 0
    for length in (3, 2, 1):
        name = " ".join(words[place : place + length]).strip(_ENDS).upper()
        if place + length <= len(words) and (known_post(name) or name in country_names()):
            return length
    return 0


def _is_full(name: Sequence[str]) -> bool:
    """Two words at least, one of which is more than an initial."""
    words = [word for word in name if word[:1].isalpha() or word[:1] in "\"'\u201c"]
    return len(words) > 1 and _is_surname(words)


def _is_surname(name: Sequence[str]) -> bool:
    return any(len(word.strip(_ENDS)) > 1 and word.strip(_ENDS)[:1].isupper() for word in name)


def _printed(name: Sequence[str]) -> str:
    words = list(name)
    if len(words) > 2 and words[0].upper() in country_names() and len(words[1]) > 2:
        words = words[1:]  # IRAQ WATCHER was a title
    capitalised = [place for place, word in enumerate(words) if word[:1].isupper()]
    if len(capitalised) > _LONGEST_NAME:
        words = words[_first_of_name(words, capitalised) :]
    text = " ".join(words).replace(_KEPT_COMMA, ",").lstrip(_ENDS)
    return text.rstrip(_ENDS.replace(".", "")) if _DOTTED.search(text) else text.rstrip(_ENDS)


def _first_of_name(words: Sequence[str], capitalised: Sequence[int]) -> int:
    """Where a name begins behind words of an unknown title: before an initial, or near the end."""
    for place in capitalised[1:]:
        if len(words[place].strip(".")) == 1:
            return place - 1
    return capitalised[-2]
