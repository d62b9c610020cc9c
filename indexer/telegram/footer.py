"""What a printer, a publisher or an archive put below the name at the end of a telegram."""

import re
from typing import Final

from .levels import CAVEATS, LEVELS, letters_of

_FOOTER: Final = re.compile(
    r"N{2,6}|Q{4}|(?:BT|END (?:OF )?(?:CABLE|MESSAGE|DOCUMENT|TELEGRAM|PAGE|RECORD)(?: TEXT)?"
    r"|RELEASABLE\b[^\n]{0,60}|RELEASED? IN (?:FULL|PART)\b[^\n]{0,60}"
    r"|(?:CABLE|MESSAGE|DOCUMENT) ENDS?|MINIMIZE\b[^\n]{0,60}|[# ]*+\d{1,6}"
    r"|PAGE (?:\d|BREAK)[^\n]{0,60}"
    r"|DE(?:CONTROL|CLASSIFY|CLASSIFIED|CAPTION)\w*+[^\n]{0,60}"
    r"|[*( ]{0,3}NOTE\b[^\n]{0,50}\b(?:PASSED|OC/T|OCR|DELAYED|GARBLED|ADDRESSEES?|TRANSMISSION)\b"
    r"[^\n]{0,60}"
    r"|(?:DRAFTED|CLEARED|APPROVED|REVIEWED|CLEARANCES?|DRAFTER)\b[^\n]{0,60}"
    r"|(?-i:(?!SIGNED)[A-Z/]{2,12}:\s?[A-Z]{2,20}(?:\s[A-Z/]{2,12}:\s?[A-Z]{2,20}){0,4})"
    r"|AMBASSADOR|CHARGE D'AFFAIRES(?:,? A\.?I\.?)?|CONSUL GENERAL|\(?ACTING\)?)"
    r"(?:[ \t]*+#\d{1,6})?",
    re.IGNORECASE,
)
# Words between rules that are neither a name, nor a heading or a mark of the text's own.
_RULED: Final = re.compile(
    r"[ \t]*+[-=_*~<>]{3,}+[ \t]?(?!(?:Begin|End)\b|Comment|Summary|Annex|Attachment)"
    r"(?:[A-Z][a-z]{1,12}[ ]?){1,6}+[-=_*~<>]{3,}"
)
_RULES: Final = frozenset(("---", "===", "___", "***", "~~~", "<<<"))
_LONE: Final = frozenset(("END", "THE END", "CABLE", "RELEASED"))
_SITE: Final = re.compile(r"(?:https?://|www\.)\S++[^\w/]*+(?:\S*/\S*+[^\w/]*+)?")
_LONGEST_SITE: Final = 400
_LINES_OF_SITE: Final = 3
_VISIT: Final = re.compile(r"Visit |VISIT |For more |www\.|[^\n]*https?://")
_RULE_SIGNS: Final = " \t\n-=_*~"
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


def is_ruled_words(line: str) -> bool:
    """Are there words between two rules, as at the end of a page that was scanned?

    >>> is_ruled_words("---- Page Break ----"), is_ruled_words("---- Comment ----")
    (True, False)
    """
    return line.lstrip()[:3] in _RULES and _RULED.match(line) is not None


def is_lone_word(line: str) -> bool:
    """Is it a word that stands below a name, or ends a sentence of the text?

    >>> is_lone_word("End"), is_lone_word("CABLE"), is_lone_word("DOE")
    (True, True, False)
    """
    return line.upper() in _LONE


def without_site(text: str, end: int) -> int:
    """Where the lines begin that name a post's site, if they stand just before a place in a text.

    >>> text = "It rained.\\n\\nVisit Nowhere's Classified Website:\\nhttp://nowhere.example/\\n\\nDOE"
    >>> text[: without_site(text, len(text) - 3)]
    'It rained.'
    """
    low = max(0, end - _LONGEST_SITE)
    place = max(text.rfind("Visit ", low, end), text.rfind("VISIT ", low, end))
    if place < 0:
        return end
    line, lines = text.rfind("\n", low, place) + 1, text[place:end].split("\n")
    lines = [one for one in lines if one.strip(_RULE_SIGNS)]
    last = _SITE.search(text, place, end)
    if not last or text[line:place].strip(_RULE_SIGNS) or len(lines) > _LINES_OF_SITE:
        return end
    if text[last.end() : end].strip(_RULE_SIGNS):
        return end
    return len(text[:line].rstrip(_RULE_SIGNS)) if line > low else end


def _is_marking(line: str) -> bool:
    """A classification and its caveats, letters apart or not, with or without a page's number."""
    if len(line) > _LONGEST_MARKING or line[0] not in "CEFLNRSTUcelnstu":
        return False
    words = line.rstrip("0123456789 ")
    return words.isupper() and _MARKING.fullmatch(letters_of(words)) is not None
