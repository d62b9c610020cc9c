"""Wildcards, spelling distance and regular expressions as tests of one term or one value.

Terms and values are folded, and so is what is compared with them. A wildcard is tested in time
proportional to the length of the term times that of the pattern, whatever is asked.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from indexer.analysis import MARKS, fold, terms

from .tree import Fuzzy, Regex, Wildcard

Test = Callable[[str], object]
"""Whether a term passes: true or false as Python sees it."""

_WILD: Final = frozenset("*?")
_RUN: Final = re.compile(rf"(?:[^\W_]|[*?{MARKS}])++")
_STARS: Final = re.compile(r"\*+")
_CHARACTER: Final = re.compile(r"\\.|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wild:
    """A folded wildcard that one whole term or value must match: ``*`` is any run of characters,
    ``?`` is one.

    >>> Wild("pro*if?").prefix
    'pro'
    """

    text: str

    @property
    def prefix(self) -> str:
        """What every match begins with."""
        return re.split(r"[*?]", self.text, maxsplit=1)[0]

    def test(self) -> Test:
        """The test that a term must pass.

        >>> [term for term in ("afghanistan", "stan", "standing") if Wild("*stan").test()(term)]
        ['afghanistan', 'stan']
        """
        first, *others = map(_literal, self.text.split("*"))
        if not others:
            return re.compile(first, re.DOTALL).fullmatch
        # Between two stars the first place that fits is as good as any: without going back to
        # try another, many stars cost no more than one.
        middle = "".join(f"(?>.*?{part})" for part in others[:-1] if part)
        return re.compile(f"{first}{middle}.*{others[-1]}", re.DOTALL).fullmatch


@dataclass(frozen=True, slots=True)
class Alike:
    """A folded word that one whole term or value may be some edits away from.

    >>> Alike("canberra", 1).test()("canbera")
    True
    """

    text: str
    distance: int

    @property
    def prefix(self) -> str:
        """What every match begins with: nothing."""
        return ""

    def test(self) -> Test:
        """The test that a term must pass."""
        return fuzzy_test(self.text, self.distance)


@dataclass(frozen=True, slots=True)
class Regular:
    """A regular expression of the query language that one whole term or value must match.

    >>> bool(Regular("miss[iy]le").test()("missyle"))
    True
    """

    text: str

    @property
    def prefix(self) -> str:
        """What every match begins with: nothing is known of it."""
        return ""

    def test(self) -> Test:
        """The test that a term must pass."""
        return regex_test(self.text)


Pattern = Wild | Alike | Regular
"""What one term or value must fit; ``text`` is what the user wrote, folded but for a Regular."""


def wildcard_words(wildcard: str) -> tuple[str | Wild, ...]:
    """The terms and patterns that a wildcard asks for in a TEXT field, side by side.

    >>> wildcard_words("post-Sov*")
    ('post', Wild(text='sov*'))
    """
    return tuple(_wildcard_words(wildcard))


def wildcard_value(wildcard: str) -> Wild:
    """The pattern that a wildcard asks for in a field of whole values.

    >>> wildcard_value("Roger  Ch*")
    Wild(text='roger ch*')
    """
    return Wild(_STARS.sub("*", fold(wildcard)))


def matcher(leaf: Wildcard | Fuzzy | Regex) -> Callable[[str], bool]:
    """Whether a leaf asks for this term; where it asks for several words, whether for one of them.

    >>> asked = matcher(Wildcard("post-Sov*"))
    >>> [term for term in ("post", "postal", "soviet") if asked(term)]
    ['post', 'soviet']
    """
    tests = leaf_tests(leaf)
    return lambda term: any(test(term) for test in tests)


def leaf_tests(leaf: Wildcard | Fuzzy | Regex) -> tuple[Test, ...]:
    """The tests of the words that a leaf asks for in a TEXT field, side by side."""
    match leaf:
        case Wildcard(pattern):
            return tuple(map(_word_test, wildcard_words(pattern)))
        case Fuzzy(text, distance):
            return tuple(fuzzy_test(term, distance) for term in terms(text))
        case Regex(pattern):
            return (regex_test(pattern),)
        case _:
            assert_never(leaf)


def regex_test(pattern: str) -> Test:
    """The test that a pattern of the query language means: it must match the whole term.

    Python's own matcher is used, which can take long: for small texts alone.

    >>> bool(regex_test("MISS[IY]LE?S")("missiles"))
    True
    """
    folded = _CHARACTER.sub(lambda c: c[0] if c[0][0] == "\\" else fold(c[0]) or c[0], pattern)
    return re.compile(folded, re.DOTALL).fullmatch


def fuzzy_test(word: str, distance: int) -> Test:
    """The test of being at most so many edits away from a term: a letter more, less, or another
    one, or two neighbours exchanged.

    >>> close = fuzzy_test("canberra", 1)
    >>> [term for term in ("canbera", "cnaberra", "camberra", "canber") if close(term)]
    ['canbera', 'cnaberra', 'camberra']
    """
    return lambda term: abs(len(term) - len(word)) <= distance and edits(word, term) <= distance


def edits(one: str, other: str) -> int:
    """How many edits make one word the other.

    >>> edits("canberra", "cnabera")
    2
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if above and j > 1 and (letter, one[i - 2]) == (other[j - 2], wanted):
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _wildcard_words(wildcard: str) -> Iterator[str | Wild]:
    place = 0
    for run in _RUN.finditer(wildcard):
        if not _WILD.isdisjoint(run[0]):
            yield from terms(wildcard[place : run.start()])
            yield Wild(_folded_run(run[0]))
            place = run.end()
    yield from terms(wildcard[place:])


def _folded_run(run: str) -> str:
    folded = "".join(c for c in fold(run) if c.isalnum() or c in _WILD)
    return _STARS.sub("*", folded)


def _word_test(word: str | Pattern) -> Test:
    return word.__eq__ if isinstance(word, str) else word.test()


def _literal(part: str) -> str:
    return "".join("." if c == "?" else re.escape(c) for c in part)
