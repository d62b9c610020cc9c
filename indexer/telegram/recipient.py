"""One addressee's line, ``[ROUTE/]NAME [PRECEDENCE] [SERIAL]``, taken apart."""

import re
from functools import lru_cache
from typing import Final

from ..cable import PRECEDENCES, Recipient
from ..oddities import oddities
from .slips import slips

INDICATOR: Final = r"(?:R[UH][A-Z0-9]{2,6}|R[BFXY][A-Z0-9]{4,6}|ZEN)"
"""A regular expression for a routing indicator; ZEN stands for delivery by other means."""

_SLASH: Final = r"[ \t]{0,2}/(?:(?!/)|/(?=AM[EC]|SEC|US[DEIMOU]))"
ROUTE: Final = INDICATOR + _SLASH
"""A regular expression for a routing indicator with its slash, and not of ``NAME//OFFICE//``."""

POST_OFFICE: Final = (
    r"(?:AMEMBASSY|AMEMB|AMCONSULATE|AMCONSUL|AMCONGEN|AMLEGATION|USMISSION|USOFFICE|USINT|USLO"
    r"|USDEL|AIT|REO)\b"
)
"""A regular expression for the word before a place that makes it the name of a post."""

OFFICE: Final = rf"(?:{POST_OFFICE}|(?:USUN|USNATO|USEU|SECSTATE|SECDEF|CIA|NSC)\b)"
"""A regular expression for a word that begins an addressee's name, and ends the name before."""

_ROUTE: Final = re.compile(
    rf"[ \t]*+(?:({INDICATOR}){_SLASH}"
    r"|(RUE[A-Z]{2,4}|RH[A-Z]{5})[ \t]++(?=[A-Z]))?+(.*)",
    re.DOTALL | re.IGNORECASE,
)
_PLAIN: Final = re.compile(
    r"[ \t]*+(?:(R[UH][A-Z0-9]{2,6})/|(?=AM[CE]|SECSTATE |USMISSION ))"
    r"([A-Z](?:[A-Z .'-]{0,100}+))(\d{3,6})?+[ \t]*+\Z"
)
_UNPLAIN: Final = re.compile(
    r"\b(?:XMT|PAGE|BT|AND)\b|[ ](?:AM(?:EMB|CON)[A-Z]*+|SECSTATE)\b|\b(?:TO|INFO)[ ]"
)
_GLUED_SERIAL: Final = re.compile(r"(?<=[A-Z]{4})\d{3,5}\Z", re.IGNORECASE)
_GLUED_PRECEDENCE: Final = re.compile(
    r"(?<=[A-Z]{3})(IMMEDIATE|PRIORITY|ROUTINE)\Z", re.IGNORECASE
)
_BEFORE_OFFICE: Final = re.compile(r"[ ](FLASH|IMMEDIATE|PRIORITY|ROUTINE)[ ]?(?=//)")
_TORN_OFFICE: Final = re.compile(r"(?<=[^/ ]/)[ ](?=[^/])")
_SERIAL: Final = re.compile(r"\d{1,8}(?:[-/]\d{1,6})?+\Z")
_WORDS: Final = {
    **{word: word for word in PRECEDENCES.values()},
    **oddities("precedence"),
}
_MISPRINTED: Final = [(word, frozenset(word)) for word in ("IMMEDIATE", "PRIORITY", "ROUTINE")]
_UNNUMBERED: Final = frozenset(("UNN", "UNNUM", "UNNUMBERED"))
# Behind these a number is part of the name: CJTF 101.
_NUMBERED: Final = frozenset(
    ("CJTF", "JTF", "TF", "CTF", "CTG", "CTU", "SUITE", "STE", "ROOM", "RM", "BOX", "DIV", "RCT",
     "MEF", "MEB", "MEU", "PRT", "FORCE", "GROUP", "GRU", "SQUADRON", "WING", "BRIGADE", "UNIT",
     "DET", "APO", "FPO", "BLDG")
)  # fmt: skip
_LAST: Final = frozenset(("WASHDC", "DC", "COLLECTIVE"))
_ENDS: Final = " ,;.*:-"
_MARKS: Final = _ENDS + "()"
_LONGEST: Final = 300


def read_recipient(text: str) -> Recipient:
    """The parts of one addressee; a code of letters at the end belongs to the name.

    >>> read_recipient("RUEHNW/AMEMBASSY NOWHERE PRIORTY 0064")
    Recipient(route='RUEHNW', name='AMEMBASSY NOWHERE', precedence='PRIORITY', serial='0064', \
excluded=())
    >>> read_recipient("39OS BASE AB TU").name
    '39OS BASE AB TU'
    """
    return plain_recipient(text) or _taken_apart(text)


def plain_recipient(line: str) -> Recipient | None:
    """The addressee of a line that holds one in the usual form, as most do; None for any other.

    >>> plain_recipient("RUEHC/SECSTATE WASHDC 5091").serial
    '5091'
    >>> plain_recipient("AMEMBASSY PARIS, AMEMBASSY ROME")
    """
    found = _PLAIN.match(line)
    if not found:
        return None
    route, name, serial = found.groups("")
    parts = _plain_name(name)
    if not parts or (serial and name[-1] != " "):
        return None
    return Recipient(route, *parts, serial)


@lru_cache(maxsize=16_384)
def _plain_name(text: str) -> tuple[str, str] | None:
    """A name and its precedence, where the name is one and a number behind it were its serial."""
    name, precedence = _split_precedence(_trimmed(text))
    last = name.rpartition(" ")[2]
    if not last or last in _NUMBERED or last in _UNNUMBERED or _UNPLAIN.search(name):
        return None
    return name, precedence


def _taken_apart(text: str) -> Recipient:
    found = _ROUTE.match(text)
    route, rest = (found[1] or found[2] or "", found[3]) if found else ("", text)
    return Recipient(route.upper(), *_split_tail(_cleaned(rest)))


def _cleaned(text: str) -> str:
    """Without the white space of a wrapped line and without marks that have no partner."""
    text = _trimmed(text)
    if "/" in text:
        text = _TORN_OFFICE.sub("", text)
        text = text if "//" in text else text.strip("/ ")
    is_whole = text.startswith("(") and text.endswith(")")
    return text.strip("( )") if is_whole or text.count("(") != text.count(")") else text


def _trimmed(text: str) -> str:
    """Without white space and marks at the ends, but for the last point of D.C."""
    text = " ".join(text.split())
    trimmed = text.strip(_ENDS)
    is_short_form = text.endswith(".") and "." in trimmed.rpartition(" ")[2]
    return f"{trimmed}." if is_short_form else trimmed


def _split_tail(text: str) -> tuple[str, str, str]:
    """The name, the precedence as meant and the serial as printed.

    >>> _split_tail("SECSTATE WASHDC NIACT IMMEDIATE 0064")
    ('SECSTATE WASHDC', 'IMMEDIATE', '0064')
    >>> _split_tail("CJTF 101"), _split_tail("SECDEF WASHDC//USDP//")
    (('CJTF 101', '', ''), ('SECDEF WASHDC//USDP//', '', ''))
    """
    if len(text) > _LONGEST:
        return text, "", ""
    name, serial = _split_serial(text)
    name, precedence = _split_precedence(name)
    if serial and not precedence and not _may_end_in_serial(name, serial):
        name, serial = text, ""
    if not serial and precedence:
        shorter, serial = _split_serial(name)
        if not serial or _may_end_in_serial(shorter, serial):
            return shorter, precedence, serial
        serial = ""
    return name, precedence, serial


def _split_serial(text: str) -> tuple[str, str]:
    name, _, last = text.rpartition(" ")
    last = last.lstrip("#")
    if _SERIAL.match(last):
        return _trimmed(name), last
    if last.upper() in _UNNUMBERED:
        return _trimmed(name), ""
    if last[-1:].isdecimal() and (found := _GLUED_SERIAL.search(text)):
        return text[: found.start()], found[0]
    return text, ""


@lru_cache(maxsize=16_384)
def _split_precedence(text: str) -> tuple[str, str]:
    name, _, last = text.rpartition(" ")
    if precedence := precedence_of(last):
        further = _split_precedence(name) if precedence_of(name.rpartition(" ")[2]) else (name, "")
        return _trimmed(further[0]), precedence
    before, slashes, behind = text.rpartition("//")
    if slashes and behind in _WORDS:
        return before + slashes, _WORDS[behind]
    if slashes and (found := _BEFORE_OFFICE.search(text)):
        return text[: found.start()] + text[found.end() :], found[1]
    before, _, torn = name.rpartition(" ")
    if (torn + last).upper() in _WORDS:
        return _trimmed(before), _WORDS[(torn + last).upper()]
    if found := _GLUED_PRECEDENCE.search(text):
        return text[: found.start()], found[1].upper()
    return _precedence_within(text)


def _precedence_within(text: str) -> tuple[str, str]:
    """The precedence before the name, or between its words."""
    words = text.split(" ")
    for place, word in enumerate(words[:-1]):
        if precedence := _WORDS.get(word.upper()):
            return " ".join(words[:place] + words[place + 1 :]), precedence
    return text, ""


def precedence_of(word: str) -> str:
    """The precedence that a word means, misprinted or not; '' if it means none.

    >>> precedence_of("IMMEDAITE"), precedence_of("PARIS")
    ('IMMEDIATE', '')
    """
    word = word.strip(_MARKS).upper()
    if word in _WORDS:
        return _WORDS[word]
    return _mended(word) if 5 <= len(word) <= 11 and word.isalpha() else ""


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    for precedence, letters in _MISPRINTED:
        allowed = len(precedence) // 4
        # A slip takes away one letter at most, and few words have so many of them.
        common = len(letters.intersection(word))
        if common >= len(letters) - allowed and slips(precedence, word) <= allowed:
            return precedence
    return ""


def _may_end_in_serial(name: str, serial: str) -> bool:
    """Whether a number without a precedence is a serial and not part of the name."""
    last = name.rpartition(" ")[2].upper()
    if last in _NUMBERED or not name:
        return False
    if len(serial) >= 3 or last in _LAST:
        return True
    return name.upper().startswith(("AM", "SECSTATE", "US"))
