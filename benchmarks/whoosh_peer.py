"""The Whoosh engine against plain Whoosh, on the cables of an archive: indexing, and queries.

``python -m benchmarks.whoosh_peer ARCHIVE [-j 2] [--sample 1000] [--rounds 3] [--plain FOLDER]``

Indexing: ours takes all cables from the archive, in so many processes; the plain script takes a
sample of them that is decoded already, in one process, since it is slow. The two take turns.
Queries: both search all cables with an open index for the best ten by score, in turns, in process
time; hits are counted apart. --plain keeps the plain index, which takes long to make. A ratio is
ours to plain: below 1 ours is faster. The archive's own index is not touched.
"""

import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from indexer.archive import Archive
from indexer.document import document
from indexer.engines import write_engine
from queries import parse
from queries.engines import read_engine
from queries.engines.base import Deadline, ReadEngine, Sort

from .whoosh_plain import PlainIndex, write
from .whoosh_queries import Asked, queries

_ENGINE: Final = "whoosh"
_SECONDS: Final = 3600.0
_LEAST_SECONDS: Final = 0.2  # how long a query is repeated in a turn, at least,
_TURNS: Final = 5  # and how many turns there are


@dataclass(frozen=True, slots=True)
class Took:
    """How long something took, by the clock and in all processes; ``cables`` of them."""

    cables: int
    seconds: float
    process_seconds: float

    def __str__(self) -> str:
        return (
            f"{self.cables:>7} {self.seconds:>8.2f} s {self.cables / self.seconds:>7.0f}/s"
            f"{self.process_seconds:>9.2f} s {self.cables / self.process_seconds:>7.0f}/s"
        )


def timed(cables: int, work: Callable[[], None]) -> Took:
    """Do it once."""
    start, before = time.perf_counter(), _process_seconds()
    work()
    return Took(cables, time.perf_counter() - start, _process_seconds() - before)


def _process_seconds() -> float:
    return sum(os.times()[:4])


def write_ours(archive: Path, folder: Path, processes: int) -> None:
    """Index the whole archive into this folder."""
    folder.mkdir()
    engine = write_engine(_ENGINE)
    engine.create(folder)
    with Archive(archive) as reader:
        engine.update(folder, (), map(document, reader.changed(0)), processes)


def compare_indexing(archive: Path, processes: int, sample: int, rounds: int) -> None:
    """Print the times of each round, and the ratios of the medians."""
    with Archive(archive) as reader:
        total = reader.count()
        cables = [stored.cable for stored in reader.sample(sample, reader.generation)]
    ours, plain = [], []
    print(f"{'':<12} cables      clock              all processes")
    for _ in range(rounds):
        with TemporaryDirectory() as name:
            folder = Path(name)
            plain.append(timed(len(cables), partial(write, folder / "plain", cables)))
            mine = partial(write_ours, archive, folder / "ours", processes)
            ours.append(timed(total, mine))
        print(f"{'plain':<12}{plain[-1]}\n{f'ours, -j {processes}':<12}{ours[-1]}")
    rates = [
        median(took.cables / took.seconds for took in tooks) for tooks in (ours, plain)
    ]
    print(f"ours indexes {rates[0] / rates[1]:.2f} times as many cables a second")


def compare_queries(archive: Path, ours: Path, plain: Path) -> None:
    """Print a line for each query."""
    with Archive(archive) as reader:
        asked = queries([stored.cable for stored in reader.sample(500, reader.generation)])
        index = read_engine(_ENGINE).open_index(ours, reader)
        other = PlainIndex(plain)
        print(f"{'':<26}{'hits':>7}{'plain':>7}{'ms':>9}{'plain':>9}{'ratio':>7}")
        for one in asked:
            print(_compared(one, index, other))
        index.close()


def _compared(one: Asked, index: ReadEngine, other: PlainIndex) -> str:
    hits = index.count(parse(one.ours), Deadline(_SECONDS)), other.count(one.plain)
    mine, theirs = in_turns(
        lambda: index.search(parse(one.ours), 10, Sort.SCORE, Deadline(_SECONDS)),
        lambda: other.search(one.plain),
    )
    return (
        f"{one.kind:<26}{hits[0]:>7}{hits[1]:>7}{mine * 1000:>9.3f}{theirs * 1000:>9.3f}"
        f"{mine / theirs:>7.2f}  {one.ours}"
    )


def in_turns(*works: Callable[[], object]) -> list[float]:
    """The process seconds of each, the least of all turns."""
    repeats = [_repeats(work) for work in works]
    turns = [[_mean(*one) for one in zip(works, repeats, strict=True)] for _ in range(_TURNS)]
    return list(map(min, zip(*turns, strict=True)))


def _repeats(work: Callable[[], object]) -> int:
    """How often to do it in a turn."""
    work()  # what is made once
    return max(1, int(_LEAST_SECONDS / max(_mean(work, 1), 1e-6)))


def _mean(work: Callable[[], object], repeats: int) -> float:
    start = time.process_time()
    for _ in range(repeats):
        work()
    return (time.process_time() - start) / repeats


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.whoosh_peer", description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("-j", "--processes", type=int, default=2)
    parser.add_argument("--sample", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3, help="of indexing; 0 leaves it out")
    parser.add_argument("--plain", type=Path, help="where the plain index is, or is made")
    return parser.parse_args()


def main() -> None:
    """Print both comparisons."""
    given = _arguments()
    if given.rounds:
        compare_indexing(given.archive, given.processes, given.sample, given.rounds)
    with TemporaryDirectory() as scratch:
        ours, plain = Path(scratch) / "ours", given.plain or Path(scratch) / "plain"
        write_ours(given.archive, ours, given.processes)
        if not plain.exists():
            with Archive(given.archive) as reader:
                write(plain, (stored.cable for stored in reader.changed(0)))
        compare_queries(given.archive, ours, plain)


if __name__ == "__main__":
    main()
