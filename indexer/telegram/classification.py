"""The marking, the first lines of a body: classification, caveats, section, post and number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ..posts import canonical_post
from .attention import attention_items, is_attention, is_unfinished, may_go_on
from .levels import LEVEL, LEVELS, letters_of, nearest_level, spaced
from .marking_line import Rest, leading_caveats, read_rest

_HEAD: Final = 16_000
_LINES_BELOW: Final = 30
_STRANGE_LINES: Final = 3
_SHORT: Final = 45
_PAGE_BELOW: Final = 400
_BELOW: Final = 3000

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
_GLUED: Final = re.compile(
    rf"[ \t]*+({'|'.join(map(spaced, LEVELS))})([^\n]*+)", re.IGNORECASE
)
_MISPRINTED: Final = re.compile(
    r"[ \t]*+((?:[A-Z]{1,2}[ \t]++){4,24}|[A-Z]{5,14}(?![A-Z]))([^\n]*+)", re.IGNORECASE
)
_FIRST_LINES: Final = re.compile(r"\s*+([^\n]++)(?:\n\s*+([^\n]++))?+(?:\n\s*+([^\n]++))?+")
_NEXT_LINE: Final = re.compile(r"\n[ \t]*+(?!PAGE\b)([^\n]{1,60})(?=\n|\Z)")
_FIRST_PAGE: Final = re.compile(
    r"\bPAGE[ \t]++0?1[ \t]++([A-Z][A-Z .'/-]{1,30}?)[ \t]++(\d{3,6})"
    r"(?:[ \t]++(\d\d)[ \t]++OF[ \t]++(\d\d))?"
)
_LABEL: Final = re.compile(
    r"¶|[(\[]?\d{1,3}[.)]|E[., ]?[ \t]?O[.:, ]|EO[ \t]?1|TAGS?\b|SUBJ|REF|CLASSIFIED|DECL|SUMMARY"
    r"|BEGIN\b|FM[ \t]|TO[ \t]R|INFO[ \t]",
    re.IGNORECASE,
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


def read_marking(body: str) -> Marking:
    """The marking of a body, or of a text whose routing lines stand before it.

    >>> marking = read_marking("C O N F I D E N T I A L SECTION 01 OF 02 MADRID 000012\\n\\nNOFORN")
    >>> marking.classification, marking.post, marking.serial, marking.sections
    ('CONFIDENTIAL//NOFORN', 'MADRID', 12, 2)
    >>> read_marking("no telegram").classification
    ''
    """
    line = _find_line(body[:_HEAD])
    if line.start < 0:
        return line
    if _ABOVE.search(body, 0, line.start):
        line = replace(line, caveats=("CORRECTED COPY", *line.caveats))
    if not line.serial:
        line = _with_page_number(line, body)
    line = _with_lines_below(line, body)
    return replace(
        line,
        classification=_with_control(line.classification, line.caveats),
        caveats=tuple(dict.fromkeys(line.caveats)),
    )


def _find_line(head: str) -> Marking:
    """The first line with a level, a post and a number; else the first with a level alone."""
    bare, limit = Marking(), -1
    for found in _AT_LINE.finditer(head):
        line = _read_line(head, found)
        if line.serial:
            return line
        limit = _limit(head) if limit < 0 else limit
        if found.start() > limit:
            break
        bare = line if bare.start < 0 else bare
    return bare if bare.start >= 0 else _find_unusual(head)


def _limit(head: str) -> int:
    """Where the labelled part of a body begins: no bare marking stands below it."""
    label = _FIRST_LABEL.search(head)
    return label.start() if label else len(head)


def _read_line(head: str, found: re.Match[str]) -> Marking:
    """The marking of a line that begins with a level; an empty one if the line is prose."""
    end, rest = found.end(), read_rest(found[3])
    if not rest.serial and (below := _NEXT_LINE.match(head, end)):
        wrapped = _wrapped(found[2], found[3], below[1])
        if wrapped.serial:
            end, rest = below.end(), wrapped
    if _FIRST_PAGE.match(rest.strange):
        rest = replace(rest, strange="")
    opens = found[3] == found[3].upper() and not head[: found.start()].strip()
    if rest.strange and not (rest.serial and (opens or rest.is_sure)):
        return Marking()
    corrected = ("CORRECTED COPY",) if found[1] else ()
    start, end = _trimmed(head, found.start(), end)
    line = _marking(LEVELS[letters_of(found[2])], rest, start, end)
    return replace(line, caveats=corrected + line.caveats)


def _wrapped(level: str, rest: str, below: str) -> Rest:
    """The rest of a classification line that goes on in the line below."""
    if _LABEL.match(below):
        return Rest()
    wrapped, began = read_rest(f"{rest} {below}"), read_rest(rest)
    begun = began.strange or began.caveats or " " in level
    return wrapped if not wrapped.strange and (wrapped.is_sure or begun) else Rest()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return end - len(part.lstrip()), start + len(part.rstrip())


def _marking(level: str, rest: Rest, start: int, end: int) -> Marking:
    return Marking(
        level, rest.caveats, rest.section, rest.sections, rest.post, rest.serial,
        start=start, end=end,
    )  # fmt: skip


def _find_unusual(head: str) -> Marking:
    """A marking with a misprinted level, one glued to the post, or behind text on its line."""
    first = _FIRST_LINES.match(head)
    for place in (first.start(group) for group in (1, 2, 3) if first and first[group]):
        if (found := _GLUED.match(head, place)) and (rest := read_rest(found[2])).is_sure:
            return _marking(LEVELS[letters_of(found[1])], rest, place, found.end())
        if (found := _MISPRINTED.match(head, place)) and (line := _misprinted(found)).serial:
            return line
    for found in _MID_LINE.finditer(head):
        if (rest := read_rest(found[2])).is_sure:
            return _marking(LEVELS[letters_of(found[1])], rest, found.start(), found.end())
    return Marking()


def _misprinted(found: re.Match[str]) -> Marking:
    """The marking of a line whose level is misprinted, if post and number follow."""
    pieces = found[1].split()
    for count in range(len(pieces), 0, -1):
        level = nearest_level(letters_of("".join(pieces[:count])))
        rest = read_rest(" ".join([*pieces[count:], found[2]])) if level else Rest()
        if rest.serial and (rest.is_sure or not rest.strange):
            doubt = f"{' '.join(pieces[:count])!r} is read as {level}"
            return replace(_marking(level, rest, found.start(1), found.end()), doubts=(doubt,))
    return Marking()


def _with_page_number(line: Marking, body: str) -> Marking:
    """Post and number from the ``PAGE 01`` below a bare level."""
    page = _FIRST_PAGE.search(body, line.start, line.end + _PAGE_BELOW)
    if not page:
        return line
    section, sections = int(page[3] or 0), int(page[4] or 0)
    post = canonical_post(page[1])
    return replace(line, post=post, serial=int(page[2]), section=section, sections=sections)


def _with_lines_below(line: Marking, body: str) -> Marking:
    """The marking with the caveats and the attention lines that follow it."""
    caveats, offices, strange = list(line.caveats), [""], 0
    for below in _lines_below(body[line.end : line.end + _BELOW]):
        found, rest = leading_caveats(below)
        is_office = bool(rest) and is_attention(rest)
        if not rest or is_office or found[:1] == ("CORRECTED COPY",) or _is_heading(below):
            caveats += found
        if is_office and not is_unfinished(offices[-1]):
            offices.append(rest)
        elif is_office or (rest and may_go_on(offices[-1])):
            offices[-1] += f" {rest}"
        elif not found:
            strange += 1
            if strange > _STRANGE_LINES or len(rest) > _SHORT:
                break
    items = tuple(item for text in offices for item in attention_items(text))
    return replace(line, caveats=tuple(caveats), attention=items)


def _is_heading(line: str) -> bool:
    """Whether a line is short and in capitals, as NODIS CHEROKEE, and so no running prose."""
    return len(line) <= _SHORT and line == line.upper()


def _lines_below(text: str) -> Iterator[str]:
    """The lines that are not empty, to the first that belongs to another field."""
    for line in text.split("\n")[1:_LINES_BELOW]:
        stripped = line.strip()
        if _LABEL.match(stripped):
            return
        if stripped:
            yield stripped


def _with_control(level: str, caveats: tuple[str, ...]) -> str:
    """The level as publishers give it; they take SENSITIVE for FOR OFFICIAL USE ONLY."""
    if level == "UNCLASSIFIED" and ("SENSITIVE" in caveats or "FOUO" in caveats):
        return "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    if level in ("CONFIDENTIAL", "SECRET", "TOP SECRET") and "NOFORN" in caveats:
        return f"{level}//NOFORN"
    return level
