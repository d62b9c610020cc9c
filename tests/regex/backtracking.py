"""The texts on which a pattern would backtrack without bound: runs that can be read in many ways.

A match is slow where two repeats can part a run anywhere between them, or where one repeat can read
it in two ways (then the time doubles with each character); a search also where it can begin
anywhere in a run that it reads on to the end. Each is looked for as a word: it leads from one
repeat (or from the beginning of a search) back to it, from there to the other, and from that one
back to it.
"""

import operator
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final, TypeVar

from .alphabet import Characters, Pattern
from .automaton import Automaton, Edge

TWICE: Final = "one repeat reads it in two ways"
PARTED: Final = "two repeats can part it anywhere"
SEARCHED: Final = "a search can begin anywhere in it"

_MOST_RUNS: Final = 6

Loop = frozenset[int]
_State = TypeVar("_State", bound=Hashable)
_Triple = tuple[int, int, int, str]
_Pair = tuple[int, int, bool, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a pattern is slow on: ``prefix``, then ``pump`` again and again, then what fails."""

    reason: str
    prefix: str
    pump: str


def faults(pattern: Pattern, *, searched: bool = True) -> list[Fault]:
    """The faults of a pattern, each kind once for each repeat; those of a search if it is searched.

    >>> import re
    >>> [(fault.reason, fault.pump) for fault in faults(re.compile(r"(?:a|a)*b"), searched=False)]
    [('one repeat reads it in two ways', 'a')]
    >>> [fault.reason for fault in faults(re.compile("^a*b"))], faults(re.compile("^a*+b"))
    ([], [])
    """
    return list(dict.fromkeys(finder(pattern).faults(searched)))


@cache
def finder(pattern: Pattern) -> "Finder":
    """The repeats of a pattern, found once."""
    return Finder(Automaton(pattern))


class Finder:
    """The repeats of a pattern, and the words that they read."""

    def __init__(self, graph: Automaton) -> None:
        self.graph, self.nodes, self.start = graph, graph.nodes, graph.start
        edges = {number: list(steps) for number, steps in graph.steps.items()}
        self.loops = _loops(edges, lambda edge: not edge.is_bounded)
        self.free = _loops(edges, lambda edge: not edge.is_bounded and not edge.rounds)
        self.before = _ancestors(edges)
        self._known: dict[tuple[int, str], dict[str, list[Edge]]] = {}

    def faults(self, searched: bool) -> Iterator[Fault]:
        for loop in self.free:
            if loop.isdisjoint(self.graph.certain) and (pump := self._twice(loop)):
                yield Fault(TWICE, self.word_to(min(loop)), pump)
        for loop in dict.fromkeys((*self.loops, *self.free)):
            if searched and (pump := self._first_searched(loop)):
                yield Fault(SEARCHED, "", pump)
            if loop.isdisjoint(self.graph.certain):
                for end in sorted(loop):
                    yield from self._all_parted(loop, end)

    def _first_searched(self, loop: Loop) -> str:
        for end in sorted(loop - self.graph.certain):
            pump = self._searched(loop, end)
            if pump and not self._is_matched(loop, end, pump):
                return pump
        return ""

    def _is_matched(self, loop: Loop, end: int, pump: str) -> bool:
        """Whether a match is complete somewhere in the run, so that giving back a little ends it;
        an atomic part gives nothing back."""
        if self.nodes[end].atoms:
            return not loop.isdisjoint(self.graph.certain)
        places, last = {end}, pump[-1]
        for character in pump * 2:
            ends = (way for place in places for way in self.graph.ends[place])
            if any(way.allows(last, character) for way in ends):
                return True
            places = {edge.target for place in places for edge in self._on(place, last, character)}
            last = character
        return False

    def runs(self) -> Iterator[tuple[str, str]]:
        """A text that leads into each repeat, and words on which it goes once round."""
        for loop in dict.fromkeys((*self.loops, *self.free)):
            for end in sorted(loop)[:: -(-len(loop) // _MOST_RUNS)]:
                if word := self._round(loop, end):
                    yield self.word_to(end), word

    def _round(self, loop: Loop, end: int) -> str:
        starts = [(end, last) for last in sorted(self.nodes[end].reads)]
        return _word(starts, lambda state: self._moves(*state, loop), lambda state: state[0] == end)

    def word_to(self, number: int) -> str:
        """A short text that is read from the beginning to a node, guards or none."""
        def steps(state: tuple[int, str]) -> Iterator[tuple[tuple[int, str], str]]:
            for edge in self.graph.steps[state[0]]:
                character = min(self.nodes[edge.target].reads)
                yield (edge.target, character), character
        return _word([(self.start, "")], steps, lambda state: state[0] == number)

    def _all_parted(self, loop: Loop, end: int) -> Iterator[Fault]:
        for first in self.free:
            for begin in sorted(first - loop):
                can = self.nodes[begin].atoms <= self.nodes[end].atoms and begin in self.before[end]
                if can and (pump := self._parted((first, begin), (loop, end))):
                    yield Fault(PARTED, self.word_to(begin), pump)

    def _twice(self, loop: Loop) -> str:
        """A word that a loop reads from a place back to it by two paths."""
        def steps(state: _Pair) -> Iterator[tuple[_Pair, str]]:
            one, other, apart, last = state
            for character, edges in self._by_character(one, last).items():
                for a, first in enumerate(edges):
                    for b, second in enumerate(self._on(other, last, character)):
                        if all(way.target in loop and not way.rounds for way in (first, second)):
                            differs = apart or one != other or a != b
                            yield (first.target, second.target, differs, character), character

        for begin in sorted(loop):
            starts = [(begin, begin, False, last) for last in sorted(self.nodes[begin].reads)]
            goal = begin, begin, True
            for start in starts:
                if word := _word([start], steps, partial(operator.eq, (*goal, start[-1]))):
                    return word
        return ""

    def _searched(self, loop: Loop, end: int) -> str:
        return self._shared((frozenset(), self.start), (loop, end), self.nodes[end].reads)

    def _parted(self, first: tuple[Loop, int], second: tuple[Loop, int]) -> str:
        both = self.nodes[first[1]].reads & self.nodes[second[1]].reads
        return self._shared(first, second, both)

    def _shared(
        self, first: tuple[Loop, int], second: tuple[Loop, int], last: Characters
    ) -> str:
        """A word from the one to itself, to the other, and from that to itself, ending in one of
        these characters, which also stands before it."""
        (outer, begin), (loop, end) = first, second
        steps, goal = self._triples(outer, loop, end), (begin, end, end)
        starts = [(begin, begin, end, character) for character in sorted(last)]
        if not _word(starts, steps, lambda state: state[:3] == goal):
            return ""
        words = (
            _word([start], steps, partial(operator.eq, (*goal, start[-1]))) for start in starts
        )
        return next(filter(None, words), "")

    def _triples(
        self, first: Loop, second: Loop, end: int
    ) -> Callable[[_Triple], Iterator[tuple[_Triple, str]]]:
        """One step of three readers: in the first loop, on the way to the second, and in that."""
        final = frozenset[int]().union(*(self.nodes[number].atoms for number in first))

        def steps(state: _Triple) -> Iterator[tuple[_Triple, str]]:
            one, way, other, last = state
            for (behind, _), character in self._moves(other, last, second):
                for ahead in self._ways(way, last, character, end, final):
                    for around in self._rounds(one, last, character, first):
                        yield (around, ahead, behind, character), character
        return steps

    def _moves(
        self, number: int, last: str, loop: Loop
    ) -> Iterator[tuple[tuple[int, str], str]]:
        """Every step within a loop: where to, and on what."""
        for character, edges in self._by_character(number, last).items():
            for edge in edges:
                if edge.target in loop and not edge.is_bounded:
                    yield (edge.target, character), character

    def _ways(
        self, number: int, last: str, character: str, end: int, final: frozenset[int]
    ) -> Iterator[int]:
        if number == self.start:
            yield number
        for edge in self._on(number, last, character):
            if not edge.rounds & final and (edge.target == end or edge.target in self.before[end]):
                yield edge.target

    def _rounds(self, number: int, last: str, character: str, loop: Loop) -> Iterator[int]:
        if number == self.start:
            yield number
        for edge in self._on(number, last, character):
            if edge.target in loop and not edge.is_bounded and not edge.rounds:
                yield edge.target

    def _on(self, number: int, last: str, character: str) -> Sequence[Edge]:
        return self._by_character(number, last).get(character, ())

    def _by_character(self, number: int, last: str) -> dict[str, list[Edge]]:
        """The steps from a node behind a character, by the character that is read."""
        if (number, last) not in self._known:
            found: dict[str, list[Edge]] = {}
            for edge in self.graph.steps[number]:
                for character in sorted(self.nodes[edge.target].reads):
                    if edge.allows(last, character):
                        found.setdefault(character, []).append(edge)
            self._known[number, last] = found
        return self._known[number, last]


def _word(
    starts: Iterable[_State], steps: Callable[[_State], Iterable[tuple[_State, str]]],
    is_end: Callable[[_State], bool],
) -> str:
    """The shortest word, of one character or more, that leads to an end; '' if none does."""
    words = dict.fromkeys(starts, "")
    todo, seen = deque(words.items()), set[_State]()
    while todo:
        state, word = todo.popleft()
        for after, character in steps(state):
            if is_end(after):
                return word + character
            if after not in seen:
                seen.add(after)
                todo.append((after, word + character))
    return ""


def _loops(edges: dict[int, list[Edge]], wanted: Callable[[Edge], bool]) -> list[Loop]:
    """The largest sets of nodes of which each leads to each, and to itself."""
    kept = {number: [edge for edge in steps if wanted(edge)] for number, steps in edges.items()}
    before = _ancestors(kept)
    return list(dict.fromkeys(
        frozenset(other for other in before[number] if number in before[other])
        for number in kept if number in before[number]
    ))


def _ancestors(edges: dict[int, list[Edge]]) -> dict[int, set[int]]:
    """For each node those from which some way leads to it."""
    targets = {number: {edge.target for edge in steps} for number, steps in edges.items()}
    before: dict[int, set[int]] = {number: set() for number in edges}
    for number in edges:
        seen, todo = set[int](), targets[number]
        while todo:
            seen |= todo
            todo = set[int]().union(*(targets[place] for place in todo)) - seen
        for place in seen:
            before[place].add(number)
    return before
