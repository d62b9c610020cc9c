"""Where pages come from: files and folders, or a list of paths.

A folder is walked in sorted order, links are not followed, and names that begin with a dot (or
``__MACOSX``) are skipped. Whatever cannot be read is told, and the walk goes on.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from .errors import Refused
from .stamp import Stamp, digest_of

LARGEST_PAGE: Final = 16 << 20
"""Bytes; a larger page is refused."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or a member of a container: ``open`` gives its bytes as a stream that can seek.

    It is opened before the next entry is asked for, or never.
    """

    stamp: Stamp
    open: Callable[[], IO[bytes]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose bytes are at hand, yet to be read."""

    stamp: Stamp
    digest: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A page that is as it was when it was last read."""

    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, folder or container that could not be read, whole or from some point on."""

    stamp: Stamp
    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A path that names nothing (any more)."""

    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Skipped:
    """A name that the walk passed over, and by which rule."""

    given: str
    rule: str


Met = Entry | Unreadable | Gone | Skipped
"""What a walk meets."""

Found = Page | Unchanged | Unreadable | Gone | Skipped
"""What became of everything that was met, once it was opened."""


def walk(given: str) -> Iterator[Met]:
    """The files of a path, yet to be opened."""
    path = Path(given)
    if path.is_dir():
        yield from _walk_folder(path, given)
    else:
        yield _file(path, given)


def listed(lines: IO[bytes]) -> Iterator[str]:
    """The paths of a list, one a line, or parted by NUL characters; blank lines are left out.

    >>> from io import BytesIO
    >>> list(listed(BytesIO(b"a.html\\n\\nb c.html\\n")))
    ['a.html', 'b c.html']
    """
    data = lines.read()
    for line in data.split(b"\0" if b"\0" in data else b"\n"):
        if path := os.fsdecode(line.rstrip(b"\r")):
            yield path


def absolute(given: str) -> str:
    """The path that a source is known by, whatever folder it was named from."""
    return printable(os.path.abspath(given))  # noqa: PTH100  # resolve() would follow links


def printable(path: str) -> str:
    """A path as text that can be kept: a byte of it that is no UTF-8 is written ``\\xff``.

    >>> printable("caf\\udce9.html")
    'caf\\\\xe9.html'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def page_of(stamp: Stamp, data: bytes) -> Page:
    """The page of these bytes."""
    return Page(stamp, digest_of(data), data)


def read_whole(file: IO[bytes]) -> bytes:
    """The bytes of an open page.

    :raises Refused: where there are more than LARGEST_PAGE.
    """
    data = file.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise Refused(f"larger than {LARGEST_PAGE >> 20} MiB")
    return data


def reason_of(error: OSError) -> str:
    """What an error of the file system says.

    >>> reason_of(FileNotFoundError(2, "No such file or directory", "a.html"))
    'no such file or directory'
    """
    return (error.strerror or type(error).__name__).lower()


def _walk_folder(folder: Path, given: str) -> Iterator[Met]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield Unreadable(_stamp(given, None), reason_of(error))
        return
    for path in paths:
        inside = os.path.join(given, path.name)  # noqa: PTH118  # Path would drop "./"
        if path.name.startswith(".") or path.name == "__MACOSX":
            yield Skipped(printable(inside), "hidden")
        elif path.is_symlink():
            yield Skipped(printable(inside), "link")
        elif path.is_dir():
            yield from _walk_folder(path, inside)
        else:
            yield _file(path, inside)


def _file(path: Path, given: str) -> Met:
    try:
        status = path.stat()
    except FileNotFoundError:
        return Gone(_stamp(given, None))
    except OSError as error:
        return Unreadable(_stamp(given, None), reason_of(error))
    if not path.is_file():
        return Skipped(printable(given), "not a regular file")
    return Entry(_stamp(given, status), lambda: path.open("rb"))


def _stamp(given: str, status: os.stat_result | None) -> Stamp:
    size, mtime = (status.st_size, status.st_mtime_ns) if status else (-1, -1)
    return Stamp(absolute(given), printable(given), size, mtime)
