"""F6, the text export of the State Department's central foreign policy files, 1973 to 1979.

A document is its Message Text, where there is one, and its Message Attributes, some 65 keys with
values. The overview of the same files is a CSV with one row a document.

History: the Department kept its central files in electronic form from 1 July 1973 on. The National
Archives publish them in Access to Archival Databases, year by year. Under E.O. 11652 (1972) most
documents were under the general declassification schedule, GDS, which the attributes call GS;
E.O. 12065 came into force on 1 December 1978. Airgrams and what came by pouch were put on film
(P-reel), so their attributes are all that there is. 01 JAN 1960 and 01 JAN 1994 stand for no date.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import IO, Final

from ..cable import Problem
from ..errors import Refused
from ..telegram.date_time_group import find_date_time_group
from . import aad_documents, aad_overview
from .aad_attributes import KEYS, one_line, read_attributes
from .aad_facts import draft_date, fact_problems, read_facts
from .aad_text import HEADING, Document, Telegram, part_document, part_telegram
from .base import Fact, Part, Sheet, Sign
from .decode import character_problems, clean_lines, decode, looks_like_markup
from .several import named_apart, no_single_cable

NAME: Final = "aad"
TITLE: Final = "a document of the National Archives' export of 1973-79, or a row of its overview"

_FEWEST_KEYS: Final = 5
_HEAD: Final = 8_000
_LONGEST_LINE: Final = 1 << 20
_TELLING_KEYS: Final = (b"Document Number", b"Film Number", b"Original Classification", b"Locator")
_KEY: Final = re.compile(
    rb"^[ \t]*+(" + "|".join(sorted(KEYS, reverse=True)).encode() + rb")[ \t]*+:", re.MULTILINE
)
_HEADING: Final = re.compile(HEADING.encode(), re.MULTILINE)
_TOP: Final = re.compile(
    rb"^[ \t]*+(?:PAGE[ \t]++01\b|FM[ \t]|(?:[ZOPRFY][ \t]++){1,3}[\dO]{6}Z[ \t])", re.MULTILINE
)
_ON_LINE: Final = re.compile(r"TEXT ON-? ?LINE", re.IGNORECASE)
_NEAR: Final = 7  # days; a draft may lie for some before it is sent

SIGNS: Final[tuple[Sign, ...]] = (
    Sign("a heading Message Text", re.compile(rb"^[ \t]*+Message Text\b", re.MULTILINE)),
    Sign("a heading Message Attributes", re.compile(rb"^[ \t]*+Message Attributes\b", re.M)),
    Sign("a key Document Number", re.compile(rb"^[ \t]*+Document Number[ \t]*+:", re.MULTILINE)),
    Sign("a key Original Classification", re.compile(
        rb"^[ \t]*+Original Classification[ \t]*+:", re.MULTILINE)),
)


def recognises(data: bytes) -> bool:
    """Whether there are attributes, or at least five of their keys, or a telegram below the heading
    Message Text, or the overview's row of heads.

    >>> recognises(b"Message Attributes\\n\\nDraft Date: 12 SEP 1974\\n")
    True
    >>> recognises(b"Message Attributes are what follows."), recognises(b"TAGS: PFOR\\nTo: ROME\\n")
    (False, False)
    """
    if looks_like_markup(data):
        return False
    return aad_overview.is_overview(data) or _has_attributes(data) or _has_text(data)


def read(data: bytes, source: str) -> Sheet:  # noqa: ARG001 - a document says nothing by its name
    """What stands in a document, or in a row of the overview.

    :raises Refused: where there is neither a text nor a value, or more than one document.
    """
    if aad_overview.is_overview(data):
        return aad_overview.read(data)
    printed = decode(data)
    document = part_document(clean_lines(printed))
    if document.more:
        raise no_single_cable("several documents")
    telegram, values = part_telegram(document.text), read_attributes(document.attributes)
    facts = read_facts(values, (telegram.post,))
    if not document.text and not facts:
        raise Refused("the attributes of a document, but none has a value, and there is no text")
    problems = [*_problems(document, telegram, values), *fact_problems(values)]
    return Sheet(
        telegram.header,
        telegram.body,
        _without_settled(facts, telegram.header),
        problems=(*problems, *character_problems(printed)),
    )


def holds_many(start: bytes) -> bool:
    """Whether it is an overview with a row, or several documents one after the other."""
    if looks_like_markup(start):
        return False
    return aad_overview.holds_many(start) or aad_documents.holds_many(start)


def split(file: IO[bytes]) -> Iterator[Part]:
    """Each document of a file, or each row of an overview, named by its number as found.

    >>> from io import BytesIO
    >>> one = b"Message Text\\n\\nMessage Attributes\\nDocument Number: 1974ROME00012\\n"
    >>> [part.name for part in split(BytesIO(one + one))]
    ['1974ROME00012', '1974ROME00012#2']
    """
    lines = iter(lambda: file.readline(_LONGEST_LINE), b"")
    first = next((line for line in lines if line.strip()), b"")
    if aad_overview.is_overview(first):
        return named_apart(aad_overview.split(first, lines))
    return named_apart(aad_documents.split(chain([first], lines)))


def _has_attributes(data: bytes) -> bool:
    headed = b"Message Attributes" in data and any(
        heading[1] == b"Attributes" for heading in _HEADING.finditer(data)
    )
    if not headed and not any(key in data for key in _TELLING_KEYS):
        return False
    needed, keys = 1 if headed else _FEWEST_KEYS, set[bytes]()
    for found in _KEY.finditer(data):
        keys.add(found[1])
        if len(keys) >= needed:
            return True
    return False


def _has_text(data: bytes) -> bool:
    heading = _HEADING.search(data, 0, _HEAD) if b"Message Text" in data[:_HEAD] else None
    return heading is not None and _TOP.search(data, heading.end(), 2 * _HEAD) is not None


def _without_settled(facts: dict[str, Fact], header: str) -> dict[str, Fact]:
    """The facts without the day of the draft where the telegram has its date-time group."""
    if find_date_time_group(header).time:
        facts.pop("created", None)
    return facts


def _problems(
    document: Document, telegram: Telegram, values: dict[str, str]
) -> Iterator[Problem]:
    """What the text and the attributes lack, and where they contradict each other."""
    if not document.text:
        yield Problem("", "body", _why_no_text(values))
    elif "Locator" in values and not _ON_LINE.search(values["Locator"]):
        yield Problem("", "body", f"a text, but Locator {one_line(values['Locator'])}")
    if not values:
        yield Problem("", "body", "no Message Attributes: the document is cut off")
    sent, drafted = find_date_time_group(telegram.header).time, draft_date(values)
    if sent and drafted and _days_between(sent, drafted) > _NEAR:
        yield Problem("", "created", f"the Draft Date is {drafted}, the telegram's {sent[:10]}")


def _why_no_text(values: dict[str, str]) -> str:
    """No text, and where there may be one."""
    places = (f"; {key} {one_line(values[key])}" for key in ("Locator", "Film Number")
              if key in values)
    return "no text" + "".join(places)


def _days_between(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
