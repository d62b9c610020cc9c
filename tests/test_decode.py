"""Bytes to text: the right text, or replacement characters, never an exception."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.formats.decode import (
    character_problems,
    clean_lines,
    decode,
    decoded_twice,
    has_controls,
)
from indexer.formats.markup import plain


@pytest.mark.parametrize(("mark", "encoding"), [
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"), (b"", "utf-8"), (b"", "cp1252"),
])
def test_each_encoding_gives_the_same_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + "UNCLAS café ¶1".encode(encoding)) == "UNCLAS café ¶1"


def test_a_broken_place_in_utf_8_does_not_spoil_the_rest() -> None:
    assert decode("é ¶ è".encode() + b"\xe9 " + "ü".encode()) == "é ¶ è\ufffd ü"


@given(st.binary())
def test_any_bytes_give_text_that_can_be_written(data: bytes) -> None:
    clean_lines(decode(data)).encode()


@pytest.mark.parametrize(("printed", "clean"), [
    ("ONE\r\nTWO\rTHREE", "ONE\nTWO\nTHREE"),
    ("ONE\\\nTWO", "ONE\nTWO"),
    ("a \\ b", "a \\ b"),
    ("rubbish\x00\x01\x02here", "rubbish here"),
])
def test_lines_are_cleaned(printed: str, clean: str) -> None:
    assert clean_lines(printed) == clean


def test_controls_are_noticed() -> None:
    assert has_controls("a\x07b")
    assert not has_controls("a\tb\n")


@pytest.mark.parametrize(("markup", "text"), [
    ("raw & and <<218634>> and &D; stay", "raw & and <<218634>> and &D; stay"),
    ("a<br>b<BR />c", "a\nb\nc"),
    ("<strong>a</strong> <em>b</em></td></tr></table>", "a b"),
    ("<a href='/tag/PREL_0.html'>PREL</a>", "PREL"),
    ("<a id='par4' href='#par4'>¶</a>4. (C)", "¶4. (C)"),
    ("one&#x000A;two&#10;three", "one\ntwo\nthree"),
    ("&amp;lt; is escaped once", "&lt; is escaped once"),
    ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
    ("<none>@example.test", "<none>@example.test"),
    ("&#xD800; &#99999999;", "\ufffd &#99999999;"),
])
def test_markup_goes_and_text_stays(markup: str, text: str) -> None:
    assert plain(markup) == text


@pytest.mark.parametrize(
    "word", ["São", "Café", "Übung", "GENÈVE", "École", "naïve", "señor", "£12", "“rain”", "don\u2019t", "5€"]
)
def test_characters_that_were_decoded_twice_are_said_and_stay(word: str) -> None:
    twice = word.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    found = [problem.message for problem in character_problems(f"UNCLAS NOWHERE 12: {twice} fell.")]
    assert len(found) == 1
    assert found[0].startswith("characters that were decoded twice (")
    assert decoded_twice(f"a {twice} b") in twice
    assert list(character_problems(f"UNCLAS NOWHERE 12: {word} fell.")) == []


@pytest.mark.parametrize(
    "text", ["¶1. Rain", "SÃO PAULO", "«A IRMÃ»", "“A IRMÃ”", "A IRMÃ…", "Ângela, Ã", "château, â", "50 €", "Â"]
)
def test_letters_beyond_ascii_alone_are_no_sign_of_it(text: str) -> None:
    assert decoded_twice(text) == ""
