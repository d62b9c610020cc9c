"""The posts that send cables: their names, the ways in which they are written, where they are."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from .analysis import fold
from .near import Near, near_words, only

LETTERS_FOR_DIGITS: Final = {"0": "O", "1": "I", "5": "S", "8": "B"}
"""The letters that digits are printed for."""

_TABLE: Final = Path(__file__).parent / "data" / "posts.csv"
_TO_LETTERS: Final = str.maketrans(LETTERS_FOR_DIGITS)
# What stands or was glued before a post's name without being part of it.
_BEFORE: Final = re.compile(
    r"(?>AMEMBASSY|AMEMB|AMCONSULATE|AMCONSUL|AMCONGEN|AMLEGATION|USMISSION|USINT|USLO|USDEL"
    r"|EMBASSY|CONSULATE|CONGEN|EFTO|NOFORN|SIPDIS|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE"
    r"|CORRECTEDCOPY|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET(?!AR))(?=[A-Z])"
)
_NO_POST_WORDS: Final = """
A AMCONGEN AMCONSUL AMCONSULATE AMEMB AMEMBASSY AMLEGATION AND ANNEX APR APRIL ARTICLE AS AT AUG
AUGUST BEGIN BY CABLE CABLES CBL CFR CHAPTER COMMENT CONFIDENTIAL CONGEN CONSULATE COP COPY
CORRECTED CORRECTEDCOPY DATED DAY DEC DECEMBER DECL DECLAS DOCUMENT DRAFT DTG EFTO EMAIL EMBASSY EO
EXDIS FAM FAX FEB FEBRUARY FOIA FOR FOUO FROM FRUS IIR IN INFO IS ITEM JAN JANUARY JUL JULY JUN
JUNE LETTER LIMDIS LIMITEDOFFICIALUSE LOU MAR MARCH MAY MEMCON MEMO MESSAGE MSG NO NODIS NOFORN
NOTAL NOTE NOV NOVEMBER NR NUMBER OCT OCTOBER OF ON OR PAGE PAGES PARA PARAGRAPH PARAS PART PHASE
REASON REASONS REF REFERENCE REFS REFTEL REFTELS REPORT RESOLUTION ROUND SEC SECRET SECT SECTION
SECTIONS SENSITIVE SEP SEPT SEPTEL SEPTELS SEPTEMBER SERIAL SIPDIS STADIS SUBJ SUBJECT SUMMARY TAG
TAGS TEL TELCON TELEGRAM TELEGRAMS TELNO TELS TEXT THE TO TOPSECRET UNCLAS UNCLASSIFIED UNSC UNSCR
USC USMISSION VERSION VOLUME WAS WITH
"""
_NO_POSTS: Final = frozenset(_NO_POST_WORDS.split())
_SECTION: Final = re.compile(r"S[ECTION]{5,8}S?|ECTION|SECTN|SCTION|SETION")  # but not SECTO
_NO_LETTER: Final = re.compile(r"[^A-Z0-9]+")
_BEYOND_ASCII: Final = re.compile(r"[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")  # letters, accents
_LONGEST: Final = 60
_TAIPEI: Final = ("TAIPEI", "AITTAIPEI")
_AIT_SINCE: Final = 2008


@dataclass(frozen=True, slots=True)
class Post:
    """A post: its name as it stands in ids, other spellings, the country where it is.

    ``country`` is '' for what is not a place, or where there is doubt.
    """

    name: str
    spellings: tuple[str, ...]
    country: str


@cache
def posts() -> Mapping[str, Post]:
    """Every known post by its canonical name.

    >>> posts()["TELAVIV"].spellings, posts()["TELAVIV"].country
    (('TEL AVIV', 'TEL-AVIV', 'TELAV'), 'Israel')
    """
    with _TABLE.open(encoding="utf-8", newline="") as table:
        rows = [
            Post(row["post"], tuple(filter(None, row["aliases"].split("|"))), row["country"])
            for row in csv.DictReader(table)
        ]
    return MappingProxyType({post.name: post for post in rows})


@cache
def spellings() -> Mapping[str, str]:
    """Every spelling, capitals with its blanks and hyphens, to the canonical name.

    >>> spellings()["PORT-AU-PRINCE"], spellings()["RIO"], spellings()["PARIS"]
    ('PORTAUPRINCE', 'RIODEJANEIRO', 'PARIS')
    """
    return MappingProxyType(
        {
            spelling: post.name
            for post in posts().values()
            for spelling in (post.name, *post.spellings)
        }
    )


@lru_cache(maxsize=8192)
def known_post(text: str) -> str:
    """The canonical name of a post spelt in a known way, in any case; '' for any other text.

    >>> known_post("tel aviv"), known_post("Brasília"), known_post("AMEMBASSY PARIS")
    ('TELAVIV', 'BRASILIA', '')
    """
    return _compact_spellings().get(_compact(text), "")


def canonical_post(text: str) -> str:
    """The post's name as it stands in ids: capitals, no blanks, one spelling.

    Aliases are resolved, words before the name dropped (AMEMBASSY, EFTO), a slip of one letter
    mended where a single known post is that near. An unknown post is kept as found; a word that
    stands beside numbers and is never a post (SECTION, NOFORN, NOVEMBER) gives ''.

    >>> canonical_post("tel aviv"), canonical_post("AMEMBASSY PARIS"), canonical_post("HCMC")
    ('TELAVIV', 'PARIS', 'HOCHIMINHCITY')
    >>> canonical_post("KATHMNDU"), canonical_post("0TTAWA"), canonical_post("Nowhere")
    ('KATHMANDU', 'OTTAWA', 'NOWHERE')
    >>> canonical_post("SECTION"), canonical_post("NOFORN"), canonical_post("AMEMBASSY")
    ('', '', '')
    """
    return _canonical(_compact(text))


def post_of_year(post: str, year: int) -> str:
    """The name that a post had in its numbers in a year, whatever name a text gives it.

    The institute in Taipei had AIT before its place from 2008 on.

    >>> post_of_year("AITTAIPEI", 2006), post_of_year("TAIPEI", 2009), post_of_year("PARIS", 2009)
    ('TAIPEI', 'AITTAIPEI', 'PARIS')
    """
    if post in _TAIPEI:
        return _TAIPEI[year >= _AIT_SINCE]
    return post


def unaccented(text: str) -> str:
    """A text with the letters alone of its accented letters, in as many characters if composed.

    >>> unaccented("BRASÍLIA, São Tomé")
    'BRASILIA, Sao Tome'
    """
    if text.isascii() or not _BEYOND_ASCII.search(text):
        return text
    return "".join(map(_base, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=1024)
def _base(character: str) -> str:
    folded = fold(character) if character.isalpha() else ""
    if len(folded) != 1:
        return character
    return folded.upper() if character.isupper() else folded


def _compact(text: str) -> str:
    return _NO_LETTER.sub("", unaccented(text[:_LONGEST].upper()))


@cache
def _compact_spellings() -> Mapping[str, str]:
    return {_compact(spelling): name for spelling, name in spellings().items()}


@lru_cache(maxsize=4096)
def _canonical(compact: str) -> str:
    known = _compact_spellings()
    candidates = _candidates(compact)
    for candidate in candidates:
        if candidate in known:
            return known[candidate]
    bare = candidates[-1]
    if bare in _NO_POSTS or _SECTION.fullmatch(bare):
        return ""
    return _truncated(bare) or _nearest(bare) or bare


def _candidates(compact: str) -> list[str]:
    """The name as found, then with fewer and fewer foreign words before it, digits mended."""
    found = [compact]
    while before := _BEFORE.match(found[-1]):
        found.append(found[-1][before.end() :])
    if not found[-1].isalpha():
        found.append(found[-1].translate(_TO_LETTERS))
    return found


def _truncated(name: str) -> str:
    """The one post whose name begins so: the telegrams of the 1970s cut names at six letters."""
    if len(name) != 6:
        return ""
    return only(frozenset(post for post in posts() if post.startswith(name)))


def _nearest(name: str) -> str:
    """The one known post that a slip of one letter turns into this name."""
    if len(name) < 4:
        return ""
    known = _near_posts()
    lacking = known.lacking(name)
    if lacking or len(name) < 6:
        return only(lacking)
    return only(known.longer_or_changed(name))


@cache
def _near_posts() -> Near:
    return near_words(posts())
