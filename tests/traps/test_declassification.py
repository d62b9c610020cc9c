"""The traps of the E.O. line: how dates, words and orders are written, and what is no date."""

import pytest

from indexer import read_telegram

DAY = "2018-02-14"


def declass(text: str) -> str:
    return read_telegram(f"{text}\nTAGS: PREL\nSUBJECT: RAIN\n").declass


def order(text: str) -> str:
    return read_telegram(f"{text}\nTAGS: PREL\nSUBJECT: RAIN\n").order


def doubts(text: str) -> list[str]:
    cable = read_telegram(text)
    return [problem.message for problem in cable.problems if problem.field == "declass"]


@pytest.mark.parametrize(
    "printed", ["02/14/2018", "2/14/2018", "02-14-2018", "02.14.2018", "O2/14/2018", "02/l4/2018",
                "02/14 /2018", "02//14/2018", "02/142018", "0214/2018", "02142018"],
)  # fmt: skip
def test_declassification_mm_dd_yyyy(printed: str) -> None:
    assert declass(f"E.O. 12958: DECL: {printed}") == DAY


@pytest.mark.parametrize(
    "printed", ["2018/02/14", "2018/2/14", "2018-02-14", "2018.02.14", "20180214", "2018 FEB 14"]
)
def test_declassification_yyyy_mm_dd(printed: str) -> None:
    assert declass(f"E.O. 12958: DECL: {printed}") == DAY


@pytest.mark.parametrize("printed", ["2/14/18", "02/14/18", "2-14-18", "2.14.18"])
def test_declassification_m_d_yy(printed: str) -> None:
    assert declass(f"E.O. 12958: DECL: {printed}") == DAY


@pytest.mark.parametrize(
    "printed", ["14-FEB-2018", "14-Feb-18", "14FEB18", "14/FEB/2018", "14 FEBRUARY 2018",
                "FEBRUARY 14, 2018", "FEB. 14, 2018", "Feb 14 2018", "14th FEBRUARY 2018",
                "FEBRUARY 14TH, 2018", "FEBUARY 14, 2018", "14 FEBURARY 2018", "FEB-14-2018"],
)  # fmt: skip
def test_declassification_with_the_name_of_the_month(printed: str) -> None:
    assert declass(f"E.O. 12958: DECL: {printed}") == DAY


@pytest.mark.parametrize(
    "line", ["DECL: OADR", "DECL:OADR", "DECL OADR", "OADR", "decl: oadr", "DECL: OADR (DOE, JANE)",
             "DECL: OADR, 1.5 (D)", "DECL: OADR TAGS: PREL"],
)  # fmt: skip
def test_declassification_oadr(line: str) -> None:
    assert declass(f"E.O. 12356: {line}") == "OADR"


@pytest.mark.parametrize("line", ["DECL: MR", "DECL:MR", "MR", "DECL: mr", "DECL: MR  REASON: 1.5 (D)"])
def test_declassification_mr(line: str) -> None:
    assert declass(f"E.O. 12958: {line}") == "MR"


@pytest.mark.parametrize(
    ("line", "words"),
    [*((f"DECL: X{digit}", f"X{digit}") for digit in range(1, 9)), ("X1", "X1"), ("DECL: x1", "X1"),
     ("DECL: 1.6X1", "1.6X1"), ("DECL: X1, X6", "X1, X6"), ("DECL: 25X1", "25X1"),
     ("DECL: 25X1-HUMAN", "25X1-HUMAN"), ("DECL: 25x1-human", "25X1-HUMAN")],
)  # fmt: skip
def test_declassification_x1(line: str, words: str) -> None:
    assert declass(f"E.O. 12958: {line}") == words


@pytest.mark.parametrize(
    ("line", "words"),
    [("GDS", "GDS"), ("XGDS", "XGDS"), *((f"XGDS-{digit}", f"XGDS-{digit}") for digit in range(1, 5)),
     ("XGDS 2", "XGDS 2"), ("XGDS (1)", "XGDS (1)"), (" GDS", "GDS")],
)  # fmt: skip
def test_declassification_gds(line: str, words: str) -> None:
    assert declass(f"E.O. 11652: {line}") == words


@pytest.mark.parametrize(
    ("line", "value"),
    [("GDS 1/5/86 (DOE, JANE) OR-P", "1986-01-05"), ("GDS 1/5/86", "1986-01-05"),
     ("RDS-1 1/5/99 (DOE, JANE) OR-M", "1999-01-05"), ("RDS-3 1/5/09 (DOE, J.)", "2009-01-05"),
     ("RDS-1", "RDS-1"), ("RDS-3 (DOE, JANE)", "RDS-3"), ("XDS-1 1/5/09 (DOE, JANE) OR-M", "2009-01-05")],
)  # fmt: skip
def test_declassification_gds_and_rds_of_order_12065(line: str, value: str) -> None:
    assert declass(f"E.O. 12065: {line}") == value


@pytest.mark.parametrize(
    "line", ["N/A", "NA", "n/a", "(N/A)", "N.A.", "N/ A", "N\\A", "DECL: N/A", "N/A (SENSITIVE)",
             "NOT APPLICABLE", "NONE", "N/A TAGS: PREL", "N/A: N/A"],
)  # fmt: skip
def test_declassification_n_a(line: str) -> None:
    assert declass(f"E.O. 12958: {line}") == "N/A"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("AFTER UNIFICATION", "AFTER UNIFICATION"),
        ("after Korean  unification", "AFTER KOREAN UNIFICATION"),
        ("UPON UNIFICATION OF\nTHE PENINSULA", "UPON UNIFICATION OF THE PENINSULA"),
        ("ON KOREAN\nUNIFICATION", "ON KOREAN UNIFICATION"),
        ("TREATY DATE", "TREATY DATE"), ("10 YEARS", "10 YEARS"), ("END OF VISIT", "END OF VISIT"),
    ],
)  # fmt: skip
def test_declassification_after_unification(line: str, words: str) -> None:
    assert declass(f"E.O. 12958: DECL: {line}") == words


@pytest.mark.parametrize(
    "date", ["02/30/2018", "13/32/2018", "2018/02/30", "00/00/2018", "02/14/1018", "2/14/018"]
)
def test_declassification_02_30_is_no_date(date: str) -> None:
    text = f"E.O. 12958: DECL: {date}\nTAGS: PREL\nSUBJECT: RAIN\n"
    assert read_telegram(text).declass == ""
    assert doubts(text) == [f"{date} is no date"]


@pytest.mark.parametrize(
    ("line", "value"),
    [("E.O. 11652: GDS 12/31/81", "1981-12-31"), ("E.O. 12065: GDS 1/5/86", "1986-01-05"),
     ("E.O. 12065: RDS-1 1/5/01", "2001-01-05"), ("E.O. 12356: DECL: 1/5/95", "1995-01-05"),
     ("E.O. 12958: DECL: 1/5/17", "2017-01-05"), ("E.O. 12958: DECL: 1/5/35", "2035-01-05"),
     ("E.O. 13526: DECL: 1/5/20", "2020-01-05")],
)  # fmt: skip
def test_declassification_two_digit_years_by_order(line: str, value: str) -> None:
    assert declass(line) == value


@pytest.mark.parametrize("number", ["11652", "12065", "12356", "12958", "13292", "13526", "10501"])
def test_declassification_orders(number: str) -> None:
    assert order(f"E.O. {number}: N/A") == number


@pytest.mark.parametrize(
    "label",
    ["E.0. 12958:", "EO 12958:", "E.O.12958:", "E.O. 12598:", "E.O. 12985:", "E.O. 12858:",
     "E.O. 1958:", "E.O. 129588:", "E.O. 12 958:", "E.O. 12,958:", "E.O. l2958:", "E.O. I2958:",
     "E.O. 1295B:", "E. O. 12958:", "E.O 12958:", "E,O. 12958:", "EO-12958:", "E..O. 12958:",
     "EO: 12958:", "EXECUTIVE ORDER 12958:", "EXECUTIVE ORDER NO. 12958:", "Executive Order 12958:",
     "EXEC. ORDER 12958:", "E.O. NO. 12958:", "E.O. #12958:", "O. 12958:", ".E.O. 12958:",
     "SIPDIS E.O. 12958:", "E.O. 12958, AS AMENDED:", "E.O. 12958/13292:", "E.O. 12958: E.O. 12958:"],
)  # fmt: skip
def test_declassification_misspelt_orders(label: str) -> None:
    assert (order(f"{label} N/A"), declass(f"{label} N/A")) == ("12958", "N/A")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("11562", "11652"), ("11625", "11652"), ("1652", "11652"), ("12056", "12065"),
     ("12365", "12356"), ("12536", "12356"), ("13562", "13526")],
)  # fmt: skip
def test_declassification_misspelt_other_orders(printed: str, meant: str) -> None:
    assert order(f"E.O. {printed}: N/A") == meant


def test_declassification_an_order_that_is_none_of_these_is_kept() -> None:
    assert order("E.O. 13224: N/A") == "13224"


@pytest.mark.parametrize(
    ("line", "value"),
    [("DECL: 02/14/2018", DAY), ("DECL:02/14/2018", DAY), ("DECL: OADR", "OADR"), ("DECL: X1", "X1"),
     ("DECLASSIFY ON: 02/14/2018", DAY), ("Declassify on: 02/14/2018", DAY),
     ("DECLASSIFY: OADR", "OADR"), ("DECLAS: 02/14/2018", DAY), ("(C) DECL: 02/14/2018", DAY),
     ("DECLASSIFICATION DATE: 02/14/2018", DAY), ("DECL 02/14/2018", DAY)],
)  # fmt: skip
def test_declassification_without_an_order(line: str, value: str) -> None:
    assert (declass(line), order(line)) == (value, "")


@pytest.mark.parametrize("prose", ["The decl: was made.", "They declassify on Mondays.", "1. (C) DECL: X"])
def test_declassification_in_prose_is_none(prose: str) -> None:
    assert read_telegram(prose).declass == ""


@pytest.mark.parametrize(
    "text",
    ["E.O. 12958: DECL:\n\n02/14/2018", "E.O. 12958:\nDECL: 02/14/2018", "E.O. 12958: DECL:\n02/14/2018",
     "E.O. 12958: DECL: 02/14/\n2018", "CLASSIFIED BY: JANE DOE\nREASON: 1.4 (B)\nDECL: 02/14/2018",
     "E.O. 12958:\nClassified By: Jane Doe, reasons 1.4 (b). Declassify on: 02/14/2018"],
)  # fmt: skip
def test_declassification_torn_or_elsewhere(text: str) -> None:
    assert declass(text) == DAY


def test_declassification_on_one_line_with_all_else() -> None:
    text = "UNCLAS NOWHERE 000012 SIPDIS E.O. 12958: DECL: 02/14/2018 TAGS: PREL SUBJECT: RAIN\n"
    cable = read_telegram(text)
    assert (cable.order, cable.declass, cable.subject) == ("12958", DAY, "RAIN")


@pytest.mark.parametrize(
    ("printed", "day"),
    [("11/5/2OO8", "2008-11-05"), ("11/05/20I8", "2018-11-05"), ("ll/O5/2O18", "2018-11-05"),
     ("I1/05/2018", "2018-11-05"), ("11/I5/2O18", "2018-11-15"), ("l/l/2018", "2018-01-01"),
     ("1/5/2O", "2020-01-05"), ("1/5/I8", "2018-01-05"), ("11-05-2O18", "2018-11-05"),
     ("2O18/11/O5", "2018-11-05"), ("2O181105", "2018-11-05"), ("l5 NOV 20I8", "2018-11-15"),
     ("NOVEMBER I5, 2OI8", "2018-11-15"), ("15NOV2OI8", "2018-11-15"), ("02/14/20 18", DAY)],
)  # fmt: skip
def test_declassification_letters_are_digits_before_a_year_is_read(printed: str, day: str) -> None:
    text = f"E.O. 12958: DECL: {printed}\nTAGS: PREL\n"
    assert (declass(text), doubts(text)) == (day, [])


@pytest.mark.parametrize(
    "printed",
    ["11/05/2", "11/05/201", "11/05/20181", "11/05/18X", "11/05/201B", "11/05/2018X", "02.30.2018",
     "31 FEB 2018", "FEBRUARY 30, 2018", "31-FEB-18", "20183012", "09/08/", "11/18", "10/2018",
     "/08/2018", "11-18", "09/08/__", "11/5/68", "05 NOV 68"],
)  # fmt: skip
def test_declassification_what_is_no_date_is_a_doubt_and_no_words(printed: str) -> None:
    text = f"E.O. 12958: DECL: {printed}\nTAGS: PREL\n"
    assert (declass(text), doubts(text)) == ("", [f"{printed} is no date"])


@pytest.mark.parametrize("words", ["10 YEARS", "2018", "X1/X6", "1.6X1", "XGDS-3", "25X1-HUMAN", "5 YEARS 3"])
def test_declassification_words_with_digits_stay_words(words: str) -> None:
    text = f"E.O. 12958: DECL: {words}\nTAGS: PREL\n"
    assert (declass(text), doubts(text)) == (words, [])


@pytest.mark.parametrize(
    ("printed", "day"),
    [("11/12/1998", "1998-11-12"), ("11/11/2008", "2008-11-11"), ("11/12/98", "1998-11-12"),
     ("11/11/08", "2008-11-11"), ("5 MAY 2007", "2007-05-05"), ("2008-11-11", "2008-11-11")],
)  # fmt: skip
def test_declassification_a_day_before_the_cable_s_own_is_kept_with_a_doubt(
    printed: str, day: str
) -> None:
    text = f"R 121833Z NOV 08\nFM X\n\nUNCLAS NOWHERE 000012\n\nE.O. 12958: DECL: {printed}\nTAGS: PREL\n"
    assert read_telegram(text).declass == day
    assert doubts(text) == [f"{day} is before the cable's own 2008-11-12"]
    later = text.replace(printed, "11/12/2008")
    assert (read_telegram(later).declass, doubts(later)) == ("2008-11-12", [])


def test_declassification_a_day_before_the_order_is_kept_with_a_doubt() -> None:
    text = "E.O. 12958: DECL: 11/12/1988\nTAGS: PREL\n"
    assert declass(text) == "1988-11-12"
    assert doubts(text) == ["1988-11-12 is before E.O. 12958, of 1995"]


@pytest.mark.parametrize("word", ["CLASSIFIED BY: JANE DOE", "Classified by Jane Doe", "TAGS: PREL", "REASON: 1.4 (B)", "SUBJECT: RAIN"])
def test_declassification_a_word_glued_to_the_year_is_no_part_of_it(word: str) -> None:
    assert declass(f"E.O. 12958: DECL: 02/14/2018{word}") == DAY
