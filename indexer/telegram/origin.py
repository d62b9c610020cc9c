"""The office that sent a telegram, named as the publishers of cables name it."""

import re
from typing import Final

_KINDS: Final = (
    (re.compile(r"(?:AM)?EMBASSY\s+(.+)"), "Embassy"),
    (re.compile(r"(?:AM)?CONSUL(?:ATE)?\s+(.+)"), "Consulate"),
    (re.compile(r"(?:US)?MISSION\s+(.+)"), "Mission"),
    (re.compile(r"(?:US)?OFFICE\s+(.+)"), "Office"),
)


def origin_of(sender: str, post: str) -> str:
    """The origin by the sender (the FM line), else by the post in the cable's number.

    >>> origin_of("AMEMBASSY TEL AVIV", "TELAVIV"), origin_of("SECSTATE WASHDC", "STATE")
    ('Embassy Tel Aviv', 'Secretary of State')
    >>> origin_of("", "STATE"), origin_of("", "NOWHERE"), origin_of("USINT HAVANA", "")
    ('Secretary of State', 'Nowhere', 'USINT HAVANA')
    """
    name = sender.upper()
    for pattern, kind in _KINDS:
        if found := pattern.fullmatch(name):
            return f"{kind} {_place(found[1])}"
    if name.startswith("SECSTATE") or (not name and post == "STATE"):
        return "Secretary of State"
    return sender or post.capitalize()


def _place(name: str) -> str:
    """Port Vale; but a mission's own letters, as in USUN, stay capitals."""
    return " ".join(word if word.startswith("US") else word.capitalize() for word in name.split())
