"""Where the words that a query asks for stand in a text: the same for every engine.

Only what must be there is marked: nothing below a NOT, nothing that asks a field which is no text.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.analysis import stems, terms

from .patterns import matcher
from .tree import (
    And,
    Before,
    Boost,
    Exact,
    Fuzzy,
    In,
    Near,
    Node,
    Or,
    Phrase,
    Regex,
    Wildcard,
    Word,
)

TEXT_FIELDS: Final = frozenset({"text", "subject", "body", "summary", "comment"})
_REMEMBERED: Final = 100_000
_LONGEST_RUN: Final = 30  # a longer phrase is known by its first words

Leaf = Word | Exact | Phrase | Wildcard | Fuzzy | Regex


@dataclass(frozen=True, slots=True)
class Found:
    """A leaf's words at the positions from ``first`` up to but not including ``stop``."""

    first: int
    stop: int
    leaf: int


def wanted_leaves(tree: Node) -> tuple[Leaf, ...]:
    """The leaves whose words a reader wants to see, each once, in the query's order.

    >>> wanted_leaves(And((Word("missile"), Not(Word("test")), In("tag", Word("PREL")))))
    (Word(text='missile'),)
    """
    return tuple(dict.fromkeys(_leaves(tree)))


def _leaves(tree: Node) -> Iterator[Leaf]:
    match tree:
        case Word() | Exact() | Phrase() | Wildcard() | Fuzzy() | Regex():
            yield tree
        case In(field, part):
            if field in TEXT_FIELDS:
                yield from _leaves(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _leaves(part)
        case Near(left, right) | Before(left, right):
            yield from _leaves(left)
            yield from _leaves(right)
        case Boost(part):
            yield from _leaves(part)
        case _:
            pass


class Highlighter:
    """A query's words, made ready once and looked for in many texts.

    >>> list(Highlighter(Word("exports")).find(["an", "export", "ban"]))
    [Found(first=1, stop=2, leaf=0)]
    """

    def __init__(self, tree: Node) -> None:
        self._stemmed = _Runs()
        self._exact = _Runs()
        self._loose: list[_Loose] = []
        self._tests: list[_Test] = []
        for number, leaf in enumerate(wanted_leaves(tree)):
            self._add(number, leaf)

    def find(self, words: Sequence[str]) -> list[Found]:
        """Where the leaves match among these terms, by position."""
        found = list(self._exact.find(words))
        if self._stemmed or self._loose:
            stemmed = stems(list(words))
            found += self._stemmed.find(stemmed)
            for loose in self._loose:
                found += loose.find(stemmed)
        for test in self._tests:
            found += test.find(words)
        found.sort(key=_by_place)
        return found

    def _add(self, number: int, leaf: Leaf) -> None:
        match leaf:
            case Word(text) | Phrase(text, 0):
                self._stemmed.add(stems(terms(text)), number)
            case Phrase(text, slop):
                self._loose.append(_Loose(Counter(stems(terms(text))), slop, number))
            case Exact(text):
                self._exact.add(terms(text), number)
            case _:
                self._tests.append(_Test(matcher(leaf), number))


class _Runs:
    """Words side by side, by their first word."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[list[str], int]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def add(self, run: list[str], leaf: int) -> None:
        if run:
            self._by_first.setdefault(run[0], []).append((run[:_LONGEST_RUN], leaf))

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        if self._by_first.keys().isdisjoint(words):
            return
        for place, word in enumerate(words):
            for run, leaf in self._by_first.get(word, ()):
                if len(run) == 1 or words[place : place + len(run)] == run:
                    yield Found(place, place + len(run), leaf)


@dataclass(frozen=True, slots=True)
class _Loose:
    """Words in any order, with room for some others among them."""

    need: Counter[str]
    room: int
    leaf: int

    def find(self, words: Sequence[str]) -> list[Found]:
        width = self.need.total() + self.room
        near: deque[int] = deque()
        have: Counter[str] = Counter()
        places: dict[int, None] = {}
        for place, word in enumerate(words):
            if word not in self.need:
                continue
            near.append(place)
            have[word] += 1
            while near[0] <= place - width:
                have[words[near.popleft()]] -= 1
            if have >= self.need:
                places.update(dict.fromkeys(near))
        return [Found(place, place + 1, self.leaf) for place in places]


class _Test:
    """One term that passes a test, which is asked once for each different term."""

    def __init__(self, test: Callable[[str], bool], leaf: int) -> None:
        self._test = test
        self._leaf = leaf
        self._answers: dict[str, bool] = {}

    def find(self, words: Sequence[str]) -> list[Found]:
        if len(self._answers) > _REMEMBERED:
            self._answers.clear()
        answers = self._answers
        for word in set(words).difference(answers):
            answers[word] = self._test(word)
        return [
            Found(place, place + 1, self._leaf)
            for place, word in enumerate(words) if answers[word]
        ]


def _by_place(found: Found) -> tuple[int, int, int]:
    return found.first, found.stop, found.leaf
