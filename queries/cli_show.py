"""The command ``show``: cables in full."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import click

from indexer.archive import Archive, Stored
from indexer.cli_options import archive_option
from indexer.record import dumps_indented, to_json

from .cli import FOUND, NOTHING
from .cli_output import look, say
from .lookup import find_cables
from .page import Around, page_lines
from .terminal import sink_for
from .versions import Version, version_lines


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
            _print_apart(_versions(reader, found))
        else:
            _print_apart(_pages(reader, found))
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


def _print_apart(texts: Iterable[Iterator[str]]) -> None:
    """The lines of each text, and two blank ones between texts."""
    between = ""
    for lines in texts:
        sys.stdout.write(between + "\n".join(lines) + "\n")
        between = "\n\n"


def _pages(reader: Archive, found: Sequence[list[Stored]]) -> Iterator[Iterator[str]]:
    for first, *others in found:
        cable = first.cable
        pieces = [text for text in others if text.is_joined]
        around = Around(
            frozenset(reader.known([ref.id for ref in cable.references if ref.id])),
            tuple(reader.sources(first.number)),
            len(others) - len(pieces),
            len(pieces),
        )
        yield page_lines(cable, around, look())


def _versions(reader: Archive, found: Sequence[list[Stored]]) -> Iterator[Iterator[str]]:
    for texts in found:
        versions = [Version(text, tuple(reader.sources(text.number))) for text in texts]
        yield version_lines(versions, look())
