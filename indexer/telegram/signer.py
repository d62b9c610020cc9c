"""The name at the end of a telegram."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .footer import is_footer

_TAIL: Final = 2500
_MOST_LINES: Final = 30
_LONGEST: Final = 40
_FULL_LINE: Final = 55

_EDGES: Final = " \t\xa0\x00\x1a-=_*~.<>|#%¶\\/:;,"
_AROUND: Final = " \t\xa0\x00\x1a*=_<>~|¶\\-\"\u201c\u201d"
# What stands before the name on its line.
_BEFORE: Final = re.compile(
    r"(?:(?:UNQUOTE|END (?:OF )?(?:TEXT|QUOTE|COMMENT|SUMMARY|NOTE)|\(?SIGNED\)?|/S/"
    r"|(?:(?:BEST|WARM|WARMEST|KIND) )?REGARDS)[\s.,:\"]*+|\d{1,2}\.\s++(?=[A-Z]{2})"
    r"|(?:AMBASSADOR|AMB\.?|CHARGE|ACTING) (?=[A-Z]))++",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?:\s{1,9}+(?:N{3,5}|BT|SIPDIS|UNQUOTE|UNCLASSIFIED|CONFIDENTIAL|SECRET|SENDS|ACTING|ACTG)"
    r"|,?\s?(?:[(\[](?:ACTING|AMBASSADOR|CHARGE)[)\]]|,\s?(?:ACTING|AMBASSADOR|CHARGE))"
    r"|(?<=[A-Z])NNNN)\.?\Z",
    re.IGNORECASE,
)
_CAPITAL: Final = "[A-Z\u00c0-\u00d6\u00d8-\u00de]"
_WORD: Final = (
    rf"(?:Mc|Mac|De|de|La|Le|Di|O')?+{_CAPITAL}(?:{_CAPITAL}|['\u2019])*+"
    rf"(?:-{_CAPITAL}(?:{_CAPITAL}|['\u2019])*+)*+"
)
_NAME: Final = re.compile(
    rf"(?:{_CAPITAL}\.\s?+|{_CAPITAL}\s){{0,3}}+(?:(?:ST\.|DR\.)\s)?+{_WORD}"
    rf"(?:\s{_CAPITAL}\.?(?=\s))?+(?:\s(?![JS]R\b){_WORD}){{0,3}}+(?:,?\s(?:JR|SR|II|III|IV)\.?)?"
)
_NO_NAME_WORDS: Final = """
A ACTION AGENDA AN AND ANNEX ARE AS ASSISTANCE AT ATTACHMENT ATTACHMENTS BACKGROUND BE BEGIN BIO
BIOGRAPHIC BY CABLE CLASSIFICATION CLASSIFIED COMMENT COMMENTS CONCLUDED CONCLUSION CONSIDERED
CONTINUED DATA DECLASSIFY DECONTROL DEPARTMENT DRAFTED EMBASSY END ENDED ENDNOTE ENDNOTES ENDS
EXEMPT FOR FROM GOVERNMENT HAS HAVE HIS IN INFO INTRODUCTION IS IT ITS MESSAGE MINIMIZE NNNN NO NONE
NOT NOTE NOTES OF ON OR PARA PARTICIPANTS PASS PASSED PLEASE POST PROGRAM QUOTE QUOTED
RECOMMENDATION RECOMMENDATIONS REDACTED REFTEL REGARDS RELEASE RELEASED REQUEST REQUESTED SECTION
SENSITIVE SENT SIPDIS STATE SUBJECT SUMMARY TABLE TEXT THANK THANKS THAT THE THEIR THESE THIS TO
UNQUOTE USG WAS WERE WHICH WILL WITH
"""
_NO_NAMES: Final = frozenset(_NO_NAME_WORDS.split())
_REDACTED: Final = re.compile(r"X{3,}")
_SALUTE: Final = re.compile(r"(?:\w+ )?(?:regards|sincerely|respectfully),\Z", re.IGNORECASE)
_HANGING: Final = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "her", "his", "in", "its", "of", "on", "or",
     "our", "that", "the", "their", "this", "to", "which", "with")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signature:
    """The signer as printed, '' if there is none, and where the text of the telegram ends."""

    name: str
    start: int


def read_signer(body: str) -> str:
    """The signer as printed, without the signs behind it, '' if there is none.

    A title or the word ACTING beside the name is no part of it.

    >>> read_signer("12. (U) Thanks are due.\\nVAN EXAMPLE##\\n\\nNNNN\\n\\nEnd Cable Text\\n")
    'VAN EXAMPLE'
    >>> read_signer("12. (U) This was cut off in")
    ''
    """
    return find_signature(body).name


# The paragraphs, the summary and the comment of one text end here too.
@lru_cache(maxsize=2)
def find_signature(body: str) -> Signature:
    """The signature, or where the footer begins in its place."""
    start = end = len(body)
    for _ in range(_MOST_LINES):
        end = len(body[max(0, end - _TAIL) : end].rstrip()) + max(0, end - _TAIL)
        start = body.rfind("\n", max(0, end - _TAIL), end) + 1
        if end - start > 200 or not is_footer(body[start:end].strip(_EDGES)):
            return _signature(body, start, end)
        if not start:
            return Signature("", 0)
        end = start
    return Signature("", end)


def _signature(body: str, start: int, end: int) -> Signature:
    line = _without_signs(body[start:end]) if end - start <= 3 * _LONGEST else ""
    if not 0 < len(line) <= _LONGEST or not _is_name(line) or _goes_on(body, start):
        return Signature("", end)
    return Signature(" ".join(line.split()), start)


def _without_signs(line: str) -> str:
    line = line.strip(_AROUND).lstrip("#").partition("#")[0].strip(_AROUND)
    if before := _BEFORE.match(line):
        line = line[before.end() :]
    while behind := _BEHIND.search(line):
        line = line[: behind.start()]
    line = line.strip(" \t,;:\"")
    return line if line.endswith(("JR.", "SR.")) else line.strip(". ")


def _is_name(line: str) -> bool:
    words = line.replace(".", " ").replace("-", " ").split()
    return (
        _NAME.fullmatch(line) is not None
        and len(max(words, key=len, default="")) > 1
        and _NO_NAMES.isdisjoint(words)
        and not _REDACTED.fullmatch(line)
    )


def _goes_on(body: str, start: int) -> bool:
    """Is the line the end of a sentence that began on the line before?

    That line ends in a comma or a small word, or is full and all in capitals.
    """
    line = body[max(0, start - 200) : start].removesuffix("\n").rpartition("\n")[2]
    text = line.rstrip()
    if not text:
        return False
    if text[-1] == ",":
        return not _SALUTE.fullmatch(text.strip())
    if text.rpartition(" ")[2].lower() in _HANGING:
        return True
    return len(line) > _FULL_LINE and text.isupper() and text[-1].isalnum()
