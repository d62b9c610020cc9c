"""The commands of a document and what they print: read, run, compared, and written anew.

A block that begins ``console`` holds commands behind ``$ `` and below each what it prints. A line
``...`` stands for any lines, and ``...`` inside a line for any characters. ``python -m tests.readme
README.md`` runs every command and writes what it printed into the document.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
NOT_RUN: Final = ("make test", "make demo")
"""Run elsewhere: the first is what runs this, the second has a test of its own."""

_BLOCK: Final = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VARYING: Final = re.compile(r"\d+\.\d seconds, \d+ cables a second")


@dataclass(frozen=True, slots=True)
class Example:
    """A command, and what the document says that it prints."""

    command: str
    output: str


def examples(document: str) -> list[Example]:
    """The examples of a document in their order."""
    found: list[Example] = []
    for block in _BLOCK.findall(document):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Example(command, output))
    return found


def make_place(folder: Path) -> None:
    """What a newcomer has: the project's sample, in an otherwise empty folder."""
    shutil.copytree(ROOT / "sample", folder / "sample")
    for path in sorted((folder / "sample").rglob("*")):
        os.utime(path, (1_700_000_000, 1_700_000_000))


def run(command: str, folder: Path) -> str:
    """What a command prints, standard error below standard output."""
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "COLUMNS": "80",
        "NO_COLOR": "1", "CABLES_ARCHIVE": "cables.archive",
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True,
        check=False,
    )
    return done.stdout + done.stderr


def matches(example: Example, printed: str) -> bool:
    """Whether a command printed what the document says."""
    pattern = re.escape(example.output)
    pattern = re.sub(r"(?m)^\\\.\\\.\\\.\n", r"(?:.*\n)*?", pattern).replace(r"\.\.\.", r".*?")
    return re.fullmatch(pattern, printed) is not None


def updated(document: str, folder: Path) -> str:
    """The document with what its commands print now; one that still matches stays as it is."""
    def write(block: re.Match[str]) -> str:
        parts = []
        for example in examples(block[0]):
            printed = "" if example.command in NOT_RUN else run(example.command, folder)
            output = example.output if matches(example, printed) else printed
            output = _VARYING.sub("... seconds, ... cables a second", output)
            parts.append(f"$ {example.command}\n{output}")
        return f"```console\n{''.join(parts)}```"
    return _BLOCK.sub(write, document)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as temporary:
            make_place(Path(temporary))
            path = Path(name)
            path.write_text(updated(path.read_text("utf-8"), Path(temporary)), "utf-8")
