"""The canonical text of a tree: what :func:`parse` reads as the same tree, pleasant to read.

AND is written, field names are the canonical ones, parentheses and backslashes stand only where
they are needed. Inside a field an OR of values is a list with commas.
"""

import re
from collections.abc import Callable
from typing import Final

from . import tree
from .lexer import BOOST, FIELD, FUZZY, commas, marks, operators, regex_end, word_end
from .scopes import ANYWHERE, Scope, scope_of

_OR, _AND, _NOT, _NEAR, _ATOM = range(5)

_PLAIN: Final = re.compile(r"[^\W_]\w*(?:[.'/&+-]\w+)*")
_ALWAYS: Final = re.compile(r'[\s"\u201c\u201d\\]')
_STARS: Final = re.compile(r"[*?]")
_PARENTHESES: Final = re.compile(r"[()]")
_QUOTED: Final = re.compile(r'["\\]')
_SLASH: Final = re.compile(r"(\\.)|/", re.DOTALL)


def canonical(node: tree.Node) -> str:
    """The text of a tree.

    >>> canonical(tree.And((tree.Word("AND"), tree.In("tag", tree.Word("PREL")))))
    '\\\\AND AND tag:PREL'
    """
    return _text(node, ANYWHERE)


def _text(node: tree.Node, scope: Scope) -> str:
    return _WRITERS[type(node)](node, scope)


def _bound(node: tree.Node, scope: Scope, least: int) -> str:
    """The text in parentheses if it would fall apart where something must bind this tightly."""
    text = _text(node, scope)
    return text if _binding(node, scope) >= least else f"({text})"


def _binding(node: tree.Node, scope: Scope) -> int:
    if isinstance(node, tree.Or):
        return _ATOM if _is_list(node, scope) else _OR
    if isinstance(node, tree.Not):
        return _ATOM if _is_no(node, scope) else _NOT
    return _LOOSE.get(type(node), _ATOM)
