"""Page breaks and section joins in mid-text: overwritten by blanks, so that every offset stays.

Three kinds occur: ``NOWHERE 00000195  001.2 OF 004`` (from 2005 on); a classification line and
``PAGE 02  NOWHERE  05091  01 OF 03  121833Z`` (before); the marking of a second or later section,
with its own routing lines, in the middle of a text of several sections.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..posts import known_post
from .levels import CAVEATS, LEVEL, LEVELS, letters_of, spaced

_WINDOW: Final = 120
_SECTION_HEADER: Final = 6000
_HEAD: Final = 4000
_FULL_LINE: Final = 40

_COUNT_LEFT: Final = re.compile(r"[ \t]++(0\d{4,7})[ \t]++\d{3}(?:\.\d)?[ \t]*+\Z")
_COUNT_RIGHT: Final = re.compile(
    rf"[ \t]++OF[ \t]++\d{{3}}(?!\d)(?:[ \t]*+{spaced('CORRECTED')}[^\n]{{0,100}}+)?+"
)
_NAME: Final = re.compile(r"[A-Z][A-Z.'/-]*+(?:[ \t]++[A-Z][A-Z.'/-]*+){0,3}\Z")
_WORD: Final = re.compile(r"\S++")
_PAGE: Final = re.compile(
    r"PAGE[ \t]++(\d{1,3})[ \t]++[A-Z][A-Z.'/-]*+(?:[ \t]++[A-Z][A-Z.'/-]*+){0,3}[ \t]*+#?\d{3,6}"
    r"(?:/\d\d)?+(?:[ \t]++(?:SECTION[ \t]++)?(\d\d)[ \t]++OF[ \t]++\d\d)?+([ \t]++\d{6}Z)?+"
)
_LATER: Final = re.compile(r"SECTION[ \t]++(?:(?:0?[2-9]|[1-9]\d)[ \t]++OF\b|OF[ \t]++\d)")
_MARKING: Final = re.compile(rf"[ \t]*+{LEVEL}")

_FRAMES: Final = frozenset(
    {*LEVELS, *(level + caveat for level in LEVELS for caveat in CAVEATS), "LOU", "NNN", "NNNN"}
)
_BLANKS: Final = re.compile(r"\s*+")
_STOPS: Final = tuple(".?!:;\"')")
_OPENS: Final = re.compile(
    r"¶|\(?\d{1,3}\.|\(?[A-Z]\)|[A-Z]\.[ \t]|[-=*_#.]"
    r"|(?:REFS?|REFTELS?|TAGS?|SUBJ|SUBJECT|E\.?O\.?|CLASSIFIED|REASONS?|SUMMARY|COMMENT|BEGIN|END"
    r"|SIPDIS)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class _Break:
    """A break without the white space around it; ``frames`` limits the markings around it."""

    start: int
    end: int
    frames: int


def mask_breaks(text: str) -> str:
    """The text with page breaks and section joins blanked out, of exactly the same length.

    A torn sentence joins; between paragraphs one line end is left.

    >>> torn = "ministers said that they had seen the draft text of the\\n\\n" \\
    ...     "NOWHERE 00000195  001.2 OF 004\\n\\n\\nnew treaty."
    >>> " ".join(mask_breaks(torn).split())
    'ministers said that they had seen the draft text of the new treaty.'
    >>> len(mask_breaks(torn)) == len(torn)
    True
    """
    if " OF 0" not in text and "PAGE " not in text and "SECTION " not in text:
        return text
    pieces, place = [], 0
    for start, end in _spans(text):
        pieces += [text[place:start], _blank(text, start, end)]
        place = end
    return "".join([*pieces, text[place:]]) if pieces else text


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of all breaks in order, white space around them included, none overlapping."""
    place = 0
    for found in sorted([*_counts(text), *_pages(text), *_sections(text)]):
        if found.end > place:
            span = _stretched(text, found, place)
            place = span[1]
            yield span


def _places(text: str, sign: str) -> Iterator[int]:
    place = text.find(sign)
    while place >= 0:
        yield place
        place = text.find(sign, place + len(sign))


def _counts(text: str) -> Iterator[_Break]:
    """``NOWHERE 00000195  001.2 OF 004``, on a line or, where line ends were lost, within one."""
    for place in _places(text, " OF 0"):
        right = _COUNT_RIGHT.match(text, place)
        left = right and _COUNT_LEFT.search(text[max(0, place - 24) : place])
        if right and left:
            start = place - (len(left.string) - left.start())
            yield _Break(_name_start(text, start), right.end(), 0)


def _pages(text: str) -> Iterator[_Break]:
    """``PAGE 02 ...``, but not the first page of all; a later section's first with its header."""
    for place in _places(text, "PAGE "):
        found = _PAGE.match(text, place)
        if not found or not _is_break(text, found):
            continue
        end = _rest_of_page_line(text, found)
        if int(found[1]) > 1:
            yield _Break(place, end, 6)
        elif int(found[2] or 0) > 1:
            yield _Break(place, _behind_section_header(text, end), 6)


def _sections(text: str) -> Iterator[_Break]:
    """The marking of a later section, with the head that is repeated below it."""
    done = text.find("SECTION ")
    for place in _places(text, "SECTION "):
        line, end = _line(text, place)
        if place > done and _LATER.match(text, place) and _marking_at(text, line):
            done = _behind_repeated(text, end)
            yield _Break(line, done, 6)


def _marking_at(text: str, line: int) -> bool:
    return (not line or text[line - 1] == "\n") and bool(_MARKING.match(text, line))


def _line(text: str, place: int) -> tuple[int, int]:
    """The bounds of the line around a place, as far as a break can be long."""
    low, high = max(0, place - _WINDOW), min(len(text), place + _WINDOW)
    end = text.find("\n", place, high)
    return max(low, text.rfind("\n", low, place) + 1), end if end >= 0 else high


def _name_start(text: str, place: int) -> int:
    """Where the post's name before a place begins: with the line, or where a known name does."""
    line = max(_line(text, place)[0], place - _WINDOW // 2)
    before = text[line:place]
    if _NAME.match(before.lstrip()):
        return line + len(before) - len(before.lstrip())
    starts = [word.start() for word in _WORD.finditer(before)][-4:] or [len(before)]
    return line + next((start for start in starts if known_post(before[start:])), starts[-1])


def _is_break(text: str, page: re.Match[str]) -> bool:
    """Words like "PAGE 2 NOWHERE 1234" may be text, but not with a time, nor alone on a line."""
    return bool(page[3]) or not text[_line(text, page.start())[0] : page.start()].strip()


def _rest_of_page_line(text: str, page: re.Match[str]) -> int:
    """The end of the line where only a marking or a number follows on it."""
    end = _line(text, page.end())[1]
    letters = letters_of(text[page.end() : end])
    return end if not letters or letters in _FRAMES else page.end()


def _behind_section_header(text: str, place: int) -> int:
    """Behind the marking of the section whose routing lines begin at a place."""
    section = text.find("SECTION ", place, place + _SECTION_HEADER)
    line, end = _line(text, max(section, 0))
    if section < 0 or not _LATER.match(text, section) or not _marking_at(text, line):
        return place
    return _behind_repeated(text, end)


def _behind_repeated(text: str, place: int) -> int:
    """Behind the lines below a section's marking that stood in the head of the text before."""
    head = text[: min(place, _HEAD)]
    for _ in range(20):
        start = _forth(text, place)
        end = _line(text, start)[1]
        line = text[start:end].rstrip()
        if len(line) < 4 or f"\n{line}" not in head[: max(0, start - len(line))]:
            break
        place = end
    return place


def _stretched(text: str, found: _Break, low: int) -> tuple[int, int]:
    """The break with the white space and the bare markings around it."""
    start, end = _back(text, found.start, low), _forth(text, found.end)
    for _ in range(found.frames):
        line = max(text.rfind("\n", max(low, start - _WINDOW), start) + 1, low)
        if not _is_frame(text[line:start]) or not _back(text, line, 0):
            break
        start = _back(text, line, low)
    for _ in range(found.frames):
        line = _line(text, end)[1]
        if not _is_frame(text[end:line]):
            break
        end = _forth(text, line)
    return start, end


def _is_frame(line: str) -> bool:
    """A classification line without post and number, or an end mark."""
    return letters_of(line) in _FRAMES and not any(map(str.isdecimal, line))


def _back(text: str, place: int, low: int) -> int:
    low = max(low, place - 20 * _WINDOW)
    return low + len(text[low:place].rstrip())


def _forth(text: str, place: int) -> int:
    found = _BLANKS.match(text, place)
    return found.end() if found else place


def _blank(text: str, start: int, end: int) -> str:
    """As many blanks, the first line end kept where no sentence was torn."""
    blank = " " * (end - start)
    line_end = text.find("\n", start, end) - start
    if line_end < 0 or _is_torn(text, start, end):
        return blank
    return f"{blank[:line_end]}\n{blank[line_end + 1 :]}"


def _is_torn(text: str, start: int, end: int) -> bool:
    before = text[_line(text, start)[0] : start] if start else ""
    after = text[end : _line(text, end)[1]]
    if not before or not after or _OPENS.match(after):
        return False
    return after[0].islower() or (len(before) >= _FULL_LINE and not before.endswith(_STOPS))
