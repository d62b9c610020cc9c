"""The terms that the patterns of one query stand for, in all segments, and the cables with them."""

from collections.abc import Iterable, Sequence
from typing import Final

from indexer.engines.whoosh_merge import Part
from indexer.engines.whoosh_segment import FieldTerms

from ..patterns import MOST_EXPANSIONS, Pattern, too_many
from .base import Deadline

EVERY: Final = 1000
"""Steps of a loop between two looks at the clock."""

_CHUNK: Final = 256  # terms: the largest of patterns takes a second or two for as many
_LAST: Final = "\U0010ffff"


class Expansions:
    """The terms that the patterns of one query stand for, in each segment, found once."""

    def __init__(self, parts: Sequence[Part], deadline: Deadline) -> None:
        self._parts = parts
        self._deadline = deadline
        self._found: dict[tuple[str, Pattern], list[list[int]]] = {}

    def indices(self, field: str, pattern: Pattern, part: int) -> list[int]:
        """The indices of the terms of an index field in one segment.

        :raises QueryError: ``too-many-expansions``, where there are more than 10,000 terms in all;
            ``bad-regex``, where the pattern is too large.
        """
        asked = (field, pattern)
        if asked not in self._found:
            different: set[str] = set()
            self._found[asked] = [
                self._fitting(part.file.field(field), pattern, different) for part in self._parts
            ]
        return self._found[asked][part]

    def _fitting(self, terms: FieldTerms, pattern: Pattern, different: set[str]) -> list[int]:
        found: list[int] = []
        prefix = pattern.prefix
        stop = terms.from_term(prefix + _LAST)
        for start in range(terms.from_term(prefix), stop, _CHUNK):
            self._deadline.check()
            some = terms.between(start, min(start + _CHUNK, stop))
            fitting = list(pattern.among(some))
            found += [start + place for place in fitting]
            different.update(some[place] for place in fitting)
            if len(different) > MOST_EXPANSIONS:
                raise too_many(pattern)
        return found


def any_of(terms: FieldTerms, indices: Iterable[int], deadline: Deadline) -> set[int]:
    """The cables that have any of these terms."""
    found: set[int] = set()
    for count, index in enumerate(indices):
        if not count % EVERY:
            deadline.check()
        found.update(terms.posting(index).cables)
    return found
