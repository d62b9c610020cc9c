"""The head of a telegram cut into labelled blocks: E.O., TAGS, SUBJECT, REF, CLASSIFIED BY.

Where a block begins and ends is decided here, once, for every field that is read from one.
"""

import re
from dataclasses import dataclass
from typing import Final

from .labels import LINE, MARK, Label, find_labels
from .subject_lines import goes_on

_LONGEST_HEAD: Final = 9000  # REF lists of 60 items occur; without paragraph 1 there is no end
_LATE: Final = 600

_REFERENCE_LINE: Final = r"(?!\s*+(?:[(']?\d\d\)? )?[A-Z][A-Z ]{2,30}\d{2,6}\b[^\n]{0,12}$)"
_FIRST_PARAGRAPH: Final = re.compile(
    rf"^[ \t]*+¶?[ \t]*+{MARK}(?:1[ \t]?\.(?!\d){_REFERENCE_LINE}"
    r"|1[ \t]?[,:;-]{0,2}[ \t]?(?=\([A-Z])"
    r"|1\)(?=[ \t])|[lIL]\.[ \t]*+(?=\([CSU]))",
    re.MULTILINE,
)
_OTHER_BEGINNING: Final = re.compile(
    r"^[ \t]*+(?:¶[ \t]*+)?(?:\d{1,2}\.[ \t]*+\((?:C|S|U|SBU)[/)]"
    r"|(?:\([A-Z/]{1,6}\)[ \t]*+)?(?:BEGIN |EXECUTIVE )?(?:SUMMARY|Summary)\b|BEGIN TEXT"
    rf"|¶\d{{1,2}}\.?+{_REFERENCE_LINE})",
    re.MULTILINE,
)
_END: Final = re.compile(
    r"\n[ \t\xa0]*+(?:-[ \t]*+)?(?=\n)|\n[ \t]*+(?:[-=_*~.][ \t]*+){3,}+(?=\n|\Z)"
)
_STOP_LINE: Final = re.compile(r"\n[ \t]*+(?:SIPDIS|NOFORN|EXDIS|NODIS|LIMDIS)[ \t]*+(?=\n|\Z)")
_GOES_ON: Final = {
    "order": re.compile(r"\s*+(?:DECL|REASON|\d{1,4}[/-]\d)"),
    "reference": re.compile(
        r"\s*+(?:¶?[ \t]*+(?!\([CSU]\)\s*+(?!'?[\dA-Z][A-Z\d' ]{2,30}\d))"
        r"[(\[]?[B-Z][.)\]:](?![A-Z]\.)|\(?NOTAL)"
    ),
    "classified": re.compile(r"\s*+(?:REASON|Reason|1\.[45]|E\.O|DECL)"),
}
_CODE_LINE: Final = re.compile(r"\s*+(?:\d\d )?[A-Z]{2,12}(?=[,;\s]|\Z)")
_LATE_WORDS: Final = len("CLASSIFIED BY")
_NEXT_PARAGRAPH: Final = re.compile(r"\n[ \t]*+¶?\d{1,2}\.(?!\d)")
_LATE_LEAD: Final = re.compile(
    rf"{LINE}(?:\d{{1,2}}[ \t]*+[.)][ \t]*+)?{MARK}(?:\w+ ){{0,6}}?(?:has been |HAS BEEN )?[Cc]?$"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A label as printed and the text behind it; ``text`` is ``body[start:end]``.

    Kinds: order, tags, subject, reference, classified.
    """

    kind: str
    label: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """The blocks in the order of the body; ``end`` is where paragraph 1, or prose, begins."""

    blocks: tuple[Block, ...]
    end: int

    def texts(self, kind: str) -> tuple[str, ...]:
        """The texts of the blocks of a kind, in order."""
        return tuple(block.text for block in self.blocks if block.kind == kind)


def read_blocks(body: str) -> Head:
    """The labelled blocks of a body whose page breaks are masked.

    >>> head = read_blocks("TAGS: PREL, IZ SUBJECT: A WALK\\nREF: PARIS 12\\n\\n1. (C) Text.")
    >>> [(block.kind, block.text.strip()) for block in head.blocks]
    [('tags', 'PREL, IZ'), ('subject', 'A WALK'), ('reference', 'PARIS 12')]
    """
    limit = _head_end(body)
    labels = find_labels(body, limit)
    ends = [label.start for label in labels[1:]] + [limit]
    blocks = [_block(body, label, end) for label, end in zip(labels, ends, strict=False)]
    if not any(block.kind == "classified" for block in blocks):
        blocks += _late_classification(body, limit)
    return Head(tuple(blocks), limit)


def _head_end(body: str) -> int:
    first = _FIRST_PARAGRAPH.search(body, 0, _LONGEST_HEAD)
    first = first or _OTHER_BEGINNING.search(body, 0, _LONGEST_HEAD)
    return first.start() if first else min(len(body), _LONGEST_HEAD)


def _block(body: str, label: Label, limit: int) -> Block:
    text = body[label.end : _block_end(body, label, limit)].rstrip()
    shown = body[label.start : label.end]
    return Block(label.kind, shown, text, label.end, label.end + len(text))


def _block_end(body: str, label: Label, limit: int) -> int:
    """The first blank line or rule behind some text, but where the block plainly goes on."""
    if label.kind == "subject" and (stop := _STOP_LINE.search(body, label.end, limit)):
        limit = stop.start()
    for gap in _END.finditer(body, label.end, limit):
        before = body[label.end : gap.start()]
        if before.strip() and not _goes_on(label.kind, body, before, gap, limit):
            return gap.start()
    return limit


def _goes_on(kind: str, body: str, before: str, gap: re.Match[str], limit: int) -> bool:
    behind = body[gap.end() : min(limit, gap.end() + 400)]
    if kind in ("tags", "reference") and before.rstrip().endswith((",", " AND")):
        return _CODE_LINE.match(behind) is not None
    if kind == "subject":
        return goes_on(before, behind)
    return kind in _GOES_ON and _GOES_ON[kind].match(behind) is not None


def _late_classification(body: str, start: int) -> list[Block]:
    """Before 2005 paragraph 1 often says who classified the telegram."""
    for place in (body.find("CLASSIFIED BY", start), _in_small_letters(body, start)):
        line = body.rfind("\n", 0, place) + 1
        if place >= 0 and _LATE_LEAD.match(body[line:place][:80]):
            label = Label("classified", place, place + _LATE_WORDS)
            return [_block(body, label, _paragraph_end(body, label.end))]
    return []


def _in_small_letters(body: str, start: int) -> int:
    """Where the first "Classified by" or "classified By" stands."""
    place = body.find("lassified ", start)
    while place > 0 and body[place + 10 : place + 12] not in ("by", "By"):
        place = body.find("lassified ", place + 10)
    return place - 1


def _paragraph_end(body: str, start: int) -> int:
    limit = min(len(body), start + _LATE)
    found = _NEXT_PARAGRAPH.search(body, start, limit)
    return found.start() if found else limit
