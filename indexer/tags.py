"""The vocabulary of the TAGS line: which codes there are, of which kind, and what they mean."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from .analysis import terms
from .near import Near, near_words, only
from .oddities import oddities

_TABLE: Final = Path(__file__).parent / "data" / "tags.csv"
_PROGRAMME: Final = re.compile(r"K[A-Z]{3,4}")
_LONGEST_RUN: Final = 60
_SHORTEST_BEGINNING: Final = 3


@dataclass(frozen=True, slots=True)
class Code:
    """A code, its kind (subject, programme, country, organisation), its meaning or ''.

    ``region`` is that of the State Department's bureau for a country, '' for any other code and
    where no bureau has the country.
    """

    code: str
    kind: str
    meaning: str
    region: str = ""


@cache
def codes() -> Mapping[str, Code]:
    """Every known code, in capitals.

    >>> codes()["IZ"]
    Code(code='IZ', kind='country', meaning='Iraq', region='Near East')
    """
    with _TABLE.open(encoding="utf-8", newline="") as table:
        rows = [
            Code(row["code"], row["kind"], row["meaning"], row["region"])
            for row in csv.DictReader(table)
        ]
    return MappingProxyType({row.code: row for row in rows})


@cache
def phrases() -> Mapping[str, str]:
    """Codes of several words, and the names of countries that have several, with their kinds.

    >>> phrases()["AER LINGUS"], phrases()["SIERRA LEONE"]
    ('organisation', 'country')
    """
    names = {
        code.meaning.upper(): code.kind for code in codes().values() if code.kind == "country"
    }
    names.update({code.code: code.kind for code in codes().values()})
    return MappingProxyType({name: kind for name, kind in names.items() if " " in name})


@cache
def phrase_beginnings() -> frozenset[str]:
    """The first words of the phrases.

    >>> "SIERRA" in phrase_beginnings()
    True
    """
    return frozenset(phrase.partition(" ")[0] for phrase in phrases())


@cache
def country_names() -> frozenset[str]:
    """The names of the countries in capitals.

    >>> "IRAQ" in country_names()
    True
    """
    return frozenset(
        code.meaning.upper() for code in codes().values() if code.kind == "country" and code.meaning
    )


@lru_cache(maxsize=8192)
def kind_of(code: str) -> str:
    """The kind of a code in capitals, '' for one that is not known.

    Programme codes come and go: any of K and three or four letters is one. The name of a country
    is no code, but stands for one.

    >>> kind_of("PREL"), kind_of("KZZZ"), kind_of("KLM"), kind_of("PRLE"), kind_of("KENYA")
    ('subject', 'programme', 'organisation', '', 'country')
    """
    known = codes().get(code)
    if known:
        return known.kind
    if code in country_names():
        return "country"
    return "programme" if _PROGRAMME.fullmatch(code) else ""


def find_codes(words: str) -> tuple[Code, ...]:
    """The codes that a text stands for, in the order of the table; () if there is none.

    It is a code in any case; or words of a meaning, a kind or a region, case and accents folded.
    All words must be there. They are whole words, or where no code has those, beginnings of three
    letters or more.

    >>> [code.code for code in find_codes("iz")], [code.code for code in find_codes("Côte")]
    (['IZ'], ['IV'])
    >>> [code.code for code in find_codes("narcot")], find_codes("kite")
    (['SNAR', 'KNAR', 'INCB', 'UNCND'], ())
    """
    if known := codes().get(" ".join(words.upper().split())):
        return (known,)
    wanted = terms(words)
    if not wanted:
        return ()
    whole = tuple(code for code, known in _described() if known.issuperset(wanted))
    if whole or min(map(len, wanted)) < _SHORTEST_BEGINNING:
        return whole
    return tuple(
        code for code, known in _described()
        if all(any(word.startswith(begun) for word in known) for begun in wanted)
    )


def words_of_codes() -> frozenset[str]:
    """Every word that :func:`find_codes` knows beside the codes themselves.

    >>> "narcotics" in words_of_codes(), "kite" in words_of_codes()
    (True, False)
    """
    return frozenset(word for _, words in _described() for word in words)


@cache
def _described() -> tuple[tuple[Code, frozenset[str]], ...]:
    return tuple(
        (code, frozenset(terms(f"{code.meaning} {code.kind} {code.region}")))
        for code in codes().values()
    )


def suggestion(code: str) -> str:
    """The known code that was meant by one in capitals that is not known; '' where none is sure.

    A correction of ``oddities.csv``, else the nearest code.

    >>> suggestion("PRLE"), suggestion("TERRORISM"), suggestion("PREL"), suggestion("PRE")
    ('PREL', 'PTER', '', '')
    """
    return oddities("tag").get(code) or nearest_code(code)


@lru_cache(maxsize=8192)
def nearest_code(code: str) -> str:
    """The one known code a single slip away from one that is not known; '' where there is none.

    It is a subject or a programme; else an organisation, which five letters at least must point at,
    since there are too many short ones. A code of three letters can only lack one; two are no
    ground for a guess.

    >>> nearest_code("PRLE"), nearest_code("UNESCOO"), nearest_code("EFN"), nearest_code("NAT")
    ('PREL', 'UNESCO', 'EFIN', '')
    """
    if len(code) < 3 or kind_of(code):
        return ""
    if len(code) == 3:
        return only(_near_codes("subject", "programme", "organisation").lacking(code))
    if found := _near_codes("subject", "programme").near(code):
        return only(found)
    return only(_near_codes("organisation").near(code)) if len(code) >= 5 else ""


@cache
def _near_codes(*kinds: str) -> Near:
    return near_words(
        code for code, known in codes().items() if known.kind in kinds and len(code) >= 4
    )


@cache
def _pieces() -> Mapping[str, bool]:
    """Codes that are found run together, those of letters alone, of up to six; is it a topic?"""
    return MappingProxyType(
        {
            code: known.kind in ("subject", "programme")
            for code, known in codes().items()
            if code.isalpha() and len(code) <= 6
        }
    )


def segment(letters: str) -> tuple[str, ...]:
    """The codes that were run together in a word, () if the whole word is not made of codes.

    One at least is a subject or a programme, since names and words would part into the codes of
    countries too easily.

    >>> segment("ECONEFIN"), segment("IZPREL"), segment("TERRORISM"), segment("ECON")
    (('ECON', 'EFIN'), ('IZ', 'PREL'), (), ())
    """
    if not 6 <= len(letters) <= _LONGEST_RUN or letters in _pieces():
        return ()
    found = _segments(letters)
    return found if any(_pieces()[code] for code in found) else ()


def _segments(letters: str) -> tuple[str, ...]:
    """The fewest known codes that make up the letters, longer ones first."""
    pieces = _pieces()
    best: dict[int, tuple[str, ...]] = {len(letters): ()}
    for place in range(len(letters) - 2, -1, -1):
        ways = [
            (letters[place : place + length], *best[place + length])
            for length in (4, 5, 6, 3, 2)
            if place + length in best and letters[place : place + length] in pieces
        ]
        if ways:
            best[place] = min(ways, key=len)
    return best.get(0, ())
