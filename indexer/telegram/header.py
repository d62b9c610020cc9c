"""The routing lines but for the addressees: time, precedence, sender, transmission."""

import re
from dataclasses import dataclass
from typing import Final

from ..cable import Transmission
from ..dates import DateTimeGroup, find_date_time_group
from .recipient import read_recipient

_LONGEST: Final = 20_000
_NO_TRANSMISSION: Final = Transmission()

_ID: Final = re.compile(r"\bVZCZ(?:[A-Z]++\d{3,}+|[A-Z0-9]++)")
_DE: Final = re.compile(
    r"\bDE[ \t]++(R[A-Z0-9]{3,7})\b(?:[ \t]*+#?[ \t]*+(\d{3,6})(?:/(\d\d))?+)?+"
    r"(?:[ \t]++(\d{3}[ \t]?\d{4})\b)?+"
)
_SECURITY: Final = re.compile(r"\bZN[YR][ \t]++[A-Z]{4,6}\b(?:[ \t]++ZZ[A-Z]\b)?+")
_SENDER: Final = re.compile(
    r"(?:^|\s)(?:FM|FROM)(?:[ \t]*:[ \t]*|[ \t]++)([^\n]++)"
    r"(?:\n[ \t]*+(?!TO\b|INFO\b)([A-Z][A-Z ]{1,30})(?=\n[ \t]*+(?:TO|INFO)\b))?+"
)
_LIST: Final = re.compile(r"[ \t](?:TO|INFO)[: \t]")


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
        _sender(text, max(group.end, 0)),
        _doubts(group),
    )


def _transmission(text: str) -> Transmission:
    found, security = _DE.search(text), _SECURITY.search(text)
    number = _ID.search(text)
    route, serial, section, time = found.groups("") if found else ("", "", "", "")
    return Transmission(
        number[0] if number else "",
        route,
        serial,
        section,
        "".join(time.split()),
        " ".join(security[0].split()) if security else "",
    )


def _sender(text: str, place: int) -> str:
    found = _SENDER.search(text, place) or _SENDER.search(text)
    if not found:
        return ""
    first = _LIST.split(found[1], maxsplit=1)
    rest = found[2] if found[2] and len(first) == 1 else ""
    return read_recipient(f"{first[0]} {rest}").name


def _doubts(group: DateTimeGroup) -> tuple[str, ...]:
    return (f"{group.text} is no time",) if group.text and not group.time else ()
