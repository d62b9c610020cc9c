"""Writes a folder of invented cables, any number of them, the same ones for the same seed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Literal

from .identity import cable_id, cited, identify
from .markup import Navigation, html, plain
from .telegram import telegram

__all__ = ["Plan", "cable_id", "main", "page", "references", "text", "write"]

Layout = Literal["page", "text"]
_CHUNK: Final = 250


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written, and where."""

    folder: Path
    count: int
    seed: int = 1
    layout: Layout = "page"
    navigation: Navigation = "none"


def page(seed: int, number: int, navigation: Navigation = "none") -> bytes:
    """A cable as a page, UTF-8; it depends on nothing but the arguments.

    >>> page(1, 7) == page(1, 7), page(1, 7) == page(2, 7)
    (True, False)
    """
    return html(telegram(seed, number), seed, navigation).encode()


def text(seed: int, number: int) -> bytes:
    """The same cable as plain text."""
    return plain(telegram(seed, number)).encode()


def references(seed: int, number: int) -> tuple[str, ...]:
    """The ids that the cable's REF lines name, each of them an earlier cable."""
    return tuple(one.id for one in cited(seed, number))


def write(plan: Plan, processes: int = 1) -> int:
    """Write the cables that the plan asks for; the number of bytes."""
    if processes == 1:
        return sum(map(partial(_write_chunk, plan), _chunks(plan.count)))
    with ProcessPoolExecutor(processes) as pool:
        return sum(pool.map(partial(_write_chunk, plan), _chunks(plan.count)))


def _chunks(count: int) -> Iterator[range]:
    """The numbers below ``count``, a few hundred at a time.

    >>> list(_chunks(300))
    [range(0, 250), range(250, 300)]
    """
    for start in range(0, count, _CHUNK):
        yield range(start, min(start + _CHUNK, count))


def _write_chunk(plan: Plan, numbers: range) -> int:
    return sum(_write_one(plan, number) for number in numbers)


def _write_one(plan: Plan, number: int) -> int:
    path = plan.folder / _place(plan, number)
    path.parent.mkdir(parents=True, exist_ok=True)
    if plan.layout == "text":
        return path.write_bytes(text(plan.seed, number))
    return path.write_bytes(page(plan.seed, number, plan.navigation))


def _place(plan: Plan, number: int) -> str:
    identity = identify(plan.seed, number)
    if plan.layout == "text":
        return f"text/{identity.created:%Y}/{identity.id}.txt"
    return f"cable/{identity.created:%Y/%m}/{identity.id}.html"


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--form", choices=("page", "text"), default="page")
    parser.add_argument("--navigation", choices=("none", "full"), default="none")
    parser.add_argument("-j", "--processes", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """The command line."""
    given = _arguments()
    plan = Plan(given.folder, given.count, given.seed, given.form, given.navigation)
    size = write(plan, given.processes)
    print(f"{plan.count:,} cables, {size:,} bytes, in {plan.folder}")


if __name__ == "__main__":
    main()
