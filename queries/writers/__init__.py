"""How hits are written: one module a format, one small interface, chosen by name."""

from collections.abc import Callable, Mapping
from typing import Final

from ..terminal import Look, Sink
from .base import BatchWriter, Writer
from .csv import CsvBatchWriter, CsvWriter
from .ids import IdsWriter
from .json import JsonWriter
from .jsonl import JsonlBatchWriter, JsonlWriter
from .text import TextWriter

_MACHINE: Final[Mapping[str, Callable[[Sink], Writer]]] = {
    "ids": IdsWriter, "csv": CsvWriter, "json": JsonWriter, "jsonl": JsonlWriter,
}
_BATCH: Final[Mapping[str, Callable[[Sink], BatchWriter]]] = {
    "jsonl": JsonlBatchWriter, "csv": CsvBatchWriter,
}
_SHOWN: Final[Mapping[str, int]] = {"ids": 0, "csv": 1}  # the others show every snippet

FORMATS: Final = ("text", *_MACHINE)
BATCH_FORMATS: Final = tuple(_BATCH)


def shown_snippets(name: str, most: int) -> int:
    """How many snippets a format shows of so many: no more need be made.

    >>> shown_snippets("json", 3), shown_snippets("csv", 3), shown_snippets("ids", 3)
    (3, 1, 0)
    """
    return min(most, _SHOWN.get(name, most))


def make_writer(name: str, sink: Sink, look: Look) -> Writer:
    """The writer of a format; ``look`` is for the one that people read.

    :raises KeyError: where there is no such format.
    """
    if name == "text":
        return TextWriter(sink, look)
    return _MACHINE[name](sink)


def make_batch_writer(name: str, sink: Sink) -> BatchWriter:
    """The writer of a format for batches.

    :raises KeyError: where there is no such format.
    """
    return _BATCH[name](sink)
