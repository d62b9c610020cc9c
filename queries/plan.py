"""The plan of a query: what is to be looked up in an index, the same for every engine.

The tree says what a user asked; the plan names single terms, patterns and ranges of single
fields, already analysed and folded. An engine translates the plan and needs to know nothing else.
"""

from dataclasses import dataclass
from enum import Enum

from .patterns import Pattern


class Form(Enum):
    """Which words of a TEXT field are meant: their stems, or as they are."""

    STEM = "stem"
    UNSTEMMED = "unstemmed"


@dataclass(frozen=True, slots=True)
class All:
    """All cables."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No cable."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a TEXT field."""

    field: str
    form: Form
    term: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more words of a TEXT field, side by side; a pattern stands for any word it fits."""

    field: str
    form: Form
    words: tuple[str | Pattern, ...]


@dataclass(frozen=True, slots=True)
class Expand:
    """Any unstemmed word of a TEXT field that fits the pattern."""

    field: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Room:
    """Stems of a TEXT field, a word twice where it is wanted twice: all of them in a stretch that
    has ``room`` other words at most, in any order."""

    field: str
    words: tuple[str, ...]
    room: int


Stretch = Term | Phrase | Expand | Room
"""What stands at places of a text. Its places are stretches, from the position of its first word
to the one behind its last; those of a Room begin and end with a word that is wanted, each as
short as it can be where it begins."""


@dataclass(frozen=True, slots=True)
class Near:
    """Any of the one and any of the other, all of one TEXT field, with ``distance`` words between
    them at most; ``ordered`` where the left ones must come first. They never overlap."""

    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    distance: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A folded whole value of a field that is not TEXT; ``has`` is such a field too."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class ExpandValue:
    """Any folded whole value that fits the pattern."""

    field: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number of a NUMBER or DATE field, from ``low`` to ``high``, both included; days are
    proleptic ordinals."""

    field: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class CitedBy:
    """The cables that are cited by those of the part."""

    part: "Plan"


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All cables but those of the part."""

    part: "Plan"


@dataclass(frozen=True, slots=True)
class Boost:
    """The part; its score counts ``factor`` times. One that counts 0.0 times, as a stop word beside
    other words, is only looked for: an engine need not score it."""

    part: "Plan"
    factor: float


Lookup = All | Nothing | Stretch | Near | Value | ExpandValue | Numbers
Plan = Lookup | CitedBy | And | Or | Not | Boost
