"""The numbers of cables in a piece of a REF line: years, posts and serials, in every order.

A piece is turned into a string with one letter for each word, number or mark in it, so that the
many orders are a few short patterns over those letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..ids import canonical_id, full_year
from ..posts import canonical_post, known_post, posts

_LONGEST_NAME: Final = 4
_SHORTEST_UNKNOWN: Final = 3

_TOKEN: Final = re.compile(r"\d{6}Z\b|\d+|[A-Z][A-Z']*|[^\sA-Z\d]")
_O_FOR_ZERO: Final = re.compile(r"(?<![A-Z])O(?=[0-9O]*[0-9])|(?<=[0-9])O(?=[0-9O]*+(?![A-Z]))")
_ZERO_FOR_O: Final = re.compile(r"(?<![0-9A-Z])0(?=[A-Z]{3})|(?<=[A-Z])0(?=[A-Z])")

_KINDS: Final = {
    **dict.fromkeys("JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC".split(), "m"),
    **dict.fromkeys(
        "JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split(),
        "m",
    ),
    **dict.fromkeys("AND OR THRU THROUGH".split(), "&"),
    **dict.fromkeys("TEL TELNO NO NR CABLE CABLES TELEGRAM CBL MSG SERIAL TELS".split(), "t"),
    **dict.fromkeys("NOTAL EXDIS NODIS NOFORN LIMDIS STADIS SIPDIS DTG DTD DATED OF".split(), "o"),
    **dict.fromkeys(
        "PARA PARAS PARAGRAPH PARAGRAPHS SECTION SECTIONS PAGE PAGES ARTICLE ARTICLES RESOLUTION "
        "UNSCR UNSC UNGA RES CHAPTER VOLUME VOL PART PARTS TITLE ANNEX ITEM ITEMS FAM FAH USC CFR "
        "PL EO IIR TD TDX TDCS PHASE ROUND COP DAY MEETING REPORT REPORTS SITREP LETTER MEMO NOTE "
        "NUMBER ISSUE VERSION REV MAIL EMAIL FAX PHONE TELCON MEMCON ROOM JUST ABOUT ON IN AT".split(),
        "x",
    ),
}
_PLAIN: Final = {"\u2019": "'", "\u2018": "'", "`": "'", "[": "(", "]": ")", "+": "&", "\u2013": "-"}

_YEAR: Final = r"\(?'?y\)?"
_POST: Final = r"w(?:[-/.]?w)*+"
_AFTER: Final = r"(?P<after>(?:\(o?'?y\)|'y|o{1,2}y|[/-]y(?![ny/-]))?+)"
_CABLE: Final = re.compile(
    rf"(?P<before>{_YEAR}[-/.,]?)?(?P<post>{_POST})[t:#.-]*+"
    rf"(?P<inner>{_YEAR}(?:(?=[ny])|[/-](?=n))|'?y-)?(?P<serial>[ny]){_AFTER}"
)
_NEXT: Final = re.compile(
    rf"(?:[,;/&-]|&?o&)[,&]*t*+(?P<before>{_YEAR}(?=[ny]))?(?P<serial>[ny])(?![md]|/n/)"
    rf"(?<!y(?=[-/.,]?{_POST}[t:#.-]*[ny])){_AFTER}"
)
_BARE: Final = re.compile(rf"[t#]*(?P<before>{_YEAR}(?=[ny]))?(?P<serial>[ny]){_AFTER}[o.,;]*")
_SERIAL_FIRST: Final = re.compile(
    rf"(?P<before>{_YEAR})?(?P<serial>[ny])[,-]?(?P<post>{_POST})(?P<after>(?:\('?y\)|'?y)?)[o.,;]*"
)


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a cable in ``piece[start:end]``; ``id`` is '' where no year is known."""

    id: str
    post: str
    year: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words, numbers and marks of a piece, a letter for each, and where they stand."""

    kinds: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def number(self, found: re.Match[str], post: str, year: int) -> Number:
        own = self._year(found, "before") or self._year(found, "after")
        if "inner" in found.re.groupindex:
            own = own or self._year(found, "inner")
        stated = own or year
        serial = self.words[found.start("serial")]
        last = found.end() - 1
        first = found.end(0) - 1 if False else found.start()
        id_ = canonical_id(f"{stated} {post} {serial}") if stated else ""
        return Number(id_, post, stated, self.starts[first], self.starts[last] + len(self.words[last]))

    def _year(self, found: re.Match[str], group: str) -> int:
        for place in range(found.start(group), found.end(group)):
            if self.kinds[place] == "y":
                return full_year(self.words[place])
        return 0
