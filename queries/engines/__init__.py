"""The read halves of the engines, by name."""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from indexer.engines import check_installed

from .base import ReadEngine, Shelf


class ReadModule(Protocol):
    """A module of this package: the read half of an engine."""

    def open_index(self, folder: Path, shelf: Shelf) -> ReadEngine:
        """Open the index in this folder as it is now, and as it then stays; ``shelf`` has the
        cables that it was made from.

        :raises ArchiveError: where it is damaged.
        """


def read_engine(name: str) -> ReadModule:
    """The read half of an engine.

    :raises ArchiveError: where there is no engine of this name, or its library is not installed.
    """
    check_installed(name)
    return cast(ReadModule, import_module(f"{__name__}.{name}"))
