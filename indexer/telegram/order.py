"""The executive order that a telegram was classified under, however its number is spelt."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ..dates import ORDERS
from .slips import slips

_DIGITS: Final = str.maketrans("lIiOoSB", "1110058")

_NUMBER: Final = re.compile(
    r"[\s:.#-]*+(?:NO\.?\s?|\(E\.?O\.?\)\s?)?"
    r"(\d?[1lI](?:[ ,.-]?[\dOSB]){3,4}\d?|[2-3]\d{3})(?!\d|/\d\d?/)",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"(?:[\s:;.,/(-]*+(?:E\.?\s?O\.?\s?1\d{4}|AND\s1[23]\d{3}|(?<=/)1[23]\d{3}|AS\sAMENDED)\)?)++",
    re.IGNORECASE,
)


# Lines repeat from cable to cable.
@lru_cache(maxsize=4096)
def split_order(text: str, year: str = "") -> tuple[str, str]:
    """The order's number and the text behind it; ``year`` is the cable's, four digits, if known.

    A number with a slip in it is the order that was meant, if there is one; any other is kept.

    >>> split_order(" 12598: DECL: OADR"), split_order(" 12 958, AS AMENDED: N/A")
    (('12958', ': DECL: OADR'), ('12958', ': N/A'))
    >>> split_order(" 13224 DESIGNATION"), split_order(": N/A")
    (('13224', ' DESIGNATION'), ('', ': N/A'))
    """
    found = _NUMBER.match(text)
    if not found:
        return "", text
    again = _AGAIN.match(text, found.end())
    digits = re.sub(r"[ ,.-]", "", found[1]).translate(_DIGITS)
    return _meant(digits, year), text[again.end() if again else found.end() :]


def _meant(digits: str, year: str) -> str:
    if digits in ORDERS:
        return digits
    near = list(_near(digits))
    if len(near) > 1 and year:
        near = [order for order in near if ORDERS[order] <= int(year)] or near
    return near[-1] if near else digits


def _near(digits: str) -> Iterator[str]:
    """The orders that are one slip away, of them those with the same digits; else those alone."""
    slipped = [order for order in ORDERS if slips(order, digits) == 1]
    same = [order for order in slipped or ORDERS if sorted(order) == sorted(digits)]
    yield from same or slipped
