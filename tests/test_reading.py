"""Reading never raises: any bytes give a cable with problems, or a refusal with a reason."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import read_telegram
from indexer.cable import Cable
from indexer.kept import unpack
from indexer.packed import pack
from indexer.reading import Refusal, read_page, read_pages
from indexer.record import to_json
from indexer.sources import Page
from indexer.stamp import Stamp

from .invented import html_page, telegram, text_page

PAGES = [
    path.read_bytes()
    for path in sorted((Path(__file__).parent / "pages").glob("*/*")) if path.suffix != ".json"
]
_labels = st.sampled_from((
    "\n", "\n\n", " ", "FM ", "TO ", "INFO ", "XMT ", "R 121833Z NOV 08", "UNCLAS", "SECRET ",
    "SECTION 01 OF 02 ", "NOWHERE 000012", "E.O. 12958: DECL: 02/30/2018", "TAGS: ", "PREL, ",
    "SUBJECT: ", "REF: A. ", "STATE 12 ", "¶1. ", "13. (C) ", "SUMMARY. ", "END SUMMARY", "DOE\n",
    "CONFIDENTIAL\nPAGE 02 ", "1.4 (b)", "Classified By: ", "NNNN", "<a href='", "&#x0", "</pre>",
))


def _sound(result: Cable | Refusal) -> None:
    """What every outcome must be: a reason, or a cable that can be kept and printed."""
    if isinstance(result, Refusal):
        assert result.reason
        return
    json.dumps(to_json(result)).encode()
    (result.header + result.body).encode()
    assert unpack(pack(result), result.source) == result
    places = [0, *(edge for p in result.paragraphs for edge in (p.start, p.end))]
    assert places == sorted(places)
    assert places[-1] <= len(result.body)


@given(st.binary(max_size=2_000))
def test_any_bytes(data: bytes) -> None:
    _sound(read_page(data, "x"))


@given(st.lists(st.one_of(_labels, st.text(max_size=8)), max_size=30).map("".join))
@settings(max_examples=300)
def test_any_text_as_a_telegram_as_a_text_and_in_a_page(text: str) -> None:
    _sound(read_telegram(text.encode("utf-8", "replace").decode()))
    _sound(read_page(b"UNCLAS NOWHERE 12\n" + text.encode("utf-8", "replace"), "x"))
    _sound(read_page(html_page(12, words=text.encode("utf-8", "replace").decode()), "x"))


@pytest.mark.parametrize("seed", range(20))
def test_pages_that_are_cut_spliced_and_flipped(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        data = bytearray(chance.choice(PAGES))
        for _ in range(chance.randrange(4)):
            place = chance.randrange(len(data) + 1)
            other = chance.choice(PAGES)
            start = chance.randrange(len(other) + 1)
            data[place : place + chance.randrange(200)] = other[start : start + 300]
        for _ in range(min(len(data), chance.randrange(8))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        _sound(read_page(bytes(data), "x"))


@pytest.mark.parametrize("filler", [
    "A ", "(", "REF: ", "1. ", "/", "TO X\n", "\n", "x", "S E C R E T ", "PAGE 02 ", "&#x", "<a ",
    "SUMMARY ", "TAGS: ", "[a](b) ", "\u00b61. ", "12 STATE 1, ", "INFO A/B/", "- ", "XMT ",
])
def test_a_megabyte_of_one_thing_is_read_in_time(filler: str) -> None:
    import time

    text = filler * (1_000_000 // len(filler))
    header, body = telegram(12)
    start = time.process_time()
    _sound(read_telegram(text))
    _sound(read_telegram(body + text, header=header + text))
    _sound(read_page(text_page(12) + text.encode(), "x"))
    assert time.process_time() - start < 10  # a hang, not a slow machine


def test_pages_come_back_in_their_order_from_any_number_of_processes() -> None:
    pages = [
        Page(Stamp(f"/{n}", f"{n}", 1, 1), b"", text_page(n) if n % 7 else b"") for n in range(300)
    ]
    one, two = list(read_pages(pages, 1)), list(read_pages(pages, 2))
    assert one == two
    assert [page.stamp.given for page, _ in two] == [str(n) for n in range(300)]
    assert sum(isinstance(result, Refusal) for _, result in two) == 43
