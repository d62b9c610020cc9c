"""The words of a telegram's marking: levels of classification and handling caveats."""

import re
from typing import Final

LEVELS: Final = {
    "UNCLASSIFIED": "UNCLASSIFIED",
    "UNCLAS": "UNCLASSIFIED",
    "UNCLASS": "UNCLASSIFIED",
    "SENSITIVEBUTUNCLASSIFIED": "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "LIMITEDOFFICIALUSE": "LIMITED OFFICIAL USE",
    "CONFIDENTIAL": "CONFIDENTIAL",
    "SECRET": "SECRET",
    "TOPSECRET": "TOP SECRET",
}
"""Each level by the letters that print it."""

CAVEATS: Final = {
    "SIPDIS": "SIPDIS",
    "SENSITIVE": "SENSITIVE",
    "NOFORN": "NOFORN",
    "EXDIS": "EXDIS",
    "NODIS": "NODIS",
    "STADIS": "STADIS",
    "LIMDIS": "LIMDIS",
    "FOUO": "FOUO",
    "FOROFFICIALUSEONLY": "FOUO",
    "CORRECTEDCOPY": "CORRECTED COPY",
    "TERREP": "TERREP",
    "ROGERCHANNEL": "ROGER CHANNEL",
}
"""Each caveat by the letters that print it."""

_NO_LETTER: Final = re.compile(r"[^A-Z]+")


def letters_of(text: str) -> str:
    """The capitals of a text written in capitals.

    >>> letters_of("S E C R E T//NOFORN"), letters_of("secret")
    ('SECRETNOFORN', 'SECRET')
    """
    return _NO_LETTER.sub("", text.upper())


def spaced(word: str) -> str:
    """A regular expression for a word whose letters may stand apart.

    >>> bool(re.match(spaced("SECRET"), "S E C  R E T"))
    True
    """
    return r"[ \t]*+".join(word)


LEVEL: Final = "(?:" + "|".join(map(spaced, LEVELS)) + ")(?![A-Za-z])"
"""A regular expression for a level, letters apart or not; it ends with the last letter."""


def nearest_level(letters: str) -> str:
    """The level that these letters misprint, by one slip in six letters; '' if none.

    >>> nearest_level("SSECRET"), nearest_level("CONFIDENTAIL"), nearest_level("SECRETARY")
    ('SECRET', 'CONFIDENTIAL', '')
    """
    for printed, level in LEVELS.items():
        allowed = len(printed) // 6
        if abs(len(printed) - len(letters)) <= allowed and _slips(printed, letters) <= allowed:
            return level
    return ""


def _slips(left: str, right: str) -> int:
    """How many letters were left out, added, changed, or changed about with a neighbour."""
    older: list[int] = []
    old = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        new = [row]
        for column, other in enumerate(right, 1):
            cost = min(old[column] + 1, new[-1] + 1, old[column - 1] + (letter != other))
            if row > 1 < column and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, older[column - 2] + 1)
            new.append(cost)
        older, old = old, new
    return old[-1]
