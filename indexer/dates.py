"""Dates and times as cables print them, to ISO form: ``2008-11-12T18:33Z`` and ``2008-11-12``.

Every function gives '' for what is no date; none raises.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1
    )
}
"""The number of each month by its first three letters."""

ORDERS: Final = {
    "10501": 1953, "10964": 1961, "11652": 1972, "12065": 1978, "12356": 1982, "12958": 1995,
    "13292": 2003, "13526": 2009,
}  # fmt: skip
"""The executive orders on classification, and the year from which each is named."""

MONTH: Final = (
    "(JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|[O0]CT(?:OBER)?|N[O0]V(?:EMBER)?|DEC(?:EMBER)?)(?![A-Z])\.?"
)
"""A regular expression, without case, for the name of a month as its one group."""

_CLOCK: Final = r"(?:[T,\s]\s*(\d{1,2}):(\d\d)(?::\d\d)?)?"
_ISO: Final = re.compile(rf"(\d{{4}})-(\d\d?)-(\d\d?){_CLOCK}")
_AMERICAN: Final = re.compile(rf"(\d\d?)/(\d\d?)/(\d{{4}}|\d\d)(?!\d){_CLOCK}")
_IN_WORDS: Final = re.compile(rf"(\d{{4}})\s+{MONTH}\s+(\d\d?){_CLOCK}", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(
    rf"(\d\d?)[\s-]*+{MONTH}[\s,-]*+(\d{{4}})(?!\d)"
    r"(?:[,\s]\s*+(\d\d?):(\d\d)(?::\d\d)?(?:\s*+([AP])\.?M\b)?)?",
    re.IGNORECASE,
)
_UNIX: Final = re.compile(
    rf"(?:[A-Z]{{3}},?\s+)?{MONTH}\s+(\d\d?)\s+(\d\d):(\d\d):\d\d\s+(?:([+-]\d\d)(\d\d)|[A-Z]+)"
    r"\s+([12]\d{3})",
    re.IGNORECASE,
)

@dataclass(frozen=True, slots=True)
class Dated:
    """A time and what is doubtful about it, '' if nothing is."""

    time: str
    doubt: str = ""


def table_time(text: str) -> str:
    """The time, or the day alone, of a table's cell.

    >>> table_time("2008-11-12 18:33"), table_time("11/12/2008 18:33"), table_time("2008-11-12")
    ('2008-11-12T18:33Z', '2008-11-12T18:33Z', '2008-11-12')
    >>> table_time("1987 December 19, 20:12 (Saturday)")
    '1987-12-19T20:12Z'
    >>> table_time("Wed Nov 20 00:00:00 +0100 2002"), table_time("2008-13-01")
    ('2002-11-20', '')
    >>> table_time("12 SEP 1974"), table_time("12-Sep-1974 12:00:00 am")
    ('1974-09-12', '1974-09-12')
    """
    text = text.strip()[:100]
    if found := _ISO.match(text):
        return moment_of(found[1], found[2], found[3], found[4], found[5])
    if found := _AMERICAN.match(text):
        year = found[3] if len(found[3]) == 4 else str(recent_year(int(found[3])))
        return moment_of(year, found[1], found[2], found[4], found[5])
    if found := _IN_WORDS.match(text):
        return moment_of(found[1], month_of(found[2]), found[3], found[4], found[5])
    if found := _UNIX.match(text):
        return _unix_time(found)
    if found := _DAY_FIRST.match(text):
        return _day_first(found)
    return ""


def reconcile(table: str, group: str) -> Dated:
    """The time of creation, from a table's (ISO) and a date-time group's (ISO).

    The minutes of some publishers' tables are wrong: the group gives the time where it agrees
    with the table to the hour, or the table has no hour; else the table's is taken, as doubtful.

    >>> reconcile("2008-11-12T18:06Z", "2008-11-12T18:33Z")
    Dated(time='2008-11-12T18:33Z', doubt='')
    >>> reconcile("2008-11-12T06:33Z", "2008-11-12T18:33Z")
    Dated(time='2008-11-12T06:33Z', doubt='the date-time group says 2008-11-12T18:33Z')
    """
    if not table or not group:
        return Dated(table or group)
    if group.startswith(table[:13]):
        return Dated(group)
    return Dated(table, f"the date-time group says {group}")


def year_of(time: str) -> int:
    """The year of an ISO time, 0 for none.

    >>> year_of("2008-11-12T18:33Z"), year_of("")
    (2008, 0)
    """
    return int(time[:4]) if time[:4].isdecimal() else 0


def recent_year(two_digits: int) -> int:
    """The year: no cable is older than 1966, nor was any sent by telegram after 2065.

    >>> recent_year(74), recent_year(8)
    (1974, 2008)
    """
    return two_digits + (1900 if two_digits > 65 else 2000)


def month_of(name: str) -> str:
    """The number of a month by its name that :data:`MONTH` matches.

    >>> month_of("Nov"), month_of("0CTOBER")
    ('11', '10')
    """
    return str(MONTHS[name[:3].upper().replace("0", "O")])


def moment_of(year: str, month: str, day: str, hour: str | None, minute: str | None) -> str:
    """ISO for these digits, the day alone where there is no hour; '' for a time that is none.

    >>> moment_of("2008", "11", "12", "18", "33"), moment_of("2008", "11", "31", None, None)
    ('2008-11-12T18:33Z', '')
    """
    if hour is None or minute is None:
        return _day(int(year), int(month), int(day))
    try:
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute), tzinfo=UTC)
    except ValueError:
        return ""
    return moment.isoformat()[:16] + "Z"


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _unix_time(found: re.Match[str]) -> str:
    """The time in UTC; midnight of some zone stands for the day alone."""
    month, day, hour, minute, hours, minutes, year = found.groups("0")
    if hour == minute == "00":
        return moment_of(year, month_of(month), day, None, None)
    moment = moment_of(year, month_of(month), day, hour, minute)
    if not moment:
        return ""
    west = hours.startswith("-")
    ahead = timedelta(hours=int(hours), minutes=-int(minutes) if west else int(minutes))
    return (datetime.fromisoformat(moment) - ahead).isoformat()[:16] + "Z"


def _day_first(found: re.Match[str]) -> str:
    """The time on a clock of 12 or 24 hours; midnight stands for the day alone."""
    day, month, year, hour, minute, half = found.groups("")
    if half:
        hour = str(int(hour) % 12 + (12 if half in "Pp" else 0))
    if not int(hour or 0) and not int(minute or 0):
        return moment_of(year, month_of(month), day, None, None)
    return moment_of(year, month_of(month), day, hour, minute)
