"""The day of declassification as it is printed, misprints and all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..dates import MONTH, ORDERS, moment_of, month_of, year_of

# No order has a term of more than 50 years; a year of two digits may be a slip by a few.
_LONGEST_TERM: Final = 50
_NEAR_PAST: Final = 10

# A word may be glued to a number, but one letter or two are part of it: 2018TAGS, but not 201BX.
_NO_MORE: Final = r"(?!\d|[A-Za-z]{1,2}(?![A-Za-z]))"
_YEAR: Final = rf"(\d{{4}}{_NO_MORE}|(?:19|20)\s\d\d(?![A-Za-z\d])|\d\d(?![A-Za-z\d]))"
_MARK: Final = r"\s?[-/.\\]\s?"
_NUMBERS: Final = re.compile(
    rf"(?<![\d.])(?:(\d{{4}}){_MARK}(\d{{1,2}}){_MARK}(\d{{1,2}}){_NO_MORE}"
    rf"|(\d{{1,2}}){_MARK}(\d{{1,2}}){_MARK}{_YEAR})"
)
_EIGHT: Final = re.compile(rf"(?<!\d)(\d{{8}}){_NO_MORE}")
_DAY_MONTH: Final = re.compile(
    rf"(?<!\d)(\d\d?)[\s-]*+{MONTH}[\s,'-]*+{_YEAR}", re.IGNORECASE
)
_MONTH_DAY: Final = re.compile(
    rf"(?<![A-Z]){MONTH}[\s-]*+(\d\d?)(?:\s*+,\s*+|\s++)'?{_YEAR}", re.IGNORECASE
)
# Letters among digits, alone between the marks of a date, or beside a digit that a month touches.
_LETTERS: Final = re.compile(
    r"(?<![A-Za-z\d])(?=[OoIl]{0,7}\d)[\dOoIl]{1,8}(?![A-Za-z\d])"
    r"|(?<![A-Za-z\d])[OoIl]{1,2}(?=/[\dOoIl])|(?<=\d/)[OoIl]{1,2}(?![A-Za-z\d])"
    r"|(?<![A-Za-z])[Oo](?=[\d/])|(?<=\d)[OoIl]{1,3}(?=[\d/ ]|\Z)"
)
_DIGITS: Final = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date as printed: its year has two or four digits, and it may be no day."""

    text: str
    year: str
    month: int
    day: int


def declass_date(text: str, order: str = "", created: str = "") -> str:
    """The first date in a text, read as the day of declassification; '' if there is none.

    ``order`` is the number of the executive order, ``created`` an ISO date: a year of two digits
    is the first one since then that ends so, or one of the ten before; else it is no year. The
    month comes first, but where only the day can. Letters for digits are read as these.

    >>> declass_date("09/08/2013"), declass_date("2018/11/12"), declass_date("2O181112")
    ('2013-09-08', '2018-11-12', '2018-11-12')
    >>> declass_date("9/8/17", order="12958"), declass_date("1/5/86", order="12065")
    ('2017-09-08', '1986-01-05')
    >>> declass_date("02/30/2018"), declass_date("1/5/8"), declass_date("1/5/68", order="12958")
    ('', '', '')
    """
    since = max(ORDERS.get(order, 0), year_of(created)) or ORDERS["11652"]
    for found in _candidates(with_digits(text[:400])):
        year = int(found.year)
        year = _since(year, since) if len(found.year) < 4 else year
        return moment_of(str(year), str(found.month), str(found.day), None, None)
    return ""


def printed_date(text: str) -> str:
    """The first part of a text that has the form of a date, be it a day or none.

    >>> printed_date("DECL: 02/30/2018"), printed_date("ON 31 FEB 18"), printed_date("1/5/8")
    ('02/30/2018', '31 FEB 18', '')
    """
    return next((found.text for found in _candidates(text)), "")


def with_digits(text: str) -> str:
    """A text with the digits for which an O, an I or an l was printed in a date.

    >>> with_digits("ll/O5/2OO8"), with_digits("l4 NOV 20I8"), with_digits("OADR, NATO I")
    ('11/05/2008', '14 NOV 2018', 'OADR, NATO I')
    """
    return _LETTERS.sub(lambda found: found[0].translate(_DIGITS), text)


def _since(two_digits: int, first: int) -> int:
    """The first year from ``first`` on that ends so, or one shortly before; 0 for no such year."""
    year = first + (two_digits - first) % 100
    if year <= first + _LONGEST_TERM:
        return year
    return year - 100 if first - (year - 100) <= _NEAR_PAST else 0


def _candidates(text: str) -> Iterator[_Printed]:
    """What has the form of a date."""
    if found := _NUMBERS.search(text):
        year, month, day = found[1] or found[6], found[2] or found[4], found[3] or found[5]
        yield _of_numbers(found[0], "".join(year.split()), int(month), int(day))
    if found := _EIGHT.search(text):
        yield _of_eight(found[1])
    if found := _DAY_MONTH.search(text):
        yield _Printed(found[0], "".join(found[3].split()), int(month_of(found[2])), int(found[1]))
    if found := _MONTH_DAY.search(text):
        yield _Printed(found[0], "".join(found[3].split()), int(month_of(found[1])), int(found[2]))


def _of_numbers(text: str, year: str, month: int, day: int) -> _Printed:
    if month > 12 >= day:
        month, day = day, month
    return _Printed(text, year, month, day)


def _of_eight(digits: str) -> _Printed:
    if digits[:2] in ("19", "20"):
        return _Printed(digits, digits[:4], int(digits[4:6]), int(digits[6:]))
    return _Printed(digits, digits[4:], int(digits[:2]), int(digits[2:4]))
