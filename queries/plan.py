"""From the tree to the plan: what is to be looked up in an index, the same for every engine.

The tree says what a user asked; the plan names single terms, patterns and ranges of single
fields, already analysed and folded. An engine translates the plan and needs to know nothing else.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from indexer.analysis import stems, terms
from indexer.document import HAS
from indexer.fields import BY_NAME, Field, Kind, fold_value

from . import tree
from .dates import days, first_day, last_day, partial_date
from .patterns import Pattern, wildcard_value, wildcard_words

SUBJECT_COUNTS: Final = 2.0
_ANYWHERE: Final = BY_NAME["text"]
_FARTHEST: Final = 10**9
_INTEGER: Final = re.compile(r"[0-9]{1,9}")

Leaf = tree.Word | tree.Exact | tree.Phrase | tree.Wildcard | tree.Range


class Form(Enum):
    """Which words of a TEXT field are meant: their stems, or as they are."""

    STEM = "stem"
    UNSTEMMED = "unstemmed"


@dataclass(frozen=True, slots=True)
class All:
    """All cables."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No cable."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a TEXT field."""

    field: str
    form: Form
    term: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more words of a TEXT field, side by side; a pattern stands for any word it fits."""

    field: str
    form: Form
    words: tuple[str | Pattern, ...]


@dataclass(frozen=True, slots=True)
class Expand:
    """Any unstemmed word of a TEXT field that fits the pattern."""

    field: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Value:
    """A folded whole value of a field that is not TEXT; ``has`` is such a field too."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class ExpandValue:
    """Any folded whole value that fits the pattern."""

    field: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number of a NUMBER or DATE field, from ``low`` to ``high``, both included; days are
    proleptic ordinals."""

    field: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All cables but those of the part."""

    part: "Plan"


@dataclass(frozen=True, slots=True)
class Boost:
    """The part; its score counts ``factor`` times."""

    part: "Plan"
    factor: float


Lookup = All | Nothing | Term | Phrase | Expand | Value | ExpandValue | Numbers
Plan = Lookup | And | Or | Not | Boost


def plan(query: tree.Node) -> Plan:
    """What an index must be asked to answer this query.

    The query needs no capability (see capabilities.py): the plan has no words for those.

    >>> plan(tree.And((tree.Word("missiles"), tree.In("tag", tree.Word("PREL"))))).parts[1]
    Value(field='tag', value='prel')
    """
    return _node(query, _ANYWHERE)


def _node(node: tree.Node, field: Field) -> Plan:
    match node:
        case tree.Everything():
            return All()
        case tree.Has(name):
            return Value(HAS, name)
        case tree.In(name, part):
            return _node(part, BY_NAME[name])
        case tree.Not(part):
            return Not(_node(part, field))
        case tree.And(parts):
            return And(tuple(_node(part, field) for part in parts))
        case tree.Or(parts):
            return Or(tuple(_node(part, field) for part in parts))
        case tree.Boost(part, factor):
            return Boost(_node(part, field), factor)
        case tree.Near() | tree.Before() | tree.Fuzzy() | tree.Regex():
            raise NotImplementedError(type(node).__name__)
        case _:
            return _leaf(node, field)


def _leaf(leaf: Leaf, field: Field) -> Plan:
    if field.covers:
        return Or(tuple(_leaf(leaf, BY_NAME[name]) for name in field.covers))
    match field.kind:
        case Kind.TEXT:
            words = _words(leaf, field.name)
            return Boost(words, SUBJECT_COUNTS) if field.name == "subject" else words
        case Kind.NUMBER:
            return _numbers(leaf, field.name)
        case Kind.DATE:
            return _days(leaf, field)
        case Kind.KEYWORD | Kind.CABLE | Kind.FLAG:
            return _value(leaf, field)


def _words(leaf: Leaf, field: str) -> Plan:
    match leaf:
        case tree.Word(text) | tree.Phrase(text):
            return _side_by_side(field, Form.STEM, tuple(stems(terms(text))))
        case tree.Exact(text):
            return _side_by_side(field, Form.UNSTEMMED, tuple(terms(text)))
        case tree.Wildcard(pattern):
            return _side_by_side(field, Form.UNSTEMMED, wildcard_words(pattern))
        case tree.Range():
            return Nothing()


def _side_by_side(field: str, form: Form, words: tuple[str | Pattern, ...]) -> Plan:
    match words:
        case ():
            return Nothing()
        case (Pattern() as pattern,):
            return Expand(field, pattern)
        case (str() as term,):
            return Term(field, form, term)
        case _:
            return Phrase(field, form, words)


def _value(leaf: Leaf, field: Field) -> Plan:
    match leaf:
        case tree.Word(text) | tree.Exact(text) | tree.Phrase(text):
            return Value(field.name, fold_value(field, text))
        case tree.Wildcard(pattern):
            return ExpandValue(field.name, wildcard_value(pattern))
        case tree.Range():
            return Nothing()


def _numbers(leaf: Leaf, field: str) -> Plan:
    match leaf:
        case tree.Range(low, high, includes_low, includes_high):
            first = int(low) + (not includes_low) if low else -_FARTHEST
            last = int(high) - (not includes_high) if high else _FARTHEST
            return Numbers(field, first, last)
        case tree.Word(text) | tree.Exact(text) | tree.Phrase(text) if _INTEGER.fullmatch(text):
            return Numbers(field, int(text), int(text))
        case _:
            return Nothing()


def _days(leaf: Leaf, field: Field) -> Plan:
    match leaf:
        case tree.Range():
            return Numbers(field.name, *days(leaf))
        case tree.Word(text) | tree.Exact(text) | tree.Phrase(text) if iso := partial_date(text):
            return Numbers(field.name, first_day(iso), last_day(iso))
        case _:
            return _value(leaf, field)  # a word in the place of the day
