"""The posts that send cables: their names, the ways in which they are written, where they are."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

_TABLE: Final = Path(__file__).parent / "data" / "posts.csv"
# What stands or was glued before a post's name without being part of it.
_BEFORE: Final = re.compile(
    r"(?:AMEMBASSY|AMEMB|AMCONSULATE|AMCONSUL|AMCONGEN|AMLEGATION|USMISSION|USINT|USLO|USDEL"
    r"|EMBASSY|CONSULATE|EFTO|NOFORN|SIPDIS|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE|CORRECTEDCOPY"
    r"|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET(?!AR))(?=[A-Z])"
)
_NO_LETTER: Final = re.compile(r"[^A-Z0-9]+")
_DIGIT_FOR_LETTER: Final = str.maketrans({"0": "O", "1": "I", "5": "S", "8": "B"})
_LONGEST: Final = 60


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


def known_post(text: str) -> str:
    """The canonical name of a post spelt in a known way, in any case; '' for any other text.

    >>> known_post("tel aviv"), known_post("AMEMBASSY PARIS"), known_post("Nowhere")
    ('TELAVIV', '', '')
    """
    return _compact_spellings().get(_compact(text), "")


def canonical_post(text: str) -> str:
    """The post's name as it stands in ids: capitals, no blanks, one spelling.

    Aliases are resolved, words before the name dropped (AMEMBASSY, EFTO), a slip of one letter
    mended where a single known post is that near. An unknown post is kept as found.

    >>> canonical_post("tel aviv"), canonical_post("AMEMBASSY PARIS"), canonical_post("HCMC")
    ('TELAVIV', 'PARIS', 'HOCHIMINHCITY')
    >>> canonical_post("KATHMNDU"), canonical_post("0TTAWA"), canonical_post("Nowhere")
    ('KATHMANDU', 'OTTAWA', 'NOWHERE')
    """
    return _canonical(_compact(text))


def country_of(post: str) -> str:
    """The country where a post is, '' if it is not known.

    >>> country_of("CANBERRA"), country_of("NOWHERE")
    ('Australia', '')
    """
    found = posts().get(post)
    return found.country if found else ""


def _compact(text: str) -> str:
    return _NO_LETTER.sub("", text[:_LONGEST].upper())


@cache
def _compact_spellings() -> Mapping[str, str]:
    return {_compact(spelling): name for spelling, name in spellings().items()}


@lru_cache(maxsize=4096)
def _canonical(compact: str) -> str:
    known = _compact_spellings()
    for candidate in _candidates(compact):
        if candidate in known:
            return known[candidate]
    bare = _candidates(compact)[-1]
    return _truncated(bare) or _nearest(bare) or bare


def _candidates(compact: str) -> list[str]:
    """The name as found, then with fewer and fewer foreign words before it, digits mended."""
    found = [compact]
    while before := _BEFORE.match(found[-1]):
        found.append(found[-1][before.end() :])
    if not found[-1].isalpha():
        found.append(found[-1].translate(_DIGIT_FOR_LETTER))
    return found


def _truncated(name: str) -> str:
    """The one post whose name begins so: the telegrams of the 1970s cut names at six letters."""
    if len(name) != 6:
        return ""
    return _only({post for post in posts() if post.startswith(name)})


def _nearest(name: str) -> str:
    """The one known post that a slip of one letter turns into this name."""
    if len(name) < 4:
        return ""
    dropped = _with_a_letter_dropped().get(name, frozenset())
    if dropped or len(name) < 6:
        return _only(dropped)
    shorter = _without_a_letter(name)
    added = {post for post in shorter if post in posts()}
    near = {post for cut in shorter for post in _with_a_letter_dropped().get(cut, ())}
    return _only(added | {post for post in near if _one_slip(name, post)})


def _only(names: set[str] | frozenset[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


@cache
def _with_a_letter_dropped() -> Mapping[str, frozenset[str]]:
    dropped: dict[str, set[str]] = {}
    for post in posts():
        for shorter in _without_a_letter(post):
            dropped.setdefault(shorter, set()).add(post)
    return {shorter: frozenset(names) for shorter, names in dropped.items()}


def _without_a_letter(name: str) -> set[str]:
    return {name[:place] + name[place + 1 :] for place in range(len(name))}


def _one_slip(left: str, right: str) -> bool:
    """One letter for another, or two neighbours changed about, in names of one length."""
    if len(left) != len(right):
        return False
    different = [place for place in range(len(left)) if left[place] != right[place]]
    if len(different) == 2 and different[1] == different[0] + 1:
        first, second = different
        return left[first] == right[second] and left[second] == right[first]
    return len(different) == 1
