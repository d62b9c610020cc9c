"""The traps of the lines behind FM, TO and INFO."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import read_telegram
from indexer.cable import Recipient, names


def to(lines: str) -> tuple[Recipient, ...]:
    return read_telegram("", header=f"TO {lines}").to


def listed(header: str) -> tuple[list[str], list[str]]:
    """The names behind TO and those behind INFO."""
    cable = read_telegram("", header=header)
    return list(names(cable.to)), list(names(cable.info))


def sender(header: str) -> str:
    return read_telegram("", header=header).sender


@pytest.mark.parametrize(
    "page",
    [
        "PAGE 02 NOWHERE 00195 121833Z",
        "PAGE 02        NOWHERE  00195  01 OF 02  121833Z",
        "PAGE 02 NOWHER 00195 01 OF 02 121833Z",
        "PAGE 03 TEL AVIV 00195 02 OF 03 121833Z",
        "PAGE 02        STATE  120153",
        "PAGE 02 RUEHNW 0195",
        "PAGE 02 RUEHNW 0195/01 C O N F I D E N T I A L",
        "PAGE 02 RUEHNW0195",
        "CONFIDENTIAL\n\nPAGE 02 NOWHERE 00195 121833Z",
        "UNCLASSIFIED\n\nUNCLASSIFIED\n\nPAGE 02        NOWHERE  00195  01 OF 02  121833Z",
        "NOWHERE 00000195  001.2 OF 002",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "  \n \n"])
def test_a_page_mark_glued_into_the_list(page: str, gap: str) -> None:
    lines = f"TO RUEHC/SECSTATE WASHDC 0012\nRUEHFR/AMEMBASSY PARIS{gap}{page}{gap}"
    assert listed(f"{lines}AMEMBASSY ROME PRIORITY\nINFO CIA WASHDC") == (
        ["SECSTATE WASHDC", "AMEMBASSY PARIS", "AMEMBASSY ROME"], ["CIA WASHDC"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "page",
    ["PAGE 02 NOWHERE 00195 121833Z", "PAGE 02 STATE 120153", "PAGE 02  NOWHER  00195  01 OF 02",
     "PAGE 02 RUEHNW 0195"],
)  # fmt: skip
@pytest.mark.parametrize("first", ["RUEHFR/AMEMBASSY PARIS 0012", "AMEMBASSY PARIS", "CIA WASHDC"])
def test_a_page_mark_glued_into_a_line(page: str, first: str) -> None:
    found = to(f"{first} {page} RUEHRO/AMEMBASSY ROME 0013")
    assert names(found)[0] == first.removeprefix("RUEHFR/").removesuffix(" 0012")
    assert found[1:] == (Recipient("RUEHRO", "AMEMBASSY ROME", "", "0013"),)


@pytest.mark.parametrize(
    "header",
    ["INFO RUEHC/SECSTATE WASHDC 0001\nRUEHFR/AMEMBASSY PARIS",
     "FM AMEMBASSY NOWHERE\nINFO SECSTATE WASHDC\nAMEMBASSY PARIS\nBT",
     "INFO: SECSTATE WASHDC PRIORITY\nAMEMBASSY PARIS",
     "FM AMEMBASSY NOWHERE INFO SECSTATE WASHDC 0001 AMEMBASSY PARIS",
     "R 121833Z NOV 74\nFM AMEMBASSY NOWHERE\nINFO\nSECSTATE WASHDC\nAMEMBASSY PARIS\n",
     "Info: SECSTATE WASHDC\nAMEMBASSY PARIS"],
)  # fmt: skip
def test_info_without_to(header: str) -> None:
    assert listed(header) == ([], ["SECSTATE WASHDC", "AMEMBASSY PARIS"])


@pytest.mark.parametrize(
    "lines",
    [
        "EU COLLECTIVE XMT AMEMBASSY PARIS, AMEMBASSY ROME",
        "EU COLLECTIVE XMT AMEMBASSY PARIS AMEMBASSY ROME",
        "EU COLLECTIVE XMT AMEMBASSY PARIS AND AMEMBASSY ROME",
        "EU COLLECTIVE XMT: AMEMBASSY PARIS; AMEMBASSY ROME",
        "EU COLLECTIVE (XMT AMEMBASSY PARIS, AMEMBASSY ROME)",
        "EU COLLECTIVE\nXMT AMEMBASSY PARIS\nAMEMBASSY ROME",
        "EU COLLECTIVE\nXMT AMEMBASSY PARIS\nXMT AMEMBASSY ROME",
        "EU COLLECTIVE XMT\nAMEMBASSY PARIS\nAMEMBASSY ROME",
        "EU COLLECTIVE\nXMT AMEMBASSY PARIS,\nAMEMBASSY ROME",
        "EU COLLECTIVE XMT AMEMBASSY\nPARIS, AMEMBASSY\nROME",
        "EU COLLECTIVE XMT AMEMBASSY PARIS\n\n\nAMEMBASSY ROME",
        "EU COLLECTIVE\nXMT AMEMBASSY PARIS\nPAGE 02 STATE 120153\nAMEMBASSY ROME",
    ],
)
@pytest.mark.parametrize("end", ["", "\nRUEHBR/USEU BRUSSELS", "\nSECDEF WASHDC", "\nINFO CIA"])
def test_xmt_exemptions_belong_to_the_collective_before_them_and_run_over_lines(
    lines: str, end: str
) -> None:
    first = to(lines + end)[0]
    assert (first.name, first.excluded) == ("EU COLLECTIVE", ("AMEMBASSY PARIS", "AMEMBASSY ROME"))
    assert names(to(lines + end)[1:]) == tuple(
        name for name in ("USEU BRUSSELS", "SECDEF WASHDC") if name in end
    )


@pytest.mark.parametrize("tail", ["PRIORITY", "IMMEDIATE 0012"])
def test_an_addressee_with_a_precedence_ends_the_exemptions(tail: str) -> None:
    found = to(f"EU COLLECTIVE PRIORITY\nXMT AMEMBASSY PARIS\nAMEMBASSY TOKYO {tail}")
    assert found[0] == Recipient("", "EU COLLECTIVE", "PRIORITY", "", ("AMEMBASSY PARIS",))
    assert names(found[1:]) == ("AMEMBASSY TOKYO",)


def test_exemptions_behind_a_post_are_the_collective_s() -> None:
    found = to("RUCNMEM/EU COLLECTIVE\nRUEHKO/AMEMBASSY TOKYO\nXMT AMEMBASSY PARIS")
    assert [one.excluded for one in found] == [("AMEMBASSY PARIS",), ()]


def test_a_precedence_behind_exemptions_is_the_collective_s() -> None:
    assert to("EU COLLECTIVE XMT AMEMBASSY PARIS PRIORITY") == (
        Recipient("", "EU COLLECTIVE", "PRIORITY", "", ("AMEMBASSY PARIS",)),
    )


@pytest.mark.parametrize(
    ("lines", "excluded"),
    [
        ("XMT AMEMBASSY PORT OF\nSPAIN\nAMEMBASSY NASSAU", ("PORT OF SPAIN", "NASSAU")),
        ("XMT AMEMBASSY DAR ES\nSALAAM, AMEMBASSY LOME", ("DAR ES SALAAM", "LOME")),
        ("XMT AMEMBASSY LOME, AMEMBASSY ADDIS\nABABA", ("LOME", "ADDIS ABABA")),
    ],
)
def test_an_exempt_post_over_two_lines(lines: str, excluded: tuple[str, ...]) -> None:
    assert to(f"ALL POSTS COLLECTIVE\n{lines}")[0].excluded == tuple(
        f"AMEMBASSY {name}" for name in excluded
    )


@pytest.mark.parametrize(
    "name",
    ["39OS BASE AB TU", "425ABS IZMIR TU", "52FW SPANGDAHLEM AB GE", "HQ USEUCOM VAIHINGEN GE",
     "HQ USAFE RAMSTEIN AB GE", "SHAPE BE", "CDC ATLANTA GA", "CDR USCENTCOM MACDILL AFB FL",
     "JAC MOLESWORTH RAF MOLESWORTH UK", "CJTF 101", "CTF 151", "CTG 56.1", "JTF-6 NOWHERE",
     "TASK FORCE 134", "1 MEF", "COMUSKOREA INTEL SEOUL KOR", "66MIGP AUGSBURG GE"],
)  # fmt: skip
@pytest.mark.parametrize("route", ["", "RHMFISS"])
def test_names_with_digits_and_place_codes_the_code_is_not_a_serial(name: str, route: str) -> None:
    line = f"{route}/{name}" if route else name
    assert to(line) == (Recipient(route, name),)
    assert to(f"{line} PRIORITY") == (Recipient(route, name, "PRIORITY"),)
    assert to(f"{line} PRIORITY 0012") == (Recipient(route, name, "PRIORITY", "0012"),)


@pytest.mark.parametrize(
    ("printed", "name", "tail"),
    [
        ("SECDEF WASHDC//USDP/ISA/EUR//", "SECDEF WASHDC//USDP/ISA/EUR//", ("", "")),
        ("SECDEF WASHDC//USDP:PDUSDP/ISA//", "SECDEF WASHDC//USDP:PDUSDP/ISA//", ("", "")),
        ("SECDEF WASHDC//USDP// PRIORITY 0064", "SECDEF WASHDC//USDP//", ("PRIORITY", "0064")),
        ("SECDEF WASHDC//USDP//PRIORITY", "SECDEF WASHDC//USDP//", ("PRIORITY", "")),
        ("SECDEF WASHDC PRIORITY//USDP//", "SECDEF WASHDC//USDP//", ("PRIORITY", "")),
        ("JOINT STAFF WASHDC//J-3/J-5//", "JOINT STAFF WASHDC//J-3/J-5//", ("", "")),
        ("JOINT STAFF WASHDC// J-5 //", "JOINT STAFF WASHDC// J-5 //", ("", "")),
        ("CDR USPACOM HONOLULU HI//FPA// 0012", "CDR USPACOM HONOLULU HI//FPA//", ("", "0012")),
        ("AMEMBASSY NOWHERE//POL// 0012", "AMEMBASSY NOWHERE//POL//", ("", "0012")),
        ("WHITE HOUSE WASHDC//NSC//", "WHITE HOUSE WASHDC//NSC//", ("", "")),
    ],
)
def test_the_office_between_double_slashes(printed: str, name: str, tail: tuple[str, str]) -> None:
    assert to(printed) == (Recipient("", name, *tail),)
    assert to(f"RUEKJCS/{printed}\nCIA WASHDC")[0] == Recipient("RUEKJCS", name, *tail)


@pytest.mark.parametrize(
    "lines",
    ["SECDEF WASHDC//USDP\n//", "SECDEF\nWASHDC//USDP//", "SECDEF WASHDC\n//USDP//",
     "SECDEF WASHDC//\nUSDP//"],
)  # fmt: skip
def test_an_office_between_slashes_over_two_lines(lines: str) -> None:
    found = to(f"RUEKJCS/{lines}\nRUEAIIA/CIA WASHDC")
    assert names(found) == ("SECDEF WASHDC//USDP//", "CIA WASHDC")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("IMMEDIATE", "IMMEDIATE"), ("IMMEDAITE", "IMMEDIATE"), ("IMMEDIATEE", "IMMEDIATE"),
        ("IMMEDIAT", "IMMEDIATE"), ("IMMEIDATE", "IMMEDIATE"), ("IMEDIATE", "IMMEDIATE"),
        ("IMMMEDIATE", "IMMEDIATE"), ("INMEDIATE", "IMMEDIATE"), ("IMMEDITE", "IMMEDIATE"),
        ("IMMED", "IMMEDIATE"), ("NIACT IMMEDIATE", "IMMEDIATE"), ("NIACT", "IMMEDIATE"),
        ("IMMEDIATE NIACT", "IMMEDIATE"), ("IMMEDIATE.", "IMMEDIATE"),
        ("PRIORITY", "PRIORITY"), ("PRIORTY", "PRIORITY"), ("PRIOIRTY", "PRIORITY"),
        ("PIRORITY", "PRIORITY"), ("PRIORITYY", "PRIORITY"), ("PRIORIY", "PRIORITY"),
        ("PRIRITY", "PRIORITY"), ("PROIRITY", "PRIORITY"), ("PRIORI TY", "PRIORITY"),
        ("(PRIORITY)", "PRIORITY"), ("ROUTINE", "ROUTINE"), ("ROUTNE", "ROUTINE"),
        ("FLASH", "FLASH"), ("priority", "PRIORITY"), ("PRIORITY PRIORITY", "PRIORITY"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("serial", ["", "0064", "#0064"])
def test_misspelt_precedences(printed: str, meant: str, serial: str) -> None:
    number = serial.lstrip("#")
    for name in ("AMEMBASSY NOWHERE", "SECSTATE WASHDC", "EU COLLECTIVE"):
        assert to(f"RUEHNW/{name} {printed} {serial}") == (
            Recipient("RUEHNW", name, meant, number),
        )


@pytest.mark.parametrize(
    "name", ["AMEMBASSY PARIS", "AMCONSUL FLORENCE", "USMISSION GENEVA", "NATO MINORITY COLLECTIVE"]
)
def test_a_name_is_no_misspelt_precedence(name: str) -> None:
    assert to(f"RUEHNW/{name} 0012") == (Recipient("RUEHNW", name, "", "0012"),)


@pytest.mark.parametrize(
    "line",
    ["RUEHC/SECSTATE IMMEDIATE WASHDC 0064", "SECSTATE IMMEDIATE WASHDC 0064",
     "RUEHC/IMMEDIATE SECSTATE WASHDC 0064", "IMMEDIATE SECSTATE WASHDC 0064",
     "SECSTATE WASHDC 0064 IMMEDIATE", "SECSTATE WASHDC IMMEDIATE0064",
     "SECSTATE WASHDCIMMEDIATE 0064"],
)  # fmt: skip
def test_a_precedence_before_between_or_behind(line: str) -> None:
    (found,) = to(line)
    assert (found.name, found.precedence, found.serial) == ("SECSTATE WASHDC", "IMMEDIATE", "0064")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("AMEMBASSY PHNOM\nPENH", "AMEMBASSY PHNOM PENH"),
        ("PHNOM\nPENH", "PHNOM PENH"),
        ("AMEMBASSY PORT OF\nSPAIN", "AMEMBASSY PORT OF SPAIN"),
        ("AMEMBASSY PORT\nOF SPAIN", "AMEMBASSY PORT OF SPAIN"),
        ("AMEMBASSY PORT\nOF\nSPAIN", "AMEMBASSY PORT OF SPAIN"),
        ("AMEMBASSY DAR ES\nSALAAM", "AMEMBASSY DAR ES SALAAM"),
        ("AMEMBASSY MEXICO\nCITY", "AMEMBASSY MEXICO CITY"),
        ("AMEMBASSY SAN\nJOSE", "AMEMBASSY SAN JOSE"),
        ("AMEMBASSY ADDIS\nABABA", "AMEMBASSY ADDIS ABABA"),
        ("AMCONSUL HO CHI\nMINH CITY", "AMCONSUL HO CHI MINH CITY"),
        ("AMCONSUL RIO DE\nJANEIRO", "AMCONSUL RIO DE JANEIRO"),
        ("AMEMBASSY\nNOWHERE", "AMEMBASSY NOWHERE"),
        ("USMISSION\nUSNATO", "USMISSION USNATO"),
        ("USMISSION USUN NEW\nYORK", "USMISSION USUN NEW YORK"),
        ("AMEMBASSY PORT-AU-\nPRINCE", "AMEMBASSY PORT-AU-PRINCE"),
        ("SECSTATE\nWASHDC", "SECSTATE WASHDC"),
        ("CIA\nWASHINGTON DC", "CIA WASHINGTON DC"),
        ("CIA WASHINGTON\nDC", "CIA WASHINGTON DC"),
        ("DEPT OF TREASURY\nWASHINGTON DC", "DEPT OF TREASURY WASHINGTON DC"),
        ("DEPARTMENT OF\nHOMELAND SECURITY WASHDC", "DEPARTMENT OF HOMELAND SECURITY WASHDC"),
        ("EUROPEAN POLITICAL\nCOLLECTIVE", "EUROPEAN POLITICAL COLLECTIVE"),
        ("MISSILE TECHNOLOGY CONTROL\nREGIME COLLECTIVE",
         "MISSILE TECHNOLOGY CONTROL REGIME COLLECTIVE"),
        ("EAST ASIAN AND\nPACIFIC POSTS", "EAST ASIAN AND PACIFIC POSTS"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("tail", ["", " PRIORITY", " 0012", "\nPRIORITY 0012", " PRIORITY\n0012"])
def test_wrapped_lines(lines: str, name: str, tail: str) -> None:
    found = to(f"AMEMBASSY BANGKOK\n{lines}{tail}\nAMEMBASSY VIENTIANE\nAMEMBASSY ROME")
    assert names(found) == ("AMEMBASSY BANGKOK", name, "AMEMBASSY VIENTIANE", "AMEMBASSY ROME")
    assert found[1].precedence == ("PRIORITY" if "PRIORITY" in tail else "")
    assert found[1].serial == ("0012" if "0012" in tail else "")


@pytest.mark.parametrize(
    "lines",
    ["RUEHC/SECSTATE\nWASHDC PRIORITY 0012", "RUEHC/SECSTATE WASHDC\nPRIORITY 0012", "RUEHC/\n"
     "SECSTATE WASHDC PRIORITY 0012", "RUEHC/SECSTATE WASHDC PRIORITY\n 0012",
     "RUEHC /SECSTATE\n\nWASHDC\nPRIORITY\n0012"],
)  # fmt: skip
def test_a_wrapped_line_with_a_route(lines: str) -> None:
    assert to(f"{lines}\nRUEHFR/AMEMBASSY PARIS") == (
        Recipient("RUEHC", "SECSTATE WASHDC", "PRIORITY", "0012"),
        Recipient("RUEHFR", "AMEMBASSY PARIS"),
    )


@pytest.mark.parametrize(
    "line",
    ["AMEMBASSY PARIS\nSPECIAL EMBASSY PROGRAM", "AMEMBASSY PARIS\nNSC WASHDC",
     "RUEHFR/AMEMBASSY PARIS\nNSC WASHDC", "RUEHFR/AMEMBASSY PARIS\nSPECIAL EMBASSY PROGRAM",
     "RHMFISS/HQ USEUCOM VAIHINGEN GE\nNSC WASHDC", "CIA WASHDC\nNSC WASHDC",
     "AMEMBASSY PARIS,\nAMEMBASSY ROME", "AMEMBASSY PARIS\nROME", "EU COLLECTIVE\nNATO COLLECTIVE",
     "AMEMBASSY PARIS 0012\nALL POSTS"],
)  # fmt: skip
def test_two_whole_lines_are_two_addressees(line: str) -> None:
    assert len(to(line)) == 2


@pytest.mark.parametrize(
    ("printed", "route"),
    [("RUEHC/", "RUEHC"), ("RUEHC /", "RUEHC"), ("RUEHC / ", "RUEHC"), ("RUEHC//", "RUEHC"),
     ("RUEHC ", "RUEHC"), ("ruehc/", "RUEHC"), ("RHEHNSC/", "RHEHNSC"), ("ZEN/", "ZEN"),
     ("RXFEAA/", "RXFEAA"), ("RUCNMEM/", "RUCNMEM"), ("RHMFIS5/", "RHMFIS5"), ("", "")],
)  # fmt: skip
def test_the_route_however_it_is_glued(printed: str, route: str) -> None:
    assert to(f"{printed}SECSTATE WASHDC 0012") == (
        Recipient(route, "SECSTATE WASHDC", "", "0012"),
    )


@pytest.mark.parametrize(
    ("printed", "serial"),
    [("7", "7"), ("0012", "0012"), ("#0012", "0012"), ("00005091", "00005091"),
     ("0012-0013", "0012-0013"), ("UNN", ""), ("0000", "0000"), ("0012.", "0012")],
)  # fmt: skip
def test_the_serial_however_it_is_printed(printed: str, serial: str) -> None:
    assert to(f"AMEMBASSY NOWHERE {printed}") == (
        Recipient("", "AMEMBASSY NOWHERE", "", serial),
    )


@pytest.mark.parametrize(
    "line",
    ["AMEMBASSY ROME, AMEMBASSY BONN", "AMEMBASSY ROME; AMEMBASSY BONN",
     "AMEMBASSY ROME/AMEMBASSY BONN", "AMEMBASSY ROME AMEMBASSY BONN",
     "AMEMBASSY ROME AND AMEMBASSY BONN", "RUEHRO/AMEMBASSY ROME RUEHBN/AMEMBASSY BONN",
     "RUEHRO/AMEMBASSY ROME; RUEHBN/AMEMBASSY BONN", "AMEMBASSY ROME                       "
     "AMEMBASSY BONN"],
)  # fmt: skip
def test_several_addressees_on_a_line(line: str) -> None:
    assert names(to(line)) == ("AMEMBASSY ROME", "AMEMBASSY BONN")


def test_several_posts_behind_one_office() -> None:
    assert names(to("AMEMBASSY PARIS, ROME, PORT OF SPAIN")) == (
        "AMEMBASSY PARIS", "ROME", "PORT OF SPAIN",
    )  # fmt: skip
    assert names(to("CIA WASHINGTON, DC")) == ("CIA WASHINGTON, DC",)


LISTS = (["SECSTATE WASHDC", "AMEMBASSY ROME"], ["AMEMBASSY PARIS", "EU COLLECTIVE"])


@pytest.mark.parametrize(
    "header",
    [
        "FM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\nAMEMBASSY ROME\nINFO AMEMBASSY PARIS\n"
        "EU COLLECTIVE\n",
        "FM: AMEMBASSY NOWHERE\nTO: SECSTATE WASHDC\nAMEMBASSY ROME\nINFO: AMEMBASSY PARIS\n"
        "EU COLLECTIVE\nBT\nUNCLAS NOWHERE 12",
        "From: AMEMBASSY NOWHERE\nTo: SECSTATE WASHDC\n    AMEMBASSY ROME\nInfo: AMEMBASSY PARIS\n"
        "EU COLLECTIVE",
        "FROM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\nTO AMEMBASSY ROME\nINFO AMEMBASSY PARIS\n"
        "INFO EU COLLECTIVE",
        "FM AMEMBASSY NOWHERE TO SECSTATE WASHDC AMEMBASSY ROME INFO AMEMBASSY PARIS\n"
        "EU COLLECTIVE BT",
        "FM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC 0012 AMEMBASSY ROME PRIORITY INFO "
        "AMEMBASSY PARIS PRIORITY\nEU COLLECTIVE",
        "FM AMEMBASSY NOWHERE\nTORUEHC/SECSTATE WASHDC\nRUEHRO/AMEMBASSY ROME\n"
        "INFORUEHFR/AMEMBASSY PARIS\nEU COLLECTIVE",
        "FM AMEMBASSY NOWHERE\n\nTO\nSECSTATE WASHDC\n\nAMEMBASSY ROME\n\nINFO\nAMEMBASSY PARIS\n"
        "EU COLLECTIVE\n\nCONFIDENTIAL NOWHERE 12\n\nTO ALL",
        "FM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\nAMEMBASSY ROME\nINF0 AMEMBASSY PARIS\n"
        "EU COLLECTIVE",
        "ACTION EUR-00\n\nINFO  LOG-00   MFA-00   /001W\n\nR 121833Z NOV 99\nFM AMEMBASSY NOWHERE\n"
        "TO SECSTATE WASHDC\nAMEMBASSY ROME\nINFO AMEMBASSY PARIS\nEU COLLECTIVE",
        "CXNOW:\n    ACTION: POL\n    INFO:   AMB ECON DCM\n\nR 121833Z NOV 06\n"
        "FM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\nAMEMBASSY ROME\nINFO AMEMBASSY PARIS\n"
        "EU COLLECTIVE",
    ],
)
def test_the_lists_however_they_are_headed(header: str) -> None:
    assert listed(header) == LISTS
    assert sender(header) == "AMEMBASSY NOWHERE"


def test_a_header_retyped_in_lower_case() -> None:
    cable = read_telegram("", header="291359Z Nov 00\nfm amembassy nowhere\nto secstate washdc "
                          "priority 0012\ninfo amembassy port of\nspain\namconsul dubai")  # fmt: skip
    assert cable.sender == "amembassy nowhere"
    assert cable.to == (Recipient("", "secstate washdc", "PRIORITY", "0012"),)
    assert names(cable.info) == ("amembassy port of spain", "amconsul dubai")


@pytest.mark.parametrize(
    "header",
    ["null", "From here on nothing is known.\nto be continued", "Inbox\n\nto the reader",
     "ACTION: POL\nINFO:   AMB ECON DCM\n\nDISSEMINATION: POL", "INFO LOG-00   MFA-00   /001W"],
)  # fmt: skip
def test_words_of_other_lines_are_no_lists(header: str) -> None:
    cable = read_telegram("", header=header)
    assert (cable.sender, cable.to, cable.info) == ("", (), ())


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("FM AMEMBASSY NOWHERE", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY NOWHERE TO SECSTATE WASHDC PRIORITY", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY NOWHERE TO ALL DIPLOMATIC POSTS", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY NOWHERE TO EU MEMBER STATES COLLECTIVE", "AMEMBASSY NOWHERE"),
        ("R 121833Z NOV 08 FM AMEMBASSY NOWHERE TO SECSTATE WASHDC", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY\nNOWHERE\nTO SECSTATE WASHDC", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY PORT OF\nSPAIN\nTO SECSTATE WASHDC", "AMEMBASSY PORT OF SPAIN"),
        ("FM AMEMBASSY DAR ES\nSALAAM 0012\nTO SECSTATE WASHDC", "AMEMBASSY DAR ES SALAAM"),
        ("FM USMISSION USUN NEW\nYORK\nTO SECSTATE WASHDC", "USMISSION USUN NEW YORK"),
        ("FM AMEMBASSY FORT\nNOWHERE\nTO SECSTATE WASHDC", "AMEMBASSY FORT NOWHERE"),
        ("FM SECSTATE\nWASHDC\nTO AMEMBASSY PARIS", "SECSTATE WASHDC"),
        ("FM RUEHNW/AMEMBASSY NOWHERE", "AMEMBASSY NOWHERE"),
        ("FMAMEMBASSY NOWHERE", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY NOWHERE PRIORITY 0195\nTO SECSTATE WASHDC", "AMEMBASSY NOWHERE"),
        ("FM CDR USEUCOM VAIHINGEN GE//J5//\nTO SECSTATE", "CDR USEUCOM VAIHINGEN GE//J5//"),
        ("From: Embassy Nowhere\nTo: Secretary of State", "Embassy Nowhere"),
        ("FM AMEMBASSY NOWHERE\nBT\nUNCLAS", "AMEMBASSY NOWHERE"),
    ],
)
def test_the_sender_over_lines_and_beside_other_lists(header: str, name: str) -> None:
    assert sender(header) == name


def test_xmt_alone_and_a_route_alone_are_doubts() -> None:
    cable = read_telegram("", header="TO XMT AMEMBASSY PARIS\nRUEHFR/\nRUEHRO/AMEMBASSY ROME")
    assert names(cable.to) == ("AMEMBASSY ROME",)
    doubts = [problem.message for problem in cable.problems if problem.field == "to"]
    assert doubts == ["XMT AMEMBASSY PARIS has no collective", "RUEHFR has no name"]


NAMES = [
    "AMEMBASSY PARIS", "AMEMBASSY PORT OF SPAIN", "AMCONSUL HO CHI MINH CITY", "SECSTATE WASHDC",
    "SECDEF WASHDC//USDP/ISA//", "CIA WASHDC", "HQ USEUCOM VAIHINGEN GE", "39OS BASE AB TU",
    "EU MEMBER STATES COLLECTIVE", "DEPT OF TREASURY WASHINGTON DC", "USMISSION USUN NEW YORK",
]  # fmt: skip
PRINTED: dict[str, Callable[[str], str]] = {
    "a line each": lambda line: f"{line}\n",
    "a blank line between": lambda line: f"{line}\n\n",
    "blanks at the ends": lambda line: f"  {line}   \n",
    "two blanks for one": lambda line: line.replace(" ", "  ") + "\n",
    "a page mark between": lambda line: f"{line}\nPAGE 02 NOWHERE 00195 121833Z\n",
    "a page mark behind": lambda line: f"{line} PAGE 02 STATE 120153\n",
    "the last word on the next line": lambda line: "\n".join(line.rsplit(" ", 1)) + "\n",
}


@given(
    st.lists(
        st.builds(
            Recipient, st.sampled_from(["RUEHC", "RUEHNWX", "RHMFISS"]), st.sampled_from(NAMES),
            st.sampled_from(["", "PRIORITY", "IMMEDIATE"]), st.sampled_from(["", "0012", "5091"]),
        ), min_size=1, max_size=5,
    ),
    st.sampled_from(sorted(PRINTED)), st.booleans(),
)  # fmt: skip
def test_a_list_reads_the_same_however_it_is_printed(
    recipients: list[Recipient], way: str, has_routes: bool
) -> None:
    if not has_routes:
        recipients = [Recipient("", one.name, one.precedence, one.serial) for one in recipients]
    lines = [
        " ".join(filter(None, ((one.route and f"{one.route}/") + one.name, one.precedence, one.serial)))
        for one in recipients
    ]
    assert to("".join(map(PRINTED[way], lines))) == tuple(recipients)
