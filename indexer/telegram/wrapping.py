"""Whether a line of a list of addressees is a new addressee, or more of the one above it."""

import re
from functools import cache
from typing import Final

from ..posts import known_post, spellings
from .recipient import OFFICE, POST_OFFICE, ROUTE, read_recipient

_LONGEST: Final = 300
_FULL_LINE: Final = 65

_ROUTED: Final = re.compile(rf"{ROUTE}[ \t]*+", re.IGNORECASE)
_BEGINS: Final = re.compile(OFFICE, re.IGNORECASE)
_BEFORE_PLACE: Final = re.compile(rf"(?:{ROUTE}[ \t]*+)?{POST_OFFICE}[ \t]*+", re.IGNORECASE)
_AGENCY: Final = re.compile(
    r"(?:THE[ ])?(?:SECSTATE|SECDEF|CIA|NSC|DIA|FBI|DEA|CJCS|JCS|CNO|OSD|NSA|DIRNSA|JOINT[ ]STAFF"
    r"|WHITE[ ]?HOUSE|DEP(?:ARTMEN)?T|HQ|CDR|COM[A-Z]{4,12}|CINC[A-Z]{1,8}|USCINC[A-Z]{1,8}"
    r"|US[A-Z]{2,8}COM|SACEUR|SHAPE|USNMR|NATIONAL[ ]SECURITY|TREASURY|USD[AO][A-Z]{0,2}|USIA"
    r"|USAID|FAA|CDC)\b",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"(?:(?:#?\d{1,8}(?:[ ]|\Z))?(?:(?:NIACT[ ])?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|NIACT)\b)?"
    r"[ #\d]{0,9}+\Z|//|COLLECTIVE\b)",
    re.IGNORECASE,
)
_CAPITAL: Final = re.compile(r"(?:WASHDC|WASHINGTON|D\.?C\.?)(?![A-Z])", re.IGNORECASE)
# The last word of an address: of a military one the country or the state.
_LAST: Final = (
    r"(?:BE|GE|IT|JA|KS|KOR|NL|PO|SP|TU|UK|AL|CA|CO|FL|GA|HI|IL|MD|NC|NE|NJ|NY|OH|PA|SC|TX|VA)"
)
_COMPLETE: Final = re.compile(
    rf"(?:WASHDC|WASHINGTON,?[ ]D\.?C\.?|COLLECTIVE|//|[ ]{_LAST})\Z", re.IGNORECASE
)
_COMMAND: Final = re.compile(r"(?:HQ|CDR|COM[A-Z]{4}|CINC|USCINC|[0-9])", re.IGNORECASE)
_END_OF_ADDRESS: Final = re.compile(rf"(?:(?:AB|AFB|RAF|NAS)[ ])?{_LAST}(?![A-Z])", re.IGNORECASE)
# No addressee's name begins in such a word, and none ends so.
_GOES_ON: Final = re.compile(r"(?:OF|AND|MEMBER|STATES)\b", re.IGNORECASE)
_UNFINISHED: Final = re.compile(
    r"(?:[^/]/|-|\b(?:OF|AND|THE|FOR|DE|SAN|SANTO|NEW|NORTH|SOUTH|EAST|WEST|CENTRAL|ARAB|GULF"
    r"|MEMBER|CONTROL|POLITICAL|COOPERATION|EUROPEAN|AFRICAN|ASIAN|AMERICAN|EASTERN|WESTERN"
    r"|HQ|CDR|DEPT|DEPARTMENT|OFFICE|JOINT|WHITE|NATIONAL))\Z",
    re.IGNORECASE,
)


def goes_on(text: str, piece: str) -> bool:
    """Whether a line is more of the addressee whose text stands above it.

    >>> goes_on("RUEATRS/DEPT OF TREASURY", "WASHINGTON DC 0012"), goes_on("CIA WASHDC", "NSC")
    (True, False)
    >>> goes_on("AMEMBASSY PHNOM", "PENH"), goes_on("AMEMBASSY PARIS", "PENH")
    (True, False)
    """
    if not text or not piece or len(text) > _LONGEST or _ROUTED.match(piece):
        return False
    if _ROUTED.fullmatch(text):
        return True
    if _BEGINS.match(piece) and not _BEFORE_PLACE.fullmatch(text):
        return False
    if _TAIL.match(piece) or _GOES_ON.match(piece) or _UNFINISHED.search(text[-15:]):
        return True
    if text.endswith(","):
        return not known_post(piece)
    if "//" in piece and text.count("//") % 2:
        return True
    return is_torn_post(text, piece) or _is_more(text, piece)


def _is_more(text: str, piece: str) -> bool:
    """Where no word shows whether the first line is whole."""
    recipient = read_recipient(text)
    if recipient.serial or recipient.precedence or _COMPLETE.search(recipient.name):
        return False
    is_post = bool(_BEFORE_PLACE.match(recipient.name))
    if _CAPITAL.match(piece) or _END_OF_ADDRESS.match(piece):
        return not is_post
    if known_post(_place(recipient.name)):
        return False
    if begins_agency(piece) or ("COLLECTIVE" in piece.upper() and (is_post or not recipient.route)):
        return False
    if _COMMAND.match(recipient.name) and _COMPLETE.search(read_recipient(piece).name):
        return True
    return bool(recipient.route) or len(text) >= _FULL_LINE


def is_torn_post(text: str, piece: str) -> bool:
    """Whether two lines hold one post's name, by the posts' vocabulary; an office has a place.

    >>> is_torn_post("PORT OF", "SPAIN 0012"), is_torn_post("AMEMBASSY DAR", "ES")
    (True, True)
    """
    beginning = _place(text)
    if not beginning:
        return True
    if beginning not in _beginnings():
        return False
    whole = f"{beginning} {read_recipient(piece).name.upper()}"
    return whole in spellings() or whole in _beginnings()


def is_office_alone(text: str) -> bool:
    """Whether there is an office without its place.

    >>> is_office_alone("AMEMBASSY"), is_office_alone("AMEMBASSY PARIS")
    (True, False)
    """
    return bool(_BEFORE_PLACE.fullmatch(text))


def is_whole_office(text: str) -> bool:
    """Whether an office between slashes ends with its slashes.

    >>> is_whole_office("SECDEF WASHDC//USDP//"), is_whole_office("SECDEF WASHDC//")
    (True, False)
    """
    return text.endswith("//") and text.count("//") % 2 == 0


def begins_agency(piece: str) -> bool:
    """Whether a line begins with what is no post, and so in no collective of posts.

    >>> begins_agency("SECDEF WASHDC"), begins_agency("AMEMBASSY PARIS")
    (True, False)
    """
    return bool(_AGENCY.match(piece))


def _place(text: str) -> str:
    """What stands behind the office, in capitals: PORT OF SPAIN."""
    found = _BEFORE_PLACE.match(text) or _ROUTED.match(text)
    return " ".join(text[found.end() if found else 0 :].upper().split())


@cache
def _beginnings() -> frozenset[str]:
    """The first words of the posts' names of several words: PORT, PORT OF."""
    words = [spelling.split(" ") for spelling in spellings()]
    return frozenset(" ".join(name[:count]) for name in words for count in range(1, len(name)))
