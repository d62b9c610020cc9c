"""F2, a cable as plain text, or as a newspaper republished it in Markdown.

There is no table, so everything is read from the telegram, the id from the date-time group's year
and the number in the classification line. Newspapers end a hard line with two blanks, link the
TAGS (``[PREL](#)``) and any host (``[www.x.example](http://www.x.example)``), and add a footer
below the end mark.
"""

import re
from typing import Final

from ..telegram.classification import read_marking
from ..telegram.read import split_routing
from .base import Sheet, Sign
from .decode import character_problems, clean_lines, decode, looks_like_markup

NAME: Final = "text"
TITLE: Final = "a cable as plain text, or as a newspaper republished it in Markdown"

_HEAD_LINES: Final = 40
_HEAD_CHARACTERS: Final = 8_000
_DATE_TIME_GROUP: Final = re.compile(
    r"^[ \t]*+(?:[ZOPRFY][ \t]++){1,3}[\dO]{6}Z[ \t]++[A-Z]{3}[ \t]++\d\d\b",
    re.MULTILINE | re.IGNORECASE,
)
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,200})\]\([^()\s]{0,500}\)")
_FOOTER: Final = "end cable text"
_BLANKS_AT_END: Final = re.compile(r"(?<![ \t])[ \t]++$", re.MULTILINE)

SIGNS: Final[tuple[Sign, ...]] = (
    Sign("a date-time group with its precedence", re.compile(
        rb"\b[ZOPRFY] [\dO]{6}Z [A-Z]{3} \d\d\b", re.IGNORECASE)),
    Sign("a classification line with post and number", re.compile(
        rb"\b(?:UNCLAS|CONFIDENTIAL|SECRET|[UCS](?: [A-Z]){5,12}) [A-Z ]{3,40} \d{2,6}\b")),
)


def recognises(data: bytes) -> bool:
    """Whether the first lines hold a date-time group with its precedence, or a classification line
    with post and number.

    >>> recognises(b"R 121833Z NOV 08  \\nFM SECSTATE WASHDC"), recognises(b"Dear Sir,")
    (True, False)
    """
    if looks_like_markup(data):
        return False
    head = _head(decode(data[:_HEAD_CHARACTERS]))
    if _DATE_TIME_GROUP.search(head):
        return True
    marking = read_marking(head)
    return bool(marking.classification and marking.post and marking.serial)


def read(data: bytes, source: str) -> Sheet:  # noqa: ARG001 - a text says nothing by its name
    """The telegram of a text; what it lacks is a problem of the cable, never a refusal."""
    printed = decode(data)
    header, body = split_routing(_clean_markdown(clean_lines(printed)))
    return Sheet(header, body, problems=tuple(character_problems(printed)))


def _clean_markdown(text: str) -> str:
    """The text without links, hard line ends, and the newspaper's footer.

    >>> _clean_markdown("TAGS: [PREL](#) [PARM](#)  \\nNNNN\\nEnd Cable Text")
    'TAGS: PREL PARM\\nNNNN'
    """
    return _without_footer(_LINK.sub(r"\1", _BLANKS_AT_END.sub("", text)))


def _without_footer(text: str) -> str:
    end = text.rstrip()
    if end[-len(_FOOTER) :].lower() != _FOOTER:
        return text
    return end[: -len(_FOOTER)].rstrip()


def _head(text: str) -> str:
    return "\n".join(text.lstrip("\n").splitlines()[:_HEAD_LINES])
