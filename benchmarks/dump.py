"""Writes a dump of invented cables, one row a cable, as a stream: any size in little memory.

``python -m benchmarks.dump OUT.csv --count 10000 [--seed 1]``; the cables are those of
``benchmarks.corpus`` with the same seed.
"""

import csv
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path

from .corpus import references
from .markup import origin
from .telegram import telegram

__all__ = ["main", "row", "rows", "write"]


def row(seed: int, number: int) -> str:
    """A cable as a row with its line end; it depends on nothing but the arguments.

    >>> row(1, 7) == row(1, 7), row(1, 7).count('","')
    (True, 7)
    """
    made = telegram(seed, number)
    one = made.identity
    written = StringIO()
    csv.writer(
        written, quoting=csv.QUOTE_ALL, escapechar="\\", doublequote=False, lineterminator="\n"
    ).writerow((
        number + 1,
        _time(one.created),
        one.id,
        origin(one.post),
        one.classification,
        "|".join(references(seed, number)),
        "\n".join((*made.header, "")),
        "\n".join((*made.body, "")),
    ))
    return written.getvalue()


def _time(created: datetime) -> str:
    """A time as the dump has it: no zeros before month, day and hour.

    >>> _time(datetime(2008, 1, 2, 3, 4))
    '1/2/2008 3:04'
    """
    return f"{created.month}/{created.day}/{created.year} {created.hour}:{created:%M}"


def rows(count: int, seed: int = 1) -> Iterator[bytes]:
    """So many rows, UTF-8, each made when it is asked for."""
    return (row(seed, number).encode() for number in range(count))


def write(path: Path, count: int, seed: int = 1) -> int:
    """Write a dump; the number of bytes."""
    with path.open("wb") as file:
        return sum(map(file.write, rows(count, seed)))


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.dump", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """The command line."""
    given = _arguments()
    size = write(given.file, given.count, given.seed)
    print(f"{given.count:,} cables, {size:,} bytes, in {given.file}")


if __name__ == "__main__":
    main()
