"""What stands at places of a text as queries of tantivy: phrases, NEAR, and room for two words.

tantivy finds words at given distances, and two words within a given room of a given distance,
before or behind. All else that is near is found by looking at the texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import tantivy

from indexer.engines.layout import unstemmed
from indexer.engines.tantivy_schema import as_utf8

from ..patterns import Pattern
from ..plan import Expand, Form, Near, Phrase, Room, Stretch, Term
from .tantivy_regex import regex
from .tantivy_words import index_field

_MOST_QUERIES: Final = 256
"""So many exact phrases may stand for one NEAR."""

_Word = str | Pattern
_Placed = list[tuple[int, _Word]]
"""Words with their places."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words side by side in an index field."""

    field: str
    words: tuple[_Word, ...]


def phrase(schema: tantivy.Schema, asked: Phrase) -> tantivy.Query | None:
    """The query for a phrase; None where it has a pattern that tantivy does not know."""
    field = index_field(asked.field, asked.form)
    return _placed(schema, field, list(enumerate(asked.words)), 0)


def near(schema: tantivy.Schema, asked: Near) -> tantivy.Query | None:
    """The query for a NEAR; None where tantivy has none, or too many would be needed."""
    sides = [[_run(one) for one in side] for side in (asked.left, asked.right)]
    made: list[tantivy.Query] = []
    for left, right in product(*sides):
        if left is None or right is None or left.field != right.field:
            return None
        for placed, slop in _pairs(left.words, right.words, asked):
            query = _placed(schema, left.field, placed, slop)
            if query is None or len(made) == _MOST_QUERIES:
                return None
            made.append(query)
    return any_of(made)


def room(schema: tantivy.Schema, asked: Room) -> tantivy.Query | None:
    """The query for a phrase with room; None where it has more than two words."""
    if len(asked.words) != 2:
        return None
    return near(schema, pair(asked.field, *asked.words, asked.room))


def pair(field: str, one: str, other: str, distance: int) -> Near:
    """Two stems with so many words between them at most, in any order."""
    left, right = (Term(field, Form.STEM, word) for word in (one, other))
    return Near((left,), (right,), distance, ordered=False)


def any_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What one of these finds, or more."""
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in queries])


def _run(asked: Stretch) -> _Run | None:
    match asked:
        case Term(field, form, term):
            return _Run(index_field(field, form), (term,))
        case Phrase(field, form, words):
            return _Run(index_field(field, form), words)
        case Expand(field, pattern):
            return _Run(unstemmed(field), (pattern,))
        case Room():
            return None


def _pairs(
    left: tuple[_Word, ...], right: tuple[_Word, ...], asked: Near
) -> Iterator[tuple[_Placed, int]]:
    """Words with their places and a room, which together stand for all that is near."""
    both_words = all(isinstance(word, str) for word in (*left, *right))
    if not asked.ordered and len(left) == len(right) == 1 and both_words and left != right:
        yield [(0, left[0]), (0, right[0])], asked.distance + 1
        return
    yield from _following(left, right, asked.distance)
    if not asked.ordered and left != right:
        yield from _following(right, left, asked.distance)


def _following(
    first: tuple[_Word, ...], second: tuple[_Word, ...], distance: int
) -> Iterator[tuple[_Placed, int]]:
    """The second behind the first, with at most so many words between."""
    if len(first) == len(second) == 1:
        slop, odd = divmod(distance, 2)
        yield [(0, first[0]), (slop + 1, second[0])], slop
        if odd:
            yield [(0, first[0]), (distance + 1, second[0])], 0
        return
    for gap in range(distance + 1):
        yield list(enumerate(first)) + list(enumerate(second, len(first) + gap)), 0


def _placed(
    schema: tantivy.Schema, field: str, words: _Placed, slop: int
) -> tantivy.Query | None:
    literal = [(place, as_utf8(word)) for place, word in words if isinstance(word, str)]
    if len(literal) == len(words):
        return tantivy.Query.phrase_query(schema, field, list(literal), slop)
    written = [(place, made) for place, word in words if (made := regex(word)) is not None]
    if len(written) < len(words):
        return None
    return tantivy.Query.regex_phrase_query(schema, field, list(written), slop)
