"""The command ``cables``: its commands by name, and how every run of it ends.

A command's module is imported when the command is asked for, so that help and version are quick.
A command gives its exit code: 0 something was found or done, 1 nothing was found, 2 an error.
"""

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from typing import Final

import click

from indexer.errors import CablesError
from indexer.safe import safe
from indexer.version import VERSION

FOUND: Final = 0
NOTHING: Final = 1
ERROR: Final = 2
INTERRUPTED: Final = 130

_ASKING: Final = ("search", "count")
_DISK: Final = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
_HELP: Final = getattr(click.exceptions, "NoArgsIsHelpError", ())  # new in Click 8.2
_COMPLETION: Final = "_CABLES_COMPLETE"
_MINUS: Final = "a query that begins with - goes behind --, as in: cables {command} -- -tag:PREL"


@dataclass(frozen=True, slots=True)
class Lazy:
    """Where a command is, and its line in the list of commands."""

    module: str
    attribute: str
    help: str


COMMANDS: Final[Mapping[str, Lazy]] = {
    "index": Lazy("indexer.cli", "index", "Read pages into an archive and make them searchable."),
    "search": Lazy("queries.cli_search", "search", "Find cables."),
    "count": Lazy("queries.cli_search", "count", "Say how many cables a query finds."),
    "show": Lazy("queries.cli_show", "show", "Show cables of the archive in full."),
    "batch": Lazy("queries.cli_batch", "batch", "Ask all queries of a file."),
    "fields": Lazy("queries.cli_fields", "fields", "List the fields that can be asked for."),
    "tags": Lazy("queries.cli_tags", "tags", "List the codes of TAGS lines and what they mean."),
    "read": Lazy("indexer.cli_read", "read", "Print every field of pages, without an archive."),
    "forms": Lazy("indexer.cli_read", "forms", "List the forms of cables that can be read."),
    "problems": Lazy("indexer.cli", "problems", "List what could not be read."),
    "check": Lazy("indexer.cli", "check", "Check that an archive is sound."),
    "reindex": Lazy("indexer.cli", "reindex", "Make an archive's index anew."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(
        self, ctx: click.Context, cmd_name: str  # noqa: ARG002
    ) -> click.Command | None:
        """The command of this name."""
        lazy = COMMANDS.get(cmd_name)
        if lazy is None:
            return None
        command = getattr(import_module(lazy.module), lazy.attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{lazy.module}.{lazy.attribute} is no command")
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter  # noqa: ARG002
    ) -> None:
        """The list of commands, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, lazy.help) for name, lazy in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="cables", message="%(prog)s %(version)s")
def cli() -> None:
    """Search archives of diplomatic cables.

    \b
    cables index pages/ -a my.archive
    cables search -a my.archive 'tag:PREL "press statement"'
    cables COMMAND --help
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``cables`` with these arguments, the process's own by default; its exit code."""
    _make_streams_lenient()
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return FOUND
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except click.ClickException as error:
        return _usage(error)
    except CablesError as error:
        return _say(f"error: {error}")
    except OSError as error:
        return _say(f"error: {_what_failed(error)}: {error.strerror or error}")
    except Exception:  # noqa: BLE001 - a fault of the program: Python would end with 1, "nothing"
        sys.excepthook(*sys.exc_info())
        return ERROR
    return code


def _what_failed(error: OSError) -> str:
    """The file that the system would not give, or what was tried."""
    if error.errno in _DISK or error.filename is None:
        return "cannot write"
    return f"cannot use {os.fsdecode(error.filename)}"


def _run(arguments: list[str]) -> int:
    """Like Click's own ``main``, which would turn a closed pipe into an error."""
    if _COMPLETION in os.environ:
        cli.main(arguments, "cables")
    try:
        with cli.make_context("cables", arguments) as context:
            code = cli.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    return FOUND if code is None else int(code)


def _usage(error: click.ClickException) -> int:
    """Say what is wrong with the command line, and where its help is."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, _HELP):
        return _say(error.format_message())
    lines = [f"error: {error.format_message()}"]
    if context:
        lines.append(f"try `{context.command_path} --help`")
        if isinstance(error, click.NoSuchOption) and context.info_name in _ASKING:
            lines.append(_MINUS.format(command=context.info_name))
    return _say("\n".join(lines))


def _say(text: str) -> int:
    click.echo(safe(text), err=True)
    return ERROR


def _make_streams_lenient() -> None:
    """UTF-8 for what is no terminal; a character that cannot be written never ends a run. A stream
    that is closed is an empty one."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def _let_go_of_output() -> None:
    """The reader has gone: what is still in the buffer goes nowhere, without a complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
