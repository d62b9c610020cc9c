"""One JSON document: the query and its hits."""

from indexer.record import dumps

from ..hits import HIT_VERSION, Hit, hit_record
from ..terminal import Sink


class JsonWriter:
    """One object with the keys version, query, hits, count; a hit a line, so that it streams."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._count = 0

    def begin(self, query: str) -> None:
        """Open the object."""
        self._sink.write(f'{{"version": {HIT_VERSION}, "query": {dumps(query)}, "hits": [')

    def hit(self, hit: Hit) -> None:
        """Write one element of ``hits``."""
        self._sink.write((",\n" if self._count else "\n") + dumps(hit_record(hit)))
        self._count += 1

    def end(self) -> None:
        """Close the object."""
        self._sink.write(f'\n], "count": {self._count}}}\n')
