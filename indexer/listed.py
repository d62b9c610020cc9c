"""What a list of cables shows of one: made from a few columns, without the record and the texts."""

from dataclasses import dataclass
from typing import Final

from .cable import Cable
from .kept import codes, strings

LISTED_COLUMNS: Final = (
    "number, id, created, released, classification, caveats, post, origin, subject, tags"
)
"""The columns of table ``cable`` that :func:`listed_row` is given behind the source."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of cables shows of one: the attributes of Cable, but that ``tags`` are codes."""

    number: int
    id: str
    created: str
    released: str
    classification: str
    caveats: tuple[str, ...]
    post: str
    origin: str
    subject: str
    tags: tuple[str, ...]
    source: str


def listed_cable(number: int, cable: Cable) -> Listed:
    """What a list shows of this cable, whose number in the archive is given.

    >>> listed_cable(7, Cable(id="08NOWHERE12", caveats=("SIPDIS",))).caveats
    ('SIPDIS',)
    """
    return Listed(
        number, cable.id, cable.created, cable.released, cable.classification, cable.caveats,
        cable.post, cable.origin, cable.subject, tuple(tag.code for tag in cable.tags),
        cable.source,
    )


def listed_row(
    source: str, number: int, id_: str, created: str, released: str, classification: str,
    caveats: str, post: str, origin: str, subject: str, tags: str,
) -> Listed:
    """The same from the columns."""
    return Listed(
        number, id_, created, released, classification, strings(caveats), post, origin, subject,
        codes(tags), source,
    )
