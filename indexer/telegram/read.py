"""A telegram's text to a Cable: the fields are read one by one and put together here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..cable import Cable, Problem
from ..dates import year_of
from ..ids import canonical_id, split_id
from .addressees import Addressees, read_addressees
from .blocks import Head, read_blocks
from .breaks import mask_breaks
from .classification import Marking, read_marking
from .declass import Declassification, read_declass
from .header import Header, read_header
from .origin import origin_of
from .paragraphs import Paragraphs, read_paragraphs
from .references import read_references
from .routing import SENT
from .sections import Sections, read_sections
from .signer import read_signer
from .subject import read_subject
from .summary import read_comment, read_summary
from .tags import Tags, read_tags

_ROUTING: Final = re.compile(
    r"^[ \t]*+(?:FM|TO|INFO|VZCZ\w*+|DE[ \t]++RUE\w*+|(?:[ZOPRFY][ \t]++){1,3}[\dO]{6}Z)[ \t]",
    re.MULTILINE,
)
_TRANSMISSION: Final = 400  # characters of the lines above the date-time group
_HEAD: Final = 4_000  # characters in which the routing lines of a text begin
WANTED: Final = ("id", "dtg", "classification", "tags", "subject")


@dataclass(frozen=True, slots=True)
class _Number:
    """The cable's number: as found, canonical, and what is doubtful about it."""

    found: str
    id: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was read of a telegram, part by part; ``text`` is the body with its breaks masked."""

    top: Header
    addressees: Addressees
    marking: Marking
    number: _Number
    year: int
    head: Head
    tags: Tags
    declassification: Declassification
    numbered: Paragraphs
    text: str
    sections: Sections


def read_telegram(
    body: str, *, header: str = "", id: str = "", year: int | None = None  # noqa: A002
) -> Cable:
    """The cable of any text, read leniently; a fragment gives the fields that it has.

    Without ``header`` the routing lines may stand above the classification line in ``body``.
    ``id`` is in any style; without it the number in the classification line is taken.
    ``year`` (four digits) is for ids that lack one; without it the date-time group's.

    >>> cable = read_telegram("UNCLAS NOWHERE 000012\\n\\nTAGS: PREL\\nSUBJECT: PLENARY", year=2008)
    >>> cable.id, cable.subject, cable.tags[0].code
    ('08NOWHERE12', 'PLENARY', 'PREL')
    """
    if not header.strip():
        header, body = split_routing(body)
    cable = assemble(header, body, id, year or 0)
    return replace(cable, problems=(*lacking(cable), *cable.problems))


def split_routing(text: str) -> tuple[str, str]:
    """Header and body of a text in which they are not apart.

    >>> split_routing("FM AMEMBASSY PARIS\\nUNCLAS PARIS 12\\nSUBJECT: A WALK")
    ('FM AMEMBASSY PARIS\\n', 'UNCLAS PARIS 12\\nSUBJECT: A WALK')
    """
    start = read_marking(text).start
    if not _ROUTING.search(text, 0, start if start >= 0 else _HEAD):
        return "", text
    return (text[:start], text[start:]) if start >= 0 else (text, "")


def _repeated_routing(body: str) -> str:
    """The routing lines in the head of a body: above its classification line, or between two."""
    start, sent = read_marking(body).start, SENT.search(body, 0, _HEAD)
    if not sent:
        return ""
    if start < 0 or sent.start() < start:
        return body[: start if start >= 0 else _HEAD]
    again = read_marking(body[sent.end() :]).start
    above = body.rfind("VZCZ", max(0, sent.start() - _TRANSMISSION), sent.start())
    begin = above if above >= 0 else sent.start()
    return body[begin : sent.end() + again] if again >= 0 else ""


def assemble(header: str, body: str, given: str, year: int) -> Cable:
    """The cable of a telegram's two parts, without a word on the fields that it lacks.

    ``given`` is an id in any style, or ''; ``year`` is for ids that lack one, 0 for unknown. A body
    that repeats the header is read for it where the header's own block is something else.
    """
    routing = header if SENT.search(header) else _repeated_routing(body) or header
    parts = _read(routing, body, given, year)
    cable = _cable(parts, header, body)
    return replace(cable, problems=tuple(_problems(parts)))


def _read(routing: str, body: str, given: str, year: int) -> _Parts:
    text = mask_breaks(body)
    top, marking = read_header(routing), read_marking(text)
    year = year or year_of(top.created)
    number, head = _number(given, year, marking), read_blocks(text)
    return _Parts(
        top, read_addressees(routing), marking, number, year, head, read_tags(head),
        read_declass(head, top.created), read_paragraphs(text), text, read_sections(body),
    )


def _cable(parts: _Parts, header: str, body: str) -> Cable:
    """Every field from the part that has it."""
    top, marking, declassification = parts.top, parts.marking, parts.declassification
    number = split_id(parts.number.id)
    return Cable(
        id=parts.number.id,
        id_as_found=parts.number.found,
        post=number.post,
        year=number.year,
        serial=number.serial,
        created=top.created,
        dtg=top.dtg,
        precedence=top.precedence,
        transmission=top.transmission,
        classification=marking.classification,
        caveats=marking.caveats,
        origin=origin_of(top.sender, number.post),
        sender=top.sender,
        to=parts.addressees.to,
        info=parts.addressees.info,
        attention=marking.attention,
        sections=parts.sections.held,
        section_count=parts.sections.count,
        order=declassification.order,
        declass=declassification.declass,
        classified_by=declassification.classified_by,
        reasons=declassification.reasons,
        tags=parts.tags.tags,
        subject=read_subject(parts.head),
        references=read_references(parts.head, number.year or parts.year, parts.number.id),
        paragraphs=parts.numbered.paragraphs,
        summary=read_summary(parts.text),
        comment=read_comment(parts.text),
        signer=read_signer(parts.text),
        header=header,
        body=body,
    )


def _number(given: str, year: int, marking: Marking) -> _Number:
    """The number given with the text, else the one in its classification line."""
    own = f"{marking.post} {marking.serial}" if marking.post and marking.serial else ""
    canonical = canonical_id(given, year or None)
    if not canonical:
        return _Number(given or own, canonical_id(own, year or None))
    if not own or canonical_id(own, split_id(canonical).year) == canonical:
        return _Number(given, canonical)
    return _Number(given, canonical, f"the body's own number is {own}")


def lacking(cable: Cable, wanted: Sequence[str] = WANTED) -> Iterator[Problem]:
    """A problem for each field that every cable has and this one lacks."""
    for field in wanted:
        if not getattr(cable, field):
            yield Problem("", field, "not found")


def _problems(parts: _Parts) -> Iterator[Problem]:
    """What each part doubts, under the name of a field."""
    doubts = (
        ("id", (parts.number.doubt,) if parts.number.doubt else ()),
        ("dtg", parts.top.doubts),
        ("to", parts.addressees.doubts),
        ("classification", parts.marking.doubts),
        ("declass", parts.declassification.doubts),
        ("classified_by", parts.declassification.unnamed),
        ("tags", parts.tags.doubts),
        ("paragraphs", parts.numbered.doubts),
        ("sections", parts.sections.missing()),
    )
    return (Problem("", field, doubt) for field, some in doubts for doubt in some)
