"""Where a subject ends within its block: before a line, or words, of another field."""

import re
from collections.abc import Sequence
from typing import Final

from .levels import LEVEL

_FEWEST_SMALL_WORDS: Final = 4

_NUMBERED: Final = r"(?:'?\d\d(?:\d\d)?\s)?[A-Z][A-Z .]{2,25}\s\d{1,6}\b"
_MARKING: Final = (
    rf"(?:{LEVEL}|SENSITIVE(?: BUT UNCLASSIFIED)?|SBU|FOUO|SIPDIS|NOFORN|EXDIS|NODIS|LIMDIS|STADIS"
    r"|NOT FOR INTERNET (?:DISTRIBUTION|PUBLICATION))"
)
_HEADINGS: Final = (
    r"(?:EXECUTIVE |BEGIN )?SUMMARY|INTRODUCTION|ACTION REQUEST|BACKGROUND|OVERVIEW|KEY POINTS"
    r"|COMMENT|DETAILS|CONTEXT"
)
_OTHER_LINE: Final = re.compile(
    r"[ \t]*+(?:[-=_*~]{1,3}\s*\Z|¶|\d{1,2}[.)]\s*+\(|CLASSIF(?:IED|ICATION)\b|Classified\b"
    r"|(?:REASONS?|Reasons?|DECL|DERIVED FROM|Derived from)\s?:"
    r"|(?:BEGIN |EXECUTIVE |\([A-Z/]{1,6}\) )?(?:SUMMARY|Summary)(?:[ ]?[:.]|\s*\Z)"
    rf"|{_MARKING}(?:[ \t,/-]{{0,3}}{_MARKING}){{0,3}}\s*\Z"
    r"|MINIMIZE\b|(?:STATE|DEPT|DEPARTMENT|SECSTATE)(?: PLEASE| PLS)? (?:FOR|PASS)\b"
    r"|(?:PLS |PLEASE )PASS\b|PASS TO [A-Z]|FOR [A-Z][A-Z ,./]{1,30} FROM (?:THE )?"
    r"(?:AMB|CHARGE|DCM|CDA|CHIEF|CONSUL|COUNSELOR)"
    r"|(?:BT|NNNN|QUOTE:?|(?:BEGIN|FOLLOWING IS)[A-Z ]{0,20} TEXT:?)\s*\Z"
    rf"|\(?[A-Z][.)]\s{_NUMBERED}|REFS?[\s:]{{1,3}}(?:NONE|N/A))"
)
_HEADING: Final = re.compile(rf"[ \t]*+(?:{_HEADINGS})\s*\Z", re.IGNORECASE)
_SMALL_WORD: Final = re.compile(r"\b[a-z]{2,20}\b")

# What a missing line end left at the end: the beginning of a label whose text is read elsewhere.
_GLUED: Final = re.compile(
    r"(?:\s|(?<=[A-Z.\"')]))"
    r"(?:REF(?:TELS?|S|\(S\))?\s?[:;]|Ref(?:s|tels?|\(s\))?:|REFS?\s\(?[A-Z][).:]"
    rf"|REF(?:S|TELS?|ERENCES?)?[\s:]{{1,3}}(?={_NUMBERED})"
    r"|C(?:LASSIFIED|lassified)(?:\s[Bb][Yy]\b|:)"
    r"|E\.O\.\s?1\d{4}|SIPDIS\Z|REF(?:S|TEL)?\Z|DECL:\s|¶\s?1\.|1\.\s?\((?:C|S|U|SBU)[/)]"
    r"|SUMMARY:\s\()"
)
_GLUE: Final = ("REF", "Ref", "LASSIFIED", "lassified", "E.O.", "SIPDIS", "DECL", "1.", "SUMMARY:")


def cut_subject(text: str) -> str:
    """The part of a block's text that is its subject.

    >>> cut_subject("RAIN\\nAND SUN\\nSENSITIVE"), cut_subject("RAIN REF: PARIS 12")
    ('RAIN\\nAND SUN', 'RAIN')
    """
    if "\n" in text.strip():
        text = _before_other_line(text)
    if any(sign in text for sign in _GLUE) and (glued := _GLUED.search(text)):
        text = text[: glued.start()].rstrip(" (-;,")
    return text


def _before_other_line(text: str) -> str:
    lines = text.strip().split("\n")
    for number, line in enumerate(lines[1:], 1):
        if _OTHER_LINE.match(line) or _is_prose(lines[:number], line):
            return "\n".join(lines[:number])
    if _HEADING.match(lines[-1]):
        lines.pop()
    return "\n".join(lines)


def _is_prose(before: Sequence[str], line: str) -> bool:
    """A sentence in small letters below a subject in capitals."""
    if line.isupper() or len(_SMALL_WORD.findall(line)) < _FEWEST_SMALL_WORDS:
        return False
    return not any(_SMALL_WORD.search(other) for other in before)
