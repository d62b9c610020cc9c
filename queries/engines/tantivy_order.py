"""The first hits of a query in their order: tantivy sorts by a key, and equal ones are put in the
order of their ids here.

A tie may reach beyond the hits that were asked for: then more are asked for, until it ends.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Final, cast

import tantivy

from .base import Deadline, Ranked, Sort
from .tantivy_reader import Address, Key, Reader

_SPARE: Final = 6  # hits asked for beyond the limit: most ties end there
_GROWTH: Final = 8

_key = itemgetter(0)


def first_hits(
    reader: Reader, query: tantivy.Query, limit: int, sort: Sort, deadline: Deadline
) -> list[Ranked]:
    """The first ``limit`` hits, 0 for all; with their scores where they are sorted by score."""
    hits = _enough(reader, query, limit, sort, deadline)
    in_order = list(islice(_in_order(reader, hits), limit or None))
    numbers = reader.numbers([address for _, address in in_order])
    if sort is not Sort.SCORE:
        return [Ranked(number, 0.0) for number in numbers]
    pairs = zip(numbers, in_order, strict=True)
    return [Ranked(number, cast(float, key)) for number, (key, _) in pairs]


def _enough(
    reader: Reader, query: tantivy.Query, limit: int, sort: Sort, deadline: Deadline
) -> list[tuple[Key, Address]]:
    """The first hits and all that are equal to the last of them."""
    if not limit:
        return reader.hits(query, reader.count(query, deadline), sort, deadline)
    asked = limit + _SPARE
    while True:
        hits = reader.hits(query, asked, sort, deadline)
        if len(hits) < asked or hits[limit - 1][0] != hits[-1][0]:
            return hits
        asked *= _GROWTH


def _in_order(
    reader: Reader, hits: Sequence[tuple[Key, Address]]
) -> Iterator[tuple[Key, Address]]:
    for key, equal in groupby(hits, _key):
        addresses = [address for _, address in equal]
        if addresses[1:]:
            addresses = _by_id(reader, addresses)
        for address in addresses:
            yield key, address


def _by_id(reader: Reader, addresses: Sequence[Address]) -> list[Address]:
    """These documents in the order of their ids, those with the same id in that of their numbers.

    The ids themselves are looked up only where their ranks are the same.
    """
    ranked = sorted(zip(reader.ranks(addresses), addresses, strict=True), key=_key)
    found: list[Address] = []
    for _, equal in groupby(ranked, _key):
        some = [address for _, address in equal]
        found += _by_whole_id(reader, some) if some[1:] else some
    return found


def _by_whole_id(reader: Reader, addresses: Sequence[Address]) -> list[Address]:
    ids = map(reader.id, addresses)
    rows = zip(ids, reader.numbers(addresses), addresses, strict=True)
    return [address for _, _, address in sorted(rows, key=itemgetter(0, 1))]
