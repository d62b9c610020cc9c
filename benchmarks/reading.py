"""How long one page takes from bytes to Cable, on one core: pages with and without navigation.

``python -m benchmarks.reading [--count 300] [--seed 1]`` prints a row a layout: the median, the
90th percentile and the longest, in milliseconds.
"""

import argparse
import time
from statistics import median, quantiles
from typing import Literal

from indexer import read_cable

from .corpus import page

_LAYOUTS: tuple[Literal["none", "full"], ...] = ("none", "full")


def measure(pages: list[bytes]) -> list[float]:
    """Milliseconds for each page, read once, none of them before."""
    times = []
    for data in pages:
        start = time.perf_counter()
        read_cable(data)
        times.append((time.perf_counter() - start) * 1_000)
    return times


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'navigation':<12}{'pages':>6}{'KB':>8}{'median':>9}{'p90':>9}{'longest':>9}")
    for navigation in _LAYOUTS:
        pages = [
            page(options.seed, number, navigation=navigation) for number in range(options.count)
        ]
        measure([page(options.seed + 1, 1, navigation=navigation)])  # imports and tables
        times = measure(pages)
        size = sum(map(len, pages)) / len(pages) / 1_000
        p90 = quantiles(times, n=10)[-1]
        print(f"{navigation:<12}{len(pages):>6}{size:>8.1f}{median(times):>9.3f}{p90:>9.3f}"
              f"{max(times):>9.3f}")


if __name__ == "__main__":
    main()
