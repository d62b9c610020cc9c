"""The numbers of cables in a piece of a REF line: years, posts and serials, in every order.

The many orders are a few short patterns over the letters that stand for the piece's tokens.

- ``PARIS 12/08`` and ``PARIS 12-08`` are a serial and its year, ``PARIS 936/935`` two serials.
- ``PARIS 123-125`` are two serials, for a hyphen often means "and"; ``PARIS 123 THRU 125`` three.
- ``PARIS 123, 2007`` is a serial and its year. A number behind the last comma is a year where it is
  one up to the cable's own, where none was said before, and where the serial before it is not of
  its size (``PARIS 2005, 2007``); of two digits, only with a zero (``PARIS 123, 07``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from ..ids import full_year, make_id
from ..posts import canonical_post, known_post, posts
from .tokens import Tokens, read_tokens

_LONGEST_NAME: Final = 4
_SHORTEST_UNKNOWN: Final = 3
_LONGEST_RANGE: Final = 20
_SIZE_OF_A_YEAR: Final = 1000

_YEAR: Final = r"\(?'?y\)?"
_POST: Final = r"w(?:[-/.]?w)*+"
_DATE: Final = r"(?:[ny][./-][ny][./-]|[ny]?m\.?[ny]?,?'?|dm)y"
_AFTER: Final = rf"(?P<after>(?:\(o?'?y\)|'y|[o,]{{0,2}}{_DATE}|o{{1,2}}y|[/-]y(?![ny/-]))?+)"
_CABLE: Final = re.compile(
    rf"(?P<before>(?:{_YEAR}(?:[-.,:]|(?P<slash>/))?)?)(?<!w)(?<!w[-/.])(?P<post>{_POST})"
    rf"(?(slash)/?+|(?P<glued>/)?+)[t:#.-]*+"
    rf"(?P<inner>(?:{_YEAR}(?=[ny])|y[/:-](?=n)|'?y-)?)(?P<serial>[ny]){_AFTER}"
)
_NEXT: Final = re.compile(
    rf"(?:[,;/&-]|(?P<range>r))[,&o]*+[t#.]*+(?P<before>(?:{_YEAR}(?=[ny]))?)"
    rf"(?P<serial>n|y(?![-/.,)]?{_POST}[t:#.-]*+[ny]))(?![md]|/[ny]/){_AFTER}"
)
_BESIDE: Final = re.compile(r"(?P<before>)(?P<range>)(?P<serial>n)(?P<after>)(?=$|[,;&on])")
_YEAR_BEHIND: Final = re.compile(r"(?P<comma>,?)(?P<year>y)(?=$|[,;&o)])")
_BARE: Final = re.compile(
    rf"[,;&t#.]*+(?P<before>(?:{_YEAR}(?=[ny]))?)(?P<serial>[ny]){_AFTER}[o.,;()]*+"
)
_SERIAL_FIRST: Final = re.compile(
    rf"(?P<before>(?:{_YEAR})?)(?P<serial>[ny])[,-]?(?P<post>{_POST})"
    r"(?P<after>(?:\('?y\)|'?y)?)[o.,;]*+"
)
_YEAR_GROUPS: Final = ("before", "inner", "after")
_REST_OF_DATE: Final = re.compile(r"(?:[-&/][ny])?m|/[ny]/[ny]")
_BEGINS: Final = frozenset(",;/&")
# Most items: such a piece needs no tokens.
_PLAIN: Final = re.compile(
    r"(?:'?((?:19|20)?\d\d) ?)?([A-Z]{3,15}(?: [A-Z]{2,12}){0,3}+) ?0{0,8}([1-9]\d{0,6})"
    r"(?:,? (?:NOTAL|\(NOTAL\)))?[ .]*+"
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
class _Cited:
    """A serial in a run of one post: where it stands, and the year said for it alone, or 0."""

    serial: int
    digits: str
    year: int
    start: int
    end: int


def find_numbers(piece: str, year: int, last: Number | None) -> tuple[Number, ...]:
    """The numbers in a piece of one line, in their order.

    ``year`` (four digits, 0 if it is not known) is that of numbers which have none of their own;
    ``last`` is the number before the piece, whose post and year a bare serial takes.

    >>> piece = "08 TEL AVIV 412 AND 446, ROME 12/07"
    >>> [number.id for number in find_numbers(piece, 2009, None)]
    ['08TELAVIV412', '08TELAVIV446', '07ROME12']
    >>> [number.id for number in find_numbers("PARIS 123, 2007", 2009, None)]
    ['07PARIS123']
    """
    if plain := _plain(piece):
        name, stated, serial, end = plain
        stated = stated or year
        return (Number(make_id(stated, name, serial), name, stated, 0, end),)
    text = read_tokens(piece)
    if bare := last and _BARE.fullmatch(text.kinds):
        cited = _cited(text, bare, bare.start("before"))
        return (_number(cited, last.post, cited.year or last.year),)
    return tuple(_numbers(text, year)) or tuple(_serial_first(text, year))


@lru_cache(maxsize=4096)
def _plain(piece: str) -> tuple[str, int, int, int] | None:
    """Post, stated year, serial, and where it ends, of a piece that is one known post's number."""
    found = _PLAIN.fullmatch(piece)
    post = known_post(found[2]) if found else ""
    stated = full_year(found[1] or "") if found else 0
    if not found or not post or (found[1] and not stated):
        return None
    return post, stated, int(found[3]), found.end(3)


def _number(cited: _Cited, post: str, year: int) -> Number:
    return Number(make_id(year, post, cited.serial), post, year, cited.start, cited.end)


def _cited(text: Tokens, found: re.Match[str], start: int) -> _Cited:
    place = found.start("serial")
    digits = text.words[place]
    end = text.end(found.end("after") - 1)
    return _Cited(int(digits), digits, _year(text, found), text.starts[start], end)


def _year(text: Tokens, found: re.Match[str]) -> int:
    """The year in one of the groups that may have one; a date ends with it."""
    for group in _YEAR_GROUPS:
        if group in found.re.groupindex:
            for place in reversed(range(*found.span(group))):
                if text.kinds[place] == "y":
                    return full_year(text.words[place])
    return 0


def _numbers(text: Tokens, year: int) -> Iterator[Number]:
    place = 0
    while found := _CABLE.search(text.kinds, place):
        post, dropped = _post(text, found, place)
        place = found.end()
        if not post or _is_day(text, found):
            place = found.end("post")
            continue
        start = found.start("post") + dropped if dropped else found.start()
        run, place = _run(text, _cited(text, found, start), place, year)
        stated = 0
        for cited in run:
            stated = cited.year or stated
            yield _number(cited, post, stated or year)


def _run(text: Tokens, first: _Cited, place: int, year: int) -> tuple[list[_Cited], int]:
    """The serials of one post from its first on, and where they end."""
    run = [first]
    while True:
        said = _YEAR_BEHIND.match(text.kinds, place)
        if said and (stated := _said_year(text, said, run, year)):
            run = [replace(cited, year=stated) for cited in run]
            run[-1] = replace(run[-1], end=text.end(said.start("year")))
            return run, said.end()
        found = _NEXT.match(text.kinds, place) or _beside(text, run[-1], place)
        if not found:
            return run, place
        cited = _cited(text, found, found.start("before"))
        if found["range"]:
            run += _between(run[-1], cited)
        run.append(cited)
        place = found.end()


def _said_year(text: Tokens, said: re.Match[str], run: list[_Cited], year: int) -> int:
    """The year that stands behind serials, 0 where it is one more serial."""
    digits, last = text.words[said.start("year")], run[-1]
    stated = full_year(digits)
    if any(cited.year not in (0, stated) for cited in run) or (year and stated > year):
        return 0
    if said["comma"] and _NEXT.match(text.kinds, said.end()):
        return 0
    if len(digits) == 2:
        return stated if digits[0] == "0" and last.digits[0] != "0" and last.serial > 99 else 0
    is_size = last.serial >= _SIZE_OF_A_YEAR and abs(last.serial - stated) < _SIZE_OF_A_YEAR
    return 0 if is_size else stated


def _beside(text: Tokens, last: _Cited, place: int) -> re.Match[str] | None:
    """A serial whose comma was lost, known by its as many digits."""
    found = _BESIDE.match(text.kinds, place)
    digits = text.words[found.start("serial")] if found else ""
    return found if 3 <= len(digits) == len(last.digits) else None


def _between(first: _Cited, last: _Cited) -> list[_Cited]:
    """The serials between two ends, where they are not too many to be meant."""
    serials = range(first.serial + 1, last.serial)
    if len(serials) > _LONGEST_RANGE:
        return []
    return [replace(last, serial=serial) for serial in serials]


def _post(text: Tokens, found: re.Match[str], place: int) -> tuple[str, int]:
    """The post, '' if the words are no post, and how many words before it do not belong to it."""
    start, end = found.span("post")
    for first in range(max(start, end - 2 * _LONGEST_NAME), end):
        known = known_post(text.name(first, end)) if text.kinds[first] == "w" else ""
        if known and not _is_title(text, found, place):
            return known, first - start
    if found["glued"] or not _begins(text, found, place):
        return "", 0
    return _unknown(text, start, end)


def _begins(text: Tokens, found: re.Match[str], place: int) -> bool:
    """Does a number stand where an item begins, with nothing behind it that makes it a title?"""
    before = text.kinds[: found.start()].rstrip("o('")
    begins = not before or before[-1] in _BEGINS or len(before) == place
    behind = text.kinds[found.end() : found.end() + 1]
    return begins and (behind not in ("w", "m") or bool(_CABLE.match(text.kinds, found.end())))


def _is_title(text: Tokens, found: re.Match[str], place: int) -> bool:
    """PARIS 2008 behind other words is a place and a year."""
    return text.kinds[found.start("serial")] == "y" and not _begins(text, found, place)


def _is_day(text: Tokens, found: re.Match[str]) -> bool:
    """PARIS 12-14 JULY is a place and days, PARIS 3/5/08 a place and a date."""
    serial = found.end("serial")
    return len(text.words[serial - 1]) < 3 and bool(_REST_OF_DATE.match(text.kinds, serial))


def _unknown(text: Tokens, start: int, end: int) -> tuple[str, int]:
    """A post that is in no table: mended, or as printed."""
    for first in range(start, end):
        name = text.name(first, end)
        if text.kinds[first] == "w" and (post := canonical_post(name)) in posts():
            return post, first - start
    if end - start > _LONGEST_NAME or len(text.words[end - 1]) < _SHORTEST_UNKNOWN:
        return "", 0
    return canonical_post(text.name(start, end)), 0


def _serial_first(text: Tokens, year: int) -> Iterator[Number]:
    found = _SERIAL_FIRST.fullmatch(text.kinds)
    if found:
        post = canonical_post(text.name(*found.span("post")))
        if post in posts():
            cited = _cited(text, found, 0)
            yield _number(cited, post, cited.year or year)
