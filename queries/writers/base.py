"""What a writer of hits, or of the answers of a batch, must do."""

from typing import Protocol

from ..answers import Answer
from ..hits import Hit


class Writer(Protocol):
    """Writes the hits of one query, in order."""

    def begin(self, query: str) -> None:
        """Start; ``query`` is the canonical text of the query."""

    def hit(self, hit: Hit) -> None:
        """Write one hit."""

    def end(self) -> None:
        """Finish; nothing follows."""


class BatchWriter(Protocol):
    """Writes the answers of a batch, in order."""

    def begin(self) -> None:
        """Start."""

    def answer(self, answer: Answer) -> None:
        """Write the answer to one query."""
