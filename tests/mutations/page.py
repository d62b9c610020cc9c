"""A broken page: what was done to it, and its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page to read: ``name`` says what was done to it, ``source`` is the page that it was."""

    name: str
    source: str
    data: bytes
