"""A cable as plain text, or as a newspaper republished it."""

import pytest

from indexer import read_cable, read_telegram
from indexer.errors import Refused

from .invented import telegram, text_page


def test_the_id_is_made_from_the_number_and_the_year_of_the_date_time_group() -> None:
    cable = read_cable(text_page(12), "a.txt")
    assert (cable.id, cable.created, cable.form) == ("08NOWHERE12", "2008-11-12T18:33Z", "text")
    assert cable.origin == "Embassy Nowhere"
    assert cable.problems == ()


def test_markdown_of_a_newspaper_is_read_as_text() -> None:
    printed = text_page(12).replace(b"TAGS: EFIS PREL", b"TAGS: [EFIS](#) [PREL](#)  ")
    printed = printed.replace(b"sailed.", b"sailed to [www.port.example](http://www.port.example).")
    cable = read_cable(printed + b"\nEnd Cable Text")
    assert [tag.code for tag in cable.tags] == ["EFIS", "PREL"]
    assert "sailed to www.port.example." in cable.body
    assert "End Cable Text" not in cable.body
    assert cable.signer == "DOE"


def test_a_misread_pilcrow_is_numbered_and_told() -> None:
    printed = text_page(12).replace(b"\n1. ", "\n¶1. ".encode()).replace(b"\n2. ", b"\n12. ")
    cable = read_cable(printed)
    assert [(p.number, p.raw_number) for p in cable.paragraphs] == [(1, "1"), (2, "12")]
    assert [problem.field for problem in cable.problems] == ["paragraphs"]


def test_header_and_body_are_parted_at_the_classification_line() -> None:
    header, body = telegram(12)
    cable = read_cable(text_page(12))
    assert cable.header.strip() == header.strip()
    assert cable.body.startswith("UNCLAS NOWHERE 000012\n")
    assert [one.name for one in cable.to] == ["SECSTATE WASHDC"]
    assert body.strip() in cable.body


def test_a_text_without_routing_lines_is_known_by_its_classification_line() -> None:
    _, body = telegram(12)
    cable = read_cable(body)
    assert cable.classification == "UNCLASSIFIED"
    assert (cable.id, cable.post) == ("", "")
    assert {problem.field for problem in cable.problems} == {"id", "dtg"}


@pytest.mark.parametrize("printed", [
    b"", b"  \n", b"Dear Sir,\nno cable this.", b"\x00" * 99, b'{"id": "08NOWHERE12"}',
    b"<html><body>UNCLAS NOWHERE 000012</body></html>",
])
def test_other_texts_are_refused_with_a_reason(printed: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_cable(printed)
    assert str(refused.value)


def test_a_fragment_gives_the_fields_that_it_has() -> None:
    assert read_telegram("SUBJECT: A WALK IN THE PARK").subject == "A WALK IN THE PARK"
    assert [tag.code for tag in read_telegram("TAGS: ECON, EFIN").tags] == ["ECON", "EFIN"]
    assert [one.name for one in read_telegram("FM AMEMBASSY PARIS\nTO SECSTATE WASHDC").to] == [
        "SECSTATE WASHDC"
    ]
    assert read_telegram("", header="FM AMEMBASSY PARIS\n").sender == "AMEMBASSY PARIS"


def test_references_take_the_year_that_is_given_else_the_cables_own() -> None:
    assert [r.id for r in read_telegram("REF: STATE 77", year=2006).references] == ["06STATE77"]
    cable = read_telegram("UNCLAS NOWHERE 12\n\nREF: STATE 77\n", id="07NOWHERE12")
    assert [r.id for r in cable.references] == ["07STATE77"]


def test_a_header_that_the_body_repeats_is_read_where_the_block_is_none() -> None:
    header, body = telegram(12)
    cable = read_telegram(f"{header}\n{body}", header="null")
    assert (cable.dtg, cable.sender) == ("121833Z NOV 08", "AMEMBASSY NOWHERE")


def test_a_header_between_two_classification_lines_of_a_mailbox_copy_is_read() -> None:
    header, body = telegram(12)
    copy = f"UNCLAS NOWHERE 00012\n\nCXNOW:\n    ACTION: POL\n    INFO:   AMB DCM\n\n{header}\n{body}"
    cable = read_telegram(copy, header="null\nDoe, Jane  From  DB/Inbox:  Search Results")
    assert (cable.sender, cable.created) == ("AMEMBASSY NOWHERE", "2008-11-12T18:33Z")
    assert [one.name for one in cable.to] == ["SECSTATE WASHDC"]
    assert cable.info == ()
