"""Which numbers at the beginnings of lines are those of paragraphs, and which of lists in them.

The paragraphs are the chain of numbers, each one more than the one before, that has the most and
the likeliest members. The worth of the best chain from each line on is found from the last line
backwards, so that the time is linear in the number of lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MEMBER: Final = 10
_MARKED: Final = 6  # a portion mark, in a telegram that marks its paragraphs
_NO_MARK: Final = -4
_IN_A_LIST: Final = -4  # a number that goes on from a 1 below the first
_INTO_A_LIST: Final = -8  # a chain that enters such a list in its middle
_MISSING: Final = -7
_MISREAD: Final = -1
_LATE_START: Final = -15
_NO_START: Final = -1_000_000
_LAST_CHEAP_START: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A number at the beginning of a line.

    ``other`` is the number that it is where its first digit was a pilcrow once, 0 where that
    cannot be; ``marked`` says whether a portion mark follows, ``sure`` whether a pilcrow or a
    portion mark shows that it is no number of a list.
    """

    number: int
    other: int
    marked: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A line of the chain by its place among the lines, and the number that it has."""

    line: int
    number: int


@dataclass(frozen=True, slots=True)
class _Way:
    """The best chain from a line on: what it is worth, and the member that follows."""

    worth: int
    member: Member
    following: "_Way | None"


_Ways = dict[int, _Way]


def paragraph_lines(lines: Sequence[Line]) -> tuple[Member, ...]:
    """The lines that begin paragraphs, in order.

    >>> numbers = (1, 2, 1, 2, 3, 13, 4)  # a list of three in paragraph 2; the first 3 misread
    >>> lines = [Line(n, 3 if n == 13 else 0, False, False) for n in numbers]
    >>> [(member.line, member.number) for member in paragraph_lines(lines)]
    [(0, 1), (1, 2), (5, 3), (6, 4)]
    """
    if _plain(lines):
        return tuple(Member(place, line.number) for place, line in enumerate(lines))
    way = _best(lines)
    members = []
    while way:
        members.append(way.member)
        way = way.following
    return _from_first_1(lines, tuple(members))


def _from_first_1(lines: Sequence[Line], members: tuple[Member, ...]) -> tuple[Member, ...]:
    """A 1 straight above paragraph 1 begins it, so that the text between is not lost."""
    if not members or members[0].number != 1:
        return members
    first = members[0].line
    while first and lines[first - 1].number == 1:
        first -= 1
    return (Member(first, 1), *members[1:])


def _plain(lines: Sequence[Line]) -> bool:
    return all(line.number == place for place, line in enumerate(lines, 1))


def _best(lines: Sequence[Line]) -> _Way | None:
    """The chain that is worth most; of two alike, the one that begins first."""
    marks = any(line.marked and 1 in (line.number, line.other) for line in lines)
    listed = _listed(lines)
    ways: dict[int, _Way] = {}
    printed: dict[int, _Way] = {}
    beside: dict[int, _Way] = {}
    best, best_worth = None, 0
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        worth = _worth(line, listed[place], marks)
        found = [
            _way(Member(place, number), worth + cost, (beside, ways, printed))
            for number, cost in ((line.number, 0), (line.other, _MISREAD))
            if number
        ]
        for way in found:
            if way.worth + _start(line, way.member) >= best_worth:
                best, best_worth = way, way.worth + _start(line, way.member)
            cost = _INTO_A_LIST if listed[place] and place else 0
            _keep(ways, way, cost)
            if way.member.number == line.number:
                _keep(printed, way, cost)
        beside = {way.member.number: way for way in found}
    return best


def _listed(lines: Sequence[Line]) -> list[bool]:
    """Which lines go on from a 1 below the first line."""
    listed: list[bool] = []
    for place, line in enumerate(lines):
        goes_on = bool(listed) and listed[-1] and line.number == lines[place - 1].number + 1
        listed.append(not line.marked and (goes_on or (line.number == 1 and place > 0)))
    return listed


def _worth(line: Line, listed: bool, marks: bool) -> int:  # noqa: FBT001 - facts, no switches
    worth = _MEMBER + (_IN_A_LIST if listed else 0)
    return worth + (_MARKED if line.marked else _NO_MARK) if marks else worth


def _way(member: Member, worth: int, choices: tuple[_Ways, _Ways, _Ways]) -> _Way:
    """The best chain that begins with a member: the next number, or the one behind it.

    A misread number is known by the one before it, so that none may be missing there.
    """
    following, most = None, 0
    beside, ways, printed = choices
    for found, number, cost in (
        (beside, member.number + 1, 0),
        (ways, member.number + 1, 0),
        (printed, member.number + 2, _MISSING),
    ):
        way = found.get(number)
        if way and way.worth + cost > most:
            following, most = way, way.worth + cost
    return _Way(worth + most, member, following)


def _start(line: Line, member: Member) -> int:
    """What it costs to begin with a member: nothing for paragraph 1, everything in a list."""
    if member.number <= _LAST_CHEAP_START:
        return 0 if member.number == 1 else _MISSING
    return _LATE_START if line.sure else _NO_START


def _keep(ways: dict[int, _Way], way: _Way, cost: int) -> None:
    number = way.member.number
    if number not in ways or way.worth + cost >= ways[number].worth:
        ways[number] = _Way(way.worth + cost, way.member, way.following)
