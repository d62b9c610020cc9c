"""Texts made to be slow for a pattern, from its own parse tree, and how long they take."""

import re
import time
from collections.abc import Iterator
from typing import Final

from .alphabet import Pattern
from .backtracking import finder

SHORT: Final = 4_000
"""Characters of an attack; the longer one has twice as many."""

SOON: Final = 0.02
"""Seconds for the longer attack, which are always allowed."""

LARGEST_GROWTH: Final = 2.6
"""How much longer twice as many characters may take."""

_ENDS: Final = ("\x00", "A")
_TRIES: Final = 3


def attacks(pattern: Pattern) -> Iterator[tuple[str, str, str]]:
    """Prefix, pump and end: into each repeat and round it, also with the prefix again and again.

    >>> list(attacks(re.compile("xa*b")))[:2]
    [('x', 'a', '\\x00'), ('', 'xaa', '\\x00')]
    """
    repeats = finder(pattern)
    words = [
        (fault.prefix + fault.pump[:turn], fault.pump[turn:] + fault.pump[:turn])
        for fault in repeats.faults(searched=True) for turn in range(len(fault.pump))
    ]
    for prefix, word in dict.fromkeys((*repeats.runs(), *words)):
        for end in _ENDS:
            yield prefix[:-1] if prefix[-1:] == word[-1:] else prefix, word, end
            yield "", prefix + word, end


def slow_attack(pattern: Pattern, length: int = SHORT, soon: float = SOON) -> str:
    """The attack that takes more than linear time, with its times; '' if none does."""
    for attack in attacks(pattern):
        long = _seconds(pattern, _text(attack, 2 * length))
        if long > soon:
            short = min(_seconds(pattern, _text(attack, length)) for _ in range(_TRIES))
            long = min(_seconds(pattern, _text(attack, 2 * length)) for _ in range(_TRIES))
            if long > soon and long > LARGEST_GROWTH * short:
                return f"{attack}: {short:.3f} s, twice the length {long:.3f} s"
    return ""


def longest_time(pattern: Pattern, length: int) -> float:
    """The seconds of the slowest attack of this length."""
    return max((_seconds(pattern, _text(attack, length)) for attack in attacks(pattern)), default=0)


def texts(pattern: Pattern, longest: int) -> Iterator[str]:
    """The attacks of this length."""
    return (_text(attack, longest)[-longest:] for attack in attacks(pattern))


def _text(attack: tuple[str, str, str], length: int) -> str:
    prefix, pump, end = attack
    return prefix + pump * (length // len(pump)) + end


def _seconds(pattern: Pattern, text: str) -> float:
    """Process time for every match of a text."""
    start = time.process_time()
    if isinstance(pattern.pattern, bytes):
        _exhaust(pattern, text.encode("latin-1"))
    else:
        _exhaust(pattern, text)
    return time.process_time() - start


def _exhaust(pattern: "re.Pattern[str] | re.Pattern[bytes]", text: str | bytes) -> None:
    for _ in pattern.finditer(text):  # type: ignore[arg-type]
        pass
