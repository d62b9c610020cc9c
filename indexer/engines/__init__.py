"""The write halves of the engines, by name."""

from importlib import import_module
from typing import Final, cast

from ..errors import ArchiveError
from .base import WriteEngine

ENGINES: Final = ("whoosh",)


def write_engine(name: str) -> WriteEngine:
    """The write half of an engine.

    :raises ArchiveError: where there is no engine of this name.
    """
    if name not in ENGINES:
        raise ArchiveError(f"no engine {name}: there is {', '.join(ENGINES)}")
    return cast(WriteEngine, import_module(f"{__name__}.{name}"))
