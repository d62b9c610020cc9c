"""Which parts of a query find nothing although they must be there, and a query with others in
their place."""

from collections.abc import Iterator, Mapping

from .inquiry import Inquiry, alone
from .tree import And, Before, Boost, In, Near, Node, Not, Or


def blamed(ask: Inquiry, node: Node, field: str = "") -> Iterator[Node]:
    """The smallest parts, each a query of its own, that find nothing and so rule out all cables.

    They are leaves, or a NEAR both sides of which stand somewhere. Nothing is below a NOT.
    """
    if isinstance(node, Not) or not ask.lacks(alone(node, field)):
        return
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from blamed(ask, part, field)
        case Near(left, right) | Before(left, right):
            sides = [*blamed(ask, left, field), *blamed(ask, right, field)]
            yield from sides or [alone(node, field)]
        case In(name, part):
            yield from blamed(ask, part, name)
        case Boost(part):
            yield from blamed(ask, part, field)
        case _:
            yield alone(node, field)


def replaced(node: Node, others: Mapping[Node, Node], field: str = "") -> Node:
    """The query with some parts, each a query of its own, replaced by others; none below a NOT.

    >>> from .tree import Word
    >>> print(replaced(In("tag", Or((Word("PRLE"), Word("PARM")))),
    ...                {In("tag", Word("PRLE")): In("tag", Word("PREL"))}))
    tag:PREL,PARM
    """
    other = others.get(alone(node, field))
    if other is not None:
        return _inside(other, field, node)
    match node:
        case And(parts):
            return And(tuple(replaced(part, others, field) for part in parts))
        case Or(parts):
            return Or(tuple(replaced(part, others, field) for part in parts))
        case Near(left, right, distance) | Before(left, right, distance):
            sides = replaced(left, others, field), replaced(right, others, field)
            return type(node)(*sides, distance)
        case In(name, part):
            return In(name, replaced(part, others, name))
        case Boost(part, factor):
            return Boost(replaced(part, others, field), factor)
        case _:
            return node


def _inside(other: Node, field: str, node: Node) -> Node:
    """What stands in the place of a node within a field; the node where the other asks another."""
    if not field:
        return other
    return other.part if isinstance(other, In) and other.field == field else node
