"""What the write half of an engine must do; one module each, imported only when asked for."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from ..document import Document


class WriteEngine(Protocol):
    """The write half of an engine: a module of this package satisfies it."""

    def version(self) -> str:
        """The version of the engine's library."""

    def create(self, folder: Path) -> None:
        """Make an empty index in this folder, which is new."""

    def update(
        self,
        folder: Path,
        forget: Sequence[int],
        documents: Iterable[Document],
        processes: int = 1,
    ) -> None:
        """In one commit drop these numbers, then add these documents; all of it or nothing.

        When it returns, the files and their names are safe from a loss of power. An engine may
        use so many processes at most, none of which outlives the call; what the index answers
        does not depend on their number.
        """

    def count(self, folder: Path) -> int:
        """How many documents the index holds."""

    def lacking(self, folder: Path, documents: Sequence[Document]) -> list[str]:
        """The ids of the documents that the index does not find by terms of their own."""
