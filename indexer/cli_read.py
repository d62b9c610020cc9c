"""The commands that need no archive: read, which prints every field of a cable, and forms."""

import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Final, Literal, TypeVar

import click

from .errors import Refused
from .explain_output import evidence_lines, evidence_record
from .formats import FORMS, read_cable
from .pages import find_pages, pages_of
from .record import dumps, dumps_indented, to_json
from .report import BAD_PAGES
from .safe import safe, safe_line
from .sources import Found, Page, Skipped, Unreadable
from .stamp import Stamp

_WIDTH: Final = 80
_NAME: Final = 8

Record = dict[str, object]
Made = TypeVar("Made")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--explain", "explained", is_flag=True,
              help="Where each field was read from: the rule, and the lines.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json", "jsonl"]),
    help="json: an object (an array, if not one page is named); jsonl: a line a page; text: for"
         " people, with --explain only, and its default.",
)
@click.pass_context
def read(
    context: click.Context, paths: tuple[str, ...], explained: bool, form: str | None,  # noqa: FBT001
) -> None:
    """Read cables and print every field, without an archive.

    A FILE may also be a folder, a container or a collection; "-" is a page on standard input. A
    page that is refused is told on standard error, and the exit code is then 2.

    \b
    cables read page.html
    cables read --explain page.html
    """
    if form == "text" and not explained:
        raise click.BadParameter("text goes with --explain; to read a cable as text: cables show")
    refused: list[str] = []
    if explained and form in (None, "text"):
        _print_texts(_made(paths, _explained_text, refused))
    else:
        records = _made(paths, evidence_record if explained else _record, refused)
        _print_records(records, paths, form)
    for line in refused:
        click.echo(line, err=True)
    context.exit(BAD_PAGES if refused else 0)


@click.command()
def forms() -> None:
    """List the forms in which cables are published and can be read.

    \b
    cables forms
    """
    for form in FORMS:
        shows = "shows " + "; ".join(sign.words for sign in form.SIGNS)
        for first, text in ((form.NAME, form.TITLE), ("", shows)):
            click.echo(textwrap.fill(
                text, _WIDTH, initial_indent=f"{first:<{_NAME}}", subsequent_indent=" " * _NAME
            ))


def _record(data: bytes, source: str) -> Record:
    return to_json(read_cable(data, source))


def _explained_text(data: bytes, source: str) -> str:
    return "\n".join(evidence_lines(data, source, _WIDTH))


def _made(
    paths: Sequence[str], make: Callable[[bytes, str], Made], refused: list[str]
) -> Iterator[Made]:
    """What is made of each page; a line for each that gave no cable goes to ``refused``."""
    for found in _all_found(paths):
        if isinstance(found, Skipped):
            continue
        source = found.stamp.given
        try:
            yield _made_of(found, make)
        except Refused as reason:
            refused.append(safe_line(f"refused: {source}: {reason}"))


def _made_of(found: Found, make: Callable[[bytes, str], Made]) -> Made:
    if isinstance(found, Page):
        return make(found.data, found.stamp.given)
    raise Refused(found.reason if isinstance(found, Unreadable) else "no such file or folder")


def _all_found(paths: Sequence[str]) -> Iterator[Found]:
    """The pages of the paths; "-" is a page, or a collection, on standard input."""
    for path in paths:
        if path == "-":
            yield from pages_of(BytesIO(sys.stdin.buffer.read()), Stamp(path, path, -1, -1))
        else:
            yield from find_pages(path)


def _print_records(records: Iterator[Record], paths: Sequence[str], form: str | None) -> None:
    if form == "jsonl":
        for record in records:
            _print(dumps(record))
    else:
        one_file = len(paths) == 1 and not Path(paths[0]).is_dir()
        _print_json(records, "one" if one_file else "array")


def _print_json(records: Iterator[Record], shape: Literal["one", "array"]) -> None:
    """An object, or an array that is written as it comes."""
    first, second = next(records, None), next(records, None)
    if shape == "one" and second is None:
        if first is not None:
            _print(dumps_indented(first))
        return
    known = [record for record in (first, second) if record is not None]
    begin = "["
    for record in chain(known, records):
        _print(begin + "\n" + dumps_indented(record), "")
        begin = ","
    _print("[]" if begin == "[" else "\n]")


def _print_texts(texts: Iterable[str]) -> None:
    between = ""
    for text in texts:
        _print(between + text)
        between = "\n"


def _print(text: str, end: str = "\n") -> None:
    """What a page holds, to standard output: on a terminal its control characters are shown."""
    click.echo((safe(text) if sys.stdout.isatty() else text) + end, nl=False)
