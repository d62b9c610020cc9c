"""A cable as the archive keeps it: columns, and a record of JSON without what the body has."""

import json
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from .cable import Cable, Paragraph, Problem, Tag
from .spans import Span, spans_of

PLAIN: Final[dict[str, str | int | bool]] = {
    "id_as_found": "", "form": "", "serial": 0, "dtg": "", "precedence": "", "sender": "",
    "section_count": 0, "order": "", "declass": "", "classified_by": "", "signer": "",
    "partial": False,
}  # fmt: skip
"""The attributes of Cable that a record has as they are, with what is left out for empty."""

LISTS: Final = ("attention", "sections", "reasons", "articles")
_RECIPIENT: Final = attrgetter("route", "name", "precedence", "serial", "excluded")
_REFERENCE: Final = attrgetter("raw", "kind", "id", "bullet")
_TRANSMISSION: Final = attrgetter("id", "route", "serial", "section", "time", "security")
_ENCODE: Final = json.JSONEncoder(separators=(",", ":")).encode  # in ASCII, so any character


class Packed(NamedTuple):
    """The columns of table ``cable`` that a cable is made from; ``caveats``, ``tags``, ``record``
    and ``paragraphs`` are JSON. docs/archive.md tells what is in them."""

    id: str
    created: str
    released: str
    classification: str
    caveats: str
    post: str
    year: int
    origin: str
    subject: str
    tags: str
    record: str
    paragraphs: str
    header: str
    body: str


def pack(cable: Cable) -> Packed:
    """The cable as the archive keeps it, without its source, which stands in another table."""
    (*spans, summary, comment), cuts = spans_of(cable)
    record = _record(cable)
    texts = {"summary": (cable.summary, summary), "comment": (cable.comment, comment)}
    record |= {name: span or text for name, (text, span) in texts.items() if text}
    if cuts:
        record["cuts"] = cuts
    return Packed(
        cable.id, cable.created, cable.released, cable.classification, _ENCODE(cable.caveats),
        cable.post, cable.year, cable.origin, cable.subject,
        _ENCODE([_tag_values(tag) for tag in cable.tags]), _ENCODE(record),
        _ENCODE([_paragraph_values(*pair) for pair in zip(cable.paragraphs, spans, strict=True)]),
        cable.header, cable.body,
    )


def _record(cable: Cable) -> dict[str, object]:
    """What the columns do not say and is not empty, but for the texts."""
    record = {name: value for name in (*PLAIN, *LISTS) if (value := getattr(cable, name))}
    record["transmission"] = _trimmed(_TRANSMISSION(cable.transmission))
    record["to"] = [_trimmed(_RECIPIENT(one)) for one in cable.to]
    record["info"] = [_trimmed(_RECIPIENT(one)) for one in cable.info]
    record["references"] = [_trimmed(_REFERENCE(one)) for one in cable.references]
    record["problems"] = [_problem_values(one, cable.source) for one in cable.problems]
    return {name: value for name, value in record.items() if value}


def _trimmed(values: Sequence[object]) -> Sequence[object]:
    """The values without the empty ones at the end."""
    length = len(values)
    while length and not values[length - 1]:
        length -= 1
    return values[:length]


def _tag_values(tag: Tag) -> tuple[str, ...]:
    return (tag.code, tag.kind) if tag.raw == tag.code else (tag.code, tag.kind, tag.raw)


def _problem_values(problem: Problem, source: str) -> tuple[str, ...]:
    """The source stands there only where it is not the cable's own."""
    if problem.source == source:
        return problem.field, problem.message
    return problem.field, problem.message, problem.source


def _paragraph_values(paragraph: Paragraph, span: Span | None) -> tuple[object, ...]:
    """The text is how far behind the paragraph's start it begins and before its end it ends."""
    start, end = paragraph.start, paragraph.end
    text = (span[0] - start, end - span[1]) if span else (paragraph.text,)
    return paragraph.number, paragraph.portion, paragraph.raw_number, start, end, *text
