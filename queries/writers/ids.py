"""The ids alone, one a line: for other programs."""

from indexer.safe import safe_line

from ..hits import Hit
from ..terminal import Sink


class IdsWriter:
    """One id a line."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def begin(self, query: str) -> None:
        """Nothing stands before the first id."""

    def hit(self, hit: Hit) -> None:
        """Write the id; a cable without one is known by its source."""
        self._sink.write(f"{safe_line(hit.id or hit.source)}\n")

    def end(self) -> None:
        """Nothing stands after the last id."""
