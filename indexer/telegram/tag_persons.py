"""The persons of a TAGS line, who stand in brackets behind a code, or bare behind OVIP."""

import re
from typing import Final

from ..cable import Tag
from ..tags import kind_of, suggestion
from .tag_items import Segment, code_of

# Visitors, biographies, travel, also of Congress, visas, help to citizens: what persons are filed
# under.
_CODES: Final = frozenset(("OVIP", "PINR", "OTRA", "OREP", "CVIS", "CASC", "CPAS"))
_LONGEST_SURNAME: Final = 3
_LONGEST_GIVEN: Final = 2
_NAME: Final = re.compile(r"[A-Z](?:[A-Z'\u2019-]{0,24}[A-Z])?\.?\)?", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"\s?;\s?|\s(?:AND|&)\s", re.IGNORECASE)
_DELEGATION: Final = re.compile(r"\A(?:CO|STAFF|NO)DEL\s(?=\w)", re.IGNORECASE)
_COMMA: Final = re.compile(r"\s?,\s?")


def names_persons(code: str) -> bool:
    """Whether persons stand behind a code.

    >>> names_persons("OVIP"), names_persons("PREL")
    (True, False)
    """
    return code in _CODES


def person(name: str) -> Tag:
    """The tag of a person, who may be named for a delegation that travels with him.

    >>> person("Doe,Jane").code, person("CODEL DOE").code
    ('DOE, JANE', 'DOE')
    """
    return Tag(_COMMA.sub(", ", _DELEGATION.sub("", name)).upper(), "person", name)


def persons_in(bracket: str) -> tuple[Tag, ...]:
    """The persons in a bracket that has names.

    >>> [one.code for one in persons_in("DOE, JANE; ROE, JOHN")]
    ['DOE, JANE', 'ROE, JOHN']
    """
    return tuple(person(name) for name in _SEVERAL.split(bracket) if any(map(str.isalpha, name)))


def name_length(words: tuple[str, ...]) -> int:
    """How many words at the end may be a surname: no codes, but for those of organisations.

    >>> name_length(("PREL", "OVIP", "VAN", "DOE")), name_length(("PREL",))
    (2, 0)
    """
    length = 0
    while length < len(words) and _is_name(words[-1 - length], ("", "organisation")):
        length += 1
    return length


def bare_person(surname: tuple[str, ...], following: Segment) -> tuple[str, int]:
    """A person without brackets, ``DOE, JANE Q.``, and how many words of it are behind the comma.

    Two misspelt codes look the same, but each is near a code; so is one behind an organisation.

    >>> bare_person(("DOE",), Segment(("JANE", "PREL"))), bare_person(("PRLE",), Segment(("PGVO",)))
    (('DOE, JANE', 1), ('', 0))
    """
    given = following.words[:_LONGEST_GIVEN]
    while given and not all(map(_is_name, given)):
        given = given[:-1]
    if len(given) > 1 and len(given[1].rstrip(".")) > 1 and len(following.words) > len(given):
        given = given[:1]
    if not given or len(surname) > _LONGEST_SURNAME:
        return "", 0
    last = code_of(surname[-1])
    if suggestion(code_of(given[0])) and (kind_of(last) or suggestion(last)):
        return "", 0
    return f"{' '.join(surname)}, {' '.join(given)}".rstrip(")"), len(given)


def _is_name(word: str, kinds: tuple[str, ...] = ("",)) -> bool:
    return _NAME.fullmatch(word) is not None and kind_of(code_of(word)) in kinds
