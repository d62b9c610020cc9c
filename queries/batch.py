"""Many queries in one run: each is answered as if it were alone, and a bad one is a record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .answers import Answer, Fault
from .batch_input import Ask
from .canonical import canonical
from .engines.base import Sort, TimedOut
from .errors import QueryError
from .parser import parse
from .search import LIMIT, SNIPPETS, TIMEOUT, SearchArchive


@dataclass(frozen=True, slots=True)
class How:
    """How each query of a batch is asked: see :meth:`SearchArchive.search`."""

    limit: int = LIMIT
    sort: Sort = Sort.SCORE
    timeout: float = TIMEOUT
    snippets: int = SNIPPETS


def run_batch(archive: SearchArchive, asks: Iterable[Ask], how: How) -> Iterator[Answer]:
    """The answers, in the order of the queries."""
    for ask in asks:
        yield _answer(archive, ask, how)


def _answer(archive: SearchArchive, ask: Ask, how: How) -> Answer:
    if ask.fault:
        return Answer(ask, error=Fault("bad-line", None, ask.fault))
    text = ""
    try:
        tree = parse(ask.query)
        text = canonical(tree)
        hits = archive.search(
            tree, limit=how.limit, sort=how.sort, timeout=how.timeout, snippets=how.snippets
        )
    except QueryError as error:
        return Answer(ask, text, error=_fault(error))
    except TimedOut as error:
        return Answer(ask, text, error=Fault("timeout", None, str(error)))
    return Answer(ask, text, hits)


def _fault(error: QueryError) -> Fault:
    message = ": ".join(part for part in (error.message, error.remedy) if part)
    return Fault(error.code, error.position if error.length else None, message)
