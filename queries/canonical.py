"""The canonical text of a tree: what :func:`queries.parser.parse` reads as the same tree.

AND is written, field names are the canonical ones, parentheses and backslashes stand only where
they are needed. Right behind a field's colon an OR of values is a list with commas.
"""

from typing import Final, NamedTuple

from indexer.fields import FIELDS, Kind

from . import tree
from .escapes import as_exact, as_pattern, as_quoted, as_regex, as_word
from .lexer import marks, without_commas_in_numbers
from .pieces import Scope
from .scopes import ANYWHERE, scope_of

_OR, _AND, _NOT, _NEAR, _ATOM, _ONCE = range(6)
_LOOSE: Final[dict[type[tree.Node], int]] = {
    tree.Or: _OR, tree.And: _AND, tree.Not: _NOT, tree.Near: _NEAR, tree.Before: _NEAR,
    tree.Boost: _ATOM,
}  # fmt: skip
_VALUES: Final = (
    tree.Word, tree.Exact, tree.Phrase, tree.Wildcard, tree.Fuzzy, tree.Regex, tree.Range,
)  # fmt: skip
_FLAGS: Final = frozenset(field.name for field in FIELDS if field.kind is Kind.FLAG)


def canonical(node: tree.Node) -> str:
    """The text of a tree.

    >>> canonical(tree.And((tree.Word("S/CT"), tree.In("tag", tree.Word("PREL")))))
    'S/CT AND tag:PREL'
    """
    # A list of what is left to write, not calls, so that no tree can exhaust the stack.
    left: list[str | _Part] = [_Part(node, ANYWHERE, _OR)]
    done: list[str] = []
    while left:
        part = left.pop()
        if isinstance(part, str):
            done.append(part)
        else:
            left.extend(reversed(_written(part)))
    return "".join(done)


class _Part(NamedTuple):
    """A node to be written where something must bind at least this tightly."""

    node: tree.Node
    scope: Scope
    least: int


_Text = tuple[str | _Part, ...]


def _written(part: _Part) -> _Text:
    """The node as texts and parts, in parentheses where it does not bind tightly enough."""
    node, scope, least = part
    text = _joined(node, scope)
    loose = _LOOSE.get(type(node), _ONCE) < least
    return ("(", *text, ")") if loose and not _is_no(node, scope) else text


def _joined(node: tree.Node, scope: Scope) -> _Text:
    match node:
        case tree.Or(parts):
            return _between(" OR ", parts, scope, _AND)
        case tree.And(parts):
            return _between(" AND ", parts, scope, _NOT)
        case tree.Near(left, right, distance):
            return _between(f" NEAR/{distance} ", (left, right), scope, _ATOM)
        case tree.Before(left, right, distance):
            return _between(f" BEFORE/{distance} ", (left, right), scope, _ATOM)
        case tree.Not(part):
            no = _no(part, scope)
            return (no,) if no else ("NOT ", _Part(part, scope, _NOT))
        case tree.Boost(part, factor):
            return (_Part(part, scope, _ONCE), f"^{factor:.6f}".rstrip("0").rstrip("."))
        case tree.In(field, part):
            return (f"{field}:", *_value(part, scope_of(field)[0]))
        case _:
            return (_leaf(node, scope),)


def _between(operator: str, nodes: tuple[tree.Node, ...], scope: Scope, least: int) -> _Text:
    text: list[str | _Part] = [_Part(nodes[0], scope, least)]
    for node in nodes[1:]:
        text += (operator, _Part(node, scope, least))
    return tuple(text)


def _value(part: tree.Node, scope: Scope) -> _Text:
    """What stands behind the colon of a field."""
    if isinstance(part, _VALUES):
        return (_leaf(part, scope),)
    if isinstance(part, tree.Or) and all(isinstance(value, _VALUES) for value in part.parts):
        values = [_leaf(value, scope) for value in part.parts]
        if not scope.textual or not any(map(_make_a_number, values, values[1:])):
            return (",".join(values),)
    return ("(", _Part(part, scope, _OR), ")")


def _leaf(node: tree.Node, scope: Scope) -> str:
    match node:
        case tree.Word(text):
            return as_word(text, scope)
        case tree.Exact(text):
            return as_exact(text)
        case tree.Phrase(text, slop):
            return as_quoted(text) + (f"~{slop}" if slop else "")
        case tree.Wildcard(pattern):
            return as_pattern(pattern, scope)
        case tree.Fuzzy(text, distance):
            return as_word(text, scope) + ("~" if distance == 1 else f"~{distance}")
        case tree.Regex(pattern):
            return as_regex(pattern)
        case tree.Range():
            return _range(node)
        case tree.Has(field) if field != scope.field:
            return f"has:{field}"
        case _:
            return "*"


def _make_a_number(left: str, right: str) -> bool:
    """Whether a comma between the two would be read as one inside a number.

    >>> _make_a_number("2", "500"), _make_a_number("2005", "2006")
    (True, False)
    """
    return without_commas_in_numbers(marks(f"{left},{right}"))[len(left)] != ","


def _is_no(node: tree.Node, scope: Scope) -> bool:
    return isinstance(node, tree.Not) and bool(_no(node.part, scope))


def _no(negated: tree.Node, scope: Scope) -> str:
    """``partial:no``, or inside the field ``no``; '' if that is not what is negated."""
    if isinstance(negated, tree.Word) and scope.field in _FLAGS:
        return "no"
    if isinstance(negated, tree.In) and negated.field in _FLAGS:
        return f"{negated.field}:no" if isinstance(negated.part, tree.Word) else ""
    return ""


def _range(asked: tree.Range) -> str:
    if not asked.low:
        return ("<=" if asked.includes_high else "<") + asked.high
    if not asked.high:
        return (">=" if asked.includes_low else ">") + asked.low
    if asked.includes_low and asked.includes_high:
        return f"{asked.low}..{asked.high}"
    opened, closed = "[" if asked.includes_low else "{", "]" if asked.includes_high else "}"
    return f"{opened}{asked.low} TO {asked.high}{closed}"
