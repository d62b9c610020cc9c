"""Every page of a file, a folder, a container or a collection, in an order that is always the same.

A container (zip, tar) holds files; a collection (a dump, a volume) holds cables. A collection may
be in a container; a container in a container is not opened.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO, Final

from .containers import DAMAGED, container_kind, members
from .errors import Refused
from .formats import collection_of
from .formats.base import Collection
from .sources import (
    Entry,
    Found,
    Met,
    Unchanged,
    Unreadable,
    page_of,
    read_whole,
    reason_of,
    walk,
)
from .stamp import Stamp

_START: Final = 1 << 20  # bytes by which a collection is known

IsUnchanged = Callable[[Stamp], bool]
Inside = Callable[[IO[bytes], Stamp, IsUnchanged], Iterator[Found]]


def _never(_: Stamp) -> bool:
    return False


def find_pages(given: str, is_unchanged: IsUnchanged = _never) -> Iterator[Found]:
    """The pages of a path, and what could not be read; one that ``is_unchanged`` is not opened."""
    for met in walk(given):
        yield from _opened(met, is_unchanged, _file_pages, (OSError,))


def pages_of(file: IO[bytes], stamp: Stamp) -> Iterator[Found]:
    """The page that an open file is, or those of the collection that it is."""
    return _opened(Entry(stamp, lambda: file), _never, _pages, (OSError,))


def _opened(
    met: Met, is_unchanged: IsUnchanged, inside: Inside, errors: tuple[type[Exception], ...]
) -> Iterator[Found]:
    """What is ``inside`` a file or a member, and, where it breaks off, that."""
    if not isinstance(met, Entry):
        yield met
    elif is_unchanged(met.stamp):
        yield Unchanged(met.stamp)
    else:
        try:
            with met.open() as file:
                yield from inside(file, met.stamp, is_unchanged)
        except Refused as refused:
            yield Unreadable(met.stamp, str(refused))
        except errors as error:
            yield Unreadable(met.stamp, _what_failed(error))


def _what_failed(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return reason_of(error)
    return f"damaged: {error}"


def _file_pages(file: IO[bytes], stamp: Stamp, is_unchanged: IsUnchanged) -> Iterator[Found]:
    kind = container_kind(file.read(_START))
    file.seek(0)
    if kind:
        yield from _container_pages(file, stamp, is_unchanged)
    else:
        yield from _pages(file, stamp, is_unchanged)


def _container_pages(file: IO[bytes], stamp: Stamp, is_unchanged: IsUnchanged) -> Iterator[Found]:
    try:
        for member in members(file, stamp):
            yield from _opened(member, is_unchanged, _pages, DAMAGED)
    except DAMAGED as error:
        yield Unreadable(stamp, f"damaged container: {error}")


def _pages(file: IO[bytes], stamp: Stamp, is_unchanged: IsUnchanged) -> Iterator[Found]:
    """The page that a file is, or those of the collection that it is."""
    collection = collection_of(file.read(_START))
    file.seek(0)
    if collection:
        yield from _parts(collection, file, stamp, is_unchanged)
    else:
        yield page_of(stamp, read_whole(file))


def _parts(
    collection: Collection, file: IO[bytes], stamp: Stamp, is_unchanged: IsUnchanged
) -> Iterator[Found]:
    """The cables of a collection; each has its own size, and the time of the whole file."""
    for part in collection.split(file):
        own = replace(stamp, path=f"{stamp.path}!{part.name}", given=f"{stamp.given}!{part.name}",
                      size=len(part.data))
        yield Unchanged(own) if is_unchanged(own) else page_of(own, part.data)
