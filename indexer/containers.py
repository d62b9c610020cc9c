"""Members of zip and tar files, read as a stream and never unpacked to disk.

A container is known by its first bytes. One inside another is not opened.
"""

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Final

from .errors import Refused
from .sources import Entry, Found, Skipped, Unreadable, printable, read_whole
from .store import Stamp

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPRESSED: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")
_TAR: Final = b"ustar"
_TAR_AT: Final = 257

_DAMAGED: Final = (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, OSError,
                   NotImplementedError, RuntimeError, ValueError, OverflowError)
"""What Python's readers raise on containers that are damaged, encrypted or of an unknown kind."""


def container_kind(start: bytes) -> str:
    """``zip``, ``tar``, or '' for bytes that begin like neither.

    >>> container_kind(b"PK\\x03\\x04...")
    'zip'
    """
    if start.startswith(_ZIP):
        return "zip"
    if start.startswith(_COMPRESSED) or start[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        return "tar"
    return ""


def is_container(path: Path) -> bool:
    """Whether a file is a zip or tar file; False where it cannot be read, which reading tells."""
    return bool(container_kind(_start(path)))


def members(path: Path, stamp: Stamp) -> Iterator[Found]:
    """The members of a container, and where it turns out to be damaged, that."""
    inside = _zip_members if container_kind(_start(path)) == "zip" else _tar_members
    try:
        yield from inside(path, stamp)
    except _DAMAGED as error:
        yield Unreadable(stamp, f"damaged container: {error}")


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_TAR_AT + len(_TAR))
    except OSError:
        return b""


def _zip_members(path: Path, stamp: Stamp) -> Iterator[Found]:
    with zipfile.ZipFile(path) as container:
        for info in container.infolist():
            if not info.is_dir():
                # The checksum stands in for the time, which a zip file keeps to two seconds only.
                member = _member(stamp, info.filename, info.file_size, info.CRC)
                yield _entry(member, partial(container.open, info))


def _tar_members(path: Path, stamp: Stamp) -> Iterator[Found]:
    with tarfile.open(path, mode="r:*") as container:
        for info in container:
            member = _member(stamp, info.name, info.size, int(info.mtime * 1_000_000_000))
            if info.isfile():
                yield _entry(member, partial(container.extractfile, info))
            elif not info.isdir():
                yield Skipped(member.given, "not a regular file")


def _member(stamp: Stamp, name: str, size: int, mtime_ns: int) -> Stamp:
    name = printable(name)
    return Stamp(f"{stamp.path}!{name}", f"{stamp.given}!{name}", size, mtime_ns)


def _entry(member: Stamp, opened: Callable[[], IO[bytes] | None]) -> Found:
    if _hidden(member.given.rpartition("!")[2]):
        return Skipped(member.given, "hidden")
    return Entry(member, partial(_load, opened))


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any(part == "__MACOSX" or (part[:1] == "." and part.strip(".")) for part in parts)


def _load(opened: Callable[[], IO[bytes] | None]) -> bytes:
    try:
        file = opened()
        if file is None:
            raise Refused("not a regular file")
        with file:
            return read_whole(file)
    except _DAMAGED as error:
        raise Refused(f"damaged member: {error}") from error
