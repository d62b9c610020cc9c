"""The write halves of the engines, by name."""

from importlib import import_module
from importlib.util import find_spec
from typing import Final, cast

from ..errors import ArchiveError
from .base import WriteEngine

ENGINES: Final = ("whoosh", "tantivy")
_EXTRAS: Final = {"tantivy": "fast"}
"""The extra of setup.cfg that installs an engine's library, which has the engine's name."""


def write_engine(name: str) -> WriteEngine:
    """The write half of an engine.

    :raises ArchiveError: where there is no engine of this name, or its library is not installed.
    """
    check_installed(name)
    return cast(WriteEngine, import_module(f"{__name__}.{name}"))


def check_installed(name: str) -> None:
    """Whether an engine can be used.

    :raises ArchiveError: where there is no engine of this name, or its library is not installed.
    """
    if name not in ENGINES:
        raise ArchiveError(f"no engine {name}: there is {', '.join(ENGINES)}")
    if not is_installed(name):
        raise ArchiveError(
            f"the engine {name} is not installed: run pip install 'cables[{_EXTRAS[name]}]'"
        )


def is_installed(name: str) -> bool:
    """Whether the library of an engine is there; nothing is imported.

    >>> is_installed("whoosh"), is_installed("abacus")
    (True, False)
    """
    return find_spec(name) is not None


def default_engine() -> str:
    """The engine of an archive that has no index yet: tantivy where it is installed."""
    return "tantivy" if is_installed("tantivy") else "whoosh"
