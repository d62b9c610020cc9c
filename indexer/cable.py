"""The cable as it was read: frozen records, empty rather than None, always with their source.

Every text is as printed but for white space; what was normalised keeps its raw form beside it.
Times are UTC, to the minute, in ISO form (``2008-11-12T18:33Z``); a date alone is ``2008-11-12``.
The attribute names are also the keys of the JSON form, in this order, and are stable.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a page that could not be read, or is doubtful.

    >>> Problem("a.html", "declass", "02/30/2018 is no date").field
    'declass'
    """

    source: str
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Transmission:
    """The transmission lines above the date-time group, from 2005 on.

    ``VZCZCXRO0195`` is the id; ``DE RUEHNW #0195/01 2531700`` gives route, serial, section and
    time (day of the year, hour, minute); ``ZNY CCCCC ZZH`` is the security line.
    """

    id: str = ""
    route: str = ""
    serial: str = ""
    section: str = ""
    time: str = ""
    security: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One addressee: ``RUEHNW/AMEMBASSY NOWHERE PRIORITY 0195``.

    ``excluded`` holds the names behind XMT, which a collective leaves out.
    """

    route: str
    name: str
    precedence: str = ""
    serial: str = ""
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """One code of the TAGS line.

    Kinds: subject, programme, country, organisation, person; '' for a code that is none of these.
    """

    code: str
    kind: str
    raw: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of the REF line; ``id`` is the canonical id of a cable, '' for any other kind.

    Kinds: cable, e-mail, telcon, memcon, letter, fax, note, report, manual, book, web, unknown.
    """

    raw: str
    kind: str
    id: str = ""
    bullet: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph; ``start`` and ``end`` are character offsets into the cable's body.

    ``raw_number`` is the number as printed, which differs where a pilcrow was misread as a 1.
    ``text`` is without number and portion mark, page breaks taken out.
    """

    number: int
    portion: str
    text: str
    raw_number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cable:
    """A cable as read from one page.

    ``year`` and ``serial`` are 0 where the id could not be read. ``section_count`` is 0 where the
    telegram says nothing of sections; ``sections`` are those that the text holds. ``header`` holds
    the routing lines, ``body`` everything from the classification line on, both as printed.

    >>> Cable(id="08NOWHERE12", year=2008, post="NOWHERE", serial=12).subject
    ''
    """

    id: str = ""
    id_as_found: str = ""
    form: str = ""
    source: str = ""
    post: str = ""
    year: int = 0
    serial: int = 0
    created: str = ""
    released: str = ""
    dtg: str = ""
    precedence: str = ""
    transmission: Transmission = Transmission()
    classification: str = ""
    caveats: tuple[str, ...] = ()
    origin: str = ""
    sender: str = ""
    to: tuple[Recipient, ...] = ()
    info: tuple[Recipient, ...] = ()
    attention: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    section_count: int = 0
    order: str = ""
    declass: str = ""
    classified_by: str = ""
    reasons: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    subject: str = ""
    references: tuple[Reference, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    summary: str = ""
    comment: str = ""
    signer: str = ""
    header: str = ""
    body: str = ""
    articles: tuple[str, ...] = ()
    partial: bool = False
    problems: tuple[Problem, ...] = ()


PRECEDENCES: Final = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}


def names(recipients: Sequence[Recipient]) -> tuple[str, ...]:
    """The names of these addressees.

    >>> names([Recipient("RUEHNW", "AMEMBASSY NOWHERE")])
    ('AMEMBASSY NOWHERE',)
    """
    return tuple(recipient.name for recipient in recipients)
