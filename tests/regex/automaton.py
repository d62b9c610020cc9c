"""A regular expression as a graph of the characters that it reads.

A node reads one character, or it is a fork. A bounded repeat is read as if it had no bound, with
its way back marked; so is the way back of a possessive repeat, of which each round is final.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from .alphabet import READS, REPEATS, Alphabet, Arguments, Characters, Items, Pattern

MOST: Final = 100
"""A repeat of more than this counts as one without a bound."""

_COPIES: Final = 8
"""Of what must come more than once, so many are read one by one."""

ACCEPT: Final = 0
TRAP: Final = 1
"""The end of what is looked ahead at."""

Operation = Any
"""A constant of Python's own parser, known by its name."""

Guard = Callable[[str, str], bool]
"""Whether a place is passed, by the characters before and behind it; '' is an end of the text."""

_END_OF_LINE: Final = ("", "\n")


@dataclass(frozen=True, slots=True)
class Edge:
    """A way to a node. It is certain where no guard can stop a match that has read all it can;
    ``rounds`` are the possessive repeats that it begins another round of."""

    target: int
    guards: tuple[Guard, ...] = ()
    is_certain: bool = True
    is_bounded: bool = False
    rounds: frozenset[int] = frozenset()

    def then(self, edge: "Edge") -> "Edge":
        """This way and the next as one."""
        return Edge(
            edge.target, self.guards + edge.guards, self.is_certain and edge.is_certain,
            self.is_bounded or edge.is_bounded, self.rounds | edge.rounds,
        )

    def allows(self, before: str, behind: str) -> bool:
        """Whether it can be gone between these characters."""
        return all(guard(before, behind) for guard in self.guards)


@dataclass(slots=True)
class Node:
    """A read of one of these characters, or a fork; ``atoms`` are the atomic parts it is in."""

    reads: Characters = frozenset()
    edges: list[Edge] = field(default_factory=list)
    atoms: frozenset[int] = frozenset()
    is_repeat: bool = False


class Automaton:
    """The graph of a pattern.

    ``steps[n]`` are the ways from the read ``n`` (or ``start``) to the next reads, one for each
    path over forks, and ``ends[n]`` the ways to a complete match; ``certain`` are the reads behind
    which a match is complete, whatever follows.

    >>> graph = Automaton(re.compile("ab*"))
    >>> [sorted(graph.nodes[edge.target].reads) for edge in graph.steps[graph.start]]
    [['a']]
    """

    def __init__(self, pattern: Pattern) -> None:
        self.alphabet = Alphabet(pattern)
        self.nodes = [Node(), Node()]
        self._atoms: tuple[int, ...] = ()
        first = self._build(self.alphabet.tree, self.alphabet.flags, ACCEPT)
        self.start = self._add(Node(edges=[Edge(first)]))
        ways = {
            number: list(self._ways(number))
            for number, node in enumerate(self.nodes) if node.reads or number == self.start
        }
        self.steps = {
            number: [edge for edge in edges if edge.target > TRAP] for number, edges in ways.items()
        }
        self.ends = {
            number: [edge for edge in edges if edge.target == ACCEPT]
            for number, edges in ways.items()
        }
        self.certain = frozenset(
            number for number, edges in self.ends.items() if any(edge.is_certain for edge in edges)
        )

    def _ways(self, number: int) -> Iterable[Edge]:
        """Every path from a node over forks; no repeat reads nothing in a round, so that its fork
        comes once in a path, and any other twice."""
        todo: list[tuple[Edge, tuple[int, ...]]] = [(edge, ()) for edge in self.nodes[number].edges]
        while todo:
            way, passed = todo.pop()
            node = self.nodes[way.target]
            if node.reads or way.target <= TRAP:
                yield way
            elif passed.count(way.target) < (1 if node.is_repeat else 2):
                todo += [(way.then(edge), (*passed, way.target)) for edge in node.edges]

    # Making the nodes: every function is given the node that its part leads to.

    def _add(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1

    def _fork(self, *edges: Edge) -> int:
        return self._add(Node(edges=list(edges)))

    def _guard(self, after: int, guard: Guard | None) -> Edge:
        return Edge(after, (guard,) if guard else (), is_certain=False)

    def _build(self, items: Items, flags: int, after: int) -> int:
        for operation, arguments in reversed(list(items)):
            after = self._item(operation, arguments, after, flags)
        return after

    def _item(self, operation: Operation, arguments: Arguments, after: int, flags: int) -> int:
        name = str(operation)
        if name in READS:
            reads = self.alphabet.read_by([(operation, arguments)], flags)
            return self._add(Node(reads, [Edge(after)], frozenset(self._atoms)))
        if name in REPEATS:
            return self._repeat(name, arguments, after, flags)
        if name in ("ASSERT", "ASSERT_NOT"):
            return self._look(name, arguments, after, flags)
        if name == "AT":
            return self._fork(self._guard(after, self._place(str(arguments), flags)))
        if name == "ATOMIC_GROUP":
            return self._atomic(lambda _: self._build(arguments, flags, after))
        return self._branches(name, arguments, after, flags)

    def _branches(self, name: str, arguments: Arguments, after: int, flags: int) -> int:
        if name == "SUBPATTERN":
            return self._build(arguments[3], flags & ~arguments[2] | arguments[1], after)
        if name == "GROUPREF":  # read as the group anew, whatever it had read
            return self._build(*self.alphabet.groups[arguments], after)
        parts: list[Items] = []
        if name == "BRANCH":
            parts = arguments[1]
        elif name == "GROUPREF_EXISTS":
            parts = [part or [] for part in arguments[1:]]
        elif name != "FAILURE":
            raise NotImplementedError(name)
        return self._fork(*(Edge(self._build(part, flags, after)) for part in parts))

    def _atomic(self, build: Callable[[int], int]) -> int:
        before, number = self._atoms, len(self.nodes)
        self._add(Node())  # so that the number is no other's
        self._atoms = (*before, number)
        start = build(number)
        self._atoms = before
        return start

    def _repeat(self, name: str, arguments: Arguments, after: int, flags: int) -> int:
        least, most, body = arguments
        if name != "POSSESSIVE_REPEAT":
            return self._loop(least, most, body, Edge(after), Edge(after), frozenset(), flags)
        single = self.alphabet.single(body, flags)
        done = Edge(after, (_not_before(single),)) if single else Edge(after)
        leave = Edge(after) if most <= MOST else done
        return self._atomic(
            lambda atom: self._loop(least, most, body, done, leave, frozenset((atom,)), flags)
        )

    def _loop(
        self, least: int, most: int, body: Items, skip: Edge, leave: Edge, rounds: frozenset[int],
        flags: int,
    ) -> int:
        again = self._add(Node(edges=[leave], is_repeat=True))
        inner = self._build(body, flags, again)
        copies = max(0, min(least, _COPIES) - 1)
        if most > copies + 1:
            back = Edge(inner, is_bounded=most <= MOST, rounds=rounds)
            self.nodes[again].edges.append(back)
        for _ in range(copies):
            inner = self._build(body, flags, inner)
        return inner if least else self._fork(Edge(inner), skip)

    def _look(self, name: str, arguments: Arguments, after: int, flags: int) -> int:
        (direction, body), wanted = arguments, name == "ASSERT"
        single = self.alphabet.single(body, flags)
        if direction < 0:
            last = self.alphabet.single(body[-1:], flags) if wanted else single
            return self._fork(self._guard(after, _behind(last, wanted)))
        inside = self._atomic(lambda _: self._build(body, flags, TRAP))
        first = self._firsts(inside) if wanted else single
        return self._fork(Edge(inside), self._guard(after, _before(first, wanted)))

    def _firsts(self, number: int) -> Characters | None:
        """The characters that a part can begin with; None if it can be empty."""
        if reads := self.nodes[number].reads:
            return reads
        ends = {edge.target for edge in self._ways(number)}
        if TRAP in ends:
            return None
        return frozenset[str]().union(*(self.nodes[end].reads for end in ends))

    def _place(self, name: str, flags: int) -> Guard:
        is_word, lines = self.alphabet.is_word, bool(flags & re.MULTILINE)
        places: dict[str, Guard] = {
            "AT_BOUNDARY": lambda before, behind: is_word(before) != is_word(behind),
            "AT_NON_BOUNDARY": lambda before, behind: is_word(before) == is_word(behind),
            "AT_BEGINNING": lambda before, _: before in (_END_OF_LINE if lines else ("",)),
            "AT_BEGINNING_STRING": lambda before, _: before == "",
            "AT_END": lambda _, behind: behind in _END_OF_LINE,
            "AT_END_STRING": lambda _, behind: behind == "",
        }
        return places[name]


def _not_before(reads: Characters) -> Guard:
    return lambda _, behind: behind not in reads


def _before(reads: Characters | None, wanted: bool) -> Guard | None:
    return None if reads is None else lambda _, behind: (behind in reads) is wanted


def _behind(reads: Characters | None, wanted: bool) -> Guard | None:
    return None if reads is None else lambda before, _: (before in reads) is wanted
