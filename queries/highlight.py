"""Where the words that a query asks for stand in a text: the same for every engine.

Only what must be there is marked: nothing below a NOT, nothing that asks a field which is no text.
Regular expressions are not marked: nothing here could run them in bounded time.
"""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from indexer.analysis import stems, terms

from .patterns import Test, leaf_tests
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
    Wildcard,
    Word,
)

TEXT_FIELDS: Final = frozenset({"text", "subject", "body", "summary", "comment"})
_REMEMBERED: Final = 100_000
_MOST: Final = 10_000
_LONGEST_RUN: Final = 30  # a longer phrase is known by its first words

Leaf = Word | Exact | Phrase | Wildcard | Fuzzy


@dataclass(frozen=True, slots=True)
class Found:
    """A leaf's words at the positions from ``first`` up to but not including ``stop``."""

    first: int
    stop: int
    leaf: int


def wanted_leaves(tree: Node) -> tuple[Leaf, ...]:
    """The leaves whose words a reader wants to see, each once, in the query's order.

    >>> wanted_leaves(And((Word("missile"), In("tag", Word("PREL")))))
    (Word(text='missile'),)
    """
    return tuple(dict.fromkeys(_leaves(tree)))


def _leaves(tree: Node) -> Iterator[Leaf]:
    match tree:
        case Word() | Exact() | Phrase() | Wildcard() | Fuzzy():
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
        self._tests: list[_Tests] = []
        for number, leaf in enumerate(wanted_leaves(tree)):
            self._add(number, leaf)

    def find(self, words: Sequence[str]) -> list[Found]:
        """Where the leaves match among these terms, by position: the first of them, where a word
        stands more often than anybody wants to see."""
        found = list(islice(self._exact.find(words), _MOST))
        if self._stemmed or self._loose:
            stemmed = stems(list(words))
            found += islice(self._stemmed.find(stemmed), _MOST)
            for loose in self._loose:
                found += islice(loose.find(stemmed), _MOST)
        for test in self._tests:
            found += islice(test.find(words), _MOST)
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
            case Wildcard():
                self._tests.append(_Tests(leaf_tests(leaf), number))
            case Fuzzy(text, distance):
                tests = zip(terms(text), leaf_tests(leaf), strict=True)
                near = tuple(_near(word, distance, test) for word, test in tests)
                self._tests.append(_Tests(near, number))


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

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        if self.need.keys() <= set(words):
            for place in self._places(words):
                yield Found(place, place + 1, self.leaf)

    def _places(self, words: Sequence[str]) -> Iterator[int]:
        """The words of every stretch that has them all, each word once."""
        width = self.need.total() + self.room
        lacking = self.need.copy()
        missing = len(lacking)
        near: deque[int] = deque()
        fresh: deque[int] = deque()  # those of near that were not given yet
        for place in (place for place, word in enumerate(words) if word in self.need):
            near.append(place)
            fresh.append(place)
            lacking[words[place]] -= 1
            missing -= lacking[words[place]] == 0
            while near[0] <= place - width:
                gone = near.popleft()
                missing += lacking[words[gone]] == 0
                lacking[words[gone]] += 1
            while fresh[0] < near[0]:
                fresh.popleft()
            if not missing:
                yield from fresh
                fresh.clear()


class _Tests:
    """Terms side by side that pass a test each, which is asked once for each different term."""

    def __init__(self, tests: Sequence[Test], leaf: int) -> None:
        self._tests = [_Remembered(test) for test in tests]
        self._leaf = leaf

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        if not self._tests:
            return
        first, *others = self._tests
        passing = first.passing(words)
        for place, word in enumerate(words) if passing else ():
            stop = place + 1 + len(others)
            if word in passing and stop <= len(words) and all(
                test.passes(words[place + n]) for n, test in enumerate(others, 1)
            ):
                yield Found(place, stop, self._leaf)


class _Remembered:
    """A test that remembers its answers."""

    def __init__(self, test: Test) -> None:
        self._test = test
        self._answers: dict[str, bool] = {}

    def passes(self, word: str) -> bool:
        answer = self._answers.get(word)
        if answer is None:
            answer = self._answers[word] = bool(self._test(word))
        return answer

    def passing(self, words: Sequence[str]) -> set[str]:
        """Which of these words pass."""
        if len(self._answers) > _REMEMBERED:
            self._answers.clear()
        return set(filter(self.passes, set(words)))


def _near(word: str, distance: int, test: Test) -> Test:
    """The test, behind a cheap one: an edit takes away one letter of the word at most."""
    letters = set(word)
    return lambda term: len(letters.difference(term)) <= distance and test(term)


def _by_place(found: Found) -> tuple[int, int, int]:
    return found.first, found.stop, found.leaf
