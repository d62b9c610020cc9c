"""The vocabulary of the TAGS line: which codes there are, of which kind, and what they mean."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

_TABLE: Final = Path(__file__).parent / "data" / "tags.csv"
_PROGRAMME: Final = re.compile(r"K[A-Z]{3,4}")
_LONGEST_RUN: Final = 60


@dataclass(frozen=True, slots=True)
class Code:
    """A code, its kind (subject, programme, country, organisation), its meaning or ''."""

    code: str
    kind: str
    meaning: str


@cache
def codes() -> Mapping[str, Code]:
    """Every known code, in capitals.

    >>> codes()["IZ"]
    Code(code='IZ', kind='country', meaning='Iraq')
    """
    with _TABLE.open(encoding="utf-8", newline="") as table:
        rows = [Code(row["code"], row["kind"], row["meaning"]) for row in csv.DictReader(table)]
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
