"""What the commands that search share: their options, each declared once, and the archive."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from .cli_output import say
from .engines.base import Sort
from .search import LIMIT, SNIPPETS, TIMEOUT, SearchArchive, open_archive

_LONGEST_WAIT: Final = 86_400.0


def _sort(_context: click.Context, _option: click.Parameter, value: str) -> Sort:
    return Sort(value)


limit_option = click.option(
    "-n", "--limit", type=click.IntRange(min=0), default=LIMIT, show_default=True,
    metavar="NUMBER", help="How many hits at most; 0 for all.",
)
sort_option = click.option(
    "--sort", type=click.Choice([sort.value for sort in Sort]), default=Sort.SCORE.value,
    callback=_sort, show_default=True,
    help="Best first, oldest first, newest first, by id, or most cited first.",
)
timeout_option = click.option(
    "--timeout", type=click.FloatRange(0, _LONGEST_WAIT, min_open=True), default=TIMEOUT,
    show_default=True, metavar="SECONDS", help="How long a query may take.",
)
snippets_option = click.option(
    "--snippets", type=click.IntRange(0, SNIPPETS), default=SNIPPETS, show_default=True,
    metavar="NUMBER", help="How many pieces of its text a hit has at most; 0 is faster.",
)
query_argument = click.argument("query", nargs=-1, required=True)


@contextmanager
def opened(folder: Path) -> Iterator[SearchArchive]:
    """An archive for searching; that its index is behind is said."""
    with open_archive(folder) as archive:
        if archive.behind:
            cables = "cable is" if archive.behind == 1 else "cables are"
            say(
                f"note: {archive.behind} new or changed {cables} not searchable yet:"
                f" run `cables index -a {folder}`"
            )
        yield archive
