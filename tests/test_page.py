"""The Cablegate page: the same cable from the slice and from the whole page, every trap of it."""

from pathlib import Path

import pytest

from indexer import read_cable
from indexer.errors import Refused
from indexer.formats import page

from .invented import html_page

PAGES = sorted((Path(__file__).parent / "pages" / "page").glob("*.html"))


def _page(name: str) -> bytes:
    return (Path(__file__).parent / "pages" / "page" / f"{name}.html").read_bytes()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_slice_gives_the_same_cable_as_the_whole_page(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = path.read_bytes()
    quickly = read_cable(data, path.name)
    assert page.find_parts(data) is not None
    monkeypatch.setattr(page, "find_parts", lambda _: None)
    assert read_cable(data, path.name) == quickly


def test_a_page_that_was_saved_by_a_browser_is_read() -> None:
    saved = (
        html_page(12).replace(b"<pre>", b"<PRE>").replace(b"</pre>", b"</PRE>")
        .replace(b"<code>", b"<CODE>").replace(b"</code>", b"</CODE>")
        .replace(b"<table class='cable'>", b'<TABLE border=0 CLASS="cable">')
    )
    assert read_cable(saved).subject == "FISH QUOTAS"


def test_the_table_gives_id_times_classification_and_origin() -> None:
    cable = read_cable(html_page(12), "pages/x.html")
    assert (cable.id, cable.id_as_found, cable.post, cable.year, cable.serial) == (
        "08NOWHERE12", "08NOWHERE12", "NOWHERE", 2008, 12
    )
    assert (cable.created, cable.released) == ("2008-11-12T18:33Z", "2011-08-30T01:44Z")
    assert (cable.classification, cable.origin) == ("UNCLASSIFIED", "Embassy Nowhere")
    assert (cable.form, cable.source) == ("page", "pages/x.html")
    assert cable.problems == ()


def test_columns_are_read_by_their_head_not_by_their_place() -> None:
    data = html_page(12).replace(b"<th>Released</th>", b"").replace(
        b"<td><a href='/x'>2011-08-30 01:44</a></td>", b""
    )
    cable = read_cable(data)
    assert (cable.created, cable.released) == ("2008-11-12T18:33Z", "")
    assert cable.origin == "Embassy Nowhere"


def test_a_table_without_an_id_takes_the_file_name_and_says_so() -> None:
    data = html_page(12).replace(b"<td><a href='/x'>08NOWHERE12</a></td>", b"<td></td>")
    cable = read_cable(data, "cable/2008/11/08NOWHERE12.html")
    assert cable.id == "08NOWHERE12"
    assert [problem.field for problem in cable.problems] == ["id"]


def test_an_origin_that_contradicts_the_number_is_kept_and_told() -> None:
    cable = read_cable(html_page(12).replace(b"Embassy Nowhere", b"Embassy Paris"))
    assert (cable.post, cable.origin) == ("NOWHERE", "Embassy Paris")
    assert [problem.field for problem in cable.problems] == ["origin"]


def test_minutes_of_pages_built_before_2011_come_from_the_date_time_group() -> None:
    cable = read_cable(html_page(12).replace(b"2008-11-12 18:33", b"2008-11-12 18:06"))
    assert (cable.created, cable.problems) == ("2008-11-12T18:33Z", ())


def test_a_date_time_group_of_another_hour_is_told() -> None:
    cable = read_cable(html_page(12).replace(b"2008-11-12 18:33", b"2008-11-12 06:33"))
    assert cable.created == "2008-11-12T06:33Z"
    assert [problem.field for problem in cable.problems] == ["created"]


def test_the_body_of_another_cable_is_told() -> None:
    cable = read_cable(html_page(12).replace(b"NOWHERE 000012", b"ELSEWHERE 000077"))
    assert cable.id == "08NOWHERE12"
    assert ["ELSEWHERE 77" in problem.message for problem in cable.problems] == [True]


def test_articles_are_links_but_for_the_placeholder() -> None:
    row = (b"<tr><td colspan='5'>Appears in these articles:<br />"
           b"<a href='http://news.example/a'>http://news.example/a</a><br />"
           b"<a href='http://not'>http://not</a></td></tr></table>")
    assert read_cable(html_page(12).replace(b"</table>", row)).articles == (
        "http://news.example/a",
    )


def test_stray_tags_go_and_raw_text_stays() -> None:
    words = "R&D; <strong>at</strong> <<218634>> </td></tr></table> A & B &lt; C."
    cable = read_cable(html_page(12, words=words))
    assert "1. R&D; at <<218634>>  A & B < C." in cable.body


def test_a_page_of_the_publisher_without_a_telegram_is_refused() -> None:
    without = html_page(12).replace(b"<code><pre>", b"<div>")
    with pytest.raises(Refused, match="no text of a telegram"):
        read_cable(without)


def test_control_characters_are_read_as_blanks_and_told() -> None:
    cable = read_cable(html_page(12, words="The \x00\x01 fleet."))
    assert "The   fleet." in cable.body
    assert [problem.field for problem in cable.problems] == ["body"]


def test_characters_that_were_decoded_twice_are_told_and_stay() -> None:
    cable = read_cable(html_page(12, words="From SÃ£o to the “café”."))
    assert "From SÃ£o to the “café”." in cable.body
    assert [problem.message for problem in cable.problems] == [
        "characters that were decoded twice (SÃ£o)"
    ]


def test_every_problem_names_its_source() -> None:
    cable = read_cable(html_page(12, words="\x00").replace(b"TAGS:", b"TXXX:"), "x.html")
    assert len(cable.problems) >= 2
    assert {problem.source for problem in cable.problems} == {"x.html"}


def test_a_table_and_a_telegram_of_different_levels_are_told() -> None:
    cable = read_cable(html_page(12).replace(b">UNCLASSIFIED<", b">SECRET<"))
    assert cable.classification == "SECRET"
    assert [(problem.field, problem.message) for problem in cable.problems] == [
        ("classification", "the page has SECRET, the telegram UNCLASSIFIED")
    ]


def test_a_text_longer_than_any_cable_is_refused_but_navigation_does_not_count() -> None:
    navigation = b"<p>" + b"x" * (3 << 20) + b"</p>"
    small = html_page(12)
    assert read_cable(navigation + small) == read_cable(small)
    with pytest.raises(Refused, match="MiB: the longest cable"):
        read_cable(html_page(12, words="x" * (3 << 20)))
