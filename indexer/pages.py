"""Every page of a file, a folder or a container, in an order that is always the same."""

from collections.abc import Callable, Iterator

from .containers import is_container, members
from .sources import Entry, Found, Unchanged, walk
from .store import Stamp


def find_pages(given: str, is_unchanged: Callable[[Stamp], bool]) -> Iterator[Found]:
    """The pages of a path, and what could not be read; one that ``is_unchanged`` is not opened."""
    for found in walk(given):
        if not isinstance(found, Entry):
            yield found
        elif is_unchanged(found.stamp):
            yield Unchanged(found.stamp)
        elif found.path and is_container(found.path):
            yield from _members(found, is_unchanged)
        else:
            yield found


def _members(container: Entry, is_unchanged: Callable[[Stamp], bool]) -> Iterator[Found]:
    if container.path is None:
        return
    for member in members(container.path, container.stamp):
        if isinstance(member, Entry) and is_unchanged(member.stamp):
            yield Unchanged(member.stamp)
        else:
            yield member
