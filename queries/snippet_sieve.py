"""Which pieces of a text cannot hold what is asked for: told by its letters, without analysis.

A term stands in a text as it is, but for case, for the dots of ``U.S.`` and the commas of
``2,500``: text of ASCII letters that holds none of these spellings does not hold the term. A stem
may differ from its words in its last letters. All other text may hold anything.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from indexer.analysis import stems, terms
from indexer.plain_words import in_plain_marks

from .patterns import wildcard_words
from .snippet_wishes import Leaf, Wish, wish_leaves
from .tree import Before, Exact, Fuzzy, Near, Phrase, Wildcard, Word

_MOST: Final = 64  # more spellings than that cost more than analysis
_REPLACED: Final = (("ble", 2), ("ie", 2), ("e", 1), ("i", 1), ("y", 1), ("bl", 1))
"""Ends of stems, and how many letters of them the stemmer may have put in the place of others."""

Holds = Callable[[int, int], bool]
"""Whether the text between two offsets may hold what is asked for."""


class Sieve:
    """What is left out for some wishes.

    >>> holds = Sieve([Wish(Word("exports"))]).over("No kite. An EXPORTER.")
    >>> holds(0, 8), holds(9, 21)
    (False, True)
    """

    def __init__(self, wishes: Sequence[Wish]) -> None:
        leaves = [leaf for wish in wishes for leaf in wish_leaves(wish)]
        spellings = {one for leaf in leaves for part in _parts(leaf) for one in _spelt(part)}
        self._spellings = list(spellings)
        self._tells = len(spellings) <= _MOST and "" not in spellings
        self.counts_words = any(map(_counts_words, wishes))
        """Whether the words between two pieces matter too."""

    def over(self, text: str) -> Holds:
        """The question for the pieces of this text."""
        plain = _plain(text)
        if not self._tells or len(plain) != len(text):
            return _anything

        def has(start: int, end: int) -> bool:
            return any(plain.find(spelling, start, end) >= 0 for spelling in self._spellings)

        if plain.isascii() or not self._spellings:
            return has
        return lambda start, end: has(start, end) or not plain[start:end].isascii()


def _anything(start: int, end: int) -> bool:
    return start < end


def _plain(text: str) -> str:
    """The text in small letters, without what is no letter and not ASCII, of the same length but
    for strange letters."""
    return in_plain_marks(text).lower()


def _counts_words(wish: Wish) -> bool:
    return isinstance(wish.node, Near | Before) or (
        isinstance(wish.node, Phrase) and wish.node.slop > 0
    )


def _parts(leaf: Leaf) -> Iterator[str]:
    """Parts of words, '' where any will do: each word that the leaf finds has one of them."""
    match leaf:
        case Word(text) | Phrase(text):
            yield from map(stable_start, stems(terms(text)))
        case Exact(text):
            yield from terms(text)
        case Wildcard(pattern):
            for word in wildcard_words(pattern):
                literal = word if isinstance(word, str) else word.text.replace("?", "*")
                yield max(literal.split("*"), key=len)
        case Fuzzy(text, distance):
            for term in terms(text):
                yield from _pieces(term, 2 * distance + 1)
        case _:
            yield ""


def stable_start(stem: str) -> str:
    """What every word with this stem begins with.

    >>> stable_start("export"), stable_start("citi"), stable_start("die")
    ('export', 'cit', 'd')
    """
    cut = next((letters for end, letters in _REPLACED if stem.endswith(end)), 0)
    return stem[: len(stem) - cut]


def _pieces(term: str, count: int) -> Iterator[str]:
    """The term in so many pieces: each edit touches two of them at most."""
    bounds = [len(term) * n // count for n in range(count + 1)]
    yield from (term[low:high] for low, high in pairwise(bounds))


def _spelt(part: str) -> Iterator[str]:
    """How a part of a term may stand in a text."""
    yield part
    if part.isalpha():
        yield ".".join(part)
    if part.isdecimal():
        for first in range(1, min(4, len(part))):
            groups = [part[n : n + 3] for n in range(first, len(part), 3)]
            yield ",".join((part[:first], *groups))
