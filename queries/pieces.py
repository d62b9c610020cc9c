"""A leaf as it is written, and the scope that says what its field makes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from . import tree
from .errors import QueryError, fault

Read = tree.Leaf | tree.Everything


@dataclass(frozen=True, slots=True)
class Piece:
    """A leaf as it is written, before its field has read it, and its place in the query."""

    leaf: Read
    query: str
    start: int
    end: int

    def fault(self, code: str, **words: str) -> QueryError:
        return fault(code, self.query, self.start, self.end, **words)

    def part_fault(self, code: str, part: str, **words: str) -> QueryError:
        """The fault of one part of the piece, such as one end of a range."""
        start = self.query.find(part, self.start, self.end) if part else -1
        if start < 0:
            return self.fault(code, **words)
        return fault(code, self.query, start, start + len(part), **words)


@dataclass(frozen=True, slots=True)
class Scope:
    """A name that can stand before a colon.

    ``field`` is the field's canonical name, '' where the values need no field around them.
    ``textual`` values are words of a text, ``ranged`` ones have an order.
    """

    name: str
    field: str
    textual: bool
    ranged: bool
    fit: "Callable[[Piece, Scope], tree.Node]"

    def wrap(self, part: tree.Node) -> tree.Node:
        """The part below this field; NOT goes outside, and ``*`` is :class:`tree.Has`."""
        if not self.field or isinstance(part, tree.Has):
            return part
        if isinstance(part, tree.Not):
            return tree.Not(self.wrap(part.part))
        return tree.In(self.field, part)
