"""The traps of the transmission lines above the date-time group."""

import pytest

from indexer import read_telegram
from indexer.cable import Transmission

REST = "P 091700Z SEP 08\nFM AMEMBASSY NOWHERE\nTO RUEHC/SECSTATE WASHDC 5091\n"


def transmission(lines: str, rest: str = REST) -> Transmission:
    return read_telegram("", header=f"{lines}\n{rest}").transmission


@pytest.mark.parametrize(
    "header",
    [
        "R 121833Z NOV 04\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC 3456",
        "O R 121833Z NOV 74 ZDK\nFM SECSTATE WASHDC\nTO AMEMBASSY PARIS\nAMEMBASSY DEN HAAG",
        "ACTION EUR-00\n\nINFO  LOG-00   MFA-00   /001W\n                  ------------------219004"
        "\nR 121833Z NOV 99\nFM AMEMBASSY NOWHERE",
        "This record is a partial extract of the original cable.\n\n291359Z Nov 00",
        "R 121833Z NOV 04\nFM AMEMBASSY NOWHERE\nTO RUEHC/SECSTATE WASHDC\nDE RUEHNW #0195 2531700",
        "null", "",
    ],
)  # fmt: skip
def test_absent_before_2005(header: str) -> None:
    assert read_telegram("", header=header).transmission == Transmission()


@pytest.mark.parametrize(
    ("printed", "id_"),
    [("VZCZCXRO0195", "VZCZCXRO0195"), ("VZCZCXYZ0000", "VZCZCXYZ0000"), ("VZCZCNWI123",
     "VZCZCNWI123"), ("VZCZCXRO0195 ", "VZCZCXRO0195"), ("VZCZCXRO0195OO RUEHAG", "VZCZCXRO0195"),
     ("VZCZCXRO0195 PP RUEHAG RUEHROV", "VZCZCXRO0195"), ("vzczcxro0195", "VZCZCXRO0195"),
     ("CXNOW:\n    ACTION: POL\n\nVZCZCXRO0195", "VZCZCXRO0195"), ("", "")],
)  # fmt: skip
def test_the_id(printed: str, id_: str) -> None:
    assert transmission(printed).id == id_
    assert transmission(f"{printed}\nPP RUEHAG\nDE RUEHNW #0195/01 2531700").id == id_


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("DE RUEHNW #0195/01 2531700", ("RUEHNW", "0195", "01", "2531700")),
        ("DE RUEHNW #0195 2531700", ("RUEHNW", "0195", "", "2531700")),
        ("DE RUEHC #0153 3171838", ("RUEHC", "0153", "", "3171838")),
        ("DE RUEHNW #0195/12 2531700", ("RUEHNW", "0195", "12", "2531700")),
        ("DE RUEHNW #0195/001 2531700", ("RUEHNW", "0195", "001", "2531700")),
        ("DE RUEHNW #120153/01 2531700", ("RUEHNW", "120153", "01", "2531700")),
        ("DE RUEHNW #7 2531700", ("RUEHNW", "7", "", "2531700")),
        ("DE RUEHNW #0195/01 253 1700", ("RUEHNW", "0195", "01", "2531700")),
        ("DE RUEHNW #0195/01  2531700Z", ("RUEHNW", "0195", "01", "2531700")),
        ("DE RUEHNW #0195/01\n2531700", ("RUEHNW", "0195", "01", "2531700")),
        ("DE  RUEHNW  #0195/01   2531700  ", ("RUEHNW", "0195", "01", "2531700")),
        ("DE RUEHNW# 0195/01 2531700", ("RUEHNW", "0195", "01", "2531700")),
        ("DE RUEHNW#0195/01 2531700", ("RUEHNW", "0195", "01", "2531700")),
        ("DE RUEHNW 0195/01 2531700", ("RUEHNW", "0195", "01", "2531700")),
        ("DE RUEHNW NR 0195 2531700", ("RUEHNW", "0195", "", "2531700")),
        ("DE RUEHNW 2531700", ("RUEHNW", "", "", "2531700")),
        ("DE RUEHNW #0195", ("RUEHNW", "0195", "", "")),
        ("DE RUEHNW", ("RUEHNW", "", "", "")),
        ("de ruehnw #0195/01 2531700", ("RUEHNW", "0195", "01", "2531700")),
        ("DE RHEHNSC #0001 0011200", ("RHEHNSC", "0001", "", "0011200")),
        ("PP RUEHAG RUEHROV\nDE RUEHNW #0195/01 2531700", ("RUEHNW", "0195", "01", "2531700")),
        ("PP RUEHAG DE RUEHNW #0195/01 2531700", ("RUEHNW", "0195", "01", "2531700")),
    ],
)
@pytest.mark.parametrize("security", ["", "\nZNY CCCCC ZZH", " ZNY CCCCC ZZH"])
def test_route_serial_section_and_time(
    line: str, parts: tuple[str, str, str, str], security: str
) -> None:
    route, serial, section, time = parts
    assert transmission(line + security) == Transmission(
        "", route, serial, section, time, security.strip()
    )


@pytest.mark.parametrize(
    ("printed", "security"),
    [("ZNY CCCCC ZZH", "ZNY CCCCC ZZH"), ("ZNR UUUUU ZZH", "ZNR UUUUU ZZH"),
     ("ZNY SSSSS ZZH", "ZNY SSSSS ZZH"), ("ZNY  CCCCC   ZZH  ", "ZNY CCCCC ZZH"),
     ("ZNY CCCCCZZH", "ZNY CCCCC ZZH"), ("ZNY CCCCC\nZZH", "ZNY CCCCC ZZH"),
     ("ZNR UUUUU", "ZNR UUUUU"), ("ZNY CCCCC ZZK", "ZNY CCCCC ZZK"), ("zny ccccc zzh",
     "ZNY CCCCC ZZH"), ("ZNR UUUUU ZZH CCY AD00A1B2 MSI1234-695", "ZNR UUUUU ZZH"),
     ("ZNY EEEEE ZZH", "ZNY EEEEE ZZH")],
)  # fmt: skip
def test_the_security_line(printed: str, security: str) -> None:
    lines = f"VZCZCXRO0195\nDE RUEHNW #0195/01 2531700\n{printed}"
    assert transmission(lines).security == security
    assert transmission(lines).time == "2531700"


def test_a_header_on_one_line() -> None:
    lines = "VZCZCXRO0195 PP RUEHAG DE RUEHNW #0195/01 2531700 ZNY CCCCC ZZH"
    assert transmission(lines, REST.replace("\n", " ")) == Transmission(
        "VZCZCXRO0195", "RUEHNW", "0195", "01", "2531700", "ZNY CCCCC ZZH"
    )


def test_lines_without_a_date_time_group_are_read_too() -> None:
    lines = "VZCZCXRO0195\nPP RUEHAG\nDE RUEHNW #0195/01 2531700\nZNY CCCCC ZZH"
    assert transmission(lines, "") == Transmission(
        "VZCZCXRO0195", "RUEHNW", "0195", "01", "2531700", "ZNY CCCCC ZZH"
    )
