"""The name at the end of a telegram."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .footer import is_footer, is_lone_word, is_ruled_words, without_site
from .signer_shapes import glued_name, is_mixed_name, is_name_in_small_letters, is_retyped

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


_STOPS: Final = (".", "!", "?", '."', ".'", ".)")
_SIGNS: Final = " \t\xa0#"


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
        if end - start > 200 or not _is_below(body, start, end):
            found = _signature(body, start, end)
            return Signature(found.name, without_site(body, found.start))
        if not start:
            return Signature("", 0)
        end = start
    return Signature("", end)


def _is_below(body: str, start: int, end: int) -> bool:
    """Is a line below the signature, and not the end of a sentence?"""
    line = body[start:end].strip(_EDGES)
    if is_lone_word(line):
        return body[end - 1] != "." and not _goes_on(body, start)
    return is_footer(line) or is_ruled_words(body[start:end])


def _signature(body: str, start: int, end: int) -> Signature:
    line = _without_signs(body[start:end]) if end - start <= 3 * _LONGEST else ""
    if 0 < len(line) <= _LONGEST and _is_signer(body, start, end, line):
        return Signature(" ".join(line.split()), start)
    place = glued_name(body, start, start + len(body[start:end].rstrip(_SIGNS)), _NO_NAMES)
    if place:
        return Signature(body[place:end].rstrip(_SIGNS), place)
    return Signature("", end)


def _is_signer(body: str, start: int, end: int, line: str) -> bool:
    """In capitals; else with a capital inside, or on a retyped page, where no sentence goes on."""
    if _is_name(line):
        return not _goes_on(body, start)
    if line.isupper() or body[end - 1] == "." or not _is_apart(body, start):
        return False
    if is_mixed_name(line, _NO_NAMES):
        return True
    return is_name_in_small_letters(line, _NO_NAMES) and is_retyped(body)


def _is_apart(body: str, start: int) -> bool:
    """Is the line behind a blank one, or one that ends with a full stop?"""
    above = body[max(0, start - 200) : start].removesuffix("\n").rpartition("\n")[2].rstrip()
    return not above or above.endswith(_STOPS) or _SALUTE.fullmatch(above.strip()) is not None


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
