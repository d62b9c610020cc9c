"""The name at the end of a telegram."""

import re
from dataclasses import dataclass
from typing import Final

_TAIL: Final = 2500
_MOST_LINES: Final = 30
_LONGEST: Final = 40
_FULL_LINE: Final = 55

# What a printer, a publisher or an archive put below the name.
_FOOTER: Final = re.compile(
    r"(?:N{2,6}|END (?:OF )?(?:CABLE|MESSAGE|DOCUMENT|TELEGRAM)(?: TEXT)?"
    r"|(?:CABLE|MESSAGE|DOCUMENT) ENDS?|BT|SIPDIS|NOFORN|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE"
    r"|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE|FOUO"
    r"|FOR OFFICIAL USE ONLY|END CABLE TEXT|MINIMIZE CONSIDERED"
    r"|[# ]*\d{1,6}|PAGE \d+.{0,60})(?:\s?//?\s?(?:NOFORN|SIPDIS|FOR OFFICIAL USE ONLY|SBU|NF))?",
    re.IGNORECASE,
)
_SPACED: Final = re.compile(r"(?:[A-Z] ){4,}+[A-Z]")
_VISIT: Final = re.compile(r"Visit |VISIT |For more |www\.|[^\n]*https?://")
_EDGES: Final = " \t\xa0-=_*~.<>|#¶\\/:;,"
# What stands before the name on its line.
_BEFORE: Final = re.compile(
    r"(?:(?:UNQUOTE|END (?:OF )?(?:TEXT|QUOTE|COMMENT|SUMMARY|NOTE)|\(?SIGNED\)?|/S/)[\s.:\"]*+)++"
)
_BEHIND: Final = re.compile(r"\s+(?:N{3,5}|BT|SIPDIS|UNQUOTE|UNCLASSIFIED|CONFIDENTIAL|SECRET)\Z")
_NAME: Final = re.compile(
    r"(?:[A-Z]\.?\s){0,2}+(?:(?:ST\.|DR\.)\s)?(?:(?:Mc|Mac|De|de|La|Le|Di|O')?[A-Z][A-Z'\u2019]*+"
    r"(?:-[A-Z][A-Z'\u2019]*+)*+)(?:\s(?:Mc|Mac)?[A-Z][A-Z'\u2019-]*+){0,2}"
    r"(?:,?\s(?:JR|SR|II|III|IV)\.?)?"
)
_NO_NAME_WORDS: Final = """
A ACTION AN AND ARE AS ASSISTANCE AT BE BEGIN BY CABLE CLASSIFICATION COMMENT COMMENTS CONCLUDED
CONSIDERED CONTINUED DECLASSIFY DECONTROL DEPARTMENT DRAFTED EMBASSY END ENDED ENDS EXEMPT FOR
FROM GOVERNMENT HAS HAVE HIS IN INFO IS IT ITS MESSAGE MINIMIZE NNNN NO NONE NOT NOTE NOTES OF ON
OR PARA PASS PASSED PLEASE POST PROGRAM QUOTE QUOTED REDACTED REFTEL REGARDS RELEASE RELEASED
REQUEST REQUESTED SECTION SENSITIVE SENT SIPDIS STATE SUBJECT SUMMARY TEXT THAT THE THEIR THESE
THIS TO UNQUOTE USG WAS WERE WHICH WILL WITH
"""
_NO_NAMES: Final = frozenset(_NO_NAME_WORDS.split())
_REDACTED: Final = re.compile(r"X{3,}")


@dataclass(frozen=True, slots=True)
class Signature:
    """The signer as printed, '' if there is none, and where the text of the telegram ends."""

    name: str
    start: int


def read_signer(body: str) -> str:
    """The signer as printed, without the signs behind it, '' if there is none.

    >>> read_signer("12. (U) Thanks are due.\\nVAN EXAMPLE##\\n\\nNNNN\\n\\nEnd Cable Text\\n")
    'VAN EXAMPLE'
    >>> read_signer("12. (U) This was cut off in")
    ''
    """
    return find_signature(body).name


def find_signature(body: str) -> Signature:
    """The signature, or where the footer begins in its place."""
    start = end = len(body)
    for _ in range(_MOST_LINES):
        end = len(body[max(0, end - _TAIL) : end].rstrip()) + max(0, end - _TAIL)
        start = body.rfind("\n", max(0, end - _TAIL), end) + 1
        line = body[start:end].strip(_EDGES)
        if end - start > 200 or not _is_footer(line):
            return _signature(body, start, end)
        if not start:
            return Signature("", 0)
        end = start
    return Signature("", end)


def _is_footer(line: str) -> bool:
    if not line:
        return True
    return bool(_FOOTER.fullmatch(line) or _SPACED.fullmatch(line) or _VISIT.match(line))


def _signature(body: str, start: int, end: int) -> Signature:
    line = body[start:end].strip(" \t\xa0#*=_<>~|¶\\-")
    if before := _BEFORE.match(line):
        line = line[before.end() :]
    line = _BEHIND.sub("", line).strip(" #\t")
    if not line.endswith(("JR.", "SR.")):
        line = line.strip(". ")
    if len(line) > _LONGEST or not _is_name(line) or _goes_on(body, start):
        return Signature("", end)
    return Signature(" ".join(line.split()), start)


def _is_name(line: str) -> bool:
    words = line.replace(".", " ").replace("-", " ").split()
    return (
        _NAME.fullmatch(line) is not None
        and len(max(words, key=len, default="")) > 1
        and _NO_NAMES.isdisjoint(words)
        and not _REDACTED.fullmatch(line)
    )


def _goes_on(body: str, start: int) -> bool:
    """Is the line the end of a sentence that began on the full line before, all in capitals?"""
    line = body[max(0, start - 200) : start].removesuffix("\n").rpartition("\n")[2]
    text = line.rstrip()
    if not text:
        return False
    return text[-1] == "," or (
        len(line) > _FULL_LINE and text.isupper() and text[-1].isalnum()
    )
