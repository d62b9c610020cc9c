"""Partial dates: every way of writing them, and the days that they hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.dates import days, first_day, last_day, partial_date
from queries.tree import Range


@pytest.mark.parametrize(("text", "iso"), [
    ("2008", "2008"),
    ("2008-11", "2008-11"),
    ("2008-11-12", "2008-11-12"),
    ("2008-1-2", "2008-01-02"),
    ("2008/11", "2008-11"),
    ("2008/11/12", "2008-11-12"),
    ("november-2008", "2008-11"),
    ("NOV-2008", "2008-11"),
    ("Nov 2008", "2008-11"),
    ("sept-2008", "2008-09"),
    ("may-2008", "2008-05"),
    ("12-november-2008", "2008-11-12"),
    ("12 Nov 2008", "2008-11-12"),
    ("2008-02-29", "2008-02-29"),
    ("0001", "0001"),
    ("9999-12-31", "9999-12-31"),
])
def test_a_date_is_read_in_this_style(text: str, iso: str) -> None:
    assert partial_date(text) == iso


@pytest.mark.parametrize("text", [
    "", "OADR", "08", "20081112", "2008-13", "2008-00", "2008-02-30", "2009-02-29", "0000",
    "11/12/2008", "novem-2008", "kite-2008", "nov-08", "31-november-2008", "2008-11-12T18:33Z",
    "2008-", "-2008", "2008--11", "\u0662\u0660\u0660\u0668", "2008\n", "november", "x" * 9000,
])
def test_what_is_no_date_is_none(text: str) -> None:
    assert partial_date(text) == ""


@pytest.mark.parametrize(("iso", "first", "last"), [
    ("2008", "2008-01-01", "2008-12-31"),
    ("2008-02", "2008-02-01", "2008-02-29"),
    ("2009-02", "2009-02-01", "2009-02-28"),
    ("2008-12", "2008-12-01", "2008-12-31"),
    ("2008-11-12", "2008-11-12", "2008-11-12"),
    ("9999-12", "9999-12-01", "9999-12-31"),
])
def test_a_partial_date_is_the_whole_of_it(iso: str, first: str, last: str) -> None:
    assert date.fromordinal(first_day(iso)).isoformat() == first
    assert date.fromordinal(last_day(iso)).isoformat() == last


@pytest.mark.parametrize(("asked", "first", "last"), [
    (Range("2008-11", "2009-02"), "2008-11-01", "2009-02-28"),
    (Range("2008", "2010", includes_high=False), "2008-01-01", "2009-12-31"),
    (Range("2008", "2010", includes_low=False), "2009-01-01", "2010-12-31"),
    (Range("2008-11", "", includes_low=False), "2008-12-01", "9999-12-31"),
    (Range("", "2009", includes_high=False), "0001-01-01", "2008-12-31"),
])
def test_a_range_holds_the_whole_of_its_ends_or_nothing_of_them(
    asked: Range, first: str, last: str
) -> None:
    assert [date.fromordinal(day).isoformat() for day in days(asked)] == [first, last]


def test_a_range_that_holds_no_day_ends_before_it_starts() -> None:
    first, last = days(Range("2008-11", "2008-11", includes_low=False))
    assert first > last


@given(st.dates())
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    for length in (4, 7, 10):
        iso = day.isoformat()[:length]
        assert partial_date(iso) == iso
        assert first_day(iso) <= day.toordinal() <= last_day(iso)


@given(st.dates())
def test_a_date_in_words_is_the_same_date(day: date) -> None:
    assert partial_date(f"{day:%d-%B-}{day.year:04}") == day.isoformat()
