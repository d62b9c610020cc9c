"""What the queries of a batch gave: values that the writers write."""

from dataclasses import dataclass

from .batch_input import Ask
from .hits import Hit


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a query was not answered: a code; the place in the query, None where there is none;
    and a message of one line."""

    code: str
    position: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one query of a batch gave: its canonical text and its hits, or the error."""

    ask: Ask
    canonical: str = ""
    hits: tuple[Hit, ...] = ()
    error: Fault | None = None
