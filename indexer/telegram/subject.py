"""The subject line of a telegram, on one line and without the marks around it."""

import re
from typing import Final

from .blocks import Head
from .levels import spaced
from .subject_end import cut_subject

_LONGEST: Final = 2000

_PORTION: Final = (
    r"[(\[]\s?(?:C|U|S|TS|SBU|LOU|FOUO|NF|CONFIDENTIAL|UNCLAS(?:SIFIED)?|SECRET)"
    r"(?:(?:\s?[/,-]{1,2}\s?|\s)(?:NF|NOFORN|FOUO|SBU|SF|REL(?:\sTO)?(?:\s[A-Z, ]{2,30})?|C|U))?+"
    r"\s?[)\]]"
)
# SUBJECT: C O R R E C T E D COPY (SUBJECT LINE): what it says of itself, not its subject.
_CORRECTED: Final = (
    rf"[*/(\s]{{0,6}}+{spaced('CORRECTED')}\s*+{spaced('COPY')}(?!\s+(?:OF|FOR|TO|FROM)\b)[)*/\s]{{0,6}}+"
    r"(?:\([^()\n]{0,60}\)\s*+)?[:;\u2013\u2014-]{0,3}+\s*+"
)
_MARK_BEFORE: Final = re.compile(
    rf"(?:{_PORTION}[\s:.-]*+|SUBJ(?:ECT)?\s?:\s*+|[:;]\s*+|[-\u2013\u2014]++\s*+|{_CORRECTED}"
    r"|(?:C|U|S|SBU)\)\s++)++",
    re.IGNORECASE,
)
_MARK_BEHIND: Final = re.compile(
    rf"(?:\s{{0,3}}{_PORTION}|\s(?:C|U|S|SBU)\)|\s\((?:C|U|S|SBU))[\s.]{{0,3}}\Z", re.IGNORECASE
)
_RULE_BEHIND: Final = re.compile(r"(?:\s[-=_*~]{1,2}|[-=_*~]{3,80}|\s[-=_*~\s]{3,80})\s?\Z")
# Without these at its ends a line has no mark there.
_OPENS: Final = frozenset("([:;-\u2013\u2014*/CUScus")
_CLOSES: Final = frozenset("()[]")
_RULES: Final = frozenset("-=_*~")
# A line that ends in a hyphen or a stroke within a word is joined without a blank.
_TORN: Final = re.compile(
    r"(?<=[A-Za-z0-9.][-/])[ \t]*+\n[ \t]*+(?!(?:AND|OR|TO)\b)(?=[A-Za-z0-9])"
)


def read_subject(head: Head) -> str:
    """The subject, '' if there is none.

    >>> from indexer.telegram.blocks import read_blocks
    >>> read_subject(read_blocks("SUBJECT: (C) A WALK IN\\n THE  RAIN (C)\\nREF: PARIS 12"))
    'A WALK IN THE RAIN'
    >>> read_subject(read_blocks("The plan is\\nsubject to approval."))
    ''
    """
    for block in head.blocks:
        if block.kind == "subject" and (subject := _on_one_line(block.text[:_LONGEST])):
            return subject
    return ""


def _on_one_line(text: str) -> str:
    text = cut_subject(text)
    if "\n" in text:
        text = _TORN.sub("", text)
    return _without_marks(" ".join(text.split()))


def _without_marks(line: str) -> str:
    line = _without_rule(line)
    if line[:1] in _OPENS and (before := _MARK_BEFORE.match(line)):
        line = line[before.end() :]
    while not _CLOSES.isdisjoint(line[-5:]) and (behind := _MARK_BEHIND.search(line)):
        line = line[: behind.start()]
    return _without_rule(line).rstrip(" ([").lstrip()


def _without_rule(line: str) -> str:
    return _RULE_BEHIND.sub("", line) if line[-1:] in _RULES else line
