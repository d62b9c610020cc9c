"""The head of a telegram cut into labelled blocks: E.O., TAGS, SUBJECT, REF, CLASSIFIED BY.

Where a block begins and ends is decided here, once, for every field that is read from one.
"""

import re
from dataclasses import dataclass
from typing import Final

from .subject_lines import goes_on

_LONGEST_HEAD: Final = 9000  # REF lists of 60 items occur; without paragraph 1 there is no end
_LONGEST_GAP: Final = 2000  # a label further behind the last one stands in prose
_LATE: Final = 600

_MARK: Final = r"(?:\([A-Z][A-Z/ -]{0,12}\)[ \t]*+)?"
_LINE: Final = r"^[ \t\xa0>*¶\-\"'#./_]*+"
_CAVEAT: Final = r"(?-i:(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS)[ ]{1,3})?+"
# Of five digits one may be a letter, left out or stand apart.
_ORDER_NUMBER: Final = r"[#]?[12lI][0-9]?[ ,-]?[0-9OSB][ ]?[0-9OSB]"
_CABLE_NUMBER: Final = r"(?:\(?A[.)]{1,2}\s?)?(?:'?\d\d\s)?[A-Z][A-Z .'-]{2,30}\s\d{2,7}\b"

_LABEL: Final = re.compile(
    rf"""{_LINE}{_MARK}(?=[A-Za-z]){_CAVEAT}(?:
    (?P<order>
        E[.,:]{{0,2}}\s?[O0]L?[.,]{{0,2}}[ -]?(?:NO\.?)?[ ]?(?=:?\s*+{_ORDER_NUMBER})
        | E[.,][ ]?O\.?[ ]?(?=:|DECL) | (?-i:EO)[ ]?(?=:) | (?-i:O\.)[ ]?(?=1[0-9]{{4}}\b)
        | EXEC(?:UTIVE)?[. ]{{1,2}}ORDER[ ]?(?=[N:(1])
        | DECL(?:AS(?:SIF(?:Y|IED|ICATION)|S)?)?\.?(?:[ ](?:ON|DATE))?
            (?: [ ]*+ : | (?=[ ]{{1,3}}[0-9]{{1,2}}/) ) )
    |(?P<tags>
        (?: TAG[A-Z]?S?[A-Z]? | T[ ]?A[ ]?G[ ]?S | TGAS | TASG | AGS
            | (?-i: [A-Z]AGS | T[A-Z]GS | TA[A-RT-Z]S | TA[A-Z]GS ) )
            (?:[ ]?\([A-Z]{{1,3}}\))? ["]? [ ]*+ :
        | tags\s++ (?=[A-Z]{{2,5}},) | Tags\s++ (?-i:(?=[A-Z]{{4}})) | (?-i: TAGS (?=[A-Z]{{4}}) )
        | (?-i: (?: TAG[A-Z]?S? | TGAS | TASG | AGS )
            (?: [ ]*+ [;,./=-]++ | \s++ (?=[A-Z("K]) | (?=\s*+\Z) ) ) )
    |(?P<subject>
        (?: S?UBJ[A-Z]{{0,5}} | SUBEJ[A-Z]{{1,3}} | SUJ[A-Z]{{2,5}} | SUBECT | SBJECT | [A-Z]UBJECT
            | SU[A-Z]JECT | SUB[A-Z]ECT | S[ ]U[ ]B[ ]J[ ]E[ ]C[ ]T )
            [ ]? (?:\([^()]{{1,6}}\)|LINE|/TITLE)? [ ]*+ :
        | (?-i: (?: SUBJ(?:ECT)? | UBJECT | Subject(?![.]) )
            (?: [ ]*+ [;./=,>\u2014-]++ (?!\s*+[a-z])
            | \s++ (?! (?:TO|LINE|MATTER|CABLE|TEL|IS|OF)\b ) (?=[A-Z0-9"'(]) ) ) )
    |(?P<reference>
        R[ ]?E[ ]?F(?:[ ]?T{{1,2}}EL[A-Z]?|ER[A-Z]{{0,3}}CE[A-Z]?|FTEL|[A-Z])?
            (?:\(S\)|'S)? (?:[ .]{{0,2}}(?:NOS?|CABLES?|ITEMS?)\b[.]?)? [ ]*+ :
        | (?-i:RE) [ ]?: (?=[ ]{{1,8}}{_CABLE_NUMBER})
        | ref(?:tel)?s?[ ]{{1,8}} (?={_CABLE_NUMBER})
        | (?-i: R[Ee][Ff](?:[ ]?TEL|ERENCE|[Tt]el)? S? (?:\(S\)|'S)? (?:
            [ ]*+ [;.=/-]++ (?!\s*+[a-z])
            | (?= \s*+ [(\[]? [A-Z0-9][A-Z]? [).:\]] )
            | \s++ (?= [(\[']? [0-9]{{2,4}} [)]? [ ] | [A-Z] [ ]{{1,3}} [A-Z]{{3}}
                | (?:[A-Z][A-Z/'.-]++\s++){{1,4}} [0-9] ) ) ) )
    |(?P<classified>
        (?:(?:DRAFTED|REVIEWED|APPROVED)[ ]AND[ ])?
        C?LA[SIFED]{{2,9}}[A-Z]{{0,2}} \.? \s{{0,3}} (?:BY\b|PER:) [ ]*+ [:;.,-]*+
        | CLASSIFICATION[ ](?:BY|AUTHORITY)\b [ ]*+ :?
        | CLASSIF(?:IED|IER) [ ]*+ : | CLASSIFYING[ ](?:OFFICER|AUTHORITY) [ ]*+ : )
    )""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
# A label behind another's text, on the same line or glued to it. The kind is known by the first
# letter: alternatives that begin with a letter each are searched for much faster than groups.
_INLINE: Final = re.compile(
    r"S(?<!\(S)UBJ(?:ECT)? ?:|Subject:|UBJECT ?:|TAGS ?:|Tags:|E\.O\.(?= ?1\d{4} ?:)"
    r"|R(?:EF(?:S|TELS?|\(S\))? ?:|ef(?:s|tels?|\(s\))? ?:|EF(?:S|TELS?)?(?=\s{1,3}\(?A[.):])"
    r"|EFS?(?=\s{1,3}(?:\d\d )?[A-Z]{4,20} \d{3}))"
    r"|C(?:LASSIFIED|lassified)\s{1,3}[Bb][Yy]\b ?:?"
)
_INLINE_KINDS: Final = {
    "S": "subject", "U": "subject", "T": "tags", "R": "reference", "C": "classified", "E": "order",
}  # fmt: skip
_UNBROKEN: Final = re.compile(r"[ ](?=E\.O\. ?1\d{4}|TAGS ?:)")
_UNBROKEN_WITHIN: Final = 600
_BARE_SUBJECT: Final = re.compile(r"\bSUBJ(?:ECT)?\b ?[;.]?")

_REFERENCE_LINE: Final = r"(?!\s*+(?:[(']?\d\d\)? )?[A-Z][A-Z ]{2,30}\d{2,6}\b[^\n]{0,12}$)"
_FIRST_PARAGRAPH: Final = re.compile(
    rf"^[ \t]*+¶?[ \t]*+{_MARK}(?:1[ \t]?\.(?!\d){_REFERENCE_LINE}"
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
    rf"{_LINE}(?:\d{{1,2}}[ \t]*+[.)][ \t]*+)?{_MARK}(?:\w+ ){{0,6}}?(?:has been |HAS BEEN )?[Cc]?$"
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


@dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    start: int
    end: int


def read_blocks(body: str) -> Head:
    """The labelled blocks of a body whose page breaks are masked.

    >>> head = read_blocks("TAGS: PREL, IZ SUBJECT: A WALK\\nREF: PARIS 12\\n\\n1. (C) Text.")
    >>> [(block.kind, block.text.strip()) for block in head.blocks]
    [('tags', 'PREL, IZ'), ('subject', 'A WALK'), ('reference', 'PARIS 12')]
    """
    limit = _head_end(body)
    labels = _labels(body, limit)
    ends = [label.start for label in labels[1:]] + [limit]
    blocks = [_block(body, label, end) for label, end in zip(labels, ends, strict=False)]
    if not any(block.kind == "classified" for block in blocks):
        blocks += _late_classification(body, limit)
    return Head(tuple(blocks), limit)


def _head_end(body: str) -> int:
    first = _FIRST_PARAGRAPH.search(body, 0, _LONGEST_HEAD)
    first = first or _OTHER_BEGINNING.search(body, 0, _LONGEST_HEAD)
    return first.start() if first else min(len(body), _LONGEST_HEAD)


def _labels(body: str, limit: int) -> list[_Label]:
    """The labels at the beginnings of lines, and between them those inside lines."""
    at_lines = _at_lines(body, limit)
    kinds = {label.kind for label in at_lines} - {"reference"}
    labels = _unbroken(body, at_lines[0].start if at_lines else limit, kinds)
    ends = [label.start for label in at_lines[1:]] + [limit]
    for label, end in zip(at_lines, ends, strict=False):
        labels.append(label)
        labels += _inside(body, label, end, kinds)
    return labels


def _unbroken(body: str, end: int, kinds: set[str]) -> list[_Label]:
    """Labels above the first one at a line's beginning: where line ends were lost."""
    first = _UNBROKEN.search(body, 0, min(end, _UNBROKEN_WITHIN))
    return _inside(body, _Label("", first.end(), first.end()), end, kinds) if first else []


def _at_lines(body: str, limit: int) -> list[_Label]:
    labels: list[_Label] = []
    last = 0
    for found in _LABEL.finditer(body, 0, limit):
        kind = found.lastgroup or ""
        if labels and found.start() - last > _LONGEST_GAP:
            break
        last = found.end()
        if kind == "order" and any(label.kind == kind for label in labels):
            continue  # E.O. 12958 is named again behind Classified By
        labels.append(_Label(kind, found.start(kind), found.end()))
    return labels


def _inside(body: str, label: _Label, end: int, kinds: set[str]) -> list[_Label]:
    found = [
        _Label(_INLINE_KINDS[match[0][0]], match.start(), match.end())
        for match in _INLINE.finditer(body, label.end, end)
    ]
    if label.kind == "tags" and (bare := _BARE_SUBJECT.search(body, label.end, end)):
        found.append(_Label("subject", bare.start(), bare.end()))
    inside: list[_Label] = []
    for other in sorted(found, key=lambda other: other.start):
        taken = {label.kind, *kinds, *(before.kind for before in inside)}
        # E.O. 12958 is named again in the reasons behind Classified By.
        if other.kind not in taken and (label.kind, other.kind) != ("classified", "order"):
            inside.append(other)
    return inside


def _block(body: str, label: _Label, limit: int) -> Block:
    text = body[label.end : _block_end(body, label, limit)].rstrip()
    shown = body[label.start : label.end]
    return Block(label.kind, shown, text, label.end, label.end + len(text))


def _block_end(body: str, label: _Label, limit: int) -> int:
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
            label = _Label("classified", place, place + _LATE_WORDS)
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
