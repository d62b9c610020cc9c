"""Searching an archive of cables from Python: ``open_archive`` and ``parse``.

Both are fetched when first asked for, so that ``import queries`` costs nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .parse import parse as parse
    from .search import open_archive as open_archive

__all__ = ["open_archive", "parse"]

_HOMES: Final = {"open_archive": ".search", "parse": ".parse"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)


class _Package(ModuleType):
    """This package: Python binds a module to its name here when it is imported, but ``parse`` is
    the function, whatever was imported before."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOMES:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
