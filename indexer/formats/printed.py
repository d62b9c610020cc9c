"""Values as publishers print them beside a telegram: words for none, levels, partial extracts."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from ..telegram.classification import Marking, read_marking

_NONE: Final = frozenset(
    ("", "n/a", "na", "n/a or blank", "none", "null", "blank", "not assigned", "not applicable",
     "not available")
)  # fmt: skip
_AROUND: Final = " -\u2013\u2014.:|,;"
_LONGEST_LEVEL: Final = 60
_OF_LEVEL: Final = ("FOUO", "NOFORN")
_PARTIAL: Final = "This record is a partial extract"


def value(text: str) -> str:
    """The value on one line, '' where the publisher's words say that there is none.

    >>> value(" Embassy\\n Nowhere "), value("-- N/A or Blank --"), value("-- Not Assigned --")
    ('Embassy Nowhere', '', '')
    """
    line = " ".join(text.split())
    return "" if line.strip(_AROUND).casefold() in _NONE else line


@lru_cache(maxsize=1024)
def level(text: str) -> Marking:
    """The marking of a cell that has a level and perhaps caveats; an empty one of any other text.

    What belongs to the level is in ``classification`` and no caveat.

    >>> level("unclassified, for official use only").classification
    'UNCLASSIFIED//FOR OFFICIAL USE ONLY'
    >>> level("SECRET TALKS").classification, level("SECRET NOWHERE 12").classification
    ('', '')
    """
    line = value(text)
    marking = read_marking(line) if len(line) <= _LONGEST_LEVEL else Marking()
    if marking.start or marking.serial or marking.doubts:
        return Marking()
    caveats = tuple(caveat for caveat in marking.caveats if caveat not in _OF_LEVEL)
    return replace(marking, caveats=caveats)


def is_partial(text: str) -> bool:
    """Whether a text begins with the publisher's words for an extract.

    >>> is_partial("\\nThis record is a partial extract of the original cable."), is_partial("R 12")
    (True, False)
    """
    return text.lstrip().startswith(_PARTIAL)
