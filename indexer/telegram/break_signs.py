"""Where page breaks and section joins stand in a text, and what they say of its sections.

Three kinds occur: ``NOWHERE 00000195  001.2 OF 004`` (from 2005 on), which is page 2 of section 1;
a classification line and ``PAGE 02  NOWHERE  05091  01 OF 03  121833Z`` (before); the marking of a
second or later section, with its own routing lines, in the middle of a text of several sections.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..posts import known_post
from .levels import CAVEATS, LEVEL, LEVELS, letters_of, spaced
from .marking_line import Rest, read_rest

LINE_WINDOW: Final = 120
"""No line of a break is longer."""

_SECTION_HEADER: Final = 6000
_HEAD: Final = 4000
_REPEATED_LINES: Final = 20
_MOST: Final = 5_000  # places that a sign is looked for in; no telegram has as many pages

_NAME: Final = r"[A-Z][A-Z.'/-]*+(?:[ \t]++[A-Z][A-Z.'/-]*+){0,3}"
_NUMBERS: Final = r"[ \t]++(?P<serial>0\d{4,7})[ \t]++(?P<section>\d{3})(?:\.\d)?+"
_OF: Final = (
    r"[ \t]++OF[ \t]++(?P<sections>\d{3})(?!\d)"
    rf"(?:[ \t]*+{spaced('CORRECTED')}[^\n]{{0,100}}+)?+"
)
_COUNT_LINE: Final = re.compile(rf"[ \t]*+(?P<name>{_NAME}){_NUMBERS}{_OF}")
_COUNT: Final = re.compile(_NUMBERS + _OF)
_COUNT_LEFT: Final = re.compile(r"[ \t]++0\d{4,7}[ \t]++\d{3}(?:\.\d)?[ \t]*+\Z")
_NAME_ALONE: Final = re.compile(rf"{_NAME}\Z")
_WORD: Final = re.compile(r"\S++")
_BLANKS: Final = re.compile(r"\s*+")
PAGE: Final = re.compile(
    rf"PAGE[ \t]++(?P<page>\d{{1,3}})[ \t]++{_NAME}[ \t]*+#?(?P<serial>\d{{3,6}})(?:/\d\d)?+"
    r"(?:[ \t]++(?:SECTION[ \t]++)?(?P<section>\d\d)[ \t]++OF[ \t]++(?P<sections>\d\d))?+"
    r"(?P<time>[ \t]++\d{6}Z)?+"
)
"""A regular expression for the line above a page of the years before 2005."""

_MARKING: Final = re.compile(rf"[ \t]*+{LEVEL}")
_SPACED: Final = " ".join("SECTION")
_LABEL: Final = re.compile(
    r"\s{0,40}+(?:SIPDIS|E\.?[ ]?O\.?[ ]?1|TAGS?[: ]|SUBJ|REF|CLASSIFIED)", re.IGNORECASE
)

FRAMES: Final = frozenset(
    {*LEVELS, *(level + caveat for level in LEVELS for caveat in CAVEATS), "LOU", "NNN", "NNNN"}
)
"""The letters of the lines that stand above and below a page: bare markings and end marks."""


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """A break without the white space around it; ``frames`` limits the markings around it.

    Behind it stands a part of section ``section`` of ``sections`` in the telegram ``serial``; each
    is 0 where the break does not say it.
    """

    start: int
    end: int
    frames: int
    section: int = 0
    sections: int = 0
    serial: int = 0


def find_breaks(text: str) -> tuple[Break, ...]:
    """Every break, in no order; breaks may overlap.

    >>> found = find_breaks("A.\\nNOWHERE 00000195  001.2 OF 004\\nB.")
    >>> [(one.section, one.sections, one.serial) for one in found]
    [(1, 4, 195)]
    >>> find_breaks("Nothing is torn here.")
    ()
    """
    # A search for a word is three times as fast without a blank at its end.
    if " OF 0" in text or "PAGE" in text or "SECTION" in text:
        return _find(text)
    return ()


@lru_cache(maxsize=2)  # a text is read for its sections, and again without its breaks
def _find(text: str) -> tuple[Break, ...]:
    return (*_counts(text), *_pages(text), *_sections(text))


def _places(text: str, sign: str) -> Iterator[int]:
    place = text.find(sign)
    for _ in range(_MOST):
        if place < 0:
            return
        yield place
        place = text.find(sign, place + len(sign))


def _said(found: re.Match[str]) -> tuple[int, int, int]:
    section, sections, serial = found.group("section", "sections", "serial")
    return int(section or 0), int(sections or 0), int(serial)


def _counts(text: str) -> Iterator[Break]:
    """``NOWHERE 00000195  001.2 OF 004``, on a line or, where line ends were lost, within one."""
    for place in _places(text, " OF 0"):
        found = _COUNT_LINE.match(text, text.rfind("\n", max(0, place - LINE_WINDOW), place) + 1)
        if found:
            start = found.start("name")
        elif found := _count_within(text, place):
            start = _name_start(text, found.start())
        else:
            continue
        end = found.end()
        if _LABEL.match(text, end):
            end = _behind_repeated(text, end)
        yield Break(start, end, 0, *_said(found))


def _count_within(text: str, place: int) -> re.Match[str] | None:
    """The numbers around the OF at a place."""
    before = text[max(0, place - 24) : place]
    left = _COUNT_LEFT.search(before)
    return _COUNT.match(text, place - len(before) + left.start()) if left else None


def _pages(text: str) -> Iterator[Break]:
    """``PAGE 02 ...``, but not the first page of all; a later section's first with its header."""
    for place in _places(text, "PAGE"):
        found = PAGE.match(text, place)
        if not found or not _is_break(text, found):
            continue
        end = _rest_of_page_line(text, found)
        section, sections, serial = _said(found)
        if int(found["page"]) > 1:
            yield Break(place, end, 6, section, sections, serial)
        elif section > 1:
            yield Break(place, _behind_section_header(text, end), 6, section, sections, serial)


def _sections(text: str) -> Iterator[Break]:
    """The marking of a later section, with the head that is repeated below it."""
    sign = "SECTION" if _SPACED not in text[:_HEAD] else _SPACED  # a telegram keeps to one way
    places = list(_places(text, sign))
    done = places[0] if places else 0  # the text's own marking is none
    for place in places:
        if place > done and (found := _section_marking(text, place)):
            start, end, rest = found
            done = _behind_repeated(text, end)
            yield Break(start, done, 6, rest.section, rest.sections, rest.serial)


def _section_marking(text: str, place: int) -> tuple[int, int, Rest] | None:
    """The bounds of the classification line around a place, and what it says of a later section.

    >>> _section_marking("SECRET SECTION 02 OF 03 NOWHERE 000012", 7)[2].section
    2
    >>> _section_marking("SECTION 02 OF the law", 0)
    """
    start, end = line_at(text, place)
    level = _MARKING.match(text, start) if not start or text[start - 1] == "\n" else None
    rest = read_rest(text[level.end() : end]) if level else Rest()
    return (start, end, rest) if rest.section > 1 else None


def line_at(text: str, place: int) -> tuple[int, int]:
    """The bounds of the line around a place, as far as a break can be long."""
    low, high = max(0, place - LINE_WINDOW), min(len(text), place + LINE_WINDOW)
    end = text.find("\n", place, high)
    return max(low, text.rfind("\n", low, place) + 1), end if end >= 0 else high


def behind_blanks(text: str, place: int) -> int:
    """The next place that is no white space."""
    found = _BLANKS.match(text, place)
    return found.end() if found else place


def _name_start(text: str, place: int) -> int:
    """Where the post's name before a place begins: with the line, or where a known name does."""
    line = max(line_at(text, place)[0], place - LINE_WINDOW // 2)
    before = text[line:place]
    if _NAME_ALONE.match(before.lstrip()):
        return line + len(before) - len(before.lstrip())
    starts = [word.start() for word in _WORD.finditer(before)][-4:] or [len(before)]
    return line + next((start for start in starts if known_post(before[start:])), starts[-1])


def _is_break(text: str, page: re.Match[str]) -> bool:
    """Words like "PAGE 2 NOWHERE 1234" may be text, but not with a time, nor alone on a line."""
    return bool(page["time"]) or not text[line_at(text, page.start())[0] : page.start()].strip()


def _rest_of_page_line(text: str, page: re.Match[str]) -> int:
    """The end of the line where only a marking or a number follows on it."""
    end = line_at(text, page.end())[1]
    letters = letters_of(text[page.end() : end])
    return end if not letters or letters in FRAMES else page.end()


def _behind_section_header(text: str, place: int) -> int:
    """Behind the marking of the section whose routing lines begin at a place."""
    section = text.find("SECTION", place, place + _SECTION_HEADER)
    found = _section_marking(text, section) if section >= 0 else None
    return _behind_repeated(text, found[1]) if found else place


def _behind_repeated(text: str, place: int) -> int:
    """Behind the lines below a section's marking that stood in the head of the text before."""
    head = text[: min(place, _HEAD)]
    for _ in range(_REPEATED_LINES):
        start = behind_blanks(text, place)
        end = line_at(text, start)[1]
        line = text[start:end].rstrip()
        if len(line) < 4 or f"\n{line}" not in head[: max(0, start - len(line))]:
            break
        place = end
    return place
