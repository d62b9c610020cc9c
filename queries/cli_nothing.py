"""What the commands say below "nothing": did you mean, with the command to type, or why."""

import shlex

import click
from click.core import ParameterSource

from indexer.safe import safe

from .cli_output import say
from .inquiry import Searchable
from .tree import Node


def say_what_was_meant(archive: Searchable, query: Node, left: float) -> None:
    """For a query that found nothing; ``left`` is what is left of its seconds."""
    from .suggest import SECONDS, advise  # most runs find something, and need not wait for it

    advice = advise(archive, query, timeout=min(SECONDS, left))
    for text in (*(one.message for one in advice.suggestions), *advice.reasons):
        say(text)
    for text in dict.fromkeys(one.query for one in advice.suggestions):
        command = _command(click.get_current_context(), text)
        if safe(command) == command:  # what cannot be shown cannot be typed
            say(f"  {command}")


def _command(context: click.Context, query: str) -> str:
    """The command of this run with another query, as a shell reads it."""
    words = ["cables", context.info_name or ""]
    if context.get_parameter_source("archive") is ParameterSource.COMMANDLINE:
        words += ["-a", str(context.params["archive"])]
    return shlex.join([*words, *(["--"] if query.startswith("-") else []), query])
