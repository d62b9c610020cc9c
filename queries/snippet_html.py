"""A snippet as HTML: nothing that a cable says is markup, or turns what stands behind it."""

from collections.abc import Iterator
from html import escape

from .hits import Snippet
from .terminal import safe_marked


def to_html(snippet: Snippet) -> str:
    r"""The text with its marks in ``<mark>``, for any place in a page where text may stand, and
    for the value of an attribute if it has no marks. Controls are shown as ``\u202e``.

    >>> to_html(Snippet("<b> & \u202ekites", ((7, 12),)))
    '&lt;b&gt; &amp; \\u202e<mark>kites</mark>'
    """
    return "".join(_pieces(snippet))


def _pieces(snippet: Snippet) -> Iterator[str]:
    text, marks = safe_marked(snippet.text, snippet.marks)
    place = 0
    for start, end in marks:
        yield escape(text[place:start])
        yield f"<mark>{escape(text[start:end])}</mark>"
        place = end
    yield escape(text[place:])
