"""The referee: the tree applied to each cable, one after the other, as plainly as can be.

It says what a query means; every engine must find what it finds. It has no index, it does not use
the plan, and it is slow: for tests and small corpora.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from indexer.analysis import terms
from indexer.archive import Stored
from indexer.cable import Cable
from indexer.document import filled, moment
from indexer.fields import BY_NAME, Field, Kind, fold_value

from .. import tree
from ..dates import days, first_day, last_day, partial_date
from ..patterns import Test, wildcard_value
from .base import Deadline, Ranked, Sort
from .referee_words import fuzzy_test, regex_test, spans

_ANYWHERE: Final = BY_NAME["text"]
_FARTHEST: Final = 10**9
_INTEGER: Final = re.compile(r"[0-9]{1,9}")


class Referee:
    """Cables in memory, as an engine.

    >>> cables = [Stored(1, Cable(subject="Missiles")), Stored(2, Cable(subject="A harvest"))]
    >>> Referee(cables).search(tree.Word("missile"), 0, Sort.ID, Deadline(5))
    [Ranked(number=1, score=0.0)]
    """

    def __init__(self, cables: Iterable[Stored]) -> None:
        self._cables = tuple(cables)

    def search(
        self, query: tree.Node, limit: int, sort: Sort, deadline: Deadline
    ) -> list[Ranked]:
        """The first ``limit`` hits, 0 for all; instead of a score the id orders them."""
        found = list(self._find(query, deadline))
        found.sort(key=lambda stored: (_ORDERS[sort](stored.cable), stored.cable.id, stored.number))
        hits = [Ranked(stored.number, 0.0) for stored in found]
        return hits[:limit] if limit else hits

    def count(self, query: tree.Node, deadline: Deadline) -> int:
        """How many cables the query finds."""
        return sum(1 for _ in self._find(query, deadline))

    def close(self) -> None:
        """Nothing is open."""

    def _find(self, query: tree.Node, deadline: Deadline) -> Iterator[Stored]:
        for stored in self._cables:
            deadline.check()
            if self._matches(query, _ANYWHERE, stored.cable):
                yield stored

    def _matches(self, node: tree.Node, field: Field, cable: Cable) -> bool:
        match node:
            case tree.Everything():
                return True
            case tree.Has(name):
                return name in filled(cable)
            case tree.In("citedby", part):
                return not self._cited(part).isdisjoint(_values(BY_NAME["id"], cable))
            case tree.In(name, part):
                return self._matches(part, BY_NAME[name], cable)
            case tree.Not(part):
                return not self._matches(part, field, cable)
            case tree.And(parts):
                return all(self._matches(part, field, cable) for part in parts)
            case tree.Or(parts):
                return any(self._matches(part, field, cable) for part in parts)
            case tree.Boost(part):
                return self._matches(part, field, cable)
            case _:
                return _stands(node, field, cable)

    def _cited(self, part: tree.Node) -> set[str]:
        """The ids that the cables cite whose own id is asked for."""
        return {
            cited
            for stored in self._cables
            if self._matches(part, BY_NAME["id"], stored.cable)
            for cited in _values(BY_NAME["cites"], stored.cable)
        }


_ORDERS: Final[dict[Sort, Callable[[Cable], int]]] = {
    Sort.SCORE: lambda _: 0,
    Sort.ID: lambda _: 0,
    Sort.DATE: lambda cable: moment(cable.created),
    Sort.NEWEST: lambda cable: -moment(cable.created),
}


def _stands(leaf: tree.Node, field: Field, cable: Cable) -> bool:
    """Whether a leaf, or a NEAR, stands in a field of a cable."""
    if field.covers:
        return any(_stands(leaf, BY_NAME[name], cable) for name in field.covers)
    if field.kind is Kind.TEXT:
        return any(spans(leaf, terms(text)) for text in field.words(cable))
    asked = _asked_numbers(leaf, field)
    if asked:
        return any(number in asked for number in field.numbers(cable))
    test = _value_test(leaf, field)
    return any(map(test, _values(field, cable)))


def _values(field: Field, cable: Cable) -> list[str]:
    """The folded whole values of a field."""
    return [fold_value(field, value) for value in field.words(cable)]


def _asked_numbers(leaf: tree.Node, field: Field) -> range:
    """The numbers or days that a leaf asks for; none where it asks for a word."""
    match leaf:
        case tree.Range() if field.kind is Kind.DATE:
            first, last = days(leaf)
            return range(first, last + 1)
        case tree.Range(low, high, includes_low, includes_high) if field.kind is Kind.NUMBER:
            first = int(low) if low else -_FARTHEST
            last = int(high) if high else _FARTHEST
            return range(first + (not includes_low), last + includes_high)
        case tree.Word(text) | tree.Exact(text) | tree.Phrase(text):
            if field.kind is Kind.NUMBER and _INTEGER.fullmatch(text):
                return range(int(text), int(text) + 1)
            if field.kind is Kind.DATE and (iso := partial_date(text)):
                return range(first_day(iso), last_day(iso) + 1)
    return range(0)


def _value_test(leaf: tree.Node, field: Field) -> Test:
    match leaf:
        case tree.Word(text) | tree.Exact(text) | tree.Phrase(text):
            return fold_value(field, text).__eq__
        case tree.Wildcard(pattern):
            return wildcard_value(pattern).test()
        case tree.Fuzzy(text, distance):
            return fuzzy_test(fold_value(field, text), distance)
        case tree.Regex(pattern):
            return regex_test(pattern)
        case _:
            return lambda _: False
