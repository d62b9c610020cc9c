"""The subject line of a telegram, on one line and without the marks around it."""

import re
from typing import Final

from .blocks import Head
from .levels import spaced

_LONGEST: Final = 2000

_PORTION: Final = (
    r"[(\[]\s?(?:C|U|S|TS|SBU|LOU|FOUO|NF|CONFIDENTIAL|UNCLAS(?:SIFIED)?|SECRET)"
    r"(?:\s?[/,-]{1,2}\s?(?:NF|NOFORN|FOUO|SBU|SF|REL|C|U))?\s?[)\]]"
)
# SUBJECT: C O R R E C T E D COPY (SUBJECT LINE): what it says of itself, not its subject.
_CORRECTED: Final = (
    rf"{spaced('CORRECTED')}\s*+{spaced('COPY')}\s*+(?:\([^()\n]{{0,60}}\))?\s*+[:;-]\s*+"
)
_MARK_BEFORE: Final = re.compile(
    rf"(?:{_PORTION}[\s:.-]*+|SUBJ(?:ECT)?\s?:\s*+|[:;]\s*+|{_CORRECTED})+", re.I
)
_MARK_BEHIND: Final = re.compile(rf"\s{{0,3}}{_PORTION}[\s.]{{0,3}}\Z", re.I)
# What a missing line end left at the end: the beginning of a label whose text is read elsewhere.
_GLUED: Final = re.compile(
    r"(?:\s|(?<=[A-Z.\"')]))"
    r"(?:REF(?:TELS?|S|\(S\))?\s?[:;]|Ref(?:s|tels?|\(s\))?:|REFS?\s\(?[A-Z][).:]"
    r"|C(?:LASSIFIED|lassified)\s[Bb][Yy]\b"
    r"|E\.O\.\s?1\d{4}|SIPDIS\Z|REF(?:S|TEL)?\Z)"
)
_NEXT: Final = re.compile(
    r"\n[ \t]*+(?:¶|\d{1,2}\.\s*+\(|CLASSIF(?:IED|ICATION)\b|Classified\b"
    r"|(?:BEGIN |\([A-Z/]{1,6}\) )?(?:SUMMARY|Summary)[ ]?(?:[:.]|\n))"
)
_RULE_BEHIND: Final = re.compile(r"\s*+[-=_*~]{3,}\s*\Z")


def read_subject(head: Head) -> str:
    """The subject, '' if there is none.

    >>> from indexer.telegram.blocks import read_blocks
    >>> read_subject(read_blocks("SUBJECT: (C) A WALK IN\\n THE  RAIN (C)\\nREF: PARIS 12"))
    'A WALK IN THE RAIN'
    >>> read_subject(read_blocks("The plan is\\nsubject to approval."))
    ''
    """
    for text in head.texts("subject"):
        if subject := _on_one_line(text[:_LONGEST]):
            return subject
    return ""


def _on_one_line(text: str) -> str:
    if following := _NEXT.search(text):
        text = text[: following.start()]
    line = " ".join(text.split())
    if glued := _GLUED.search(line):
        line = line[: glued.start()].rstrip(" (-;,")
    return _without_marks(line)


def _without_marks(line: str) -> str:
    line = _RULE_BEHIND.sub("", line)
    if before := _MARK_BEFORE.match(line):
        line = line[before.end() :]
    while behind := _MARK_BEHIND.search(line):
        line = line[: behind.start()]
    return line.rstrip(" ([").lstrip()
