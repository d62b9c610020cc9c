"""Searching an archive of cables from Python: ``open_archive`` and ``parse``.

Both are fetched when first asked for, so that ``import queries`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .parser import parse as parse
    from .search import open_archive as open_archive

__all__ = ["open_archive", "parse"]

_HOMES: Final = {"open_archive": ".search", "parse": ".parser"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)
