"""The references of a telegram: cables by number, and what else the REF line names."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..cable import Reference
from ..posts import known_post
from .blocks import Head
from .bullets import Item, cut_at_bullets
from .item_kinds import kind_of_item
from .numbers import Number, find_numbers

_LONGEST: Final = 8000
_MOST: Final = 300

_BRACKET: Final = re.compile(r"\(([^()]{0,400})\)|\"[^\"]{0,400}\"|\[([^\[\]]{0,400})\]")
# A year, alone or at the end of a date, and words that say nothing of the number.
_NOISE: Final = r"(?:(?:NOTAL|EXDIS|NODIS|NOFORN|SIPDIS|SBU|DTG|DTD|DATED?|OF|FROM|SENT|IN|ON)\b)"
_YEAR_IN_BRACKET: Final = re.compile(
    rf"[\s,.:]*+(?:{_NOISE}[\s,.:]*+)*+(?:\d{{1,2}}([/.-])\d{{1,2}}\1|(?:\d{{6}}Z\s?|\d{{1,2}}\s?)?"
    r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?\s?(?:\d{1,2},?\s)?)?"
    rf"'?(?P<year>(?:19|20)\d\d|\d\d)(?:-\d\d-\d\d)?(?![/\d])[\s,.:]*+(?:{_NOISE}[\s,.:]*+)*+",
    re.IGNORECASE,
)
_SERIALS_IN_BRACKET: Final = re.compile(
    r"\s*+(?:(?!(?:19|20)\d\d\s*+\Z)\d{3,6}|\d{1,6}(?:\s*+(?:,|&|/|AND\b)\s*+\d{1,6})++)\s*+",
    re.IGNORECASE,
)
_ENDS_WITH_POST: Final = re.compile(r"[A-Z]{3}\.?\s?\Z", re.IGNORECASE)
_NUMBER_IN_BRACKET: Final = re.compile(
    r"\s*+(?:(?:SEE|ALSO|AND|CABLE)\s)*+(?:'?\d\d(?:\d\d)?\s?)?(?P<post>[A-Z][A-Z .'-]{1,30}?)"
    r"\s?\d{1,7}(?:[\s,;&/]|\bAND\b|\d{2,7}|(?:'?\d\d\s)?[A-Z][A-Z .'-]{1,30}\s\d{1,7})*+"
)
_NOTHING: Final = re.compile(
    r"(?:\b(?:NOTAL|NOFORN|EXDIS|N/?A|NONE|NIL|(?:NO\s?)?REFS?|SIPDIS|SENSITIVE|AND|SEE|ALSO"
    r"|OTHERS?|ET\s?AL|PREVIOUS(?=\Z))\b|[\W_])*+",
    re.IGNORECASE,
)
_SEMICOLON: Final = re.compile(r"\s?;\s?(?![^(]{0,200}\))")
_BETWEEN: Final = re.compile(r"[,;]|\bAND\b", re.IGNORECASE)

_ALSO_IN_LISTS: Final = ("e-mail", "telcon", "memcon", "fax")


def read_references(head: Head, year: int = 0, own_id: str = "") -> tuple[Reference, ...]:
    """The references in order, each once, the cable itself left out.

    ``year`` (four digits, 0 if it is not known) is that of the cable, and of each number without
    one; where no year is known a reference to a cable has no id.

    >>> from indexer.telegram.blocks import read_blocks
    >>> head = read_blocks("REF: A. 08 PARIS 412 AND 446 (NOTAL)  B. DOE-ROE E-MAIL, MAY 3")
    >>> for reference in read_references(head, 2009):
    ...     print(reference.bullet, reference.kind, reference.id or reference.raw)
    A cable 08PARIS412
    A cable 08PARIS446
    B e-mail DOE-ROE E-MAIL, MAY 3
    """
    found: dict[str, Reference] = {}
    for text in head.texts("reference"):
        for reference in _block(" ".join(text[:_LONGEST].split()), year):
            if not reference.id or reference.id != own_id:
                found.setdefault(reference.id or reference.raw, reference)
    return tuple(found.values())[:_MOST]


def _block(line: str, year: int) -> Iterator[Reference]:
    last: Number | None = None
    for item in cut_at_bullets(line):
        for piece in _SEMICOLON.split(item.text):
            plain = _BRACKET.sub(_without_title, piece)
            numbers = find_numbers(plain, year, last)
            last = numbers[-1] if numbers else last
            yield from _references(piece, plain, numbers, item)


def _without_title(bracket: re.Match[str]) -> str:
    """What a bracket says of a number, in as many characters: its year, another number, blanks."""
    text = bracket[1] or bracket[2] or ""
    if said := _YEAR_IN_BRACKET.fullmatch(text):
        return f"({said['year']})".rjust(len(bracket[0]))
    if (number := _NUMBER_IN_BRACKET.fullmatch(text)) and known_post(number["post"]):
        return f",{text},"
    before = bracket.string[max(0, bracket.start() - 5) : bracket.start()]
    if _SERIALS_IN_BRACKET.fullmatch(text) and _ENDS_WITH_POST.search(before):
        return f" {text} "
    return " " * len(bracket[0])


def _references(
    piece: str, plain: str, numbers: tuple[Number, ...], item: Item
) -> Iterator[Reference]:
    place = 0
    for number in numbers:
        listed = _BETWEEN.split(plain[place : number.start])
        yield from _in_list(listed[1:] if place else listed[:-1], item.bullet)
        raw = piece[number.start : number.end]
        yield Reference(raw, "cable", number.id, item.bullet)
        place = number.end
    if numbers:
        yield from _in_list(_BETWEEN.split(plain[place:])[1:], item.bullet)
    elif not _NOTHING.fullmatch(piece):
        yield Reference(piece.strip(" ,;"), kind_of_item(piece), "", item.bullet)


def _in_list(parts: Sequence[str], bullet: str) -> Iterator[Reference]:
    """An e-mail or a talk that is named beside numbers; any other words are a title."""
    for part in parts:
        kind = kind_of_item(part)
        if kind in _ALSO_IN_LISTS:
            yield Reference(part.strip(), kind, "", bullet)

