"""A volume of TEI to its documents, as a stream: one document is held at a time.

Nothing outside the file is looked at, no entity is expanded, and nothing is guessed where the XML
is damaged: the documents before the damage are given, and then it is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import IO, Any, Final, cast

from lxml import etree

from ..errors import Refused

TEI: Final = "http://www.tei-c.org/ns/1.0"
FRUS: Final = "http://history.state.gov/frus/ns/1.0"
ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

LARGEST_DOCUMENT: Final = 4 << 20
"""Bytes of XML; a volume is refused from a larger document on."""

_BLOCK: Final = 64 << 10
_ROOT, _DIV = f"{{{TEI}}}TEI", f"{{{TEI}}}div"
_DATE, _IDNO = f"{{{TEI}}}date", f"{{{TEI}}}idno"
_HEADER: Final = (
    '<teiHeader><fileDesc><publicationStmt><date type="publication-date">{}</date>'
    "</publicationStmt></fileDesc></teiHeader>"
)
_PUBLICATION: Final = f"{{{TEI}}}publicationStmt"


@dataclass(frozen=True, slots=True)
class Document:
    """A document while it is at hand: ``div`` is empty when the next one is asked for.

    ``volume`` is its id, ``published`` the date of publication as printed; '' for none.
    """

    volume: str
    published: str
    div: "etree._Element"

    @property
    def name(self) -> str:
        """The document's id within the volume, '' if it has none."""
        return self.div.get(ID) or ""


def documents(file: IO[bytes]) -> Iterator[Document]:
    """The outermost documents of a volume, in their order; what is between them is skipped.

    :raises Refused: where the XML is damaged, has entities of its own, or is no TEI.

    >>> from io import BytesIO
    >>> volume = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><text><div type="document"/>'
    >>> stream = documents(BytesIO(volume.encode()))
    >>> next(stream).volume
    'v'
    >>> next(stream)
    Traceback (most recent call last):
    indexer.errors.Refused: damaged XML: Premature end of data in tag text line 1, line 1, column 81
    """
    volume = _Volume()
    for event, element in _events(file, volume):
        if event == "start":
            volume.begin(element)
        elif document := volume.end(element):
            yield document
            _forget(element)


def as_page(document: Document) -> bytes:
    """The document as a volume of its own, which is read as it would be in its place."""
    number = f' xml:id="{escape(document.volume)}"' if document.volume else ""
    header = _HEADER.format(escape(document.published)) if document.published else ""
    before = f'<TEI xmlns="{TEI}"{number}>{header}<text><body>'
    div: bytes = etree.tostring(document.div, encoding="utf-8", with_tail=False)
    return before.encode() + div + b"</body></text></TEI>"


def _parser() -> "etree.XMLPullParser":
    """A parser that keeps to the file, and to what a document may hold."""
    return etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )


class _Volume:
    """What is known of a volume while its elements begin and end."""

    def __init__(self) -> None:
        self.is_open = False
        self.held = 0  # bytes of the document that is open
        self._depth = 0
        self._id = ""
        self._published = ""

    def begin(self, element: "etree._Element") -> None:
        if element.getparent() is None:
            _check_root(element)
            self._id = element.get(ID) or ""
        elif self.is_open:
            self._depth += 1
        elif _is_document(element):
            self.is_open, self.held, self._depth = True, 0, 1

    def end(self, element: "etree._Element") -> Document | None:
        """The document that ends here; whatever is in none is noted or forgotten."""
        if self.is_open:
            self._depth -= 1
            self.is_open = self._depth > 0
            return None if self.is_open else Document(self._id, self._published, element)
        parent = element.getparent()
        if parent is not None and parent.tag == _PUBLICATION:
            self._note(element)
        _forget(element)
        return None

    def _note(self, element: "etree._Element") -> None:
        value = (element.get("when") or element.text or "").strip()
        if element.tag == _IDNO and element.get("type") == "frus":
            self._id = self._id or value
        if element.tag == _DATE and element.get("type") == "publication-date":
            self._published = value


def _events(file: IO[bytes], volume: _Volume) -> Iterator[tuple[str, "etree._Element"]]:
    """What begins and ends; where the XML is damaged, what came before, and then that."""
    pull = _parser()
    while block := file.read(_BLOCK):
        damage = _feed(pull, block)
        volume.held += len(block)
        yield from _read(pull)
        if damage:
            raise Refused(damage)
        if volume.is_open and volume.held > LARGEST_DOCUMENT:
            raise Refused(f"a document larger than {LARGEST_DOCUMENT >> 20} MiB")
    try:
        pull.close()
    except etree.XMLSyntaxError as error:
        raise Refused(f"damaged XML: {error.msg}") from error
    yield from _read(pull)


def _read(pull: "etree.XMLPullParser") -> Iterator[tuple[str, "etree._Element"]]:
    return cast(Iterator[tuple[str, "etree._Element"]], pull.read_events())


def _feed(pull: "etree.XMLPullParser", block: bytes) -> str:
    """What damage the parser finds in a block, '' for none; an unknown entity is only logged."""
    try:
        pull.feed(block)
    except etree.XMLSyntaxError as error:
        return f"damaged XML: {error.msg}"
    fatal = pull.feed_error_log.filter_from_fatals()
    return f"damaged XML: {fatal[0].message}, line {fatal[0].line}" if fatal else ""


def _check_root(root: "etree._Element") -> None:
    if root.tag != _ROOT:
        name = str(root.tag).rpartition("}")[2]  # QName takes no name of the wrong letters
        raise Refused(f"no TEI: the XML begins with {name}")
    kind = root.getroottree().docinfo.internalDTD
    if kind is not None and cast(Any, kind).entities():  # not in the stubs
        raise Refused("XML that declares entities of its own, which are not read")


def _is_document(element: "etree._Element") -> bool:
    return element.tag == _DIV and element.get("type") == "document"


def _forget(element: "etree._Element") -> None:
    """Free an element that has ended, and all before it under the same parent."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
