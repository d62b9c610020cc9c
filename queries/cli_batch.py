"""The command ``batch``."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import click

from indexer.cli_options import archive_option
from indexer.errors import CablesError

from .answers import Answer
from .batch import How, run_batch
from .batch_input import Ask, read_asks
from .cli import ERROR, FOUND, NOTHING
from .cli_options import limit_option, opened, snippets_option, sort_option, timeout_option
from .cli_output import say
from .engines.base import Sort
from .parser import parse
from .search import SearchArchive
from .terminal import Sink, sink_for
from .writers import BATCH_FORMATS, make_batch_writer, shown_snippets

_MOST_ASKED: Final = 100
_MOST_SAID: Final = 10


@click.command()
@click.argument("file", type=click.File("rb"))
@archive_option
@click.option("-f", "--format", "form", type=click.Choice(BATCH_FORMATS), default="jsonl",
              show_default=True, help="One record a query, or one row a hit.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Where to write; FILE appears when it is whole.  [default: standard output]")
@limit_option
@sort_option
@timeout_option
@snippets_option
def batch(
    file: BinaryIO, archive: Path, form: str, output: Path | None, limit: int, sort: Sort,
    timeout: float, snippets: int,
) -> int:
    """Ask all queries of a FILE, or of standard input for -.

    One query a line, where lines that begin with # are comments; or CSV with the columns id and
    query; or JSON lines with these keys. A query that cannot be answered is a record with its
    error, and the others are answered.

    \b
    cables batch queries.txt -o hits.jsonl
    cables batch queries.csv -f csv -n 100 > hits.csv
    """
    asks = read_asks(file.read(), file.name)
    how = How(limit, sort, timeout, shown_snippets(form, snippets))
    tally = _Tally(len(asks))
    with opened(archive) as searched:
        with _output(output) as sink:
            _write(run_batch(searched, asks, how), form, sink, tally)
        if tally.nothing:
            _say_what_was_meant(searched, tally.nothing)
    return tally.close()


def _write(answers: Iterable[Answer], form: str, sink: Sink, tally: "_Tally") -> None:
    writer = make_batch_writer(form, sink)
    writer.begin()
    for answer in answers:
        writer.answer(answer)
        tally.add(answer)


class _Tally:
    """What came of the queries, told on standard error; ``nothing`` are the first of those that
    found nothing."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._errors = self._found = 0
        self.nothing: list[Answer] = []

    def add(self, answer: Answer) -> None:
        """Count an answer; an error is said at once."""
        self._found += bool(answer.hits)
        if answer.error:
            self._errors += 1
            say(f"line {_place(answer.ask)}: {answer.error.message}")
        elif not answer.hits and len(self.nothing) < _MOST_ASKED:
            self.nothing.append(answer)

    def close(self) -> int:
        """Say the sums; the exit code."""
        asked = "1 query" if self._total == 1 else f"{self._total} queries"
        say(f"{asked}, {self._found} found something, {self._errors} with an error")
        if self._errors:
            return ERROR
        return FOUND if self._found else NOTHING


def _say_what_was_meant(archive: SearchArchive, answers: Iterable[Answer]) -> None:
    """A few lines for all queries that found nothing, in the time that one may take."""
    from .suggest import SECONDS, suggestions  # only where there are such queries

    end = time.monotonic() + SECONDS
    said = 0
    for answer in answers:
        left = end - time.monotonic()
        if left <= 0 or said >= _MOST_SAID:
            return
        found = suggestions(archive, parse(answer.canonical), timeout=left)
        for one in found[: _MOST_SAID - said]:
            say(f"line {_place(answer.ask)}: {one.message}")
            said += 1


def _place(ask: Ask) -> str:
    line = str(ask.line)
    return line if ask.id == line else f"{line} ({ask.id})"


@contextmanager
def _output(path: Path | None) -> Iterator[Sink]:
    """Standard output, or a file that gets its name when it is whole."""
    if path is None:
        yield sink_for(sys.stdout)
        return
    part = path.with_name(f"{path.name}.part")
    try:
        file = part.open("w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise CablesError(f"cannot write {part}: {error.strerror}") from error
    try:
        with file:
            yield file
    except BaseException:  # Ctrl-C too: a part is of no use to anybody
        part.unlink(missing_ok=True)
        raise
    part.replace(path)
