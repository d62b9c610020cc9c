"""Text that may go to a terminal: what a page holds never commands the screen."""

import re
from typing import Final

_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"  # what turns the direction
    "\ufeff\ufff9-\ufffb\ud800-\udfff]"  # what cannot be seen, what cannot be written
)


def safe(text: str) -> str:
    r"""The text with control characters made visible; the escape is also right inside JSON.

    >>> safe("a\x1b[2Jb\u202e\tc\r\n")
    'a\\u001b[2Jb\\u202e\tc\n'
    """
    return _UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def safe_line(text: str) -> str:
    r"""The same in one line, with single blanks.

    >>> safe_line("one\n  two\x07")
    'one two\\u0007'
    """
    return safe(" ".join(text.split()))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
