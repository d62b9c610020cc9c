"""Page breaks and section joins in mid-text: overwritten by blanks, so that every offset stays."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .break_signs import (
    FRAMES,
    LINE_WINDOW,
    PAGE,
    Break,
    behind_blanks,
    find_breaks,
    line_at,
)
from .levels import letters_of

_FULL_LINE: Final = 40

_STOPS: Final = tuple(".?!:;\"')")
_OPENS: Final = re.compile(
    r"¶|\(?\d{1,3}\.|\(?[A-Z]\)|[A-Z]\.[ \t]|[-=*_#.]"
    r"|(?:REFS?|REFTELS?|TAGS?|SUBJ|SUBJECT|E\.?O\.?|CLASSIFIED|REASONS?|SUMMARY|COMMENT|BEGIN|END"
    r"|SIPDIS)\b",
    re.IGNORECASE,
)


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
    breaks = break_spans(text)
    if not breaks:
        return text
    pieces, place = [], 0
    for start, end in breaks:
        pieces += [text[place:start], _blank(text, start, end)]
        place = end
    return "".join([*pieces, text[place:]])


def break_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The bounds of the breaks in order, none overlapping, white space around them included.

    >>> break_spans("It rained.\\n\\nNOWHERE 00000195  001.2 OF 004\\n\\nMuch.")
    ((10, 44),)
    """
    return tuple(_spans(text, find_breaks(text)))


def without_breaks(header: str) -> str:
    """Routing lines with a line end for each break, wherever on a line it stands.

    >>> without_breaks("TO AMEMBASSY PARIS PAGE 02 STATE 120153 AMEMBASSY ROME").split("\\n")
    ['TO AMEMBASSY PARIS ', ' AMEMBASSY ROME']
    """
    pieces, place = [], 0
    for start, end in _spans(header, find_breaks(header)):
        pieces.append(header[place:start])
        place = end
    text = "\n".join([*pieces, header[place:]]) if pieces else header
    return PAGE.sub("\n", text) if "PAGE" in text else text


def _spans(text: str, breaks: Sequence[Break]) -> Iterator[tuple[int, int]]:
    place = 0
    for found in sorted(breaks):
        if found.end > place:
            span = _stretched(text, found, place)
            place = span[1]
            yield span


def _stretched(text: str, found: Break, low: int) -> tuple[int, int]:
    """The break with the white space and the bare markings around it."""
    start, end = _back(text, found.start, low), behind_blanks(text, found.end)
    for _ in range(found.frames):
        line = max(text.rfind("\n", max(low, start - LINE_WINDOW), start) + 1, low)
        if not _is_frame(text[line:start]) or not _back(text, line, 0):
            break
        start = _back(text, line, low)
    for _ in range(found.frames):
        line = line_at(text, end)[1]
        if not _is_frame(text[end:line]):
            break
        end = behind_blanks(text, line)
    return start, end


def _is_frame(line: str) -> bool:
    """A classification line without post and number, or an end mark."""
    return letters_of(line) in FRAMES and not any(map(str.isdecimal, line))


def _back(text: str, place: int, low: int) -> int:
    low = max(low, place - 20 * LINE_WINDOW)
    return low + len(text[low:place].rstrip())


def _blank(text: str, start: int, end: int) -> str:
    """As many blanks, the first line end kept where no sentence was torn."""
    blank = " " * (end - start)
    line_end = text.find("\n", start, end) - start
    if line_end < 0 or _is_torn(text, start, end):
        return blank
    return f"{blank[:line_end]}\n{blank[line_end + 1 :]}"


def _is_torn(text: str, start: int, end: int) -> bool:
    before = text[line_at(text, start)[0] : start] if start else ""
    after = text[end : line_at(text, end)[1]]
    if not before or not after or _OPENS.match(after):
        return False
    return after[0].islower() or (len(before) >= _FULL_LINE and not before.endswith(_STOPS))
