"""F1, the Cablegate page: a table of five columns, then header and body in two blocks of text.

History: pages were published from November 2010 to September 2011. Those built before 2011 print
the hour of a 12-hour clock where the minutes belong; later ones may lack the column Released.
96 % of a page of the full release is navigation, so the table and the blocks are looked for in
the bytes, and only they are parsed; where they are not found, the whole page is. The publisher's
e-mail pages use the same table, without blocks.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from lxml import etree

from ..cable import Cable, Problem
from ..dates import reconcile, table_time
from ..errors import Refused
from ..ids import canonical_id, canonical_post
from ..telegram.read import assemble, lacking
from .decode import CONTROLS, clean_lines, decode, encoding_of, has_controls
from .markup import escape_bare, plain

NAME: Final = "page"

_TABLE: Final = re.compile(rb"<table[^>]*\bclass=[\"']?cable\b", re.IGNORECASE)
_BLOCK: Final = re.compile(rb"<code[^>]*>\s*<pre[^>]*>", re.IGNORECASE)
_BLOCK_END: Final = re.compile(rb"</pre>\s*</code>", re.IGNORECASE)
_HEADING: Final = re.compile(rb"<h3[^>]*>\s*Viewing cable([^<]*)", re.IGNORECASE)
_PARTIAL: Final = "This record is a partial extract"


@dataclass(frozen=True, slots=True)
class _Parts:
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
    return b"<title>Cable Viewer</title>" in data[:2_000] or _TABLE.search(data) is not None


def read(data: bytes, source: str) -> Cable:
    """The cable of a page.

    :raises Refused: where the page has no telegram.
    """
    parts = find_parts(data) or find_parts_slowly(data)
    if parts is None:
        raise Refused("a page of the publisher without the table of a cable")
    table = _read_table(parts.table)
    if not parts.blocks or _is_e_mail(table):
        raise Refused(_why_no_blocks(table))
    return _assemble(parts, table, source)


def find_parts(data: bytes) -> _Parts | None:
    """The useful part by its place in the bytes; None where the page is not as it was published."""
    table = _TABLE.search(data)
    first = _BLOCK.search(data, table.end()) if table else None
    if table is None or first is None:
        return None
    heading = _HEADING.search(data, 0, table.start())
    encoding = encoding_of(data)
    return _Parts(
        plain(heading[1].decode(encoding, "replace")) if heading else "",
        data[table.start() : first.start()].decode(encoding, "replace"),
        tuple(block.decode(encoding, "replace") for block in _blocks(data, first)),
    )


def find_parts_slowly(data: bytes) -> _Parts | None:
    """The same part by parsing the whole page."""
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning  # slow to import, and seldom needed

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # a page is XHTML, if at all
        soup = BeautifulSoup(escape_bare(decode(data)), "html.parser")
    table = soup.find("table", class_="cable")
    if table is None:
        return None
    heading = soup.find("h3", string=re.compile("Viewing cable"))
    text = heading.get_text() if heading else ""
    blocks = tuple(block.decode_contents() for block in soup.find_all("pre"))
    return _Parts(text.partition("Viewing cable")[2], str(table), blocks)


def _blocks(data: bytes, first: re.Match[bytes]) -> Iterator[bytes]:
    """The texts between ``<code><pre>`` and its end; the last one may lack an end."""
    block: re.Match[bytes] | None = first
    while block:
        end = _BLOCK_END.search(data, block.end())
        yield data[block.end() : end.start() if end else len(data)]
        block = _BLOCK.search(data, end.end()) if end else None


def _read_table(markup: str) -> _Table:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    tree = etree.fromstring(markup.encode(), parser)
    heads = [_text(cell).casefold() for cell in tree.iter("th")]
    cells = [_text(cell) for cell in tree.iter("td") if cell.get("colspan") is None]
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


def _assemble(parts: _Parts, table: _Table, source: str) -> Cable:
    blocks = [clean_lines(plain(block)) for block in parts.blocks]
    header, body = ("", blocks[0]) if len(blocks) == 1 else (blocks[0], "\n".join(blocks[1:]))
    found, by_name = _ids(parts, table, source)
    cable = assemble(header, body, found, 0)
    created = reconcile(table_time(table.cell("created")), cable.created)
    origin = table.cell("origin")
    doubts = (
        *by_name,
        *_doubt("created", created.doubt or _minutes_doubt(cable.created, table)),
        *_doubt("classification", _level_doubt(table.cell("classification"), cable)),
        *_doubt("origin", _origin_doubt(origin, cable.post)),
        *_doubt("body", CONTROLS if any(map(has_controls, parts.blocks)) else ""),
    )
    cable = replace(
        cable,
        id_as_found=found or cable.id_as_found,
        created=created.time,
        released=table_time(table.cell("released")),
        classification=table.cell("classification") or cable.classification,
        origin=origin or cable.origin,
        subject=cable.subject or _heading_subject(parts.heading),
        articles=table.articles,
        partial=header.lstrip().startswith(_PARTIAL),
    )
    return replace(cable, problems=(*lacking(cable), *cable.problems, *doubts))


def _ids(parts: _Parts, table: _Table, source: str) -> tuple[str, tuple[Problem, ...]]:
    """The id as found in the table, else the file's name, else the heading."""
    found = table.cell("reference id")
    if canonical_id(found):
        return found, ()
    heading = parts.heading.strip().partition(",")[0]
    for place, other in (("the file's name", PurePath(source).stem), ("the heading", heading)):
        if canonical_id(other):
            return other, _doubt("id", f"the table has {found!r}: taken from {place}")
    return found, ()


def _heading_subject(heading: str) -> str:
    """The first line of the subject, which is all that a heading has."""
    return " ".join(heading.partition(",")[2].split())


def _origin_doubt(origin: str, post: str) -> str:
    """Embassy Nowhere writes cables of the post NOWHERE; only posts that are known are told."""
    kind, _, place = origin.partition(" ")
    if not post or kind not in ("Embassy", "Consulate", "Mission"):
        return ""
    named = canonical_post(place)
    if not named or named == post or named.startswith(post) or post.startswith(named):
        return ""
    return f"{origin}, but the number is of {post}"


def _minutes_doubt(group: str, table: _Table) -> str:
    """Pages built before 2011 print an hour for the minutes, and only a date-time group tells."""
    if group or not table.cell("created") or table_time(table.cell("released")) >= "2011":
        return ""
    return "" if "released" not in table.cells else "no date-time group: the minutes are in doubt"


def _level_doubt(printed: str, cable: Cable) -> str:
    """The table's classification is kept; a telegram of another level is told."""
    own = cable.classification
    if not printed or not own or printed.split("/")[0].upper() == own.split("/")[0]:
        return ""
    return f"the table has {printed}, the telegram {own}"


def _doubt(field: str, message: str) -> tuple[Problem, ...]:
    return (Problem("", field, message),) if message else ()
