"""Dates and times as cables print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dates import Dated, reconcile, table_time
from indexer.telegram.declass_date import declass_date


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
        ("12 SEP 1974", "1974-09-12"), ("12-Sep-1974 12:00:00 am", "1974-09-12"),
        ("12-Sep-1974 12:05:00 am", "1974-09-12T00:05Z"), ("12 SEP 1974 14:05", "1974-09-12T14:05Z"),
        ("12-Sep-1974 12:30:00 PM", "1974-09-12T12:30Z"), ("2 September 1974", "1974-09-02"),
        ("31 JUN 1974", ""), ("12 SEP 19745", ""),
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
    assert len(table_time(text)) in (0, 10, 17)
    assert len(declass_date(text)) in (0, 10)
