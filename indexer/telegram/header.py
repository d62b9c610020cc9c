"""The routing lines but for the addressees: time, precedence, sender, transmission."""

import re
from dataclasses import dataclass
from typing import Final

from ..cable import Transmission
from .date_time_group import DateTimeGroup, find_date_time_group
from .recipient import read_recipient
from .routing import routing_blocks
from .wrapping import goes_on

_LONGEST: Final = 20_000
_NO_TRANSMISSION: Final = Transmission()
_MOST_LINES: Final = 4  # of a sender
_LONGEST_SENDER: Final = 300

_ID: Final = re.compile(r"VZCZ(?:[A-Z]{1,12}+\d{3,12}+|[A-Z0-9]{0,24}+)")
_DE: Final = re.compile(
    r"\bDE[ \t]++(R[A-Z0-9]{3,7})\b"
    r"(?:[ \t]*+(?:NR[ \t]*+)?#?[ \t]*+(\d{1,6})(?!\d)(?:[/-](\d{1,3})(?!\d))?+)?"
    r"(?:\s{1,4}+(\d{3}[ \t]?\d{4})Z?\b)?+"
)
_SECURITY: Final = re.compile(r"\bZN[YR][ \t]++(([A-Z])\2{3,5}+)(?:\s{0,4}+(ZZ[A-Z])\b)?+")
_WORDS: Final = re.compile(r"[A-Z][A-Z ]{1,30}")


@dataclass(frozen=True, slots=True)
class Header:
    """What the routing lines say; ``created`` is ISO, ``sender`` without route and serial."""

    precedence: str = ""
    dtg: str = ""
    created: str = ""
    transmission: Transmission = _NO_TRANSMISSION
    sender: str = ""
    doubts: tuple[str, ...] = ()


def read_header(header: str) -> Header:
    """The fields of a telegram's routing lines, on one line or on many.

    >>> header = read_header("DE RUEHNW #0195/01 2531700\\nP 091700Z SEP 08\\nFM AMEMBASSY NOWHERE")
    >>> header.precedence, header.created, header.sender, header.transmission.serial
    ('P', '2008-09-09T17:00Z', 'AMEMBASSY NOWHERE', '0195')
    """
    text = header[:_LONGEST]
    group = find_date_time_group(text)
    return Header(
        group.precedence,
        group.text,
        group.time,
        _transmission(text[: group.start] if group.start >= 0 else text),
        _sender(header),
        _doubts(group),
    )


def _transmission(text: str) -> Transmission:
    """The lines above the date-time group, which are codes: their case means nothing."""
    text = text.upper()
    if "DE" not in text and "ZN" not in text and "VZCZ" not in text:
        return _NO_TRANSMISSION
    found = _DE.search(text, max(text.find("DE R"), 0))
    security = _SECURITY.search(text, max(text.find("ZN"), 0))
    number = _ID.search(text)
    route, serial, section, time = found.groups("") if found else ("", "", "", "")
    return Transmission(
        number[0] if number else "",
        route,
        serial,
        section,
        "".join(time.split()),
        " ".join(filter(None, (security[0][:3], security[1], security[3]))) if security else "",
    )


def _sender(header: str) -> str:
    """The first name behind FM, with the lines that it goes on in."""
    blocks = routing_blocks(header)
    if not blocks or blocks[0][0] != "FM" or not blocks[0][1]:
        return ""
    sender, *more = blocks[0][1][:_MOST_LINES]
    for line in more:
        is_last = len(blocks) > 1 and len(more) == 1
        if not goes_on(sender, line) and not (is_last and _WORDS.fullmatch(line)):
            break
        sender = f"{sender} {line}"
    return read_recipient(sender).name if len(sender) <= _LONGEST_SENDER else ""


def _doubts(group: DateTimeGroup) -> tuple[str, ...]:
    return (f"{group.text} is no time",) if group.text and not group.time else ()
