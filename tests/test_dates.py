"""Dates and times as cables print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dates import Dated, declass_date, find_date_time_group, reconcile, table_time


@pytest.mark.parametrize(
    "printed",
    ["R 121833Z NOV 08", "R 121833Z Nov 08", "r 121833z nov 08", "R l21833Z NOV 08",
     "R I21833Z NOV 08", "R 121833Z N0V 08", "R 121833Z NOV 2008", "R121833Z NOV 08",
     "R 121833Z NOV O8", "R 121833Z NOV 08 ZDK", "R 121833Z NOVEMBER 08",
     "R  121833Z  NOV  08", "R 121833ZNOV08"],
)  # fmt: skip
def test_a_date_time_group_however_printed(printed: str) -> None:
    group = find_date_time_group(f"ZNY CCCCC ZZH\n{printed}\nFM AMEMBASSY NOWHERE")
    assert (group.precedence, group.text) == ("R", "121833Z NOV 08")
    assert group.time == "2008-11-12T18:33Z"


def test_o_for_0_in_the_day() -> None:
    assert find_date_time_group("P O91700Z SEP 08").time == "2008-09-09T17:00Z"
    assert find_date_time_group("P O91700Z SEP 08").precedence == "P"


def test_two_precedences_keep_their_order() -> None:
    assert find_date_time_group("O R 121833Z NOV 08").precedence == "O R"
    assert find_date_time_group("PP 121833Z NOV 08").precedence == "P"


def test_a_partial_page_has_a_group_without_precedence() -> None:
    group = find_date_time_group("291359Z Nov 00")
    assert (group.precedence, group.text, group.time) == ("", "291359Z NOV 00", "2000-11-29T13:59Z")


def test_the_group_with_a_precedence_is_the_cable_s_own() -> None:
    assert find_date_time_group("SENT 111111Z NOV 08\nP 121833Z NOV 08").text == "121833Z NOV 08"


def test_the_1970s() -> None:
    assert find_date_time_group("R 121833Z NOV 74").time == "1974-11-12T18:33Z"


def test_a_day_that_does_not_exist_has_no_time() -> None:
    group = find_date_time_group("R 301833Z FEB 08")
    assert (group.text, group.time) == ("301833Z FEB 08", "")


@pytest.mark.parametrize("text", ["", "null", "PAGE 01 NOWHERE 05091 121833Z", "#0195/01 2531700"])
def test_no_group(text: str) -> None:
    group = find_date_time_group(text)
    assert (group.text, group.time, group.start) == ("", "", -1)


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("2008-11-12 18:33", "2008-11-12T18:33Z"), ("2008-11-12T18:33Z", "2008-11-12T18:33Z"),
        ("11/12/2008 18:33", "2008-11-12T18:33Z"), ("1/2/2008 3:04", "2008-01-02T03:04Z"),
        ("2008-11-12", "2008-11-12"), ("11/12/2008", "2008-11-12"),
        ("1987 December 19, 20:12 (Saturday)", "1987-12-19T20:12Z"),
        ("Wed Nov 20 00:00:00 +0100 2002", "2002-11-20"),
        ("Wed Nov 20 13:05:00 +0100 2002", "2002-11-20T12:05Z"),
        ("Wed Nov 20 23:05:00 -0330 2002", "2002-11-21T02:35Z"),
        ("2008-02-30 10:00", ""), ("2008-11-12 25:00", ""), ("", ""), ("never", ""),
    ],
)  # fmt: skip
def test_the_times_of_tables(printed: str, time: str) -> None:
    assert table_time(printed) == time


def test_the_group_gives_the_minutes_where_the_hour_agrees() -> None:
    assert reconcile("2008-11-12T18:06Z", "2008-11-12T18:20Z") == Dated("2008-11-12T18:20Z")


def test_the_table_s_time_is_taken_as_doubtful_where_the_hour_differs() -> None:
    found = reconcile("2008-11-12T06:20Z", "2008-11-12T18:20Z")
    assert found.time == "2008-11-12T06:20Z"
    assert "2008-11-12T18:20Z" in found.doubt


def test_one_time_alone_is_that_time() -> None:
    assert reconcile("2008-11-12T18:06Z", "") == Dated("2008-11-12T18:06Z")
    assert reconcile("", "2008-11-12T18:20Z") == Dated("2008-11-12T18:20Z")
    assert reconcile("2008-11-12", "2008-11-12T18:20Z") == Dated("2008-11-12T18:20Z")


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("09/08/2013", "2013-09-08"), ("9/8/2013", "2013-09-08"), ("2018/11/12", "2018-11-12"),
        ("2018-11-12", "2018-11-12"), ("20181112", "2018-11-12"), ("11122018", "2018-11-12"),
        ("09-08-2013", "2013-09-08"), ("09.08.2013", "2013-09-08"), ("O9/O8/2O13", "2013-09-08"),
        ("15/09/2019", "2019-09-15"), ("NOVEMBER 12, 2018", "2018-11-12"),
        ("12 NOV 2018", "2018-11-12"), ("12-NOV-18", "2018-11-12"),
        ("DECL: 09/08/2013", "2013-09-08"),
    ],
)  # fmt: skip
def test_declassification_dates(printed: str, date: str) -> None:
    assert declass_date(printed, "12958", "2008-11-12") == date


@pytest.mark.parametrize(
    ("printed", "order", "created", "date"),
    [
        ("9/8/17", "12958", "", "2017-09-08"), ("9/8/25", "12958", "", "2025-09-08"),
        ("09/08/13", "12958", "2003-01-01", "2013-09-08"), ("1/5/82", "11652", "", "1982-01-05"),
        ("1/5/86", "12065", "", "1986-01-05"), ("5/6/92", "12356", "1986-05-06", "1992-05-06"),
        ("5/6/02", "12356", "", "2002-05-06"), ("9/8/06", "12958", "2008-11-12", "2006-09-08"),
    ],
)  # fmt: skip
def test_a_year_of_two_digits_follows_the_order(
    printed: str, order: str, created: str, date: str
) -> None:
    assert declass_date(printed, order, created) == date


@pytest.mark.parametrize(
    "printed",
    ["02/30/2018", "13/13/2013", "OADR", "MR", "X1", "GDS", "N/A", "after unification", "",
     "09/08/201", "09/08/20013", "1.4 (b), (d)", "2018"],
)  # fmt: skip
def test_what_is_no_date_gives_none(printed: str) -> None:
    assert declass_date(printed, "12958") == ""


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert len(find_date_time_group(text).time) in (0, 17)
    assert len(table_time(text)) in (0, 10, 17)
    assert len(declass_date(text)) in (0, 10)
