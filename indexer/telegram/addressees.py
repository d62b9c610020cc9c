"""The addressees of a telegram: the lists behind TO and INFO."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from ..cable import Recipient
from ..posts import known_post
from .recipient import INDICATOR, OFFICE, ROUTE, plain_recipient, precedence_of, read_recipient
from .routing import routing_blocks
from .wrapping import begins_agency, goes_on, is_office_alone, is_torn_post, is_whole_office

_NEAREST: Final = 20

_ROUTED: Final = re.compile(ROUTE, re.IGNORECASE)
_EXCEPT: Final = re.compile(r"\bXMT\b[: \t]*+", re.IGNORECASE)
_OFFICES: Final = (
    rf"[,;][ \t]*+(?={OFFICE})|[ \t]AND[ \t]++(?={OFFICE})"
    r"|(?<=[A-Z0-9/][A-Z0-9/])[ \t](?=(?:AM(?:EMB|CON|LEG)[A-Z]*+|SECSTATE|USMISSION|USINT)\b)"
)
_ROUTES: Final = rf"[ \t]{{20,}}+|[ \t,;/](?={ROUTE})"
_BETWEEN: Final = re.compile(f"{_ROUTES}|{_OFFICES}", re.IGNORECASE)
_BETWEEN_ROUTES: Final = re.compile(_ROUTES, re.IGNORECASE)
_SEVERAL: Final = re.compile(
    r"[,;]|[ ](?:AM|SE|US|AND)|[ ]{3}|/[^/]*+/|\A(?!R)[^/]*+/|[ \t,;/]R|PAGE[ ]\d", re.IGNORECASE
)
_PAGE: Final = re.compile(r"PAGE[ ]\d")
_SLASH: Final = re.compile(rf"/[ \t]*+(?={OFFICE})", re.IGNORECASE)
_COMMA: Final = re.compile(r"[,;]")
_NAMES: Final = re.compile(rf"{_OFFICES}|[,;]|\bAND\b", re.IGNORECASE)
_INDICATOR: Final = re.compile(INDICATOR)
_OFFICE: Final = re.compile(rf"(?:{ROUTE})?{OFFICE}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addressees:
    """Those whom a telegram is addressed to, for action and for information."""

    to: tuple[Recipient, ...] = ()
    info: tuple[Recipient, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Entry:
    """An addressee while its lines are gathered; ``plain`` where its one line says it all."""

    text: str
    plain: Recipient | None = None
    excluded: list[str] = field(default_factory=list)

    def extend(self, piece: str) -> None:
        is_within = self.text.endswith(("/", "-")) and not is_whole_office(self.text)
        is_glued = piece.startswith("//") or is_within
        self.text += piece if is_glued else f" {piece}"
        self.plain = None

    def recipient(self) -> Recipient:
        recipient = self.plain or read_recipient(self.text)
        return replace(recipient, excluded=tuple(self.excluded)) if self.excluded else recipient


@dataclass(slots=True)
class _List:
    """The addressees behind one TO or INFO; the exceptions of ``open`` may go on."""

    entries: list[_Entry] = field(default_factory=list)
    open: _Entry | None = None

    def add(self, line: str, plain: Recipient | None) -> None:
        if plain and (plain.route or self._may_begin()):
            self.entries.append(_Entry(line, plain))
            self.open = None
        else:
            for piece in _pieces(line):
                self._add(piece)

    def _may_begin(self) -> bool:
        """Whether an office without a route is a new addressee."""
        return not self.open and not (self.entries and self.entries[-1].text.endswith("/"))

    def _add(self, piece: str) -> None:
        """Adds a new addressee, more of the last one, or exceptions."""
        before, *excepted = _EXCEPT.split(piece)
        before = before.rstrip(" (,")
        self._reclaim(piece)
        if self.open and not excepted and _is_excluded(piece):
            _exclude(self.open, piece)
        elif self.entries and goes_on(self.entries[-1].text, before):
            self.entries[-1].extend(before)
        elif before:
            self.entries.append(_Entry(before))
            self.open = None
        for names in excepted:
            self.open = self._collective()
            _exclude(self.open, names)

    def _reclaim(self, piece: str) -> None:
        """Makes the last exception an addressee, where a serial below it shows that it is one."""
        last = self.open.excluded[-1] if self.open and self.open.excluded else ""
        if self.open and last and _has_serial(last, piece):
            self.open.excluded.pop()
            self.entries.append(_Entry(last))
            self.open = None

    def _collective(self) -> _Entry:
        """The nearest addressee that is not a single office; a nameless one in an empty list."""
        if not self.entries:
            self.entries.append(_Entry(""))
        nearest = islice(reversed(self.entries), _NEAREST)
        collectives = (entry for entry in nearest if not _OFFICE.match(entry.text))
        return next(collectives, self.entries[-1])


def read_addressees(header: str) -> Addressees:
    """The addressees in a telegram's routing lines.

    >>> found = read_addressees("TO RUEHNW/AMEMBASSY NOWHERE 0064\\nINFO EU COLLECTIVE XMT AIT X")
    >>> found.to[0].name, found.to[0].serial, found.info[0].name, found.info[0].excluded
    ('AMEMBASSY NOWHERE', '0064', 'EU COLLECTIVE', ('AIT X',))
    """
    lists: dict[str, list[Recipient]] = {"TO": [], "INFO": []}
    doubts: list[str] = []
    for name, lines in routing_blocks(header):
        if name in lists:
            recipients = _recipients(lines)
            lists[name] += [recipient for recipient in recipients if recipient.name]
            doubts += [_without_name(recipient) for recipient in recipients if not recipient.name]
    return Addressees(tuple(lists["TO"]), tuple(lists["INFO"]), tuple(doubts))


def _recipients(lines: Sequence[str]) -> list[Recipient]:
    plain = [plain_recipient(line) for line in lines]
    whole = [recipient for recipient in plain if recipient]
    if len(whole) == len(plain):
        return whole
    gathered = _List()
    for line, recipient in zip(lines, plain, strict=True):
        gathered.add(line, recipient)
    return [entry.recipient() for entry in gathered.entries]


def _pieces(line: str) -> list[str]:
    """The addressees of one line: one, as a rule."""
    if not _SEVERAL.search(line):
        return [line]
    between = _BETWEEN_ROUTES if "XMT" in line else _BETWEEN
    pieces = [part for piece in between.split(line) for part in _parts(piece.strip())]
    pieces = [piece for piece in pieces if piece and not _PAGE.match(piece)]
    if len(pieces) > 1 and (_INDICATOR.fullmatch(pieces[0]) or precedence_of(pieces[0])):
        pieces[:2] = [f"{pieces[0]} {pieces[1]}"]
    return pieces


def _parts(piece: str) -> list[str]:
    """Offices with slashes between, where the slash is not that of a route; posts with commas."""
    if "/" in piece and "//" not in piece and not _ROUTED.match(piece):
        return _SLASH.split(piece)
    if "," not in piece or "XMT" in piece:
        return [piece]
    parts = list(map(str.strip, _COMMA.split(piece)))
    are_posts = all(known_post(read_recipient(part).name) for part in parts[1:])
    return parts if are_posts else [piece]


def _is_excluded(piece: str) -> bool:
    """Whether a line behind XMT names one more exception, and not the next addressee."""
    if _ROUTED.match(piece) or "COLLECTIVE" in piece or begins_agency(piece):
        return False
    recipient = read_recipient(piece)
    return not recipient.serial and not recipient.precedence


def _has_serial(office: str, piece: str) -> bool:
    """Whether a line holds the serial of the office above it, or its place with a serial."""
    return piece.isdecimal() or (is_office_alone(office) and bool(read_recipient(piece).serial))


def _exclude(entry: _Entry, names: str) -> None:
    for name in _NAMES.split(names):
        recipient = read_recipient(name)
        if recipient.precedence:
            entry.extend(recipient.precedence)  # it is the collective's
        if entry.excluded and is_torn_post(entry.excluded[-1], recipient.name):
            entry.excluded[-1] += f" {recipient.name}"
        elif recipient.name:
            entry.excluded.append(recipient.name)


def _without_name(recipient: Recipient) -> str:
    if recipient.excluded:
        return f"XMT {', '.join(recipient.excluded)} has no collective"
    return f"{recipient.route or recipient.serial or recipient.precedence} has no name"
