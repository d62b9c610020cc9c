"""Where the words that a query asks for stand in one text: for the referee.

Spelling and regular expressions are tested as plainly as can be, not as the engines do it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import assert_never

from indexer.analysis import stems, terms

from .. import tree
from ..patterns import Test, Wild, wildcard_words
from ..regular import python_regex

Span = tuple[int, int]
"""Where something stands in a text: the position of its first word, and the one behind its last."""


def spans(node: tree.Node, words: Sequence[str]) -> set[Span]:
    """Every place where a leaf, an OR of leaves or a NEAR stands among these terms.

    >>> sorted(spans(tree.Word("test site"), ["the", "tests", "site"]))
    [(1, 3)]
    """
    match node:
        case tree.Word(text) | tree.Phrase(text, 0):
            return _side_by_side([stem.__eq__ for stem in stems(terms(text))], stems(list(words)))
        case tree.Phrase(text, slop):
            return _together(Counter(stems(terms(text))), slop, stems(list(words)))
        case tree.Exact(text):
            return _side_by_side([term.__eq__ for term in terms(text)], words)
        case tree.Wildcard() | tree.Fuzzy() | tree.Regex():
            return _side_by_side(_tests(node), words)
        case tree.Or(parts):
            return set().union(*(spans(part, words) for part in parts))
        case tree.Boost(part):
            return spans(part, words)
        case tree.Before(left, right, distance):
            return _in_order(spans(left, words), spans(right, words), distance)
        case tree.Near(left, right, distance):
            one, other = spans(left, words), spans(right, words)
            return _in_order(one, other, distance) | _in_order(other, one, distance)
        case _:
            return set()


def regex_test(pattern: str) -> Test:
    """The test that a regular expression means: it must match the whole term.

    >>> bool(regex_test("MISS[IY]LE?S")("missiles"))
    True
    """
    return re.compile(python_regex(pattern), re.DOTALL).fullmatch


def fuzzy_test(word: str, distance: int) -> Test:
    """The test of being at most so many edits away from a term: a letter more, less, or another
    one, or two neighbours exchanged."""
    return lambda term: edits(word, term) <= distance


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


def _tests(leaf: tree.Wildcard | tree.Fuzzy | tree.Regex) -> list[Test]:
    """The tests of the words that a leaf asks for, side by side."""
    match leaf:
        case tree.Wildcard(pattern):
            return [
                word.test() if isinstance(word, Wild) else word.__eq__
                for word in wildcard_words(pattern)
            ]
        case tree.Fuzzy(text, distance):
            return [fuzzy_test(term, distance) for term in terms(text)]
        case tree.Regex(pattern):
            return [regex_test(pattern)]
        case _:
            assert_never(leaf)


def _side_by_side(tests: Sequence[Test], words: Sequence[str]) -> set[Span]:
    if not tests:
        return set()
    width = len(tests)
    return {
        (start, start + width)
        for start in range(len(words) - width + 1)
        if all(test(words[start + n]) for n, test in enumerate(tests))
    }


def _together(wanted: Counter[str], room: int, words: Sequence[str]) -> set[Span]:
    """Stretches that hold all that is wanted, in any order, and so many other words at most: from
    each word that is wanted the shortest."""
    shortest = (
        _shortest(wanted, start, words[start : start + wanted.total() + room])
        for start, word in enumerate(words)
        if word in wanted
    )
    return {span for span in shortest if span}


def _shortest(wanted: Counter[str], start: int, words: Sequence[str]) -> Span | None:
    lengths = range(wanted.total(), len(words) + 1)
    fitting = (length for length in lengths if wanted <= Counter(words[:length]))
    length = next(fitting, 0)
    return (start, start + length) if length else None


def _in_order(first: set[Span], second: set[Span], distance: int) -> set[Span]:
    """From the first to the second, where at most so many words are between."""
    return {
        (one[0], other[1])
        for one, other in product(first, second)
        if 0 <= other[0] - one[1] <= distance
    }
