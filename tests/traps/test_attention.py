"""The traps of the lines that say for whom in a post or an agency a telegram is meant."""

import pytest

from indexer import read_telegram


def attention(lines: str) -> tuple[str, ...]:
    body = f"UNCLAS NOWHERE 000012\n\n{lines}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: LAMPS\n"
    return read_telegram(body).attention


@pytest.mark.parametrize(
    "line",
    ["NOWHERE FOR POL", "STATE PASS TO USAID", "STATE PASS USTR", "DEPT FOR EUR/NB",
     "DEPARTMENT FOR EUR/NB AND EB", "DEPT. FOR EUR/NB", "DEPT ALSO FOR EUR/NB", "TEL AVIV FOR POL",
     "STATE PLEASE PASS TO USAID/ANE", "PASS TO USTR", "PLS PASS TO NSC", "FOR THE SECRETARY",
     "FOR AMBASSADOR FROM DOE", "EYES ONLY FOR THE SECRETARY", "ATTN: EUR/NB", "ATTENTION EUR/NB",
     "USMISSION GENEVA FOR ECON", "STATE FOR D, P, EUR", "DEPT FOR WHA/CEN DOE AND ROE, EB/TPP",
     "USDOC FOR 4232/ITA/MAC/EUR/DOE", "TREASURY FOR OASIA - DOE", "CDR USEUCOM FOR POLAD",
     "LONDON AND PARIS FOR POL", "DEPT FOR EUR/NB/JOHN DOE, EUR/PPD", "JOINT STAFF FOR J5",
     "WHITEHOUSE PASS USTR", "ALL POSTS PASS TO RSO", "STATE PASS TO COMMERCE, TREASURY AND USTR",
     "STATE PASS TO USAID FOR AFR AND TO USTR", "DEPT PASS TO USTR FOR DOE AND USAID FOR ROE",
     "POSTS FOR ECON OFFICERS", "Dept for EUR/NB", "Department please pass to USTR",
     "State for EUR/NB: Doe", "DEPT FOR OES/IHA (DOE)", "STATE FOR NEA/ARP:DOE"],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "SIPDIS\n\n{}", "{}\n\nSIPDIS", "  {}  \n", "NOFORN {}"])
def test_an_office_on_a_line(line: str, around: str) -> None:
    assert attention(around.format(line)) == (line,)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("DEPT FOR EUR/NB; NSC FOR DOE", ("DEPT FOR EUR/NB", "NSC FOR DOE")),
        ("DEPT FOR EUR/NB; NSC FOR DOE; TREASURY FOR OASIA",
         ("DEPT FOR EUR/NB", "NSC FOR DOE", "TREASURY FOR OASIA")),
        ("DEPT FOR EUR/NB, PARIS FOR EST", ("DEPT FOR EUR/NB", "PARIS FOR EST")),
        ("DEPT FOR EUR/NB NSC FOR DOE", ("DEPT FOR EUR/NB", "NSC FOR DOE")),
        ("DEPT FOR EUR/NB   NOWHERE FOR EST", ("DEPT FOR EUR/NB", "NOWHERE FOR EST")),
        ("NOWHERE FOR POL ELSEWHERE FOR ECON", ("NOWHERE FOR POL", "ELSEWHERE FOR ECON")),
        ("STATE FOR EUR/WE, INR/EU NSC FOR DOE", ("STATE FOR EUR/WE, INR/EU", "NSC FOR DOE")),
        ("STATE FOR AF/S: DOE, ROE; NSC FOR COE", ("STATE FOR AF/S: DOE, ROE", "NSC FOR COE")),
        ("LONDON FOR DOE, PARIS FOR ROE, ROME FOR COE",
         ("LONDON FOR DOE", "PARIS FOR ROE", "ROME FOR COE")),
        ("TEL AVIV FOR POL; PORT OF SPAIN FOR ECON", ("TEL AVIV FOR POL", "PORT OF SPAIN FOR ECON")),
        ("STATE FOR EUR/NB TEL AVIV ALSO FOR POL", ("STATE FOR EUR/NB", "TEL AVIV ALSO FOR POL")),
        ("GUANGZHOU FOR DOE / HONG KONG FOR ROE", ("GUANGZHOU FOR DOE", "HONG KONG FOR ROE")),
        ("SINGAPORE FOR FAA (DOE); TOKYO FOR DOE", ("SINGAPORE FOR FAA (DOE)", "TOKYO FOR DOE")),
        ("DEPT FOR EUR; PASS USTR FOR ROE", ("DEPT FOR EUR", "PASS USTR FOR ROE")),
        ("State for EUR/NB; NSC for Roe", ("State for EUR/NB", "NSC for Roe")),
        ("DEPT FOR EUR\nNSC FOR DOE; PARIS FOR EST", ("DEPT FOR EUR", "NSC FOR DOE", "PARIS FOR EST")),
    ],
)
def test_several_on_a_line(line: str, items: tuple[str, ...]) -> None:
    assert attention(line) == items
    assert attention(f"SIPDIS\n{line}") == items


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("NOWHERE FOR POL  \nPARIS FOR EST  ", ("NOWHERE FOR POL", "PARIS FOR EST")),
        ("NOWHERE FOR POL\n\n\nPARIS FOR EST", ("NOWHERE FOR POL", "PARIS FOR EST")),
        ("STATE FOR EUR/WE,\nINR/EU", ("STATE FOR EUR/WE, INR/EU",)),
        ("STATE PASS TO\nUSAID FOR DOE", ("STATE PASS TO USAID FOR DOE",)),
        ("DEPT FOR\nEUR/NB", ("DEPT FOR EUR/NB",)),
        ("STATE FOR EUR/WE AND\nINR/EU\nNSC FOR DOE", ("STATE FOR EUR/WE AND INR/EU", "NSC FOR DOE")),
        ("STATE FOR NEA/ARP, EB/IFD,\nTREASURY FOR OASIA",
         ("STATE FOR NEA/ARP, EB/IFD", "TREASURY FOR OASIA")),
        ("STATE  FOR   EUR", ("STATE FOR EUR",)),
    ],
)
def test_over_several_lines(lines: str, items: tuple[str, ...]) -> None:
    assert attention(lines) == items


@pytest.mark.parametrize(
    "line",
    ["The minister asked for help.", "NOT FOR INTERNET DISTRIBUTION", "FOR OFFICIAL USE ONLY",
     "HANDLING IS ASKED FOR THIS TELEGRAM", "VISAS DONKEY", "Lamps are needed for the harbour.",
     "SUBJECT: LAMPS FOR POL", "REF: NOWHERE FOR POL", "1. FOR POL: LAMPS"],
)  # fmt: skip
def test_what_is_no_attention_line(line: str) -> None:
    assert attention(line) == ()


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("STATE FOR WHA/CAR\nINR/IAA\nWHA/EX PLEASE PASS TO USOAS",
         ("STATE FOR WHA/CAR INR/IAA", "WHA/EX PLEASE PASS TO USOAS")),
        ("DEPT FOR EUR/NB\nTREASURY\nNSC FOR DOE", ("DEPT FOR EUR/NB TREASURY", "NSC FOR DOE")),
        ("STATE FOR EUR/NB\nINR/EU, EB/IFD", ("STATE FOR EUR/NB INR/EU, EB/IFD",)),
        ("STATE FOR EUR/NB\n\nINR/EU AND EB/IFD/OMA", ("STATE FOR EUR/NB INR/EU AND EB/IFD/OMA",)),
        ("STATE FOR EUR/NB\nINR/EU\nEB/IFD\nPARIS FOR EST",
         ("STATE FOR EUR/NB INR/EU EB/IFD", "PARIS FOR EST")),
        ("STATE PASS TO NSC\nJOINT STAFF\nPARIS FOR EST",
         ("STATE PASS TO NSC JOINT STAFF", "PARIS FOR EST")),
    ],
)
def test_an_office_alone_belongs_to_the_line_before_it(lines: str, items: tuple[str, ...]) -> None:
    assert attention(lines) == items
    assert attention(f"SIPDIS\n\n{lines}\n\nSIPDIS") == items


@pytest.mark.parametrize("line", ["VISAS DONKEY", "PARIS", "Lamps are lit", "NODIS CHEROKEE", "N/A IN TIME"])
def test_a_line_that_is_no_office_belongs_to_none(line: str) -> None:
    assert attention(f"DEPT FOR EUR/NB\n{line}") == ("DEPT FOR EUR/NB",)


def test_an_office_with_no_attention_line_before_it_is_none() -> None:
    assert attention("INR/IAA") == attention("TREASURY") == ()


@pytest.mark.parametrize(
    "line",
    ["DEPT: PASS TO EXIM", "STATE: PLEASE PASS TO USTR", "State: please pass to USTR",
     "TEL AVIV: FOR POL", "DEPARTMENT: ALSO FOR EUR/NB", "DEPT OF STATE: PASS USAID",
     "USTR: FOR DOE AND ROE"],
)  # fmt: skip
def test_a_colon_behind_the_office(line: str) -> None:
    assert attention(line) == (line,)
    assert attention(f"NOWHERE FOR POL\n{line}") == ("NOWHERE FOR POL", line)


@pytest.mark.parametrize(
    "line",
    ["Paris: The minister asked for help.", "LAMPS: FOR SALE", "Result: pass to all.", "NOTE: PASS"],
)
def test_a_colon_behind_other_words(line: str) -> None:
    assert attention(line) == ()
