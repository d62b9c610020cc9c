"""A document's text cut in two, Message Text and Message Attributes, and the text into header
and body."""

import re
from dataclasses import dataclass
from typing import Final

from ..telegram.classification import read_marking
from ..telegram.levels import GLUED_LEVEL
from ..telegram.routing import SENT
from .aad_attributes import key_of
from .central_files import without_marks

# In small letters, as the archive prints them: a telegram may well have MESSAGE TEXT on a line.
HEADING: Final = r"^[ \t]*+Message (Text|Attributes)[ \t]*+:?[ \t\r]*+$"
"""A regular expression for the two headings, with MULTILINE."""

_HEADING: Final = re.compile(HEADING, re.MULTILINE)
_BELOW_HEADING: Final = re.compile(r"(?:[ \t]*+[-=_*]{0,200}+[ \t]*+\n)*+")
_HEAD: Final = 8_000
_PAGE_ALONE: Final = re.compile(
    r"^([ \t]*+PAGE[ \t]++\d\d)[ \t]*+\n\s{0,40}+(?=[A-Z][A-Z .'/-]{1,30}+\d{3,6}\b)", re.MULTILINE
)
_GLUED_PAGE: Final = re.compile(
    rf"^([ \t]*+{GLUED_LEVEL})(?=PAGE[ \t]++\d\d\b)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Document:
    """The text and the attributes of the first document; ``more`` where another one follows."""

    text: str
    attributes: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class Telegram:
    """The routing lines with the office table above them, and the rest; ``post`` is canonical."""

    header: str
    body: str
    post: str = ""


def part_document(printed: str) -> Document:
    """The first document of a file; without headings the attributes begin with the first key.

    What stands above the attributes without a heading of its own is the text where it has routing
    lines or a classification line with a number; else it is of the page that was copied.

    >>> part_document("Message Text\\n\\nDEAR SIR,\\nMessage Attributes\\nType: LE\\n")
    Document(text='DEAR SIR,', attributes='\\nType: LE\\n', more=False)
    """
    headings = list(_HEADING.finditer(printed))
    if not any(heading[1] == "Attributes" for heading in headings):
        return _without_attributes_heading(printed, headings)
    parts = {"Text": _telegram_above(printed[: headings[0].start()])}
    taken: set[str] = set()
    ends = [heading.start() for heading in headings[1:]] + [len(printed)]
    for heading, end in zip(headings, ends, strict=True):
        if heading[1] in taken:
            return Document(_text(parts["Text"]), parts.get("Attributes", ""), more=True)
        taken.add(heading[1])
        parts[heading[1]] = printed[heading.end() : end]
    return Document(_text(parts["Text"]), parts["Attributes"])


def part_telegram(text: str) -> Telegram:
    """Header and body; the marking above the first page is no classification line.

    >>> part_telegram("SECRET\\n\\nPAGE 01 ROME 12 121833Z\\n\\nFM AMEMBASSY ROME\\nSECRET ROME 12")
    Telegram(header='SECRET\\n\\nPAGE 01 ROME 12 121833Z\\n\\nFM AMEMBASSY ROME\\n', \
body='SECRET ROME 12', post='ROME')
    """
    sent = SENT.search(text, 0, _HEAD)
    if not sent:
        return Telegram("", text, read_marking(text).post)
    behind = text[sent.end() :]
    marking = read_marking(behind)
    if marking.start < 0:
        return Telegram(text, "")
    start = sent.end() + behind.rfind("\n", 0, marking.start) + 1
    return Telegram(text[:start], text[start:], marking.post)


def _without_attributes_heading(printed: str, headings: list[re.Match[str]]) -> Document:
    start = headings[0].end() if headings else 0
    end = headings[1].start() if len(headings) > 1 else len(printed)
    keys = min(_first_key(printed, start), end)
    text = printed[start:keys] if headings else _telegram_above(printed[:keys])
    return Document(_text(text), printed[keys:end], more=len(headings) > 1)


def _telegram_above(printed: str) -> str:
    return printed if SENT.search(printed) or read_marking(printed).serial else ""


def _first_key(printed: str, start: int) -> int:
    """Where the first key of several words stands: TAGS and Subject are a telegram's own too."""
    place = start
    for line in printed[start:].split("\n"):
        if " " in key_of(line):
            return place
        place += len(line) + 1
    return len(printed)


def _text(printed: str) -> str:
    """The text below its heading; white space that was lost or added at page tops is set right."""
    text = without_marks(printed)
    below = _BELOW_HEADING.match(text)
    text = text[below.end() if below else 0 :]
    if "PAGE " in text:
        text = _PAGE_ALONE.sub(r"\1 ", _GLUED_PAGE.sub(r"\1\n", text))
    return text

