"""The lines between the classification line and the first label: caveats and attention lines."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from .attention import attention_items, is_attention, is_unfinished, may_go_on, names_offices
from .marking_line import leading_caveats, trailing_caveats

_MOST_LINES: Final = 30
_STRANGE_LINES: Final = 3
_SHORT: Final = 45
_FURTHEST: Final = 3000

LABEL: Final = re.compile(
    r"¶|[(\[]?\d{1,3}[.)]|E[., ]?[ \t]?O[.:, ]|EO[ \t]?1|TAGS?\b|SUBJ|REF|CLASSIFIED|DECL|SUMMARY"
    r"|BEGIN\b|FM[ \t]|TO[ \t]R|INFO[ \t]",
    re.IGNORECASE,
)
"""A regular expression for what begins another field, at the start of a line."""


def lines_below(body: str, place: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The caveats, each as often as it is printed, and the offices below a classification line.

    >>> lines_below("UNCLAS NOWHERE 12\\n\\nSIPDIS\\n\\nSTATE PASS TO\\nUSAID\\n\\nTAGS: PREL", 17)
    (('SIPDIS',), ('STATE PASS TO USAID',))
    """
    caveats: list[str] = []
    offices: list[str] = []
    strange = 0
    for line in unlabelled_lines(body, place):
        found, rest, is_office = _line_below(line)
        caveats += found
        goes_on = bool(offices) and bool(rest)
        if is_office and not (goes_on and is_unfinished(offices[-1])):
            offices.append(rest)
        elif goes_on and (is_office or may_go_on(offices[-1]) or names_offices(rest)):
            offices[-1] += f" {rest}"
        elif not found:
            strange += 1
            if strange > _STRANGE_LINES or len(rest) > _SHORT:
                break
    return tuple(caveats), tuple(item for text in offices for item in attention_items(text))


@lru_cache(maxsize=4096)
def _line_below(line: str) -> tuple[tuple[str, ...], str, bool]:
    """The caveats of a line, what stands behind them, and whether that is an attention line."""
    found, rest = leading_caveats(line)
    if not rest:
        return found, "", False
    if is_attention(rest):
        at_end, rest = trailing_caveats(rest)
        return found + at_end, rest, True
    is_list = found[:1] == ("CORRECTED COPY",) or _is_heading(line)
    return (found if is_list else ()), rest, False


def _is_heading(line: str) -> bool:
    """Whether a line is short and in capitals, as NODIS CHEROKEE, and so no running prose."""
    return len(line) <= _SHORT and line == line.upper()


def unlabelled_lines(body: str, place: int) -> Iterator[str]:
    """The lines behind a place that are not empty, to the first that belongs to another field."""
    furthest = place + _FURTHEST
    for _ in range(_MOST_LINES):
        start = body.find("\n", place, furthest) + 1
        if not start:
            return
        place = body.find("\n", start, furthest)
        line = body[start : place if place >= 0 else furthest].strip()
        if line:
            if LABEL.match(line):
                return
            yield line
        if place < 0:
            return
