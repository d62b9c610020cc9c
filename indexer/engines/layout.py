"""The fields of an index, made from FIELDS, and what else the engines have in common."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..analysis import stem, terms
from ..document import HAS, Document
from ..errors import ArchiveError
from ..fields import FIELDS, Kind

TEXT_FIELDS: Final = tuple(
    field.name for field in FIELDS if field.kind is Kind.TEXT and not field.covers
)
VALUE_FIELDS: Final = (HAS, *(
    field.name for field in FIELDS if field.kind not in (Kind.TEXT, Kind.NUMBER)
))
NUMBER_FIELDS: Final = tuple(
    field.name for field in FIELDS if field.kind in (Kind.NUMBER, Kind.DATE)
)
GAP: Final = 100
"""Positions left free between two texts of one field, so that no phrase crosses over."""

ENCODING: Final = ("utf-8", "surrogatepass")
"""How texts become bytes: it keeps the order of code points, and takes half of a surrogate pair."""

_MOST: Final = 10**10 - 1

_SPREAD: Final = 16  # words of a text that are looked up, about


def unstemmed(field: str) -> str:
    """The index field with the unstemmed words of a TEXT field; the stems have its own name."""
    return f"{field}_unstemmed"


def numbers(field: str) -> str:
    """The index field with the numbers of a NUMBER or DATE field."""
    return f"{field}_number"


def bounded(value: int) -> int:
    """A number as an index holds it: the farthest are 10**10 - 1 and its negative.

    >>> bounded(733000), bounded(-10**30)
    (733000, -9999999999)
    """
    return min(max(value, -_MOST), _MOST)


def sample_terms(document: Document) -> Iterator[tuple[str, str]]:
    """Index fields with terms that this document must be found by: of each text the longest word
    and others spread over it, and every value."""
    for field, texts in document.texts.items():
        words = [word for text in texts for word in terms(text)]
        if words:
            spread = words[:: len(words) // _SPREAD + 1]
            for word in {max(words, key=len), *spread}:
                yield field, stem(word)
                yield unstemmed(field), word
    for field, values in document.keywords.items():
        for value in values:
            yield field, value


def damaged(folder: Path, reason: str = "") -> ArchiveError:
    """The error for an index in this folder that cannot be read; it holds the remedy."""
    why = f" ({reason})" if reason else ""
    archive = folder.parent.parent
    return ArchiveError(
        f"the index in {folder} is damaged{why}: run `cables reindex -a {archive}`"
    )
