"""The REF line: cables in every style of number, and what else it names."""

import time

import pytest

from indexer.telegram.blocks import read_blocks
from indexer.telegram.references import read_references


def ids(text: str, year: int = 2009, own_id: str = "") -> list[str]:
    references = read_references(read_blocks(f"REF: {text}"), year, own_id)
    assert all(reference.kind == "cable" for reference in references), references
    return [reference.id for reference in references]


def kinds(text: str) -> list[tuple[str, str]]:
    references = read_references(read_blocks(f"REF: {text}"), 2009)
    return [(reference.kind, reference.id or reference.raw) for reference in references]


@pytest.mark.parametrize(
    "label", ["REF:", "REFS:", "REFTEL:", "Reference:", "REF", "REFTEL", "REFS", "REF(S):", "Ref:"]
)
def test_every_label(label: str) -> None:
    references = read_references(read_blocks(f"{label} PARIS 12\n\nMore."), 2009)
    assert [reference.id for reference in references] == ["09PARIS12"]


@pytest.mark.parametrize(
    "text",
    [
        "A. PARIS 12 B. ROME 13",
        "A) PARIS 12 B) ROME 13",
        "(A) PARIS 12 (B) ROME 13",
        "[A] PARIS 12 [B] ROME 13",
        "A: PARIS 12 B: ROME 13",
        "A- PARIS 12 B- ROME 13",
        "A/ PARIS 12 B/ ROME 13",
        "a. PARIS 12 b. ROME 13",
        "A PARIS 12 B ROME 13",
        "(A.) PARIS 12 (B.) ROME 13",
        "A.) PARIS 12 B.) ROME 13",
        "A.PARIS 12 B.ROME 13",
        "A)PARIS 12, B)ROME 13",
        "¶A. PARIS 12\n¶B. ROME 13",
        "A. PARIS 12\n\nB. ROME 13",
        "(A) PARIS 12; (B) ROME 13",
        "(A): PARIS 12 (B): ROME 13",
        "PARIS 12 (A), ROME 13 (B)",
        "A. A. PARIS 12 B. ROME 13",
        "REF A: PARIS 12, REF B: ROME 13",
        "A. PARIS 12.   B. ROME 13.",
    ],
)
def test_every_style_of_bullet(text: str) -> None:
    references = read_references(read_blocks(f"REF: {text}"), 2009)
    assert [(reference.bullet, reference.id) for reference in references] == [
        ("A", "09PARIS12"),
        ("B", "09ROME13"),
    ]


def test_numbers_as_bullets() -> None:
    references = read_references(read_blocks("REF: 1. PARIS 12 2. ROME 13 3) BERN 4"), 2009)
    assert [(reference.bullet, reference.id) for reference in references] == [
        ("1", "09PARIS12"), ("2", "09ROME13"), ("3", "09BERN4"),
    ]  # fmt: skip


def test_a_portion_mark_behind_a_bullet_is_none() -> None:
    references = read_references(read_blocks("REF: A. (U) PARIS 12 B. (C) ROME 13"), 2009)
    assert [(reference.bullet, reference.id) for reference in references] == [
        ("A", "09PARIS12"), ("B", "09ROME13"),
    ]  # fmt: skip


def test_refs_on_lines_of_their_own() -> None:
    body = "REF A: PARIS 12\nREF B: 08 ROME 13\n\nSUBJECT: X"
    references = read_references(read_blocks(body), 2009)
    assert [(reference.bullet, reference.id) for reference in references] == [
        ("A", "09PARIS12"), ("B", "08ROME13"),
    ]  # fmt: skip


def test_an_initial_is_no_bullet() -> None:
    assert kinds("A. PARIS 12 B. JOHN Q. DOE LETTER C. ROME 13") == [
        ("cable", "09PARIS12"), ("letter", "JOHN Q. DOE LETTER"), ("cable", "09ROME13"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "number",
    [
        "07 PARIS 123",
        "2007 PARIS 123",
        "'07 PARIS 123",
        "(07) PARIS 123",
        "PARIS 123 (07)",
        "PARIS 123 (2007)",
        "PARIS 123/07",
        "PARIS 123 '07",
        "PARIS 123-07",
        "07PARIS123",
        "2007PARIS00123",
        "PARIS 07 123",
        "PARIS (07) 123",
        "PARIS 07-123",
        "07-PARIS-123",
        "PARIS '07 123",
        "PARIS 123 OF 2007",
        "PARIS 123 (11/12/07)",
        "PARIS 123 (12 NOV 2007)",
        "PARIS 123 (NOV 07)",
        "PARIS 123 OF 11/12/07",
        "PARIS 123 DATED 08/12/2007",
        "PARIS 123 DTD NOVEMBER 12, 2007",
        "PARIS 123 OF 12 NOV 07",
        "PARIS 123, 11/12/07",
        "PARIS 123, DTG 121833Z NOV 07",
        "O7 PARIS 123",
    ],
)
def test_every_style_of_year(number: str) -> None:
    assert ids(number) == ["07PARIS123"]


@pytest.mark.parametrize("number", ["123 PARIS", "00123 PARIS", "123 PARIS (NOTAL)"])
def test_serial_first(number: str) -> None:
    assert ids(number) == ["09PARIS123"]


def test_serial_first_with_a_year() -> None:
    assert ids("07 123 PARIS") == ["07PARIS123"]
    assert ids("1234 PARIS 07") == ["07PARIS1234"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [("PARIS O123", "09PARIS123"), ("PARIS 1O3", "09PARIS103"), ("PARIS 12O", "09PARIS120"),
     ("O8 PARIS 12", "08PARIS12"), ("PARIS OO12", "09PARIS12"), ("0TTAWA 12", "09OTTAWA12")],
)  # fmt: skip
def test_o_for_0(number: str, expected: str) -> None:
    assert ids(number) == [expected]


@pytest.mark.parametrize(
    "text",
    ["PARIS 412 AND 446", "PARIS 412, 446", "PARIS 412/446", "PARIS 412 & 446", "PARIS 412; 446",
     "PARIS 412 AND PARIS 446", "PARIS 412, AND 446", "PARIS 0412,0446", "Paris 412 and 446",
     "PARIS 412, PARIS 446", "PARIS 412-446", "PARIS 412 PARIS 446", "PARIS 412 OR 446"],
)  # fmt: skip
def test_lists(text: str) -> None:
    assert ids(text) == ["09PARIS412", "09PARIS446"]


def test_a_slash_parts_serials_or_a_year() -> None:
    assert ids("PARIS 936/935") == ["09PARIS936", "09PARIS935"]
    assert ids("PARIS 12/08") == ["08PARIS12"]


def test_a_list_takes_the_year_before_it() -> None:
    assert ids("07 PARIS 412 AND 446, 08 ROME 1, 2") == [
        "07PARIS412", "07PARIS446", "08ROME1", "08ROME2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["A. PARIS 412 B. 446", "(A) PARIS 412 (B) 446 (NOTAL)", "A) PARIS 412, B) 0446"]
)
def test_a_bare_serial_takes_the_post_before_it(text: str) -> None:
    assert ids(text) == ["09PARIS412", "09PARIS446"]


def test_a_bare_serial_may_have_a_year() -> None:
    assert ids("A. PARIS 412 B. 08 446") == ["09PARIS412", "08PARIS446"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RIO DE\n     JANEIRO 12", ["09RIODEJANEIRO12"]),
        ("A. SAN\nSALVADOR 12\nB. TEL AVIV\n 13", ["09SANSALVADOR12", "09TELAVIV13"]),
        ("ROME 1 AND ADDIS ABABA 2", ["09ROME1", "09ADDISABABA2"]),
        ("THE HAGUE 12", ["09THEHAGUE12"]),
        ("PORT-AU-PRINCE 12", ["09PORTAUPRINCE12"]),
        ("AMEMBASSY KUALA LUMPUR 12", ["09KUALALUMPUR12"]),
        ("SECSTATE WASHDC 12", ["09STATE12"]),
        ("ST. PETERSBURG 12", ["09STPETERSBURG12"]),
        ("NOWHERE 12, NEW NOWHERE 13", ["09NOWHERE12", "09NEWNOWHERE13"]),
        ("SECTO 12", ["09SECTO12"]),
        ("PARIS TELNO 12", ["09PARIS12"]),
        ("STATE CABLE 12", ["09STATE12"]),
    ],
)
def test_posts_of_several_words(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    "text",
    ["PARIS 12 (NOTAL)", "PARIS 12 NOTAL", "PARIS 12 [NOTAL]", "A. PARIS 12, NOTAL",
     "PARIS 12 (EXDIS)", "PARIS 12\n     (NOTAL)", "PARIS 12 (AND PREVIOUS)",
     "PARIS 12 AND PREVIOUS", "PARIS 12 (S)", "(PARIS 12)"],
)  # fmt: skip
def test_notal_and_the_like_say_nothing(text: str) -> None:
    assert ids(text) == ["09PARIS12"]


@pytest.mark.parametrize(
    "title",
    ["(RAIN IN ROME 2008)", "(TITLE: TALKS OF 12 MAY 2008)", '"RAIN IN ROME 12"', "- RAIN",
     "(RESOLUTION 1441)", ": RAIN, PART 2", "(PARA 4)", "- G-8 IN ROME 2008",
     "(ROME VISIT, MAY 12-14)", "SECTION 01 OF 02"],
)  # fmt: skip
def test_titles_are_no_references(title: str) -> None:
    assert ids(f"A. PARIS 12 {title} B. BERN 13") == ["09PARIS12", "09BERN13"]


def test_a_number_in_brackets_is_one() -> None:
    assert ids("PARIS 12 (STATE 13)") == ["09PARIS12", "09STATE13"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("DOE-ROE E-MAIL OF MAY 3, 2009", "e-mail"),
        ("EMAIL DOE/ROE 3/5/09", "e-mail"),
        ("DOE-ROE TELCON", "telcon"),
        ("DOE/ROE PHONECON OF MAY 12", "telcon"),
        ("MEMCON, MAY 3", "memcon"),
        ("MINISTER DOE'S LETTER", "letter"),
        ("FAX OF MAY 3", "fax"),
        ("DIPLOMATIC NOTE 12", "note"),
        ("IIR 6 123 4567 09", "report"),
        ("TD-314/12345-09", "report"),
        ("ANNUAL REPORT ON RAIN 2008", "report"),
        ("12 FAM 540", "manual"),
        ("CONSULAR MANUAL CHAPTER 3", "manual"),
        ("HTTP://WWW.RAIN.EXAMPLE", "web"),
        ("THE BOOK OF RAIN", "book"),
        ("TALKS IN MAY", "unknown"),
    ],
)
def test_what_is_no_cable_keeps_its_kind(text: str, kind: str) -> None:
    assert kinds(f"A. PARIS 12 B. {text}") == [("cable", "09PARIS12"), (kind, text)]
    assert kinds(text) == [(kind, text)]


def test_an_e_mail_between_two_numbers() -> None:
    assert kinds("PARIS 12, DOE-ROE E-MAIL OF MAY 3, ROME 13") == [
        ("cable", "09PARIS12"), ("e-mail", "DOE-ROE E-MAIL OF MAY 3"), ("cable", "09ROME13"),
    ]  # fmt: skip


def test_a_message_by_its_time_alone_is_a_cable_without_id() -> None:
    text = "CDR NOWHERE 121833Z NOV 08"
    references = read_references(read_blocks(f"REF: {text}"), 2009)
    assert [(reference.kind, reference.id, reference.raw) for reference in references] == [
        ("cable", "", text)
    ]


def test_two_ref_blocks() -> None:
    body = "REF: PARIS 12\n\nSUBJECT: RAIN\n\nREFTEL: ROME 13\n\n1. (C) Text."
    references = read_references(read_blocks(body), 2009)
    assert [reference.id for reference in references] == ["09PARIS12", "09ROME13"]


def test_the_cable_itself_and_repeats_are_dropped() -> None:
    assert ids("PARIS 12, PARIS 13, PARIS 00012, PARIS 14", own_id="09PARIS13") == [
        "09PARIS12", "09PARIS14",
    ]  # fmt: skip


def test_without_a_year_a_cable_has_no_id() -> None:
    references = read_references(read_blocks("REF: PARIS 12 AND 08 ROME 13"), 0)
    assert [(reference.kind, reference.id) for reference in references] == [
        ("cable", ""), ("cable", "08ROME13"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "NONE", "N/A", "NOTAL", "(NOTAL)", "-", "A."])
def test_nothing_is_nothing(text: str) -> None:
    assert kinds(text) == []


def test_prose_behind_the_list_is_none() -> None:
    body = "REF: PARIS 12\n\n(U) See also ROME 13 on this.\n\n1. (C) BERN 14 reports."
    assert [r.id for r in read_references(read_blocks(body), 2009)] == ["09PARIS12"]


def test_a_reference_keeps_what_was_printed() -> None:
    references = read_references(read_blocks("REF: A. '08 PARIS 00012 (NOTAL)  B. ROME 7/08"), 2009)
    assert [reference.raw for reference in references] == ["'08 PARIS 00012", "ROME 7/08"]


@pytest.mark.parametrize(
    "noise",
    ["A ", "(", "REF: ", "A. ", "1. ", "PARIS 1, ", "PARIS ", "A) PARIS 12 ", "12 ", "08 ", "((A",
     '"', "AND ", "A-", "(A) ", "X1 ", "; ", "E-MAIL, ", "O", "0"],
)  # fmt: skip
def test_a_megabyte_of_noise_ends_soon(noise: str) -> None:
    head = read_blocks("REF: " + (noise * 1_000_000)[:1_000_000])
    begin = time.process_time()
    read_references(head, 2009)
    assert time.process_time() - begin < 10  # a hang, not a slow machine


def test_an_e_mail_behind_a_bullet_is_not_cut_at_its_hyphen() -> None:
    (found,) = read_references(read_blocks("REF: C. E-MAIL ROE-DOE OF 5/1"), 2009)
    assert (found.bullet, found.kind, found.raw) == ("C", "e-mail", "E-MAIL ROE-DOE OF 5/1")


def test_a_post_with_of_in_its_name() -> None:
    (found,) = read_references(read_blocks("REF: A. 05 PORT OF SPAIN 160"), 2009)
    assert (found.kind, found.id) == ("cable", "05PORTOFSPAIN160")


def test_a_serial_with_many_leading_zeros() -> None:
    (found,) = read_references(read_blocks("REF: A. PARIS 00000123"), 2009)
    assert found.id == "09PARIS123"


def test_a_broadcast_report_is_no_cable() -> None:
    (found,) = read_references(read_blocks("REF: A. FBIS ABC20090101"), 2009)
    assert (found.kind, found.id) == ("report", "")
