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

_TOKEN: Final = re.compile(
    r"\d{6}Z\b|TEL[ -]?AVIV|PORT[ -]?OF[ -]?SPAIN|\d+|[A-Z][A-Z']*|[^\sA-Z\d]"
)
_O_FOR_ZERO: Final = re.compile(r"(?<![A-Z])O[0-9O]*[0-9]|[0-9]O[0-9O]*+(?![A-Z])")
_ZERO_FOR_O: Final = re.compile(r"(?<![0-9A-Z])0(?=[A-Z]{3})|(?<=[A-Z])0(?=[A-Z])")


def _each(words: str, kind: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), kind)


# y: a number that may be a year, n: any other, d: a date-time group, w: any other word.
_KINDS: Final = {
    **_each("AND OR THRU THROUGH +", "&"),
    **_each("TEL TELS TELNO NO NR CABLE CABLES TELEGRAM CBL MSG SERIAL", "t"),
    **_each("NOTAL EXDIS NODIS NOFORN LIMDIS STADIS SIPDIS DTG DTD DATED OF", "o"),
    **_each("JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH", "m"),
    **_each("APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER", "m"),
    **_each("PARA PARAS PARAGRAPH PARAGRAPHS SECTION SECTIONS PAGE PAGES ARTICLE ARTICLES", "x"),
    **_each("RESOLUTION UNSCR UNGA RES CHAPTER VOLUME VOL PART PARTS TITLE ANNEX ITEM ITEMS", "x"),
    **_each("FAM FAH USC CFR PL EO IIR TD TDX TDCS PHASE ROUND COP DAY MEETING REPORT", "x"),
    **_each("REPORTS SITREP LETTER MEMO NOTE NUMBER ISSUE VERSION REV MAIL EMAIL FAX", "x"),
    **_each("PHONE TELCON MEMCON ROOM ABOUT ON IN AT FBIS OSC", "x"),
    **_each("\u2019 \u2018 ` '", "'"),
    **_each("[ (", "("),
    **_each("] )", ")"),
    **_each("- \u2013", "-"),
    **_each("E U S C A B D F", "w"),
}

_YEAR: Final = r"\(?'?y\)?"
_POST: Final = r"w(?:[-/.]?w)*+"
_DATE: Final = r"(?:[ny][/-][ny][/-]|[ny]?m[ny]?,?'?|dm)y"
_AFTER: Final = rf"(?P<after>(?:\(o?'?y\)|'y|[o,]{{0,2}}{_DATE}|o{{1,2}}y|[/-]y(?![ny/-]))?+)"
_CABLE: Final = re.compile(
    rf"(?P<before>(?:{_YEAR}[-/.,]?)?)(?P<post>{_POST})[t:#.-]*+"
    rf"(?P<inner>(?:{_YEAR}(?=[ny])|y[/-](?=n)|'?y-)?)(?P<serial>[ny]){_AFTER}"
)
_NEXT: Final = re.compile(
    rf"(?:[,;/&-])[,&]*t*+(?P<before>(?:{_YEAR}(?=[ny]))?)"
    rf"(?P<serial>n|y(?![-/.,)]?{_POST}[t:#.-]*[ny]))(?![md]|/[ny]/){_AFTER}"
)
_BARE: Final = re.compile(
    rf"[t#]*+(?P<before>(?:{_YEAR}(?=[ny]))?)(?P<serial>[ny]){_AFTER}[o.,;()]*+"
)
_SERIAL_FIRST: Final = re.compile(
    rf"(?P<before>(?:{_YEAR})?)(?P<serial>[ny])[,-]?(?P<post>{_POST})"
    r"(?P<after>(?:\('?y\)|'?y)?)[o.,;]*+"
)
_MONTH: Final = re.compile(r"(?:[-&/][ny])?m")
_BEGINS: Final = frozenset(",;/&")


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

    def number(self, found: re.Match[str], post: str, year: int, start: int) -> Number:
        """The number that was found from word ``start`` on; ``year`` is that of its context."""
        year = self._year(found, *found.re.groupindex) or year
        id_ = canonical_id(f"{year} {post} {self.words[found.start('serial')]}") if year else ""
        last = found.end("after") - 1
        end = self.starts[last] + len(self.words[last])
        return Number(id_, post, year, self.starts[start], end)

    def _year(self, found: re.Match[str], *groups: str) -> int:
        for group in groups:
            if group not in ("serial", "post"):
                for place in reversed(range(*found.span(group))):  # a date ends with it
                    if self.kinds[place] == "y":
                        return full_year(self.words[place])
        return 0


def find_numbers(piece: str, year: int, last: Number | None) -> tuple[Number, ...]:
    """The numbers in a piece of one line, in their order.

    ``year`` (four digits, 0 if it is not known) is that of numbers which have none of their own;
    ``last`` is the number before the piece, whose post and year a bare serial takes.

    >>> piece = "08 TEL AVIV 412 AND 446, ROME 12/07"
    >>> [number.id for number in find_numbers(piece, 2009, None)]
    ['08TELAVIV412', '08TELAVIV446', '07ROME12']
    """
    text = _read(piece)
    if bare := last and _BARE.fullmatch(text.kinds):
        return (text.number(bare, last.post, last.year, bare.start()),)
    return tuple(_numbers(text, year)) or tuple(_serial_first(text, year))


def _read(piece: str) -> _Piece:
    capitals = piece.upper()
    if len(capitals) != len(piece):
        capitals = piece
    mended = _ZERO_FOR_O.sub("O", _O_FOR_ZERO.sub(_zeros, capitals))
    found = list(_TOKEN.finditer(mended))
    words = tuple(token[0] for token in found)
    kinds = "".join(map(_kind, words))
    return _Piece(kinds, words, tuple(token.start() for token in found))


def _zeros(digits: re.Match[str]) -> str:
    return digits[0].replace("O", "0")


@lru_cache(maxsize=4096)
def _kind(word: str) -> str:
    if word in _KINDS:
        return _KINDS[word]
    if word.isdecimal():
        return "b" if len(word.lstrip("0")) > 7 else "y" if full_year(word) else "n"
    if word[0].isdecimal():
        return "d"
    return word if len(word) == 1 and not word.isalpha() else "w"


def _numbers(text: _Piece, year: int) -> Iterator[Number]:
    place = 0
    while found := _CABLE.search(text.kinds, place):
        post, dropped = _post(text, found, place)
        place = found.end()
        if not post or _is_day(text, found):
            place = found.end("post")
            continue
        start = found.start("post") + dropped if dropped else found.start()
        number = text.number(found, post, year, start)
        yield number
        while following := _NEXT.match(text.kinds, place):
            number = text.number(following, post, number.year, following.start("before"))
            yield number
            place = following.end()


def _post(text: _Piece, found: re.Match[str], place: int) -> tuple[str, int]:
    """The post, '' if the words are no post, and how many words before it do not belong to it."""
    start, end = found.span("post")
    for first in range(max(start, end - 2 * _LONGEST_NAME), end):
        known = known_post("".join(text.words[first:end])) if text.kinds[first] == "w" else ""
        if known and not _is_title(text, found, place):
            return known, first - start
    if not _begins(text, found, place):
        return "", 0
    return _unknown(text, start, end)


def _begins(text: _Piece, found: re.Match[str], place: int) -> bool:
    """Does a number stand where an item begins, with nothing behind it that makes it a title?"""
    before = text.kinds[: found.start()].rstrip("o('")
    begins = not before or before[-1] in _BEGINS or len(before) == place
    behind = text.kinds[found.end() : found.end() + 1]
    return begins and (behind not in ("w", "m") or bool(_CABLE.match(text.kinds, found.end())))


def _is_title(text: _Piece, found: re.Match[str], place: int) -> bool:
    """PARIS 2008 behind other words is a place and a year."""
    return text.kinds[found.start("serial")] == "y" and not _begins(text, found, place)


def _is_day(text: _Piece, found: re.Match[str]) -> bool:
    """PARIS 12-14 JULY is a place and days."""
    serial = found.end("serial")
    return len(text.words[serial - 1]) < 3 and bool(_MONTH.match(text.kinds, serial))


def _unknown(text: _Piece, start: int, end: int) -> tuple[str, int]:
    """A post that is in no table: mended, or as printed."""
    for first in range(start, end):
        name = "".join(text.words[first:end])
        if text.kinds[first] == "w" and (post := canonical_post(name)) in posts():
            return post, first - start
    if end - start > _LONGEST_NAME or len(text.words[end - 1]) < _SHORTEST_UNKNOWN:
        return "", 0
    return canonical_post("".join(text.words[start:end])), 0


def _serial_first(text: _Piece, year: int) -> Iterator[Number]:
    found = _SERIAL_FIRST.fullmatch(text.kinds)
    if found:
        post = canonical_post("".join(text.words[found.start("post") : found.end("post")]))
        if post in posts():
            yield text.number(found, post, year, 0)
