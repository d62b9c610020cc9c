"""F7, a volume of Foreign Relations of the United States: TEI P5, one XML file a volume.

A ``div`` of type ``document`` is a cable; everything else (front matter, heads of chapters, lists
of persons, the index) is none and is skipped. Its id is the volume's and its own with a slash:
``frus1969-76v01/d12``. The documents are edited prose: a head in place of routing lines, a source
note in place of the classification line, notes, and no TAGS. An editorial note, which tells of
documents that are not printed, is read as one: its subject is its head.

History: the series began in 1861; volumes of every age are published as TEI, and the older ones
have neither source notes nor the times of their documents.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import IO, Final

from lxml import etree

from ..errors import Refused
from .base import Fact, Part, Sheet, Sign
from .decode import BLANKS
from .frus_facts import cited, created, facts_of_head, facts_of_sources, head_of, moment, signer
from .frus_text import Printed, printed
from .frus_volume import Document, as_page, documents
from .several import no_single_cable

NAME: Final = "frus"
TITLE: Final = "a volume of Foreign Relations of the United States: TEI P5 XML"

_ROOT: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?TEI(?=[\s>])[^<>]{0,2000}")
_NAME_SPACE: Final = b"http://www.tei-c.org/ns/1.0"
_HEAD: Final = 64 << 10  # bytes in which the XML begins, behind comments and instructions
_SIGNATURE_LINES: Final = 4  # the name, an office, a place
_NO_DOCUMENT: Final = "TEI without a document: it has no div of the type 'document'"

SIGNS: Final[tuple[Sign, ...]] = (
    Sign("the element TEI in its name space", re.compile(
        rb"<(?:[\w.-]{1,40}:)?TEI\s[^<>]{0,2000}http://www\.tei-c\.org/ns/1\.0")),
    Sign("a div of type 'document'", re.compile(
        rb"<(?:[\w.-]{1,40}:)?div\s[^<>]{0,2000}type=[\"']document")),
)


def recognises(data: bytes) -> bool:
    """Whether it is XML that begins with the element TEI, in the name space of TEI P5.

    >>> recognises(b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1969-76v01">')
    True
    >>> recognises(b"<html><body>TEI</body></html>")
    False
    """
    if b"TEI" not in data[:_HEAD] or not data[:1_000].lstrip(BLANKS).startswith(b"<"):
        return False
    root = _ROOT.search(data, 0, _HEAD)
    return root is not None and _NAME_SPACE in root[0]


def holds_many(start: bytes) -> bool:
    """Any file of this form may, and is read as one that does."""
    return recognises(start)


def split(file: IO[bytes]) -> Iterator[Part]:
    """The documents, named by their ids (``d12``), or ``document 12`` where they have none.

    :raises Refused: where the XML is damaged, is no TEI, or holds no document.
    """
    count = 0
    for document in documents(file):
        count += 1
        yield Part(document.name or f"document {count}", as_page(document))
    if not count:
        raise Refused(_NO_DOCUMENT)


def read(data: bytes, source: str) -> Sheet:  # noqa: ARG001 - a document has its own number
    """The document of a volume that has one.

    :raises Refused: where there are several, none, or damaged XML.
    """
    sheet: Sheet | None = None
    for document in documents(BytesIO(data)):
        if sheet:
            raise no_single_cable("a volume of several documents")
        sheet = _sheet(document)
    if sheet is None:
        raise Refused(_NO_DOCUMENT)
    return sheet


def _sheet(document: Document) -> Sheet:
    if (unknown := next(document.div.iter(etree.Entity), None)) is not None:
        raise Refused(f"damaged XML: the entity {unknown.text} is not defined")
    text = printed(document.div)
    facts = {name: fact for name, fact in _facts(document, text) if fact.value or fact.doubt}
    body, signature = _without_signature(text.body(), facts)
    return Sheet(text.heading, body, facts, notes=signature + text.below(), edited=True)


def _without_signature(body: str, facts: Mapping[str, Fact]) -> tuple[str, str]:
    """The text, and the signature below it, which is no part of its last paragraph."""
    signed = facts["signer"].value if "signer" in facts else ""
    place = body.rfind(f"\n{signed}") if signed else -1
    if place < 0 or body.count("\n", place + 1) > _SIGNATURE_LINES:
        return body, ""
    return body[: place + 1], body[place + 1 :]


def _facts(document: Document, text: Printed) -> Iterator[tuple[str, Fact]]:
    """What the document says of itself, by field."""
    div, own = document.div, ""
    if document.volume and document.name:
        own = f"{document.volume}/{document.name}"
    yield "id", Fact(own, "xml:id of volume and document")
    yield "created", created(div)
    yield "released", Fact(moment(document.published), "publication-date of the volume")
    yield from facts_of_head(head_of(div))
    yield from facts_of_sources(text.sources)
    yield "references", cited(div, document.volume, own)
    yield "signer", signer(div)
