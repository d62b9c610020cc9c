"""What commands say beside their data, and how text for people looks where it goes."""

import sys

import click

from indexer.safe import safe

from .terminal import Look, wants_colour, width_of


def say(text: str) -> None:
    """Tell the person at the terminal something that is not data."""
    sys.stdout.flush()
    click.echo(safe(text), err=True)


def look() -> Look:
    """How text for people is laid out on standard output."""
    return Look(width_of(sys.stdout), wants_colour(sys.stdout))
