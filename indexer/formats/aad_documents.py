"""A file of several documents, one after the other, parted as a stream."""

import re
from collections.abc import Iterator
from typing import Final

from .aad_text import HEADING
from .base import Part

LARGEST: Final = 8 << 20
"""Bytes of one document; what stands beyond them up to the next heading is left out."""

_HEADING: Final = re.compile(HEADING.encode(), re.MULTILINE)
_NUMBER: Final = re.compile(
    rb"^[ \t]*+(?:Document Number|Message ID)[ \t]*+:[ \t]*+(?!n/a)'?([^\r\n']{1,60})",
    re.MULTILINE,
)


def holds_many(start: bytes) -> bool:
    """Whether a heading occurs for a second time.

    >>> one = b"Message Text\\n\\nUNCLAS ROME 12\\nMessage Attributes\\nFrom: ROME\\n"
    >>> holds_many(one), holds_many(one + one)
    (False, True)
    """
    if start.count(b"Message Text") < 2 and start.count(b"Message Attributes") < 2:
        return False
    headings = [heading[1] for heading in _HEADING.finditer(start)]
    return len(headings) > len(set(headings))


def split(lines: Iterator[bytes]) -> Iterator[Part]:
    """Each document, named by its number as found, else by its place.

    >>> lines = [b"Message Text\\n", b"A\\n", b"Message Text\\n", b"Message Attributes\\n",
    ...     b"Document Number: 1974ROME00012\\n"]
    >>> [(part.name, len(part.data)) for part in split(iter(lines))]
    [('document 1', 15), ('1974ROME00012', 63)]
    """
    for place, data in enumerate(_documents(lines), 1):
        found = _NUMBER.search(data)
        name = found[1].decode("utf-8", "replace").strip() if found else ""
        yield Part(name or f"document {place}", data)


def _documents(lines: Iterator[bytes]) -> Iterator[bytes]:
    """A document ends where it would have one heading twice, or a text behind its attributes."""
    gathered = bytearray()  # a list of its lines would take many times their size
    headings: set[bytes] = set()
    for line in lines:
        if line.lstrip().startswith(b"Message ") and (found := _HEADING.match(line)):
            if found[1] in headings or b"Attributes" in headings:
                yield bytes(gathered)
                gathered, headings = bytearray(), set()
            headings.add(found[1])
        if len(gathered) < LARGEST:
            gathered += line
    if headings:
        yield bytes(gathered)
