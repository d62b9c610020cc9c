"""One query, asked of all segments: what they share is found once."""

from collections.abc import Iterator, Sequence, Set

from indexer.engines.whoosh_merge import Part
from indexer.fields import BY_NAME, fold_value

from ..plan import Plan
from .base import Deadline, Shelf
from .whoosh_expand import EVERY, Expansions
from .whoosh_match import SegmentMatcher
from .whoosh_stretches import Stretches


class Segments:
    """The segments of an index, for one query."""

    def __init__(self, parts: Sequence[Part], shelf: Shelf, deadline: Deadline) -> None:
        self._parts = parts
        self._shelf = shelf
        self._deadline = deadline
        self._expansions = Expansions(parts, deadline)
        self._cited: dict[Plan, Set[str]] = {}

    def __iter__(self) -> Iterator[SegmentMatcher]:
        """A matcher for each, which is to be dropped before the next: it may hold much."""
        for number, part in enumerate(self._parts):
            stretches = Stretches(part, number, self._expansions, self._deadline)
            yield SegmentMatcher(part, stretches, self, self._deadline)

    def cited(self, part: Plan) -> Set[str]:
        """The folded ids that the cables cite which this part of a query finds in any segment."""
        if part not in self._cited:
            ids = self._shelf.cited(list(self._numbers(part)))
            self._cited[part] = self._folded(ids)
        return self._cited[part]

    def _numbers(self, part: Plan) -> Iterator[int]:
        """The numbers in the archive of the cables that a part of a query finds."""
        for matcher in self:
            numbers = matcher.part.file.column("numbers", "q")
            yield from map(numbers.__getitem__, matcher.hits(part))

    def _folded(self, ids: Set[str]) -> Set[str]:
        folded: set[str] = set()
        for count, one in enumerate(ids):
            if not count % EVERY:
                self._deadline.check()
            folded.add(fold_value(BY_NAME["id"], one))
        return folded
