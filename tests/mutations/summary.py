"""What a run found, in figures."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Final

from .outcome import Outcome

_SLOWEST: Final = 10
_REASONS: Final = 25
_VARYING: Final = re.compile(r"'[^']*'|\d+")


@dataclass(slots=True)
class Summary:
    """The outcomes of a run, counted one by one."""

    cables: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    failures: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0
    size: int = 0
    slowest: list[Outcome] = field(default_factory=list)
    largest: list[Outcome] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many pages were read."""
        return self.cables + self.refusals.total() + len(self.failures)

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        if outcome.failure:
            self.failures.append(outcome)
        elif outcome.refusal:
            self.refusals[_VARYING.sub("...", outcome.refusal)[:100]] += 1
        else:
            self.cables += 1
        self.seconds += outcome.seconds
        self.size += outcome.size
        self.slowest = nlargest(_SLOWEST, (*self.slowest, outcome), key=lambda one: one.seconds)
        self.largest = nlargest(_SLOWEST, (*self.largest, outcome), key=lambda one: one.memory)

    def lines(self) -> Iterator[str]:
        """The summary, for people."""
        yield (f"{self.count} pages, {self.size / 1e6:.0f} MB, {self.seconds:.0f} s of process time:"
               f" {self.cables} cables, {self.refusals.total()} refused, {len(self.failures)} failed")
        yield "\nrefused"
        for reason, number in self.refusals.most_common(_REASONS):
            yield f"{number:>9}  {reason}"
        yield "\nslowest"
        yield from map(_line, self.slowest)
        yield "\nmost memory"
        yield from map(_line, self.largest)


def _line(one: Outcome) -> str:
    return (f"{one.seconds:>8.3f} s {one.memory / 1e6:>6.0f} MB {one.size / 1e3:>8.0f} KB"
            f"  {one.page} ({one.source})")
