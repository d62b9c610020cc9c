"""HTML to the text that it shows: the blocks of a page, in which text was never escaped.

In these blocks ``&``, ``<<218634>>`` and ``&D;`` are text and stay; only what is a known element
is a tag and goes, and only what is a known entity, closed by a semicolon, is one.
"""

import re
from html.entities import html5
from typing import Final

_TAG: Final = re.compile(
    r"</?(?=[a-z])(?:a|abbr|acronym|b|big|blockquote|body|center|code|div|em|font|h[1-6]|hr|html|i|img|li"
    r"|link|meta|ol|p|pre|q|s|script|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr"
    r"|tt|u|ul)(?:\s[^<>]*+)?/?>",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"<br\s*+/?>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_AMPERSAND: Final = re.compile(r"&(?:#?[A-Za-z0-9]{1,32}+;)?+")


def plain(markup: str) -> str:
    """The text that a block shows.

    >>> plain("A<br />B &amp; C <a href='/tag/PREL_0.html'>PREL</a> &D; <<218634>>&#x000A;")
    'A\\nB & C PREL &D; <<218634>>\\n'
    """
    markup = markup.replace("&#x000A;", "\n")  # every line end of a page: not worth a search
    if "<" in markup:
        markup = _TAG.sub("", _BREAK.sub("\n", markup))
    return _ENTITY.sub(_character, markup) if "&" in markup else markup


def escape_bare(markup: str) -> str:
    """The markup with every ``&`` escaped that begins no known entity, for a parser that guesses.

    >>> escape_bare("R&D; &amp; AT&T")
    'R&amp;D; &amp; AT&amp;T'
    """
    return _AMPERSAND.sub(_escape_unless_known, markup)


def _escape_unless_known(found: re.Match[str]) -> str:
    entity = _ENTITY.fullmatch(found[0])
    known = entity and (entity[3] is None or f"{entity[3]};" in html5)
    return found[0] if known else "&amp;" + found[0][1:]


def _character(entity: re.Match[str]) -> str:
    decimal, hexadecimal, name = entity.groups()
    if name:
        return html5.get(f"{name};", entity[0])
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return chr(code)
