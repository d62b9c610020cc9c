"""Foreign Relations of the United States: a volume cut into documents, and what each says."""

import time
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from indexer.errors import Refused
from indexer.formats import frus
from indexer.formats.base import Part, Sheet
from indexer.formats.compose import compose

BEGIN = ('<TEI xmlns="http://www.tei-c.org/ns/1.0" '
         'xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="frus1969-76v99">')
HEADER = ('<teiHeader><fileDesc><publicationStmt><date type="publication-date" when="{}"/>'
          "</publicationStmt></fileDesc></teiHeader>")
STATM = Path("/proc/self/statm")
SOURCE = '<note n="1" type="source" xml:id="d{0}fn1">Source: Archives, Box 2. {1}</note>'


def document(
    number: int = 1, head: str = "Telegram From the Embassy in Nowhere to the Department of State",
    marking: str = "Secret; Priority; Nodis.", inside: str = "<p>The fleet sailed.</p>",
    attributes: str = "",
) -> str:
    """A document as it is published."""
    source = SOURCE.format(number, marking) if marking else ""
    return (f'<div type="document" xml:id="d{number}" n="{number}" {attributes}>'
            f"<head>{number}. {head}{source}</head>{inside}</div>")


def volume(*inside: str, published: str = "2003-05-06") -> bytes:
    """A volume with its front and its back."""
    body = "".join(inside)
    return (f'<?xml version="1.0" encoding="UTF-8"?>{BEGIN}{HEADER.format(published)}<text><front>'
            '<div type="section" xml:id="preface"><head>Preface</head><p>See <ref target="#d1"/>.'
            f'</p></div></front><body><div type="chapter" xml:id="ch1">{body}</div></body><back>'
            '<div type="index" xml:id="index"><p>Fleet, 1</p></div></back></text></TEI>').encode()


def parts(data: bytes) -> list[Part]:
    return list(frus.split(BytesIO(data)))


def read_part(part: Part) -> Sheet:
    return frus.read(part.data, "")


def names(data: bytes) -> list[str]:
    return [part.name for part in parts(data)]


def sheet(**given: str) -> Sheet:
    """What is read of a document."""
    return frus.read(volume(document(**given)), "v.xml")  # type: ignore[arg-type]


def facts(**given: str) -> dict[str, str]:
    return {name: fact.value for name, fact in sheet(**given).facts.items()}


def text(inside: str) -> str:
    """The text of a document with its notes."""
    read = sheet(inside=inside, marking="")
    return read.body + read.notes


def test_the_facts_of_a_document() -> None:
    inside = ('<opener><dateline>Nowhere, <date when="1969-11-12T18:33:00Z">x</date></dateline>'
              "</opener><p>The fleet sailed.</p><closer><signed>Doe</signed></closer>")
    assert facts(inside=inside) == {
        "id": "frus1969-76v99/d1",
        "created": "1969-11-12T18:33Z",
        "released": "2003-05-06",
        "subject": "Telegram From the Embassy in Nowhere to the Department of State",
        "origin": "Embassy in Nowhere",
        "sender": "Embassy in Nowhere",
        "to": "Department of State",
        "classification": "SECRET",
        "caveats": "NODIS",
        "precedence": "P",
        "signer": "Doe",
    }


def test_a_volume_is_cut_into_its_documents_and_nothing_else() -> None:
    data = volume(document(1), "<p>Between.</p>", document(2), document(3))
    assert frus.holds_many(data[:500])
    assert names(data) == ["d1", "d2", "d3"]
    with pytest.raises(Refused, match="several documents: use read_cables, or give the file"):
        frus.read(data, "")


def test_a_part_is_read_alone_as_it_is_in_its_volume() -> None:
    data = volume(document(4, inside='<p frus:x="1">Fish &amp; “<ref target="#d2">chips</ref>”.</p>'))
    (part,) = parts(data)
    assert frus.recognises(part.data)
    assert frus.read(part.data, "") == frus.read(data, "")
    assert parts(part.data) == [part]


def test_documents_without_an_id_are_named_by_their_place() -> None:
    data = volume(document(1), document(2).replace('xml:id="d2"', ""))
    assert names(data) == ["d1", "document 2"]
    assert "id" not in frus.read(parts(data)[1].data, "").facts


def test_the_volume_is_named_by_its_idno_where_the_root_has_no_id() -> None:
    data = volume(document(1)).replace(b' xml:id="frus1969-76v99"', b"").replace(
        b"<publicationStmt>", b'<publicationStmt><idno type="frus">frus1950v02</idno>'
    )
    assert frus.read(parts(data)[0].data, "").facts["id"].value == "frus1950v02/d1"


@pytest.mark.parametrize(("head", "sender", "to"), [
    ("Telegram From the Embassy in Nowhere to the Department of State",
     "Embassy in Nowhere", "Department of State"),
    ("Telegram From the Mission to the United Nations to the Department of State",
     "Mission to the United Nations", "Department of State"),
    ("Telegram From the Department of State to the Mission to the United Nations",
     "Department of State", "Mission to the United Nations"),
    ("Telegram 1234 From the Embassy in Nowhere to the Department of State, March 3, 1973, 1215Z",
     "Embassy in Nowhere", "Department of State"),
    ("Backchannel Message From the President's Assistant (Doe) to the Chargé in Nowhere (Roe)",
     "President's Assistant (Doe)", "Chargé in Nowhere (Roe)"),
    ("Memorandum From Jane Doe to President Roe", "Jane Doe", "President Roe"),
    ("Memorandum From the Assistant to the President to Jane Doe",
     "Assistant to the President", "Jane Doe"),
    ("Letter From President Doe to Prime Minister Roe", "President Doe", "Prime Minister Roe"),
    ("Memorandum From Jane Doe to Roe and from Roe to Poe", "", ""),
    ("Memorandum of Conversation", "", ""),
    ("Telegram From the Embassy in Nowhere", "", ""),
    ("Paper Prepared in Nowhere to Be Read Aloud", "", ""),
    ("Editorial Note", "", ""),
])
def test_sender_and_receiver_where_the_head_plainly_names_both(
    head: str, sender: str, to: str
) -> None:
    read = facts(head=head)
    assert read["subject"] == head
    assert (read.get("sender", ""), read.get("to", "")) == (sender, to)
    assert read.get("origin", "") == sender


@pytest.mark.parametrize(("printed", "number", "subject"), [
    ("12. Editorial Note", "12", "Editorial Note"),
    ("[12] Mr. Doe to Mr. Roe", "12", "Mr. Doe to Mr. Roe"),
    ("No. 12. Mr. Doe", "12", "Mr. Doe"),
    ("12 Fish", "12", "12 Fish"),
    ("1969. A Year", "12", "1969. A Year"),
    ("7. Without an n", "", "Without an n"),
    ("A  <hi>Long</hi><lb/>Head<note n='2'>Not this.</note>", "3", "A Long Head"),
    ("", "3", ""),
])
def test_the_subject_is_the_head_without_its_number_and_its_notes(
    printed: str, number: str, subject: str
) -> None:
    div = f'<div type="document" xml:id="d1" n="{number}"><head>{printed}</head><p>x</p></div>'
    fact = frus.read(volume(div), "").facts.get("subject")
    assert (fact.value if fact else "") == subject


@pytest.mark.parametrize(("marking", "level", "caveats", "precedence"), [
    ("Secret; Priority; Nodis.", "SECRET", "NODIS", "P"),
    ("Top Secret; Sensitive; Eyes Only. Drafted by Doe.", "TOP SECRET", "SENSITIVE", ""),
    ("Confidential; Niact Immediate; Exdis; Noforn.", "CONFIDENTIAL//NOFORN", "EXDIS\nNOFORN", "O"),
    ("Limited Official Use; Flash; Limdis.", "LIMITED OFFICIAL USE", "LIMDIS", "Z"),
    ("Unclassified; Routine.", "UNCLASSIFIED", "", "R"),
    ("Official Use Only.", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "", ""),
    ("Secret; Nodis; Cherokee. Also sent to Elsewhere. Confidential.", "SECRET", "NODIS", ""),
    ("No classification marking. The copy was marked. Secret.", "", "", ""),
    ("A Secret copy is in Box 3. Secret talks went on.", "", "", ""),
    ("Confidential Files; Nodis. Priority.", "", "", ""),
    ("", "", "", ""),
])
def test_the_marking_is_a_sentence_of_the_source_note(
    marking: str, level: str, caveats: str, precedence: str
) -> None:
    read = facts(marking=marking)
    found = tuple(read.get(name, "") for name in ("classification", "caveats", "precedence"))
    assert found == (level, caveats, precedence)


def dateline(attributes: str) -> str:
    return f"<opener><dateline>Nowhere, <date {attributes}>x</date></dateline></opener>"


@pytest.mark.parametrize(("inside", "attributes", "created", "doubt"), [
    (dateline('when="1969-11-12"'), "", "1969-11-12", ""),
    (dateline('when="1969-11-12T13:33:00-05:00"'), "", "1969-11-12T18:33Z", ""),
    (dateline('when="1969-11-12T00:00:00-05:00"'), "", "1969-11-12", ""),
    (dateline('when="1969-11-12T13:33:00"'), "", "1969-11-12", ""),
    (dateline('from="1969-11-12" to="1969-11-14"'), "", "1969-11-12", ""),
    (dateline('notBefore="1969-11-12"'), "", "1969-11-12", "not before this time"),
    (dateline('when="1969-11"'), "", "", "1969-11 is no day"),
    (dateline('when="1969-11"'), 'frus:doc-dateTime-min="1969-11-01T00:00:00Z" '
     'frus:doc-dateTime-max="1969-11-30T23:59:59Z"', "1969-11-01",
     "between 1969-11-01 and 1969-11-30"),
    ("<p>x</p>", 'frus:doc-dateTime-min="1969-11-12T18:33:00+00:00"', "1969-11-12T18:33Z", ""),
    ("<p>On <date when='1968-01-01'>New Year</date>.</p>", "", "", ""),
    (f"<frus:attachment>{dateline('when=@1968-01-01@')}</frus:attachment>".replace("@", '"'),
     'frus:doc-dateTime-min="1969-11-12T00:00:00-05:00"', "1969-11-12", ""),
    ("<closer><dateline><date when='1969-11-12'/></dateline></closer>", "", "1969-11-12", ""),
    (dateline('when="0001-01-01T01:00:00+05:00"'), "", "", "0001-01-01T01:00:00+05:00 is no day"),
])
def test_the_day_is_that_of_the_dateline_else_of_the_attributes(
    inside: str, attributes: str, created: str, doubt: str
) -> None:
    fact = sheet(inside=inside, attributes=attributes).facts.get("created")
    assert ((fact.value, fact.doubt) if fact else ("", "")) == (created, doubt)


def test_a_volume_that_names_only_its_year_of_publication_has_no_day_of_release() -> None:
    assert "released" not in frus.read(volume(document(), published="2003"), "").facts


def test_references_are_the_documents_that_text_and_notes_point_to() -> None:
    inside = ('<p>See <ref target="#d7">Document 7</ref>, <ref target="frus1969-76v98#d3">3</ref>, '
              '<ref target="#d7fn2">footnote 2</ref>, <ref target="#d1">this one</ref>, '
              '<ref target="#pg_4">p. 4</ref>, <ref target="frus1969-76v97">a volume</ref>.'
              '<note n="2">And <ref target="https://x.example/y/frus1950v01/d5a">5a</ref>.</note></p>')
    assert facts(inside=inside)["references"].split("\n") == [
        "frus1969-76v99/d7", "frus1969-76v98/d3", "frus1950v01/d5a"
    ]


@pytest.mark.parametrize(("inside", "printed"), [
    ("<p>One\n  <pb n='2'/>two.</p><p>re<pb n='3'/>turn</p>", "One two.\n\nreturn\n"),
    ("<p>A <persName>Doe</persName>, <gloss>NSC</gloss> <hi rend='italic'>x</hi>.</p>",
     "A Doe, NSC x.\n"),
    ("<p>One<lb/>two</p>", "One\ntwo\n"),
    ("<p>He <del>did</del> <hi rend='strikethrough'>not</hi> go.</p>",
     "He [struck out: did] [struck out: not] go.\n"),
    ("<list><head>Fish</head><item>cod</item> <item>eel</item></list><p>End.</p>",
     "Fish\n\ncod\neel\n\nEnd.\n"),
    ("<list><label>1.</label> <item>cod</item></list>", "1. cod\n"),
    ("<table><row><cell>a</cell> <cell>b</cell></row><row><cell>c</cell></row></table>",
     "a | b\nc\n"),
    ("<div><head>A</head><p>x</p></div><div><p>y</p></div>", "A\n\nx\n\ny\n"),
    ("<p>He said:<quote><p>No.</p></quote></p>tail", "He said:\n\nNo.\n\ntail\n"),
    ("<p>A &amp; B &lt;c&gt;<!-- no --> <?no no?><![CDATA[R&D]]></p>", "A & B <c> R&D\n"),
    ("<note rend='inline'><p>[In place.]</p></note><p>x</p>", "[In place.]\n\nx\n"),
    ("<p>A.<note n='2'>First.<p>Second.</p></note> B.<note>Third.</note></p>",
     "A.[2] B.[2]\n\n[2] First.\n\nSecond.\n\n[2] Third.\n"),
    ("<p>A.<note n='2'>See<note n='3'>Inner.</note> it.</note></p>",
     "A.[2]\n\n[2] See[3] it.\n\n[3] Inner.\n"),
    ("<note type='source' rend='inline'><p>File No. 9.</p></note><p>A.</p>",
     "A.\n\nSource: File No. 9.\n"),
    ("<closer>Yours, <signed>Jane Doe<lb/>Consul</signed></closer>", "Yours,\n\nJane Doe\nConsul\n"),
    ("<p/><p> </p>", ""),
])
def test_the_text_of_elements(inside: str, printed: str) -> None:
    assert text(inside) == printed


def test_head_and_dateline_are_the_header_and_the_source_note_stands_below_the_text() -> None:
    read = sheet(inside=dateline('when="1969-11-12"') + "<p>The fleet sailed.</p>")
    assert read.header == (
        "1. Telegram From the Embassy in Nowhere to the Department of State\nNowhere, x"
    )
    below = read.body + read.notes
    assert below == (
        "The fleet sailed.\n\nSource: Archives, Box 2. Secret; Priority; Nodis.\n"
    )


def test_the_signer_is_the_first_line_of_the_signature_of_the_document_itself() -> None:
    attached = "<frus:attachment><closer><signed>Roe</signed></closer></frus:attachment>"
    signed = "<closer><signed><hi>Jane Doe</hi><note n='2'>By hand.</note><lb/>Consul</signed></closer>"
    assert facts(inside=signed + attached)["signer"] == "Jane Doe"
    assert "signer" not in facts(inside=attached)


def test_precedence_signer_and_subject_are_the_documents_own() -> None:
    inside = "<p>Subject: Bells.</p><closer><signed>Jane Doe</signed></closer>"
    cable = compose(sheet(inside=inside, head="Telegram From Doe to Roe"))
    assert (cable.subject, cable.signer, cable.precedence) == (
        "Telegram From Doe to Roe", "Jane Doe", "P"
    )


def test_references_of_the_edition_and_of_the_telegram_stand_together() -> None:
    inside = ('<opener><dateline><date when="1969-11-12"/></dateline></opener>'
              '<p>REF: PARIS 12</p><p>1. See <ref target="#d7">it</ref>.</p>')
    cable = compose(sheet(inside=inside))
    assert [one.id for one in cable.references] == ["frus1969-76v99/d7", "69PARIS12"]


def test_notes_are_no_part_of_the_last_paragraph() -> None:
    inside = "<p>1. The fleet sailed.</p><p>2. It came back.<note n='2'>In May.</note></p>"
    cable = compose(sheet(inside=inside))
    assert [one.text for one in cable.paragraphs] == ["The fleet sailed.", "It came back.[2]"]
    assert cable.body.endswith("[2] In May.\n")


def test_what_no_document_prints_is_no_problem() -> None:
    assert compose(sheet(inside=dateline('when="1969-11-12"') + "<p>x</p>", marking="")).problems == ()


def test_a_volume_that_breaks_off_gives_the_documents_before_it() -> None:
    data = volume(document(1), document(2))
    stream = frus.split(BytesIO(data[: data.index(b'<div type="document" xml:id="d2"') + 60]))
    assert next(stream).name == "d1"
    with pytest.raises(Refused, match=r"damaged XML: .*line 1"):
        next(stream)


def endless(inside: str) -> bytes:
    return volume(document(inside=f"<p>{inside}</p>"))


BOMB = "<!DOCTYPE TEI [" + '<!ENTITY e0 "fish">' + "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)
) + "]>"


@pytest.mark.parametrize(("data", "reason"), [
    (volume(), "TEI without a document"),
    (endless("&mdash;"), "damaged XML: Entity 'mdash' not defined"),
    (endless("<b>x"), "damaged XML: Opening and ending tag mismatch"),
    (endless("\x01"), "damaged XML: "),
    (volume(document()).replace(b"sailed", b"\xff\xfe"), "damaged XML: "),
    (endless("<hi>" * 100_000 + "</hi>" * 100_000), "damaged XML: Excessive depth"),
    (volume("x" * 11_000_000), "damaged XML: .*too long"),
    (endless(f"<hi>{'x' * 1_000}</hi>" * 4_300), "a document larger than 4 MiB"),
    (BOMB.encode() + endless("&e11;")[38:], "entities of its own"),
    (BOMB.encode() + volume(document(attributes='subtype="&e11;"'))[38:], "."),
    (b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + endless("&x;")[38:],
     "entities of its own"),
    (b'<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/x.dtd">' + endless("&x;")[38:], "&x; is not defined"),
    (volume(document(1, inside='<p xml:id="d1"/>')), "damaged XML: ID d1 already defined"),
    (b"<html/>", "no TEI: the XML begins with html"),
    (b"", "damaged XML"),
])
def test_what_is_no_document_is_refused_soon_and_in_little_memory(data: bytes, reason: str) -> None:
    tracemalloc.start()
    start = time.process_time()
    with pytest.raises(Refused, match=reason):
        frus.read(data, "")
    with pytest.raises(Refused):
        list(map(read_part, frus.split(BytesIO(data))))
    assert time.process_time() - start < 3
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


class Stream(BytesIO):
    """A file that is made while it is read."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        super().__init__()
        self._blocks = blocks

    def read(self, size: int | None = -1, /) -> bytes:
        return next(self._blocks, b"")


def _resident() -> int:
    """Megabytes, those of the XML library too, which Python does not count."""
    return int(STATM.read_text("ascii").split()[1]) * 4096 >> 20


@pytest.mark.skipif(not STATM.exists(), reason="the system does not tell how much memory is used")
@pytest.mark.parametrize("between", [
    document(7).replace(' xml:id="d7"', "").replace(' xml:id="d7fn1"', ""), f"<p>{'no document ' * 9}</p>",
    f"{'text ' * 40}<pb/>", f"<div><p>{'x' * 99}</p></div>", "<pb n='1' xml:lang='en' facs='1'/>",
])
def test_a_volume_of_any_length_takes_the_memory_of_a_document(between: str) -> None:
    begin, end = volume(document(1), "@", document(2)).split(b"@")
    blocks = (between.encode() * (60_000 // len(between)) for _ in range(150))
    before = _resident()
    found = sum(1 for _ in frus.split(Stream(iter((begin, *blocks, end)))))
    assert found >= 2
    assert _resident() - before < 30


@pytest.mark.parametrize("data", [
    b"", b"<html><body>TEI</body></html>", b"TEI", b"<TEI>", b"<TEI xmlns='urn:other'/>",
    b"R 121833Z NOV 08\nTEI http://www.tei-c.org/ns/1.0",
    b"<html>" + b"x" * 70_000 + volume(document()),
])
def test_other_files_are_not_recognised(data: bytes) -> None:
    assert not frus.recognises(data)
    assert not frus.holds_many(data)


@pytest.mark.parametrize("before", [
    b"", b"\xef\xbb\xbf", b"\n", b"<!-- " + b"x" * 5_000 + b" -->", b'<?xml-model href="x.rng"?>\n',
])
def test_a_volume_is_known_by_its_root_whatever_stands_before_it(before: bytes) -> None:
    data = before + volume(document())[38:]
    assert frus.recognises(data)
    assert names(data) == ["d1"]


def test_a_megabyte_of_one_thing_is_recognised_and_read_in_time() -> None:
    start = time.process_time()
    for filler in ("<TEI ", "<", "a:", "<a.", " ", "; Secret", ". Secret; a", " to ", "#d1"):
        data = (filler * (1_000_000 // len(filler))).encode()
        assert not frus.recognises(data)
        escaped = filler.replace("<", "&lt;") * 30_000
        sheet(marking=escaped, head=f"Telegram From {escaped}", inside=f'<ref target="{escaped}"/>')
    assert time.process_time() - start < 10  # a hang, not a slow machine
