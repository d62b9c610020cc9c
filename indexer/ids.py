"""The number of a cable: any way of writing it to the one canonical id, ``08STATE120153``."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .posts import canonical_post as canonical_post
from .posts import known_post

_LONGEST: Final = 120
_FIRST_YEAR: Final = 1966
_LAST_YEAR: Final = 2010

# SECTION 01 OF 02, with the slips that occur in ids: SECTON, SECTIO, 01GF02, 0F.
_SECTION: Final = re.compile(
    r"S[ECTION]{3,7}[\s_]*+[0-9O]{1,2}[\s_]*+[O0G]F[\s_]*+[0-9O]{1,2}"
)
_O_FOR_ZERO: Final = re.compile(r"(?<![A-Z])O(?=[0-9])|(?<=[0-9])O(?=[0-9]+(?:[^A-Z0-9]|$))")
_DIGIT_INSIDE: Final = re.compile(r"([A-Z]+)([15])([A-Z]+)(?=[0-9])")
_ZERO_FOR_O: Final = re.compile(r"(?<=[A-Z])0(?=[A-Z])")
_YEAR: Final = re.compile(
    r"[^A-Z0-9]*+(?:((?:19|20)\d\d)\1?|(\d\d)\2?|)(?=[^0-9]|[015][A-Z]{2})"
)
_POST_AND_SERIAL: Final = re.compile(
    r"[^A-Z0-9]*+([015]?[A-Z](?:[A-Z\s.'/_-]*[A-Z])?)[^A-Z0-9]{0,3}(\d{1,12})(.{0,12})"
)
_YEAR_BEHIND: Final = re.compile(r"\s*+(?:\(\s*+'?|/\s*+'?|')((?:19|20)?\d\d)\)?(?![0-9])")
_ANOTHER: Final = re.compile(r"[A-Z]{3,20}[0-9]")


@dataclass(frozen=True, slots=True)
class CableId:
    """The parts of an id; ``CableId(0, "", 0)`` where there is none."""

    year: int
    post: str
    serial: int


def canonical_id(text: str, year: int | None = None) -> str:
    """The canonical id of a cable's number in any style, '' if the text is none.

    ``year`` (of four digits) is that of a number which has none of its own.

    >>> canonical_id("2008STATE120153_a"), canonical_id("'08 SECSTATE 00012")
    ('08STATE120153', '08STATE12')
    >>> canonical_id("AMEMBASSY PARIS 10", year=1974), canonical_id("PARIS 10")
    ('74PARIS10', '')
    >>> canonical_id("08SECTION01OF02NOWHERE12")
    '08NOWHERE12'
    """
    return _canonical(text[:_LONGEST], year or 0)


def split_id(id: str) -> CableId:  # noqa: A002 - the field's own name
    """The parts of a cable's number in any style that has a year.

    >>> split_id("08STATE120153")
    CableId(year=2008, post='STATE', serial=120153)
    >>> split_id("no number")
    CableId(year=0, post='', serial=0)
    """
    return _split(canonical_id(id))


def without_year(text: str) -> str:
    """Post and serial of a number that has no year, as they stand in a canonical id; else ''.

    >>> without_year("AMEMBASSY PARIS 0010"), without_year("08 PARIS 10"), without_year("PARIS")
    ('PARIS10', '', '')
    """
    return "" if canonical_id(text) else canonical_id(text, _LAST_YEAR)[2:]


def with_any_year(number: str) -> tuple[str, ...]:
    """The ids of every year that end with this post and serial, the earliest year first.

    >>> with_any_year("PARIS10")[0], with_any_year("PARIS10")[-1]
    ('66PARIS10', '10PARIS10')
    """
    return tuple(f"{year % 100:02}{number}" for year in range(_FIRST_YEAR, _LAST_YEAR + 1))


def full_year(digits: str) -> int:
    """The year that two or four digits mean in a cable's number, 0 if none.

    >>> full_year("66"), full_year("08"), full_year("1974"), full_year("11")
    (1966, 2008, 1974, 0)
    """
    if not digits.isdecimal() or len(digits) not in (2, 4):
        return 0
    year = int(digits)
    if len(digits) == 2:
        year += 1900 if year > _LAST_YEAR % 100 else 2000
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else 0


@lru_cache(maxsize=8192)
def _canonical(text: str, year: int) -> str:
    number = _mended(text.upper())
    own = _YEAR.match(number)
    if own is None:
        return ""
    found = _POST_AND_SERIAL.match(number, own.end())
    if found is None:
        return ""
    serial, behind = _parted(found[2], found[3])
    post = canonical_post(found[1])
    stated = full_year(own[1] or own[2] or "") or _year_behind(behind) or year
    if not _FIRST_YEAR <= stated <= _LAST_YEAR or not int(serial) or len(post) < 2:
        return ""
    return f"{stated % 100:02}{post}{int(serial)}"


def _mended(number: str) -> str:
    """The number without section text, and with O and 0 where they belong."""
    number = _SECTION.sub(" ", number)
    number = _ZERO_FOR_O.sub("O", _O_FOR_ZERO.sub("0", number))
    return _DIGIT_INSIDE.sub(_letter_inside, number)


def _letter_inside(found: re.Match[str]) -> str:
    """The post that has a letter where a 1 or a 5 is printed; what is printed if there is none."""
    return known_post(found[1] + {"1": "I", "5": "S"}[found[2]] + found[3]) or found[0]


def _parted(digits: str, behind: str) -> tuple[str, str]:
    """The serial, where another number with its year may be glued to it."""
    if len(digits) > 2 and _ANOTHER.match(behind) and full_year(digits[-2:]):
        return digits[:-2], ""
    return digits, behind


def _year_behind(behind: str) -> int:
    found = _YEAR_BEHIND.match(behind)
    return full_year(found[1]) if found else 0


@lru_cache(maxsize=8192)
def _split(canonical: str) -> CableId:
    if not canonical:
        return CableId(0, "", 0)
    post = canonical[2:].rstrip("0123456789")
    return CableId(full_year(canonical[:2]), post, int(canonical[2 + len(post) :]))
