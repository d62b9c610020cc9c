"""The command ``fields``: what can be asked for."""

import textwrap
from collections.abc import Iterator
from typing import Final

import click

from indexer.fields import FIELDS, Field

from .cli import FOUND
from .cli_output import look
from .terminal import Look, Painter, Style

_COLUMN: Final = 2  # blanks between columns
_INDENT: Final = "    "


@click.command()
def fields() -> int:
    """List the fields that can be asked for, with their other names, and an example of each.

    \b
    cables fields
    """
    click.echo("\n".join(_lines(look())))
    return FOUND


def _lines(shown: Look) -> Iterator[str]:
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
