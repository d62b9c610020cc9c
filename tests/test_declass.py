"""The E.O. line and the Classified By line."""

import time

import pytest

from indexer.telegram.blocks import read_blocks
from indexer.telegram.declass import Declassification, read_declass
from indexer.telegram.people import find_people


def read(body: str) -> Declassification:
    return read_declass(read_blocks(body), "2008-02-14")


def name(text: str) -> str:
    return read(f"Classified By: {text}").classified_by


def reasons(text: str) -> tuple[str, ...]:
    return read(f"Classified By: Jane Doe, {text}").reasons


@pytest.mark.parametrize(
    ("label", "order"),
    [
        ("E.O. 12958:", "12958"), ("EO 12958:", "12958"), ("E. O. 12958", "12958"),
        ("E.0. 12958:", "12958"), ("E.O.12958:", "12958"), ("EO: 12958:", "12958"),
        ("E.O. 12356:", "12356"), ("E.O. 12065:", "12065"), ("E.O. 11652:", "11652"),
        ("E.O. 13292:", "13292"), ("E.O. 13526:", "13526"), ("E.O. 12598:", "12958"),
        ("E.O. 12985:", "12958"), ("E.O. 1958:", "12958"), ("E.O. 129558:", "12958"),
        ("E.O. 11562:", "11652"), ("E.O. 12365:", "12356"), ("EXECUTIVE ORDER 12958:", "12958"),
    ],
)  # fmt: skip
def test_the_order_and_its_misspellings(label: str, order: str) -> None:
    found = read(f"{label} DECL: 02/14/2018\nTAGS: PREL\n")
    assert (found.order, found.declass) == (order, "2018-02-14")


@pytest.mark.parametrize(
    "text",
    ["DECL: 02/14/2018", "DECL: 2018/02/14", "DECL: 2/14/18", "DECL:02/14/2018", "02/14/2018",
     "DECL 02/14/2018", "DECL. 02-14-2018", "DECL: FEBRUARY 14, 2018", "DECL: 14 FEB 2018",
     "\nDECL: 02/14/2018", "DECL: 20180214", "DECL: 02/14/2018 TAGS: PREL", "decl: 2/14/2018",
     "DECLASSIFY ON: 02/14/2018", "DECL: 02/14/2018 REASON: 1.4 (B)"],
)  # fmt: skip
def test_a_date_is_iso(text: str) -> None:
    assert read(f"E.O. 12958: {text}\n").declass == "2018-02-14"


def test_two_digits_of_a_year_go_by_the_order() -> None:
    assert read_declass(read_blocks("E.O. 12065: GDS 1/15/86 (DOE, JANE)")).declass == "1986-01-15"
    assert read_declass(read_blocks("E.O. 12958: DECL: 1/15/17")).declass == "2017-01-15"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("N/A", "N/A"), ("NA", "N/A"), ("n/a", "N/A"), ("(N/A)", "N/A"), ("N/A (SENSITIVE)", "N/A"),
        ("DECL: OADR", "OADR"), ("DECL:OADR", "OADR"), ("DECL: MR", "MR"), ("DECL: X1", "X1"),
        ("DECL: 1.6X1", "1.6X1"), ("GDS", "GDS"), ("XGDS-3", "XGDS-3"),
        ("DECL: AFTER UNIFICATION", "AFTER UNIFICATION"), ("decl: oadr", "OADR"),
        ("DECL: after Korean  unification", "AFTER KOREAN UNIFICATION"), ("DECL: 10 YEARS", "10 YEARS"),
        ("DECL: 25X1-HUMAN", "25X1-HUMAN"), ("DECL: OADR\nTAGS: PREL", "OADR"), ("", ""),
    ],
)  # fmt: skip
def test_words_in_place_of_a_date(text: str, words: str) -> None:
    found = read(f"E.O. 12958: {text}")
    assert (found.declass, found.doubts) == (words, ())


@pytest.mark.parametrize("date", ["02/30/2018", "13/32/2018", "2018/02/30", "00/00/2018"])
def test_an_impossible_date_is_a_doubt(date: str) -> None:
    found = read(f"E.O. 12958: DECL: {date}")
    assert (found.declass, found.doubts) == ("", (f"{date} is no date",))


def test_the_date_may_stand_behind_classified_by() -> None:
    found = read("CLASSIFIED BY: JANE DOE\nREASON: 1.4 (B)\nDECLASSIFY ON: 02/14/2018\n")
    assert found == Declassification("", "2018-02-14", "JANE DOE", ("1.4(b)",))


@pytest.mark.parametrize(
    "printed",
    ["Jane Example", "JANE EXAMPLE", "J. Q. Example", "J.Q. Example", "Jane Q Example", "M. Example",
     "Jane van der Example", "Jean-Paul O'Example", "Jane Example-Roe", "John Example, Jr.",
     'John "Jack" Example', "Jane de la Example", "John Q. Example III", "JOHN EXAMPLE JR.",
     "Jane Q. R. Example", "Jane McExample", "Jane West", "Jane Q. Major"],
)  # fmt: skip
def test_the_name_is_kept_as_printed(printed: str) -> None:
    assert name(f"DCM {printed} for reasons 1.4 (b) and (d).") == printed
    assert name(f"{printed}, DCM, reasons 1.4 (b) and (d).") == printed


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe for reasons 1.4 (b)", "Jane Doe, Reasons 1.4 (b)", "Jane Doe. Reason 1.4(b)",
        "Jane Doe; reason: 1.4 (b)", "Jane Doe reason 1.4 b", "Jane Doe 1.4 (b)",
        "Jane Doe under 1.4 (b)", "Jane Doe per 1.4 (b)", "Jane Doe, E.O. 12958, Reason 1.4 (b)",
        "Jane Doe for E.O. 12958 reason 1.4 (b)", "Jane Doe under Section 1.4 (b)",
        "Jane Doe (reason 1.4 (b))", "Jane Doe - reason 1.4 (b)", "Jane Doe\nReason: 1.4 (b)",
        "Jane Doe for reasons stated in 1.4 (b)", "Jane Doe, in accordance with E.O. 12958, 1.4 (b)",
        "Jane Doe, based on 1.4 (b)", "Jane Doe.  REASONS: 1.4(B)", "Jane Doe, Reasons: 14 (b)",
    ],
)  # fmt: skip
def test_where_the_reasons_begin(text: str) -> None:
    found = read(f"Classified By: {text}")
    assert (found.classified_by, found.reasons) == ("Jane Doe", ("1.4(b)",))


@pytest.mark.parametrize(
    "text",
    ["1.4 (b) and (d)", "1.4 (b/d)", "1.4(b,d)", "1.4 b and d", "1.4 (b), (d)", "1.4(b)(d)",
     "1.4 (B) AND (D)", "1.4 (b and d)", "1.4 B/D", "1.4 (b&d)", "1.4. (b) (d)", "1.4 (b) & (d)",
     "1.4 (b) and 1.4 (d)", "1.4(b), 1.4(d)", "1.4 (b), and (d)", "1.4 [b] and [d]", "1.4: b, d",
     "1.4 (b)\nand (d)", "reasons 1.4 (b) and (d).", "14 (b) and (d)", "1.4 (bd)"],
)  # fmt: skip
def test_reasons_in_every_spelling(text: str) -> None:
    assert reasons(text) == ("1.4(b)", "1.4(d)")


def test_reasons_of_two_paragraphs_and_of_none() -> None:
    assert reasons("1.5 (b) and 1.4 (d)") == ("1.5(b)", "1.4(d)")
    assert reasons("reason 1.4") == ("1.4",)
    assert reasons("DCM") == ()
    assert read("E.O. 12958: DECL: 01/14/2018\nTAGS: PREL").reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Economic Minister-Counselor Jane Elizabeth Victoria Exam\nple for reason 1.4 (b).",
        "Political Counselor Jane Elizabeth Victoria Example for re\nasons 1.4 (b).",
        "Politic\nal Counselor Jane Elizabeth Victoria Example for reasons 1.4 (b)",
        "POLITICAL COUNSELOR, AFFAIRS, JANE ELIZABETH VICTORIA EXA\nMPLE FOR 1.4 (B)",
        "Political Counselor\nJane Elizabeth Victoria Example for reasons 1.4 (b)",
        "Political Counselor Jane \nElizabeth Victoria Example for reasons 1.4 (b)",
        "Political Counselor Jane\n Elizabeth Victoria Example for reasons 1.4 (b)",
    ],
)
def test_a_word_broken_at_column_72_is_whole_again(text: str) -> None:
    found = read(f"Classified By: {text}")
    assert found.classified_by.title() == "Jane Elizabeth Victoria Example"
    assert found.reasons == ("1.4(b)",)


@pytest.mark.parametrize(
    "text",
    ["Classified By: Jane Doe", "CLASSIFIED BY: DCM Jane Doe", "classified by Jane Doe, DCM",
     "DCM Jane Doe, DCM Jane Doe"],
)  # fmt: skip
def test_doubled(text: str) -> None:
    assert name(f"{text}, reason 1.4 (b)") == "Jane Doe"


@pytest.mark.parametrize(
    "text",
    ["DCM Jane Doe and PolCouns John Roe", "Jane Doe, DCM, and John Roe, PAO",
     "Jane Doe & John Roe", "DCM Jane Doe; PAO John Roe"],
)  # fmt: skip
def test_two_people_are_joined(text: str) -> None:
    assert name(f"{text}, for reasons 1.4 (b)") == "Jane Doe and John Roe"


def test_a_title_of_two_offices_is_not_two_people() -> None:
    assert name("Political and Economic Counselor Jane Doe") == "Jane Doe"
    assert name("Chief of Political and Military Affairs Jane Doe") == "Jane Doe"


def test_no_reason() -> None:
    found = read("Classified By: DCM Jane Doe\n\n1. (C) Text.")
    assert (found.classified_by, found.reasons) == ("Jane Doe", ())


@pytest.mark.parametrize("text", ["A. PARIS 12 B. ROME 13", "REF: PARIS 12", "REF: A. PARIS 12"])
def test_a_ref_list_in_its_place_is_no_name(text: str) -> None:
    assert name(text) == ""


@pytest.mark.parametrize("text", ["", "DCM for reasons 1.4 (b)", "A/DCM", "reason 1.4 (b)", "the", "."])
def test_no_name_is_empty(text: str) -> None:
    assert name(text) == ""


def test_the_name_may_come_behind_the_reason() -> None:
    assert name("Reason 1.4 (b), DCM Jane Doe") == "Jane Doe"


def test_a_surname_alone() -> None:
    assert name("Ambassador Doe for reasons 1.4 (b)") == "Doe"


def test_paragraph_1_may_say_who_classified() -> None:
    body = "SUBJECT: X\n\n1. (U) CLASSIFIED BY DCM JANE DOE; REASON: 1.5 (B) AND (D).\n\n2. Text."
    assert read(body) == Declassification("", "", "JANE DOE", ("1.5(b)", "1.5(d)"))


def test_no_lines_no_values() -> None:
    assert read("SUBJECT: X\n\n1. (C) Text.") == Declassification()


def test_a_person_is_found_among_titles() -> None:
    assert find_people("John Doe, PRT, Embassy San Salvador") == ("John Doe",)


@pytest.mark.parametrize(
    "noise", ["A ", "(", "a.", "1.4 ", "b,", "Doe ", "for ", "and ", "DECL: ", ". ", "J. ", "-", "1/"]
)
def test_a_megabyte_of_noise_ends_soon(noise: str) -> None:
    text = (noise * 1_000_000)[:1_000_000]
    head = read_blocks(f"E.O. 12958: {text}\nClassified By: {text}")
    begin = time.process_time()
    read_declass(head)
    assert time.process_time() - begin < 10  # a hang, not a slow machine


def test_an_under_secretary_is_not_under_a_section() -> None:
    head = read_blocks("Classified By: Under Secretary Jane Voss, reason 1.4 (b)")
    assert read_declass(head).classified_by == "Jane Voss"


def test_a_date_that_can_only_be_day_first_is_read_and_told() -> None:
    read = read_declass(read_blocks("E.O. 12958: DECL: 13/10/2018"))
    assert (read.declass, read.doubts) == ("2018-10-13", ("13/10/2018 is read as a day first",))


def test_a_small_l_for_the_1_of_an_order() -> None:
    read = read_declass(read_blocks("E.O. l2958: DECL: 10/10/2018"))
    assert (read.order, read.declass) == ("12958", "2018-10-10")
