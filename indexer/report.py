"""What a build did with every file that it saw; the report owns the exit code."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from .stamp import Outcome

OK: Final = 0
BAD_PAGES: Final = 2


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every file that was seen.

    ``seen`` is the sum of read, replaced, duplicate, unchanged, skipped and refused. ``refused``
    are pairs of source and reason, also of earlier runs while the file is as it was; ``skipped`` of
    rule and number. ``problems`` counts what could not be read in cables that were. ``missing`` are
    sources that have gone, ``pruned`` how many of them were forgotten. ``indexed`` cables were made
    searchable.
    """

    seen: int
    read: int
    replaced: int
    duplicate: int
    unchanged: int
    refused: tuple[tuple[str, str], ...]
    skipped: tuple[tuple[str, int], ...]
    problems: int
    missing: tuple[str, ...]
    pruned: int
    indexed: int
    seconds: float

    @property
    def cables(self) -> int:
        """How many pages gave a cable in this run."""
        return self.read + self.replaced + self.duplicate

    @property
    def exit_code(self) -> int:
        """0, or 2 where a page was refused."""
        return BAD_PAGES if self.refused else OK


@dataclass(slots=True)
class Tally:
    """A report while it grows."""

    seen: set[str] = field(default_factory=set)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    refused: list[tuple[str, str]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    problems: int = 0

    def total(self) -> int:
        """How many files were seen so far."""
        return self.outcomes.total() + len(self.refused) + self.skipped.total()

    def report(
        self, missing: tuple[str, ...], pruned: int, indexed: int, seconds: float
    ) -> Report:
        """The report at the end."""
        return Report(
            seen=self.total(),
            read=self.outcomes[Outcome.READ],
            replaced=self.outcomes[Outcome.REPLACED],
            duplicate=self.outcomes[Outcome.DUPLICATE],
            unchanged=self.outcomes[Outcome.UNCHANGED],
            refused=tuple(self.refused),
            skipped=tuple(sorted(self.skipped.items())),
            problems=self.problems,
            missing=missing,
            pruned=pruned,
            indexed=indexed,
            seconds=seconds,
        )
