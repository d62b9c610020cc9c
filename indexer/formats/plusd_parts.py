"""The useful parts of a PlusD page, the table and the text, found by their ids.

What is around them is ten times as long, so they are looked for in the page as it is. Where they
are not found, the whole page is parsed and written anew, and they are looked for in that: both ways
give the same parts, since the same search finds them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import AnyStr, Final

from .decode import clean_lines
from .elements import written_anew
from .markup import plain
from .plusd_table import KEY

TABLE: Final = "synopsis"
TEXT: Final = "tagged-text"

_HEAD: Final = 8_000
_LONGEST_TAG: Final = 2_000
_BEFORE_ID: Final = 30
ID: Final = {
    name: re.compile(
        rf"[\s\"']id\s{{0,9}}=\s{{0,9}}(?:\"{name}\"|'{name}'|{name}(?=[\s/>]))", re.IGNORECASE
    )
    for name in (TABLE, TEXT)
}
"""How each part's id is printed."""

_OPENS: Final = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,15})[\s/]")
_TITLE: Final = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_NOT_IN_TEXT: Final = r"|<(?:/body|/html|script|footer)(?=[\s>])"

_WHOLE: Final = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_WHOLE_END: Final = re.compile(r"</(?:html|body)\s*+>", re.IGNORECASE)

_LINES: Final = re.compile(
    r"<br(?:\s[^<>]*+)?/?>[ \t]*+(?:\r?\n)?"
    r"|(?P<blocks>(?:</?(?:p|div|table|tbody|tr|ul|ol|li|blockquote|center|h[1-6]|hr|pre)"
    r"(?:\s[^<>]*+)?/?>\s*+)++)",
    re.IGNORECASE,
)
_CUT_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,400}\Z|<\Z")


@dataclass(frozen=True, slots=True)
class Parts:
    """The page's title as text; what is in the table and in the text as markup, '' for none."""

    title: str
    table: str
    text: str


@dataclass(frozen=True, slots=True)
class _Element:
    """An element by its first tag: ``page[start:inside]``."""

    name: str
    start: int
    inside: int


def parts_of(page: str) -> Parts:
    """The useful parts of a page.

    >>> parts_of("<table id=synopsis><tr><td>A</table><div id='tagged-text'>B<br>C</div>D")
    Parts(title='', table='<tr><td>A', text='B<br>C')
    """
    return find_parts(page) or find_parts(written_anew(page)) or Parts("", "", "")


def find_parts(page: str) -> Parts | None:
    """The useful parts of a page by their place in it, None where there is no such id; a page that
    is cut off ends the last."""
    table, text = _find(page, TABLE), _find(page, TEXT)
    if not table and not text:
        return None
    title = _TITLE.search(page, 0, _HEAD)
    limit = text.start if text and not (table and table.start > text.start) else len(page)
    return Parts(
        plain(title[1]).strip() if title else "",
        page[table.inside : _end(page, table, limit)] if table else _around_keys(page, limit),
        page[text.inside : _end(page, text, len(page), _NOT_IN_TEXT)] if text else "",
    )


def id_places(page: AnyStr, name: AnyStr, printed: re.Pattern[AnyStr]) -> Iterator[int]:
    """Where a name stands as an id; most pages do not have the name at all.

    >>> list(id_places("synopsis <table id=synopsis>", TABLE, ID[TABLE]))
    [19]
    """
    place = page.find(name)
    while place >= 0:
        end = place + len(name)
        if printed.search(page, max(0, place - _BEFORE_ID), end + 1):
            yield place
        place = page.find(name, end)


def shown(markup: str) -> str:
    """The text that markup shows, a line for each that is shown.

    >>> shown("<p>A<br />\\nB</p>\\n<p>C <span class='place'>D</span> <<12>><!-- E -->")
    'A\\nB\\nC D <<12>>'
    """
    markup = _without_cut_tag(_without_comments(markup))
    return clean_lines(plain(_with_lines(markup)).replace("\xa0", " ")).strip()


def is_cut_off(page: str) -> bool:
    """Whether a page begins as a whole one, but has no end.

    >>> is_cut_off("<html><body>A</body></html>"), is_cut_off("<html><body>A")
    (False, True)
    """
    begins = _WHOLE.search(page, 0, _HEAD)
    return bool(begins) and not _WHOLE_END.search(page, max(0, len(page) - _HEAD))


def _find(page: str, name: str) -> _Element | None:
    """The first element that has this id."""
    for place in id_places(page, name, ID[name]):
        start = page.rfind("<", max(0, place - _LONGEST_TAG), place)
        opens = _OPENS.match(page, start) if start >= 0 else None
        if opens and page.find(">", start, place) < 0:
            end = page.find(">", place)
            return _Element(opens[1].lower(), start, end + 1 if end >= 0 else len(page))
    return None


def _end(page: str, element: _Element, limit: int, others: str = "") -> int:
    """Where the element is closed, or one of the other tags stands, at the limit at last."""
    depth = 1
    for tag in _tags(element.name, others).finditer(page, element.inside, limit):
        depth += {"": 1, "/": -1, None: -depth}[tag[1]]
        if not depth:
            return tag.start()
    return limit


@lru_cache(maxsize=64)
def _tags(name: str, others: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}(?=[\s/>]){others}", re.IGNORECASE)


def _around_keys(page: str, limit: int) -> str:
    """The table without an id, by the first of its keys."""
    key = page.find(KEY, 0, limit)
    if key < 0:
        return ""
    start = page.rfind("<table", 0, key)
    return page[max(start, 0) : limit]


def _without_comments(markup: str) -> str:
    first, *rest = markup.split("<!--")
    pieces = (piece.partition("-->") for piece in rest)
    return first + "".join(after if end else f"<!--{text}" for text, end, after in pieces)


def _without_cut_tag(markup: str) -> str:
    """The markup without a tag that has no end, since the page has none."""
    low = max(0, len(markup) - _LONGEST_TAG)
    return markup[:low] + _CUT_TAG.sub("", markup[low:])


def _with_lines(markup: str) -> str:
    """The markup with a line end for each break, and around blocks where none is already."""
    pieces, place, fresh = [], 0, True
    for found in _LINES.finditer(markup):
        text = markup[place : found.start()]
        fresh = text.endswith("\n") if text else fresh
        pieces += [text, "" if found["blocks"] and fresh else "\n"]
        place, fresh = found.end(), True
    return "".join([*pieces, markup[place:]])
