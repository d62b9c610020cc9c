"""Partial dates of a query: from the way people write them to ISO form, and to days."""

import re
from datetime import date
from typing import Final

from .tree import Range

_NUMBERS: Final = re.compile(r"(\d{4})(?:[-/ ](\d{1,2})(?:[-/ ](\d{1,2}))?)?", re.ASCII)
_NAMES: Final = re.compile(r"(?:(\d{1,2})[-/ ])?([a-z]{3,9})\.?[-/ ](\d{4})", re.ASCII)
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def partial_date(text: str) -> str:
    """The ISO form of a year, a month or a day, '' if the text is none of these.

    >>> partial_date("2008"), partial_date("nov-2008"), partial_date("12 November 2008")
    ('2008', '2008-11', '2008-11-12')
    >>> partial_date("2008/11/2"), partial_date("2008-02-30"), partial_date("OADR")
    ('2008-11-02', '', '')
    """
    found = _NUMBERS.fullmatch(text)
    if found:
        return _iso(*found.groups(default=""))
    named = _NAMES.fullmatch(text.lower())
    month = _month(named[2]) if named else ""
    return _iso(named[3], month, named[1] or "") if named and month else ""


def first_day(iso: str) -> int:
    """The ordinal of the first day of a partial date in ISO form.

    >>> date.fromordinal(first_day("2008-11")).isoformat()
    '2008-11-01'
    """
    year, month, day = _numbers(iso)
    return date(year, month or 1, day or 1).toordinal()


def last_day(iso: str) -> int:
    """The ordinal of the last day of a partial date in ISO form.

    >>> [date.fromordinal(last_day(iso)).isoformat() for iso in ("2008-02", "2008")]
    ['2008-02-29', '2008-12-31']
    """
    year, month, day = _numbers(iso)
    if day:
        return date(year, month, day).toordinal()
    if not month or month == 12:
        return date(year, 12, 31).toordinal()
    return date(year, month + 1, 1).toordinal() - 1


def days(asked: Range) -> tuple[int, int]:
    """The ordinals of the first and the last day of a range of partial dates.

    An open end is the first or the last day that there is. The first is above the last where the
    range holds no day.

    >>> days(Range("2008-11", "2009-02", includes_low=False)) == (
    ...     date(2008, 12, 1).toordinal(), date(2009, 2, 28).toordinal())
    True
    """
    low, high = date.min.toordinal(), date.max.toordinal()
    if asked.low:
        low = first_day(asked.low) if asked.includes_low else last_day(asked.low) + 1
    if asked.high:
        high = last_day(asked.high) if asked.includes_high else first_day(asked.high) - 1
    return low, high


def _month(name: str) -> str:
    """The number of a month from its name or the first three letters of it, '' for no month."""
    short = "sep" if name == "sept" else name
    numbers = (str(n) for n, month in enumerate(_MONTHS, 1) if short in (month, month[:3]))
    return next(numbers, "")


def _iso(year: str, month: str, day: str) -> str:
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return ""
    return whole if day else whole[:7] if month else whole[:4]


def _numbers(iso: str) -> tuple[int, int, int]:
    return int(iso[:4]), int(iso[5:7] or 0), int(iso[8:10] or 0)
