"""The Message Attributes of a document: ``Key: value`` lines, whose values may be wrapped.

A value that says nothing (``n/a``) is left out.
"""

import re
from collections.abc import Iterator
from typing import Final

from ..telegram.levels import LEVELS, letters_of
from .central_files import END_OF_DOCUMENT, is_stamp
from .printed import value as said

KEYS: Final = frozenset(
    """
    Automatic Decaptioning|Capture Date|Channel Indicators|Concepts|Control Number|Copy
    Current Classification|Decaption Date|Decaption Note|Disposition Action
    Disposition Approved on Date|Disposition Authority|Disposition Case Number
    Disposition Comment|Disposition Date|Disposition Event|Disposition History
    Disposition Reason|Disposition Remarks|Document Character Count|Document Number
    Document Source|Document Unique ID|Draft Date|Drafter|Enclosure|Errors|Executive Order
    Expiration|Film Number|Format|From|Handling Restrictions|ISecure|Image Path|Legacy Key
    Line Count|Litigation Code IDs|Litigation Code List|Litigation Codes|Litigation History
    Locator|Markings|Message ID|Office|Original Classification|Original Handling Restrictions
    Original Previous Classification|Original Previous Handling Restrictions|Page Count
    Previous Channel Indicators|Previous Classification|Previous Handling Restrictions
    Reference|Retention|Review Action|Review Authority|Review Comment|Review Content Flags
    Review Date|Review Event|Review Exemptions|Review History|Review Markings
    Review Media Identifier|Review Referrals|Review Release Date|Review Release Event
    Review Transfer Date|Review Withdrawn Fields|SAS ID|Secure|Status|Subject|TAGS|To|Type
    vdkvgwkey
    """.replace("\n", "|").replace("    ", "").strip("|").split("|")
)
"""The keys that documents have; each is optional."""

_UNKNOWN_KEY: Final = re.compile(r"[A-Z][a-z]+(?: (?:on|[A-Z][A-Za-z]+)){1,4}")
_MOST_LINES: Final = 10_000  # some 70 keys, of which a few have values of many lines
_LONGEST_KEY: Final = 60
_BLOCK_MARKS: Final = ("|", ">", "|-", ">-")


def read_attributes(block: str) -> dict[str, str]:
    """The values by their keys; the lines of a wrapped value are lines.

    A line with a key that stands deeper than the first one is more of the value above it.

    >>> read_attributes("Draft Date: 12 SEP 1974\\nSubject: A WALK IN\\n  THE PARK\\nTo: n/a")
    {'Draft Date': '12 SEP 1974', 'Subject': 'A WALK IN\\nTHE PARK'}
    """
    found: dict[str, list[str]] = {}
    key, indent, above = "", -1, ""
    for line in block.split("\n", _MOST_LINES)[:_MOST_LINES]:
        text = line.strip()
        name = key_of(line)
        depth = len(line) - len(line.lstrip()) if name else 0
        if name and (indent < 0 or depth <= indent):
            key, indent = _unless_said(found, name), max(indent, depth)
            text = text.partition(":")[2].strip()
        elif _is_foreign(text, key, above):
            text = ""
        if text and key:
            found.setdefault(key, []).append(text)
        above = line
    return {key: value for key, value in _values(found) if said(value)}


def key_of(line: str) -> str:
    """The key that a line begins with, also one that no known document has; '' if none.

    >>> key_of("Film Number: D740255-0123"), key_of("Review Colour: n/a"), key_of("TO: STATE")
    ('Film Number', 'Review Colour', '')
    """
    name, colon, _ = line[:_LONGEST_KEY].partition(":")
    name = name.strip()
    known = colon and (name in KEYS or _UNKNOWN_KEY.fullmatch(name))
    return name if known else ""


def one_line(value: str) -> str:
    """A wrapped value on one line."""
    return " ".join(value.split())


def _unless_said(found: dict[str, list[str]], key: str) -> str:
    """The key to gather lines for: of one that is printed again the first value counts."""
    if said(" ".join(found.get(key, ()))):
        return ""
    found.pop(key, None)
    return key


def _is_foreign(line: str, key: str, above: str) -> bool:
    """What a printer puts between two attributes: an end mark, the stamp, a marking apart."""
    if line == END_OF_DOCUMENT or (is_stamp(line) and not key.endswith("Markings")):
        return True
    return not above.strip() and letters_of(line) in LEVELS


def _values(found: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for key, lines in found.items():
        if lines[0] in _BLOCK_MARKS:
            lines = lines[1:]
        yield key, _unquoted("\n".join(lines))


def _unquoted(value: str) -> str:
    if value[:1] in ("'", '"') and value.count(value[0]) == 2 and value[-1] == value[0]:
        return value[1:-1].strip()
    return value
