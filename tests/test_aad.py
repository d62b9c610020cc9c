"""A document of the National Archives' export: its text, its attributes, and how they meet."""

import time

import pytest

from indexer.cable import Cable
from indexer.errors import Refused
from indexer.formats import aad
from indexer.formats.aad_attributes import read_attributes
from indexer.formats.compose import compose
from indexer.ids import canonical_id

TELEGRAM = """CONFIDENTIAL

PAGE 01        NOWHER  05091  121833Z

53
ACTION EUR-12

INFO  OCT-01  ISO-00  CIAE-00  COME-00  EB-07  INR-07  NSAE-00

      NSC-05  SS-15  L-03  PRS-01  PA-01  /085 W
                        ---------------------     012345
R 121740Z SEP 74
FM AMEMBASSY NOWHERE
TO SECSTATE WASHDC 3456
INFO AMEMBASSY ELSEWHERE

C O N F I D E N T I A L NOWHERE 5091

E.O. 11652: GDS
TAGS: PFOR, UK
SUBJECT: A WALK

1. IT RAINED.
DOE

CONFIDENTIAL


NNN
"""
VALUES = {
    "Draft Date": "12 SEP 1974", "Document Number": "1974NOWHER05091", "From": "NOWHERE",
    "Locator": "TEXT ON-LINE", "Original Classification": "CONFIDENTIAL",
    "Subject": "A WALK IN THE PARK", "TAGS": "PFOR, UK", "To": "STATE",
}  # fmt: skip


def document(text: str = TELEGRAM, **changed: str) -> bytes:
    values = VALUES | {key.replace("_", " "): value for key, value in changed.items()}
    lines = "".join(f"{key}: {value}\n" for key, value in values.items())
    return f"Message Text\n\n\n{text}\n\nMessage Attributes\n\n{lines}".encode()


def cable_of(data: bytes) -> Cable:
    return compose(aad.read(data, ""))


def problems_of(cable: Cable) -> dict[str, str]:
    return {problem.field: problem.message for problem in cable.problems}


def test_page_tops_and_office_tables_are_header_and_no_addressees() -> None:
    cable = cable_of(document())
    assert cable.header.startswith("CONFIDENTIAL\n\nPAGE 01")
    assert cable.header.rstrip().endswith("INFO AMEMBASSY ELSEWHERE")
    assert cable.body.startswith("C O N F I D E N T I A L NOWHERE 5091\n")
    assert cable.body.endswith("NNN")
    assert [one.name for one in cable.to] == ["SECSTATE WASHDC"]
    assert [one.name for one in cable.info] == ["AMEMBASSY ELSEWHERE"]
    assert cable.problems == ()


def test_the_telegram_counts_and_the_attributes_fill_what_it_lacks() -> None:
    cable = cable_of(document(Reference="74 STATE 12", Executive_Order="GS"))
    assert (cable.subject, cable.sender, cable.declass) == ("A WALK", "AMEMBASSY NOWHERE", "GDS")
    assert [one.id for one in cable.references] == ["74STATE12"]


@pytest.mark.parametrize(
    ("number", "sender", "id_"),
    [
        ("1974NOWHER05091", "NOWHERE", "74NOWHERE5091"), ("1974PORTV00012", "PORT VALE", "74PORTVALE12"),
        ("NOWHER05091", "NOWHERE", "74NOWHERE5091"), ("1974PARIS00012", "PARIS", "74PARIS12"),
        ("1974STATE205512", "STATE", "74STATE205512"), ("1974NOWHER05091", "n/a", "74NOWHER5091"),
        ("1978NOWHER29610_d", "NOWHERE", "78NOWHERE29610"),
        ("1974TELAV00012", "n/a", "74TELAVIV12"), ("1974PHNOM00012", "n/a", "74PHNOMPENH12"),
        ("1974HONGK00012", "n/a", "74HONGKONG12"), ("1974ADDIS00012", "n/a", "74ADDISABABA12"),
        ("1974BUENOS00012", "n/a", "74BUENOSAIRES12"), ("1974PORTO00012", "PORT OF SPAIN", "74PORTOFSPAIN12"),
    ],
)  # fmt: skip
def test_a_post_cut_at_six_characters_is_whole_again(number: str, sender: str, id_: str) -> None:
    cable = cable_of(document("", Document_Number=number, From=sender))
    assert cable.id == id_
    assert "id" not in problems_of(cable)


def test_a_cut_post_that_may_be_two_is_told() -> None:
    cable = cable_of(document("", Document_Number="1974PORTO00012", From="n/a"))
    assert "PORTOALEGRE or PORTOFSPAIN" in problems_of(cable)["id"]


def test_the_telegram_says_whose_cut_name_it_is() -> None:
    assert cable_of(document(From="n/a")).id == "74NOWHERE5091"


def test_another_document_s_telegram_is_told() -> None:
    cable = cable_of(document(Document_Number="1974NOWHER05099"))
    assert (cable.id, problems_of(cable)["id"]) == (
        "74NOWHERE5099", "the body's own number is NOWHERE 5091"
    )


def test_a_message_id_stands_in_only_where_it_is_a_number() -> None:
    assert cable_of(document("", Document_Number="n/a", Message_ID="1974PARIS00012")).id == "74PARIS12"
    guid = "74abc123-0000-4a11-9f00-000000000001"
    assert cable_of(document("", Document_Number="n/a", Message_ID=guid)).id == ""


def test_the_date_time_group_counts_before_the_day_of_the_draft() -> None:
    cable = cable_of(document(Draft_Date="11 SEP 1974"))
    assert (cable.created, cable.problems) == ("1974-09-12T17:40Z", ())
    cable = cable_of(document(Draft_Date="12 OCT 1974"))
    assert (cable.created, list(problems_of(cable))) == ("1974-09-12T17:40Z", ["created"])


@pytest.mark.parametrize(
    ("printed", "created"),
    [("12 SEP 1974", "1974-09-12"), ("12-Sep-1977 12:00:00 am", "1977-09-12"),
     ("01 JAN 1994", ""), ("01-Jan-1960 12:00:00 am", ""), ("n/a", "")],
)  # fmt: skip
def test_without_a_text_the_day_of_the_draft_is_all(printed: str, created: str) -> None:
    assert cable_of(document("", Draft_Date=printed)).created == created


def test_a_date_that_is_none_is_told() -> None:
    cable = cable_of(document("", Draft_Date="31 JUN 1974", Review_Release_Date="SOON"))
    assert (cable.created, cable.released) == ("", "")
    assert problems_of(cable).keys() >= {"created", "released"}


def test_released_is_the_review_s_day_else_that_of_the_stamp() -> None:
    stamp = "Richard Roe Declassified/Released US Department of State EO Systematic Review 22 May 2009"
    assert cable_of(document(Review_Release_Date="20 JUN 2003", Markings=stamp)).released == "2003-06-20"
    assert cable_of(document(Review_Release_Date="n/a", Markings=stamp)).released == "2009-05-22"
    assert cable_of(document(Review_Release_Date="01 JAN 1994")).released == ""


def test_handling_restrictions_are_caveats_and_an_unknown_one_is_told() -> None:
    cable = cable_of(document("", Original_Handling_Restrictions="EXDIS, NOFORN; ONLY"))
    assert cable.caveats == ("EXDIS", "NOFORN")
    assert "'ONLY'" in problems_of(cable)["caveats"]


@pytest.mark.parametrize(
    ("printed", "order", "declass"),
    [("GS", "", "GS"), ("11652 GDS", "11652", "GDS"), ("E.O. 11652: XGDS-1", "11652", "XGDS-1"),
     ("EXEMPT", "", "EXEMPT"), ("N/A", "", "")],
)  # fmt: skip
def test_an_executive_order_may_be_a_schedule_alone(printed: str, order: str, declass: str) -> None:
    cable = cable_of(document("", Executive_Order=printed))
    assert (cable.order, cable.declass) == (order, declass)


@pytest.mark.parametrize("printed", ["STATE, PORT VALE", "STATE; PORT VALE", "STATE\nPORT VALE",
                                     "STATE,\n    PORT\n  VALE"])
def test_addressees_have_a_separator_or_a_line_each(printed: str) -> None:
    assert [one.name for one in cable_of(document("", To=printed)).to] == ["STATE", "PORT VALE"]


def test_a_document_without_a_text_says_where_it_is() -> None:
    cable = cable_of(document("", Locator="ON MICROFILM", Film_Number="P760071-1304"))
    assert (cable.body, cable.subject) == ("", "A WALK IN THE PARK")
    assert problems_of(cable)["body"] == "no text; Locator ON MICROFILM; Film Number P760071-1304"


def test_a_text_where_there_should_be_none_is_told() -> None:
    assert "ON MICROFILM" in problems_of(cable_of(document(Locator="ON MICROFILM")))["body"]


def test_a_letter_is_all_body() -> None:
    cable = cable_of(document("DEAR MR. ROE,\n\nTHANKS FOR THE TIN.\n", Type="LE"))
    assert (cable.header, cable.body) == ("", "DEAR MR. ROE,\n\nTHANKS FOR THE TIN.")
    assert "body" not in problems_of(cable)


def test_a_document_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    data = document()
    cable = cable_of(data[: data.index(b"Message Attributes")])
    assert (cable.id, cable.subject) == ("74NOWHERE5091", "A WALK")
    assert "cut off" in problems_of(cable)["body"]
    cable = cable_of(data[: data.index(b"TAGS:")])
    assert (cable.id, cable.declass) == ("74NOWHERE5091", "GDS")


def test_the_archive_s_stamp_and_end_mark_are_no_part_of_the_text() -> None:
    stamp = "Richard Roe Declassified/Released US Department of State EO Systematic Review 22 May 2009"
    text = TELEGRAM.replace("IT RAINED.", f"IT HAD RAINED FOR\n{stamp}\nDAYS.")
    cable = cable_of(document(f"{text}\n<< END OF DOCUMENT >>"))
    assert [one.text for one in cable.paragraphs] == ["IT HAD RAINED FOR DAYS."]
    assert cable.body.endswith("NNN")


def test_page_tops_that_lost_their_line_are_mended() -> None:
    page = "CONFIDENTIAL\nCONFIDENTIALPAGE 02\nNOWHER  05091\n\n"
    text = TELEGRAM.replace("IT RAINED.", f"IT HAD RAINED WITHOUT A STOP FOR SEVERAL\n{page}DAYS.")
    cable = cable_of(document(text))
    assert [one.text for one in cable.paragraphs] == ["IT HAD RAINED WITHOUT A STOP FOR SEVERAL DAYS."]


def test_without_headings_the_keys_tell_and_what_stands_above_may_be_the_telegram() -> None:
    keys = document("").partition(b"Message Attributes")[2]
    assert aad.recognises(b"A page of records\n\n" + keys)
    cable = cable_of(b"A page of records\n\n" + keys)
    assert (cable.id, cable.body) == ("74NOWHERE5091", "")
    cable = cable_of(TELEGRAM.encode() + keys)
    assert (cable.sender, cable.subject, cable.problems) == ("AMEMBASSY NOWHERE", "A WALK", ())


def test_lines_may_end_in_any_way() -> None:
    cable = cable_of(document(To="STATE,\n  PARIS").replace(b"\n", b"\r\n"))
    assert cable == cable_of(document(To="STATE,\n  PARIS"))


def test_a_byte_that_is_no_character_is_told() -> None:
    cable = cable_of(document().replace(b"IT RAINED", b"IT \x01 RAINED"))
    assert list(problems_of(cable)) == ["body"]


@pytest.mark.parametrize("data", [
    b"", b"Message Text\n\nHow to write one.\n", b"The Message Attributes\n", b"<p>Message Attributes</p>",
    b"Message Attributes\n\nnothing\n", b"TAGS: PFOR\nSubject: A WALK\nTo: PARIS\nFrom: ROME\nType: TE\n",
    b"R 121833Z NOV 08\nFM AMEMBASSY PARIS\n\nMESSAGE TEXT\n",
])
def test_what_has_neither_heading_nor_keys_is_not_recognised(data: bytes) -> None:
    assert not aad.recognises(data)


def test_a_file_of_several_is_refused_as_one_page() -> None:
    with pytest.raises(Refused, match="read_cables"):
        aad.read(document() + b"\n" + document(), "")


@pytest.mark.parametrize(
    ("block", "values"),
    [
        ("Subject: A\n  WALK\nTAGS: n/a\n", {"Subject": "A\nWALK"}),
        ("Subject: A\nWALK: IN TWO\nPARTS\nTo: STATE", {"Subject": "A\nWALK: IN TWO\nPARTS", "To": "STATE"}),
        ("Subject: |\n  A\n  WALK\nISecure: '1'\n", {"Subject": "A\nWALK", "ISecure": "1"}),
        ("  Subject: A\n     To: BE SEEN\n  To: PARIS", {"Subject": "A\nTo: BE SEEN", "To": "PARIS"}),
        ("Subject: \"A WALK\"\nReview Colour: RED\n", {"Subject": "A WALK", "Review Colour": "RED"}),
        ("To: PARIS\n\nSECRET\n\n<< END OF DOCUMENT >>\n", {"To": "PARIS"}),
        ("Subject: HOW TO KEEP A\nSECRET\n", {"Subject": "HOW TO KEEP A\nSECRET"}),
        ("Errors: N/A\nTAGS: XX\nCopy: -- N/A or Blank --", {"TAGS": "XX"}),
        ("Subject: 'A' AND 'B'", {"Subject": "'A' AND 'B'"}),
        ("To: A\nTo: n/a", {"To": "A"}), ("To: n/a\nTo: A", {"To": "A"}),
    ],
)  # fmt: skip
def test_values_are_wrapped_in_many_ways(block: str, values: dict[str, str]) -> None:
    assert read_attributes(block) == values


@pytest.mark.parametrize("filling", ["A", " ", "\n", "PAGE ", "-", "CONFIDENTIAL\n", "Message Text ", "To: "])
def test_a_long_line_takes_no_longer_than_its_length(filling: str) -> None:
    long = document(TELEGRAM + filling * (2_000_000 // len(filling)))
    start = time.process_time()
    sheet = aad.read(long, "")
    assert time.process_time() - start < 2
    assert canonical_id(sheet.facts["id"].value) == "74NOWHERE5091"
