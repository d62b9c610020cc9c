"""A document of TEI as plain text: what stands above it, its text, and its notes at the end.

Paragraphs are apart by blank lines; items of lists and rows of tables have a line each. A note
leaves its mark ``[2]`` in place. Page breaks and the marks of names and terms leave nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast

from lxml import etree

from .frus_volume import TEI

_LINE_END: Final = "\x0b"  # a character that no XML holds
_NEWLINE: Final = "\x00"  # another
_AROUND_NEWLINE: Final = re.compile(" ?\x00 ?")
_ITS_WORDS: Final = etree.XPath(
    ".//text()[not(ancestor::t:note)] | .//t:lb", namespaces={"t": TEI}, smart_strings=False
)

_PARAGRAPHS: Final = frozenset(
    ("ab", "argument", "attachment", "byline", "closer", "dateline", "div", "epigraph", "figure",
     "head", "lg", "list", "note", "opener", "p", "postscript", "quote", "salute", "signed",
     "table", "trailer")
)  # fmt: skip
_PARTS: Final = _PARAGRAPHS | {"cell", "item", "l", "label", "lb", "row"}
_ELSEWHERE: Final = frozenset(("dateline", "head", "note"))
_ON_THE_LINE: Final = {("cell", "cell"): " | ", ("label", "item"): " "}
_STRUCK: Final = frozenset(("strikethrough", "line-through"))


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as text; ``heading`` is its head and the line of place and date below it.

    Each note is as it is printed, without its mark; ``notes`` have one each, ``sources`` none.
    """

    heading: str
    text: str
    sources: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]

    def body(self) -> str:
        """The text, without what stands below it."""
        return f"{self.text}\n" if self.text else ""

    def below(self) -> str:
        """Where the text comes from, then the notes."""
        sources = (
            source if source.startswith("Source:") else f"Source: {source}"
            for source in self.sources
        )
        notes = (f"[{mark}] {note}" for mark, note in self.notes)
        parts = [part for part in (*sources, *notes) if part]
        return ("\n" if self.text and parts else "") + "\n".join(f"{part}\n" for part in parts)


def printed(div: "etree._Element") -> Printed:
    """The text of a document.

    >>> div = etree.fromstring(
    ...     f'<div xmlns="{TEI}"><head>1. Telegram<note n="1" type="source">Archives.</note></head>'
    ...     '<p>No fish.<note n="2">None <hi>at all</hi>.</note></p></div>')
    >>> made = printed(div)
    >>> made.heading, made.body() + made.below()
    ('1. Telegram', 'No fish.[2]\\n\\nSource: Archives.\\n\\n[2] None at all.\\n')
    """
    reader = _Reader(div)
    for event, element in etree.iterwalk(div, events=("start", "end")):
        (reader.begin if event == "start" else reader.end)(element)
    return reader.read()


def words(element: "etree._Element") -> str:
    """The words of an element on one line, without the notes inside it."""
    return " ".join(" ".join(_lines(element)).split())


def first_line(element: "etree._Element") -> str:
    """The words of the first line that has any, without the notes inside it."""
    return next(filter(None, (" ".join(line.split()) for line in _lines(element))), "")


def _lines(element: "etree._Element") -> list[str]:
    """The text of an element, cut where a line ends in print."""
    found = cast(list[object], _ITS_WORDS(element))
    return "".join(one if isinstance(one, str) else _LINE_END for one in found).split(_LINE_END)


class _Lines:
    """Text while it is gathered."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._gap = 0

    def part(self, newlines: int) -> None:
        """What comes next is on another line."""
        self._gap = max(self._gap, newlines)

    def say(self, text: str) -> None:
        if self._gap:
            if text.isspace():
                return
            self._pieces.append(_NEWLINE * self._gap)
            self._gap = 0
        self._pieces.append(text)

    def text(self) -> str:
        """All of it, with single blanks but for the ends of lines."""
        return _AROUND_NEWLINE.sub("\n", " ".join("".join(self._pieces).split())).strip()


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that has begun: its name, and whether its text goes elsewhere, or is struck."""

    name: str
    is_apart: bool
    is_struck: bool


class _Reader:
    """Where the text of each element belongs, while elements begin and end."""

    def __init__(self, div: "etree._Element") -> None:
        self._div = div
        self._heading, self._text = _Lines(), _Lines()
        self._into = [self._text]
        self._open: list[_Open] = []
        self._sources: list[_Lines] = []
        self._notes: list[tuple[str, _Lines]] = []

    def begin(self, element: "etree._Element") -> None:
        name = _name(element.tag)
        elsewhere = self._elsewhere(name, element) if name in _ELSEWHERE else None
        if elsewhere:
            self._into.append(elsewhere)
        if name in _PARTS:
            self._part(name, element)
        is_struck = name == "del" or (name == "hi" and element.get("rend") in _STRUCK)
        self._open.append(_Open(name, elsewhere is not None, is_struck))
        if is_struck:
            self._into[-1].say("[struck out: ")
        if element.text:
            self._into[-1].say(element.text)

    def end(self, element: "etree._Element") -> None:
        ended = self._open.pop()
        if ended.is_struck:
            self._into[-1].say("]")
        if ended.is_apart:
            self._into.pop()
        elif ended.name in _PARAGRAPHS:
            self._into[-1].part(2)
        if element.tail and self._open:
            self._into[-1].say(element.tail)

    def read(self) -> Printed:
        notes = tuple((mark, lines.text()) for mark, lines in self._notes)
        sources = tuple(text for lines in self._sources if (text := lines.text()))
        heading = self._heading.text().replace("\n\n", "\n")
        return Printed(heading, self._text.text(), sources, notes)

    def _elsewhere(self, name: str, element: "etree._Element") -> _Lines | None:
        """Where the text of a note, a head, or a line of place and date goes, if not in place."""
        if name != "note":
            return self._heading if self._is_above(element) else None
        if element.get("type") == "source":
            self._sources.append(_Lines())
            return self._sources[-1]
        if element.get("rend") == "inline":
            return None
        mark = element.get("n") or str(len(self._notes) + 1)
        self._into[-1].say(f"[{mark}]")
        self._notes.append((mark, _Lines()))
        return self._notes[-1][1]

    def _is_above(self, element: "etree._Element") -> bool:
        """Whether this is the document's own head, or the line of place and date below it."""
        parent = element.getparent()
        if parent is not None and _name(parent.tag) == "opener":
            parent = parent.getparent()
        return parent is self._div

    def _part(self, name: str, element: "etree._Element") -> None:
        into = self._into[-1]
        before = element.getprevious() if name in ("cell", "item") else None
        between = _ON_THE_LINE.get((_name(before.tag), name)) if before is not None else None
        if between:
            into.say(between)
        elif name != "cell":
            into.part(2 if name in _PARAGRAPHS else 1)


@lru_cache(maxsize=256)
def _name(tag: object) -> str:
    """The name without its name space: the series has elements of its own."""
    return str(tag).rpartition("}")[2]
