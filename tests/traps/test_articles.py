"""articles, partial: what a page says around the telegram."""

import pytest

from indexer import read_cable

from ..invented import html_page

_ROW = (b"<tr><td colspan='5'>Appears in these articles:<br /><a href='%s'>%s</a><br /></td></tr>"
        b"</table>")


@pytest.mark.parametrize(("link", "articles"), [
    (b"http://news.example/a", ("http://news.example/a",)),
    (b"https://news.example/a?b=1", ("https://news.example/a?b=1",)),
    (b"http://not", ()),
    (b"#", ()),
])
def test_articles_http_not_is_none(link: bytes, articles: tuple[str, ...]) -> None:
    page = html_page(12).replace(b"</table>", _ROW % (link, link))
    assert read_cable(page).articles == articles


def test_articles_are_no_column_of_the_table() -> None:
    page = html_page(12).replace(b"</table>", _ROW % (b"http://news.example/a", b"x"))
    assert read_cable(page).origin == "Embassy Nowhere"


@pytest.mark.parametrize("first", [
    "This record is a partial extract of the original cable. The full text of the original cable"
    " is not available.",
    "\nThis record is a partial extract of the original cable.",
])
def test_partial_extract(first: str) -> None:
    page = html_page(12).replace(b"<code><pre>R 121833Z", f"<code><pre>{first}\n\n121833Z".encode())
    cable = read_cable(page)
    assert cable.partial
    assert (cable.dtg, cable.created) == ("121833Z NOV 08", "2008-11-12T18:33Z")


def test_partial_extract_that_is_told_of_in_prose_is_none() -> None:
    page = html_page(12, words="He had seen a partial extract of the original cable.")
    assert not read_cable(page).partial
