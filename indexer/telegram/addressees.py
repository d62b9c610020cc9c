"""The addressees of a telegram: the lists behind TO and INFO."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from ..cable import Recipient
from ..posts import known_post
from .breaks import mask_breaks
from .levels import LEVEL
from .recipient import ROUTE, read_recipient

_LONGEST: Final = 100_000
_LONGEST_NAME: Final = 300
_FULL_LINE: Final = 65

_OFFICE: Final = (
    r"(?:AMEMBASSY|AMEMB|AMCONSULATE|AMCONSUL|AMCONGEN|USMISSION|USOFFICE|USINT|USLO|USDEL|USUN"
    r"|USNATO|USEU|SECSTATE|SECDEF|CIA|NSC|AIT|REO)\b"
)
_ROUTED: Final = re.compile(ROUTE)
_BEGINS: Final = re.compile(rf"{ROUTE}|{_OFFICE}")
_LIST: Final = re.compile(r"^[ \t]*+(TO|INFO)(?:[: \t]++|$)", re.MULTILINE)
_LIST_IN_LINE: Final = re.compile(rf"[ \t](TO|INFO)[: \t]++(?={ROUTE}|{_OFFICE})")
_FROM: Final = re.compile(r"(?:^|\s)FM[: \t]")
_DISTRIBUTION: Final = re.compile(r"[ \t]*+[A-Z/]{2,6}-\d\d\b")
_END: Final = re.compile(
    rf"^[ \t]*+(?:BT[ \t]*$|E\.?[ \t]?O\.?[ \t]?1\d|TAGS?[: \t]|SUBJ|NNNN"
    rf"|{LEVEL}(?![ \t]*+SERVICE\b))",
    re.MULTILINE,
)
_EXCEPT: Final = re.compile(r"\bXMT\b[: \t]*+")
_BETWEEN: Final = re.compile(
    rf"[ \t]{{20,}}+|[ \t,;/](?={ROUTE})|[,;][ \t]*+(?={_OFFICE})"
    r"|(?<=[A-Z0-9][A-Z0-9])[ \t](?=(?:AMEMBASSY|AMCONSUL|SECSTATE)\b)"
)
_SEVERAL: Final = re.compile(r"[,;]|[ ](?:AM|SE)|[ ]{3}|/[^/]*/|\A(?!R)[^/]*/|PAGE[ ]\d")
_ONE: Final = re.compile(
    r"(?:R[UH][A-Z0-9]{2,6}+/(?:AM[A-Z]++[ ])?|AMEMBASSY[ ]|AMCONSUL[ ])"
    r"(?:(?!AMEMB|AMCON)[A-Z'.-]++[ ]?+){1,9}+(?:\d{1,6}+)?+\Z"
)
_NONE: Final = re.compile(r"(?!)")
_PAGE: Final = re.compile(r"PAGE[ ]\d")
_SLASH: Final = re.compile(rf"/[ \t]*+(?={_OFFICE})")
_COMMAS: Final = re.compile(r"[,;]")
_TAIL_ALONE: Final = re.compile(
    r"(?:#?\d{1,6}\Z|(?:NIACT[ ])?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|NIACT)(?:[ ]\d{1,6})?\Z"
    r"|//|COLLECTIVE\b)"
)
_COMPLETE: Final = re.compile(r"(?:WASHDC|WASHINGTON,? DC|COLLECTIVE|//)\Z")
_UNFINISHED: Final = re.compile(r"(?:[^/]/|[,-]|\b(?:OF|AND|THE|FOR|DE|SAN|SANTO|NEW))\Z")


@dataclass(frozen=True, slots=True)
class Addressees:
    """Those whom a telegram is addressed to, for action and for information."""

    to: tuple[Recipient, ...] = ()
    info: tuple[Recipient, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Entry:
    """An addressee while its lines are gathered."""

    text: str
    excluded: list[str] = field(default_factory=list)
    is_open: bool = False  # its XMT list may go on in the next line


def read_addressees(header: str) -> Addressees:
    """The addressees in a telegram's routing lines.

    >>> found = read_addressees("TO RUEHNW/AMEMBASSY NOWHERE 0064\\nINFO EU COLLECTIVE XMT AIT X")
    >>> found.to[0].name, found.to[0].serial, found.info[0].name, found.info[0].excluded
    ('AMEMBASSY NOWHERE', '0064', 'EU COLLECTIVE', ('AIT X',))
    """
    text = mask_breaks(header[:_LONGEST])
    if " TO " in text or " INFO " in text:
        text = _LIST_IN_LINE.sub(r"\n\1 ", text)
    sender = _FROM.search(text)
    lists: dict[str, list[Recipient]] = {"TO": [], "INFO": []}
    doubts: list[str] = []
    for name, block in _lists(text, sender.end() if sender else 0):
        for entry in _entries(block):
            recipient = _recipient(entry)
            if recipient.name:
                lists[name].append(recipient)
            else:
                doubts.append(_without_name(recipient))
    return Addressees(tuple(lists["TO"]), tuple(lists["INFO"]), tuple(doubts))


def _lists(text: str, start: int) -> list[tuple[str, str]]:
    """The name and the text of each list, from behind its TO or INFO to the next or the end."""
    heads = list(_LIST.finditer(text, start))
    if not heads:
        return []
    end = _END.search(text, heads[0].end())
    last = end.start() if end else len(text)
    bounds = [head.start() for head in heads[1:]] + [last]
    return [
        (head[1], text[head.end() : min(bound, last)])
        for head, bound in zip(heads, bounds, strict=True)
        if head.end() <= last and not _DISTRIBUTION.match(text, head.end())
    ]


def _entries(block: str) -> list[_Entry]:
    entries: list[_Entry] = []
    plain = _NONE if "XMT" in block else _ONE
    for line in map(str.strip, block.split("\n")):
        if plain.match(line):
            entries.append(_Entry(line))
        elif line:
            for piece in _pieces(line):
                _add(entries, piece)
    return entries


def _pieces(line: str) -> list[str]:
    """The addressees of one line: one, as a rule."""
    if not _SEVERAL.search(line):
        return [line]
    pieces = [part for piece in _BETWEEN.split(line) for part in _parts(piece.strip())]
    return [piece for piece in pieces if piece and not _PAGE.match(piece)]


def _parts(piece: str) -> list[str]:
    """Offices with slashes between, where the slash is not that of a route."""
    return [piece] if _ROUTED.match(piece) else _SLASH.split(piece)


def _add(entries: list[_Entry], piece: str) -> None:
    """Adds a new addressee, or more of the last one."""
    if not entries or (_ROUTED.match(piece) and "XMT" not in piece):
        entries.append(_Entry(""))
    last = entries[-1]
    before, *excepted = _EXCEPT.split(piece) if "XMT" in piece else [piece]
    before = before.rstrip(" (,")
    if last.is_open and not excepted and _is_excluded(piece):
        _exclude(last, piece)
    elif not last.text and not last.excluded:
        last.text = before
    elif _goes_on(last.text, before):
        last.text += before if before.startswith("//") else f" {before}"
    elif before:
        last = _Entry(before)
        entries.append(last)
    for names in excepted:
        last.is_open = True
        _exclude(last, names)


def _is_excluded(piece: str) -> bool:
    """Whether a line behind XMT names one more exception, and not the next addressee."""
    if _ROUTED.match(piece) or "COLLECTIVE" in piece:
        return False
    recipient = read_recipient(piece)
    return not recipient.serial and not recipient.precedence


def _exclude(entry: _Entry, names: str) -> None:
    for name in _COMMAS.split(names):
        recipient = read_recipient(name)
        if recipient.precedence:
            entry.text += f" {recipient.precedence}"  # it is the collective's
        if entry.excluded and _is_torn(entry.excluded[-1], recipient.name):
            entry.excluded[-1] += f" {recipient.name}"
        elif recipient.name:
            entry.excluded.append(recipient.name)


def _is_torn(first: str, second: str) -> bool:
    """Whether two lines hold one post's name: PORT OF, SPAIN."""
    if not second or _BEGINS.match(second):
        return False
    return not _is_post(first) and _is_post(f"{first} {second}")


def _is_post(name: str) -> bool:
    return bool(known_post(name) or known_post(name.partition(" ")[2]))


def _goes_on(text: str, piece: str) -> bool:
    """Whether a line is more of the addressee above it."""
    if _ROUTED.fullmatch(text):
        return not _ROUTED.match(piece)
    if not piece or _BEGINS.match(piece):
        return False
    if len(text) > _LONGEST_NAME:
        return False
    if _TAIL_ALONE.match(piece) or _UNFINISHED.search(text[-12:]):
        return True
    if "//" in piece and text.count("//") % 2:
        return True
    if "COLLECTIVE" in piece:
        return False
    if not _ROUTED.match(text):
        return len(text) >= _FULL_LINE
    recipient = read_recipient(text)
    return not (recipient.serial or recipient.precedence or _COMPLETE.search(recipient.name))


def _without_name(recipient: Recipient) -> str:
    if recipient.excluded:
        return f"XMT {', '.join(recipient.excluded)} has no collective"
    return f"{recipient.route or recipient.serial} has no name"


def _recipient(entry: _Entry) -> Recipient:
    recipient = read_recipient(entry.text)
    return replace(recipient, excluded=tuple(entry.excluded)) if entry.excluded else recipient
