"""Files of several documents, and the overview: parted as a stream, no row lost by another."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain, repeat
from typing import IO, cast

import pytest

from indexer.cable import Cable
from indexer.errors import Refused
from indexer.formats import aad, aad_documents
from indexer.formats.base import Part
from indexer.formats.compose import compose

from .test_aad import document, problems_of

HEAD = b"URL,Draft Date,Document Number,Film Number,From,Subject,TAGS,To\n"


class _Endless:
    """A file of which no one can read the whole."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines

    def readline(self, limit: int) -> bytes:
        line = next(self._lines)
        assert len(line) <= limit
        return line


def endless(lines: Iterator[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", _Endless(lines))


def row(serial: int, rest: bytes = b"A WALK,PFOR,STATE") -> bytes:
    return b"https://archive.example/%d,12 SEP 1974,1974NOWHER%05d,D74,NOWHERE,%b\n" % (serial, serial, rest)


def parts_of(data: bytes) -> list[Part]:
    return list(aad.split(BytesIO(data)))


def cables_of(data: bytes) -> list[Cable]:
    parts = parts_of(data)
    assert all(aad.recognises(part.data) for part in parts)
    return [compose(aad.read(part.data, "")) for part in parts]


def test_documents_are_parted_and_named_apart() -> None:
    data = b"A file of three\n\n" + document() + b"\n" + document("") + document(
        Document_Number="n/a", Message_ID="n/a")
    assert aad.holds_many(data)
    assert [part.name for part in parts_of(data)] == [
        "1974NOWHER05091", "1974NOWHER05091#2", "document 3"
    ]
    assert [bool(cable.body) for cable in cables_of(data)] == [True, False, True]


def test_one_document_is_no_file_of_several() -> None:
    assert not aad.holds_many(document())
    assert not aad.holds_many(document().replace(b"IT RAINED", b"IN THE\nMESSAGE TEXT\nIT RAINED"))
    assert not aad.holds_many(b"<html>" + document() + document())


def test_a_document_that_is_cut_off_does_not_take_the_next_one_s_attributes() -> None:
    whole = document()
    data = whole[: whole.index(b"Message Attributes")] + document(Document_Number="1974NOWHER05092")
    first, second = cables_of(data)
    assert "cut off" in problems_of(first)["body"]
    assert (first.id, second.id) == ("74NOWHERE5091", "74NOWHERE5092")


def test_documents_without_a_text_heading_are_parted_too() -> None:
    one = document("").partition(b"Message Attributes")
    assert aad.holds_many((one[1] + one[2]) * 2)
    assert [cable.id for cable in cables_of((one[1] + one[2]) * 2)] == ["74NOWHERE5091"] * 2


def test_documents_are_given_before_the_file_is_read_to_its_end() -> None:
    many = chain.from_iterable(repeat(document().splitlines(keepends=True)))
    parts = aad.split(endless(many))
    assert [next(parts).name for _ in range(3)][2] == "1974NOWHER05091#3"


def test_a_document_without_an_end_is_held_in_part_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aad_documents, "LARGEST", 10_000)
    data = document("IT RAINED.\n" * 10_000) + document(Document_Number="1974NOWHER05092")
    assert [len(part.data) < 11_000 for part in parts_of(data)] == [True, True]
    assert parts_of(data)[1].name == "1974NOWHER05092"


def test_the_overview_gives_a_cable_a_row_without_a_text() -> None:
    data = HEAD + row(12, b'"A WALK, IN\nTHE PARK","PFOR, (DOE, JANE)","STATE, PARIS"')
    (cable,) = cables_of(data)
    assert (cable.id, cable.created, cable.sender) == ("74NOWHERE12", "1974-09-12", "NOWHERE")
    assert cable.subject == "A WALK, IN THE PARK"
    assert [tag.code for tag in cable.tags] == ["PFOR", "DOE, JANE"]
    assert [one.name for one in cable.to] == ["STATE", "PARIS"]
    assert problems_of(cable)["body"] == (
        "the overview has no text; Film Number D74; URL https://archive.example/12"
    )


@pytest.mark.parametrize("broken", [
    b'"A WALK,PFOR,STATE', b"A WALK, IN THE PARK,PFOR,STATE", b"A WALK", b'A "WALK,PFOR',
    b'"A WALK' + b"," * 20 + b"\n\n\n", b"A\x00WALK", b'"' + b"A" * 200_000 + b'",PFOR,STATE',
])
def test_a_broken_row_costs_itself_alone(broken: bytes) -> None:
    data = HEAD + row(12) + row(13, broken) + row(14) + row(15, b'"B, C","PFOR",STATE')
    parts = {part.name: part for part in parts_of(data)}
    assert len(parts) == 4
    for serial in (12, 14, 15):
        sheet = aad.read(parts[f"1974NOWHER{serial:05}"].data, "")
        assert sheet.facts["to"].value == "STATE"
        assert [problem.field for problem in sheet.problems] == ["body"]


def test_of_a_broken_row_only_what_stands_before_the_subject_is_read() -> None:
    (cable,) = cables_of(HEAD + row(13, b"A WALK, IN THE PARK,PFOR,STATE"))
    assert (cable.id, cable.sender, cable.subject, cable.to) == ("74NOWHERE13", "NOWHERE", "", ())
    assert any("9 fields for 8 columns" in problem.message for problem in cable.problems)


def test_columns_are_read_by_their_heads() -> None:
    head = b'\xef\xbb\xbf"Document Number","To","Draft Date","Subject","TAGS"\r\n'
    (cable,) = cables_of(head + b'"1974PARIS00012","STATE","9/12/1974","A ""WALK""","PFOR"\r\n')
    assert (cable.id, cable.created, cable.subject) == ("74PARIS12", "1974-09-12", 'A "WALK"')


def test_an_overview_is_parted_before_it_is_read_to_its_end() -> None:
    parts = aad.split(endless(chain([HEAD], (row(1 + n % 99_999) for n in range(10**9)))))
    assert [next(parts).name for _ in range(2)] == ["1974NOWHER00001", "1974NOWHER00002"]


def test_an_overview_is_a_file_of_many_and_no_page() -> None:
    assert aad.holds_many(HEAD + row(12))
    assert not aad.holds_many(HEAD)
    with pytest.raises(Refused, match="read_cables"):
        aad.read(HEAD + row(12) + row(13), "")
    with pytest.raises(Refused, match="without rows"):
        aad.read(HEAD, "")
    with pytest.raises(Refused, match="nothing can be read"):
        aad.read(HEAD + b"nothing\n", "")


@pytest.mark.parametrize("head", [b"id,name\n", b"From,To,Subject,TAGS,URL\n", b"", b"Document Number\n"])
def test_other_tables_are_no_overview(head: bytes) -> None:
    assert not aad.recognises(head + row(12))
    assert not aad.holds_many(head + row(12))
