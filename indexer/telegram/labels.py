"""The labels in the head of a telegram: E.O., TAGS, SUBJECT, REF, CLASSIFIED BY, as printed."""

import re
from dataclasses import dataclass
from typing import Final

_LONGEST_GAP: Final = 2000  # a label further behind the last one stands in prose

MARK: Final = r"(?:\([A-Z][A-Z/ -]{0,12}\)[ \t]*+)?"
LINE: Final = r"^[ \t\xa0>*¶\-\"'#./_]*+"
_CAVEAT: Final = r"(?-i:(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS)[ ]{1,3})?+"
# Of five digits one may be a letter, left out or stand apart.
_ORDER_NUMBER: Final = r"[#]?[12lI][0-9]?[ ,-]?[0-9OSB][ ]?[0-9OSB]"
_CABLE_NUMBER: Final = r"(?:\(?A[.)]{1,2}\s?)?(?:'?\d\d\s)?[A-Z][A-Z .'-]{2,30}\s\d{2,7}\b"

_LABEL: Final = re.compile(
    rf"""{LINE}{MARK}(?=[A-Za-z]){_CAVEAT}(?:
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


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a kind and where it stands; its text begins at ``end``.

    Kinds: order, tags, subject, reference, classified.
    """

    kind: str
    start: int
    end: int


def find_labels(body: str, limit: int) -> list[Label]:
    """The labels up to a limit: those at the beginnings of lines, between them those inside lines.

    >>> [label.kind for label in find_labels("TAGS: PREL SUBJECT: A WALK\\nREF: PARIS 12", 36)]
    ['tags', 'subject', 'reference']
    """
    at_lines = _at_lines(body, limit)
    kinds = {label.kind for label in at_lines} - {"reference"}
    labels = _unbroken(body, at_lines[0].start if at_lines else limit, kinds)
    if "subject" in kinds and not _has_more(body, at_lines, limit):
        return labels + at_lines
    ends = [label.start for label in at_lines[1:]] + [limit]
    for label, end in zip(at_lines, ends, strict=False):
        labels.append(label)
        labels += _inside(body, label, end, kinds)
    return labels


def _has_more(body: str, labels: list[Label], limit: int) -> bool:
    """Whether there may be labels inside lines; the bare SUBJECT is none that is sought here."""
    starts = {label.start for label in labels}
    return any(
        found.start() not in starts for found in _INLINE.finditer(body, labels[0].start, limit)
    )


def _unbroken(body: str, end: int, kinds: set[str]) -> list[Label]:
    """Labels above the first one at a line's beginning: where line ends were lost."""
    first = _UNBROKEN.search(body, 0, min(end, _UNBROKEN_WITHIN))
    return _inside(body, Label("", first.end(), first.end()), end, kinds) if first else []


def _at_lines(body: str, limit: int) -> list[Label]:
    labels: list[Label] = []
    last = 0
    for found in _LABEL.finditer(body, 0, limit):
        kind = found.lastgroup or ""
        if labels and found.start() - last > _LONGEST_GAP:
            break
        last = found.end()
        if kind == "order" and any(label.kind == kind for label in labels):
            continue  # E.O. 12958 is named again behind Classified By
        labels.append(Label(kind, found.start(kind), found.end()))
    return labels


def _inside(body: str, label: Label, end: int, kinds: set[str]) -> list[Label]:
    found = [
        Label(_INLINE_KINDS[match[0][0]], match.start(), match.end())
        for match in _INLINE.finditer(body, label.end, end)
    ]
    if label.kind == "tags" and (bare := _BARE_SUBJECT.search(body, label.end, end)):
        found.append(Label("subject", bare.start(), bare.end()))
    if not found:
        return found
    inside: list[Label] = []
    for other in sorted(found, key=lambda other: other.start):
        taken = {label.kind, *kinds, *(before.kind for before in inside)}
        # E.O. 12958 is named again in the reasons behind Classified By.
        if other.kind not in taken and (label.kind, other.kind) != ("classified", "order"):
            inside.append(other)
    return inside
