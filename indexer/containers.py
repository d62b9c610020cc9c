"""Members of zip and tar files, opened as streams and never unpacked to disk.

A container is known by its first bytes. One inside another is not opened.
"""

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Final

from .errors import Refused
from .sources import Entry, Met, Skipped, printable
from .store import Stamp

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPRESSED: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")
_TAR: Final = b"ustar"
_TAR_AT: Final = 257

DAMAGED: Final = (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, OSError,
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


def members(file: IO[bytes], stamp: Stamp) -> Iterator[Met]:
    """The members of an open container.

    It raises one of DAMAGED where the container turns out to be so, and so does reading a member.
    """
    kind = container_kind(file.read(_TAR_AT + len(_TAR)))
    file.seek(0)
    yield from _zip_members(file, stamp) if kind == "zip" else _tar_members(file, stamp)


def _zip_members(file: IO[bytes], stamp: Stamp) -> Iterator[Met]:
    with zipfile.ZipFile(file) as container:
        for info in container.infolist():
            if not info.is_dir():
                # The checksum stands in for the time, which a zip file keeps to two seconds only.
                member = _member(stamp, info.filename, info.file_size, info.CRC)
                yield _entry(member, partial(container.open, info))


def _tar_members(file: IO[bytes], stamp: Stamp) -> Iterator[Met]:
    with tarfile.open(fileobj=file, mode="r:*") as container:
        for info in container:
            member = _member(stamp, info.name, info.size, int(info.mtime * 1_000_000_000))
            if info.isfile():
                yield _entry(member, partial(_extracted, container, info))
            elif not info.isdir():
                yield Skipped(member.given, "not a regular file")


def _member(stamp: Stamp, name: str, size: int, mtime_ns: int) -> Stamp:
    name = printable(name)
    return Stamp(f"{stamp.path}!{name}", f"{stamp.given}!{name}", size, mtime_ns)


def _extracted(container: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    file = container.extractfile(info)
    if file is None:
        raise Refused("not a regular file")
    return file


def _entry(member: Stamp, opened: Callable[[], IO[bytes]]) -> Met:
    if _hidden(member.given.rpartition("!")[2]):
        return Skipped(member.given, "hidden")
    return Entry(member, opened)


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any(part == "__MACOSX" or (part[:1] == "." and part.strip(".")) for part in parts)
