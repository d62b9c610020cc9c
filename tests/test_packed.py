"""How the archive keeps a cable: nothing is lost, and no text of it is kept twice."""

import copy
import json
import pickle
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import read_telegram
from indexer.cable import Cable, Paragraph, Problem, Tag, Transmission
from indexer.errors import Refused
from indexer.formats import read_cable
from indexer.kept import unpack
from indexer.packed import Packed, pack
from indexer.pages import find_pages
from indexer.record import to_json
from indexer.sources import Page
from indexer.spans import uncut
from indexer.telegram.paragraphs import flat, on_one_line

PAGES = Path(__file__).parent / "pages"
BREAK = "\n\nNOWHERE 00000195  001.2 OF 004\n\n\n"
BODY = (
    "CONFIDENTIAL NOWHERE 000012\n\nTAGS: EFIS\nSUBJECT: FISH\n\n"
    "¶1. (C) SUMMARY: The fleet  sailed,\nand it came back. END SUMMARY.\n\n"
    "¶2. (U) Ministers said that they had seen the draft text of the" + BREAK +
    "new treaty, and:\n¶A. liked it,\n ¶B. signed it.\n\n"
    "------\nTRADE\n------\n\n"
    "¶3. (U) COMMENT: Alas.\nDOE\n"
)

_pieces = st.sampled_from((
    "\n", "\n\n", " ", "  ", "\t", "\u00a0", "\u2028", "¶1. (C) ", "2. ", "\n¶A. ", "¶", "The fleet ",
    "sailed.", "A", "The", "SUMMARY: ", "END SUMMARY. ", "COMMENT: ", BREAK, "\0", "\ud800", "é",
    "\U0001d11e",
))
_bodies = st.lists(_pieces, max_size=14).map("".join)


@st.composite
def _cables(draw: st.DrawFn) -> Cable:
    """Cables with texts from anywhere: of the body as it is, on one line, or of something else."""
    body = draw(_bodies)
    place = st.integers(0, len(body) + 3)

    def text() -> str:
        start, end = draw(place), draw(place)
        return draw(st.sampled_from((
            body[start:end], on_one_line(flat(body[start:end])), "", draw(_bodies))))

    paragraphs = tuple(
        Paragraph(draw(place), "U", text(), text(), draw(place), draw(place))
        for _ in range(draw(st.integers(0, 3)))
    )
    return Cable(
        body=body, header=draw(_bodies), paragraphs=paragraphs, summary=text(), comment=text(),
        source="a.html", subject=text(), caveats=(text(),), sender=text(),
        tags=(Tag(text(), "subject", text()),), transmission=Transmission(security=text()),
        problems=(Problem("a.html", "tags", text()), Problem("b.html", "to", text())),
    )


def _stored() -> Iterator[Cable]:
    for folder in sorted(PAGES.iterdir()):
        for found in find_pages(str(folder)):
            if isinstance(found, Page):
                try:
                    yield read_cable(found.data, found.stamp.given)
                except Refused:
                    continue


def again(cable: Cable) -> Cable:
    return unpack(pack(cable), cable.source)


@given(_cables())
def test_any_texts_come_back(cable: Cable) -> None:
    assert again(cable) == cable


@given(_bodies)
def test_whatever_is_read_comes_back(body: str) -> None:
    cable = read_telegram(body)
    assert again(cable) == cable


def test_every_stored_page_comes_back_and_holds_its_paragraphs_once() -> None:
    cables = list(_stored())
    kept_twice = [
        (cable.source, paragraph)
        for cable in cables
        for paragraph in json.loads(pack(cable).paragraphs) if not isinstance(paragraph[5], int)
    ]
    assert len(cables) > 50
    assert [cable.source for cable in cables if again(cable) != cable] == []
    assert kept_twice == []


def test_no_text_is_kept_beside_the_body_whatever_stands_in_it() -> None:
    cable = read_telegram(BODY)
    packed = pack(cable)
    assert [paragraph.text for paragraph in cable.paragraphs] == [
        "SUMMARY: The fleet sailed, and it came back. END SUMMARY.",
        "Ministers said that they had seen the draft text of the new treaty, and: A. liked it,"
        " B. signed it.",
        "COMMENT: Alas.",
    ]
    assert (cable.summary, cable.comment) == ("The fleet sailed, and it came back.", "Alas.")
    for word in ("fleet", "Ministers", "treaty", "liked", "Alas"):
        assert word not in packed.record + packed.paragraphs
    assert again(cable) == cable


def test_a_text_that_does_not_stand_in_the_body_is_kept_itself() -> None:
    cable = replace(read_telegram(BODY), summary="Another text.")
    assert "Another text." in pack(cable).record
    assert again(cable) == cable


@given(_cables())
def test_a_cable_from_the_archive_is_as_good_as_any(cable: Cable) -> None:
    kept = again(cable)
    assert cable == again(cable)
    assert hash(kept) == hash(cable)
    assert replace(kept, subject="x") == replace(cable, subject="x")
    assert to_json(again(cable)) == to_json(cable)
    for copied in (copy.deepcopy(again(cable)), pickle.loads(pickle.dumps(again(cable)))):
        assert copied == cable


def test_another_cable_is_another() -> None:
    kept = again(Cable(body="UNCLAS"))
    assert kept != Cable(body="SECRET")
    assert Cable(body="SECRET") != kept
    words: object = "UNCLAS"
    assert kept != words
    with pytest.raises(AttributeError, match="colour"):
        kept.colour  # type: ignore[attr-defined]  # noqa: B018


def test_a_problem_without_a_source_of_its_own_is_the_page_s() -> None:
    packed = pack(Cable(source="a.html", problems=(Problem("a.html", "tags", "none"),)))
    assert unpack(packed, "b.html").problems == (Problem("b.html", "tags", "none"),)


def test_the_record_has_nothing_that_has_a_column() -> None:
    cable = read_telegram(BODY, id="08NOWHERE12")
    assert cable.tags
    assert json.loads(pack(cable).record).keys().isdisjoint({*Packed._fields, "source"})


def test_all_white_space_is_a_blank() -> None:
    blanks = "".join(filter(str.isspace, map(chr, range(sys.maxunicode + 1))))
    assert uncut(f"a{blanks}b\u200b") == f"a{' ' * len(blanks)}b\u200b"
