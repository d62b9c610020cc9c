"""Numbers in a text that a telegram quotes: they are that text's own, not the telegram's."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

_MOST: Final = 50
_BEGIN: Final = re.compile(r"\bBEGIN (?:[A-Z][A-Z-]*+ ?){1,5}", re.IGNORECASE)
_END: Final = re.compile(r"\bEND (?:OF )?[A-Z]", re.IGNORECASE)


def quoted(text: str, places: Sequence[int], numbers: Sequence[int]) -> frozenset[int]:
    """Which of the numbers, by their order, stand in a quoted text.

    ``places`` says where each stands. A quoted text is one between BEGIN and END that numbers from
    1, while the number behind it is one more than the number before it.

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
    return frozenset(inside)


def _stands_apart(numbers: Sequence[int], first: int, last: int) -> bool:
    if first == 0 or last + 1 == len(numbers) or numbers[first] != 1:
        return False
    return numbers[last + 1] == numbers[first - 1] + 1
