"""What the attributes of a document say, as facts; the overview's columns have the same names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ..cable import Problem
from ..dates import table_time
from ..ids import canonical_id
from ..telegram.marking_line import leading_caveats
from .aad_attributes import one_line
from .aad_number import whole_number
from .base import Fact
from .central_files import behind_order_label, caveats_of, release_day, restrictions
from .printed import level

_PLACEHOLDERS: Final = ("1960-01-01", "1994-01-01")
_MESSAGE_ID: Final = re.compile(r"(?:19)?\d\d ?[A-Z][A-Z .'/-]{2,20}\d{1,6}(?:_[a-z])?")
_ITEMS: Final = re.compile(r"[,;|]")
_PLAIN: Final = (("sender", "From"), ("tags", "TAGS"), ("subject", "Subject"),
                 ("references", "Reference"))


def read_facts(values: Mapping[str, str], senders: Iterable[str]) -> dict[str, Fact]:
    """The facts by field, for each key that says something.

    ``values`` are those of attributes or of a row; ``senders`` is what the telegram calls its post.

    >>> facts = read_facts({"Document Number": "1974NOWHER05091", "From": "NOWHERE"}, [])
    >>> facts["id"].value, facts["sender"].value
    ('1974NOWHERE05091', 'NOWHERE')
    """
    facts = dict(_plain(values))
    facts["id"] = _id(values, senders)
    facts["created"] = Fact(draft_date(values), "key Draft Date")
    facts["released"] = _released(values)
    facts["classification"] = _classification(_level(values))
    facts["caveats"] = Fact(caveats_of(_level(values), _restrictions(values)),
                            "key Original Handling Restrictions")
    facts["to"] = Fact("\n".join(_addressees(values.get("To", ""))), "key To")
    facts["order"] = Fact(behind_order_label(one_line(values.get("Executive Order", ""))),
                          "key Executive Order")
    return {field: fact for field, fact in facts.items() if fact.value}


def draft_date(values: Mapping[str, str]) -> str:
    """The day of the draft, ISO; '' for none, and for the days that stand for none.

    >>> draft_date({"Draft Date": "12 SEP 1974"}), draft_date({"Draft Date": "01 JAN 1994"})
    ('1974-09-12', '')
    """
    return _day(values.get("Draft Date", ""))


def fact_problems(values: Mapping[str, str]) -> Iterator[Problem]:
    """The values that cannot be read, under the names of their fields."""
    for field, key in (("created", "Draft Date"), ("released", "Review Release Date")):
        if (value := values.get(key)) and not table_time(one_line(value)):
            yield Problem("", field, f"{key} {one_line(value)!r} is no date")
    for words in _strange_caveats(values):
        yield Problem("", "caveats", f"Original Handling Restrictions {words!r} is no known caveat")


def _plain(values: Mapping[str, str]) -> Iterator[tuple[str, Fact]]:
    for field, key in _PLAIN:
        if key in values:
            yield field, Fact(one_line(values[key]), f"key {key}")


def _id(values: Mapping[str, str], senders: Iterable[str]) -> Fact:
    """The Document Number; a Message ID only where it is a number of that kind."""
    number, key = one_line(values.get("Document Number", "")), "key Document Number"
    other = one_line(values.get("Message ID", ""))
    if not canonical_id(number, 1974) and _MESSAGE_ID.fullmatch(other):
        number, key = other, "key Message ID"
    value, doubt = whole_number(number, [values.get("From", ""), *senders])
    return Fact(value, key, doubt, found=number)


def _released(values: Mapping[str, str]) -> Fact:
    """The day of the review's release, else that of the stamp ``Declassified/Released``."""
    if day := _day(values.get("Review Release Date", "")):
        return Fact(day, "key Review Release Date")
    for key in ("Markings", "Review Markings"):
        if day := release_day(values.get(key, "")):
            return Fact(day, f"key {key}")
    return Fact("", "")


def _day(value: str) -> str:
    time = table_time(one_line(value))
    return "" if time.startswith(_PLACEHOLDERS) else time


def _level(values: Mapping[str, str]) -> str:
    return one_line(values.get("Original Classification", ""))


def _classification(printed: str) -> Fact:
    return Fact(level(printed).classification or printed, "key Original Classification")


def _strange_caveats(values: Mapping[str, str]) -> Iterator[str]:
    for item in _restrictions(values):
        caveats, rest = leading_caveats(item)
        if rest := rest if caveats else item:
            yield rest


def _restrictions(values: Mapping[str, str]) -> list[str]:
    return restrictions(values.get("Original Handling Restrictions", ""))


def _addressees(value: str) -> list[str]:
    """One addressee a line: a list has separators, or else a line for each."""
    items = _ITEMS.split(one_line(value)) if _ITEMS.search(value) else value.split("\n")
    return [item.strip() for item in items if item.strip()]
