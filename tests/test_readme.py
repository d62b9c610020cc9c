"""The README, followed as a newcomer would: every command runs and prints what it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .readme import NOT_RUN, ROOT, examples, make_place, matches, run

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_prints_what_the_readme_says(tmp_path: Path) -> None:
    make_place(tmp_path)
    for example in examples(README):
        if example.command not in NOT_RUN:
            printed = run(example.command, tmp_path)
            assert matches(example, printed), f"$ {example.command}\n{printed}"


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    make_place(tmp_path)
    run("cables index sample/cable sample/text", tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 2
    for block in blocks:
        done = subprocess.run(
            [sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.stdout, done.stderr


def test_the_commands_that_are_not_run_here_are_run_elsewhere() -> None:
    commands = [example.command for example in examples(README)]
    assert [command for command in commands if command in NOT_RUN] == ["make demo", "make test"]
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project's files, as in a fresh clone."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_make_demo_works_in_a_fresh_clone_and_leaves_a_search_ready_to_type(clone: Path) -> None:
    done = subprocess.run(["make", "demo"], cwd=clone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "0 refused" not in done.stdout
    found = subprocess.run(
        [".venv/bin/cables", "search", "harbor", "-f", "ids"], cwd=clone, capture_output=True,
        text=True, check=True,
    ).stdout.split()
    assert len(found) > 3
