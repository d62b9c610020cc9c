"""What the read half of an engine must do; one module each, imported only when asked for."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from indexer.archive import Stored
from indexer.engines.layout import unstemmed
from indexer.errors import CablesError

from ..plan import Form
from ..tree import Node


class Sort(Enum):
    """The order of hits; equal ones are in the order of their ids."""

    SCORE = "score"
    DATE = "date"
    NEWEST = "-date"
    ID = "id"
    REFS = "refs"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A hit as an engine knows it: the cable's number in the archive, and its score (0.0 where
    the order is not by score)."""

    number: int
    score: float


class TimedOut(CablesError):
    """A query took longer than it may."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a query must have ended.

    >>> Deadline(5.0).check()
    """

    seconds: float
    _end: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_end", time.monotonic() + self.seconds)

    def check(self) -> None:
        """:raises TimedOut: where the time is over."""
        if time.monotonic() > self._end:
            raise TimedOut(
                f"the query took longer than {self.seconds:g} seconds:"
                " make it narrower, or allow more with --timeout"
            )


def index_field(field: str, form: Form) -> str:
    """The name in an index of this form of a TEXT field.

    >>> index_field("body", Form.UNSTEMMED)
    'body_unstemmed'
    """
    return field if form is Form.STEM else unstemmed(field)


class Shelf(Protocol):
    """The cables behind an index, for what an index does not hold; an archive is one."""

    def cables(self, numbers: Sequence[int]) -> list[Stored]:
        """The cables with these numbers, in this order; unknown numbers are left out."""

    def cited(self, numbers: Sequence[int]) -> set[str]:
        """The ids that the cables with these numbers cite."""


class ReadEngine(Protocol):
    """An open index. All methods may raise QueryError (what the engine cannot do, too many
    expansions) and TimedOut; ValueError where the index was closed."""

    def search(self, tree: Node, limit: int, sort: Sort, deadline: Deadline) -> list[Ranked]:
        """The first ``limit`` hits in order; 0 is all of them. Never asked for Sort.REFS."""

    def count(self, tree: Node, deadline: Deadline) -> int:
        """How many cables the query finds."""

    def close(self) -> None:
        """Let go of the files; the index cannot be asked any more. Closing it again is nothing."""
