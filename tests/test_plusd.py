"""The PlusD page: keys and values however they are marked up, the text with names marked up."""

import time
from pathlib import Path

import pytest

from indexer.cable import Cable
from indexer.errors import Refused
from indexer.formats import page, plusd, plusd_parts, text
from indexer.formats.compose import compose
from indexer.formats.decode import decode
from indexer.formats.elements import written_anew

from .invented import html_page, telegram, text_page
from .mutations.outcome import read as held
from .mutations.page import Page

PAGES = sorted((Path(__file__).parent / "pages" / "plusd").glob("*.html"))
KEYS = {
    "Date:": "1974 September 12, 00:00 (Thursday)",
    "Canonical ID:": "1974NOWHERE00012_b",
    "Original Classification:": "CONFIDENTIAL",
    "Current Classification:": "UNCLASSIFIED",
}


def made(
    keys: dict[str, str], printed: str = "", subject: str = "", row: str = ""
) -> bytes:
    """A page with these keys, each row marked up in this way."""
    row = row or "<tr><td class='s_key'>{}</td><td class='s_val'>{}</td></tr>"
    rows = "".join(row.format(key, value) for key, value in keys.items())
    return (
        "<html><body><p>Navigation</p><table id='synopsis'>"
        f"<tr><td colspan='2'>{subject}</td></tr>{rows}</table>"
        f"<div id='tagged-text'>{printed}</div><p>More navigation</p></body></html>"
    ).encode()


def read(data: bytes, source: str = "") -> Cable:
    assert plusd.recognises(data)
    return compose(plusd.read(data, source))


def told(cable: Cable) -> dict[str, str]:
    """The problems by field, but for fields that are not there."""
    return {one.field: one.message for one in cable.problems if one.message != "not found"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_parts_in_place_give_the_same_sheet_as_the_whole_page(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = path.read_bytes()
    quickly = plusd.read(data, path.name)
    assert plusd_parts.find_parts(decode(data)) is not None
    monkeypatch.setattr(plusd, "parts_of", lambda page: plusd_parts.find_parts(written_anew(page)))
    assert plusd.read(data, path.name) == quickly


def test_parts_that_are_not_found_in_place_are_found_by_parsing_the_page() -> None:
    data = made(KEYS, "UNCLAS NOWHERE 12", "FISH").replace(b"'synopsis'", b"'&#115;ynopsis'")
    data = data.replace(b"'tagged-text'", b"'tagged&#45;text'")
    cable = compose(plusd.read(data, ""))
    assert (cable.id, cable.subject) == ("74NOWHERE12", "FISH")
    assert cable.body == "UNCLAS NOWHERE 12"


@pytest.mark.parametrize("row", [
    "<tr><td class=\"s_key\">{}</td><td class=\"s_val\">{}</td></tr>",
    "<tr><th class=s_key>{}<td class=s_val>{}",
    "<TR><TD><DIV CLASS='a s_key b'>{}</DIV><DIV CLASS='s_val'><A HREF='/x'>{}</A></DIV></TD></TR>",
    "<td><span class='s_key'><b>{}</b></span>\n<span class='s_val'>\n {} </span></td>",
    "<dl><dt class='s_key'>{}</dt><dd class='s_val'><p>{}</p></dd></dl>",
    "<td class='s_key'>{} <i class='s_val'>{}</i></td>",
    "<tr><td>{}</td><td>{}</td></tr>",
])  # fmt: skip
def test_keys_and_values_are_read_however_they_are_marked_up(row: str) -> None:
    cable = read(made(KEYS, "UNCLAS NOWHERE 0012<br>", "FISH", row))
    assert (cable.id, cable.created, cable.subject) == ("74NOWHERE12", "1974-09-12", "FISH")
    assert cable.classification == "CONFIDENTIAL"


@pytest.mark.parametrize("none", [
    "", "-- Not Assigned --", "-- N/A or Blank --", "-- n/a --", "N/A", " &nbsp; ",
])
def test_words_for_none_are_none(none: str) -> None:
    names = ("Date", "Original Classification", "Handling Restrictions", "Executive Order", "TAGS",
             "From", "To", "Markings")
    sheet = plusd.read(made({"Canonical ID": "08NOWHERE12_a", **dict.fromkeys(names, none)}), "")
    assert set(sheet.facts) == {"id"}


@pytest.mark.parametrize(("printed", "canonical"), [
    ("08NOWHERE12_a", "08NOWHERE12"),
    ("1974NOWHERE05091", "74NOWHERE5091"),
    ("1978NOWHERE29610_d", "78NOWHERE29610"),
])
def test_the_id_has_four_digits_zeros_and_a_letter_behind(printed: str, canonical: str) -> None:
    cable = read(made({"Canonical ID:": printed}))
    assert (cable.id, cable.id_as_found) == (canonical, printed)


def test_a_missing_id_is_taken_from_the_file_name_and_told() -> None:
    cable = read(made({"Date": "1974 September 12, 11:05"}), "x/1974NOWHERE00012_b.html")
    assert cable.id == "74NOWHERE12"
    assert told(cable)["id"] == "the table has none: taken from the file's name"


@pytest.mark.parametrize(("printed", "created"), [
    ("1987 December 19, 20:12 (Saturday)", "1987-12-19T20:12Z"),
    ("1987 December 19, 00:00 (Saturday)", "1987-12-19"),
    ("1987 December 19", "1987-12-19"),
])
def test_midnight_stands_for_a_day_without_a_time(printed: str, created: str) -> None:
    assert read(made({"Canonical ID": "1987NOWHERE00012", "Date": printed})).created == created


def test_a_day_alone_takes_the_time_of_the_date_time_group() -> None:
    header, body = telegram(12)
    cable = read(made({"Date": "2008 November 12, 00:00"}, f"{header}{body}"))
    assert (cable.created, told(cable)) == ("2008-11-12T18:33Z", {})


def test_a_date_that_is_none_is_told_and_the_group_is_taken() -> None:
    header, body = telegram(12)
    cable = read(made({"Date": "2008 Brumaire 22, 10:10"}, f"{header}{body}"))
    assert cable.created == "2008-11-12T18:33Z"
    assert told(cable)["created"] == "'2008 Brumaire 22, 10:10' is no date"


@pytest.mark.parametrize(("printed", "level", "caveats"), [
    ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE", ()),
    ("UNCLASSIFIED,FOR OFFICIAL USE ONLY", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", ()),
    ("SECRET//NOFORN", "SECRET//NOFORN", ()),
    ("CONFIDENTIAL, EXDIS", "CONFIDENTIAL", ("EXDIS",)),
    ("RESTRICTED", "RESTRICTED", ()),
])
def test_the_original_classification_is_the_cables(
    printed: str, level: str, caveats: tuple[str, ...]
) -> None:
    keys = KEYS | {"Original Classification:": printed}
    cable = read(made(keys))
    assert (cable.classification, cable.caveats) == (level, caveats)


def test_the_current_classification_is_not_the_cables() -> None:
    cable = read(made({"Canonical ID": "1974NOWHERE12", "Current Classification": "UNCLASSIFIED"}))
    assert cable.classification == ""


def test_restrictions_are_caveats_and_unknown_ones_are_told() -> None:
    cable = read(made(KEYS | {
        "Handling Restrictions": "ONLY - Eyes Only",
        "Previous Handling Restrictions": "EXDIS - Exclusive Distribution Only | STADIS",
    }))
    assert cable.caveats == ("EXDIS", "STADIS")
    assert told(cable)["caveats"] == "handling restrictions 'ONLY': no known caveat"


@pytest.mark.parametrize("printed", [
    "PREL - Political Affairs--External Political Relations | XN - Nowhere | DOE, JANE",
    "<a href='/1'>PREL</a> <a href='/2'>XN</a> <a href='/3'>DOE, JANE</a>",
    "PREL<br>XN<br>(DOE, JANE)",
    "PREL, XN, (DOE, JANE)",
])
def test_tags_are_parted_by_bars_links_breaks_or_commas(printed: str) -> None:
    cable = read(made(KEYS | {"TAGS:": printed}))
    assert [(tag.code, tag.kind) for tag in cable.tags] == [
        ("PREL", "subject"), ("XN", "country"), ("DOE, JANE", "person")
    ]


@pytest.mark.parametrize("printed", [
    "SECSTATE WASHDC | AMEMBASSY ELSEWHERE", "SECSTATE WASHDC; AMEMBASSY ELSEWHERE",
    "<ul><li>SECSTATE WASHDC<li>AMEMBASSY ELSEWHERE</ul>",
    "<span class='s_val'>SECSTATE WASHDC</span> <span class='s_val'>AMEMBASSY ELSEWHERE</span>",
])
def test_addressees_are_parted(printed: str) -> None:
    cable = read(made(KEYS | {"From:": "AMEMBASSY <a>NOWHERE</a>", "To:": printed}))
    assert cable.sender == "AMEMBASSY NOWHERE"
    assert [one.name for one in cable.to] == ["SECSTATE WASHDC", "AMEMBASSY ELSEWHERE"]


@pytest.mark.parametrize(("printed", "order", "declass"), [
    ("GS", "", "GS"), ("11652: GDS", "11652", "GDS"), ("E.O. 12065 GDS 9/12/85", "12065", "1985-09-12"),
])
def test_the_order_may_be_a_schedule_alone(printed: str, order: str, declass: str) -> None:
    cable = read(made(KEYS | {"Executive Order:": printed}))
    assert (cable.order, cable.declass) == (order, declass)


def test_the_release_is_that_of_the_markings() -> None:
    stamp = "Jane Doe Declassified/Released<br>US Department of State EO Systematic Review 4 MAY 2006"
    assert read(made(KEYS | {"Markings": stamp})).released == "2006-05-04"
    assert read(made(KEYS | {"Markings": "Reviewed 4 MAY 2006"})).released == ""


def test_the_telegram_is_before_the_table() -> None:
    header, body = telegram(12)
    keys = {"TAGS": "ECON", "From": "Nowhere", "To": "Elsewhere", "Executive Order": "GS"}
    cable = read(made(keys, f"{header}{body}".replace("\n", "<br/>\n"), "Fish"))
    assert ([tag.code for tag in cable.tags], cable.subject) == (["EFIS", "PREL"], "FISH QUOTAS")
    assert (cable.sender, cable.declass) == ("AMEMBASSY NOWHERE", "N/A")
    assert [one.name for one in cable.to] == ["SECSTATE WASHDC"]


@pytest.mark.parametrize("end", ["<br>", "<br/>\n", "<BR clear=all>\r\n", "\n", "\r\n"])
def test_a_line_end_is_a_break_or_the_sources_own(end: str) -> None:
    header, body = telegram(12)
    cable = read(made({}, f"{header}{body}".replace("\n", end)))
    assert (cable.header, cable.body) == (header, body.rstrip())


def test_blocks_are_lines() -> None:
    lines = [f"<div>{line or '<br>'}</div>" for line in "".join(telegram(12)).split("\n")]
    for page_text in ("".join(lines), "\n".join(lines)):
        cable = read(made({}, page_text))
        assert f"{cable.header}{cable.body}" == "".join(telegram(12)).rstrip()


def test_marked_up_names_and_unescaped_text_stay() -> None:
    printed = (
        "UNCLAS NOWHERE 12<br>1. <span class='per'>Jane <span id='p1'>Doe</span></span> of "
        "<<FNU>>&nbsp;R&D; &lt;here&gt; A & B.<!-- no text -->"
    )
    assert read(made(KEYS, printed)).body.endswith("1. Jane Doe of <<FNU>> R&D; <here> A & B.")


def test_the_archives_marks_go_and_the_telegrams_stay() -> None:
    stamp = "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005"
    printed = f"{stamp}\nUNCLAS NOWHERE 12\n\n1. A.\nDOE\n\nNNNN\n\n<< END OF DOCUMENT >>\n"
    cable = read(made(KEYS, printed))
    assert cable.body == "UNCLAS NOWHERE 12\n\n1. A.\nDOE\n\nNNNN"
    assert cable.signer == "DOE"


def test_a_text_that_is_not_closed_does_not_take_the_rest_of_the_page() -> None:
    data = made(KEYS, "UNCLAS NOWHERE 12<div>1. A.").replace(b"<p>More", b"<script>x</script><p>More")
    assert read(data).body == "UNCLAS NOWHERE 12\n1. A."


def test_a_page_without_a_text_is_a_cable_with_what_the_table_says() -> None:
    cable = read(made(KEYS | {"Locator:": "TEXT ON MICROFILM"}, subject="FISH"))
    assert (cable.subject, cable.body) == ("FISH", "")
    assert told(cable)["body"] == "no text on the page (Locator TEXT ON MICROFILM)"


def test_a_page_that_is_cut_off_is_told() -> None:
    whole = made(KEYS, "UNCLAS NOWHERE 12<br>1. A <b class='x'>WALK</b>.")
    cut = whole[: whole.index(b"class='x'")]
    assert "body" not in told(read(whole))
    cable = read(cut)
    assert (cable.body, told(cable)["body"]) == ("UNCLAS NOWHERE 12\n1. A", "the page is cut off")


def test_a_text_without_a_table_is_read() -> None:
    data = b"<p>x</p><div id=tagged-text>" + text_page(12) + b"</div>"
    assert read(data).id == "08NOWHERE12"


def test_an_empty_record_is_refused() -> None:
    data = made(dict.fromkeys(KEYS, "-- N/A --"), "-- N/A --")
    with pytest.raises(Refused, match="neither a text nor a key"):
        plusd.read(data, "1974NOWHERE00012_b.html")


@pytest.mark.parametrize("data", [
    html_page(12), text_page(12), b"", b"<table id='synopsis'><tr><td>A</td></tr></table>",
    b"<table id='results'><tr><td class='s_val'>A</td></tr></table><a href='#tagged-text'>B</a>",
])
def test_other_pages_are_not_recognised(data: bytes) -> None:
    assert not plusd.recognises(data)


def test_no_other_form_takes_these_pages() -> None:
    for path in PAGES:
        data = path.read_bytes()
        assert not page.recognises(data)
        assert not text.recognises(data)


_HOSTILE = {
    "keys": b"<table id='synopsis'>" + b"<b class='s_key'>x" * 100_000,
    "values": b"<table id='synopsis'><b class='s_key'>To:</b>" + b"<b class='s_val'>x" * 100_000,
    "blocks": b"<table id='synopsis'></table><div id='tagged-text'>" + b"<div>" * 100_000,
    "names": b"<div id='tagged-text'>" + b"<span class='x'>" * 100_000 + b"UNCLAS NOWHERE 12",
    "page": b"<div>" * 100_000 + b"<div id='tagged-text'>UNCLAS NOWHERE 12",
    "anew": b"<div>" * 100_000 + b"<div id='tagged&#45;text'>UNCLAS NOWHERE 12",
    "ids": b"<td class='s_key'><a id='synopsis'" * 30_000,
    "comments": b"<div id='tagged-text'>" + b"<!--" * 250_000,
    "angles": b"<div id='tagged-text'>" + b"<" * 200_000,
    "line": b"<div id='tagged-text'>" + b"x" * 4_000_000,
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_page_takes_neither_time_nor_memory(name: str) -> None:
    assert held(Page(name, "plusd", _HOSTILE[name])).failure == ""


def test_an_ordinary_page_takes_little_time() -> None:
    around = b"<ul>" + b"<li><a href='/x?q=1'>navigation</a></li>\n" * 2_500 + b"</ul>"
    data = made(KEYS, "".join(telegram(12))).replace(b"<p>Navigation</p>", around)
    start = time.process_time()
    for _ in range(20):
        plusd.read(data, "")
    assert time.process_time() - start < 2  # a tenth of a second each: a parse of all is slower
