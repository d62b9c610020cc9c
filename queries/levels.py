"""One open parenthesis of a query, or the query itself: operands and operators into one node.

NEAR and BEFORE bind tightest, then NOT, then AND, which is also meant where no operator stands,
then OR.
"""

from collections.abc import Iterable
from typing import Final

from . import tree
from .errors import QueryError, fault
from .lexer import Operator
from .pieces import Scope

_NEAR_LEAVES: Final = (
    tree.Word, tree.Exact, tree.Phrase, tree.Wildcard, tree.Fuzzy, tree.Regex,
)  # fmt: skip
_USUAL_DISTANCE: Final = 10
_MOST_DISTANCE: Final = 99

Span = tuple[int, int]


class Level:
    """What was read since the parenthesis at ``opened``.

    ``alternatives`` and ``parts`` are the finished operands of the open OR and the open AND.
    ``held`` is the last operand, at most one, which a NEAR may still take; ``nots`` stand before
    it. ``waiting`` is the last operator, at most one, as long as nothing stands behind it.
    ``dropped`` is a piece without letters that was left out since, at most one.
    """

    def __init__(self, query: str, opened: int, scope: Scope) -> None:
        self.query = query
        self.opened = opened
        self.scope = scope
        self.nots = 0
        self._alternatives: list[tree.Node] = []
        self._parts: list[tree.Node] = []
        self._held: list[tuple[tree.Node, Span]] = []
        self._waiting: list[Operator] = []
        self._dropped: list[Span] = []

    def operand(self, node: tree.Node, span: Span) -> None:
        """Take a finished part of the query."""
        near = [operator for operator in self._waiting if operator.name in _NEARNESS]
        self._waiting.clear()
        self._dropped.clear()
        if near:
            self._held = [(self._near(near[0], (node, span)), span)]
            return
        self._settle()
        self._held = [(node, span)]

    def drop(self, span: Span) -> None:
        """Note a piece that is left out."""
        self._dropped = [span]

    def operator(self, operator: Operator) -> None:
        """Take AND, OR, NOT, NEAR or BEFORE."""
        if operator.name == "NOT":
            self._not(operator)
        elif self._waiting or not self._held:
            raise self._nothing_beside(operator)
        elif operator.name in _NEARNESS:
            self._check_near(operator)
        else:
            self._settle()
            if operator.name == "OR":
                self._end_alternative()
        self._waiting = [operator]
        self._dropped.clear()

    def close(self, end: int) -> tree.Node:
        """The node of this level, which ends here."""
        if self._waiting:
            raise self._nothing_beside(self._waiting[0])
        if not self._held:
            raise fault("nothing-to-search", self.query, max(self.opened, 0), end)
        self._settle()
        self._end_alternative()
        return _joined(tree.Or, self._alternatives)

    def _settle(self) -> None:
        """The held operand is finished: its NOTs are put before it."""
        for node, _ in self._held:
            negated = node
            for _ in range(self.nots):
                negated = tree.Not(negated)
            self._parts.append(negated)
            self.nots = 0
        self._held.clear()

    def _end_alternative(self) -> None:
        self._alternatives.append(_joined(tree.And, self._parts))
        self._parts = []

    def _not(self, operator: Operator) -> None:
        for waiting in self._waiting:
            if waiting.name in _NEARNESS:
                raise self._unfit(waiting, (operator.start, operator.end))
        self._settle()
        self.nots += 1

    def _check_near(self, operator: Operator) -> None:
        if not self.scope.textual:
            raise fault(
                "not-in-field", self.query, operator.start, operator.end, name=self.scope.name,
                what=operator.name, instead="write a field of text, such as subject or body",
            )  # fmt: skip
        node, span = self._held[0]
        if not _can_be_near(node):
            raise self._unfit(operator, span)
        if len(operator.distance) > 3 or int(operator.distance or 0) > _MOST_DISTANCE:
            raise fault("bad-distance", self.query, operator.start, operator.end)

    def _near(self, operator: Operator, right: tuple[tree.Node, Span]) -> tree.Node:
        node, span = right
        if not _can_be_near(node):
            raise self._unfit(operator, span)
        distance = int(operator.distance or _USUAL_DISTANCE)
        return _NEARNESS[operator.name](self._held[0][0], node, distance)

    def _unfit(self, operator: Operator, span: Span) -> QueryError:
        return fault("near-operand", self.query, *span, operator=operator.name)

    def _nothing_beside(self, operator: Operator) -> QueryError:
        if self._dropped:
            return fault("nothing-to-search", self.query, *self._dropped[0])
        alone = self._waiting[0] if self._waiting else operator
        side = "behind" if self._waiting else "before"
        return fault("operator-alone", self.query, alone.start, alone.end, side=side)


def _joined(kind: type[tree.And] | type[tree.Or], parts: Iterable[tree.Node]) -> tree.Node:
    """One node of these; a part of the same kind gives its own parts in its place."""
    flat: list[tree.Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return kind(tuple(flat)) if len(flat) > 1 else flat[0]


def _can_be_near(node: tree.Node) -> bool:
    if isinstance(node, tree.Or):
        return all(isinstance(part, _NEAR_LEAVES) for part in node.parts)
    return isinstance(node, _NEAR_LEAVES)


_NEARNESS: Final[dict[str, type[tree.Near] | type[tree.Before]]] = {
    "NEAR": tree.Near,
    "BEFORE": tree.Before,
}
