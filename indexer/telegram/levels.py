"""The words of a telegram's marking: levels of classification and handling caveats."""

import re
from typing import Final

from ..oddities import oddities
from .slips import slips

LEVELS: Final = {
    "UNCLASSIFIED": "UNCLASSIFIED",
    "UNCLAS": "UNCLASSIFIED",
    **oddities("level"),
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
_ALIKE: Final = str.maketrans("\u0130\u212a", "IK")
"""Letters that a pattern without case takes for these, and ``str.upper`` does not."""


def letters_of(text: str) -> str:
    """The capitals of a text written in capitals.

    >>> letters_of("S E C R E T//NOFORN"), letters_of("secret")
    ('SECRETNOFORN', 'SECRET')
    """
    return _NO_LETTER.sub("", text.upper().translate(_ALIKE))


def spaced(word: str) -> str:
    """A regular expression for a word whose letters may stand apart.

    >>> bool(re.match(spaced("SECRET"), "S E C  R E T"))
    True
    """
    return r"[ \t]*+".join(word)


GLUED_LEVEL: Final = "(?:" + "|".join(map(spaced, LEVELS)) + ")"
"""A regular expression for a level, letters apart or not, whatever is glued to it."""

LEVEL: Final = GLUED_LEVEL + "(?![A-Za-z])"
"""The same for one that ends with its last letter."""


def nearest_level(letters: str) -> str:
    """The level that these letters misprint, by one slip in six letters; '' if none.

    >>> nearest_level("SSECRET"), nearest_level("CONFIDENTAIL"), nearest_level("SECRETARY")
    ('SECRET', 'CONFIDENTIAL', '')
    """
    for printed, level in LEVELS.items():
        allowed = len(printed) // 6
        if abs(len(printed) - len(letters)) <= allowed and slips(printed, letters) <= allowed:
            return level
    return ""
