"""The number of a cable: any way of writing it to the one canonical id, ``08STATE120153``."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .misprints import mended
from .posts import LETTERS_FOR_DIGITS, canonical_post, known_post, post_of_year, posts, unaccented

_LONGEST: Final = 120
_FIRST_YEAR: Final = 1966
_LAST_YEAR: Final = 2010

_PLAIN: Final = re.compile(r"(\d\d)\s?([A-Z]{3,20})\s?(\d{1,7})")
# SECTION 01 OF 02, with the slips that occur in ids: SECTON, SECTIO, 01GF02, 0F. SECTO is a post.
_COUNT: Final = r"(?:[0-9O]{1,2}|ONE|TWO|THREE|FOUR|FIVE|SIX)"
_SECTION: Final = re.compile(
    r"(?!SECTO[^A-Z])(?:S[ECTION]{3,8}S?|ECTION|SECT?)[\s_]*+(?:"
    rf"{_COUNT}[\s_]*+(?:[O0GQ][FGR]|F|[/-])[\s_]*+{_COUNT}|[0-9O]{{4}}(?=[A-Z]))"
)
# Where one of its numbers is lost, the post must follow.
_SECTION_LEFT: Final = re.compile(
    r"(?:SECTIONS?|SECTON|SECITON|SECTIO|SECTIN|SETION|SCTION|ECTION)[\s_]*+"
    r"(?:[0-9O]{1,2}[\s_]*+(?:OF)?|OF[\s_]*+[0-9O]{1,2})?[\s_]*+(?=[A-Z]{3})"
)
_YEAR: Final = re.compile(
    r"[^A-Z0-9]*+(?:((?:19|20)\d\d)\1?|(\d\d)\2?|)(?=[^0-9]|[0158][A-Z]{2})"
)
_POST_AND_SERIAL: Final = re.compile(
    r"[^A-Z0-9]*+([0158]?[A-Z](?:[A-Z\s.'/_-]*[A-Z])?)[^A-Z0-9]{0,3}"
    r"(?:((?:19|20)\d\d|0\d|10|[6-9]\d)(?:[\s_'-]|/(?!(?:19|20)\d\d(?!\d)))(?=\d{3}))?"
    r"(\d{1,12})(.{0,24})"
)
_SERIAL_FIRST: Final = re.compile(
    r"[^A-Z0-9]*+(?:((?:19|20)?\d\d)[^A-Z0-9]++)?(\d{3,12})[^A-Z0-9]{1,3}([A-Z][A-Z\s.'-]{1,40})"
)
_YEAR_BEHIND: Final = re.compile(
    r"\s*+(?:(?:[(\[]|OF\s)\s*+'?|/\s*+'?|'|,\s*+(?=\d{4}\Z))((?:19|20)?\d\d)[)\]]?(?![0-9])"
)
_BEFORE_YEAR: Final = re.compile(
    r"\A\W{0,3}(?:EFTO|AMEMBASSY|AMCONSUL|NOFORN|SIPDIS|EXDIS|NODIS|LIMDIS|UNCLAS|CONFIDENTIAL|SECRET"
    r"|CABLE|REFTEL|REF)\W{0,3}(?=\d\d(?:\d\d)?[\W_]?[A-Z])"
)
_ANOTHER: Final = re.compile(r"[A-Z]{3,20}[0-9]")
_THOUSANDS: Final = re.compile(r"(?<![\d,])([1-9]\d{0,2}),(\d{3})(?=\s{0,3}(?:\Z|[(\[.]))")
_FILE: Final = re.compile(r"(?:[^/]*+/)++(\d\d[^/]{4,60}\.[A-Z]{3,4})")
_DOCUMENT: Final = re.compile(r"\s*+(frus\d{4}[\w-]*+/d\d++[a-z]?)\s*+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CableId:
    """The parts of an id; ``CableId(0, "", 0)`` where there is none."""

    year: int
    post: str
    serial: int


_NO_ID: Final = CableId(0, "", 0)


def canonical_id(text: str, year: int | None = None) -> str:
    """The canonical id of a cable's number in any style, '' if the text is none.

    ``year`` (of four digits) is that of a number which has none of its own. The id of a document
    of Foreign Relations of the United States, such as ``frus1969-76v01/d12``, is its own.

    >>> canonical_id("2008STATE120153_a"), canonical_id("'08 SECSTATE 00012")
    ('08STATE120153', '08STATE12')
    >>> canonical_id("AMEMBASSY PARIS 10", year=1974), canonical_id("PARIS 10")
    ('74PARIS10', '')
    >>> canonical_id("08DÜSSELDORF1"), canonical_id("10 STATE 1,234")
    ('08DUSSELDORF1', '10STATE1234')
    >>> canonical_id("08SECTION01OF02NOWHERE12"), canonical_id("08SECTION12")
    ('08NOWHERE12', '')
    """
    return _canonical(text[:_LONGEST], year or 0)


def split_id(id: str) -> CableId:  # noqa: A002 - the field's own name
    """The parts of a cable's number in any style that has a year; nothing of any other id.

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
    post = number.rstrip("0123456789")
    serial = int(number[len(post) :] or 0)
    return tuple(make_id(year, post, serial) for year in range(_FIRST_YEAR, _LAST_YEAR + 1))


def make_id(year: int, post: str, serial: int) -> str:
    """The id of these parts, the post being canonical; '' where one of them is none.

    >>> make_id(2008, "STATE", 12), make_id(0, "STATE", 12), make_id(2008, "STATE", 0)
    ('08STATE12', '', '')
    """
    return _joined(year, post_of_year(post, year), serial)


def _joined(year: int, post: str, serial: int) -> str:
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not serial or len(post) < 2:
        return ""
    return f"{year % 100:02}{post}{serial}"


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
    if document := _DOCUMENT.fullmatch(text):
        return document[1].lower()
    plain = _PLAIN.fullmatch(text)
    if plain and plain[2] in posts():
        make = _joined if text.isalnum() else make_id  # a page's own number has its post's own name
        return make(full_year(plain[1]), plain[2], int(plain[3]))
    parts = _read(unaccented(text.upper()))
    return make_id(parts.year or year, parts.post, parts.serial)


def _read(capitals: str) -> CableId:
    number = mended(_SECTION_LEFT.sub(" ", _SECTION.sub(" ", capitals)))
    number = _THOUSANDS.sub(r"\1\2", _BEFORE_YEAR.sub("", number))
    if file := _FILE.fullmatch(number):
        number = file[1]
    parts = _parts(number)
    return _serial_first(number) if parts == _NO_ID else parts


def _parts(number: str) -> CableId:
    """Year, post and serial in this order, or the year behind one of the others."""
    own = _YEAR.match(number)
    found = own and _POST_AND_SERIAL.match(number, own.end())
    if not own or not found:
        return _NO_ID
    name, inner, digits, behind = found.groups()
    serial, behind = _parted(digits, behind)
    year = full_year(own[1] or own[2] or "")
    if inner and year not in (0, full_year(inner)):
        serial = inner
    if name[0].isdecimal():  # 0TTAWA, behind a year
        name = known_post(LETTERS_FOR_DIGITS[name[0]] + name[1:])
    post = canonical_post(name)
    return CableId(year or full_year(inner or "") or _year_behind(behind), post, int(serial))


def _serial_first(number: str) -> CableId:
    """``00123 PARIS``, where the post is a known one."""
    found = _SERIAL_FIRST.fullmatch(number)
    if not found:
        return _NO_ID
    return CableId(full_year(found[1] or ""), known_post(found[3]), int(found[2]))


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
    if not canonical or canonical.startswith("frus"):
        return _NO_ID
    post = canonical[2:].rstrip("0123456789")
    return CableId(full_year(canonical[:2]), post, int(canonical[2 + len(post) :]))
