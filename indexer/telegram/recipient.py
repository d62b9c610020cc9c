"""One addressee's line, ``[ROUTE/]NAME [PRECEDENCE] [SERIAL]``, taken apart."""

import re
from functools import lru_cache
from typing import Final

from ..cable import PRECEDENCES, Recipient
from .slips import slips

INDICATOR: Final = r"(?:R[UH][A-Z0-9]{2,6}|R[BFXY][A-Z0-9]{4,6}|ZEN)"
"""A regular expression for a routing indicator; ZEN stands for delivery by other means."""

ROUTE: Final = rf"{INDICATOR}[ \t]?/(?!/)"
"""A regular expression for a routing indicator with its slash."""

_ROUTE: Final = re.compile(
    rf"[ \t]*+(?:({INDICATOR})[ \t]?/(?!/)|(R[UH]E[A-Z]{{2,4}})[ \t]++(?=[A-Z]))?+(.*)",
    re.DOTALL,
)
_GLUED: Final = re.compile(r"([A-Z/ ]*[A-Z]{4,})(\d{3,5})\Z")
_BEFORE_OFFICE: Final = re.compile(r"[ ](FLASH|IMMEDIATE|PRIORITY|ROUTINE)[ ]?(?=//)")
_WORDS: Final = {
    **{word: word for word in PRECEDENCES.values()},
    "NIACT": "IMMEDIATE",
    "IMMED": "IMMEDIATE",
    "PRIO": "PRIORITY",
}
# Behind these a number is part of the name: CJTF 101.
_NUMBERED: Final = frozenset(
    ("CJTF", "JTF", "TF", "CTF", "CTG", "CTU", "SUITE", "ROOM", "BOX", "DIV", "RCT", "MEF", "PRT")
)
_ENDS: Final = " ,;.*"


def read_recipient(text: str) -> Recipient:
    """The parts of one addressee; a code of letters at the end belongs to the name.

    >>> read_recipient("RUEHNW/AMEMBASSY NOWHERE PRIORTY 0064")
    Recipient(route='RUEHNW', name='AMEMBASSY NOWHERE', precedence='PRIORITY', serial='0064', \
excluded=())
    >>> read_recipient("39OS BASE AB TU").name
    '39OS BASE AB TU'
    """
    found = _ROUTE.match(text)
    route, rest = (found[1] or found[2] or "", found[3]) if found else ("", text)
    name, precedence, serial = split_tail(" ".join(rest.split()).strip(_ENDS))
    return Recipient(route, name, precedence, serial)


def split_tail(text: str) -> tuple[str, str, str]:
    """The name, the precedence as meant and the serial as printed.

    >>> split_tail("SECSTATE WASHDC NIACT IMMEDIATE 0064")
    ('SECSTATE WASHDC', 'IMMEDIATE', '0064')
    >>> split_tail("CJTF 101"), split_tail("SECDEF WASHDC//USDP//")
    (('CJTF 101', '', ''), ('SECDEF WASHDC//USDP//', '', ''))
    """
    name, serial = _split_serial(text)
    name, precedence = _split_precedence(name)
    if serial and not precedence and not _may_end_in_serial(name, serial):
        name, serial = text, ""
    if not serial and precedence:
        name, serial = _split_serial(name)
    return name, precedence, serial


def _split_serial(text: str) -> tuple[str, str]:
    name, _, last = text.rpartition(" ")
    last = last.lstrip("#")
    if last.isdecimal() and len(last) <= 6:
        return name.rstrip(_ENDS), last
    if last[-1:].isdecimal() and (found := _GLUED.match(text)):
        return found[1], found[2]
    return text, ""


@lru_cache(maxsize=16_384)
def _split_precedence(text: str) -> tuple[str, str]:
    name, _, last = text.rpartition(" ")
    if precedence := precedence_of(last):
        further = _split_precedence(name) if name.endswith(("NIACT", precedence)) else (name, "")
        return further[0].rstrip(_ENDS), precedence
    before, slashes, behind = text.rpartition("//")
    if slashes and behind in _WORDS:
        return before + slashes, _WORDS[behind]
    if slashes and (found := _BEFORE_OFFICE.search(text)):
        return text[: found.start()] + text[found.end() :], found[1]
    before, _, torn = name.rpartition(" ")
    if torn + last in _WORDS:
        return before.rstrip(_ENDS), _WORDS[torn + last]
    return text, ""


def precedence_of(word: str) -> str:
    """The precedence that a word means, misprinted or not; '' if it means none.

    >>> precedence_of("IMMEDAITE"), precedence_of("PARIS")
    ('IMMEDIATE', '')
    """
    word = word.strip(_ENDS)
    if word in _WORDS:
        return _WORDS[word]
    return _mended(word) if 5 <= len(word) <= 11 and word.isalpha() else ""


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    for precedence in PRECEDENCES.values():
        allowed = len(precedence) // 4
        if precedence != "FLASH" and slips(precedence, word.upper()) <= allowed:
            return precedence
    return ""


def _may_end_in_serial(name: str, serial: str) -> bool:
    """Whether a number without a precedence is a serial and not part of the name."""
    last = name.rpartition(" ")[2]
    if last in _NUMBERED or not name:
        return False
    return len(serial) >= 3 or name.startswith(("AM", "SECSTATE", "USMISSION", "US"))
