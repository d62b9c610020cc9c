"""The query as a tree: frozen records that say what is asked for, before any engine sees it.

A leaf holds its text as the user meant it (escapes resolved, not yet analysed). Outside any
:class:`In` a leaf asks the field ``text``.
"""

from dataclasses import dataclass
from typing import cast


class Written:
    """What every node has: its text is the canonical query.

    >>> str(And((Word("missile"), In("tag", Or((Word("PREL"), Word("PARM")))))))
    'missile AND tag:PREL,PARM'
    """

    __slots__ = ()

    def __str__(self) -> str:
        from .canonical import canonical  # which imports this module

        return canonical(cast("Node", self))


@dataclass(frozen=True, slots=True)
class Everything(Written):
    """``*``: all cables."""


@dataclass(frozen=True, slots=True)
class Word(Written):
    """``missile``: in a TEXT field the stemmed word, or the words of it side by side (``S/CT``);
    in any other field one whole value (``tag:PREL``, ``date:2008-11``)."""

    text: str


@dataclass(frozen=True, slots=True)
class Exact(Written):
    """``=exports``, ``="export control"``: the words unstemmed, side by side."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase(Written):
    """``"press statement"``: stemmed words side by side; with ``~3`` within 3 extra words, in any
    order. In a field that is not TEXT: one whole value."""

    text: str
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Wildcard(Written):
    """``prolif*``, ``m?ssile``: unstemmed words; ``*`` is any run of characters, ``?`` one."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy(Written):
    """``canbera~2``: unstemmed words at most ``distance`` edits away."""

    text: str
    distance: int = 1


@dataclass(frozen=True, slots=True)
class Regex(Written):
    """``/miss[iy]les?/``: one whole unstemmed word."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Range(Written):
    """``[2008-11 TO 2010}``: between two values; '' is an open end.

    Values are decimal integers or ISO dates, maybe partial (``2008-11`` is the whole month).
    """

    low: str
    high: str
    includes_low: bool = True
    includes_high: bool = True


@dataclass(frozen=True, slots=True)
class Has(Written):
    """``has:subject``: the field is not empty."""

    field: str


@dataclass(frozen=True, slots=True)
class In(Written):
    """``subject:(plenary statement)``: the part below asks this field (its canonical name).
    There is no In below an In."""

    field: str
    part: "Node"


@dataclass(frozen=True, slots=True)
class Near(Written):
    """``a NEAR/5 b``: at most ``distance`` words between, in any order."""

    left: "Node"
    right: "Node"
    distance: int


@dataclass(frozen=True, slots=True)
class Before(Written):
    """``a BEFORE/5 b``: at most ``distance`` words between, in this order."""

    left: "Node"
    right: "Node"
    distance: int


@dataclass(frozen=True, slots=True)
class Not(Written):
    """``NOT a``, ``-a``: all cables but those."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class And(Written):
    """``a b``, ``a AND b``: two or more parts, all of them; no part is itself an And."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or(Written):
    """``a OR b``, ``tag:a,b``: two or more parts, any of them; no part is itself an Or."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Boost(Written):
    """``a^3``: the same cables; the part's score counts ``factor`` times."""

    part: "Node"
    factor: float


Leaf = Word | Exact | Phrase | Wildcard | Fuzzy | Regex | Range
Node = Leaf | Everything | Has | In | Near | Before | Not | And | Or | Boost


def alternatives(node: Node) -> tuple[Node, ...]:
    """The parts of an Or; any other node alone.

    >>> alternatives(Or((Word("a"), Word("b")))), alternatives(Word("a"))
    ((Word(text='a'), Word(text='b')), (Word(text='a'),))
    """
    return node.parts if isinstance(node, Or) else (node,)
