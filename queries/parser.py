"""The parser: the text of a query to its tree, or a :class:`QueryError` with the place.

The open parentheses are a list, not calls, so that no query can exhaust the stack. Every tree
that ``parse`` gives has a canonical text that ``parse`` reads as the same tree.
"""

import re
from typing import Final

from . import tree
from .canonical import canonical
from .errors import QueryError, fault
from .faults import DEEPEST, LONGEST, MOST_CLAUSES
from .leaves import read_leaf, searchable
from .levels import Level
from .lexer import FIELD, Operator, is_nothing, operators, word_end
from .pieces import Piece, Scope
from .scopes import ANYWHERE, is_address, scope_names, scope_of
from .values import did_you_mean

_BLANKS: Final = re.compile(r"\s*+")
_BOOST: Final = re.compile(r'\^([^\s()"\u201c\u201d]*+)')
_FACTOR: Final = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_MOST_BOOST: Final = 1000
_DECIMALS: Final = 6
_BACKSLASHES: Final = re.compile(r"\\++\Z")

# Writing AND between all parts and names in full makes no query six times as long.
_SURELY_SHORT: Final = LONGEST // 6


def parse(query: str) -> tree.Node:
    """The tree of a query.

    Errors: :class:`QueryError`, whose ``position`` lies inside the query.

    >>> print(parse("missile -tag:prel,PARM fm:canberra"))
    missile AND NOT tag:prel,PARM AND from:canberra
    >>> parse("date:>=nov-2008")
    In(field='date', part=Range(low='2008-11', high='', includes_low=True, includes_high=True))
    """
    _check_text(query)
    node = _Parser(query).parse()
    if len(query) > _SURELY_SHORT:
        size = len(canonical(node))
        if size > LONGEST:
            raise _too_long(query, 0, size)
    return node


def _check_text(query: str) -> None:
    if len(query) > LONGEST:
        raise _too_long(query, LONGEST, len(query))
    if not query.strip():
        raise fault("empty-query", query, 0, len(query))
    if not query.isascii():
        try:
            query.encode()
        except UnicodeEncodeError as error:  # half a surrogate pair: a byte of another encoding
            raise fault("not-text", query, error.start, error.end) from None
    backslashes = _BACKSLASHES.search(query) if query.endswith("\\") else None
    if backslashes and len(backslashes[0]) % 2:
        raise fault("escape-alone", query, len(query) - 1, len(query))


def _too_long(query: str, position: int, size: int) -> QueryError:
    return fault("too-long", query, position, len(query), size=f"{size:,}", most=f"{LONGEST:,}")


class _Parser:
    """One walk over a query; ``levels`` are the open parentheses, the query itself first."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.place = 0
        self.level = Level(query, -1, ANYWHERE)
        self.levels = [self.level]
        self.clauses = 0

    def parse(self) -> tree.Node:
        while self._skip_blanks() < len(self.query):
            self._step()
        if len(self.levels) > 1:
            opened = self.level.opened
            raise fault("unbalanced-parenthesis", self.query, opened, opened + 1)
        return self.level.close(self.place)

    def _skip_blanks(self) -> int:
        blanks = _BLANKS.match(self.query, self.place)
        self.place = blanks.end() if blanks else self.place
        return self.place

    def _step(self) -> None:
        """Read one parenthesis, operator or clause, and go behind it."""
        character = self.query[self.place]
        if character == "(":
            self._open(self.level.scope)
        elif character == ")":
            self._close()
        elif character == "-" and self._negates():
            self._operator(Operator("NOT", "", self.place, self.place + 1))
        else:
            self._word()

    def _word(self) -> None:
        for operator in operators(self.query, self.place):
            self._operator(operator)
            return
        start = self.place
        for scope in self._named_scope(start, self.level.scope):
            self._field(scope, start)
            return
        self._clause()

    def _negates(self) -> bool:
        """Whether the minus here is NOT: something to search for must be glued to it."""
        behind = self.query[self.place + 1 : self.place + 2]
        if not behind or behind in "-)" or behind.isspace():
            return False
        end = word_end(self.query, self.place + 1)
        word = self.query[self.place : end]
        return any(map(str.isalnum, word)) or "*" in word or self.query[end : end + 1] in _GROUPERS

    def _operator(self, operator: Operator) -> None:
        self.level.operator(operator)
        self.place = operator.end
        if operator.name == "NOT":
            self._check_depth(operator.start, operator.end)

    def _open(self, scope: Scope) -> None:
        self.level = Level(self.query, self.place, scope)
        self.levels.append(self.level)
        self._check_depth(self.place, self.place + 1)
        self.place += 1

    def _check_depth(self, start: int, end: int, more: int = 0) -> None:
        depth = len(self.levels) - 1 + sum(level.nots for level in self.levels) + more
        if depth > DEEPEST:
            raise fault("too-deep", self.query, start, end, most=str(DEEPEST))

    def _close(self) -> None:
        if len(self.levels) == 1:
            raise fault("unbalanced-parenthesis", self.query, self.place, self.place + 1)
        self.place += 1
        closed = self.levels.pop()
        self.level = self.levels[-1]
        node = closed.close(self.place)
        if closed.scope is not self.level.scope:
            node = closed.scope.wrap(node)
        self._operand(node, closed.opened)

    def _named_scope(self, place: int, outer: Scope) -> tuple[Scope, ...]:
        """The scope of the field that is named here, or nothing where a word stands."""
        found = FIELD.match(self.query, place)
        if not found:
            return ()
        name = found[1]
        known = scope_of(name)
        if known and outer is not ANYWHERE:
            shown = {"name": name, "outer": outer.name}
            raise fault("field-in-field", self.query, place, found.end(1), **shown)
        if known:
            self.place = found.end()
            return known
        if is_address(name, self.query[found.end() : found.end() + 2]):
            return ()
        meant = did_you_mean(name, scope_names())
        raise fault("unknown-field", self.query, place, found.end(1), name=name, meant=meant)

    def _field(self, scope: Scope, start: int) -> None:
        """Read the value behind the colon."""
        if self.query[self.place] == "(":
            self._open(scope)
            return
        self._operand(scope.wrap(self._values(self._leaf(scope), scope)), start)

    def _clause(self) -> None:
        scope = self.level.scope
        start = self.place
        piece = self._leaf(scope)
        alone = not self._has_comma(piece.end, scope)
        if alone and scope.textual and not searchable(piece.leaf):
            self.level.drop((start, piece.end))
            self.place = piece.end
        else:
            self._operand(self._values(piece, scope), start)

    def _leaf(self, scope: Scope) -> Piece:
        if scope is not ANYWHERE:
            self._check_value(self.query[self.place], scope)
        return read_leaf(self.query, self.place, scope)

    def _check_value(self, first: str, scope: Scope) -> None:
        """Refuse what stands before a field's value and is none."""
        place = self.place
        if first == "-" and self._negates():
            raise fault("minus-in-value", self.query, place, place + 1, name=scope.name)
        if first == "," and not scope.textual:
            raise fault("empty-value", self.query, place, place + 1)
        self._named_scope(place, scope)

    def _values(self, piece: Piece, scope: Scope) -> tree.Node:
        """The leaf that was read, and in a field those behind commas, any of them."""
        values = [self._value(piece, scope)]
        if self._has_comma(self.place, scope):
            self._check_depth(self.place, self.place + 1, 1)
        while self._has_comma(self.place, scope):
            self.place += 1
            if is_nothing(self.query[self.place : self.place + 1]):
                raise fault("empty-value", self.query, self.place - 1, self.place)
            values.append(self._value(self._leaf(scope), scope))
        parts = [part for value in values for part in tree.alternatives(value)]
        return tree.Or(tuple(parts)) if len(parts) > 1 else parts[0]

    def _has_comma(self, place: int, scope: Scope) -> bool:
        if scope is ANYWHERE or not self.query.startswith(",", place):
            return False
        return not (scope.textual and is_nothing(self.query[place + 1 : place + 2]))

    def _value(self, piece: Piece, scope: Scope) -> tree.Node:
        if not searchable(piece.leaf):
            raise piece.fault("nothing-to-search")
        self.clauses += 1
        if self.clauses > MOST_CLAUSES:
            raise piece.fault("too-many-clauses", most=f"{MOST_CLAUSES:,}")
        self.place = piece.end
        return scope.fit(piece, scope)

    def _operand(self, node: tree.Node, start: int) -> None:
        boost = _BOOST.match(self.query, self.place)
        if boost:
            node = tree.Boost(node, self._factor(boost))
            self.place = boost.end()
        self.level.operand(node, (start, self.place))

    def _factor(self, boost: re.Match[str]) -> float:
        factor = round(float(boost[1]), _DECIMALS) if _FACTOR.fullmatch(boost[1]) else 0.0
        if not 0 < factor <= _MOST_BOOST:
            raise fault("bad-boost", self.query, boost.start(), boost.end())
        return factor


_GROUPERS: Final = frozenset('("\u201c\u201d')
