"""Bytes to text: every byte gives a character, and what is doubtful is said."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from ..cable import Problem
from ..errors import Refused

LARGEST_TEXT: Final = 2 << 20
"""Bytes of a telegram with what stands around it; the longest known cables have a tenth of that."""

_FIRST: Final = 500  # bytes in which a page begins
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAYS_UTF_8: Final = re.compile(rb"(?:charset|encoding)\s*+=\s*+[\"']?utf-?8", re.IGNORECASE)
CONTROLS: Final = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\x0c\r")
"""The control characters that no telegram holds; a form feed is the end of a page, and a line."""

BLANKS: Final = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the first character of a page: a byte order mark, and white space."""

_CONTROL: Final = re.compile(f"[{re.escape(CONTROLS.decode())}]+")
# A letter beyond ASCII, or a quotation mark, whose bytes in UTF-8 were read as Windows-1252. Words
# in capitals may end with the first letter of a pair, so a mark that may follow one is no sign.
_FIRST_OF_TWO: Final = ("\u00c3", "\u00c2", "\u00e2")
_TWICE: Final = re.compile(
    r"\w{0,20}(?:[\u00c2\u00c3][\x80-\x9f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf"
    r"\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020-\u2022\u2030\u20ac\u2122]"
    r"|\u00e2[\u20ac\u201a\u201e\u2020\u02c6][\x80-\xbf\u0152\u0153\u02dc\u2013-\u2122])\w{0,20}"
)
_LINE_ENDS_BEYOND_ASCII: Final = ("\x85", "\u2028", "\u2029")
_LINE_END: Final = re.compile(r"\\?\r\n?|\\\n|[\x0c\x85\u2028\u2029]")


def decode(data: bytes) -> str:
    """The text of a page; a byte that is no character is U+FFFD.

    :raises Refused: where it is longer than any cable.

    >>> decode(b"caf\\xc3\\xa9"), decode(b"caf\\xe9")
    ('café', 'café')
    """
    check_size(len(data))
    return data.decode(encoding_of(data), "replace").removeprefix("\ufeff")


def check_size(size: int) -> None:
    """Let a text of so many bytes or characters pass.

    :raises Refused: where that is more than LARGEST_TEXT.
    """
    if size > LARGEST_TEXT:
        raise Refused(f"a text of {size / (1 << 20):.1f} MiB: the longest cable has much less than"
                      f" {LARGEST_TEXT >> 20}")


def looks_like_markup(data: bytes) -> bool:
    """Whether a page begins as HTML, XML or JSON does, and so is no plain text.

    >>> looks_like_markup(b"\\xef\\xbb\\xbf\\n<html>"), looks_like_markup(b"R 121833Z NOV 08")
    (True, False)
    """
    return data[:_FIRST].lstrip(BLANKS).startswith((b"<", b"{"))


def encoding_of(data: bytes) -> str:
    """The encoding of a page: by its mark, else UTF-8, else Windows-1252.

    A page is UTF-8 that says so, or is mostly so: a few broken places do not make it another.

    >>> encoding_of(b"caf\\xe9"), encoding_of(b"<meta charset=utf-8>caf\\xe9")
    ('cp1252', 'utf-8')
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode()
    except UnicodeDecodeError:
        broken = _SAYS_UTF_8.search(data, 0, 2_000) or _mostly_utf_8(data)
        return "utf-8" if broken else "cp1252"
    return "utf-8"


def clean_lines(text: str) -> str:
    """The text with plain line ends; a backslash before one, and bursts of control characters,
    which both come from the way to the page, give way.

    >>> clean_lines("ONE\\\\\\r\\nTWO\\x00\\x01THREE")
    'ONE\\nTWO THREE'
    """
    if _has_other_line_ends(text):
        text = _LINE_END.sub("\n", text)
    return _CONTROL.sub(" ", text) if has_controls(text) else text


def has_controls(text: str) -> bool:
    """Whether there are control characters, which no telegram holds."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, CONTROLS)) != len(data)


def _has_other_line_ends(text: str) -> bool:
    """Quick, since most texts have none."""
    return "\r" in text or "\\\n" in text or "\x0c" in text or (
        not text.isascii() and any(end in text for end in _LINE_ENDS_BEYOND_ASCII)
    )


def character_problems(printed: str) -> Iterator[Problem]:
    """What is wrong with the characters of a text, as problems of the body."""
    if has_controls(printed):
        yield control_problem()
    if "\ufffd" in printed:
        yield Problem("", "body", "bytes that are no character, read as U+FFFD")
    if twice := decoded_twice(printed):
        yield twice_problem(twice)


def control_problem() -> Problem:
    """The problem of a page in which :func:`has_controls` found some."""
    return Problem("", "body", "control characters, read as blanks")


def decoded_twice(text: str) -> str:
    """A word whose characters were decoded twice, '' where there is none.

    >>> decoded_twice("em SÃ£o Paulo"), decoded_twice("“São Paulo”"), decoded_twice("A IRMÃ”")
    ('SÃ£o', '', '')
    """
    if text.isascii() or not any(first in text for first in _FIRST_OF_TWO):
        return ""
    found = _TWICE.search(text)
    return found[0] if found else ""


def twice_problem(word: str) -> Problem:
    """The problem of a text in which :func:`decoded_twice` found a word."""
    return Problem("", "body", f"characters that were decoded twice ({word})")


def _mostly_utf_8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    whole = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    return whole >= text.count("\ufffd")
