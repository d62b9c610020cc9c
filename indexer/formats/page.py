"""F1, the Cablegate page: a table of five columns, then header and body in two blocks of text.

History: pages were published from November 2010 to September 2011. Those built before 2011 print
the hour of a 12-hour clock where the minutes belong; later ones may lack the column Released.
96 % of a page of the full release is navigation, so the table and the blocks are looked for in
the bytes, and only they are parsed; where they are not found, the whole page is. The publisher's
e-mail pages use the same table, without blocks.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from lxml import etree

from ..cable import Problem
from ..dates import table_time
from ..errors import Refused
from ..ids import canonical_id
from .base import Fact, Sheet, Sign
from .decode import (
    CONTROLS,
    check_size,
    clean_lines,
    control_problem,
    decode,
    decoded_twice,
    encoding_of,
    has_controls,
    twice_problem,
)
from .markup import escape_bare, plain
from .printed import is_partial

NAME: Final = "page"
TITLE: Final = "a page of Cablegate: HTML with the table of a cable and its text in blocks"

_TABLE: Final = re.compile(rb"<table[^<>]*\bclass=[\"']?cable\b", re.IGNORECASE)
_BLOCK: Final = re.compile(rb"<code[^<>]*+>\s*+<pre[^<>]*+>", re.IGNORECASE)
_BLOCK_END: Final = re.compile(rb"</pre>\s*+</code>", re.IGNORECASE)
_HEADING: Final = re.compile(rb"<h3[^<>]*+>\s*+Viewing cable([^<]*+)", re.IGNORECASE)
_LARGEST_TABLE: Final = 100_000
_LARGEST_WHOLE: Final = 1_000_000  # bytes of a page that is parsed as a whole
_MOST_TAGS: Final = 15_000  # and entities; one may take 40 us, and a page has some 9,000
_A_CONTROL: Final = "\ue000"  # stands for a control character, which no parser lets pass
_NO_CONTROLS: Final = str.maketrans(dict.fromkeys(CONTROLS, _A_CONTROL))
_TITLE: Final = b"<title>Cable Viewer</title>"
_MINUTES: Final = "no date-time group: the minutes are in doubt"

SIGNS: Final[tuple[Sign, ...]] = (
    Sign("the title Cable Viewer", re.compile(re.escape(_TITLE))),
    Sign("a heading Viewing cable", _HEADING),
    Sign("a table of class 'cable'", _TABLE),
    Sign("blocks of text", _BLOCK),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The useful part of a page: the text behind "Viewing cable", the table as HTML, and what is
    in the blocks, markup and all."""

    heading: str
    table: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """The cells of the table by the text of their column's head, and the articles below."""

    cells: dict[str, str]
    articles: tuple[str, ...]

    def cell(self, name: str) -> str:
        return self.cells.get(name, "")


def recognises(data: bytes) -> bool:
    """Whether there is the table, or at least the title that every page has.

    >>> recognises(b"<title>Cable Viewer</title>"), recognises(b"<table class='other'>")
    (True, False)
    """
    return _TITLE in data[:2_000] or _TABLE.search(data) is not None


def read(data: bytes, source: str) -> Sheet:
    """What stands on a page.

    :raises Refused: where the page has no telegram.
    """
    parts = find_parts(data) or find_parts_slowly(data)
    if parts is None:
        raise Refused("a page of the publisher without the table of a cable")
    table = _read_table(parts.table)
    if not parts.blocks or _is_e_mail(table):
        raise Refused(_why_no_blocks(table))
    blocks = [clean_lines(plain(block)) for block in parts.blocks]
    header, body = ("", blocks[0]) if len(blocks) == 1 else (blocks[0], "\n".join(blocks[1:]))
    facts = {name: fact for name, fact in _facts(parts, table, source) if fact.value}
    problems = tuple(_character_problems(parts.blocks, body))
    return Sheet(header, body, facts, table.articles, is_partial(header), problems)


def _character_problems(blocks: Sequence[str], body: str) -> Iterator[Problem]:
    """What is wrong with the characters of the blocks, and of the body without their markup."""
    if any(map(has_controls, blocks)):
        yield control_problem()
    if twice := decoded_twice(body):
        yield twice_problem(twice)


def find_parts(data: bytes) -> Parts | None:
    """The useful part by its place in the bytes; None where the page is not as it was published."""
    table = _TABLE.search(data)
    first = _BLOCK.search(data, table.end()) if table else None
    if table is None or first is None or first.start() - table.start() > _LARGEST_TABLE:
        return None
    heading = _HEADING.search(data, 0, table.start())
    encoding = encoding_of(data)
    return Parts(
        plain(heading[1].decode(encoding, "replace")) if heading else "",
        data[table.start() : first.start()].decode(encoding, "replace"),
        tuple(block.decode(encoding, "replace") for block in _blocks(data, first)),
    )


def find_parts_slowly(data: bytes) -> Parts | None:
    """The same part by parsing the whole page.

    :raises Refused: where the page is too large for that.
    """
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning  # slow to import, and seldom needed

    if len(data) > _LARGEST_WHOLE:
        raise Refused(f"a page of {len(data):,} bytes, and no table of a cable in its place")
    if data.count(b"<") + data.count(b"&") > _MOST_TAGS:
        raise Refused(f"more than {_MOST_TAGS:,} tags and entities, and no table in its place")
    markup = escape_bare(decode(data)).translate(_NO_CONTROLS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # a page is XHTML, if at all
        soup = BeautifulSoup(markup, "lxml")
    table = soup.find("table", class_="cable")
    if table is None:
        return None
    heading = soup.find("h3", string=re.compile("Viewing cable"))
    text = heading.get_text() if heading else ""
    outermost = (block for block in soup.find_all("pre") if block.find_parent("pre") is None)
    blocks = tuple(block.decode_contents().replace(_A_CONTROL, "\x00") for block in outermost)
    return Parts(text.partition("Viewing cable")[2], str(table), blocks)


def _blocks(data: bytes, first: re.Match[bytes]) -> Iterator[bytes]:
    """The texts between ``<code><pre>`` and its end; the last one may lack an end.

    :raises Refused: where they are longer than any cable.
    """
    check_size(len(data) - first.start())
    block: re.Match[bytes] | None = first
    while block:
        end = _BLOCK_END.search(data, block.end())
        yield data[block.end() : end.start() if end else len(data)]
        block = _BLOCK.search(data, end.end()) if end else None


def _read_table(markup: str) -> _Table:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    tree = etree.fromstring(markup.encode(), parser)
    heads = [_text(cell).casefold() for cell in tree.iter("th")]
    single = (cell for cell in tree.iter("td") if cell.get("colspan") is None)
    cells = [_text(cell) for _, cell in zip(heads, single, strict=False)]
    links = [
        link.get("href") or ""
        for cell in tree.iter("td") if cell.get("colspan") for link in cell.iter("a")
    ]
    articles = tuple(dict.fromkeys(link for link in links if _is_article(link)))
    return _Table(dict(zip(heads, cells, strict=False)), articles)


def _text(cell: "etree._Element") -> str:
    return " ".join("".join(map(str, cell.itertext())).split())


def _is_article(link: str) -> bool:
    """``http://not`` is what the publisher wrote for none."""
    return link.startswith(("http://", "https://")) and "." in link


def _is_e_mail(table: _Table) -> bool:
    return "reference id" not in table.cells and bool({"from", "to"} & table.cells.keys())


def _why_no_blocks(table: _Table) -> str:
    if _is_e_mail(table):
        return "an e-mail page of the publisher, not a cable"
    return "the table of a cable, but no text of a telegram"


def _facts(parts: Parts, table: _Table, source: str) -> Iterator[tuple[str, Fact]]:
    """What the table and the heading say, by field."""
    yield "id", _id(parts, table, source)
    released = table_time(table.cell("released"))
    created = table_time(table.cell("created"))
    doubt = _MINUTES if "released" in table.cells and released < "2011" else ""
    yield "created", Fact(created, "column Created", doubt)
    yield "released", Fact(released, "column Released")
    yield "classification", Fact(table.cell("classification"), "column Classification")
    yield "origin", Fact(table.cell("origin"), "column Origin")
    subject = " ".join(parts.heading.partition(",")[2].split())
    yield "subject", Fact(subject, "heading, which has the first line only")


def _id(parts: Parts, table: _Table, source: str) -> Fact:
    """The id as found in the table, else the file's name, else the heading."""
    found = table.cell("reference id")
    if canonical_id(found):
        return Fact(found, "column Reference ID")
    heading = parts.heading.strip().partition(",")[0]
    for place, other in (("the file's name", PurePath(source).stem), ("the heading", heading)):
        if canonical_id(other):
            return Fact(other, place, f"the table has {found!r}: taken from {place}")
    return Fact(found, "column Reference ID")
