"""Great damage: one thing again and again, ten megabytes or a hundred thousand times, in each
place of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from .page import Page
from .seeds import Seed, by_form
from .words import TOKENS

BYTES: Final = 10_000_000
TIMES: Final = 100_000

_IN_LINE: Final = (
    " ", "\t", "A", "a", "x", "X", "7", "0", ". ", ".", ",", "-", "(", ")", "[", "{", "/", "//", "\\", "'", '"', "=", "*",
    "_", "#", "@", "¶", "\xa0", "\x00", "\r", "\u2028", "é", "\u0300\u0316", "&#x000A;", "&amp;", "&#x41;", "&#99999999;",
    "&amp", "&", "&#", "<", ">", "<<", "<!--", "<a href='", "<h3>Viewing cable ", "<table ", "<table class='cable'>",
    "<code><pre>", "<code ", "</pre></code>", "</pre>\n", "<td>", "- - -", "A. ", "(A) ", "A B ", "AB ", "Ab ", "a b ",
    "XX ", "1,000,", "U.S.", "SECTION ", "SECTION 01 OF 02 ", "PAGE 02 ", "REF: ", "TAGS: ", "SUBJECT: ", "SUBJ ",
    "E.O. 12958: ", "DECL: ", "CLASSIFIED BY ", "CLASSIFIED BY: DCM JANE DOE ", "REASON 1.4(b) ", "1.4 (B), (D) ", "XMT ",
    "TO ", "INFO ", "FM ", "R 121833Z NOV 08 ", "Z O P R ", "VZCZC", "DE RUEH ", "UNCLAS ", "UNCLAS NOWHERE 12 ",
    "C O N F I D E N T I A L ", "C O N F ", "C ", "SECRET", "SIPDIS ", "NOFORN//", "STATE PASS TO ", "NOWHERE FOR POL; ",
    "OVIP (DOE, JANE) ", "PREL, ", "PREL", "ECONEFIN", "KSCA/", "08NOWHERE12 ", "NOWHERE 12, ", "NOWHERE 12 AND 13 ",
    "08 NOWHERE 12 B. ", "(NOTAL) ", "¶1. ", "1. (C) ", "12", "SUMMARY ", "END SUMMARY ", "COMMENT: ", "QUOTE UNQUOTE ",
    "NNNN ", "DOE##", "002 OF 004 ", "00000233  002 OF 002 ", "C O R R E C T E D ", "http://a.example/", "[PREL](#) ",
    '"', '\\"', '","', '"\n"', "Message Text", "Key: value ", "|", "<div>", "<x ",
)  # fmt: skip
_LINES: Final = (
    "", " ", "TO X", "TO RUEHNW/AMEMBASSY NOWHERE PRIORITY 0012", "INFO EU COLLECTIVE XMT AIT X", "RUEHNW/AMEMBASSY NOWHERE",
    "AMEMBASSY NOWHERE", "FM AMEMBASSY NOWHERE", "R 121833Z NOV 08", "UNCLAS NOWHERE 000012", "C O N F I D E N T I A L",
    "SIPDIS", "NOWHERE FOR POL", "E.O. 12958: DECL: 11/12/2018", "TAGS: PREL, PARM", "PREL", "PREL PARM", "ZZZZ", "SUBJECT: A",
    "REF: A. NOWHERE 12", "A. NOWHERE 12", "B. 08 NOWHERE 13 (NOTAL)", "CLASSIFIED BY: DCM JANE DOE. REASON: 1.4 (B)",
    "1. (C) Text.", "¶1. (U) Text.", "2.", "¶", "SUMMARY", "END SUMMARY.", "SUMMARY\n-------", "COMMENT", "-----", "- - - -",
    "NOWHERE 00000233  002 OF 002", "CONFIDENTIAL\nPAGE 02 NOWHERE 00012 02 OF 03 121833Z", "PAGE 02", "DOE", "DOE##", "NNNN",
    "BT", "VZCZCXRO0233", "A", "A:", "Key: value", "</pre></code>\n<code><pre>", "ACTION EUR-00 INFO LOG-00", "IN CAPITALS",
)  # fmt: skip
_NAMES: Final = ("div", "span", "table", "td", "b", "a", "p", "pre", "code", "font", "li", "x", "select", "svg", "h3")
_PLACES: Final = {
    "start": rb"",
    "table": rb"<t[dh]\b[^>]{0,80}>|class=.s_val.>",
    "header": rb"\bFM [A-Z]|\nTO ",
    "marking": rb"UNCLAS|C O N F I|CONFIDENTIAL|SECRET|S E C R",
    "body": rb"SUBJECT|\bSUBJ\b",
    "end": rb"(?:</pre>|NNNN)?\s{0,4}\Z",
}  # fmt: skip
"""Where on a page: what is found first, and for the marking and the body behind the header."""


@dataclass(frozen=True, slots=True)
class Flood:
    """What is repeated, and what then is, as often; a line is as long as asked, all else as many
    times."""

    name: str
    unit: bytes
    then: bytes = b""
    is_line: bool = False

    def data(self, size: int, times: int) -> bytes:
        """The bytes of the flood."""
        if self.is_line:
            return self.unit * max(1, size // len(self.unit)) + self.then
        return self.unit * times + self.then * times


@dataclass(frozen=True, slots=True)
class Case:
    """A flood in one place of a page."""

    seed: Seed
    where: str
    place: int
    flood: Flood

    @property
    def name(self) -> str:
        """What is done to which page."""
        return f"{self.flood.name} at {self.where}"

    def page(self, size: int = BYTES, times: int = TIMES) -> Page:
        """The page; its lines end as those around them do."""
        data, flood = self.seed.data, self.flood.data(size, times)
        if b"&#x000A;" in data:
            flood = flood.replace(b"\n", b"&#x000A;")
        return Page(self.name, self.seed.name, data[: self.place] + flood + data[self.place :])


def cases() -> list[Case]:
    """Every flood in each place of a page of each form."""
    return [
        Case(seed, where, place, flood)
        for _, seed in sorted(by_form().items())
        for where, place in places(seed).items()
        for flood in floods()
    ]


def places(seed: Seed) -> dict[str, int]:
    """The places of a page by their names, as far as it has them."""
    found: dict[str, int] = {}
    for where, pattern in _PLACES.items():
        behind = found.get("header", 0)
        if place := re.search(pattern, seed.data[behind:]):
            found[where] = behind + (place.end() if where == "table" else place.start())
    return found


def floods() -> Iterator[Flood]:
    """Every flood."""
    for unit in _IN_LINE:
        yield Flood(f"a line of {unit!r}", unit.encode(), is_line=True)
    for line in _LINES:
        yield Flood(f"lines {line!r}", f"{line}\n".encode())
    for name in _NAMES:
        opening, closing = f"<{name}>".encode(), f"</{name}>".encode()
        yield Flood(f"nested {name}", opening, closing)
        yield Flood(f"opened {name}", opening)
        yield Flood(f"closed {name}", closing)
    yield Flood("cells", b"<td>1</td>")
    yield Flood("rows", b"<tr><td>1</td></tr>")
    yield Flood("nested tables", b"<table class='cable'><tr><td>")
    yield Flood("an attribute", b"v", b"'>", is_line=True)
    yield from map(_mixture, range(8))


def _mixture(number: int) -> Flood:
    """Some words of a page in one order, again and again."""
    random = Random(f"mixture {number}")
    unit = b"".join(random.choices(TOKENS, k=random.choice((2, 3, 8, 40))))
    return Flood(f"mixture {number}", unit, is_line=True)
