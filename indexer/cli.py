"""The commands that make and keep an archive: index, problems, check, reindex."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from .archive import Archive, Note
from .builder import Options, build
from .check import check as check_archive
from .cli_options import archive_option
from .cli_progress import progress_on_terminal
from .engines import ENGINES
from .index import rebuild
from .lock import write_lock
from .record import dumps
from .report import Report
from .safe import safe, safe_line
from .sources import listed

engine_option = click.option(
    "--engine", type=click.Choice(ENGINES),
    help="The search engine; default: the archive's own, or else tantivy where it is installed.",
)

jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), default=os.cpu_count() or 1,
    help="How many processes work at it; default: one for each core.",
)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@engine_option
@jobs_option
@click.option("--prune", is_flag=True, help="Forget the cables whose files have gone.")
@click.pass_context
def index(
    context: click.Context, paths: tuple[str, ...], archive: Path, engine: str | None, jobs: int,
    prune: bool,  # noqa: FBT001
) -> None:
    """Read cables into an archive and make them searchable.

    A PATH is a file, a folder, a zip or tar file, or "-" for a list of paths on standard input.
    Files that are as they were are not read again. Exit code 2 says that a page was refused.

    \b
    Example: cables index pages/ more.zip -a my.archive
    """
    with progress_on_terminal() as progress:
        report = build(archive, _given(paths), Options(engine, jobs, prune), progress)
    click.echo("\n".join(_report_lines(report)))
    context.exit(report.exit_code)


@click.command()
@archive_option
@click.option("--refused", is_flag=True, help="Only the files that gave no cable.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "jsonl"]), default="text",
              show_default=True)
@click.pass_context
def problems(context: click.Context, archive: Path, refused: bool, form: str) -> None:  # noqa: FBT001
    """List what could not be read: files that were refused, then fields that are in doubt.

    Exit code 1 says that there is nothing to list.

    \b
    Example: cables problems -a my.archive
    """
    found = False
    with Archive(archive) as reader:
        for note in reader.notes():
            if note.field and refused:
                break
            found = True
            _print(dumps(_note_record(note)) if form == "jsonl" else _note_line(note))
    context.exit(0 if found else 1)


@click.command()
@archive_option
@click.pass_context
def check(context: click.Context, archive: Path) -> None:
    """Look whether an archive is sound, and say how to mend what is not.

    \b
    Example: cables check -a my.archive
    """
    code = 0
    for finding in check_archive(archive):
        click.echo(safe_line(f"{'BAD' if finding.fault else 'ok '} {finding.what}"))
        if finding.fault:
            click.echo(f"    {safe_line(finding.fault)}")
            code = 2
    context.exit(code)


@click.command()
@archive_option
@engine_option
@jobs_option
def reindex(archive: Path, engine: str | None, jobs: int) -> None:
    """Make the index anew from the archive alone; no page is read.

    \b
    Example: cables reindex -a my.archive --engine whoosh
    """
    with Archive(archive), write_lock(archive), progress_on_terminal() as progress:
        count = rebuild(archive, engine, progress.indexed, jobs)
    click.echo(f"indexed {_counted(count, 'cable', 'cables')}")


def _given(paths: Iterable[str]) -> Iterator[str]:
    """The paths that were named; "-" stands for those on standard input."""
    for path in paths:
        if path == "-":
            yield from listed(sys.stdin.buffer)
        else:
            yield path


def _print(text: str, end: str = "\n") -> None:
    """What a page holds, to standard output: on a terminal its control characters are shown."""
    click.echo((safe(text) if sys.stdout.isatty() else text) + end, nl=False)


def _note_record(note: Note) -> dict[str, object]:
    return {"source": note.source, "id": note.cable_id, "field": note.field,
            "message": note.message}


def _note_line(note: Note) -> str:
    place = f"{note.cable_id} {note.field}".strip() or "refused"
    return safe_line(f"{note.source}: {place}: {note.message}")


def _report_lines(report: Report) -> Iterator[str]:
    """The report as a person reads it: what is none is left out, but for cables read."""
    counts = (
        ("unchanged", report.unchanged), ("replaced", report.replaced),
        ("duplicate", report.duplicate), *((f"skipped, {r}", n) for r, n in report.skipped),
    )
    yield _counted(report.seen, "file", "files") + " seen"
    yield f"{report.read:>9} read"
    yield from (f"{count:>9} {name}" for name, count in counts if count)
    if report.refused:
        yield f"{len(report.refused):>9} refused"
        yield from (f"          {safe_line(f'{s}: {reason}')}" for s, reason in report.refused)
    yield from _missing_lines(report)
    if report.problems:
        what = _counted(report.problems, "problem", "problems")
        yield f"{what} in what was read: `cables problems` lists them"
    rate = report.cables / report.seconds if report.seconds else 0
    yield _counted(report.indexed, "cable", "cables") + " indexed"
    yield f"{report.seconds:.1f} seconds, {rate:.0f} cables a second"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _missing_lines(report: Report) -> Iterator[str]:
    if report.missing:
        what = "forgotten" if report.pruned else "kept: --prune forgets them"
        yield f"{len(report.missing):>9} gone, {what}"
        yield from (f"          {safe_line(path)}" for path in report.missing)
