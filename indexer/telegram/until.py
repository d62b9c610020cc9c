"""Until when a telegram is classified: the day, or the words in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..tags import kind_of
from .declass_date import declass_date, printed_date, with_digits

_YEARS: Final = range(1950, 2111)
_LONGEST: Final = 300

_DECL: Final = re.compile(
    r"\b(?:(?:DECL(?:AS(?:SIF(?:Y|IED|ICATION)|S|IFY)?|A|I|L)?|DEC\sL|D\sE\sC\sL|DCEL|DEVL|ECL|DECK"
    r"|DEL(?=\s?:)|DEC(?=\s?:))\.?(?:\s+(?:ON|DATE|BY)\b)?\s*+[:;.,-]*+\s*+)++",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"\d{1,4}\s?[-/]\s?\d{1,2}\s?[-/]\s?\d{1,4}[A-Za-z\d]{0,4}")
# Numbers and their marks alone: a day without its year, or less.
_FRAGMENT: Final = re.compile(r"(?=[^\d]{0,20}\d)(?=[\d\s_.]{0,20}[-/\\])[-/\\\d\s_.]{2,20}")
_NOT_APPLICABLE: Final = re.compile(
    r"\(?N\s?[/.\\]?\s?A\b\.?\)?|NOT APPLICABLE|NONE", re.IGNORECASE
)
_END: Final = re.compile(
    r"\n|TAGS?\b|SUBJ|REASON|(?<![A-Z])CLASSIFIED|DERIVED|\(?1\.[45]\s?\(|\s{4,}|\s?\([A-Z][A-Z'-]+,"
    r"|\bOR-[A-Z]\b|\s\bE\.?O\.?\s?1\d{4}",
    re.IGNORECASE,
)
# The next line goes on where this one ends so.
_HANGING: Final = re.compile(
    r"((?:\b(?:OF|THE|AND|OR|ON|TO|FOR|UPON|AFTER|KOREAN)|[,/-])[ \t]*+)\n[ \t]*+(?!TAGS|SUBJ)",
    re.IGNORECASE,
)

# What a slip of the hand made of a date: each with what is meant.
_SLIPS: Final = (
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.I), ""),
    (re.compile(r"//+"), "/"),
    (re.compile(r"\b(\d\d)(\d\d)/(\d{4})\b"), r"\1/\2/\3"),
    (re.compile(r"\b(\d\d)/(\d\d)(\d{4})\b"), r"\1/\2/\3"),
    (re.compile(r"\b(\d{1,2})\s(\d{1,2})\s((?:19|20)\d\d)\b"), r"\1/\2/\3"),
    (re.compile(r"\bFEB[A-Z]{4,7}\b", re.I), "FEBRUARY"),
    (re.compile(r"\b([A-Z]{3,9})[/-](\d\d?)[/-](\d{4})\b", re.I), r"\1 \2, \3"),
    (re.compile(r"(?<=\d)/(?=[A-Z]{3})|(?<=[A-Z]{3})[/-](?=\d)", re.I), " "),
    (re.compile(r"\b((?:19|20)\d\d)[\s/-]([A-Z]{3,9})[\s/-](\d\d?)\b", re.I), r"\3 \2 \1"),
)


@dataclass(frozen=True, slots=True)
class Until:
    """An ISO date, or words in capitals, '' if there is neither; and what is doubtful about it."""

    value: str = ""
    doubts: tuple[str, ...] = ()


_NOTHING: Final = Until()


def has_label(text: str) -> bool:
    """Does a text say DECL, in any spelling?"""
    return _DECL.search(text) is not None


# Lines repeat from cable to cable.
@lru_cache(maxsize=4096)
def read_until(text: str, order: str = "", year: str = "") -> Until:
    """What stands behind DECL, or else at the beginning of a text behind the order's number.

    ``year`` is the cable's, four digits, if known: a year of two digits is the first one since
    then, or since the order, that ends so.

    >>> read_until(": DECL: 02/14/2018"), read_until("DECL: after  unification\\nTAGS: PREL")
    (Until(value='2018-02-14', doubts=()), Until(value='AFTER UNIFICATION', doubts=()))
    >>> read_until(": DECL: 02/30/2018"), read_until(": GDS 1/5/86 (DOE, JANE) OR-P", "12065")
    (Until(value='', doubts=('02/30/2018 is no date',)), Until(value='1986-01-05', doubts=()))
    """
    phrase = _phrase(text)
    return _read(phrase, order, year) if phrase else _NOTHING


def _phrase(text: str) -> str:
    if found := _DECL.search(text):
        text = text[found.end() :]
    text = text[:_LONGEST].lstrip(" \t\n\xa0:;.,-")
    if "\n" in text:
        text = _HANGING.sub(r"\1 ", text)
    if found := _END.search(text):
        text = text[: found.start()]
    return text.strip(" \t:;,-")


def _read(phrase: str, order: str, year: str) -> Until:
    date, mended = _date(phrase, order, year)
    if date:
        days = tuple(f"{day} is read as a day first" for day in _day_first(mended))
        return Until(date, days)
    if printed := _no_date(phrase) or _no_date(mended):
        return Until("", (f"{printed} is no date",))
    return Until("" if _are_tags(phrase) else _words(phrase))


def _date(phrase: str, order: str, year: str) -> tuple[str, str]:
    """The date, '' if there is none that may be meant, and the text that it was read in."""
    if not any(map(str.isdecimal, phrase)):
        return "", phrase
    phrase = with_digits(phrase)
    date = declass_date(phrase, order, year)
    if not date:
        for slip, meant in _SLIPS:
            phrase = slip.sub(meant, phrase)
        date = declass_date(phrase, order, year)
    return (date if date and int(date[:4]) in _YEARS else ""), phrase


def _no_date(phrase: str) -> str:
    """What is printed in the place and in the form of a date, or of a part of one."""
    if printed := printed_date(phrase):
        return printed
    found = _DATE.search(phrase) or _FRAGMENT.fullmatch(phrase)
    return found[0] if found else ""


def _day_first(phrase: str) -> Iterator[str]:
    """The date, where its first number can be no month."""
    found = _DATE.search(phrase)
    numbers = [int(number) for number in re.findall(r"\d+", found[0])] if found else []
    if found and 12 < numbers[0] < 32 and len(numbers) == 3:
        yield found[0]


def _are_tags(phrase: str) -> bool:
    """Whether codes of the TAGS line alone stand there, for which an order was printed."""
    kinds = [kind_of(word) for word in phrase.replace(",", " ").split()]
    return "subject" in kinds and all(kinds)


def _words(phrase: str) -> str:
    if _NOT_APPLICABLE.match(phrase):
        return "N/A"
    words = " ".join(phrase.upper().split())
    return words if words.count(".") > 1 else words.rstrip(".")
