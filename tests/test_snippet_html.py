"""Snippets as HTML: whatever a cable says, it is text."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.hits import Snippet
from queries.snippet_html import to_html
from queries.snippets import Snippets
from queries.tree import Word

from .cables import make_cable

HOSTILE = (
    "<script>alert(1)</script>", "</mark><b>", "<!--", "]]>", "<img src=x onerror=alert(1)>", '" onclick="',
    "' onclick='", "&lt;", "&#60;b&#62;", "&amp;amp;", "\x00", "\x1b]0;owned\x07", "\u202e", "\u2066",
    "\u2028", "\udc80", "<", ">", "&", "`", "=",
)  # fmt: skip
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class Read(HTMLParser):
    """What a browser makes of it: the text, and the tags."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.marked: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag if not attrs else f"{tag} {attrs}")
        self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.tags and self.tags[-1] == "mark":
            self.marked[-1] += data


def test_marks_are_mark_elements() -> None:
    snippet = Snippet("... no kite was exported ...", ((7, 11), (16, 24)), 3)
    assert to_html(snippet) == "... no <mark>kite</mark> was <mark>exported</mark> ..."


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_out(text: str) -> None:
    page = to_html(Snippet(f"{text}kite{text}", ((len(text), len(text) + 4),)))
    bare = re.sub(r"</?mark>|&(?:lt|gt|amp|quot|#x27);", "", page)
    assert page.count("<mark>") == page.count("</mark>") == 1
    assert set(bare).isdisjoint("<>&\"'")
    assert all(character.isprintable() for character in page)
    page.encode()


@given(st.text(st.sampled_from("<>&\"' ab;#x/\u202e\x1b\u05d0") | st.characters(), max_size=40), st.data())
def test_a_reader_sees_the_text_and_the_marks(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    marks = tuple(zip(places[::2], places[1::2], strict=False))
    read = Read(to_html(Snippet(text, marks)))
    assert read.tags == ["mark", "/mark"] * len(marks)
    if text.isprintable():
        assert read.text == text
        assert read.marked == [text[start:end] for start, end in marks]
    assert set(read.text).isdisjoint(BIDI)


def test_a_snippet_of_a_hostile_cable_is_harmless() -> None:
    cable = make_cable("08NOWHERE12", paragraphs=("<b onload='x'>A \u202ekite</b> & bells.",))
    (snippet,) = Snippets(Word("kite"))(cable)
    assert to_html(snippet) == (
        "&lt;b onload=&#x27;x&#x27;&gt;A \\u202e<mark>kite</mark>&lt;/b&gt; &amp; bells."
    )
