"""The lines behind FM, TO and INFO in a telegram's routing, however these words are printed."""

import re
from functools import lru_cache
from typing import Final

from ..posts import known_post
from .breaks import without_breaks
from .levels import LEVEL
from .recipient import OFFICE, ROUTE, read_recipient
from .wrapping import begins_agency

SENT: Final = re.compile(
    r"^[ \t]*+(?:FM[ \t]|(?:[ZOPRFY][ \t]++){1,3}[\dO]{6}Z[ \t])", re.MULTILINE
)
"""A line that every telegram has: FM, or the date-time group with its precedence."""

_LONGEST: Final = 100_000
_LONG_LINE: Final = 200

_NAMED: Final = rf"(?:{ROUTE}|{OFFICE}|ALL[ \t])"
_SIGN_WITHIN: Final = re.compile(r"[ ](?:TO|INFO|FM)[ :]|[ ]BT")
_FROM_WITHIN: Final = re.compile(r"[ \t](FM)[: \t]")
_FROM_AT_LINE: Final = re.compile(r"^[ \t]*+FM[: \t]", re.MULTILINE)
_LIST_BEHIND_FROM: Final = re.compile(
    r"^([ \t]*+FM[: \t][^\n]{1,120}?)[ \t](TO|INFO)[: \t]", re.MULTILINE
)
_LIST_WITHIN: Final = re.compile(
    rf"[ \t](?:(TO|INFO)[: \t]++(?={_NAMED})|(?<=[0-9EYHC][ \t])(INFO)[: \t])"
)
_END_WITHIN: Final = re.compile(rf"[ \t]BT(?=\s*+\Z|[ \t]++{LEVEL})")

_HEAD: Final = re.compile(
    rf"(FM|FROM|TO|IN?F[O0])(?:[ \t]*+[:;][ \t:;-]*+|[ \t]++|\Z|(?={ROUTE}|AMEMB|AMCON|SECSTATE))"
    r"(.*)",
    re.IGNORECASE | re.DOTALL,
)
_HEADS: Final = {"FM": "FM", "FROM": "FM", "TO": "TO"}
_ADDRESSEE: Final = re.compile(
    rf"{_NAMED}|(?:THE[ ])?(?:EMBASSY|CONSULATE|MISSION|SECRETARY[ ]OF|DEP(?:ARTMEN)?T)\b"
    r"|[0-9]{1,4}[A-Z]{1,6}[ ]|[^\n]{0,80}\bCOLLECTIVE\b",
    re.IGNORECASE,
)
_DISTRIBUTION: Final = re.compile(r"[A-Z/]{1,6}-\d\d\b")
_ROUTED: Final = ("RU", "RH", "AM")
_ROUTED_TO: Final = ("TO RU", "TO RH")
_ROUTED_INFO: Final = ("INFO RU", "INFO RH")
_FIRST_LETTERS: Final = frozenset("ABCEFILNOSTU" + "abcefilnostu")  # of all heads and ends
_TABLE: Final = re.compile(rf"(?:ACTION|ORIGIN)\b(?![ \t:]*+{_NAMED})")
_END: Final = re.compile(
    rf"(?:BT\Z|E\.?[ \t]?O\.?[ \t]?1\d|TAGS?[: \t]|SUBJ|NNNN|{LEVEL}(?![ \t]*+SERVICE\b))",
    re.IGNORECASE,
)


@lru_cache(maxsize=4)  # the same header is read for its sender and for its addressees
def routing_blocks(header: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each FM, TO and INFO in order, with the lines behind it that are not blank.

    The distribution tables of the Department, which have an INFO of their own, are left out, and
    what stands above FM, if there is one.

    >>> routing_blocks("FM AMEMBASSY NOWHERE\\nTo: AMEMBASSY ROME\\nAMEMBASSY BONN\\nBT\\nUNCLAS")
    (('FM', ('AMEMBASSY NOWHERE',)), ('TO', ('AMEMBASSY ROME', 'AMEMBASSY BONN')))
    """
    blocks: list[tuple[str, list[str]]] = []
    text = _prepared(header[:_LONGEST])
    for line in text[max(0, text.find("\nFM ")) :].split("\n"):
        if blocks and line.startswith(_ROUTED):
            blocks[-1][1].append(line.rstrip())
        elif (line := line.strip()) and not _take(blocks, *_kind(line)):
            break
    return tuple((kind, tuple(texts)) for kind, texts in blocks if kind != "TABLE")


def _take(blocks: list[tuple[str, list[str]]], kind: str, text: str) -> bool:
    """Adds a line to the blocks; whether they go on behind it."""
    if kind == "FM":
        if blocks and blocks[0][0] == "FM" and len(blocks) > 1:
            return False  # the header is repeated
        blocks.clear()
    elif kind == "END":
        return not blocks
    elif not kind:
        if blocks:
            blocks[-1][1].append(text)
        return True
    elif blocks and blocks[-1][0] == "TABLE" and not _ADDRESSEE.match(text):
        kind = "TABLE"
    blocks.append((kind, [text] if text else []))
    return True


def _prepared(header: str) -> str:
    """The header with every FM, TO and INFO at the start of a line, without page breaks."""
    text = without_breaks(header)
    if _SIGN_WITHIN.search(text):
        if not _FROM_AT_LINE.search(text):
            text = _FROM_WITHIN.sub(r"\n\1 ", text, count=1)
        text = _LIST_BEHIND_FROM.sub(r"\1\n\2 ", text)
        text = _LIST_WITHIN.sub(lambda found: f"\n{found[1] or found[2]} ", text)
        text = _END_WITHIN.sub("\nBT\n", text)
    return text


def _kind(line: str) -> tuple[str, str]:
    """What a line begins (FM, TO, INFO, TABLE, END, or '' if nothing), and the rest of it."""
    if line.startswith(_ROUTED_TO):
        return "TO", line[3:]
    if line.startswith(_ROUTED_INFO):
        return "INFO", line[5:]
    if line[0] not in _FIRST_LETTERS:
        return "", line
    return _unrouted_kind(line) if len(line) < _LONG_LINE else _look_for_kind(line)


@lru_cache(maxsize=4096)
def _unrouted_kind(line: str) -> tuple[str, str]:
    return _look_for_kind(line)


def _look_for_kind(line: str) -> tuple[str, str]:
    found = _HEAD.match(line)
    if found and (found[1].isupper() or _is_addressee(found[2])):
        name = _HEADS.get(found[1].upper(), "INFO")
        return ("TABLE" if name != "FM" and _DISTRIBUTION.match(found[2]) else name), found[2]
    if _END.match(line):
        return "END", ""
    return ("TABLE", "") if _TABLE.match(line) else ("", line)


def _is_addressee(text: str) -> bool:
    """Whether an addressee, and not prose, stands behind a word like To."""
    if _ADDRESSEE.match(text) or begins_agency(text) or known_post(text):
        return True
    recipient = read_recipient(text)
    return bool(recipient.precedence or recipient.serial)
