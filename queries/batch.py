"""Many queries in one run: each is answered as if it were alone, and a bad one is a record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .batch_input import Ask
from .engines.base import Sort, TimedOut
from .errors import QueryError
from .hits import Hit
from .parse import parse
from .search import LIMIT, TIMEOUT, SearchArchive


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


@dataclass(frozen=True, slots=True)
class How:
    """How each query of a batch is asked: see :meth:`SearchArchive.search`."""

    limit: int = LIMIT
    sort: Sort = Sort.SCORE
    timeout: float = TIMEOUT


def run_batch(archive: SearchArchive, asks: Iterable[Ask], how: How) -> Iterator[Answer]:
    """The answers, in the order of the queries."""
    for ask in asks:
        yield _answer(archive, ask, how)


def _answer(archive: SearchArchive, ask: Ask, how: How) -> Answer:
    if ask.fault:
        return Answer(ask, error=Fault("bad-line", None, ask.fault))
    canonical = ""
    try:
        tree = parse(ask.query)
        canonical = str(tree)
        hits = archive.search(tree, limit=how.limit, sort=how.sort, timeout=how.timeout)
    except QueryError as error:
        return Answer(ask, canonical, error=_fault(error))
    except TimedOut as error:
        return Answer(ask, canonical, error=Fault("timeout", None, str(error)))
    return Answer(ask, canonical, hits)


def _fault(error: QueryError) -> Fault:
    return Fault(error.code, error.position, f"{error.message}: {error.remedy}")
