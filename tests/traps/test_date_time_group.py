"""The traps of the date-time group: precedences, misprints, what is around it, what is no time."""

import pytest

from indexer import read_telegram
from indexer.cable import Cable
from indexer.telegram.date_time_group import DateTimeGroup, find_date_time_group


def read(header: str) -> Cable:
    return read_telegram("", header=header)


@pytest.mark.parametrize(
    ("printed", "precedence"),
    [("O R", "O R"), ("P R", "P R"), ("O P", "O P"), ("Z O", "Z O"), ("O P R", "O P R"),
     ("OR", "O R"), ("OO RR", "O R"), ("PP RR", "P R"), ("OO", "O"), ("PP", "P"), ("RR", "R"),
     ("ZZ OO", "Z O"), ("O  R", "O R"), ("o r", "O R"), ("R", "R"), ("Y", "Y"), ("F", "F"),
     ("R R", "R")],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{} 121833Z NOV 08", "ZNY CCCCC ZZH\n{} 121833Z NOV 08\nFM X",
                                    "  {}  121833Z NOV 08 ZDK", "{} 121833Z NOV 74"])
def test_two_precedences_the_first_for_action_the_second_for_info(
    printed: str, precedence: str, around: str
) -> None:
    assert read(around.format(printed)).precedence == precedence


@pytest.mark.parametrize(
    "header",
    ["291359Z Nov 00", "This record is a partial extract of the original cable.\n\n291359Z Nov 00",
     "291359z nov 00", "29 1359Z NOV 00", "FM AMEMBASSY NOWHERE\n291359Z NOV 00\nTO X"],
)  # fmt: skip
def test_none_on_partial_pages(header: str) -> None:
    cable = read(header)
    assert (cable.precedence, cable.dtg) == ("", "291359Z NOV 00")
    assert cable.created == "2000-11-29T13:59Z"


@pytest.mark.parametrize("month", ["NOV", "Nov", "nov", "NoV", "NOVEMBER", "November", "NOV."])
@pytest.mark.parametrize("digits", ["121833Z", "121833z"])
def test_mixed_case_month(month: str, digits: str) -> None:
    cable = read(f"R {digits} {month} 08")
    assert (cable.precedence, cable.dtg) == ("R", "121833Z NOV 08")


@pytest.mark.parametrize(
    ("printed", "dtg"),
    [
        ("P O91700Z SEP 08", "091700Z SEP 08"), ("O O91700Z SEP O8", "091700Z SEP 08"),
        ("P 0917OOZ SEP 08", "091700Z SEP 08"), ("R 121833Z N0V 08", "121833Z NOV 08"),
        ("R 121833Z 0CT 08", "121833Z OCT 08"), ("R l21833Z NOV 08", "121833Z NOV 08"),
        ("R I2I833Z NOV 08", "121833Z NOV 08"), ("R 121833Z NOV 2OO8", "121833Z NOV 08"),
        ("R 12I833Z NOV O8", "121833Z NOV 08"), ("R 1S1833Z NOV 08", "151833Z NOV 08"),
    ],
)  # fmt: skip
def test_o_for_0_and_other_letters_for_digits(printed: str, dtg: str) -> None:
    cable = read(f"ZNR UUUUU ZZH\n{printed} ZDK\nFM AMEMBASSY NOWHERE")
    assert (cable.dtg, cable.precedence) == (dtg, printed[0])
    assert cable.created.startswith("2008-")


@pytest.mark.parametrize(
    "signals",
    ["ZDK", "ZFF4", "ZFF-4", "ZDS", "ZDK CTG RUEHNW 0195", "ZDK ZUI RUEWMCE0001 3171838",
     "ZFF4 ZDK", "ZDK\n", "ZUI", "zdk"],
)  # fmt: skip
def test_operating_signals_behind_are_no_part_of_it(signals: str) -> None:
    cable = read(f"O R 121833Z NOV 08 {signals}\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC")
    assert (cable.precedence, cable.dtg) == ("O R", "121833Z NOV 08")
    assert (cable.sender, cable.created) == ("AMEMBASSY NOWHERE", "2008-11-12T18:33Z")


@pytest.mark.parametrize(
    "printed",
    ["R 121833Z NOV 08", "R  121833Z  NOV  08", "R121833Z NOV 08", "R 121833ZNOV08",
     "R 121833Z NOV08", "R 121833Z NOV 2008", "R 121833Z NOV '08", "R 121833Z NOV, 2008",
     "R 121833Z-NOV-08", "R 121833Z/NOV/08", "R 12 1833Z NOV 08", "R 121833 Z NOV 08",
     "R 121833 NOV 08", "R 121833Z\nNOV 08", "R 121833Z NVO 08", "R 121833Z NOV 08R 131900Z",
     "\tR 121833Z NOV 08", "R 121833Z NOV 08FM X", "R 121833Z NOVEMBER 2008"],
)  # fmt: skip
def test_however_it_is_spaced(printed: str) -> None:
    group = find_date_time_group(f"DE RUEHNW #0195/01 3171838\nZNY CCCCC ZZH\n{printed}\nFM X")
    assert (group.precedence, group.text, group.time) == (
        "R", "121833Z NOV 08", "2008-11-12T18:33Z",
    )  # fmt: skip


@pytest.mark.parametrize(
    "printed",
    ["321833Z NOV 08", "311833Z NOV 08", "301833Z FEB 08", "290000Z FEB 07", "001833Z NOV 08",
     "122433Z NOV 08", "122533Z NOV 08", "121860Z NOV 08", "129999Z NOV 08"],
)  # fmt: skip
def test_a_day_or_an_hour_that_does_not_exist_is_a_doubt_and_no_time(printed: str) -> None:
    cable = read(f"R {printed}\nFM AMEMBASSY NOWHERE")
    assert (cable.dtg, cable.created) == (printed, "")
    assert [problem.message for problem in cable.problems if problem.field == "dtg"] == [
        f"{printed} is no time"
    ]


@pytest.mark.parametrize(
    ("printed", "time"),
    [("290000Z FEB 08", "2008-02-29T00:00Z"), ("312359Z DEC 99", "1999-12-31T23:59Z"),
     ("010000Z JAN 00", "2000-01-01T00:00Z"), ("121833Z NOV 66", "1966-11-12T18:33Z"),
     ("121833Z NOV 74", "1974-11-12T18:33Z"), ("121833Z NOV 1974", "1974-11-12T18:33Z"),
     ("281215Z FEB 10", "2010-02-28T12:15Z"), ("121833Z SEPT 08", "2008-09-12T18:33Z"),
     ("121833Z JUNE 08", "2008-06-12T18:33Z"), ("121833Z JULY 08", "2008-07-12T18:33Z")],
)  # fmt: skip
def test_the_time_that_it_means(printed: str, time: str) -> None:
    assert read(f"P {printed}").created == time


@pytest.mark.parametrize(
    "header",
    ["R 121833Z NOV 74\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC 3456",
     "CONFIDENTIAL\n\nPAGE 01        NOWHER  05091  01 OF 03  121859Z\n\n53\nACTION EUR-12\n\n"
     "INFO  OCT-01   ISO-00   /077 W\n                     --------------------- 064093\n"
     "R 121833Z NOV 74\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC 3456\n",
     "R 121833Z NOV 74\n--------- 064093\nFM AMEMBASSY NOWHERE"],
)  # fmt: skip
def test_the_headers_of_the_1970s(header: str) -> None:
    cable = read(header)
    assert (cable.precedence, cable.dtg, cable.created) == (
        "R", "121833Z NOV 74", "1974-11-12T18:33Z",
    )  # fmt: skip


def test_the_group_with_a_precedence_is_the_cable_s_own() -> None:
    assert read("SENT 111111Z NOV 08\nP 121833Z NOV 08").dtg == "121833Z NOV 08"


@pytest.mark.parametrize(
    "text",
    ["", "null", "PAGE 01 NOWHERE 05091 121833Z", "#0195/01 2531700", "DE RUEHNW #0195/01 2531700",
     "121833Z", "R 121833Z XYZ 08", "12 NOV 08", "REF 121833 OF NOV 08", "R 121833Z NOV",
     "AB121833Z NOV 08", "#121833Z NOV 08"],
)  # fmt: skip
def test_no_group(text: str) -> None:
    assert find_date_time_group(text) == DateTimeGroup()


def test_the_span_is_that_of_the_group_as_printed() -> None:
    for printed in ("O R 121833Z NOV 08", "O R 12I833Z Nov 2008"):
        text = f"ZNY CCCCC ZZH\n{printed} ZDK"
        group = find_date_time_group(text)
        assert text[group.start : group.end] == printed


@pytest.mark.parametrize(
    ("printed", "precedence"),
    [("0", "O"), ("0 R", "O R"), ("00", "O"), ("P 0", "P O"), ("00 RR", "O R"), ("0P", "O P"),
     ("0 0", "O"), ("0  P", "O P"), ("Z 0 R", "Z O R")],
)  # fmt: skip
@pytest.mark.parametrize("group", ["240707Z JUN 05", "240707Z JUN O5", "24O707Z Jun 2005"])
def test_a_zero_before_the_group_is_an_o(printed: str, precedence: str, group: str) -> None:
    cable = read(f"DE RUEHNW #0195/01 1750707\nZNR UUUUU ZZH\n{printed} {group}\nFM AMEMBASSY NOWHERE")
    assert (cable.precedence, cable.dtg) == (precedence, "240707Z JUN 05")
