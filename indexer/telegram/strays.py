"""Paragraphs whose numbers stand outside the chain: printed twice, out of order, or far on.

A number with a portion mark is a paragraph's in a telegram that marks its paragraphs, whatever the
number is; without one, only a number that is printed twice or that the chain lacks, alone between
two paragraphs, since lists within a paragraph are numbered too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .quoted import is_quoted
from .sequence import Line, Member

_FAR: Final = 20  # columns: no number is indented so far, but where a page break was
_FIRST_ITEM: Final = re.compile(r"(?<!\d)1[.)]")
_STOPS: Final = (".", "!", "?", '"', "'", ")")


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines that begin with a number, where they stand, and which of them the chain has."""

    text: str
    lines: Sequence[Line]
    found: Sequence[re.Match[str]]
    numbers: dict[int, int]
    known: frozenset[int]
    highest: int
    marked: bool


def with_strays(
    text: str, lines: Sequence[Line], found: Sequence[re.Match[str]], members: Sequence[Member]
) -> list[Member]:
    """The members of the chain and the strays, in order; ``found`` is where the lines stand."""
    numbers = {member.line: member.number for member in members}
    marks = sum(lines[member.line].marked for member in members)
    known = frozenset(numbers.values())
    highest = max(known, default=0)
    all_lines = _Lines(text, lines, found, numbers, known, highest, marks * 2 > len(members))
    strays = [
        Member(place, number)
        for place in range(len(lines))
        if place not in numbers and (number := _stray(all_lines, place))
    ]
    return sorted((*members, *strays), key=lambda member: member.line)


def _stray(lines: _Lines, place: int) -> int:
    """The number of the paragraph that a line outside the chain begins, 0 if it begins none."""
    number = _number(lines, place)
    if not number or not lines.numbers:
        return 0
    if lines.lines[place].marked:
        if not lines.marked or _is_listed(lines, place):
            return 0
    elif number == 1 or not _is_alone(lines, place) or not _is_wanted(lines, place, number):
        return 0
    if not _is_apart(lines, place) or is_quoted(lines.text, lines.found[place].start()):
        return 0
    return number


def _number(lines: _Lines, place: int) -> int:
    """As printed, or without a first digit that was a pilcrow, if the chain goes so far."""
    line = lines.lines[place]
    misread = line.other and line.other <= lines.highest
    return line.other if misread else line.number


def _is_listed(lines: _Lines, place: int) -> bool:
    """Does the line belong to a list from 1 on behind a colon?"""
    first = place
    while first - 1 not in lines.numbers and lines.lines[first].number != 1 and (
        first and lines.lines[first - 1].number + 1 == lines.lines[first].number
    ):
        first -= 1
    return lines.lines[first].number == 1 and _above(lines, first).endswith(":")


def _is_alone(lines: _Lines, place: int) -> bool:
    """Is the line before it in the chain, and the one behind it, if there is one?"""
    last = place + 1 == len(lines.lines)
    return place - 1 in lines.numbers and (last or place + 1 in lines.numbers)


def _is_wanted(lines: _Lines, place: int, number: int) -> bool:
    """Does the chain lack the number, or have it just before, where no marks tell them apart?"""
    if number not in lines.known:
        return number < lines.highest
    if lines.marked or number != lines.numbers[place - 1]:
        return False
    # The first item of a list may stand within a line.
    between = lines.text[lines.found[place - 1].end() : lines.found[place].start()]
    return _FIRST_ITEM.search(between) is None


def _is_apart(lines: _Lines, place: int) -> bool:
    """Is the line above blank, or a page break; or, above a portion mark, the end of a sentence?"""
    start = lines.found[place].start()
    indent = lines.found[place].start("start") - start - 1
    above = lines.text[max(0, start - 200) : start]
    if indent > _FAR or not above[above.rfind("\n") + 1 :].strip():
        return True
    return lines.lines[place].marked and above.rstrip().endswith(_STOPS)


def _above(lines: _Lines, place: int) -> str:
    start = lines.found[place].start()
    return lines.text[max(0, start - 200) : start].rstrip()
