"""The summary of a telegram, and its last comment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .paragraphs import NUMBER, PORTION, without_heading
from .signer import find_signature

_MOST_MARKS: Final = 100
_LONGEST_LEAD: Final = 90
_LONGEST_END: Final = 48

_LEAD: Final = rf"[ \t\xa0]*+(?:¶?[ \t]*+{NUMBER}[ \t]*+)?(?:{PORTION}[ \t]*+)?"
_BEFORE: Final = re.compile(
    rf"{_LEAD}[-=*.\"( \t]*+(?:(?:BEGIN|EXECUTIVE|INTRODUCTION|POST|EMBASSY|MISSION|CONSULATE"
    r"|COMMENT|SUMMARY|ANALYSIS|CONCLUSION|NOTE|ACTION REQUEST|OVERVIEW|AND|&|/)[ /]*+){0,3}+\Z",
    re.IGNORECASE,
)
_MORE: Final = rf"S?(?: ?(?:AND|&|/) ?(?:[A-Z]++ ?){{1,4}}+)?(?: ?{PORTION})?[ \"]?"
_BEHIND: Final = re.compile(
    rf"{_MORE}(?:[:;.,\u2013\u2014]+|[-=*]+|(?=\n)|\Z|(?=\s*¶?{NUMBER}))", re.IGNORECASE
)
_COLON: Final = re.compile(rf"{_MORE}:", re.IGNORECASE)
_BARE: Final = re.compile(r"\s(?!(?:OF|FOR|ON|BY|TO|IS|WAS|FROM|IN)\b)(?=[A-Z(\"])")
_END_BEFORE: Final = re.compile(
    r"\b(?:END(?:S|ING)?|EDN)[\s.-]*+(?:OF\s)?(?:THE\s)?"
    r"(?:(?:\w+\s(?:AND|&)|\w+\s?/|EXECUTIVE|POST|EMBASSY|ACTION)\s?)?\Z",
    re.IGNORECASE,
)
_END_BEHIND: Final = re.compile(r"S?\s(?:ENDS|ENDED|CONCLUDED)\b", re.IGNORECASE)

_RULE: Final = re.compile(r"^[ \t]*+[-=_*.~#][-=_*.~# \t]{2,}+$", re.MULTILINE)
_RULED_HEADING: Final = re.compile(r"\n[ \t]*+\n(?:[^\n]{1,80}\n)?[ \t]*+[-=_*]{3,}")
_PARAGRAPH: Final = re.compile(r"\n[ \t]*+(?:¶[ \t]*+\d{1,3}|\d{1,3}[ \t]?\.(?!\d))")
_LEADS: Final = re.compile(
    rf"^[ \t\xa0]*+(?:¶[ \t]*+{NUMBER}|\d{{1,3}}\.(?=[ \t]*+{PORTION}))[ \t]*+(?:{PORTION})?",
    re.MULTILINE | re.IGNORECASE,
)
_LAST_LEAD: Final = re.compile(rf"\n{_LEAD}[-=*. \t]*+\Z", re.IGNORECASE)
_CLOSED: Final = re.compile(r"[^()]*+\)")
_FIRST_LEAD: Final = re.compile(rf"[\s.:;,\-=_*)\u2014]*+{_LEAD}[\s.:;-]*+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where headings end, and the begins of END marks, both in order."""

    headings: tuple[int, ...]
    ends: tuple[int, ...]


def read_summary(body: str) -> str:
    """The summary on one line, without paragraph numbers and portion marks; '' if there is none.

    >>> read_summary("1. (C) SUMMARY AND COMMENT: It rained.\\n2. (C) A lot. END SUMMARY.\\n3. x")
    'It rained. A lot.'
    >>> read_summary("1. (C) Summary. It rained.\\n\\n2. (C) Details.")
    'It rained.'
    """
    marks = _marks(body, "SUMMARY", _places(body, "SUMMARY")[:_MOST_MARKS])
    if marks.ends:
        return _before_end(body, marks.headings[:1], marks.ends[0])
    if not marks.headings:
        return ""
    start, end = marks.headings[0], _section_end(body, marks.headings[0])
    if _is_alone(body, start) and body[end : end + 1] == "\n" and body[end:].strip():
        return _clean(body[start:end])
    return _in_paragraph(body, start, end)


def read_comment(body: str) -> str:
    """The last comment, likewise.

    >>> read_comment("1. It rained. COMMENT: Too much. END COMMENT.\\n2. (C) Comment: Alas.\\nDOE")
    'Alas.'
    """
    marks = _marks(body, "COMMENT", _places(body, "COMMENT")[-_MOST_MARKS:])
    earlier = marks.ends[-2] if len(marks.ends) > 1 else 0
    last = [heading for heading in marks.headings[-1:] if heading > earlier]
    if marks.ends and (not last or last[0] <= marks.ends[-1]):
        return _before_end(body, last, marks.ends[-1])
    if not last:
        return ""
    start, end = last[0], _section_end(body, last[0])
    return _clean(body[start:end]) if _is_alone(body, start) else _in_paragraph(body, start, end)


def _places(body: str, word: str) -> list[int]:
    """Where a word stands, in capitals, with a capital, or in small letters."""
    found = []
    for spelling in (word, word.capitalize(), word.lower()):
        place = body.find(spelling)
        while place >= 0:
            found.append(place)
            place = body.find(spelling, place + len(spelling))
    return sorted(found)


def _marks(body: str, word: str, places: Sequence[int]) -> _Marks:
    headings, ends = [], []
    for place in places:
        behind = place + len(word)
        before = body[max(0, place - _LONGEST_END) : place]
        if end := _END_BEFORE.search(before):
            ends.append(place - len(before) + end.start())
        elif _END_BEHIND.match(body, behind):
            ends.append(place)
        elif heading := _heading(body, place, behind):
            headings.append(heading)
    return _Marks(tuple(headings), tuple(ends))


def _heading(body: str, place: int, behind: int) -> int:
    """Where a heading that holds the word ends, 0 if the word stands in a sentence."""
    found = None
    line = body.rfind("\n", max(0, place - _LONGEST_LEAD), place) + 1
    at_line = place - line <= _LONGEST_LEAD and _BEFORE.match(body[line:place])
    if at_line and body[place].isupper():
        found = _BEHIND.match(body, behind)
        if not found and body[place : place + 2].isupper():
            found = _BARE.match(body, behind)
    if not found and (at_line or body[place].isupper()):
        found = _COLON.match(body, behind)
    return found.end() if found else 0


def _before_end(body: str, headings: Sequence[int], end: int) -> str:
    """The text from the heading, or else from the beginning of the paragraph, to the END mark."""
    if lead := _LAST_LEAD.search(body, max(0, end - _LONGEST_LEAD), end):
        end = lead.start()
    if headings and headings[0] <= end:
        return _clean(body[headings[0] : end])
    starts = [found.start() for found in _PARAGRAPH.finditer(body, 0, end)]
    for start in reversed([0, *starts][-2:]):
        if text := _clean(body[start:end]):
            return text
    return ""


def _in_paragraph(body: str, start: int, limit: int) -> str:
    """The text up to the next paragraph, or the bracket that the heading stands in."""
    first = limit - len(_skipped(body[start:limit]))
    paragraph = _PARAGRAPH.search(body, first, limit)
    text = body[start : paragraph.start()] if paragraph else body[start:limit]
    if closed := _CLOSED.match(text):
        return _clean(closed[0][:-1])
    return _clean(without_heading(text))


def _section_end(body: str, start: int) -> int:
    """Where the next heading with a rule begins, else where the text ends."""
    limit = max(start, find_signature(body).start)
    first = limit - len(_skipped(body[start:limit]))
    ruled = _RULED_HEADING.search(body, first, limit)
    return ruled.start() if ruled else limit


def _is_alone(body: str, heading: int) -> bool:
    return body[heading : heading + _LONGEST_LEAD].lstrip(" \t").startswith("\n")


def _skipped(text: str) -> str:
    """The text behind the rules and the number at its beginning."""
    text = text.lstrip(" \t\n-=_*.")
    found = _FIRST_LEAD.match(text)
    return text[found.end() :] if found else text


def _clean(text: str) -> str:
    text = _LEADS.sub(" ", _RULE.sub(" ", text))
    line = " ".join(text.split())
    if lead := _FIRST_LEAD.match(line):
        line = line[lead.end() :]
    return line.rstrip(" -=_*([\"\u2014")
