"""Wildcards, spelling distance and regular expressions: which terms or values fit them.

Terms and values are folded, and so is what is compared with them. Each pattern can test one term,
and tell which of many fit; both take time that goes with the length of the terms times that of the
pattern, whatever is asked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from indexer.analysis import MARKS, fold, terms

from . import linear
from .errors import QueryError, harmless
from .regular import Over, fixed_start, linear_regex, linear_wildcard
from .tree import Fuzzy, Regex, Wildcard

Test = Callable[[str], object]
"""Whether a term passes: true or false as Python sees it."""

MOST_EXPANSIONS: Final = 10_000
"""For how many terms a pattern may stand."""

_SHOWN: Final = 100
_WILD: Final = frozenset("*?")
_RUN: Final = re.compile(rf"(?:[^\W_]|[*?{MARKS}])++")
_STARS: Final = re.compile(r"\*+")


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

    def among(self, terms: Sequence[str]) -> Iterator[int]:
        """The places of the terms that fit, ascending; the terms are in ascending order.

        >>> list(Wild("*stan").among(["afghanistan", "stan", "standing"]))
        [0, 1]
        """
        prefix = self.prefix
        if self.text == f"{prefix}*":
            first = bisect_left(terms, prefix)
            size = len(prefix)
            return iter(range(first, bisect_right(terms, prefix, first, key=lambda t: t[:size])))
        return linear.among(linear_wildcard(self.text), terms)


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

    def among(self, terms: Sequence[str]) -> Iterator[int]:
        """The places of the terms that fit, ascending.

        >>> list(Alike("canberra", 1).among(["canberra", "riga", "canbera"]))
        [0, 2]
        """
        from rapidfuzz.distance import OSA  # costs start-up time where no word is asked like this
        from rapidfuzz.process import extract

        most = self.distance
        near = extract(self.text, terms, scorer=OSA.distance, score_cutoff=most, limit=None)
        return iter(sorted(place for _, _, place in near))


@dataclass(frozen=True, slots=True)
class Regular:
    """A regular expression of the query language that one whole term, or value, must match.

    >>> Regular("miss[iy]le", Over.WORD).test()("missyle")
    True
    """

    text: str
    over: Over

    @property
    def prefix(self) -> str:
        """What every match begins with, as far as it is plain."""
        return fixed_start(self.text)

    def test(self) -> Test:
        """The test that a term must pass.

        :raises QueryError: ``bad-regex``, where the pattern is too large.
        """
        return linear.whole(linear_regex(self.text, self.over))

    def among(self, terms: Sequence[str]) -> Iterator[int]:
        """The places of the terms that fit, ascending. It raises what :meth:`test` raises.

        >>> list(Regular("miss[iy]les?", Over.WORD).among(["missile", "missive", "missyles"]))
        [0, 2]
        """
        return linear.among(linear_regex(self.text, self.over), terms)


Pattern = Wild | Alike | Regular
"""What one term or value must fit; ``text`` is what the user wrote, folded but for a Regular."""


def too_many(pattern: Pattern) -> QueryError:
    """The error for a pattern that stands for more than :data:`MOST_EXPANSIONS` terms.

    >>> print(too_many(Alike("ab", 2)))
    'ab~2' stands for more than 10,000 words
    write a smaller distance, or a longer word
    """
    match pattern:
        case Wild(text):
            shown, remedy = text, "write more letters beside the *"
        case Alike(text, distance):
            shown, remedy = f"{text}~{distance}", "write a smaller distance, or a longer word"
        case Regular(text):
            shown, remedy = f"/{text}/", "write more letters in it"
    message = f"'{harmless(shown[:_SHOWN])}' stands for more than {MOST_EXPANSIONS:,} words"
    return QueryError("too-many-expansions", "", 0, 0, message, remedy)


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


def leaf_tests(leaf: Wildcard | Fuzzy | Regex) -> tuple[Test, ...]:
    """The tests of the words that a leaf asks for in a TEXT field, side by side."""
    match leaf:
        case Wildcard(pattern):
            return tuple(map(_word_test, wildcard_words(pattern)))
        case Fuzzy(text, distance):
            return tuple(fuzzy_test(term, distance) for term in terms(text))
        case Regex(pattern):
            return (Regular(pattern, Over.WORD).test(),)
        case _:
            assert_never(leaf)


def fuzzy_test(word: str, distance: int) -> Test:
    """The test of being at most so many edits away from a term: a letter more, less, or another
    one, or two neighbours exchanged.

    >>> close = fuzzy_test("canberra", 1)
    >>> [term for term in ("canbera", "cnaberra", "camberra", "canber") if close(term)]
    ['canbera', 'cnaberra', 'camberra']
    """
    from rapidfuzz.distance import OSA

    return lambda term: OSA.distance(word, term, score_cutoff=distance) <= distance


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
