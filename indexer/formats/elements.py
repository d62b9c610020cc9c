"""Markup as a stream of elements, for pages in which text may be unescaped.

No tree is made, so that no nesting is too deep, and no page takes much memory.
"""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from typing import Any, Final, Protocol, cast

from lxml import etree

from ..errors import Refused
from .markup import escape_bare

# Elements that hold nothing, and have no tag at their end.
_VOID: Final = frozenset(("br", "col", "hr", "img", "input", "link", "meta"))
_MOST: Final = 250_000  # one may take 2 us
_KEPT: Final = ("id", "class", "colspan")


class Target(Protocol):
    """What elements are told to, in the order of the page; every start has its end."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins; its name and those of its attributes are in small letters."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """A piece of text, entities resolved."""

    def close(self) -> object:
        """The end; what is given back is lost."""


def feed(markup: str, target: Target) -> None:
    """Tell a target the elements of the markup; ``<<12>>`` and ``R&D;`` are text.

    :raises Refused: where there are more tags and entities than any page has.
    """
    if markup.count("<") + markup.count("&") > _MOST:
        raise Refused(f"more than {_MOST:,} tags and entities")
    tidy = _bare().sub("&lt;", escape_bare(markup.replace("\x00", " ")))
    told = cast(Any, target)  # the stubs ask for a comment() too, which lxml does not
    parser = etree.HTMLParser(target=told, encoding="utf-8", no_network=True, huge_tree=True)
    etree.fromstring(tidy.encode("utf-8", "replace"), parser)


def written_anew(page: str) -> str:
    """The page as a parser understands it, written in one way; only ids and classes are kept.

    >>> written_anew("<TD ID=&#97; title=b>A &amp; <<12>> B<BR>")
    '<html><body><td id="a">A &amp; &lt;&lt;12&gt;&gt; B<br></td></body></html>'
    """
    writer = _Writer()
    feed(page, writer)
    return writer.written()


class _Writer:
    """Writes what it is told."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._pieces.append(f"<{tag}")
        for name, value in attributes.items():
            if name in _KEPT:
                self._pieces.append(f' {name}="{escape(value)}"')
        self._pieces.append(">")

    def end(self, tag: str) -> None:
        if tag not in _VOID:
            self._pieces.append(f"</{tag}>")

    def data(self, text: str) -> None:
        self._pieces.append(escape(text, quote=False))

    def close(self) -> None:
        """All is written already."""

    def written(self) -> str:
        return "".join(self._pieces)


@cache
def _bare() -> re.Pattern[str]:
    """A ``<`` that begins no tag that HTML knows: ``<FNU>`` is a word of a telegram."""
    from lxml.html.defs import tags  # slow to import, and seldom needed

    return re.compile(rf"<(?!!|/?(?:{'|'.join(sorted(tags))})[\s/>])", re.IGNORECASE)
