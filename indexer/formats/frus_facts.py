"""What a document of Foreign Relations says of itself: in its head, its source note, its dates.

The head names sender and receiver of a telegram; the source note names the archive, and then, in a
sentence of its own, the classification with precedence and caveats: ``Secret; Priority; Nodis.``
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final, cast

from lxml import etree

from ..cable import PRECEDENCES
from ..telegram.levels import CAVEATS, letters_of
from .base import Fact
from .frus_text import first_line, words
from .frus_volume import FRUS, TEI

_NAMES: Final = {"t": TEI, "f": FRUS}
_OWN_DATES: Final = etree.XPath(
    "t:opener/t:dateline//t:date | t:dateline//t:date | t:closer/t:dateline//t:date",
    namespaces=_NAMES,
)
_HEAD_DATES: Final = etree.XPath("t:head//t:date[not(ancestor::t:note)]", namespaces=_NAMES)
_SIGNED: Final = etree.XPath("t:closer//t:signed | t:signed", namespaces=_NAMES)
_TARGETS: Final = etree.XPath(".//t:ref/@target", namespaces=_NAMES, smart_strings=False)
_FIRST, _LAST = f"{{{FRUS}}}doc-dateTime-min", f"{{{FRUS}}}doc-dateTime-max"

_SENT: Final = re.compile(
    r"(?:[A-Z][\w-]{1,20} ){0,3}(?:Telegram|Airgram|Memorandum|Letter|Message|Despatch|Note|Cable)"
    r"(?: [\w.-]{1,20}){0,2} From (.{1,300}+)"
)
_DATED: Final = re.compile(
    r",? (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d.{0,60}\Z"
)
# What belongs to the words before it: the Mission to the United Nations, an Assistant to ...
_TO: Final = re.compile(
    r"(?<!Mission)(?<!Delegation)(?<!Representative)(?<!Ambassador)(?<!Assistant)(?<!Adviser)"
    r"(?<!Advisor)(?<!Counsel)(?<!Envoy)(?<!Observer) to (?:the )?"
)

_LEVELS: Final = {
    "Top Secret": "TOP SECRET",
    "Secret": "SECRET",
    "Confidential": "CONFIDENTIAL",
    "Limited Official Use": "LIMITED OFFICIAL USE",
    "For Official Use Only": "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "Official Use Only": "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "Unclassified": "UNCLASSIFIED",
    "No classification marking": "",
}
_NOT_FOREIGN: Final = ("TOP SECRET", "SECRET", "CONFIDENTIAL")
_MARKING: Final = re.compile(
    rf"(?:\A|\. )({'|'.join(_LEVELS)})((?:[;,] [^;,.]{{1,40}}){{0,9}})(?:\.|\Z)"
)
_LETTERS: Final = {word: letter for letter, word in PRECEDENCES.items()}

_DOCUMENT: Final = re.compile(
    r"(?:(?:[^#]{0,200}/)?(frus[\w-]{4,40}))?[/#](d\d{1,5}[a-z]?)(?:fn\d{1,5})?", re.IGNORECASE
)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def facts_of_head(head: str) -> Iterator[tuple[str, Fact]]:
    """Subject, and sender and receiver where the head plainly names both.

    >>> facts = dict(facts_of_head("Telegram From the Embassy in Nowhere to President Doe"))
    >>> facts["sender"].value, facts["to"].value
    ('Embassy in Nowhere', 'President Doe')
    """
    yield "subject", Fact(head, "head, without its number")
    found = _SENT.fullmatch(head)
    sides = _TO.split(_DATED.sub("", found[1])) if found else []
    if len(sides) == 2:
        sender, to = (side.removeprefix("the ").strip(" ,") for side in sides)
        yield "origin", Fact(sender, "head, behind From")
        yield "sender", Fact(sender, "head, behind From")
        yield "to", Fact(to, "head, behind to")


def head_of(div: "etree._Element") -> str:
    """The head on one line, without the number of the document.

    >>> div = etree.fromstring(f'<div xmlns="{TEI}" n="12"><head>12. Editorial Note</head></div>')
    >>> head_of(div)
    'Editorial Note'
    """
    head = div.find(f"{{{TEI}}}head")
    if head is None:
        return ""
    number = re.escape(div.get("n") or "") or r"\d{1,5}"
    return re.sub(rf"\A\[?(?:No\. )?{number}(?:\.\]?|\]) ?", "", words(head))


def facts_of_sources(sources: tuple[str, ...]) -> Iterator[tuple[str, Fact]]:
    """Classification, caveats and precedence, from the first sentence that names a level.

    >>> facts = dict(facts_of_sources(("Source: Archives, Box 1. Secret; Priority; Nodis.",)))
    >>> facts["classification"].value, facts["caveats"].value, facts["precedence"].value
    ('SECRET', 'NODIS', 'P')
    """
    found = next(filter(None, map(_MARKING.search, sources)), None)
    if found is None:
        return
    items = [item.strip() for item in re.split("[;,]", found[2])]
    caveats = [CAVEATS[name] for item in items if (name := letters_of(item)) in CAVEATS]
    level = _LEVELS[found[1]]
    control = "//NOFORN" if "NOFORN" in caveats and level in _NOT_FOREIGN else ""
    yield "classification", Fact(level + control, "source note")
    yield "caveats", Fact("\n".join(dict.fromkeys(caveats)), "source note")
    yield "precedence", Fact(" ".join(_precedences(items)), "source note")


def created(div: "etree._Element") -> Fact:
    """The time of the document: of its dateline, else of its head, else of its own attributes."""
    no_day = ""
    for place, dates in (("dateline", _OWN_DATES(div)), ("head", _HEAD_DATES(div))):
        for date in cast(list["etree._Element"], dates):
            for attribute in ("when", "from", "notBefore"):
                value = date.get(attribute) or ""
                if time := moment(value):
                    doubt = "not before this time" if attribute == "notBefore" else ""
                    return Fact(time, f"{place}, date/@{attribute}", doubt)
                no_day = no_day or value
    return _of_attributes(div, f"{no_day} is no day" if no_day else "")


def _of_attributes(div: "etree._Element", doubt: str) -> Fact:
    """The first time that the document may be of; where that is another day than the last, so."""
    first, last = div.get(_FIRST) or "", div.get(_LAST) or ""
    if last and first[:10] != last[:10]:
        doubt = f"between {first[:10]} and {last[:10]}"
    return Fact(moment(first), "doc-dateTime-min", doubt)


def moment(text: str) -> str:
    """A date or time of TEI in ISO form, UTC; midnight, or a time of no zone, is the day alone.

    >>> moment("1969-11-12T13:33:00-05:00"), moment("1969-11-12T00:00:00-05:00")
    ('1969-11-12T18:33Z', '1969-11-12')
    >>> moment("1969-11-12"), moment("1969-11"), moment("1969-02-30")
    ('1969-11-12', '', '')
    """
    text = text.strip()
    try:
        time = datetime.fromisoformat(text if _DAY.match(text) else "")
        in_utc = time.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    if time.tzinfo is None or not (time.hour or time.minute):
        return time.date().isoformat()
    return f"{in_utc.isoformat()[:16]}Z"


def signer(div: "etree._Element") -> Fact:
    """The name of the person who signed: the first line of the signature."""
    signed = cast(list["etree._Element"], _SIGNED(div))
    return Fact(next(filter(None, map(first_line, signed)), ""), "signed")


def cited(div: "etree._Element", volume: str, own: str) -> Fact:
    """The ids of the documents that this one's text and notes point to, each once."""
    found: dict[str, None] = {}
    for target in cast(list[str], _TARGETS(div)):
        if document := _DOCUMENT.fullmatch(target):
            found[f"{document[1] or volume}/{document[2]}"] = None
    return Fact("\n".join(one for one in found if one != own), "ref/@target")


def _precedences(items: list[str]) -> Iterator[str]:
    """The letters of the precedences: Immediate, or Operational Immediate, is O."""
    last_words = (item.rpartition(" ")[2].upper() for item in items)
    return (_LETTERS[word] for word in last_words if word in _LETTERS)
