"""created, released: the page's times, the date-time group's minutes, and the traps of both."""

import pytest

from indexer import read_cable

from ..invented import html_page

_RELEASED = b"<td><a href='/x'>2011-08-30 01:44</a></td>"


def _told(data: bytes) -> list[tuple[str, str]]:
    return [(problem.field, problem.message) for problem in read_cable(data).problems]


def test_created_minutes_that_are_the_hour_of_a_twelve_hour_clock() -> None:
    page = html_page(12, released="2010-12-01 06:12").replace(b"2008-11-12 18:33", b"2008-11-12 18:06")
    assert read_cable(page).created == "2008-11-12T18:33Z"
    assert _told(page) == []


def test_created_minutes_are_in_doubt_without_a_date_time_group() -> None:
    page = html_page(12, released="2010-12-01 06:12").replace(b"R 121833Z NOV 08&#x000A;", b"")
    assert ("created", "no date-time group: the minutes are in doubt") in _told(page)


def test_created_another_hour_is_the_tables_and_told() -> None:
    page = html_page(12).replace(b"2008-11-12 18:33", b"2008-11-12 06:33")
    assert read_cable(page).created == "2008-11-12T06:33Z"
    assert [field for field, _ in _told(page)] == ["created"]


def test_released_is_not_taken_for_created_where_its_column_is_missing() -> None:
    page = html_page(12).replace(b"<th>Released</th>", b"").replace(_RELEASED, b"")
    cable = read_cable(page)
    assert (cable.created, cable.released) == ("2008-11-12T18:33Z", "")


def test_created_is_not_taken_from_released_where_it_is_missing() -> None:
    page = html_page(12).replace(b"<th>Created</th>", b"").replace(
        b"<td><a href='/x'>2008-11-12 18:33</a></td>", b""
    )
    cable = read_cable(page)
    assert (cable.created, cable.released) == ("2008-11-12T18:33Z", "2011-08-30T01:44Z")
    without = read_cable(page.replace(b"R 121833Z NOV 08&#x000A;", b""))
    assert (without.created, without.released) == ("", "2011-08-30T01:44Z")


@pytest.mark.parametrize("columns", [
    ("Reference ID", "Released", "Created", "Classification", "Origin"),
    ("Reference ID", "RELEASED", "CREATED", "CLASSIFICATION", "ORIGIN"),
])
def test_created_and_released_are_known_by_their_heads(columns: tuple[str, ...]) -> None:
    heads = "".join(f"<th>{head}</th>" for head in columns).encode()
    page = html_page(12)
    start, end = page.index(b"<th>"), page.index(b"</tr>")
    page = page[:start] + heads + page[end:]
    cable = read_cable(page.replace(b"R 121833Z NOV 08&#x000A;", b""))
    assert (cable.created, cable.released) == ("2011-08-30T01:44Z", "2008-11-12T18:33Z")


def test_created_comes_from_the_date_time_group_without_a_table() -> None:
    assert read_cable(b"R 121833Z NOV 08\n\nUNCLAS NOWHERE 12\n").created == "2008-11-12T18:33Z"
