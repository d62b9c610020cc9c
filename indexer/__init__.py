"""Cables from Python: read pages, read telegrams, name cables, build an archive.

``read_cable``, ``read_telegram``, ``canonical_id`` and ``build`` are fetched when first asked for,
so that ``import indexer`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .builder import build as build
    from .formats import read_cable as read_cable
    from .ids import canonical_id as canonical_id
    from .telegram.read import read_telegram as read_telegram

__all__ = ["build", "canonical_id", "read_cable", "read_telegram"]

_HOMES: Final = {
    "build": ".builder",
    "canonical_id": ".ids",
    "read_cable": ".formats",
    "read_telegram": ".telegram.read",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)
