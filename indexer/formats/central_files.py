"""What the State Department's central files of 1973 to 1979 say of a document, whoever shows them.

The National Archives' export (form ``aad``) and PlusD come from the same files: both have the marks
that the archive put on a text, and the same values for order, handling restrictions and release.
"""

import re
from collections.abc import Iterable
from typing import Final

from ..dates import table_time
from ..telegram.marking_line import leading_caveats
from .printed import level, value

END_OF_DOCUMENT: Final = "<< END OF DOCUMENT >>"

_STAMPED: Final = "Declassified/Released"
_STAMP: Final = (_STAMPED, "Department of State", "Systematic Review")
_LONGEST_STAMP: Final = 200
_END_MARK: Final = re.compile(r"<<\s{0,9}END OF DOCUMENT\s{0,9}>>\s*+\Z")
_RELEASED: Final = re.compile(r"Released\b[^|]{0,100}?\b(\d{1,2} [A-Za-z]{3,9} \d{4})\b")
_ORDER_LABEL: Final = re.compile(r"E\.?\s?O(?![A-Za-z])\.?[\s:]*+")
_ORDER_NUMBER: Final = re.compile(r"1\d{4}\b")
_LISTED: Final = re.compile(r"[,;|\n]")


def is_stamp(line: str) -> bool:
    """Whether a line is the archive's stamp from the margin, which is no part of a telegram.

    >>> is_stamp("Declassified/Released US Department of State EO Systematic Review 30 JUN 2005")
    True
    """
    return len(line) < _LONGEST_STAMP and all(words in line for words in _STAMP)


def without_marks(text: str) -> str:
    """The text without the archive's stamps, and without its mark behind the end.

    >>> without_marks("NO FISH.\\n\\n<< END OF DOCUMENT >>\\n")
    'NO FISH.'
    """
    if _STAMPED in text:
        text = "\n".join(line for line in text.split("\n") if not is_stamp(line))
    return _END_MARK.sub("", text).rstrip()


def release_day(markings: str) -> str:
    """The day in a stamp, ISO; '' where there is none.

    >>> release_day("Declassified/Released US Department of State 30 JUN 2005")
    '2005-06-30'
    """
    found = _RELEASED.search(" ".join(markings.split()))
    return table_time(found[1]) if found else ""


def behind_order_label(printed: str) -> str:
    """What a telegram has behind ``E.O.``: many values are a schedule alone, without a number.

    >>> behind_order_label("E.O. 11652: GDS"), behind_order_label("EO11652 GDS")
    ('11652: GDS', '11652 GDS')
    >>> behind_order_label("E.O. GS"), behind_order_label("XGDS-1"), behind_order_label("")
    (': GS', ': XGDS-1', '')
    """
    if label := _ORDER_LABEL.match(printed):
        printed = printed[label.end() :]
    return printed if not printed or _ORDER_NUMBER.match(printed) else f": {printed}"


def restrictions(printed: str) -> list[str]:
    """The items of a list of handling restrictions, without what explains them.

    >>> restrictions("EXDIS - Exclusive Distribution Only | n/a")
    ['EXDIS']
    """
    items = (value(item).partition(" - ")[0].strip() for item in _LISTED.split(printed))
    return [item for item in items if item]


def caveats_of(printed_level: str, items: Iterable[str]) -> str:
    """The caveats behind a level and among restrictions, once each, a line for each.

    >>> caveats_of("SECRET NODIS", ["EXDIS", "ONLY"]).split()
    ['NODIS', 'EXDIS']
    """
    listed = (caveat for item in items for caveat in leading_caveats(item)[0])
    return "\n".join(dict.fromkeys((*level(printed_level).caveats, *listed)))
