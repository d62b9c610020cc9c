"""What not every engine can do, and the error for asking an engine what it cannot."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum

from . import tree
from .errors import QueryError


@dataclass(frozen=True, slots=True)
class _Words:
    """For people: what a capability is, and what to write where it is missing."""

    what: str
    instead: str


class Capability(Enum):
    """A part of the query language that an engine may lack."""

    ROOM = _Words('phrases with room ("..."~3)', "leave out ~ and its number, or the quotes too")
    NEAR = _Words("NEAR", "write AND instead, or a phrase in quotes")
    BEFORE = _Words("BEFORE", "write AND instead, or a phrase in quotes")
    FUZZY = _Words("words spelt alike (canbera~)", "write a wildcard instead, such as canb*")
    REGEX = _Words("regular expressions", "write wildcards instead, or words with OR")
    CITED_BY = _Words("citedby:", "ask with cites: for the cables that cite one")


def check_capabilities(query: tree.Node, engine: str, able: Set[Capability]) -> None:
    """Whether an engine with these capabilities can answer the query.

    :raises QueryError: ``cannot``, naming the first thing that it cannot, and the engine.

    >>> check_capabilities(tree.Fuzzy("canbera"), "other", {Capability.NEAR})
    Traceback (most recent call last):
    queries.errors.QueryError: the engine other cannot search for words spelt alike (canbera~)
    write a wildcard instead, such as canb*
    """
    for capability in _needed(query):
        if capability not in able:
            words = capability.value
            message = f"the engine {engine} cannot search for {words.what}"
            raise QueryError("cannot", "", 0, 0, message, words.instead)


def _needed(node: tree.Node) -> Iterator[Capability]:
    """What a query needs, in its own order."""
    yield from _own(node)
    match node:
        case tree.And(parts) | tree.Or(parts):
            for part in parts:
                yield from _needed(part)
        case tree.Near(left, right) | tree.Before(left, right):
            yield from _needed(left)
            yield from _needed(right)
        case tree.In(_, part) | tree.Not(part) | tree.Boost(part):
            yield from _needed(part)
        case _:
            pass


def _own(node: tree.Node) -> Iterator[Capability]:
    """What the node itself needs."""
    match node:
        case tree.Near():
            yield Capability.NEAR
        case tree.Before():
            yield Capability.BEFORE
        case tree.Fuzzy():
            yield Capability.FUZZY
        case tree.Regex():
            yield Capability.REGEX
        case tree.Phrase(_, slop) if slop:
            yield Capability.ROOM
        case tree.In("citedby", _):
            yield Capability.CITED_BY
        case _:
            pass
