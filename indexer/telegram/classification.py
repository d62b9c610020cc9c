"""The marking, the first lines of a body: classification, caveats, section, post and number."""

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from ..posts import canonical_post
from .levels import GLUED_LEVEL, LEVEL, LEVELS, letters_of, nearest_level, spaced
from .marking_below import LABEL, lines_below, unlabelled_lines
from .marking_line import Rest, read_rest

_HEAD: Final = 16_000
_SHORT: Final = 45
_PAGE_BELOW: Final = 400
_NUMBER_LINES: Final = 3

_USUAL: Final = re.compile(
    r"\s{0,20}+(UNCLAS(?:SIFIED)?+|C O N F I D E N T I A L|S E C R E T|CONFIDENTIAL|SECRET)"
    r"([ ]{1,3}+[A-Z][A-Z0-9 ]{5,70}+[ \t]*+)(?=\n)"
)
_SHORT_LEVEL: Final = re.compile(r"\s{0,20}+(L\.?[ ]?O\.?[ ]?U)\.?(?![A-Za-z])([^\n]*+)")
_CORRECTED: Final = rf"{spaced('CORRECTED')}[ \t]*+{spaced('COPY')}"
_ABOVE: Final = re.compile(rf"^[ \t/*(]{{0,9}}+{_CORRECTED}\b", re.IGNORECASE | re.MULTILINE)
_AT_LINE: Final = re.compile(
    rf"^[ \t]*+([/*(]{{0,3}}[ \t]*+{_CORRECTED}(?:[^\n]{{0,100}}+\n\s{{0,40}}+|[^\nA-Z]{{0,20}}+))?"
    r"[-*/]{0,2}[ \t]*+"
    rf"({LEVEL})(?![ \t]*+SERVICE\b)([^\n]*+)",
    re.IGNORECASE | re.MULTILINE,
)
_MID_LINE: Final = re.compile(
    rf"(?<=[0-9A-Z\]) ])({spaced('UNCLAS')}(?:SIFIED)?|{spaced('CONFIDENTIAL')}|{spaced('SECRET')})"
    r"(?![A-Za-z])([^\n]{0,100})"
)
_GLUED: Final = re.compile(rf"[ \t]*+({GLUED_LEVEL})([^\n]*+)", re.IGNORECASE)
_MISPRINTED: Final = re.compile(
    r"[ \t]*+((?:[A-Z]{1,2}[ \t]++){4,24}|[A-Z]{5,14}(?![A-Z]))([^\n]*+)", re.IGNORECASE
)
_FIRST_LINES: Final = re.compile(r"\s*+([^\n]++)(?:\n\s*+([^\n]++))?+(?:\n\s*+([^\n]++))?+")
_NEXT_LINE: Final = re.compile(r"\n[ \t]*+(?!PAGE\b)([^\n]{1,60})(?=\n|\Z)")
_FIRST_PAGE: Final = re.compile(
    r"\bPAGE[ \t]++0?1[ \t]++([A-Z][A-Z .'/-]{1,30}?)[ \t]++(\d{3,6})"
    r"(?:[ \t]++(\d\d)[ \t]++OF[ \t]++(\d\d))?"
)
_FIRST_LABEL: Final = re.compile(
    r"^\W{0,3}(?:TAGS?|SUBJ(?:ECT)?|1\.)(?!\w)", re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Marking:
    """The marking as read; ``body[start:end]`` is its classification line, -1 if there is none.

    ``post`` is canonical, ``section``, ``sections`` and ``serial`` are 0 where not printed.
    ``attention`` holds one string an office, as printed but for white space.
    """

    classification: str = ""
    caveats: tuple[str, ...] = ()
    section: int = 0
    sections: int = 0
    post: str = ""
    serial: int = 0
    attention: tuple[str, ...] = ()
    start: int = -1
    end: int = -1
    doubts: tuple[str, ...] = ()


_NO_MARKING: Final = Marking()


@dataclass(slots=True)
class Line:
    """The classification line while it is read; ``caveats`` stand before those of ``rest``."""

    level: str
    rest: Rest
    start: int
    end: int
    caveats: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read_marking(body: str) -> Marking:
    """The marking of a body, or of a text whose routing lines stand before it.

    >>> marking = read_marking("C O N F I D E N T I A L SECTION 01 OF 02 MADRID 000012\\n\\nNOFORN")
    >>> marking.classification, marking.post, marking.serial, marking.sections
    ('CONFIDENTIAL//NOFORN', 'MADRID', 12, 2)
    >>> read_marking("no telegram").classification
    ''
    """
    line = find_line(body)
    if line is None:
        return _NO_MARKING
    caveats, attention = lines_below(body, line.end)
    caveats = (*line.caveats, *line.rest.caveats, *caveats)
    rest = line.rest
    return Marking(
        _with_control(line.level, caveats), tuple(dict.fromkeys(caveats)), rest.section,
        rest.sections, rest.post, rest.serial, attention, line.start, line.end, line.doubts,
    )  # fmt: skip


def find_line(body: str) -> Line | None:
    """The classification line: the first with a level, a post and a number, else a bare level.

    >>> line = find_line("R 121833Z NOV 08\\n\\nUNCLAS MADRID 000012")
    >>> line and (line.level, line.rest.serial, line.start)
    ('UNCLASSIFIED', 12, 18)
    """
    head = body[:_HEAD]
    line = _usual(head) or _short(head) or _at_line(head) or _find_unusual(head)
    if line is None:
        return None
    if line.start and _ABOVE.search(body, 0, line.start):
        line.caveats = ("CORRECTED COPY", *line.caveats)
    if not line.rest.serial:
        line.rest = _number_below(line, body) or line.rest
    return line


def _usual(head: str) -> Line | None:
    """The line that opens a body in the usual form, as most do."""
    found = _USUAL.match(head)
    rest = read_rest(found[2]) if found else None
    if not found or not rest or not rest.serial or rest.strange or not rest.is_sure:
        return None
    end = found.start(2) + len(found[2].rstrip())
    return Line(LEVELS[letters_of(found[1])], rest, found.start(1), end)


def _short(head: str) -> Line | None:
    """The line that opens a body with LOU: a name elsewhere, or where no post and number follow."""
    found = _SHORT_LEVEL.match(head)
    rest = read_rest(found[2]) if found else None
    if not found or not rest or not rest.serial or rest.strange:
        return None
    return Line("LIMITED OFFICIAL USE", rest, *_trimmed(head, found.start(), found.end()))


def _at_line(head: str) -> Line | None:
    bare: Line | None = None
    limit = -1
    for found in _AT_LINE.finditer(head):
        line = _read_line(head, found)
        if line and line.rest.serial:
            return line
        limit = _limit(head) if limit < 0 else limit
        if found.start() > limit:
            break
        bare = bare or line
    return bare


def _limit(head: str) -> int:
    """Where the labelled part of a body begins: no bare marking stands below it."""
    label = _FIRST_LABEL.search(head)
    return label.start() if label else len(head)


def _read_line(head: str, found: re.Match[str]) -> Line | None:
    """The marking of a line that begins with a level; none if the line is prose."""
    end, rest = found.end(), read_rest(found[3])
    if not rest.serial and (below := _NEXT_LINE.match(head, end)):
        wrapped = _wrapped(found[2], found[3], below[1])
        if wrapped.serial:
            end, rest = below.end(), wrapped
    if rest.strange and _FIRST_PAGE.match(rest.strange):
        rest = replace(rest, strange="")
    opens = found[3] == found[3].upper() and not head[: found.start()].strip()
    if rest.strange and not (rest.serial and (opens or rest.is_sure)):
        return None
    start, end = _trimmed(head, found.start(), end)
    line = Line(LEVELS[letters_of(found[2])], rest, start, end)
    line.caveats = ("CORRECTED COPY",) if found[1] else ()
    return line


def _wrapped(level: str, rest: str, below: str) -> Rest:
    """The rest of a classification line that goes on in the line below."""
    if LABEL.match(below):
        return Rest()
    wrapped, began = read_rest(f"{rest} {below}"), read_rest(rest)
    begun = began.strange or began.caveats or " " in level
    return wrapped if not wrapped.strange and (wrapped.is_sure or begun) else Rest()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return end - len(part.lstrip()), start + len(part.rstrip())


def _find_unusual(head: str) -> Line | None:
    """A marking with a misprinted level, one glued to the post, or behind text on its line."""
    first = _FIRST_LINES.match(head)
    for place in (first.start(group) for group in (1, 2, 3) if first and first[group]):
        if (found := _GLUED.match(head, place)) and (rest := read_rest(found[2])).is_sure:
            return Line(LEVELS[letters_of(found[1])], rest, place, found.end())
        if (found := _MISPRINTED.match(head, place)) and (line := _misprinted(found)):
            return line
    for found in _MID_LINE.finditer(head):
        if (rest := read_rest(found[2])).is_sure:
            return Line(LEVELS[letters_of(found[1])], rest, found.start(), found.end())
    return None


def _misprinted(found: re.Match[str]) -> Line | None:
    """The marking of a line whose level is misprinted, if post and number follow."""
    pieces = found[1].split()
    for count in range(len(pieces), 0, -1):
        level = nearest_level(letters_of("".join(pieces[:count])))
        rest = read_rest(" ".join([*pieces[count:], found[2]])) if level else Rest()
        if rest.serial and (rest.is_sure or not rest.strange):
            doubt = f"{' '.join(pieces[:count])!r} is read as {level}"
            return Line(level, rest, found.start(1), found.end(), doubts=(doubt,))
    return None


def _number_below(line: Line, body: str) -> Rest | None:
    """Post and number below a bare level: of its ``PAGE 01``, or alone on a line."""
    page = _FIRST_PAGE.search(body, line.start, line.end + _PAGE_BELOW)
    if page:
        section, sections = int(page[3] or 0), int(page[4] or 0)
        post = canonical_post(page[1])
        return replace(line.rest, post=post, serial=int(page[2]), section=section,
                       sections=sections)  # fmt: skip
    for below in islice(unlabelled_lines(body, line.end), _NUMBER_LINES):
        rest = read_rest(f" {below}")
        if rest.strange or len(below) > _SHORT:
            return None
        if rest.serial:
            return replace(rest, caveats=line.rest.caveats)
    return None


def _with_control(level: str, caveats: tuple[str, ...]) -> str:
    """The level as publishers give it; they take SENSITIVE for FOR OFFICIAL USE ONLY."""
    if level == "UNCLASSIFIED" and ("SENSITIVE" in caveats or "FOUO" in caveats):
        return "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    if level in ("CONFIDENTIAL", "SECRET", "TOP SECRET") and "NOFORN" in caveats:
        return f"{level}//NOFORN"
    return level
