"""Header and body of a telegram that were joined without a separator, parted again by its number.

``TO SECSTATE WASHDC PRIORITY 0012UNCLAS SECTION 01 OF 02 NOWHERE 000012``: a level in mid-line
could be prose, but not where the cable's own post and number follow it.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ..ids import split_id
from ..telegram.levels import GLUED_LEVEL, LEVEL, spaced
from ..telegram.marking_line import read_rest
from ..telegram.read import split_routing

_HEAD: Final = 40_000  # characters in which the classification line begins
_LINE: Final = 200  # from the level to the number, a line end among them
_MOST: Final = 50
_LEVEL: Final = re.compile(f"{LEVEL}|{GLUED_LEVEL}", re.IGNORECASE)
_CORRECTED: Final = re.compile(
    rf"[/*( \t]{{0,9}}{spaced('CORRECTED')}[ \t]*+{spaced('COPY')}[^\n]{{0,100}}+\s{{0,40}}+\Z",
    re.IGNORECASE,
)

_LABEL: Final = re.compile(
    r"^[ \t]*+(?:E\.?O\.? ?1\d{4}|TAGS\b|SUBJ(?:ECT)?:|¶? ?1\. )", re.MULTILINE | re.IGNORECASE
)


def part_at_number(text: str, number: str) -> tuple[str, str]:
    """Header and body of the cable that has this number, in any style.

    Where the number is in no classification line, they are parted as in any text. Where there is
    no such line, but a body's label, all is the body, which is what is searched.

    >>> part_at_number("FM NOWHERE\\nTO SECSTATE 0012UNCLAS NOWHERE 000012", "08NOWHERE12")
    ('FM NOWHERE\\nTO SECSTATE 0012', 'UNCLAS NOWHERE 000012')
    """
    start = _classification_line(text, number)
    header, body = (text[:start], text[start:]) if start >= 0 else split_routing(text)
    return ("", text) if not body and _LABEL.search(text) else (header, body)


def _classification_line(text: str, number: str) -> int:
    """Where the first level begins that the post and the serial follow, -1 if there is none."""
    own = split_id(number)
    for end in _places(text, own.serial) if own.serial else ():
        low = max(0, end - _LINE)
        for found in _LEVEL.finditer(text, low, end):
            rest = read_rest(text[found.end() : end])
            if (rest.post, rest.serial, rest.strange) == (own.post, own.serial, ""):
                return _with_corrected(text, found.start())
    return -1


def _places(text: str, serial: int) -> Iterator[int]:
    """Where the serial ends, each time that it is printed in the head of a text."""
    printed = re.compile(rf"(?<![0-9])0{{0,8}}{serial}(?![0-9])")
    return (found.end() for found in islice(printed.finditer(text, 0, _HEAD), _MOST))


def _with_corrected(text: str, start: int) -> int:
    """The classification line with the words CORRECTED COPY above it."""
    low = max(0, start - _LINE)
    above = _CORRECTED.search(text[low:start])
    return low + above.start() if above else start
