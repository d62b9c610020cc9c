"""The marks of a summary or a comment: where its headings end, and where its END marks begin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from .paragraphs import NUMBER
from .portion import PORTION
from .slips import slips

_MOST: Final = 100
_LONGEST_END: Final = 48

LEAD: Final = rf"[ \t\xa0]*+(?:¶?[ \t]*+{NUMBER}[ \t]*+)?(?:{PORTION}:?[ \t]*+)?"
"""A regular expression for the number and the portion mark at the beginning of a line."""

LONGEST_LEAD: Final = 90
"""Characters of what is looked at before a heading on its line."""

_QUALIFIERS: Final = (
    r"BEGIN|EXECUTIVE|INTRODUCTION|POST|EMBASSY|MISSION|CONSULATE|MEETING|CABLE|COMMENT|SUMMARY"
    r"|ANALYSIS|CONCLUSION|NOTE|ACTION REQUEST|KEY POINTS|OVERVIEW|AND"
)
_BEFORE: Final = re.compile(
    rf"{LEAD}[-=*_~.\"( \t]*+(?:(?:{_QUALIFIERS}|&|/)[ /]*+){{0,3}}+\Z", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(rf"[(\[](?:(?:{_QUALIFIERS})[ ])?+\Z", re.IGNORECASE)
_DOT: Final = re.compile(r"S?[.:]\s")
_BEGIN: Final = re.compile(r"\bBEGIN +\Z", re.IGNORECASE)
_HEAD_LINE: Final = re.compile(r"[ \t]*+(?:S?UBJ|REF|TAGS)", re.IGNORECASE)
_MORE: Final = (
    rf"S?(?: ?(?:AND|&|/) ?(?:[A-Z]{{1,30}}+ ?){{1,4}}+)?(?: ?{PORTION})?[ \")]?"
    r"(?:[ \t]{1,3}(?=[-:]))?"
)
_BEHIND: Final = re.compile(
    rf"{_MORE}(?:[:;.,\u2013\u2014]{{1,9}}+|[-=*_~]{{1,90}}+:?|(?<=\))\s|(?=\n)|\Z|(?=\s{{0,40}}+¶?{NUMBER}))",
    re.IGNORECASE,
)
_COLON: Final = re.compile(
    rf"(?:S?,(?: ?,? ?(?:{_QUALIFIERS}|BACKGROUND|RECOMMENDATIONS?)){{1,4}} ?|{_MORE}"
    r"|S? OF [A-Z ]{3,30}):",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    r"\s(?!(?i:(?:OF|FOR|ON|BY|TO|IS|WAS|FROM|IN)\b|COURT|EXECUTION|JUSTICE|TRIAL|JUDG|PROCE"
    r"|DISMISS|REPORT|TABLE|RECORD|PERIOD))(?=[A-Z(\"])"
)
_END_BEFORE: Final = re.compile(
    r"\b(?:END(?:S|ING)?|EDN|E N D|(?-i:EN))[\s.-]*+(?:OF\s)?(?:THE\s)?"
    r"(?:(?:\w+\s(?:AND|&)|\w+\s?/|EXECUTIVE|POST|EMBASSY|ACTION)\s?)?\Z",
    re.IGNORECASE,
)
_END_BEHIND: Final = re.compile(r"S?\s(?:ENDS|ENDED|CONCLUDED)\b", re.IGNORECASE)
# What a slip makes of the words; each begins with letters that are searched for fast.
_NEARLY: Final = {
    "SUMMARY": (
        re.compile(r"SUM[MARYEU]{2,6}\b"),
        re.compile(r"Sum[maryeu]{2,6}\b"),
        re.compile(r"S U M M A R Y\b"),
    ),
    "COMMENT": (
        re.compile(r"COM[MENT]{2,6}\b"),
        re.compile(r"Com[ment]{2,6}\b"),
        re.compile(r"C O M M E N T\b"),
    ),
}


@dataclass(frozen=True, slots=True)
class Marks:
    """Where headings end, and the begins of END marks, both in order."""

    headings: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """Where a word begins and where it ends."""

    start: int
    end: int


def first_marks(body: str, word: str) -> Marks:
    """The marks with a word in capitals, those at the beginning of a body if there are many.

    >>> first_marks("1. (C) Summary: It rained. End Summary.", "SUMMARY")
    Marks(headings=(15,), ends=(27,))
    """
    marks = _marks(body, list(_words(body, word))[:_MOST])
    return marks if marks.headings else _with_misspelt(body, word, marks)


def last_marks(body: str, word: str) -> Marks:
    """The same of the body's end."""
    marks = _marks(body, list(_words(body, word))[-_MOST:])
    return marks if marks.headings else _with_misspelt(body, word, marks)


def _with_misspelt(body: str, word: str, marks: Marks) -> Marks:
    """The headings with the word misspelt, and those END marks where there are no others."""
    words = sorted(islice(_misspelt(body, word), _MOST), key=lambda word: word.start)
    misspelt = _marks(body, words)
    return Marks(misspelt.headings, marks.ends or misspelt.ends)


def _words(body: str, word: str) -> list[_Word]:
    """Where a word stands, in capitals, with a capital, or in small letters."""
    return [_Word(start, start + len(word)) for start in sorted(_starts(body, word))]


def _starts(body: str, word: str) -> Iterator[int]:
    """Two searches do for three spellings: the first letter is looked at afterwards."""
    first, rest = word[0], word[1:]
    for tail, heads in ((rest, first), (rest.lower(), first + first.lower())):
        place = body.find(tail, 1)
        while place > 0:
            if body[place - 1] in heads:
                yield place - 1
            place = body.find(tail, place + len(tail))


def _misspelt(body: str, word: str) -> Iterator[_Word]:
    """Where the word stands with one slip, or with its letters apart."""
    for found in chain.from_iterable(pattern.finditer(body) for pattern in _NEARLY[word]):
        letters = found[0].replace(" ", "").upper()
        if letters == word or slips(letters, word) == 1:
            yield _Word(found.start(), found.end())


def _marks(body: str, words: Sequence[_Word]) -> Marks:
    headings, ends = [], []
    for word in words:
        before = body[max(0, word.start - _LONGEST_END) : word.start]
        if end := _END_BEFORE.search(before):
            ends.append(word.start - len(before) + end.start())
        elif _END_BEHIND.match(body, word.end):
            ends.append(word.start)
        elif heading := _heading(body, word):
            headings.append(heading)
    return Marks(tuple(headings), tuple(ends))


def _heading(body: str, word: _Word) -> int:
    """Where a heading that holds the word ends, 0 if the word stands in a sentence."""
    line = body.rfind("\n", max(0, word.start - LONGEST_LEAD), word.start) + 1
    before = body[line : word.start] if word.start - line <= LONGEST_LEAD else ""
    at_line = (line == word.start or before) and _BEFORE.match(before)
    capital = body[word.start].isupper()
    found = None
    if at_line and (capital or _BEGIN.search(before)):
        found = _COLON.match(body, word.end) or _BEHIND.match(body, word.end)
        found = found or _BARE.match(body, word.end)
    elif at_line or (capital and not _HEAD_LINE.match(before)):
        found = _COLON.match(body, word.end)
    if not found and before and _IN_BRACKETS.search(before):
        found = _DOT.match(body, word.end)
    return found.end() if found else 0
