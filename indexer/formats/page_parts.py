"""The parts of a page of Cablegate, found by parsing the whole of it: for a page that is not as it
was published."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from .decode import has_controls
from .elements import VOID, feed
from .markup import plain

_CONTROL: Final = "\ue000"
"""Stands for a control character, which no parser lets pass; no page has this one."""

_CONTROLS: Final = str.maketrans(dict.fromkeys((*range(9), 11, *range(14, 32), 127), _CONTROL))


@dataclass(frozen=True, slots=True)
class Parts:
    """The useful part of a page: the text behind "Viewing cable", the table as HTML, and what is
    in the blocks, markup and all."""

    heading: str
    table: str
    blocks: tuple[str, ...]


def parse(page: str) -> Parts | None:
    """The parts of a page; None where it has no table of a cable.

    >>> parse("<table class='old cable'><td>A</table><pre>B & C</pre>")
    Parts(heading='', table='<table><td>A</td></table>', blocks=('B &amp; C',))
    >>> parse("<pre>B & C</pre>")
    """
    target = _Target()
    feed(page.translate(_CONTROLS) if has_controls(page) else page, target)
    if not target.tables.found:
        return None
    viewing = (one.partition("Viewing cable") for one in target.headings.found)
    return Parts(
        plain(next((behind for _, words, behind in viewing if words), "")),
        f"<table>{target.tables.found[0]}</table>",
        tuple(block.replace(_CONTROL, "\x00") for block in target.blocks.found),
    )


class _Inside:
    """The markup inside each element of a name; one in another of its name is part of that."""

    def __init__(self, tag: str, is_wanted: Callable[[Mapping[str, str]], bool]) -> None:
        self.found: list[str] = []
        self._tag, self._is_wanted = tag, is_wanted
        self._pieces: list[str] = []
        self._open = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._open:
            self._open += tag == self._tag
            written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
            self._pieces.append(f"<{tag}{written}>")
        elif tag == self._tag and self._is_wanted(attributes):
            self._open = 1

    def end(self, tag: str) -> None:
        if self._open:
            self._open -= tag == self._tag
            if not self._open:
                self.found.append("".join(self._pieces))
                self._pieces.clear()
            elif tag not in VOID:
                self._pieces.append(f"</{tag}>")

    def data(self, text: str) -> None:
        if self._open:
            self._pieces.append(escape(text, quote=False))


class _Target:
    """Tells what it is told to those who keep headings, tables and blocks."""

    def __init__(self) -> None:
        self.headings = _Inside("h3", lambda _: True)
        self.tables = _Inside("table", lambda given: "cable" in given.get("class", "").split())
        self.blocks = _Inside("pre", lambda _: True)
        self._all = (self.headings, self.tables, self.blocks)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        for one in self._all:
            one.start(tag, attributes)

    def end(self, tag: str) -> None:
        for one in self._all:
            one.end(tag)

    def data(self, text: str) -> None:
        for one in self._all:
            one.data(text)

    def close(self) -> None:
        """All is kept already."""
