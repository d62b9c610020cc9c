"""The routing lines of a telegram: precedence, time, sender, transmission."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cable import Transmission
from indexer.telegram.header import Header, read_header

_HEADER = """VZCZCXRO1234
PP RUEHAG RUEHROV
DE RUEHNW #0195/01 2531700
ZNY CCCCC ZZH
P 091700Z SEP 08
FM AMEMBASSY NOWHERE
TO RUEHC/SECSTATE WASHDC 5091
INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE
"""


def test_a_header_of_2008() -> None:
    assert read_header(_HEADER) == Header(
        precedence="P",
        dtg="091700Z SEP 08",
        created="2008-09-09T17:00Z",
        transmission=Transmission(
            "VZCZCXRO1234", "RUEHNW", "0195", "01", "2531700", "ZNY CCCCC ZZH"
        ),
        sender="AMEMBASSY NOWHERE",
    )


def test_a_header_on_one_long_line_reads_the_same() -> None:
    assert read_header(" ".join(_HEADER.split("\n"))) == read_header(_HEADER)


def test_trailing_blanks_do_not_matter() -> None:
    assert read_header(_HEADER.replace("\n", "  \n")) == read_header(_HEADER)


def test_two_precedences_the_first_for_action_the_second_for_info() -> None:
    assert read_header("O R 121833Z NOV 08\nFM AMEMBASSY NOWHERE").precedence == "O R"


def test_a_partial_page_has_no_precedence() -> None:
    header = read_header("This record is a partial extract of the original cable.\n291359Z Nov 00")
    assert header.precedence == ""
    assert header.created == "2000-11-29T13:59Z"


@pytest.mark.parametrize("signal", ["ZDK", "ZFF4", "ZFF-4", "ZDK ZUI RUEWMCE0001"])
def test_operating_signals_after_the_date_are_no_part_of_it(signal: str) -> None:
    header = read_header(f"O 121833Z NOV 08 {signal}\nFM AMEMBASSY NOWHERE")
    assert (header.dtg, header.sender) == ("121833Z NOV 08", "AMEMBASSY NOWHERE")


def test_a_month_in_mixed_case_and_an_o_for_0() -> None:
    assert read_header("R O21833Z Nov 08").dtg == "021833Z NOV 08"


def test_a_day_that_does_not_exist_is_a_doubt_not_a_time() -> None:
    header = read_header("R 311833Z FEB 08\nFM AMEMBASSY NOWHERE")
    assert header.created == ""
    assert header.doubts == ("311833Z FEB 08 is no time",)


def test_before_2005_there_is_no_transmission() -> None:
    header = read_header("R 121833Z NOV 74\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC 3456")
    assert header.transmission == Transmission()
    assert header.created == "1974-11-12T18:33Z"


@pytest.mark.parametrize(
    ("line", "transmission"),
    [
        ("DE RUEHNW #0195 2531700", Transmission("", "RUEHNW", "0195", "", "2531700")),
        ("DE RUEHC #0153 3171838", Transmission("", "RUEHC", "0153", "", "3171838")),
        ("DE RUEHNW #0195/02 253 1700", Transmission("", "RUEHNW", "0195", "02", "2531700")),
        ("DE RUEHNW", Transmission("", "RUEHNW")),
        ("ZNR UUUUU ZZH", Transmission(security="ZNR UUUUU ZZH")),
        ("ZNY  SSSSS  ZZH", Transmission(security="ZNY SSSSS ZZH")),
        ("VZCZCXYZ0000", Transmission("VZCZCXYZ0000")),
        ("VZCZCNWI123", Transmission("VZCZCNWI123")),
    ],
)
def test_the_transmission_lines(line: str, transmission: Transmission) -> None:
    assert read_header(line).transmission == transmission


@pytest.mark.parametrize(
    ("line", "sender"),
    [
        ("FM AMEMBASSY NOWHERE", "AMEMBASSY NOWHERE"),
        ("FM RUEHNW/AMEMBASSY NOWHERE", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY NOWHERE PRIORITY 0195", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY NOWHERE 0195", "AMEMBASSY NOWHERE"),
        ("FM: SECSTATE WASHDC  ", "SECSTATE WASHDC"),
        ("FM   USMISSION  USNATO", "USMISSION USNATO"),
        ("FM USMISSION USUN NEW\nYORK\nTO SECSTATE WASHDC", "USMISSION USUN NEW YORK"),
        ("R 121833Z NOV 08 FM AMEMBASSY NOWHERE TO SECSTATE WASHDC", "AMEMBASSY NOWHERE"),
        ("FM AMEMBASSY NOWHERE\nINFO AMEMBASSY PARIS", "AMEMBASSY NOWHERE"),
    ],
)
def test_the_sender_is_without_route_precedence_and_serial(line: str, sender: str) -> None:
    assert read_header(line).sender == sender


@pytest.mark.parametrize("header", ["", "null", "ACTION XX-00\n\nINFO LOG-00", "Inbox", "\n\n"])
def test_a_page_without_routing_lines_has_no_fields(header: str) -> None:
    assert read_header(header) == Header()


def test_a_first_page_line_is_no_date_time_group() -> None:
    assert read_header("CONFIDENTIAL\nPAGE 01 NOWHER 05091 01 OF 03 121833Z").dtg == ""


@given(st.text(alphabet="ABDEFMNORTVZ0189/#: \n", max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert len(read_header(text).created) in (0, 17)


@pytest.mark.parametrize("noise", ["A ", "/", "FM ", "DE RUEHC ", "O ", "121833Z NOX 08 ", "\n"])
def test_a_megabyte_of_noise_is_no_header(noise: str) -> None:
    assert read_header(noise * (1_000_000 // len(noise))).created == ""
