"""The files of a tantivy index: opened, proved, and what is wrong with them told.

Bytes that were changed on a disk can make tantivy stumble, and print where, or run for ever. Each
of its files has a checksum at its end: reading them all takes too long for a search, and is what
`cables check` does first.
"""

import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import tantivy

from ..errors import ArchiveError
from .layout import damaged

_TRAILER: Final = struct.Struct("<II")  # the length of what stands before it, a magic number
_MAGIC: Final = 1337
_CHUNK: Final = 1 << 20


def open_files(folder: Path) -> tantivy.Index:
    """The index in this folder, as of its last commit; a writer may be at work meanwhile.

    :raises ArchiveError: where it is damaged.
    """
    with damage_told(folder):
        _check_positions(folder)
        return tantivy.Index.open(str(folder))


def check_sums(folder: Path) -> None:
    """Read every file and compare its checksum.

    :raises ArchiveError: where one is not as it was written.
    """
    with damage_told(folder):
        for path in sorted(folder.glob("[!.]*")):
            if path.suffix != ".json" and not _is_sound(path):
                raise ValueError(f"{path.name} was changed")


@contextmanager
def damage_told(folder: Path) -> Iterator[None]:
    """Within it, what tantivy cannot read is an ArchiveError with the remedy."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise damaged(folder, str(error)) from error
    except BaseException as error:
        if is_panic(error):
            raise damaged(folder, "tantivy stumbled over it") from error
        raise


@contextmanager
def unwritten_told(folder: Path) -> Iterator[None]:
    """Within it, what tantivy cannot write is an ArchiveError with the remedy. A panic comes from
    what it read meanwhile, and is told as damage."""
    with damage_told(folder):
        try:
            yield
        except (ValueError, OSError) as error:
            raise _unwritten(folder, str(error)) from error


def is_panic(error: BaseException) -> bool:
    """Whether this is a fault inside tantivy: its kind has no name to be caught by, and is no
    Exception."""
    return type(error).__name__ == "PanicException"


def _unwritten(folder: Path, reason: str) -> ArchiveError:
    archive = folder.parent.parent
    return ArchiveError(
        f"the index in {folder} could not be written ({reason}): free some space or mend the"
        f" rights, then run `cables index` again; if that does not help,"
        f" `cables reindex -a {archive}`"
    )


def _check_positions(folder: Path) -> None:
    """A file of positions that is missing is noticed by tantivy when it is too late."""
    segments = [path for path in folder.glob("*.idx") if not path.with_suffix(".pos").exists()]
    if segments:  # or a writer removes files that the list of segments named no longer
        named = (folder / "meta.json").read_text("utf-8").replace("-", "")
        for path in segments:
            if path.stem in named:
                raise ValueError(f"{path.stem}.pos is missing")


def _is_sound(path: Path) -> bool:
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END) - _TRAILER.size
        if end < 0:
            return False
        file.seek(end)
        length, magic = _TRAILER.unpack(file.read())
        if magic != _MAGIC or length > end:
            return False
        file.seek(end - length)
        footer = file.read(length)
        file.seek(0)
        found, left = 0, end - length
        while left:
            chunk = file.read(min(left, _CHUNK))
            found, left = zlib.crc32(chunk, found), left - len(chunk)
    return b'"crc":%d}' % found in footer
