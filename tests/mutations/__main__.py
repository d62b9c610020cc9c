"""Read many broken pages and say what came of it; 1 where a promise was broken."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .floods import BYTES, TIMES, Case, cases
from .light import light
from .outcome import Outcome
from .page import Page
from .summary import Summary
from .workers import Make, read_all

_EACH = 2_000


def main() -> int:
    """Read the pages that were asked for."""
    options, summary = _options(), Summary()
    for make, number, outcome in _outcomes(options):
        summary.add(outcome)
        if outcome.failure:
            _tell(outcome, make(number), options)
        elif options.verbose:
            sys.stderr.write(f"{outcome.seconds:.3f} s  {outcome.page} ({outcome.source})\n")
    sys.stdout.writelines(f"{line}\n" for line in summary.lines())
    return 1 if summary.failures else 0


def _options() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    add = parser.add_argument
    add("--count", type=int, default=1_000, help="pages broken at random (%(default)s)")
    add("--seed", type=int, default=1, help="other pages for another seed (%(default)s)")
    add("--first", type=int, default=0, help="the number of the first of them (%(default)s)")
    add("--floods", type=int, help="how many of the floods (all)")
    add("--match", default="", help="only floods whose name or page holds this")
    add("--bytes", type=int, default=BYTES, help="in a long line (%(default)s)")
    add("--times", type=int, default=TIMES, help="lines, tags, cells (%(default)s)")
    add("-j", "--jobs", type=int, default=1, help="processes (%(default)s)")
    add("--keep", type=Path, help="a folder for the pages that failed")
    add("-v", "--verbose", action="store_true", help="a line for each page")
    return parser.parse_args()


def _outcomes(options: Namespace) -> Iterator[tuple[Make, int, Outcome]]:
    made_light = partial(light, options.seed)
    numbers = range(options.first, options.first + options.count)
    for number, outcome in read_all(made_light, numbers, options.jobs, _EACH):
        yield made_light, number, outcome
    some = _some(options)
    made_flood = partial(_flood, some, options.bytes, options.times)
    for number, outcome in read_all(made_flood, range(len(some)), options.jobs, 1):
        yield made_flood, number, outcome


def _some(options: Namespace) -> list[Case]:
    """The floods that were asked for; of fewer than all, from the whole list."""
    some = [case for case in cases() if options.match in f"{case.name} ({case.seed.name})"]
    if options.floods is None or options.floods >= len(some):
        return some
    return [some[number * len(some) // options.floods] for number in range(options.floods)]


def _flood(some: list[Case], size: int, times: int, number: int) -> Page:
    return some[number].page(size, times)


def _tell(outcome: Outcome, page: Page, options: Namespace) -> None:
    sys.stderr.write(f"FAILED {outcome.page} ({outcome.source})\n{outcome.failure}\n")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        name = "".join(letter if letter.isalnum() else "_" for letter in outcome.page)[:100]
        (options.keep / f"{Path(outcome.source).stem}_{name}").write_bytes(page.data)


if __name__ == "__main__":
    sys.exit(main())
