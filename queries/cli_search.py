"""The commands ``search`` and ``count``."""

import sys
import time
from pathlib import Path
from typing import Final

import click

from indexer.cli_options import archive_option
from indexer.safe import safe

from .canonical import canonical
from .cli import FOUND, NOTHING
from .cli_nothing import say_what_was_meant
from .cli_options import limit_option, opened, query_argument, sort_option, timeout_option
from .cli_output import look, say
from .engines.base import Sort, TimedOut
from .explain import explain
from .parser import parse
from .search import SearchArchive
from .terminal import sink_for
from .tree import Node
from .writers import FORMATS, make_writer

_TEXT: Final = "text"


@click.command()
@query_argument
@archive_option
@limit_option
@sort_option
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default=_TEXT,
              show_default=True, help="Text for people, or a form for programs.")
@timeout_option
@click.option("--explain", "explained", is_flag=True,
              help="Print how the query is understood, and do not search.")
def search(
    query: tuple[str, ...], archive: Path, limit: int, sort: Sort, form: str, timeout: float,
    explained: bool,  # noqa: FBT001 - Click's way to hand over a flag
) -> int:
    """Find cables. Several words are one query; put it in single quotes to keep the shell off.

    A query that begins with - goes behind --.

    \b
    cables search 'tag:PREL missile'
    cables search 'from:canberra date:2008-11..2009-02 "press statement"' --sort date
    cables search -n 0 -f ids -- -tag:PREL
    """
    tree = parse(" ".join(query))
    if explained:
        click.echo(safe("\n".join(explain(tree))))
        return FOUND
    end = time.monotonic() + timeout
    with opened(archive) as searched:
        shown = _write(searched, tree, limit, sort, form, timeout)
        if form == _TEXT:
            apart = "\n" if shown and sys.stdout.isatty() else ""
            say(apart + _summary(searched, tree, shown, limit, timeout))
        if form == _TEXT and not shown:
            say_what_was_meant(searched, tree, end - time.monotonic())
    return FOUND if shown else NOTHING


@click.command()
@query_argument
@archive_option
@timeout_option
def count(query: tuple[str, ...], archive: Path, timeout: float) -> int:
    """Say how many cables a query finds.

    \b
    cables count 'class:secret -has:tag'
    """
    tree = parse(" ".join(query))
    end = time.monotonic() + timeout
    with opened(archive) as searched:
        found = searched.count(tree, timeout=timeout)
        click.echo(found)
        if not found:
            say_what_was_meant(searched, tree, end - time.monotonic())
    return FOUND if found else NOTHING


def _write(
    archive: SearchArchive, tree: Node, limit: int, sort: Sort, form: str, timeout: float
) -> int:
    """Write the hits to standard output; how many there are."""
    hits = archive.stream(tree, limit=limit, sort=sort, timeout=timeout)
    sink = sys.stdout if form == _TEXT else sink_for(sys.stdout)
    writer = make_writer(form, sink, look())
    writer.begin(canonical(tree))
    shown = 0
    for hit in hits:
        writer.hit(hit)
        shown += 1
    writer.end()
    return shown


def _summary(
    archive: SearchArchive, tree: Node, shown: int, limit: int, timeout: float
) -> str:
    """The line below the hits: how many there are in all."""
    if shown == 0:
        return "no cable found"
    if shown != limit:
        return f"{shown} {'cable' if shown == 1 else 'cables'}"
    try:
        total = archive.count(tree, timeout=timeout)
    except TimedOut:
        return f"the first {shown} cables"
    return f"{shown} of {total} cables" + (" (-n 0 shows all)" if total > shown else "")
