"""A cable as every engine indexes it: words and numbers by field, made from FIELDS alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from .archive import Stored
from .cable import Cable
from .fields import FIELDS, Kind, fold_value

HAS: Final = "has"
"""The keyword field that holds the names of the fields that are not empty."""


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
    texts: dict[str, tuple[str, ...]] = {}
    keywords: dict[str, tuple[str, ...]] = {}
    numbers: dict[str, tuple[int, ...]] = {}
    names: set[str] = set()
    for field in FIELDS:
        words, integers = field.words(cable), field.numbers(cable)
        if words and field.kind is Kind.TEXT:
            texts[field.name] = words
        elif words:
            keywords[field.name] = tuple(dict.fromkeys(fold_value(field, word) for word in words))
        if integers:
            numbers[field.name] = integers
        if words or any(integers):
            names.add(field.name)
    keywords[HAS] = _with_compounds(names)
    return Document(stored.number, cable.id, moment(cable.created), texts, keywords, numbers)


def filled(cable: Cable) -> tuple[str, ...]:
    """The names of the fields that are not empty, for ``has:``; ``refs`` with no reference is
    empty."""
    return _with_compounds(
        {field.name for field in FIELDS if field.words(cable) or any(field.numbers(cable))}
    )


def _with_compounds(names: set[str]) -> tuple[str, ...]:
    """The names, with those of the fields that have no values of their own."""
    covering = {field.name for field in FIELDS if not names.isdisjoint(field.covers)}
    cited = {"citedby"} if "cites" in names else set()
    return tuple(sorted(names | covering | cited))


def moment(created: str) -> int:
    """Minutes since 1970 of an ISO time or date in UTC; 0, with 1970, where there is none.

    >>> moment("1969-12-31T23:59Z"), moment("1970-01-01"), moment("")
    (-1, 0, 0)
    """
    try:
        time = datetime.fromisoformat(created.replace("Z", "+00:00"))
    except ValueError:
        return 0
    return int(time.replace(tzinfo=UTC).timestamp()) // 60
