"""Numbers in a text that a telegram quotes: they are that text's own, not the telegram's."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

_MOST: Final = 50
_GAP: Final = 20  # white space between a colon and a list
_BEGIN: Final = re.compile(r"\bBEGIN (?:[A-Z][A-Z-]*+ ?){1,5}", re.IGNORECASE)
_END: Final = re.compile(r"\bEND (?:OF )?[A-Z]", re.IGNORECASE)
# The marks around a text of another; a summary and a comment are the telegram's own.
_OPEN: Final = re.compile(
    r"\b(?:(?:BEGIN|Begin) (?!(?i:EXECUTIVE|INTRODUCTION|SUMMARY|COMMENT)\b)[A-Za-z]"
    r"|QUOTE\b|Quote:)"
)
_CLOSE: Final = re.compile(r"\b(?:(?:END|End) (?:OF |of )?[A-Za-z]|UNQUOTE\b|Unquote\b)")


def quoted(text: str, places: Sequence[int], numbers: Sequence[int]) -> frozenset[int]:
    """Which of the numbers, by their order, stand in a quoted text.

    ``places`` says where each stands. A quoted text is one between BEGIN and END, or a list behind
    a colon, that numbers from 1, while the number behind it is one more than the number before it.

    >>> text = "1 2 BEGIN TEXT 1 2 3 END TEXT 3"
    >>> sorted(quoted(text, (0, 2, 15, 17, 19, 30), (1, 2, 1, 2, 3, 3)))
    [2, 3, 4]
    """
    inside: set[int] = set()
    for begin in islice(_BEGIN.finditer(text), _MOST):
        end = _END.search(text, begin.end())
        if not end:
            break
        within = [n for n, place in enumerate(places) if begin.end() <= place < end.start()]
        if within and _stands_apart(numbers, within[0], within[-1]):
            inside.update(within)
    inside.update(_listed(text, places, numbers))
    return frozenset(inside)


def _listed(text: str, places: Sequence[int], numbers: Sequence[int]) -> Iterator[int]:
    """The numbers of lists from 1 on behind a colon, where the paragraphs go on behind them."""
    for first in range(1, len(numbers) - 1):
        above = text[max(0, places[first] - _GAP) : places[first]]
        if numbers[first] != 1 or not above.rstrip().endswith(":"):
            continue
        last = first
        while last + 1 < len(numbers) and numbers[last + 1] == numbers[last] + 1:
            last += 1
        if _stands_apart(numbers, first, last):
            yield from range(first, last + 1)


def _stands_apart(numbers: Sequence[int], first: int, last: int) -> bool:
    if first == 0 or last + 1 == len(numbers) or numbers[first] != 1:
        return False
    return numbers[last + 1] == numbers[first - 1] + 1


def is_quoted(text: str, place: int) -> bool:
    """Does a place stand between the marks of a quoted text, whatever its numbers are?

    >>> is_quoted("QUOTE 1 UNQUOTE 2", 6), is_quoted("QUOTE 1 UNQUOTE 2", 16)
    (True, False)
    """
    return any(start < place < end for start, end in _quotations(text))


@lru_cache(maxsize=1)  # asked for many places of one text
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_between_marks(text))


def _between_marks(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for _ in range(_MOST):
        opened = _OPEN.search(text, end)
        closed = _CLOSE.search(text, opened.end()) if opened else None
        if not opened or not closed:
            return
        end = closed.end()
        yield opened.start(), closed.start()
