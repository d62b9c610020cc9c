"""Regular expressions of :func:`queries.regular.linear_regex`, run by RE2: whatever a user asks
and whatever the texts are, in time that goes with their length."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final, Protocol, cast

from .errors import fault

_ENCODING: Final = ("utf-8", "surrogatepass")
_MEMORY: Final = (8 << 20, 64 << 20)  # bytes for a program: RE2's own limit, then a larger one
_REMEMBERED: Final = 4  # they may be large


class _Match(Protocol):
    def start(self) -> int: ...


class _Program(Protocol):
    def fullmatch(self, text: bytes) -> _Match | None: ...
    def finditer(self, text: bytes) -> Iterator[_Match]: ...


def whole(regex: str) -> Callable[[str], bool]:
    """The test of matching as a whole.

    :raises QueryError: ``bad-regex``, where the pattern is too large.

    >>> whole("miss[iy]le")("missile"), whole("miss")("missile")
    (True, False)
    """
    program = _program(regex)
    return lambda term: program.fullmatch(term.encode(*_ENCODING)) is not None


def among(regex: str, terms: Sequence[str]) -> Iterator[int]:
    """The places of those terms that match as a whole, ascending; no term may have a line break.

    :raises QueryError: ``bad-regex``, where the pattern is too large.

    >>> list(among(".*ile", ["missile", "silo", "while"]))
    [0, 2]
    >>> list(among("0*", ["0", ""]))
    [0, 1]
    """
    if not terms:
        return
    program = _program(f"(?m)^(?:{regex})$")
    text = "\n".join(terms).encode(*_ENCODING)
    index = place = 0
    last = -1
    for found in program.finditer(text):
        index += text.count(b"\n", place, found.start())
        place = found.start()
        if index > last:  # an empty term at the end is found twice
            yield index
        last = index


@lru_cache(_REMEMBERED)
def _program(regex: str) -> _Program:
    import re2  # costs start-up time where no pattern is asked

    for memory in _MEMORY:
        options = re2.Options()
        options.max_mem = memory
        options.never_nl = True
        options.log_errors = False
        try:
            return cast(_Program, re2.compile(regex, options))
        except re2.error as error:
            if b"too large" not in error.args[0]:
                raise
        finally:
            re2.purge()  # it would keep a hundred of them
    raise fault("bad-regex", "", 0, 0, reason="it is too large", instead="ask for fewer repeats")
