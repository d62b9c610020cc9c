"""Worker processes end with the process that started them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

_WATCHED = """
import os, sys, time
from indexer.orphans import end_with_parent

end_with_parent(os.getppid() if sys.argv[1] == "alive" else os.getpid())
time.sleep(float(sys.argv[2]))
"""


def _run(parent: str, seconds: float) -> int:
    return subprocess.run(
        [sys.executable, "-c", _WATCHED, parent, str(seconds)],
        cwd=Path(__file__).parent.parent, timeout=20, check=False,
    ).returncode


def test_a_process_whose_parent_was_killed_before_it_could_ask_ends() -> None:
    assert _run("killed", 60) == -signal.SIGTERM


def test_a_process_whose_parent_lives_goes_on() -> None:
    assert _run("alive", 1.5) == os.EX_OK
