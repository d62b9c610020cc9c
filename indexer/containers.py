"""Members of zip and tar files, and compressed files, as streams that are never unpacked to disk.

A container is known by its first bytes. One inside another is not opened.
"""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePath
from typing import IO, Final, cast

from .errors import Refused
from .sources import Entry, Met, Skipped, printable
from .stamp import Stamp

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OPENERS: Final[Mapping[bytes, Callable[[IO[bytes]], IO[bytes]]]] = {
    b"\x1f\x8b": lambda file: cast(IO[bytes], gzip.GzipFile(fileobj=file)),
    b"BZh": lambda file: cast(IO[bytes], bz2.BZ2File(file)),
    b"\xfd7zXZ\0": lambda file: cast(IO[bytes], lzma.LZMAFile(file)),  # noqa: SIM115 - closed by who opens it
}
_COMPRESSED: Final = tuple(_OPENERS)
_TAR: Final = b"ustar"
_TAR_AT: Final = 257

DAMAGED: Final = (tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError,
                  OSError, NotImplementedError, RuntimeError, ValueError, OverflowError)
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
    yield from _zip_members(file, stamp) if kind == "zip" else _compressed_members(file, stamp)


def _zip_members(file: IO[bytes], stamp: Stamp) -> Iterator[Met]:
    with zipfile.ZipFile(file) as container:
        for info in container.infolist():
            if not info.is_dir():
                # The checksum stands in for the time, which a zip file keeps to two seconds only.
                member = _member(stamp, info.filename, info.file_size, info.CRC)
                yield _entry(member, partial(container.open, info))


def _compressed_members(file: IO[bytes], stamp: Stamp) -> Iterator[Met]:
    """Those of a tar file that may be compressed, or the one file that is."""
    try:
        container = tarfile.open(fileobj=file, mode="r:*")  # noqa: SIM115 - closed below
    except tarfile.ReadError:
        yield _single(file, stamp)
    else:
        yield from _tar_members(container, stamp)


def _single(file: IO[bytes], stamp: Stamp) -> Met:
    """``cables.csv`` of ``cables.csv.gz``; its size is not known before it is read."""
    file.seek(0)
    start = file.read(max(map(len, _OPENERS)))
    file.seek(0)
    opened = next((one for mark, one in _OPENERS.items() if start.startswith(mark)), None)
    if opened is None:
        raise tarfile.ReadError("it begins like a tar file and is none")
    name = PurePath(stamp.given).stem
    return _entry(_member(stamp, name, stamp.size, stamp.mtime_ns), partial(opened, file))


def _tar_members(container: tarfile.TarFile, stamp: Stamp) -> Iterator[Met]:
    with container:
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
