"""The table of codes, what it says of each, and how a code is found by its words or by a misprint
of it."""

import csv
from pathlib import Path

import pytest

from indexer import tags as module
from indexer.tags import codes, find_codes, kind_of, nearest_code, suggestion

TABLE = Path(module.__file__).parent / "data" / "tags.csv"
REFERENCE = Path(__file__).parent.parent.parent / "shared" / "reference"
KINDS = ["subject", "programme", "country", "organisation"]
REGIONS = {
    "Africa", "East Asia and Pacific", "Europe and Eurasia", "Near East", "South and Central Asia",
    "Western Hemisphere",
}
# The United States, what belongs to it, and where nobody lives.
NO_REGION = {"US", "AQ", "CQ", "GQ", "RQ", "VQ", "JQ", "MQ", "WQ", "IO", "SX", "AY", "BV", "FS", "HM", "XO"}
# Of the codes for several countries only some have a meaning that is sure.
COLLECTIVE = ("X", "ZK", "ZL", "ZP", "ZU")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def found(words: str) -> list[str]:
    return [code.code for code in find_codes(words)]


def test_the_rows_are_sorted_by_kind_and_code_and_no_code_stands_there_twice() -> None:
    keys = [(KINDS.index(row["kind"]), row["code"]) for row in rows()]
    assert keys == sorted(keys)
    assert len({row["code"] for row in rows()}) == len(keys) == len(codes())


def test_a_cell_is_plain_text() -> None:
    cells = [cell for row in rows() for cell in row.values()]
    assert all(cell == " ".join(cell.split()) and cell.isascii() for cell in cells)


@pytest.mark.parametrize(("name", "kind"), [
    ("subject_tags.txt", "subject"), ("organisation_tags.txt", "organisation"),
])
@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the lists lie beside a checkout, not in it")
def test_every_code_of_the_published_lists_is_there(name: str, kind: str) -> None:
    listed = (REFERENCE / name).read_text(encoding="utf-8").upper().splitlines()
    assert len(listed) > 90
    countries = {"AL", "BP"}  # of two meanings the country is the likelier
    assert {code for code in listed if kind_of(code) != kind} <= countries


def test_every_subject_but_two_has_a_meaning_and_so_have_most_others() -> None:
    empty = [code for code in codes().values() if not code.meaning]
    assert {code.code for code in empty if code.kind == "subject"} == {"EALR", "PORS"}
    assert len(empty) < len(codes()) / 6


def test_every_country_has_a_meaning_but_for_some_collective_codes() -> None:
    empty = [code for code in codes().values() if code.kind == "country" and not code.meaning]
    assert all(code.code.startswith(COLLECTIVE) for code in empty)


def test_every_country_has_a_region_and_nothing_else_has() -> None:
    for code in codes().values():
        if code.kind == "country" and code.meaning and code.code not in NO_REGION:
            assert code.region in REGIONS, code
        else:
            assert code.region == "", code


@pytest.mark.parametrize(("code", "meaning", "region"), [
    # not what the two letters are elsewhere
    ("AG", "Algeria", "Near East"), ("AS", "Australia", "East Asia and Pacific"),
    ("AU", "Austria", "Europe and Eurasia"), ("BG", "Bangladesh", "South and Central Asia"),
    ("BM", "Burma", "East Asia and Pacific"), ("CH", "China", "East Asia and Pacific"),
    ("CI", "Chile", "Western Hemisphere"), ("CG", "Congo (Kinshasa)", "Africa"),
    ("CF", "Congo (Brazzaville)", "Africa"), ("DA", "Denmark", "Europe and Eurasia"),
    ("EI", "Ireland", "Europe and Eurasia"), ("EZ", "Czech Republic", "Europe and Eurasia"),
    ("GG", "Georgia", "Europe and Eurasia"), ("GM", "Germany", "Europe and Eurasia"),
    ("IZ", "Iraq", "Near East"), ("IS", "Israel", "Near East"), ("IC", "Iceland", "Europe and Eurasia"),
    ("KN", "North Korea", "East Asia and Pacific"), ("KS", "South Korea", "East Asia and Pacific"),
    ("LO", "Slovakia", "Europe and Eurasia"), ("MG", "Mongolia", "East Asia and Pacific"),
    ("MU", "Oman", "Near East"), ("NI", "Nigeria", "Africa"), ("NG", "Niger", "Africa"),
    ("PO", "Portugal", "Europe and Eurasia"), ("RS", "Russia", "Europe and Eurasia"),
    ("SF", "South Africa", "Africa"), ("SP", "Spain", "Europe and Eurasia"),
    ("SU", "Sudan", "Africa"), ("SW", "Sweden", "Europe and Eurasia"),
    ("SZ", "Switzerland", "Europe and Eurasia"), ("TS", "Tunisia", "Near East"),
    ("TU", "Turkey", "Europe and Eurasia"), ("TX", "Turkmenistan", "South and Central Asia"),
    ("UP", "Ukraine", "Europe and Eurasia"), ("VM", "Vietnam", "East Asia and Pacific"),
    ("YM", "Yemen", "Near East"), ("ZA", "Zambia", "Africa"), ("US", "United States", ""),
    # of another time
    ("UR", "Soviet Union", "Europe and Eurasia"), ("GC", "East Germany", "Europe and Eurasia"),
    ("CZ", "Czechoslovakia", "Europe and Eurasia"), ("YO", "Yugoslavia", "Europe and Eurasia"),
    ("VS", "South Vietnam", "East Asia and Pacific"), ("VN", "North Vietnam", "East Asia and Pacific"),
    ("RH", "Rhodesia", "Africa"), ("YS", "South Yemen", "Near East"),
    # of several countries
    ("XA", "Africa", "Africa"), ("XF", "Middle East", "Near East"),
])  # fmt: skip
def test_a_country_is_the_state_departments_own(code: str, meaning: str, region: str) -> None:
    known = codes()[code]
    assert (known.kind, known.meaning, known.region) == ("country", meaning, region)


@pytest.mark.parametrize(("code", "meaning"), [
    ("KNNP", "nuclear non-proliferation"), ("KPAO", "public affairs"), ("KDEM", "democratisation"),
    ("KCRM", "criminal activity"), ("KIRF", "international religious freedom"),
    ("KTIP", "trafficking in persons"), ("KWMN", "women's issues"), ("KTFN", "terrorist finance"),
    ("KGHG", "greenhouse gases and climate change"), ("KICC", "International Criminal Court"),
    ("KWBG", "West Bank and Gaza"), ("UN", "United Nations"), ("EUN", "European Union"),
    ("IBRD", "World Bank"), ("AL-1", "Arab League"), ("AU-1", "African Union"),
    ("APECO", "Asia-Pacific Economic Cooperation"), ("DAC", "OECD Development Assistance Committee"),
])  # fmt: skip
def test_a_programme_and_an_organisation_have_their_meaning(code: str, meaning: str) -> None:
    assert codes()[code].meaning == meaning


@pytest.mark.parametrize(("misprint", "code"), [
    ("PRLE", "PREL"), ("PREEL", "PREL"), ("PGVO", "PGOV"), ("PTERR", "PTER"),
    ("MOPPS", "MOPS"), ("EFN", "EFIN"), ("UNESCOO", "UNESCO"), ("PGIV", "PGOV"),
])
def test_one_slip_leads_to_the_one_code_that_is_near(misprint: str, code: str) -> None:
    assert nearest_code(misprint) == suggestion(misprint) == code


@pytest.mark.parametrize("code", ["PRE", "EINF", "PREK", "NAT"])
def test_where_several_codes_are_near_none_is_suggested(code: str) -> None:
    assert suggestion(code) == ""


@pytest.mark.parametrize("code", ["XQ", "IX", "GMM", "NATP", "", "KITE", "QQQQ", "DOE, JANE"])
def test_what_may_be_anything_is_no_misprint(code: str) -> None:
    assert suggestion(code) == ""


def test_a_known_code_needs_no_suggestion() -> None:
    assert {suggestion(code) for code in codes()} == {""}


@pytest.mark.parametrize("code", ["KZZZ", "KENYA", "SIERRA LEONE"])
def test_a_programme_without_a_row_and_the_name_of_a_country_are_known_too(code: str) -> None:
    assert suggestion(code) == ""


@pytest.mark.parametrize(("words", "expected"), [
    ("PREL", ["PREL"]), (" prel ", ["PREL"]), ("aer  lingus", ["AER LINGUS"]),
    ("Iraq", ["IZ", "BA'ATH", "UNIKOM"]), ("NARCOTICS", ["SNAR", "KNAR", "INCB"]),
    ("religious freedom", ["KIRF"]), ("freedom religious", ["KIRF"]), ("Côte d'Ivoire", ["IV"]),
    ("cote", ["IV"]), ("children's", ["KOCI", "IACI", "UNICEF"]),
])  # fmt: skip
def test_a_code_is_found_by_itself_or_by_words_of_its_meaning(
    words: str, expected: list[str]
) -> None:
    assert found(words) == expected


def test_a_code_that_is_also_a_word_is_the_code() -> None:
    assert found("in") == ["IN"]
    assert found("care") == ["CARE"]


def test_beginnings_count_only_where_no_code_has_the_words_whole() -> None:
    assert found("niger") == ["NG"]
    assert found("nigeri") == ["NI", "NNPC"]
    assert found("relig free") == ["KIRF"]


@pytest.mark.parametrize("words", ["", "  ", "-", "kite", "external kite", "zz", "q"])
def test_what_stands_for_no_code_gives_none(words: str) -> None:
    assert found(words) == []


def test_a_kind_and_a_region_are_words_too() -> None:
    assert {code.kind for code in find_codes("subject")} == {"subject"}
    african = find_codes("country africa")
    assert {"KE", "NI", "SF", "XA"} <= {code.code for code in african}
    assert {code.region for code in african} == {"Africa"}
    assert {code.region for code in find_codes("near east")} >= {"Near East"}
