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
