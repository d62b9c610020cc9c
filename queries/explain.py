"""A query's tree as lines for people: what each part means, indented below what it is part of."""

from collections.abc import Iterator
from typing import Final

from .canonical import canonical
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


def explain(tree: Node) -> list[str]:
    """The canonical query, then one line for each part of it."""
    return [canonical(tree), *_lines(tree)]


def _lines(tree: Node) -> Iterator[str]:
    """The lines of one part.

    >>> list(_lines(And((In("tag", Word("PREL")), Not(Phrase("press statement"))))))
    ['all of', '  in tag', '    word: PREL', '  not', '    phrase: press statement']
    """
    yield _line(tree)
    for part in _parts(tree):
        for line in _lines(part):
            yield _INDENT + line


def _line(tree: Node) -> str:
    match tree:
        case And():
            return "all of"
        case Or():
            return "any of"
        case Not():
            return "not"
        case In(field, _):
            return f"in {field}"
        case Near(_, _, distance):
            return f"at most {distance} words between, in any order"
        case Before(_, _, distance):
            return f"at most {distance} words between, in this order"
        case Boost(_, factor):
            return f"counts {factor:g} times"
        case Everything():
            return "all cables"
        case Has(field):
            return f"has {field}"
        case _:
            return _leaf(tree)


def _leaf(tree: Node) -> str:
    match tree:
        case Word(text):
            return f"word: {text}"
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
        case Range(low, high, includes_low, includes_high):
            return (f"from {low or 'the first'}{'' if includes_low else ' (excluded)'}"
                    f" to {high or 'the last'}{'' if includes_high else ' (excluded)'}")
        case _:
            raise TypeError(f"{tree!r} is no leaf")


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
