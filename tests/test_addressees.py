"""The lists behind TO and INFO."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cable import Recipient
from indexer.telegram.addressees import Addressees, read_addressees
from indexer.telegram.recipient import read_recipient

_HEADER = """P 091700Z SEP 08
FM AMEMBASSY NOWHERE
TO RUEHC/SECSTATE WASHDC PRIORITY 5091
INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE PRIORITY
RUEHLA/AMCONSUL BARCELONA PRIORITY 3456
RUEHNO/USMISSION USNATO 0064
RHEHNSC/NSC WASHDC
"""


def _names(recipients: tuple[Recipient, ...]) -> list[str]:
    return [recipient.name for recipient in recipients]


def test_the_lists_of_2008() -> None:
    assert read_addressees(_HEADER) == Addressees(
        to=(Recipient("RUEHC", "SECSTATE WASHDC", "PRIORITY", "5091"),),
        info=(
            Recipient("RUEHZL", "EUROPEAN POLITICAL COLLECTIVE", "PRIORITY"),
            Recipient("RUEHLA", "AMCONSUL BARCELONA", "PRIORITY", "3456"),
            Recipient("RUEHNO", "USMISSION USNATO", "", "0064"),
            Recipient("RHEHNSC", "NSC WASHDC"),
        ),
    )


def test_a_header_on_one_long_line_reads_the_same() -> None:
    assert read_addressees(" ".join(_HEADER.split("\n"))) == read_addressees(_HEADER)


def test_trailing_markdown_blanks_do_not_matter() -> None:
    assert read_addressees(_HEADER.replace("\n", "  \n")) == read_addressees(_HEADER)


def test_lists_without_routes_as_the_department_and_the_1970s_print_them() -> None:
    found = read_addressees(
        "R 121833Z NOV 74\nFM SECSTATE WASHDC\nTO AMEMBASSY PARIS IMMEDIATE\nAMEMBASSY ROME 123\n\n"
        "INFO USMISSION NATO PRIORITY\n\nAMCONSUL HAMBURG BY POUCH\nAIT TAIPEI 0000\n"
    )
    assert found.to == (
        Recipient("", "AMEMBASSY PARIS", "IMMEDIATE"), Recipient("", "AMEMBASSY ROME", "", "123"),
    )  # fmt: skip
    assert found.info == (
        Recipient("", "USMISSION NATO", "PRIORITY"),
        Recipient("", "AMCONSUL HAMBURG BY POUCH"),
        Recipient("", "AIT TAIPEI", "", "0000"),
    )


@pytest.mark.parametrize(
    "page",
    ["PAGE 02 NOWHER 00195 121833Z", "PAGE 02        RUEHNW  00195  01 OF 02  121833Z",
     "CONFIDENTIAL\n\nPAGE 02 NOWHER 00195 121833Z\n\n",
     "PAGE 02 RUEHNW 0195 C O N F I D E N T I A L", "PAGE 02 RUEHNW0195"],
)  # fmt: skip
def test_page_lines_glued_in(page: str) -> None:
    found = read_addressees(f"TO AMEMBASSY PARIS\nAMEMBASSY ROME\n{page}\nAMEMBASSY BONN\nINFO CIA")
    assert _names(found.to) == ["AMEMBASSY PARIS", "AMEMBASSY ROME", "AMEMBASSY BONN"]
    assert _names(found.info) == ["CIA"]


def test_a_page_line_glued_into_a_line() -> None:
    found = read_addressees("TO AMEMBASSY PARIS PAGE 02 NOWHER 00195 121833Z AMEMBASSY BONN")
    assert _names(found.to) == ["AMEMBASSY PARIS", "AMEMBASSY BONN"]


def test_info_without_to() -> None:
    found = read_addressees("INFO RUEHC/SECSTATE WASHDC 0001\nRUEHFR/AMEMBASSY PARIS")
    assert found.to == ()
    assert _names(found.info) == ["SECSTATE WASHDC", "AMEMBASSY PARIS"]


def test_to_without_info() -> None:
    assert _names(read_addressees("TO ALL DIPLOMATIC AND CONSULAR POSTS PRIORITY").to) == [
        "ALL DIPLOMATIC AND CONSULAR POSTS"
    ]


def test_the_department_s_distribution_table_is_no_list() -> None:
    found = read_addressees(
        "ACTION EUR-00\n\nINFO  LOG-00   MFA-00   /001W\n\nR 121833Z NOV 99\nFM AMEMBASSY NOWHERE\n"
        "TO SECSTATE WASHDC 0001\n"
    )
    assert found == Addressees(to=(Recipient("", "SECSTATE WASHDC", "", "0001"),))
    assert read_addressees("INFO  LOG-00   MFA-00") == Addressees()


def test_lists_end_where_the_body_begins() -> None:
    found = read_addressees("TO AMEMBASSY PARIS\nUNCLAS NOWHERE 12\n\nTO ALL OF THEM\nTAGS: PREL")
    assert _names(found.to) == ["AMEMBASSY PARIS"]
    assert _names(read_addressees("TO AMEMBASSY PARIS\nBT\nUNCLAS").to) == ["AMEMBASSY PARIS"]


def test_xmt_on_the_collective_s_own_line() -> None:
    found = read_addressees("INFO EU MEMBER STATES COLLECTIVE XMT AMEMBASSY PARIS, AMEMBASSY ROME")
    assert found.info == (
        Recipient("", "EU MEMBER STATES COLLECTIVE", "", "", ("AMEMBASSY PARIS", "AMEMBASSY ROME")),
    )


def test_xmt_exemptions_run_over_lines_to_the_next_addressee() -> None:
    found = read_addressees(
        "TO RUEHNW/AFRICAN COLLECTIVE PRIORITY\nXMT AMEMBASSY ACCRA\nAMEMBASSY LOME,\n"
        "AMEMBASSY DAKAR\nRUEHFR/AMEMBASSY PARIS 0012\n"
        "INFO RUEHNW/NATO COLLECTIVE\nXMT AMEMBASSY OSLO\n"
    )
    excluded = ("AMEMBASSY ACCRA", "AMEMBASSY LOME", "AMEMBASSY DAKAR")
    assert found.to == (
        Recipient("RUEHNW", "AFRICAN COLLECTIVE", "PRIORITY", "", excluded),
        Recipient("RUEHFR", "AMEMBASSY PARIS", "", "0012"),
    )
    assert found.info == (Recipient("RUEHNW", "NATO COLLECTIVE", "", "", ("AMEMBASSY OSLO",)),)


def test_an_exempt_post_of_several_words_over_a_line_end() -> None:
    found = read_addressees("TO COLLECTIVE\nXMT AMEMBASSY PORT OF\nSPAIN\nAMEMBASSY NASSAU")
    assert found.to[0].excluded == ("AMEMBASSY PORT OF SPAIN", "AMEMBASSY NASSAU")


def test_another_collective_ends_the_exemptions() -> None:
    lists = "TO EU COLLECTIVE\nXMT AMEMBASSY PARIS\nAFRICAN COLLECTIVE\nUSEU BRUSSELS"
    found = read_addressees(lists)
    assert _names(found.to) == ["EU COLLECTIVE", "AFRICAN COLLECTIVE", "USEU BRUSSELS"]
    assert found.to[0].excluded == ("AMEMBASSY PARIS",)


def test_xmt_without_a_collective_is_a_doubt() -> None:
    found = read_addressees("TO XMT AMEMBASSY PARIS")
    assert found.to == ()
    assert "AMEMBASSY PARIS" in found.doubts[0]


@pytest.mark.parametrize(
    ("line", "name", "serial"),
    [
        ("RHMFISS/39OS BASE AB TU", "39OS BASE AB TU", ""),
        ("39OS BASE AB TU", "39OS BASE AB TU", ""),
        ("RHMFISS/HQ USEUCOM VAIHINGEN GE", "HQ USEUCOM VAIHINGEN GE", ""),
        ("RUEHNW/CDC ATLANTA GA 0012", "CDC ATLANTA GA", "0012"),
        ("RHMFISS/CJTF 101", "CJTF 101", ""),
        ("RHMFISS/JTF-6 NOWHERE", "JTF-6 NOWHERE", ""),
        ("AMEMBASSY NOWHERE 7", "AMEMBASSY NOWHERE", "7"),
    ],
)
def test_names_with_digits_and_place_codes(line: str, name: str, serial: str) -> None:
    recipient = read_recipient(line)
    assert (recipient.name, recipient.serial) == (name, serial)
    assert read_addressees(f"INFO {line}\nRUEHFR/AMEMBASSY PARIS").info[0] == recipient


@pytest.mark.parametrize(
    ("printed", "name", "tail"),
    [
        ("SECDEF WASHDC//USDP/ISA/EUR//", "SECDEF WASHDC//USDP/ISA/EUR//", ("", "")),
        ("SECDEF WASHDC//USDP// PRIORITY 0064", "SECDEF WASHDC//USDP//", ("PRIORITY", "0064")),
        ("SECDEF WASHDC//USDP//PRIORITY", "SECDEF WASHDC//USDP//", ("PRIORITY", "")),
        ("SECDEF WASHDC PRIORITY//USDP//", "SECDEF WASHDC//USDP//", ("PRIORITY", "")),
        ("JOINT STAFF WASHDC// J-5 //", "JOINT STAFF WASHDC// J-5 //", ("", "")),
    ],
)
def test_the_office_between_slashes_is_kept_in_the_name(
    printed: str, name: str, tail: tuple[str, str]
) -> None:
    assert read_addressees(f"TO {printed}").to == (Recipient("", name, *tail),)
    assert read_addressees(f"TO RUEKJCS/{printed}").to == (Recipient("RUEKJCS", name, *tail),)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("IMMEDIATE", "IMMEDIATE"), ("IMMEDAITE", "IMMEDIATE"), ("IMMEDIAT", "IMMEDIATE"),
        ("NIACT IMMEDIATE", "IMMEDIATE"), ("PRIORTY", "PRIORITY"), ("PRIOIRTY", "PRIORITY"),
        ("PRIORITYY", "PRIORITY"), ("PRIORI TY", "PRIORITY"), ("ROUTINE", "ROUTINE"),
        ("FLASH", "FLASH"), ("", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("serial", ["", "0064"])
def test_misspelt_precedences_are_mended(printed: str, meant: str, serial: str) -> None:
    line = f"RUEHNW/AMEMBASSY NOWHERE {printed} {serial}"
    assert read_recipient(line) == Recipient("RUEHNW", "AMEMBASSY NOWHERE", meant, serial)


def test_a_serial_glued_to_the_word_before() -> None:
    assert read_recipient("RUEHC/SECSTATE WASHDC0064") == Recipient(
        "RUEHC", "SECSTATE WASHDC", "", "0064"
    )
    assert read_recipient("SECSTATE WASHDC PRIORITY0064").precedence == "PRIORITY"


@pytest.mark.parametrize(
    ("lines", "name", "serial"),
    [
        ("RHMFISS/CDR USEUCOM VAIHINGEN GE//J5\n//", "CDR USEUCOM VAIHINGEN GE//J5//", ""),
        ("RUEATRS/DEPT OF TREASURY\nWASHINGTON DC 0012", "DEPT OF TREASURY WASHINGTON DC", "0012"),
        ("RUEHC/SECSTATE WASHDC PRIORITY\n 0064", "SECSTATE WASHDC", "0064"),
        ("RUEHC/SECSTATE WASHDC\nPRIORITY 0064", "SECSTATE WASHDC", "0064"),
        ("RUEHZL/EUROPEAN POLITICAL\nCOLLECTIVE", "EUROPEAN POLITICAL COLLECTIVE", ""),
        ("AMEMBASSY PORT OF\nSPAIN", "AMEMBASSY PORT OF SPAIN", ""),
    ],
)
def test_wrapped_lines(lines: str, name: str, serial: str) -> None:
    found = read_addressees(f"TO {lines}\nRUEHFR/AMEMBASSY PARIS").to
    assert (found[0].name, found[0].serial) == (name, serial)
    assert found[1:] == (Recipient("RUEHFR", "AMEMBASSY PARIS"),)


@pytest.mark.parametrize(
    "line",
    ["AMEMBASSY ROME, AMEMBASSY BONN", "AMEMBASSY ROME/AMEMBASSY BONN",
     "AMEMBASSY ROME AMEMBASSY BONN", "RUEHRO/AMEMBASSY ROME RUEHBN/AMEMBASSY BONN",
     "AMEMBASSY ROME; AMEMBASSY BONN"],
)  # fmt: skip
def test_several_on_a_line(line: str) -> None:
    assert _names(read_addressees(f"TO {line}").to) == ["AMEMBASSY ROME", "AMEMBASSY BONN"]


def test_a_route_whose_name_is_on_the_next_line() -> None:
    found = read_addressees("TO RUEHC/\nSECSTATE WASHDC 0064\nRUEHFR/\nRUEHRO/AMEMBASSY ROME")
    assert found.to[0] == Recipient("RUEHC", "SECSTATE WASHDC", "", "0064")
    assert _names(found.to) == ["SECSTATE WASHDC", "AMEMBASSY ROME"]
    assert found.doubts == ("RUEHFR has no name",)


def test_zen_is_a_route() -> None:
    assert read_recipient("ZEN/AMCONSUL HAMBURG") == Recipient("ZEN", "AMCONSUL HAMBURG")


@pytest.mark.parametrize("header", ["", "null", "TO", "INFO\n\n", "FM AMEMBASSY NOWHERE"])
def test_a_header_without_lists_has_no_addressees(header: str) -> None:
    assert read_addressees(header) == Addressees()


@given(st.lists(st.sampled_from(
    ["TO ", "INFO ", "RUEHNW/", "AMEMBASSY ", "NOWHERE", " PRIORITY", " 0064", "\n", "XMT ", ", ",
     "//", " COLLECTIVE", "PAGE 02 NOWHER 00195 121833Z", "      ", "R", "/", "BT\n"]), max_size=40,
))  # fmt: skip
def test_any_text_is_read_and_no_name_is_empty(pieces: list[str]) -> None:
    found = read_addressees("".join(pieces))
    assert all(recipient.name for recipient in (*found.to, *found.info))


@pytest.mark.parametrize(
    "noise", ["A ", "/", "TO ", "TO A\n", "TO XMT ", "TO RUEHC/", "TO RUEHC/A\nB\nC D\n", "\n"]
)
def test_a_megabyte_of_noise_ends(noise: str) -> None:
    found = read_addressees("TO A XMT B\n" + noise * (1_000_000 // len(noise)))
    assert found.to
