"""What a printer, a publisher or an archive put below the name at the end of a telegram."""

import re
from typing import Final

from .levels import CAVEATS, LEVELS, letters_of

_FOOTER: Final = re.compile(
    r"N{2,6}|Q{4}|(?:BT|END (?:OF )?(?:CABLE|MESSAGE|DOCUMENT|TELEGRAM)(?: TEXT)?"
    r"|(?:CABLE|MESSAGE|DOCUMENT) ENDS?|MINIMIZE\b[^\n]{0,60}|[# ]*+\d{1,6}|PAGE \d+[^\n]{0,60}"
    r"|DE(?:CONTROL|CLASSIFY|CLASSIFIED|CAPTION)\w*+[^\n]{0,60}"
    r"|[*( ]{0,3}NOTE\b[^\n]{0,50}\b(?:PASSED|OC/T|OCR|DELAYED|GARBLED|ADDRESSEES?|TRANSMISSION)\b"
    r"[^\n]{0,60}"
    r"|(?:DRAFTED|CLEARED|APPROVED|REVIEWED|CLEARANCES?|DRAFTER)\b[^\n]{0,60}"
    r"|(?-i:(?!SIGNED)[A-Z/]{2,12}:\s?[A-Z]{2,20}(?:\s[A-Z/]{2,12}:\s?[A-Z]{2,20}){0,4})"
    r"|AMBASSADOR|CHARGE D'AFFAIRES(?:,? A\.?I\.?)?|CONSUL GENERAL|\(?ACTING\)?)"
    r"(?:[ \t]*+#\d{1,6})?",
    re.IGNORECASE,
)
_VISIT: Final = re.compile(r"Visit |VISIT |For more |www\.|[^\n]*https?://")
_LONGEST_MARKING: Final = 80

_WORDS: Final = sorted({*LEVELS, *CAVEATS, "SBU", "NF"}, key=len, reverse=True)
_MARKING: Final = re.compile(f"(?:{'|'.join(_WORDS)}){{1,4}}+")


def is_footer(line: str) -> bool:
    """Does a line, without the marks around it, belong to the footer?

    >>> is_footer("NNNN"), is_footer("S E C R E T//NOFORN 2"), is_footer("MINIMIZE CONSIDERED")
    (True, True, True)
    >>> is_footer("DOE"), is_footer("SECRETS"), is_footer("")
    (False, False, True)
    """
    if not line:
        return True
    return bool(_FOOTER.fullmatch(line) or _is_marking(line) or _VISIT.match(line))


def _is_marking(line: str) -> bool:
    """A classification and its caveats, letters apart or not, with or without a page's number."""
    if len(line) > _LONGEST_MARKING or line[0] not in "CEFLNRSTUcelnstu":
        return False
    words = line.rstrip("0123456789 ")
    return words.isupper() and _MARKING.fullmatch(letters_of(words)) is not None
