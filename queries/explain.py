"""A query's tree as lines for people: what each part means, indented below what it is part of."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from indexer.analysis import terms
from indexer.fields import BY_NAME, Field, Kind

from .canonical import canonical
from .dates import days
from .stop_words import uncount_stop_words
from .tree import (
    And,
    Before,
    Boost,
    Everything,
    Exact,
    Fuzzy,
    Has,
    In,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Range,
    Regex,
    Wildcard,
    Word,
)

_INDENT: Final = "  "
_ANYWHERE: Final = BY_NAME["text"]


def explain(tree: Node) -> list[str]:
    """The canonical query, then one line for each part of it."""
    return [canonical(tree), *_lines(uncount_stop_words(tree), _ANYWHERE)]


def _lines(tree: Node, field: Field) -> Iterator[str]:
    """The lines of one part, which asks this field.

    >>> list(_lines(And((In("tag", Word("PREL")), Not(Phrase("press statement")))), _ANYWHERE))
    ['all of', '  in tag', '    word: PREL', '  not', '    phrase: press statement']
    """
    yield _line(tree, field)
    below = BY_NAME[tree.field] if isinstance(tree, In) else field
    for part in _parts(tree):
        for line in _lines(part, below):
            yield _INDENT + line


def _line(tree: Node, field: Field) -> str:
    match tree:
        case And():
            return "all of"
        case Or():
            return "any of"
        case Not():
            return "not"
        case In(name, _):
            return f"in {name}"
        case Near(_, _, distance):
            return f"at most {distance} words between, in any order"
        case Before(_, _, distance):
            return f"at most {distance} words between, in this order"
        case Boost(_, factor):
            return f"counts {factor:g} times" if factor else "counts nothing beside other words"
        case Everything():
            return "all cables"
        case Has(name):
            return f"has {name}"
        case _:
            return _leaf(tree, field)


def _days(asked: Range) -> str:
    """The first and the last day: a partial date is the whole of it."""
    first, last = days(asked)
    low = str(date.fromordinal(first)) if asked.low else "the first day"
    high = str(date.fromordinal(last)) if asked.high else "the last day"
    return f"from {low} to {high}, both included"


def _leaf(tree: Node, field: Field) -> str:
    match tree:
        case Word(text):
            return f"word: {text}{_cut(text, field)}"
        case Exact(text):
            return f"exactly: {text}"
        case Phrase(text, slop):
            return f"phrase: {text}" + (f", with room for {slop} more words" if slop else "")
        case Wildcard(pattern):
            return f"wildcard: {pattern}"
        case Fuzzy(text, distance):
            return f"at most {distance} letters away from: {text}"
        case Regex(pattern):
            return f"regular expression: {pattern}"
        case Range() if field.kind is Kind.DATE:
            return _days(tree)
        case Range(low, high, includes_low, includes_high):
            return (f"from {low or 'the first'}{'' if includes_low else ' (excluded)'}"
                    f" to {high or 'the last'}{'' if includes_high else ' (excluded)'}")
        case _:
            raise TypeError(f"{tree!r} is no leaf")


def _cut(text: str, field: Field) -> str:
    """What a text of several words is cut into, as S/CT is."""
    found = terms(text) if field.kind is Kind.TEXT else []
    return f" (side by side: {', '.join(found)})" if len(found) > 1 else ""


def _parts(tree: Node) -> tuple[Node, ...]:
    match tree:
        case And(parts) | Or(parts):
            return parts
        case Near(left, right, _) | Before(left, right, _):
            return (left, right)
        case Not(part) | In(_, part) | Boost(part, _):
            return (part,)
        case _:
            return ()
