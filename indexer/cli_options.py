"""Options that several commands share, declared once."""

from pathlib import Path

import click

archive_option = click.option(
    "-a", "--archive", type=click.Path(file_okay=False, path_type=Path),
    envvar="CABLES_ARCHIVE", default="cables.archive", show_default=True, show_envvar=True,
    help="The archive's folder.",
)
