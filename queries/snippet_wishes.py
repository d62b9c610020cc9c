"""What a reader wants to see of a query in a cable's body, and in its subject.

Only what must be there is wanted: nothing below a NOT, nothing that asks a field which is no
running text. A word asked of ``subject:`` alone is not wanted in the body, nor one of ``body:`` in
the subject; one of ``summary:`` or ``comment:`` is wanted in that part of the body. Stop words that
count nothing in the ranking are not wanted, for they stand everywhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from .stop_words import COUNTS_NOTHING, uncount_stop_words
from .tree import (
    And,
    Before,
    Boost,
    Exact,
    Fuzzy,
    In,
    Near,
    Node,
    Or,
    Phrase,
    Regex,
    Wildcard,
    Word,
)

Leaf = Word | Exact | Phrase | Wildcard | Fuzzy | Regex
"""What stands for words of a text."""

ANYWHERE: Final = ""
_ANY_FIELD: Final = "text"
_IN_BODY: Final = {
    _ANY_FIELD: ANYWHERE, "body": ANYWHERE, "summary": "summary", "comment": "comment"
}
_IN_SUBJECT: Final = {_ANY_FIELD: ANYWHERE, "subject": ANYWHERE}


@dataclass(frozen=True, slots=True)
class Wish:
    """A leaf, or leaves near each other, and the part of the text in which they must stand:
    ``summary``, ``comment``, or ANYWHERE."""

    node: Leaf | Near | Before
    part: str = ANYWHERE


def body_wishes(tree: Node) -> tuple[Wish, ...]:
    """What is wanted in the body, each once, in the query's order.

    >>> body_wishes(And((Word("missile"), In("subject", Word("visit")), In("tag", Word("PREL")))))
    (Wish(node=Word(text='missile'), part=''),)
    """
    return _each_once(tree, _IN_BODY)


def subject_wishes(tree: Node) -> tuple[Wish, ...]:
    """What is wanted in the subject, likewise."""
    return _each_once(tree, _IN_SUBJECT)


def side_leaves(side: Node) -> tuple[Leaf, ...]:
    """The leaves on one side of a NEAR, any of which will do.

    >>> side_leaves(Or((Word("a"), Boost(Word("b"), 2.0))))
    (Word(text='a'), Word(text='b'))
    """
    match side:
        case Or(parts):
            return tuple(leaf for part in parts for leaf in side_leaves(part))
        case Boost(part):
            return side_leaves(part)
        case Word() | Exact() | Phrase() | Wildcard() | Fuzzy() | Regex():
            return (side,)
        case _:
            return ()


def wish_leaves(wish: Wish) -> tuple[Leaf, ...]:
    """The leaves of a wish."""
    match wish.node:
        case Near(left, right) | Before(left, right):
            return side_leaves(left) + side_leaves(right)
        case leaf:
            return (leaf,)


def _each_once(tree: Node, parts_of: Mapping[str, str]) -> tuple[Wish, ...]:
    return tuple(dict.fromkeys(_wishes(uncount_stop_words(tree), _ANY_FIELD, parts_of)))


def _wishes(node: Node, field: str, parts_of: Mapping[str, str]) -> Iterator[Wish]:
    match node:
        case In(name, part):
            yield from _wishes(part, name, parts_of)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wishes(part, field, parts_of)
        case Boost(part, factor) if factor != COUNTS_NOTHING:
            yield from _wishes(part, field, parts_of)
        case (Word() | Exact() | Phrase() | Wildcard() | Fuzzy() | Regex() | Near() | Before()):
            if field in parts_of:
                yield Wish(node, parts_of[field])
        case _:
            pass
