"""What is known of a file that a page came from: its state, its content, what became of it."""

import hashlib
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which file a page came from, and the state that the file was in."""

    path: str
    given: str
    size: int
    mtime_ns: int


class Outcome(Enum):
    """What became of a page."""

    READ = "read"
    REPLACED = "replaced"
    DUPLICATE = "duplicate"
    UNCHANGED = "unchanged"


def digest_of(data: bytes) -> bytes:
    """16 bytes that tell one content from any other's."""
    return hashlib.blake2b(data, digest_size=16).digest()
