"""Five lines and a telegram: which line is which, and where header and body part."""

import time
from pathlib import Path

import pytest

from indexer.cable import Cable
from indexer.errors import Refused
from indexer.formats import lines
from indexer.formats.compose import compose

from .invented import html_page, telegram, text_page

PAGES = sorted((Path(__file__).parent / "pages" / "lines").glob("*.txt"))
TOP = ("08NOWHERE12", "FISH QUOTAS", "Wed Nov 12 00:00:00 +0100 2008", "UNCLASSIFIED",
       "Embassy Nowhere")


def made(top: tuple[str, ...] = TOP, between: str = "\n") -> str:
    """A text with these first lines; header and body joined without a separator."""
    header, body = telegram(12)
    return between.join(top) + between + header.rstrip("\n") + body


def read(text: str) -> Cable:
    data = text.encode()
    assert lines.recognises(data)
    return compose(lines.read(data, ""))


def told(cable: Cable) -> dict[str, str]:
    """The problems by field, but for fields that are not there."""
    return {one.field: one.message for one in cable.problems if one.message != "not found"}


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r\n\r\n", " \n\t\n\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_five_lines_are_read_with_blank_lines_or_without(between: str, mark: str) -> None:
    cable = read(mark + made(between=between))
    assert (cable.id, cable.classification, cable.origin) == (
        "08NOWHERE12", "UNCLASSIFIED", "Embassy Nowhere"
    )
    assert (cable.created, cable.dtg) == ("2008-11-12T18:33Z", "121833Z NOV 08")
    assert cable.body.startswith("UNCLAS NOWHERE 000012\n")
    assert cable.problems == ()


@pytest.mark.parametrize("zone", ["+0100", "+0200", "-0500", "+0000", "UTC"])
def test_midnight_in_any_zone_is_the_day_alone(zone: str) -> None:
    top = (*TOP[:2], f"Wed Nov 12 00:00:00 {zone} 2008", *TOP[3:])
    assert read("\n".join(top)).created == "2008-11-12"


@pytest.mark.parametrize(("top", "title", "date", "level", "origin"), [
    (TOP, TOP[1], "2008-11-12", "UNCLASSIFIED", TOP[4]),
    ((TOP[0], "FISH", "QUOTAS", *TOP[2:]), "FISH QUOTAS", "2008-11-12", "UNCLASSIFIED", TOP[4]),
    ((TOP[0], *TOP[2:]), "", "2008-11-12", "UNCLASSIFIED", TOP[4]),
    ((*TOP[:2], *TOP[3:]), TOP[1], "", "UNCLASSIFIED", TOP[4]),
    ((*TOP[:2], "no date", *TOP[3:]), TOP[1], "", "UNCLASSIFIED", TOP[4]),
    ((*TOP[:3], TOP[4]), TOP[1], "2008-11-12", "", TOP[4]),
    ((*TOP[:3], "CLASSIFIED", TOP[4]), TOP[1], "2008-11-12", "", TOP[4]),
    (TOP[:4], TOP[1], "2008-11-12", "UNCLASSIFIED", ""),
    (TOP[:3], TOP[1], "2008-11-12", "", ""),
    ((TOP[0], "SECRET", *TOP[2:]), "SECRET", "2008-11-12", "UNCLASSIFIED", TOP[4]),
    ((TOP[0], "2001-09-11 REMEMBERED", *TOP[2:]), "2001-09-11 REMEMBERED", "2008-11-12",
     "UNCLASSIFIED", TOP[4]),
    ((TOP[0], "2001-09-11 REMEMBERED", "no date", *TOP[3:]), "2001-09-11 REMEMBERED", "",
     "UNCLASSIFIED", TOP[4]),
])  # fmt: skip
def test_any_line_but_the_first_may_be_missing_or_odd(
    top: tuple[str, ...], title: str, date: str, level: str, origin: str
) -> None:
    sheet = lines.read(made(top).encode(), "")
    names = ("subject", "created", "classification", "origin")
    assert [sheet.facts[name].value if name in sheet.facts else "" for name in names] == [
        title, date, level, origin
    ]
    assert sheet.header.startswith("R 121833Z NOV 08\n")
    assert sheet.body.startswith("UNCLAS NOWHERE 000012\n")


def test_what_cannot_be_read_of_the_lines_is_told() -> None:
    assert told(read(made((*TOP[:2], "no date", *TOP[3:])))) == {
        "created": "'no date' is no date"
    }
    assert told(read(made((*TOP[:3], "CLASSIFIED", TOP[4])))) == {
        "classification": "'CLASSIFIED' is no level"
    }


@pytest.mark.parametrize(("header", "body"), [
    ("TO SECSTATE WASHDC PRIORITY 0012", "UNCLAS SECTION 01 OF 02 NOWHERE 000012\n\n1. A\n"),
    ("TO SECSTATE WASHDC PRIORITY", "UNCLAS NOWHERE 000012\n\n1. A\n"),
    ("TO AMEMBASSY ELSEWHERE 0044", "C O N F I D E N T I A L NOWHERE 000012\n\n1. A\n"),
    ("TO AMEMBASSY ELSEWHERE", "S E C R E T SECTION 01 OF 02 NOWHERE 000012\n\n1. A\n"),
    ("TO AMEMBASSY ELSEWHERE", "SECRET//NOFORN NOWHERE 000012\n\n1. A\n"),
    ("TO SECSTATE WASHDC 0012", "UNCLAS SECTION 01 OF 02\nNOWHERE 000012\n\n1. A\n"),
    ("TO SECSTATE WASHDC 0012", "// C O R R E C T E D  C O P Y //\nUNCLAS NOWHERE 000012\n1. A\n"),
    ("null", "UNCLAS NOWHERE 000012\n\n1. A\n"),
    ("TO SECSTATE WASHDC 0012", "C O N F I D E N T I A L NOWHERE 000012\n\n1. A\n\n"
     "C O N F I D E N T I A L SECTION 02 OF 02 NOWHERE 000012\n\n2. B\n"),
    ("TO SECSTATE WASHDC 0012\n", "S e c r e t nowhere 000012\n\n1. A\n"),
    ("", "UNCLAS NOWHERE 000012\n\nFM AMEMBASSY NOWHERE\n\n1. A\n"),
    ("SECRET\n\nPAGE 01 NOWHER 00012 121833Z\n\nINFO OCT-01 /12 W\nFM AMEMBASSY NOWHERE\n",
     "S E C R E T NOWHERE 0012\n\n1. A\n"),
])  # fmt: skip
def test_header_and_body_part_where_the_cables_own_number_is(header: str, body: str) -> None:
    begin = "R 121833Z NOV 08\nFM AMEMBASSY NOWHERE\n" if header.startswith("TO") else ""
    sheet = lines.read(f"{chr(10).join(TOP)}\n{begin}{header}{body}".encode(), "")
    assert (sheet.header, sheet.body) == (begin + header, body.rstrip("\n"))


def test_the_body_of_another_cable_is_parted_and_told() -> None:
    cable = read("\n".join(TOP) + "\nFM AMEMBASSY PARIS\nTO SECSTATE 0009UNCLAS PARIS 000044\n\n1. A")
    assert (cable.header, cable.body) == (
        "FM AMEMBASSY PARIS\nTO SECSTATE 0009", "UNCLAS PARIS 000044\n\n1. A"
    )
    assert told(cable) == {"id": "the body's own number is PARIS 44"}


def test_a_text_without_a_classification_line_is_searched_as_the_body() -> None:
    header, _ = telegram(12)
    sheet = lines.read(("\n".join(TOP) + f"\n{header}\nSUBJECT: FISH\n\n1. The fleet.\n").encode(), "")
    assert sheet.body.endswith("1. The fleet.")
    assert compose(sheet).sender == "AMEMBASSY NOWHERE"
    only_routing = lines.read(("\n".join(TOP) + f"\n{header}").encode(), "")
    assert (only_routing.header, only_routing.body) == (header.rstrip(), "")


def test_the_title_is_the_subject_where_the_telegram_has_none() -> None:
    cable = read("\n".join(TOP) + "\nUNCLAS NOWHERE 000012\n\n1. The fleet sailed.")
    assert cable.subject == "FISH QUOTAS"


def test_a_file_that_ends_with_the_lines_is_a_cable_without_a_telegram() -> None:
    cable = read("\n".join(TOP[:4]))
    assert (cable.id, cable.created, cable.body) == ("08NOWHERE12", "2008-11-12", "")
    assert told(cable) == {"body": "no telegram below the five lines"}


@pytest.mark.parametrize(("coded", "word"), [
    ("CAF\u00c9".encode(), "CAFÉ"), ("CAF\u00c9".encode("cp1252"), "CAFÉ"),
    (b"CAF\xc3\x89 CAF\xc9", "CAFÉ CAF\ufffd"),
])
def test_any_encoding_is_read(coded: bytes, word: str) -> None:
    text = made().encode().replace(b"The fleet", coded)
    cable = compose(lines.read(text, ""))
    assert f"1. {word} sailed." in cable.body
    assert ("body" in told(cable)) == ("\ufffd" in word)


def test_a_partial_extract_is_partial() -> None:
    words = "This record is a partial extract of the original cable.\n121833Z Nov 08"
    cable = read("\n".join(TOP) + f"\n{words}S e c r e t nowhere 000012\n\n1. (s) A walk.")
    assert (cable.partial, cable.dtg) == (True, "121833Z NOV 08")
    assert cable.body.startswith("S e c r e t nowhere")


@pytest.mark.parametrize("data", [
    b"", b"\n\n", text_page(12), html_page(12), b"08NOWHERE12", b"08NOWHERE12\nA WALK\nBY NIGHT\n",
    b"08NOWHERE12\nUNCLAS NOWHERE 000012\n\nSUBJECT: A WALK\n",
    b"08NOWHERE12\n\nR 121833Z NOV 08\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\n\nSECRET\n",
    b"08NOWHERE12\n\nACTION: POL\nINFO: AMB DCM\nSECRET\n",
    b"A letter\n2008-11-12\nSECRET\n", b'{"id": "08NOWHERE12",\n"date":\n"2008-11-12"}',
    b"2008 was the year in which 12\nWed Nov 12 00:00:00 +0100 2008\nSECRET\n",
    "\n".join(TOP[1:]).encode(),
])
def test_other_texts_are_not_recognised(data: bytes) -> None:
    assert not lines.recognises(data)


def test_what_is_no_such_text_is_refused() -> None:
    with pytest.raises(Refused, match="does not begin with"):
        lines.read(text_page(12), "")


@pytest.mark.parametrize("hostile", [
    "x" * 2_000_000, " " * 2_000_000, "\n" * 2_000_000, "UNCLAS 12 " * 200_000,
    "S E C R E T " * 160_000, "CORRECTED COPY " * 130_000, "12\n" * 600_000,
], ids=lambda text: repr(text[:16]))
def test_a_hostile_text_takes_linear_time(hostile: str) -> None:
    data = f"{chr(10).join(TOP)}\nFM AMEMBASSY NOWHERE\n{hostile}".encode()
    start = time.process_time()
    assert lines.recognises(data)
    lines.read(data, "")
    assert time.process_time() - start < 1
