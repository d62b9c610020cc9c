"""An open tantivy index: the few calls of tantivy that the read half needs, guarded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar, cast

import tantivy

from indexer.engines.layout import damaged
from indexer.engines.tantivy_files import is_panic
from indexer.engines.tantivy_schema import MOMENT, NUMBER, RANK, stored_id

from .base import Deadline, Sort

Key = float | int | bool | str | None
"""What hits are sorted by: a score, minutes, or the rank of an id."""

Address = tantivy.DocAddress
_Value = TypeVar("_Value")

_REFUSED: Final = "invalid argument"  # how tantivy's message begins, and no other
_COLUMNS: Final = {Sort.ID: RANK, Sort.DATE: MOMENT, Sort.NEWEST: MOMENT}


class Refused(Exception):
    """tantivy does not run a query of this kind."""


@dataclass(frozen=True, slots=True)
class Reader:
    """An index as it was when it was opened.

    tantivy cannot be interrupted: the deadline is asked before each search and behind it. All
    methods may raise ArchiveError, where the index is damaged.
    """

    folder: Path
    schema: tantivy.Schema
    searcher: tantivy.Searcher
    size: int
    """How many documents the index holds."""

    def hits(
        self, query: tantivy.Query, limit: int, sort: Sort, deadline: Deadline
    ) -> list[tuple[Key, Address]]:
        """The first hits with what they are sorted by; equal ones are in no order.

        :raises Refused: where tantivy does not run the query.
        """
        most = min(limit, self.size)  # tantivy makes room for as many as it is asked for
        if most < 1:
            return []
        deadline.check()
        order = tantivy.Order.Desc if sort is Sort.NEWEST else tantivy.Order.Asc
        result = self._guarded(lambda: self.searcher.search(
            query, most, count=False, order_by_field=_COLUMNS.get(sort), order=order
        ))
        deadline.check()
        return result.hits

    def count(self, query: tantivy.Query, deadline: Deadline) -> int:
        """How many documents a query finds.

        :raises Refused: where tantivy does not run the query.
        """
        deadline.check()
        unscored = tantivy.Query.const_score_query(query, 1.0)
        result = self._guarded(lambda: self.searcher.search(unscored, 1, count=True))
        deadline.check()
        return cast(int, result.count)  # type: ignore[attr-defined]  # tantivy's stub lacks it

    def terms(self, field: str, prefix: str, deadline: Deadline) -> list[str]:
        """The terms of an index field that begin so."""
        deadline.check()
        found = self._guarded(lambda: self.searcher.terms_with_prefix(field, prefix))
        deadline.check()
        return [term for term, _ in found]

    def numbers(self, addresses: Sequence[Address]) -> list[int]:
        """The numbers of these documents in the archive."""
        return self._column(NUMBER, addresses)

    def ranks(self, addresses: Sequence[Address]) -> list[int]:
        """The ranks of their ids."""
        return self._column(RANK, addresses)

    def id(self, address: Address) -> str:
        """The id of a document."""
        return self._guarded(lambda: stored_id(self.searcher.doc(address)))

    def _column(self, field: str, addresses: Sequence[Address]) -> list[int]:
        if not addresses:
            return []
        found = self._guarded(lambda: self.searcher.fast_field_values(field, list(addresses)))
        return cast(list[int], found)

    def _guarded(self, call: Callable[[], _Value]) -> _Value:
        try:
            return call()
        except ValueError as error:
            if _REFUSED in str(error):
                raise Refused(str(error)) from error
            raise damaged(self.folder, str(error)) from error
        except BaseException as error:
            if is_panic(error):
                raise damaged(self.folder, "tantivy stumbled over it") from error
            raise
