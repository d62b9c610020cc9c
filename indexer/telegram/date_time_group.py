"""The date-time group of a telegram, ``O R 121833Z NOV 08``, with the precedences before it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..dates import MONTHS, moment_of, recent_year

_PLAIN: Final = re.compile(
    r"[ \t]*+((?:[ZOPRFY0][ \t]++){1,3}+)([0-9]{6})Z[ \t]++([A-Z]{3})[ \t]++([0-9]{2})(?![0-9])"
)
_ANY: Final = re.compile(
    r"(?<![A-Z0-9#])((?:[ZOPRFY]{1,2}[ \t]*+|[ZOPRFY0]{1,2}[ \t]++){0,4})"
    r"([0-9OILSB]{2}[ \t]?[0-9OILSB]{4})[ \t]?(Z?)[\s/-]*+([A-Z0]{3,9})(?![A-Z])[\s,.'/-]*+"
    r"((?:[12][0-9O]|)(?=[0-9OILSB]?[0-9])[0-9OILSB]{2})(?![0-9])",
    re.IGNORECASE,
)
_LETTER_FOR_DIGIT: Final = str.maketrans("OILSBoilsb", "0115801158")
_SHUFFLED: Final = {"".join(sorted(name)): name for name in MONTHS}


@dataclass(frozen=True, slots=True)
class DateTimeGroup:
    """A date-time group with the precedences before it.

    ``precedence`` holds letters with a blank between ("O R"); ``text`` is normal ("121833Z NOV
    08"); ``time`` is ISO, '' for a day that does not exist; ``text[start:end]`` of what was read
    is the group as printed, ``start`` -1 where there is none.
    """

    precedence: str = ""
    text: str = ""
    time: str = ""
    start: int = -1
    end: int = -1


def find_date_time_group(text: str) -> DateTimeGroup:
    """The first date-time group of a text, one with a precedence before any without.

    >>> group = find_date_time_group("ZNY CCCCC ZZH\\nO R 121833Z Nov 08 ZDK")
    >>> group.precedence, group.text, group.time
    ('O R', '121833Z NOV 08', '2008-11-12T18:33Z')
    """
    return _find_plain(text) or _find_any(text) or DateTimeGroup()


def _find_plain(text: str) -> DateTimeGroup | None:
    """The group that opens a line in the usual form, as nearly all do."""
    place = text.find("Z ")
    while place >= 0:
        if text[max(0, place - 6) : place].isdecimal():
            line = text.rfind("\n", 0, place) + 1
            if (found := _PLAIN.match(text, line)) and (month := MONTHS.get(found[3])):
                time = f"{found[2]}Z {found[3]} {found[4]}"
                return DateTimeGroup(
                    _letters(found[1]), time, _moment(found[2], month, found[4]),
                    found.start(1), found.end(),
                )  # fmt: skip
        place = text.find("Z ", place + 2)
    return None


def _find_any(text: str) -> DateTimeGroup | None:
    """The group however printed, anywhere in the text."""
    first: DateTimeGroup | None = None
    for found in _ANY.finditer(text):
        if group := _group(found):
            if group.precedence:
                return group
            first = first or group
    return first


def _group(found: re.Match[str]) -> DateTimeGroup | None:
    """The group that was found; without a Z it must have a precedence, and it must have a month."""
    letters, digits, zulu, name, year = found.groups()
    month = _month(name[:3] if zulu else name)
    if not month or not (zulu or letters) or sum(map(str.isdecimal, digits)) < 4:
        return None
    digits = "".join(digits.split()).translate(_LETTER_FOR_DIGIT)
    year = year.translate(_LETTER_FOR_DIGIT)
    text = f"{digits}Z {month} {year[-2:]}"
    time = _moment(digits, MONTHS[month], year)
    return DateTimeGroup(_letters(letters), text, time, found.start(), found.end())


def _month(name: str) -> str:
    """The month that a name means, two of its letters changed about or not: NOV, N0V, NVO."""
    short = name[:3].upper().replace("0", "O")
    return short if short in MONTHS else _SHUFFLED.get("".join(sorted(short)), "")


@lru_cache(maxsize=64)
def _letters(printed: str) -> str:
    """``PP`` is a P twice over, ``OR`` two precedences, a zero an O."""
    return " ".join(dict.fromkeys("".join(printed.upper().replace("0", "O").split())))


def _moment(digits: str, month: int, year: str) -> str:
    day, hour, minute = digits[:2], digits[2:4], digits[4:]
    date = _day(year, month, day)
    return f"{date}T{hour}:{minute}Z" if date and hour < "24" and minute < "60" else ""


@lru_cache(maxsize=4096)
def _day(year: str, month: int, day: str) -> str:
    full = int(year) if len(year) == 4 else recent_year(int(year))
    return moment_of(str(full), str(month), day, None, None)
