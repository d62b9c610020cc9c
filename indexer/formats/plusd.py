"""F3, the PlusD page: a table of keys and values, then the text, in which names are marked up.

History: the library was opened in April 2013 with the State Department's electronic cables of 1973
to 1976, which are those of the National Archives (form ``aad``), and with Cablegate; the cables of
1977 to 1979 followed, the last of them in November 2016. An id has a year of four digits, a serial
with zeros in front, and often a letter behind it. A time of 00:00 stands for a day of which no time
is known: the National Archives give the day of the draft alone. Of two classifications the original
one is the cable's, not that now in force. No key names the origin, nor the day of release but for
the archive's stamp in Markings.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from ..cable import Problem
from ..dates import table_time
from ..errors import Refused
from ..ids import canonical_id
from ..tags import kind_of
from ..telegram.marking_line import leading_caveats
from .base import Fact, Sheet, Sign
from .central_files import (
    behind_order_label,
    caveats_of,
    release_day,
    restrictions,
    without_marks,
)
from .decode import character_problems, decode
from .glued import part_at_number
from .plusd_parts import ID, TABLE, TEXT, Parts, id_places, is_cut_off, parts_of, shown
from .plusd_table import Table, read_table
from .printed import is_partial, level, value

NAME: Final = "plusd"
TITLE: Final = "a page of PlusD: HTML with a synopsis of keys and values, and a tagged text"

_SYNOPSIS, _TEXT = (
    re.compile(ID[name].pattern.encode(), re.IGNORECASE) for name in (TABLE, TEXT)
)
_CELL: Final = re.compile(
    rb"[\s\"']class\s{0,9}=\s{0,9}[\"']?[^\"'<>]{0,80}\bs_(?:key|val)\b", re.IGNORECASE
)

SIGNS: Final[tuple[Sign, ...]] = (
    Sign("an element with the id synopsis", _SYNOPSIS),
    Sign("cells of class s_key or s_val", _CELL),
    Sign("an element with the id tagged-text", _TEXT),
)

_KEYS: Final = frozenset(
    ("date", "canonical id", "original classification", "current classification",
     "handling restrictions", "previous handling restrictions", "character count",
     "executive order", "locator", "tags", "concepts", "enclosure", "type", "office origin",
     "office action", "from", "to", "markings", "archive status", "reference", "references")
)  # fmt: skip
_RESTRICTIONS: Final = ("previous handling restrictions", "handling restrictions")
_LONGEST_NONE: Final = 80
_MIDNIGHT: Final = "T00:00Z"
_NUMBER: Final = re.compile(r"\b(?:\d{4}|\d\d)[A-Z][A-Z0-9.'/-]{1,40}\d(?:_[a-z])?\b")


def recognises(data: bytes) -> bool:
    """Whether there is a synopsis of keys and values, or a tagged text.

    >>> recognises(b"<div id='tagged-text'>"), recognises(b"<table id=synopsis><td class='s_key'>")
    (True, True)
    >>> recognises(b"<table id='synopsis'>"), recognises(b"<a href='#tagged-text'>")
    (False, False)
    """
    if next(id_places(data, TEXT.encode(), _TEXT), None) is not None:
        return True
    place = next(id_places(data, TABLE.encode(), _SYNOPSIS), None)
    return place is not None and _CELL.search(data, place) is not None


def read(data: bytes, source: str) -> Sheet:
    """What stands on a page; it may have no text, or no key.

    :raises Refused: where it has neither.
    """
    page = decode(data)
    parts = parts_of(page)
    table = read_table(parts.table, _KEYS)
    facts = {name: fact for name, fact in _facts(table) if fact.value}
    text = _telegram(shown(parts.text))
    if not text and not facts:
        raise Refused("a page of PlusD, but neither a text nor a key with a value")
    if "id" not in facts and (number := _id_elsewhere(parts, source)):
        facts["id"] = number
    header, body = part_at_number(text, facts["id"].value if "id" in facts else "")
    problems = (*_problems(table, text), *character_problems(parts.table + parts.text))
    if is_cut_off(page):
        problems = (*problems, Problem("", "body", "the page is cut off"))
    return Sheet(header, body, facts, partial=is_partial(text), problems=problems)


def _telegram(text: str) -> str:
    """The text without what the archive put on it: its stamp, and the mark behind the end."""
    if len(text) < _LONGEST_NONE and not value(text):
        return ""
    return without_marks(text).lstrip()


def _facts(table: Table) -> Iterator[tuple[str, Fact]]:
    """What the keys say, by field."""
    printed = table.one("original classification")
    yield "id", _id(table)
    yield "created", Fact(table_time(table.one("date")).removesuffix(_MIDNIGHT), "key Date")
    yield "classification", Fact(level(printed).classification or printed,
                                 "key Original Classification")
    caveats = caveats_of(printed, (item for _, item in _restrictions(table)))
    yield "caveats", Fact(caveats, "key Handling Restrictions")
    yield "order", Fact(behind_order_label(table.one("executive order")), "key Executive Order")
    yield "tags", Fact(_tags(table), "key TAGS")
    yield "sender", Fact(" ".join(table.several("from")), "key From")
    yield "to", Fact("\n".join(_listed(table, "to")), "key To")
    yield "subject", Fact(table.subject, "first wide cell")
    yield "released", Fact(release_day(table.one("markings")), "key Markings")


def _id(table: Table) -> Fact:
    number = table.one("canonical id")
    return Fact(number if canonical_id(number) else "", "key Canonical ID")


def _id_elsewhere(parts: Parts, source: str) -> Fact | None:
    """The number in the file's name or in the page's title."""
    doubt = "the table has none: taken from "
    for place, text in (("the file's name", PurePath(source).stem), ("the title", parts.title)):
        found = _NUMBER.search(text)
        if found and canonical_id(found[0]):
            return Fact(found[0], place, doubt + place)
    return None


def _listed(table: Table, key: str) -> tuple[str, ...]:
    """The items of a key's value; one item alone may be a list with semicolons."""
    items = table.several(key)
    if len(items) != 1:
        return items
    return tuple(filter(None, map(value, items[0].split(";"))))


def _tags(table: Table) -> str:
    """The tags as on a telegram's line."""
    items = _listed(table, "tags")
    return ", ".join(map(_tag, items) if len(items) > 1 else items)


def _tag(item: str) -> str:
    """The code, of ``PFOR - Political Affairs``; a name in brackets, as a telegram prints it."""
    code = item.partition(" - ")[0].strip()
    is_name = "," in code and "(" not in code
    if is_name and not all(kind_of(part.strip().upper()) for part in code.split(",")):
        return f"({code})"
    return code


def _restrictions(table: Table) -> Iterator[tuple[str, str]]:
    """Each handling restriction with its key."""
    for key in _RESTRICTIONS:
        for item in restrictions(table.values.get(key, "")):
            yield key, item


def _problems(table: Table, text: str) -> Iterator[Problem]:
    """What could not be read, under the names of the fields."""
    date, number = table.one("date"), table.one("canonical id")
    if date and not table_time(date):
        yield Problem("", "created", f"{date!r} is no date")
    if number and not canonical_id(number):
        yield Problem("", "id", f"{number!r} is no cable's number")
    for key, item in _restrictions(table):
        if not leading_caveats(item)[0]:
            yield Problem("", "caveats", f"{key} {item!r}: no known caveat")
    if not text:
        locator = table.one("locator")
        yield Problem("", "body", f"no text on the page (Locator {locator})" if locator
                      else "no text on the page")
