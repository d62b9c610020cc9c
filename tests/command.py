"""The command ``cables`` run in this process: its exit code, and what it says."""

from typing import TypeAlias

import pytest

from queries.cli import main

Shown: TypeAlias = pytest.CaptureFixture[str]


def run(shown: Shown, *arguments: str) -> tuple[int, str, str]:
    """The exit code, standard output and standard error."""
    code = main(arguments)
    out, err = shown.readouterr()
    return code, out, err
