"""The commands ``show`` and ``fields``."""

import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

import click

from indexer.archive import Archive, Stored
from indexer.fields import FIELDS, Field
from indexer.record import dumps_indented, to_json

from .cli import FOUND, NOTHING
from .cli_options import archive_option, look, say
from .page import Around, page_lines
from .search import find_cables
from .terminal import Painter, Style, sink_for
from .versions import Version, version_lines
from .writers.base import Look

_COLUMN: Final = 2  # blanks between columns
_INDENT: Final = "    "


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@archive_option
@click.option("--json", "form", flag_value="json",
              help="Every field; an array for several IDs, or with --versions.")
@click.option("--raw", "form", flag_value="raw", help="Header and body as they are kept.")
@click.option("--page", "form", flag_value="page", default="page", hidden=True)
@click.option("--versions", is_flag=True,
              help="All texts that were published under the ID, and how they differ.")
def show(
    names: tuple[str, ...], archive: Path, form: str, versions: bool,  # noqa: FBT001
) -> int:
    """Show cables in full. An ID is in any style, or the file that the cable was read from.

    \b
    cables show 08STATE120153
    cables show --json '08 State 120153' pages/another.html
    cables show --versions 08STATE120153
    """
    with Archive(archive) as reader:
        found = [texts for name in names if (texts := _find(reader, name, archive))]
        if not found:
            return NOTHING
        chosen = [text for texts in found for text in (texts if versions else texts[:1])]
        if form == "json":
            _print_json(chosen, "array" if versions or len(names) > 1 else "one")
        elif form == "raw":
            _print_raw(chosen)
        elif versions:
            _print_versions(reader, found)
        else:
            _print_pages(reader, found)
    return FOUND


@click.command()
def fields() -> int:
    """List the fields that can be asked for, with their other names, and an example of each.

    \b
    cables fields
    """
    click.echo("\n".join(_field_lines(look())))
    return FOUND


def _find(reader: Archive, name: str, archive: Path) -> list[Stored]:
    texts = find_cables(reader, name)
    if not texts:
        say(f"no cable {name} in {archive}")
    return texts


def _print_json(cables: Sequence[Stored], shape: Literal["one", "array"]) -> None:
    records = [to_json(stored.cable) for stored in cables]
    sink_for(sys.stdout).write(dumps_indented(records[0] if shape == "one" else records) + "\n")


def _print_raw(cables: Sequence[Stored]) -> None:
    sink = sink_for(sys.stdout)
    for stored in cables:
        header, body = stored.cable.header, stored.cable.body
        sink.write("\n".join(part.rstrip("\n") + "\n" for part in (header, body) if part))


def _print_pages(reader: Archive, found: Sequence[list[Stored]]) -> None:
    between = ""
    for first, *others in found:
        cable = first.cable
        around = Around(
            frozenset(reader.known([ref.id for ref in cable.references if ref.id])),
            tuple(reader.sources(first.number)),
            len(others),
        )
        sys.stdout.write(between + "\n".join(page_lines(cable, around, look())) + "\n")
        between = "\n\n"


def _print_versions(reader: Archive, found: Sequence[list[Stored]]) -> None:
    between = ""
    for texts in found:
        versions = [Version(text, tuple(reader.sources(text.number))) for text in texts]
        sys.stdout.write(between + "\n".join(version_lines(versions, look())) + "\n")
        between = "\n\n"


def _field_lines(shown: Look) -> Iterator[str]:
    """A line a field: names, type, example, help; where that is too wide, the help is below."""
    paint = Painter(shown.colour)
    name_width = max(len(_names(field)) for field in FIELDS) + _COLUMN
    kind_width = max(len(field.kind.value) for field in FIELDS) + _COLUMN
    example_width = max(len(field.example) for field in FIELDS) + _COLUMN
    used = name_width + kind_width + example_width
    fits = used + max(len(field.help) for field in FIELDS) <= shown.width
    for field in FIELDS:
        names = paint(field.name, Style.NAME) + _names(field)[len(field.name) :]
        pad = " " * (name_width - len(_names(field)))
        line = f"{names}{pad}{field.kind.value:<{kind_width}}{field.example:<{example_width}}"
        yield line + field.help if fits else line.rstrip()
        if not fits:
            yield from textwrap.wrap(field.help, shown.width, initial_indent=_INDENT,
                                     subsequent_indent=_INDENT)


def _names(field: Field) -> str:
    return ", ".join((field.name, *field.aliases))
