"""Bytes to text: every byte gives a character, and what is doubtful is said."""

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")
_LINE_END: Final = re.compile(r"\\?\r\n?|\\\n|[\x0c\x85\u2028\u2029]")


def decode(data: bytes) -> str:
    """The text of a page: by its mark, else UTF-8, else Windows-1252.

    A page that is UTF-8 but for a few broken places keeps the rest as it is; a broken place
    is U+FFFD.

    >>> decode(b"caf\\xc3\\xa9"), decode(b"caf\\xe9")
    ('café', 'café')
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _decode_broken(data)


def clean_lines(text: str) -> str:
    """The text with plain line ends; a backslash before one, and bursts of control characters,
    which both come from the way to the page, give way.

    >>> clean_lines("ONE\\\\\\r\\nTWO\\x00\\x01THREE")
    'ONE\\nTWO THREE'
    """
    return _CONTROL.sub(" ", _LINE_END.sub("\n", text))


def has_controls(text: str) -> bool:
    """Whether there are control characters, which no telegram holds."""
    return _CONTROL.search(text) is not None


def _decode_broken(data: bytes) -> str:
    """Mostly UTF-8 with broken places, or else an old single-byte page."""
    text = data.decode("utf-8", "replace")
    whole = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    if whole >= text.count("\ufffd"):
        return text
    return data.decode("cp1252", "replace")
