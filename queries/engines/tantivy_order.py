"""The first hits of a query in their order: tantivy sorts by a key, and equal ones are put in the
order of their ids here.

A tie may reach beyond the hits that were asked for: then more are asked for, until it ends.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Final, cast

import tantivy

from .base import Deadline, Ranked, Sort
from .tantivy_reader import Address, Key, Reader

_SPARE: Final = 6  # hits asked for beyond the limit: most ties end there
_GROWTH: Final = 8

_first = itemgetter(0)
_Hit = tuple[Key, Address]


def first_hits(
    reader: Reader, query: tantivy.Query, limit: int, sort: Sort, deadline: Deadline
) -> list[Ranked]:
    """The first ``limit`` hits, 0 for all; with their scores where they are sorted by score."""
    hits = _enough(reader, query, limit, sort, deadline)
    in_order = _in_order(reader, hits)[: limit or None]
    numbers = reader.numbers([address for _, address in in_order])
    if sort is not Sort.SCORE:
        return [Ranked(number, 0.0) for number in numbers]
    pairs = zip(numbers, in_order, strict=True)
    return [Ranked(number, cast(float, key)) for number, (key, _) in pairs]


def _enough(
    reader: Reader, query: tantivy.Query, limit: int, sort: Sort, deadline: Deadline
) -> list[_Hit]:
    """The first hits and all that are equal to the last of them."""
    if not limit:
        return reader.hits(query, reader.count(query, deadline), sort, deadline)
    asked = limit + _SPARE
    while True:
        hits = reader.hits(query, asked, sort, deadline)
        if len(hits) < asked or hits[limit - 1][0] != hits[-1][0]:
            return hits
        asked *= _GROWTH


def _in_order(reader: Reader, hits: Sequence[_Hit]) -> list[_Hit]:
    """Hits with equal keys in the order of their ids, those with the same id in that of their
    numbers."""
    found = list(hits)
    start = 0
    for stop in range(1, len(hits) + 1):
        if stop == len(hits) or hits[stop][0] != hits[start][0]:
            if stop - start > 1:
                found[start:stop] = _by_id(reader, hits[start:stop])
            start = stop
    return found


def _by_id(reader: Reader, hits: Sequence[_Hit]) -> Iterator[_Hit]:
    """An id is looked up only where its rank is another's too."""
    ranks = reader.ranks([address for _, address in hits])
    ranked = sorted(zip(ranks, hits, strict=True), key=_first)
    if len(set(ranks)) == len(ranks):
        return (hit for _, hit in ranked)
    parts = ([hit for _, hit in part] for _, part in groupby(ranked, _first))
    return chain.from_iterable(_by_whole_id(reader, part) if part[1:] else part for part in parts)


def _by_whole_id(reader: Reader, hits: Sequence[_Hit]) -> Iterable[_Hit]:
    addresses = [address for _, address in hits]
    rows = zip(map(reader.id, addresses), reader.numbers(addresses), hits, strict=True)
    return (hit for *_, hit in sorted(rows, key=itemgetter(0, 1)))
