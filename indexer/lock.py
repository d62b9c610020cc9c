"""One writer at a time: a lock that ends with its process, and a note of who holds it."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from .errors import ArchiveError

_LOCK: Final = "writer.lock"
_HOLDER: Final = "writer.json"


@contextmanager
def write_lock(archive: Path) -> Iterator[None]:
    """Hold an archive for writing; the folder is made where there is none.

    :raises ArchiveError: where another process holds it; the message names it.
    """
    archive.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FileLock(archive / _LOCK, timeout=0)
    try:
        with lock:
            _write_holder(archive / _HOLDER)
            yield
    except Timeout as error:
        raise ArchiveError(
            f"{archive} is being written by {_holder(archive / _HOLDER)}: wait until it has ended"
        ) from error


def _write_holder(path: Path) -> None:
    holder = {
        "process": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    unfinished = path.with_suffix(".new")
    unfinished.write_text(json.dumps(holder), encoding="utf-8")
    unfinished.replace(path)


def _holder(path: Path) -> str:
    try:
        holder = json.loads(path.read_bytes())
        return f"process {holder['process']} on {holder['host']} since {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
