"""JSON lines: one hit a line, or one query of a batch a line."""

from indexer.record import dumps

from ..answers import Answer
from ..hits import HIT_VERSION, Hit, hit_record
from ..terminal import Sink

BATCH_VERSION = 1
"""Goes up whenever a key of a batch's record changes its meaning or goes away."""


class JsonlWriter:
    """One JSON object a hit, one hit a line."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def begin(self, query: str) -> None:
        """Nothing stands before the first hit."""

    def hit(self, hit: Hit) -> None:
        """Write one line."""
        self._sink.write(dumps({"version": HIT_VERSION, **hit_record(hit)}) + "\n")

    def end(self) -> None:
        """Nothing stands after the last hit."""


class JsonlBatchWriter:
    """One JSON object a query, one query a line."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def begin(self) -> None:
        """Nothing stands before the first query."""

    def answer(self, answer: Answer) -> None:
        """Write one line."""
        self._sink.write(dumps(_answer_record(answer)) + "\n")


def _answer_record(answer: Answer) -> dict[str, object]:
    error = answer.error
    return {
        "version": BATCH_VERSION,
        "id": answer.ask.id,
        "line": answer.ask.line,
        "query": answer.ask.query,
        "canonical": answer.canonical,
        "count": len(answer.hits),
        "hits": [hit_record(hit) for hit in answer.hits],
        "error": error and {
            "code": error.code, "position": error.position, "message": error.message
        },
    }
