"""From the plan to a query of tantivy that finds the same, with the scores of docs/engines.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import tantivy

from indexer.engines.layout import unstemmed
from indexer.fields import BY_NAME, fold_value

from .. import plan
from ..plan import Near, Phrase, Room, Stretch
from .base import Shelf, Sort, index_field
from .stretches import standing
from .tantivy_grades import plan_parts
from .tantivy_near import any_of, near, pair, phrase, room
from .tantivy_words import Query, Words, constant

_CHUNK: Final = 100  # cables in memory at once
_MOST_PAIRED: Final = 4  # words of a room of which each pair is asked for

_ID: Final = BY_NAME["id"]
_Must, _Should, _MustNot = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot

_Within = tuple[Query, ...]
"""What must be found too: a text need be looked at only there."""

_Placed = Near | Room | Phrase
"""What stands at places of a text, and is more than a word."""


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates the plans of one index. What tantivy cannot find alone is looked for in the
    cables on the shelf, and becomes a query for their numbers.

    ``with_patterns`` says whether tantivy may be asked for phrases with patterns in them: it runs
    them only where they stand for few enough words.
    """

    words: Words
    shelf: Shelf
    with_patterns: bool = True

    def query(self, node: plan.Plan, within: _Within = ()) -> Query:
        """The query for a part of a plan.

        :raises TimedOut: where the deadline has passed.
        """
        self.words.deadline.check()
        match node:
            case plan.And():
                return self._all_of(plan_parts(node), within)
            case plan.Or():
                return any_of([self.query(part, within) for part in plan_parts(node)])
            case plan.Not(part):
                return self._but([(_MustNot, self.query(part, within))])
            case plan.Boost(part, 0.0):
                return constant(self.query(part, within), 0.0)
            case plan.Boost(part, factor):
                return Query.boost_query(self.query(part, within), factor)
            case plan.CitedBy(part):
                return self.words.once(node, lambda: self._cited(part))
            case Near() | Room():
                return self._near(node, within)
            case Phrase():
                return self._phrase(node, within)
            case _:
                return self._leaf(node)

    def _leaf(
        self, node: plan.All | plan.Nothing | plan.Term | plan.Expand | plan.Value
        | plan.ExpandValue | plan.Numbers,
    ) -> Query:
        match node:
            case plan.All():
                return constant(Query.all_query())
            case plan.Nothing():
                return Query.empty_query()
            case plan.Term(field, form, term):
                return self.words.term(index_field(field, form), term)
            case plan.Expand(field, pattern):
                return self.words.fitting(unstemmed(field), pattern)
            case plan.Value(field, value):
                return self.words.value(field, value)
            case plan.ExpandValue(field, pattern):
                return self.words.fitting(field, pattern)
            case plan.Numbers(field, low, high):
                return self.words.between(field, low, high)

    def _all_of(self, parts: Iterable[plan.Plan], within: _Within) -> Query:
        """What needs the texts comes last, and looks only at what the others find."""
        clauses: list[tuple[tantivy.Occur, Query]] = []
        for part in sorted(parts, key=_needs_texts):
            found = (*within, *(one for occur, one in clauses if occur is _Must))
            if isinstance(part, plan.Not):
                clauses.append((_MustNot, self.query(part.part, found)))
            else:
                clauses.append((_Must, self.query(part, found)))
        if all(occur is _MustNot for occur, _ in clauses):
            return self._but(clauses)
        return Query.boolean_query(clauses)

    def _but(self, unwanted: Sequence[tuple[tantivy.Occur, Query]]) -> Query:
        """All documents but some; tantivy takes nothing away from nothing."""
        return Query.boolean_query([(_Must, constant(Query.all_query(), 0.0)), *unwanted])

    def _cited(self, part: plan.Plan) -> Query:
        numbers = self._numbers(self.query(part))
        cited = {fold_value(_ID, one) for one in self.shelf.cited(numbers)}
        self.words.deadline.check()
        return self.words.values(_ID.name, sorted(cited)) if cited else Query.empty_query()

    def _phrase(self, node: Phrase, within: _Within) -> Query:
        made = self._placed(node, within)
        return constant(made) if _has_pattern(node) else made

    def _placed(self, node: _Placed, within: _Within) -> Query:
        """What stands at places of a text, unscored."""
        if self.with_patterns or not _has_pattern(node):
            made = _alone(self.words, node)
            if made is not None:
                return made
        return self._looked_for(node, within)

    def _near(self, node: Near | Room, within: _Within) -> Query:
        """Where it stands, with the sum of the scores of its parts."""
        scored = [(_Should, self.query(part, within)) for part in _parts(node)]
        return Query.boolean_query([(_Must, constant(self._placed(node, within), 0.0)), *scored])

    def _looked_for(self, node: _Placed, within: _Within) -> Query:
        """The cables in whose texts it stands, of those where it may."""
        stands, field = standing(node), BY_NAME[_field(node)]
        likely = Query.boolean_query([(_Must, one) for one in (*within, self._likely(node))])
        numbers = self._numbers(likely)
        found: list[int] = []
        for start in range(0, len(numbers), _CHUNK):
            self.words.deadline.check()
            for stored in self.shelf.cables(numbers[start : start + _CHUNK]):
                if any(map(stands, field.words(stored.cable))):
                    found.append(stored.number)
        return self.words.numbered(found)

    def _likely(self, node: _Placed | Stretch) -> Query:
        """What finds all cables in which it stands, and not many others."""
        match node:
            case Near(left, right):
                sides = [any_of(list(map(self._likely, side))) for side in (left, right)]
                return Query.boolean_query([(_Must, side) for side in sides])
            case Room(field, words, room_):
                room_ += len(words) - 2
                some = list(dict.fromkeys(words))[:_MOST_PAIRED]
                pairs = [pair(field, one, other, room_) for one, other in combinations(some, 2)]
                apart = [plan.Term(field, plan.Form.STEM, word) for word in set(words)]
                likely = [*(self._placed(one, ()) for one in pairs), *map(self._leaf, apart)]
                return Query.boolean_query([(_Must, one) for one in likely])
            case Phrase(field, form, words):
                name = index_field(field, form)
                apart_ = [self.words.word(name, word) for word in words]
                return Query.boolean_query([(_Must, one) for one in apart_])
            case _:
                return self._leaf(node)

    def _numbers(self, query: Query) -> list[int]:
        """The numbers of all cables that a query finds."""
        size = self.words.reader.count(query, self.words.deadline)
        hits = self.words.reader.hits(query, size, Sort.DATE, self.words.deadline)
        return self.words.reader.numbers([address for _, address in hits])


def _alone(words: Words, node: _Placed) -> Query | None:
    """What tantivy finds without a look at the texts, if it can."""
    match node:
        case Near():
            return near(words, node)
        case Room():
            return room(words, node)
        case Phrase():
            return phrase(words, node)


def _parts(node: Near | Room) -> tuple[Stretch, ...]:
    """What counts in the score of what stands near."""
    if isinstance(node, Near):
        return (*node.left, *node.right)
    different = dict.fromkeys(node.words)
    return tuple(plan.Term(node.field, plan.Form.STEM, word) for word in different)


def _field(node: _Placed | Stretch) -> str:
    return _field(node.left[0]) if isinstance(node, Near) else node.field


def _has_pattern(node: _Placed | Stretch) -> bool:
    """Whether tantivy is asked for it by regular expressions: also where stems stand near words as
    they are, and are told by the words that have them."""
    match node:
        case Near(left, right):
            parts = (*left, *right)
            return len(set(map(_form, parts))) > 1 or any(map(_has_pattern, parts))
        case Phrase(_, _, words):
            return not all(isinstance(word, str) for word in words)
        case _:
            return isinstance(node, plan.Expand)


def _form(stretch: Stretch) -> plan.Form:
    match stretch:
        case plan.Expand():
            return plan.Form.UNSTEMMED
        case Room():
            return plan.Form.STEM
        case _:
            return stretch.form


def _needs_texts(node: plan.Plan) -> bool:
    """Whether a part may need a look at texts or at other cables."""
    match node:
        case plan.And(parts) | plan.Or(parts):
            return any(map(_needs_texts, parts))
        case plan.Not(part) | plan.Boost(part):
            return _needs_texts(part)
        case Phrase():
            return _has_pattern(node)
        case _:
            return isinstance(node, Near | Room | plan.CitedBy)
