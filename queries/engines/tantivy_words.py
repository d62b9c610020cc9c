"""Single leaves of a plan as queries of tantivy: words, values, patterns, numbers."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from itertools import islice
from typing import Final

import tantivy

from indexer.analysis import stems
from indexer.engines.layout import bounded, numbers, unstemmed
from indexer.engines.tantivy_schema import NUMBER, as_utf8

from ..patterns import Alike, Pattern, Regular, Wild
from ..regular import linear_character, linear_regex, linear_wildcard
from .base import Deadline
from .tantivy_reader import Reader

_LONGEST_ALIKE: Final = 256  # characters: the automaton for them takes some megabytes
_MOST_TERMS: Final = 100  # in the place of one word of a phrase
_CHANGED: Final = 2
"""How many of a stem's last letters may be others than the word's: `die` is the stem of dying."""

_CHUNK: Final = 256  # terms: the largest of patterns takes a second or two for as many
_TOO_LARGE: Final = "exceeds size limit"  # in tantivy's message for an automaton, and in no other
_NEVER: Final = r"\x{0}"  # no term has this character
_PREFIX: Final = re.compile(r"[^*?]+\*")

Query = tantivy.Query


def constant(query: Query, score: float = 1.0) -> Query:
    """The query with one score for all that it finds."""
    return Query.const_score_query(query, score)


@dataclass(frozen=True, slots=True)
class OneOf:
    """Any of these terms."""

    terms: tuple[str, ...]


def regex(pattern: str | Pattern | OneOf) -> str | None:
    """The regular expression of tantivy that matches what a literal word or a pattern does, always
    a whole term and in linear time; None where there is none.

    >>> regex(Wild("a.b*?")), regex(OneOf(("aéb", "ab"))), regex(Alike("ab", 1))
    ('a\\\\x{2E}b.*.', 'aéb|ab', None)
    """
    match pattern:
        case str():
            return "".join(map(linear_character, pattern))
        case OneOf(terms):
            return "|".join("".join(map(linear_character, term)) for term in terms) or _NEVER
        case Wild(text):
            return linear_wildcard(text)
        case Regular(text, over):
            return linear_regex(text, over)
        case Alike():
            return None


@dataclass(frozen=True, slots=True)
class Words:
    """Queries for the words, values and numbers of one index, while one question is answered."""

    reader: Reader
    deadline: Deadline
    _known: dict[object, Query] = attribute(default_factory=dict)

    def term(self, field: str, term: str) -> Query:
        """A word of an index field; it scores by BM25."""
        return Query.term_query(self.reader.schema, field, as_utf8(term), index_option="freq")

    def word(self, field: str, word: str | Pattern) -> Query:
        """A word of an index field, or any that fits a pattern."""
        return self.term(field, word) if isinstance(word, str) else self.fitting(field, word)

    def value(self, field: str, value: str) -> Query:
        """A whole value."""
        schema = self.reader.schema
        return constant(Query.term_query(schema, field, as_utf8(value), index_option="basic"))

    def values(self, field: str, values: Sequence[str]) -> Query:
        """Any of these terms or whole values."""
        schema = self.reader.schema
        return constant(Query.term_set_query(schema, field, list(map(as_utf8, values))))

    def between(self, field: str, low: int, high: int) -> Query:
        """A number from one to another."""
        return constant(Query.range_query(
            self.reader.schema, numbers(field), tantivy.FieldType.Integer, bounded(low),
            bounded(high),
        ))

    def numbered(self, wanted: Sequence[int]) -> Query:
        """The documents with these numbers."""
        if not wanted:
            return Query.empty_query()
        return constant(Query.term_set_query(self.reader.schema, NUMBER, list(wanted)))

    def fitting(self, field: str, pattern: Pattern) -> Query:
        """Any term of an index field that fits the pattern: by an automaton over the terms where
        tantivy has one, and else by looking at each."""
        return self.once((field, pattern), lambda: self._fitting(field, pattern))

    def once(self, key: object, make: Callable[[], Query]) -> Query:
        """The query that is made for this key, though it be asked for again."""
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]

    def with_stem(self, field: str, stem: str) -> OneOf | None:
        """The words of a TEXT field that have this stem; None where they are too many."""
        start = stem[: max(len(stem) - _CHANGED, 1)]
        words = self.reader.terms(unstemmed(field), start, self.deadline)
        return _few(word for word, its in zip(words, stems(words), strict=True) if its == stem)

    def alike(self, field: str, pattern: Alike) -> OneOf | None:
        """The words of a TEXT field that are spelt alike; None where they are too many."""
        words = self.reader.terms(unstemmed(field), pattern.prefix, self.deadline)
        return _few(self._among(words, pattern))

    def _fitting(self, field: str, pattern: Pattern) -> Query:
        asked = replace(pattern, text=as_utf8(pattern.text))
        try:
            made = self._automaton(field, asked)
        except ValueError as error:
            if _TOO_LARGE not in str(error):
                raise
            made = None
        return constant(made) if made is not None else self._one_by_one(field, asked)

    def _automaton(self, field: str, pattern: Pattern) -> Query | None:
        schema = self.reader.schema
        match pattern:
            case Wild(text) if _PREFIX.fullmatch(text):  # made many times faster than from a regex
                return Query.fuzzy_term_query(schema, field, text[:-1], 0, prefix=True)
            case Alike(text, distance):
                if len(text) > _LONGEST_ALIKE:
                    return None
                return Query.fuzzy_term_query(schema, field, text, distance)
            case Wild() | Regular():
                written = regex(pattern)
                return None if written is None else Query.regex_query(schema, field, written)

    def _one_by_one(self, field: str, pattern: Pattern) -> Query:
        terms = sorted(self.reader.terms(field, pattern.prefix, self.deadline))
        return self.values(field, list(self._among(terms, pattern)))

    def _among(self, terms: Sequence[str], pattern: Pattern) -> Iterator[str]:
        """Those of the terms that fit."""
        for start in range(0, len(terms), _CHUNK):
            self.deadline.check()
            some = terms[start : start + _CHUNK]
            for place in pattern.among(some):
                yield some[place]


def _few(terms: Iterable[str]) -> OneOf | None:
    some = tuple(islice(terms, _MOST_TERMS + 1))
    return OneOf(some) if len(some) <= _MOST_TERMS else None
