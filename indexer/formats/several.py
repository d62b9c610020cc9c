"""Files of several cables: each under a name of its own, and none of them read as one cable."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ..errors import Refused
from .base import Part


def named_apart(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, a name that occurs again made unique: ``08NOWHERE12#2``.

    >>> [part.name for part in named_apart([Part("d1", b""), Part("d1", b"")])]
    ['d1', 'd1#2']
    """
    times: Counter[str] = Counter()
    for part in parts:
        times[part.name] += 1
        number = times[part.name]
        yield part if number == 1 else Part(f"{part.name}#{number}", part.data)


def no_single_cable(what: str) -> Refused:
    """The refusal of a file of several cables that is given as one."""
    return Refused(f"{what}: use read_cables, or give the file to `cables index`")
