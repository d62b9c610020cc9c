"""The markup of a page, section 1 of the forms: what stands around the text, and in it."""

import pytest

from indexer import read_cable
from indexer.errors import Refused

from ..invented import html_page


def test_title_of_the_classification_link_is_not_the_level() -> None:
    page = html_page(12).replace(
        b"<a href='/x'>UNCLASSIFIED</a>",
        b"<a href='/classification/4_0.html' title='secret'>UNCLASSIFIED</a>",
    )
    assert read_cable(page).classification == "UNCLASSIFIED"


@pytest.mark.parametrize("number", [b"29_0", b"301_0"])
def test_origin_is_the_name_and_not_the_number_of_its_link(number: bytes) -> None:
    page = html_page(12).replace(
        b"<a href='/x'>Embassy Nowhere", b"<a href='/origin/%s.html'>Embassy Nowhere" % number
    )
    assert read_cable(page).origin == "Embassy Nowhere"


@pytest.mark.parametrize("printed", [
    b"TAGS: <a href='/tag/EFIS_0.html'>EFIS</a> <a href='/tag/PREL_0.html'>PREL</a>",
    b"TAGS: <a href='/tag/EFIS_0.html'>EFIS</a> PREL",
    b"TAGS: EFIS PREL",
])
def test_tags_linked_and_plain_are_the_same(printed: bytes) -> None:
    page = html_page(12).replace(b"TAGS: EFIS PREL", printed)
    assert [tag.code for tag in read_cable(page).tags] == ["EFIS", "PREL"]


def test_pilcrow_before_a_letter_is_a_bullet() -> None:
    page = html_page(12).replace(
        b"REF: A. STATE 77",
        "REF: A. STATE 77&#x000A;<a id='parB' href='#parB'>¶</a>B. STATE 78".encode(),
    )
    assert [(one.bullet, one.id) for one in read_cable(page).references] == [
        ("A", "08STATE77"), ("B", "08STATE78"),
    ]


def test_text_that_was_not_escaped_survives_and_stray_tags_go() -> None:
    words = "R&D; AT&T &D; <<218634>> <br>one<strong>two</strong></td></tr></table>three"
    body = read_cable(html_page(12, words=words)).body
    assert "R&D; AT&T &D; <<218634>> \none" in body
    assert "onetwothree" in body


def test_one_block_is_the_body() -> None:
    page = html_page(12)
    start, end = page.index(b"<code>"), page.index(b"</code>") + len(b"</code>")
    cable = read_cable(page[:start] + page[end:])
    assert (cable.header, cable.body.startswith("UNCLAS NOWHERE")) == ("", True)


def test_backslash_before_every_line_end() -> None:
    page = html_page(12).replace(b"&#x000A;", b"\\&#x000A;")
    cable = read_cable(page)
    assert (cable.subject, cable.signer) == ("FISH QUOTAS", "DOE")


def test_binary_rubbish_is_blank_and_told() -> None:
    cable = read_cable(html_page(12, words="The fleet \x01\x02\x07 sailed."))
    assert cable.paragraphs[0].text == "The fleet sailed."
    assert [problem.field for problem in cable.problems] == ["body"]


def test_the_body_of_another_cable_is_told() -> None:
    cable = read_cable(html_page(12).replace(b"NOWHERE 000012", b"ELSEWHERE 000077"))
    assert cable.id == "08NOWHERE12"
    assert any("ELSEWHERE 77" in problem.message for problem in cable.problems)


@pytest.mark.parametrize(("table", "name", "heading"), [
    (b"", "cable/2008/11/08NOWHERE12.html", b"x"),
    (b"", "page.html", b"08NOWHERE12, FISH QUOTAS"),
    (b"n/a", "page.html", b"08NOWHERE12, FISH QUOTAS"),
])
def test_id_from_the_file_name_else_the_heading(table: bytes, name: str, heading: bytes) -> None:
    page = html_page(12).replace(b"<a href='/x'>08NOWHERE12</a>", table)
    page = page.replace(b"Viewing cable 08NOWHERE12, FISH QUOTAS", b"Viewing cable " + heading)
    cable = read_cable(page, name)
    assert cable.id == "08NOWHERE12"
    assert [problem.field for problem in cable.problems] == ["id"]


def test_an_e_mail_page_of_the_publisher_is_refused() -> None:
    page = (b"<table class='cable'><tr><th>From</th><th>To</th></tr><tr><td>a</td><td>b</td></tr>"
            b"</table><div>Dear Sir</div>")
    with pytest.raises(Refused, match="e-mail"):
        read_cable(page)
