"""What stands at places of a text as queries of tantivy: phrases, NEAR, and phrases with room.

tantivy finds words at given distances, and two words within a given room of a given distance,
before or behind. Room for more words is every way in which they can stand. Where that is too many,
what is near is found by looking at the texts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations, product
from math import comb, factorial
from typing import Final

import tantivy

from indexer.engines.tantivy_schema import as_utf8

from ..patterns import Alike, Pattern
from ..plan import Expand, Form, Near, Phrase, Room, Stretch, Term
from .base import index_field
from .tantivy_words import OneOf, Words, regex

_MOST_QUERIES: Final = 256
"""So many exact phrases may stand for one NEAR."""

_MOST_WAYS: Final = 512
"""In so many ways the words of one phrase with room may stand."""

_Word = str | Pattern | OneOf
_Placed = list[tuple[int, _Word]]
"""Words with their places."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words side by side in a TEXT field."""

    field: str
    form: Form
    words: tuple[_Word, ...]


def phrase(words: Words, asked: Phrase) -> tantivy.Query | None:
    """The query for a phrase; None where it has a pattern that tantivy does not know."""
    run = _known(words, asked)
    return None if run is None else _placed(words, run, list(enumerate(run.words)), 0)


def near(words: Words, asked: Near) -> tantivy.Query | None:
    """The query for a NEAR; None where tantivy has none, or too many would be needed."""
    sides = [[_known(words, one) for one in side] for side in (asked.left, asked.right)]
    made: list[tantivy.Query] = []
    for one, other in product(*sides):
        left, right = _same_form(words, one, other)
        if left is None or right is None:
            return None
        for placed, slop in _pairs(left.words, right.words, asked):
            query = _placed(words, left, placed, slop)
            if query is None or len(made) == _MOST_QUERIES:
                return None
            made.append(query)
    return any_of(made)


def room(words: Words, asked: Room) -> tantivy.Query | None:
    """The query for a phrase with room; None where its words can stand in too many ways."""
    if len(asked.words) == 2:
        return near(words, pair(asked.field, *asked.words, asked.room))
    count = len(asked.words)
    if factorial(count) * comb(count - 1 + asked.room, count - 1) > _MOST_WAYS:
        return None
    run = _Run(asked.field, Form.STEM, asked.words)
    made = [_placed(words, run, placed, 0) for placed in _ways(asked.words, asked.room)]
    return any_of([query for query in made if query is not None])


def pair(field: str, one: str, other: str, distance: int) -> Near:
    """Two stems with so many words between them at most, in any order."""
    left, right = (Term(field, Form.STEM, word) for word in (one, other))
    return Near((left,), (right,), distance, ordered=False)


def _ways(words: tuple[str, ...], room_: int) -> Iterator[_Placed]:
    """Every order of the words, in every way to stand within the room.

    >>> [[(place, word) for place, word in way] for way in _ways(("a", "b"), 1)][:2]
    [[(0, 'a'), (1, 'b')], [(0, 'a'), (2, 'b')]]
    """
    behind = range(1, len(words) + room_)
    for order in sorted(set(permutations(words))):
        for places in combinations(behind, len(words) - 1):
            yield list(zip((0, *places), order, strict=True))


def any_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What one of these finds, or more."""
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in queries])


def _known(words: Words, asked: Stretch) -> _Run | None:
    """The words of a stretch, where tantivy knows them or can be told which they are."""
    match asked:
        case Term(field, form, term):
            return _Run(field, form, (term,))
        case Phrase(field, form, parts):
            return _told(_Run(field, form, parts), lambda one: _without_spelling(words, field, one))
        case Expand(field, pattern):
            run = _Run(field, Form.UNSTEMMED, (pattern,))
            return _told(run, lambda one: _without_spelling(words, field, one))
        case Room():
            return None


def _without_spelling(words: Words, field: str, word: _Word) -> _Word | None:
    return words.alike(field, word) if isinstance(word, Alike) else word


def _same_form(
    words: Words, one: _Run | None, other: _Run | None
) -> tuple[_Run | None, _Run | None]:
    """Both with stems, or both with words as they are: one field of the index has both."""
    if one is None or other is None or one.form is other.form:
        return one, other
    return _unstemmed(words, one), _unstemmed(words, other)


def _unstemmed(words: Words, run: _Run) -> _Run | None:
    """The same with all words that have its stems."""
    if run.form is Form.UNSTEMMED:
        return run
    return _told(replace(run, form=Form.UNSTEMMED), lambda one: _with_stem(words, run.field, one))


def _with_stem(words: Words, field: str, word: _Word) -> _Word | None:
    return words.with_stem(field, word) if isinstance(word, str) else word


def _told(run: _Run, tell: Callable[[_Word], _Word | None]) -> _Run | None:
    """The run with what is told of each word; None where one stands for too many."""
    told = [tell(word) for word in run.words]
    known = tuple(word for word in told if word is not None)
    return replace(run, words=known) if len(known) == len(told) else None


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


def _placed(words: Words, run: _Run, placed: _Placed, slop: int) -> tantivy.Query | None:
    schema, field = words.reader.schema, index_field(run.field, run.form)
    literal = [(place, as_utf8(word)) for place, word in placed if isinstance(word, str)]
    if len(literal) == len(placed):
        return tantivy.Query.phrase_query(schema, field, list(literal), slop)
    written = [(place, made) for place, word in placed if (made := regex(word)) is not None]
    if len(written) < len(placed):
        return None
    return tantivy.Query.regex_phrase_query(schema, field, list(written), slop)
