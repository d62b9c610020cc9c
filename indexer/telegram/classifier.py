"""Who classified a telegram: the people in its Classified By line, or in that of the order."""

import re
from functools import lru_cache
from typing import Final

from .blocks import Block
from .given_names import is_given_name
from .names import is_place
from .people import find_people
from .reasons import without_reasons
from .title_words import GRAMMAR
from .titles import is_office, is_title, may_be_surname

_LONGEST: Final = 600
_WIDTH: Final = 72
_LONGEST_SHOWN: Final = 60
_NATIONS: Final = ("ian", "ean", "ish", "ese")  # Russian Affairs
_MARKS: Final = "\"'.()[]*-\u2013"
_PARTED: Final = re.compile(r"[,;:()]")
_DERIVED: Final = re.compile(r"[\s:;.,-]*+derived\b", re.IGNORECASE)

_REASONS_BEGIN: Final = re.compile(
    r"(?:\b(?=[abcdefiprstuw1])(?:(?:for|due to|as|with|and|the|stated|following)\s){0,6}+"
    r"(?:(?:E\.?O\.?\s?1\d{4}\s)?(?:re?a?so?ns?|reaons?|reaosns?)\b"
    r"|in accordance|E\.?\s?O\.?[\s:]*+1\d{3}|executive order|pursuant"
    r"|per\s(?:e\.?o|1|sec|para|reas|the\s)|based\s(?:on|upon)|because|section\s1|1\.\s?[3-7](?!\d)"
    r"|(?:under|by)\s(?:authority|e\.?o|reas|sec(?!r)|the\s|1\.|executive|provision)|1[45]\s?\([a-h]"
    r"|decl(?:as[a-z]*)?\b|derived|(?:is|are)\sclassified)"
    r"|(?-i:(?<=[a-z])(?:for\s)?(?:Reasons?|REASONS?)\b|(?<=[a-z])for\s[Rr]easons?\b)"
    r"|\b(?:summary|entire text|this (?:cable|message|telegram|document))\b)",
    re.IGNORECASE,
)
_SIGNS: Final = " \t,;.:(*/-"
_LABEL_AGAIN: Final = re.compile(r"(?:[\s:;.,-]|\b(?:CLASSIFIED\s+BY|BY)\b)*+", re.IGNORECASE)
_ABBREVIATED: Final = re.compile(r"\b(?:[JS]R|[A-Z])\Z", re.IGNORECASE)
_CABLE_NUMBER: Final = re.compile(
    r"(?:\bREF(?:TEL|S)?\b[\s:]*+)?(?:\(?\b[A-Z][.)]\s?)?(?:\b\d\d\s)?\b[A-Z]{4,20}\s\d{2,7}\b"
)
_PARTICLES: Final = frozenset(
    ("van", "von", "der", "den", "de", "del", "della", "la", "le", "du", "da", "di", "dos", "bin",
     "ibn", "al", "el", "ter", "ten", "zu", "y")
)  # fmt: skip
_SMALL_WORDS: Final = _PARTICLES | frozenset(
    ("a", "ai", "an", "as", "at", "by", "in", "is", "it", "of", "on", "or", "to")
)
_CAPITAL_INSIDE: Final = ("Mc", "Mac", "Fitz", "O'", "De", "Di", "La", "Le", "Van")
_BEHIND_NAMES: Final = re.compile(r"(?:for|reasons?|under|per|1\.[3-7]|due)\b", re.IGNORECASE)
# E.O. 12065: GDS 1/5/86 (DOE, JANE) OR-P: the officer who classified it.
_IN_ORDER: Final = re.compile(
    r"\(([A-Z][A-Za-z'\u2019 -]{1,30},[ ]?[A-Z][A-Za-z.]{0,20}(?:[ ][A-Z][A-Za-z.]{0,20}){0,3})\)"
)


@lru_cache(maxsize=4096)
def read_classifier(unwrapped: str) -> str:
    """The people in the text behind Classified By, as printed, joined by " and "; '' for none.

    >>> read_classifier("DCM Jane Doe for reasons 1.4 (b)"), read_classifier("A/DCM, reason 1.4")
    ('Jane Doe', '')
    >>> read_classifier("Reason 1.4 (b), DCM Jane Doe and PAO John Roe")
    'Jane Doe and John Roe'
    """
    return " and ".join(find_people(_words_about(unwrapped)))


def unnamed(unwrapped: str) -> str:
    """What is doubtful about a text that names nobody; '' for an office alone, or for nothing.

    >>> unnamed("PRT Elsewhere Leader, reason 1.4"), unnamed("DCM, New Delhi, reason 1.4 (b)")
    ("nobody named in 'PRT Elsewhere Leader'", '')
    """
    about = _words_about(unwrapped).strip(" ,;:")
    if _DERIVED.match(unwrapped):
        return ""
    if _is_office_alone(about) and not _CABLE_NUMBER.search(unwrapped):
        return ""
    shown = about or unwrapped
    cut = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}..."
    return f"nobody named in '{cut}'"


def _is_office_alone(text: str) -> bool:
    """Are all words those of titles, offices and places?"""
    for piece in _PARTED.split(text):
        words, place = piece.split(), 0
        while place < len(words):
            length = next((n for n in (3, 2, 1) if is_place(words[place : place + n])), 0)
            if not length and not _is_of_office(words[place]):
                return False
            place += length or 1
    return True


def _is_of_office(word: str) -> bool:
    plain = word.strip(_MARKS)
    if len(plain) < 2 or is_title(plain) or plain.lower().endswith(_NATIONS):
        return True
    office = is_office(plain.replace(".", "")) and not is_given_name(plain)
    return office or not any(map(str.isalpha, plain))


def classifier_of_order(text: str) -> str:
    """The name in brackets that orders of the 1970s and 1980s have behind the date.

    >>> classifier_of_order(" 12065: GDS 1/5/86 (DOE, JANE Q.) OR-P"), classifier_of_order(": N/A")
    ('DOE, JANE Q.', '')
    """
    found = _IN_ORDER.search(text) if "(" in text else None
    return " ".join(found[1].split()) if found else ""


def unwrapped(block: Block) -> str:
    """A block's text on one line; a word that was cut at the last column is whole again."""
    lines = block.text[:_LONGEST].split("\n")
    text, width = lines[0], len(block.label.rpartition("\n")[2]) + len(lines[0])
    for line in lines[1:]:
        text += line if _is_cut(text, line, width) else f" {line}"
        width = len(line)
    return " ".join(text.split())


def _words_about(text: str) -> str:
    """What is said about the people: before the reasons, or else behind them."""
    again = _LABEL_AGAIN.match(text)
    text = text[again.end() if again else 0 :]
    reasons = _REASONS_BEGIN.search(text)
    before = text[: reasons.start()].rstrip(_SIGNS) if reasons else text
    if _ABBREVIATED.search(before) and text.startswith(".", len(before)):
        before += "."
    if any(map(str.isdecimal, before)) and (number := _CABLE_NUMBER.search(before)):
        before = before[: number.start()]
    elif reasons and not any(map(str.isalpha, before)):
        before = _REASONS_BEGIN.sub(",", without_reasons(text[reasons.start() :]))
    return before


def _is_cut(before: str, line: str, width: int) -> bool:
    """Was a word cut? At column 72 exactly, or where small letters go on that are no word here."""
    if not before[-1:].isalnum() or not line[:1].isalnum():
        return False
    left, right = before.split()[-1], line.split()[0]
    if is_title(left) and not is_title(left + right):
        return False
    if _is_piece(right, line):
        return True
    if is_title(right) or right.rstrip(",.;") in _PARTICLES:
        return width == _WIDTH and not is_title(left) and _is_end_of_name(right, line)
    if line[0].islower():
        return True
    mixed = any(map(str.islower, left)) and not left.endswith(_CAPITAL_INSIDE)
    return width == _WIDTH and not mixed and not _is_first_name(before)


def _is_first_name(before: str) -> bool:
    """Does the text end with a title and a given name: DCM JANE|DOE is no cut word."""
    words = before.split()[-2:]
    return is_given_name(words[-1]) and is_title(words[0])


def _is_piece(right: str, line: str) -> bool:
    """Is it a letter or two that are no word, nor "a" before a word in small letters?"""
    letters = right.rstrip(",.;")
    if not letters.islower() or len(letters) > 2:
        return False
    return letters not in _SMALL_WORDS or (right == "a" and line[2:3].isupper())


def _is_end_of_name(right: str, line: str) -> bool:
    """ROB|IN FOR REASONS, Thorn|field: the end of a name that is also a word."""
    letters = right.rstrip(",.;")
    if right[0].islower() and right not in _PARTICLES and letters not in GRAMMAR:
        return True
    if may_be_surname(letters):
        return True
    rest = line[len(right) :].lstrip()
    short = len(letters) <= 2 or right in _PARTICLES
    return short and (letters != right or bool(_BEHIND_NAMES.match(rest)))
