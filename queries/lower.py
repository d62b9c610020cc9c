"""From the tree to the plan: words analysed, values folded, compound fields taken apart."""

import re
from typing import Final

from indexer.analysis import stems, terms
from indexer.document import HAS
from indexer.fields import BY_NAME, Field, Kind, fold_value

from . import tree
from .dates import days, first_day, last_day, partial_date
from .patterns import Alike, Pattern, Regular, Wild, wildcard_value, wildcard_words
from .plan import (
    All,
    And,
    Boost,
    CitedBy,
    Expand,
    ExpandValue,
    Form,
    Near,
    Not,
    Nothing,
    Numbers,
    Or,
    Phrase,
    Plan,
    Room,
    Stretch,
    Term,
    Value,
)
from .regular import Over
from .stop_words import uncount_stop_words

SUBJECT_COUNTS: Final = 2.0
_ANYWHERE: Final = BY_NAME["text"]
_FARTHEST: Final = 10**9
_INTEGER: Final = re.compile(r"[0-9]{1,9}")


def lower(query: tree.Node) -> Plan:
    """What an index must be asked to answer this query.

    >>> lower(tree.And((tree.Word("missiles"), tree.In("tag", tree.Word("PREL"))))).parts[1]
    Value(field='tag', value='prel')
    """
    return _node(uncount_stop_words(query), _ANYWHERE)


def _node(node: tree.Node, field: Field) -> Plan:
    match node:
        case tree.Everything():
            return All()
        case tree.Has(name):
            return Value(HAS, name)
        case tree.In("citedby", part):
            return CitedBy(_node(part, BY_NAME["id"]))
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
        case tree.Near() | tree.Before():
            return _near(node, field)
        case _:
            return _leaf(node, field)


def _leaf(leaf: tree.Leaf, field: Field) -> Plan:
    if field.covers:
        return Or(tuple(_leaf(leaf, BY_NAME[name]) for name in field.covers))
    match field.kind:
        case Kind.TEXT:
            return _weighted(_words(leaf, field.name), field)
        case Kind.NUMBER:
            return _numbers(leaf, field.name)
        case Kind.DATE:
            return _days(leaf, field)
        case Kind.KEYWORD | Kind.CABLE | Kind.FLAG:
            return _value(leaf, field)


def _near(node: tree.Near | tree.Before, field: Field) -> Plan:
    if field.covers:
        return Or(tuple(_near(node, BY_NAME[name]) for name in field.covers))
    left, right = _stretches(node.left, field.name), _stretches(node.right, field.name)
    if field.kind is not Kind.TEXT or not left or not right:
        return Nothing()
    ordered = isinstance(node, tree.Before)
    return _weighted(Near(left, right, node.distance, ordered), field)


def _weighted(words: Plan, field: Field) -> Plan:
    return Boost(words, SUBJECT_COUNTS) if field.name == "subject" else words


def _stretches(node: tree.Node, field: str) -> tuple[Stretch, ...]:
    """What one side of a NEAR asks for: one of these. A boost there counts nothing."""
    match node:
        case tree.Or(parts):
            return tuple(one for part in parts for one in _stretches(part, field))
        case tree.Boost(part):
            return _stretches(part, field)
        case (tree.Word() | tree.Exact() | tree.Phrase() | tree.Wildcard() | tree.Fuzzy()
              | tree.Regex()):
            made = _words(node, field)
            return () if isinstance(made, Nothing) else (made,)
        case _:
            return ()


def _words(leaf: tree.Leaf, field: str) -> Stretch | Nothing:
    match leaf:
        case tree.Word(text) | tree.Phrase(text, 0):
            return _side_by_side(field, Form.STEM, tuple(stems(terms(text))))
        case tree.Phrase(text, slop):
            words = tuple(stems(terms(text)))
            return Room(field, words, slop) if words[1:] else _side_by_side(field, Form.STEM, words)
        case tree.Exact(text):
            return _side_by_side(field, Form.UNSTEMMED, tuple(terms(text)))
        case tree.Wildcard(pattern):
            return _side_by_side(field, Form.UNSTEMMED, wildcard_words(pattern))
        case tree.Fuzzy(text, distance):
            alike = tuple(Alike(term, distance) for term in terms(text))
            return _side_by_side(field, Form.UNSTEMMED, alike)
        case tree.Regex(pattern):
            return Expand(field, Regular(pattern, Over.WORD))
        case tree.Range():
            return Nothing()


def _side_by_side(
    field: str, form: Form, words: tuple[str | Pattern, ...]
) -> Stretch | Nothing:
    match words:
        case ():
            return Nothing()
        case (str() as term,):
            return Term(field, form, term)
        case (Wild() | Alike() | Regular() as pattern,):
            return Expand(field, pattern)
        case _:
            return Phrase(field, form, words)


def _value(leaf: tree.Leaf, field: Field) -> Plan:
    match leaf:
        case tree.Word(text) | tree.Exact(text) | tree.Phrase(text):
            return Value(field.name, fold_value(field, text))
        case tree.Wildcard(pattern):
            return ExpandValue(field.name, wildcard_value(pattern))
        case tree.Fuzzy(text, distance):
            return ExpandValue(field.name, Alike(fold_value(field, text), distance))
        case tree.Regex(pattern):
            return ExpandValue(field.name, Regular(pattern, Over.VALUE))
        case tree.Range():
            return Nothing()


def _numbers(leaf: tree.Leaf, field: str) -> Plan:
    match leaf:
        case tree.Range(low, high, includes_low, includes_high):
            first = int(low) + (not includes_low) if low else -_FARTHEST
            last = int(high) - (not includes_high) if high else _FARTHEST
            return Numbers(field, first, last)
        case tree.Word(text) | tree.Exact(text) | tree.Phrase(text) if _INTEGER.fullmatch(text):
            return Numbers(field, int(text), int(text))
        case _:
            return Nothing()


def _days(leaf: tree.Leaf, field: Field) -> Plan:
    match leaf:
        case tree.Range():
            return Numbers(field.name, *days(leaf))
        case tree.Word(text) | tree.Exact(text) | tree.Phrase(text) if iso := partial_date(text):
            return Numbers(field.name, first_day(iso), last_day(iso))
        case _:
            return _value(leaf, field)  # a word in the place of the day
