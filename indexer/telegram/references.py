"""The references of a telegram: cables by number, and what else the REF line names."""

import re
from collections.abc import Iterator
from typing import Final

from ..cable import Reference
from ..posts import known_post
from .blocks import Head
from .bullets import Item, cut_at_bullets
from .numbers import Number, find_numbers

_LONGEST: Final = 8000
_MOST: Final = 300

_BRACKET: Final = re.compile(r"\(([^()]{0,400})\)|\"[^\"]{0,400}\"|\[([^\[\]]{0,400})\]")
_YEAR_IN_BRACKET: Final = re.compile(r"\s*+'?(?:(?:19|20)\d\d|\d\d)\s*+")
_DATE_IN_BRACKET: Final = re.compile(
    r"\s*+(?:\d{1,2}[/-]\d{1,2}[/-]|(?:\d{1,2}\s?)?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV"
    r"|DEC)[A-Z]{0,6}\.?\s?(?:\d{1,2},?\s)?'?)(?P<year>(?:19|20)\d\d|\d\d)\s*+",
    re.IGNORECASE,
)
_NUMBER_IN_BRACKET: Final = re.compile(
    r"\s*+(?:(?:SEE|ALSO|AND|CABLE)\s)*+(?:'?\d\d(?:\d\d)?\s?)?(?P<post>[A-Z][A-Z .'-]{1,30}?)"
    r"\s?\d{1,7}(?:[\s,;&/]|\bAND\b|\d{2,7}|(?:'?\d\d\s)?[A-Z][A-Z .'-]{1,30}\s\d{1,7})*+"
)
_NOTHING: Final = re.compile(
    r"(?:\b(?:NOTAL|NOFORN|EXDIS|N/?A|NONE|SIPDIS|SENSITIVE|AND|SEE|ALSO|OTHERS?|ET\s?AL|PREVIOUS"
    r"(?=\Z))\b|[\W_])*+",
    re.IGNORECASE,
)
_SEMICOLON: Final = re.compile(r"\s?;\s?(?![^(]{0,200}\))")
_BETWEEN: Final = re.compile(r"[,;]|\bAND\b", re.IGNORECASE)

# In this order: an e-mail may hold a report, a report may come by fax.
_KINDS: Final = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        ("e-mail", r"E-?\s?MAILS?|ELECTRONIC MAIL|E-?MSG|UNCLASS? ?E-?MAIL"),
        ("telcon", r"TELE?CONS?|PHONE?CONS?|FONE?CONS?|(?:TELE)?PHONE|TELEPHONIC|TELECONFERENCE"),
        ("memcon", r"MEMCONS?|MEMORANDUM OF CONVERSATION|MEMCOMS?"),
        ("fax", r"FAX(?:ES|ED)?|FACSIMILE|TELEFAX"),
        ("letter", r"LETTERS?|LTR"),
        ("web", r"HTTPS?|WWW|WEB ?SITES?|WEB ?PAGE|INTERNET|CLASSNET|INTRANET|SIPRNET"),
        ("note", r"NOTES?|DIP ?NOTES?|NOTE VERBALE|AIDE[ -]MEMOIRE|NON-?PAPERS?"),
        ("manual", r"\d* ?FAM|FAH|MANUAL|HANDBOOK|GUIDE(?:BOOK|LINES)?"),
        ("book", r"BOOK|CFR|USC|ENCYCLOPEDIA"),
        ("report", r"(?:SPOT ?|SIT)?REP(?:ORT(?:S|ING)?|S)?|IIR|TDX?|TDCS|STUDY|PAPER|SURVEY|FBIS"
         r"|OSC|GMP\d*|EUP\d*"),
    )
)
_ALSO_IN_LISTS: Final = ("e-mail", "telcon", "memcon", "fax")
_TIME_GROUP: Final = re.compile(r"\b\d{6}Z\s?[A-Z]{3}", re.IGNORECASE)


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
    if _YEAR_IN_BRACKET.fullmatch(text):
        return bracket[0]
    if date := _DATE_IN_BRACKET.fullmatch(text):
        return f"({date['year']})".rjust(len(bracket[0]))
    if (number := _NUMBER_IN_BRACKET.fullmatch(text)) and known_post(number["post"]):
        return f",{text},"
    return " " * len(bracket[0])


def _references(
    piece: str, plain: str, numbers: tuple[Number, ...], item: Item
) -> Iterator[Reference]:
    place = 0
    for number in numbers:
        yield from _in_list(plain[place : number.start], item.bullet)
        raw = piece[number.start : number.end]
        yield Reference(raw, "cable", number.id, item.bullet)
        place = number.end
    if numbers:
        yield from _in_list(plain[place:], item.bullet)
    elif not _NOTHING.fullmatch(piece):
        yield Reference(piece.strip(" ,;"), _kind(piece), "", item.bullet)


def _in_list(text: str, bullet: str) -> Iterator[Reference]:
    """An e-mail or a talk that is named between two numbers; any other words are a title."""
    if len(text) < 4:
        return
    for part in _BETWEEN.split(text)[1:]:
        kind = _kind(part)
        if kind in _ALSO_IN_LISTS:
            yield Reference(part.strip(), kind, "", bullet)


def _kind(text: str) -> str:
    if _TIME_GROUP.search(text):
        return "cable"
    return next((kind for kind, words in _KINDS if words.search(text)), "unknown")
