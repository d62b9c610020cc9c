"""A piece of a REF line as words, numbers and marks: one letter for each says what it is."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..ids import full_year
from ..misprints import mended
from ..posts import unaccented

_MOST_DIGITS: Final = 40  # zeros included; Python makes no number of some thousands of them
_LONGEST_SERIAL: Final = 7

_TOKEN: Final = re.compile(
    r"\d{6}Z(?![A-Z])|\d{6}Z(?=[A-Z]{3}\d)|TEL[ -]?AVIV|PORT[ -]?OF[ -]?SPAIN|AS WELL AS|\d+"
    r"|[A-Z][A-Z']*+|[^\sA-Z\d]"
)


def _each(words: str, kind: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), kind)


# y: a number that may be a year, n: any other, b: one too long for either, d: a date-time group,
# m: a month, &: and, r: up to, t: telegram, o: a word that says nothing of the number,
# x: a word that never stands before a cable's number, w: any other word. A mark is its own letter.
_KINDS: Final = {
    **_each("AND OR ET PLUS +", "&"),
    **_each("THRU THROUGH TO", "r"),
    **_each("TEL TELS TELNO TELNOS NO NOS NR NRS CABLE CABLES TELEGRAM TELEGRAMS CBL MSG SERIAL",
            "t"),
    **_each("NOTAL EXDIS NODIS NOFORN LIMDIS STADIS SIPDIS DTG DTD DATED DATE OF SEE ALSO FROM"
            " SENT IN MY OUR YOUR", "o"),
    **_each("JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH", "m"),
    **_each("APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER", "m"),
    **_each("PARA PARAS PARAGRAPH PARAGRAPHS SECTION SECTIONS PAGE PAGES ARTICLE ARTICLES", "x"),
    **_each("RESOLUTION RESOLUTIONS UNSCR UNSCRS UNSC UNGA RES CHAPTER VOLUME VOL PART PARTS", "x"),
    **_each("TITLE ANNEX ITEM ITEMS FAM FAH USC CFR PL EO ORDER IIR TD TDX TDCS PHASE ROUND", "x"),
    **_each("COP DAY MEETING MEETINGS REPORT REPORTS SITREP SPOTREP LETTER LETTERS LTR LTRS", "x"),
    **_each("MEMO MEMOS MEMORANDUM NOTE NOTES DIPNOTE DIPNOTES NUMBER ISSUE VERSION REV MAIL", "x"),
    **_each("EMAIL EMAILS MAILS FAX FAXES PHONE PHONECON TELCON TELCONS MEMCON MEMCONS ROOM", "x"),
    **_each("CALL CONVERSATION CONVERSATIONS DISCUSSION DISCUSSIONS ABOUT ON AT FBIS OSC RELEASE",
            "x"),
    **_each("LAW ACT DECREE TREATY PROTOCOL CASE FORM LIST TABLE TAB DRAFT ALDAC DUE BY", "x"),
    **_each("\u2019 \u2018 ` '", "'"),
    **_each("[ (", "("),
    **_each("] )", ")"),
    **_each("- \u2013 \u2014 _", "-"),
    "AS WELL AS": "&",
    **_each("E U S C A B D F", "w"),
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a piece, a letter for each, and where they stand in it."""

    kinds: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def end(self, place: int) -> int:
        """Where a token ends in the piece."""
        return self.starts[place] + len(self.words[place])

    def name(self, start: int, end: int) -> str:
        """The words and marks from one token up to another, glued together."""
        return "".join(self.words[start:end])


def read_tokens(piece: str) -> Tokens:
    """The tokens of a piece, in capitals without accents, misprinted digits mended.

    >>> read_tokens("08 Tel Aviv O12, rome no. 13 (NOTAL)").kinds
    'ywn,wt.n(o)'
    """
    capitals = unaccented(piece.upper())
    if len(capitals) != len(piece):
        capitals = piece
    found = list(_TOKEN.finditer(mended(capitals)))
    words = tuple(token[0] for token in found)
    return Tokens("".join(map(_kind, words)), words, tuple(token.start() for token in found))


@lru_cache(maxsize=4096)
def _kind(word: str) -> str:
    if word in _KINDS:
        return _KINDS[word]
    if word.isdecimal():
        is_long = len(word.lstrip("0")) > _LONGEST_SERIAL or len(word) > _MOST_DIGITS
        return "b" if is_long else "y" if full_year(word) else "n"
    if word[0].isdecimal():
        return "d"
    return word if len(word) == 1 and not word.isalpha() else "w"
