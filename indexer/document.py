"""A cable as every engine indexes it: words and numbers by field, made from FIELDS alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from .archive import Stored
from .cable import Cable
from .fields import BY_NAME, FIELDS, Kind, fold_value, no_numbers, no_words

HAS: Final = "has"
"""The keyword field that holds the names of the fields that are not empty."""

_WORDED: Final = tuple(field for field in FIELDS if field.words is not no_words)
_TEXTS: Final = tuple((field.name, field.words) for field in _WORDED if field.kind is Kind.TEXT)
_VALUES: Final = tuple(field for field in _WORDED if field.kind is not Kind.TEXT)
_NUMBERS: Final = tuple(
    (field.name, field.numbers) for field in FIELDS if field.numbers is not no_numbers
)


@dataclass(frozen=True, slots=True)
class Document:
    """What an engine needs of one cable.

    ``texts`` are yet to be analysed; ``keywords`` are folded whole values; ``numbers`` are
    integers, days as proleptic ordinals. ``moment`` is minutes since 1970 (negative before it),
    for sorting. Empty fields are left out.
    """

    number: int
    id: str
    moment: int
    texts: Mapping[str, tuple[str, ...]]
    keywords: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, tuple[int, ...]]


def document(stored: Stored) -> Document:
    """What an engine indexes of a cable.

    >>> cable = Cable(id="08NOWHERE12", year=2008, subject="Plenary", created="1970-01-02T00:01Z")
    >>> made = document(Stored(7, cable))
    >>> made.texts["subject"], made.keywords["id"], made.numbers["year"], made.moment
    (('Plenary',), ('08nowhere12',), (2008,), 1441)
    """
    cable = stored.cable
    texts = {name: words for name, read in _TEXTS if (words := read(cable))}
    numbers = {name: integers for name, read in _NUMBERS if (integers := read(cable))}
    keywords = {
        field.name: tuple(dict.fromkeys([_folded(field.name, word) for word in words]))
        for field in _VALUES if (words := field.words(cable))
    }
    names = {name for name, integers in numbers.items() if any(integers)}
    keywords[HAS] = _with_compounds(frozenset(names.union(texts, keywords)))
    return Document(stored.number, cable.id, moment(cable.created), texts, keywords, numbers)


def filled(cable: Cable) -> tuple[str, ...]:
    """The names of the fields that are not empty, for ``has:``; ``refs`` with no reference is
    empty."""
    return _with_compounds(frozenset(
        field.name for field in FIELDS if field.words(cable) or any(field.numbers(cable))
    ))


@lru_cache(maxsize=4096)
def _with_compounds(names: frozenset[str]) -> tuple[str, ...]:
    """The names, with those of the fields that have no values of their own."""
    covering = {field.name for field in FIELDS if not names.isdisjoint(field.covers)}
    cited = {"citedby"} if "cites" in names else set()
    return tuple(sorted(names | covering | cited))


@lru_cache(maxsize=8192)  # values repeat from cable to cable
def _folded(name: str, value: str) -> str:
    return fold_value(BY_NAME[name], value)


def moment(created: str) -> int:
    """Minutes since 1970 of an ISO time or date in UTC; 0, with 1970, where there is none.

    >>> moment("1969-12-31T23:59Z"), moment("1970-01-01"), moment("")
    (-1, 0, 0)
    """
    try:
        time = datetime.fromisoformat(created)
    except ValueError:
        return 0
    return int(time.replace(tzinfo=UTC).timestamp()) // 60
