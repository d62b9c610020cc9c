"""The numbered paragraphs of a telegram: number, portion mark, text and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from ..cable import Paragraph
from .sequence import Line, paragraph_lines
from .signer import find_signature

_MOST_LINES: Final = 4000

PORTION: Final = (
    r"[(\[]\s?(?:TS|S|C|U|SBU|LOU|FOUO|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)"
    r"(?:(?:\s|\s?[/,-]{1,2}\s?)[A-Z][A-Z,/. ]{0,24})?\s?[)\]]"
)
"""A regular expression for a portion mark such as (C) or (S/NF), for use without regard to case."""

NUMBER: Final = (
    rf"\d{{1,3}}(?:[ \t]?\.(?!\d)|[ \t]?\)(?=[ \t]*[(A-Z])|[ \t]{{0,2}}(?={PORTION}))"
)
"""A regular expression for a paragraph's number: 3.5 million is none."""

# The line end makes the search fast; the first line is given one.
_BEGINNING: Final = re.compile(
    rf"\n(?=[ \t\xa0]*+[\d¶(\[])[ \t\xa0]*+(?P<start>(?P<before>(?:{PORTION}[ \t]*+)?)"
    rf"(?P<pilcrow>¶?+)[ \t]*+(?P<number>{NUMBER})[ \t]*+(?P<portion>(?:{PORTION}[ \t]*+)?))",
    re.IGNORECASE,
)
_LEVELS: Final = {
    "UNCLASSIFIED": "U", "UNCLAS": "U", "CONFIDENTIAL": "C", "SECRET": "S", "NOFORN": "NF",
}  # fmt: skip
_PORTION_WORD: Final = re.compile(r"[A-Z]+")
# The heading of the next section stands above its number, with a rule, or in capitals.
_HEADING: Final = re.compile(
    r"\n[ \t]*+\n(?:(?:[ \t]*+[-=_*]{3,}[-=_* \t]*+\n)?(?:[^\n]{1,72}\n){1,2}"
    r"[ \t]*+[-=_*]{3,}[-=_* \t]*+|[ \t]*+[A-Z][A-Z0-9 ,:'&/\"-]{2,70})\Z"
)
_TAIL: Final = 400


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs in order, and what is doubtful about their numbers."""

    paragraphs: tuple[Paragraph, ...] = ()
    doubts: tuple[str, ...] = ()


def read_paragraphs(body: str) -> Paragraphs:
    """The numbered paragraphs of a body whose page breaks are masked.

    >>> found = read_paragraphs("¶1. (C) The first.\\n¶2. (S/NF) The second.\\n13. (U) The third.")
    >>> [(p.number, p.portion, p.text, p.raw_number) for p in found.paragraphs]
    [(1, 'C', 'The first.', '1'), (2, 'S/NF', 'The second.', '2'), (3, 'U', 'The third.', '13')]
    >>> found.doubts
    ('paragraph 3 is printed as 13',)
    """
    text = f"\n{body[:find_signature(body).start]}"
    beginnings = list(islice(_BEGINNING.finditer(text), _MOST_LINES))
    members = paragraph_lines([_line(found, "¶" in body) for found in beginnings])
    chosen = [beginnings[member.line] for member in members]
    ends = [found.start("start") for found in chosen[1:]] + [len(text)]
    paragraphs = tuple(
        _paragraph(found, member.number, end)
        for found, member, end in zip(chosen, members, ends, strict=False)
    )
    return Paragraphs(paragraphs, tuple(_doubts(paragraphs)))


def _line(found: re.Match[str], pilcrows: bool) -> Line:  # noqa: FBT001 - a fact, no switch
    """A number without a pilcrow, where others have one, may begin with a misread one."""
    digits = _digits(found)
    misread = pilcrows and not found["pilcrow"] and re.match("1[1-9]", digits)
    marked = bool(found["portion"] or found["before"])
    return Line(
        int(digits), int(digits[1:]) if misread else 0, marked, marked or bool(found["pilcrow"])
    )


def _digits(found: re.Match[str]) -> str:
    return found["number"].rstrip(". \t)")


def without_heading(text: str) -> str:
    """A paragraph's text without the heading of the next section at its end.

    >>> without_heading("It rained.\\n\\nDETAILS\\n-------\\n\\n")
    'It rained.'
    """
    text = text.rstrip()
    last = text[text.rfind("\n") + 1 :]
    if not last.isupper() and last.strip(" \t-=_*"):
        return text
    tail = text[-_TAIL:]
    heading = _HEADING.search(tail)
    return text[: len(text) - len(tail) + heading.start()] if heading else text


def _paragraph(found: re.Match[str], number: int, end: int) -> Paragraph:
    text = found.string[found.end() : end]
    if end < len(found.string):
        text = without_heading(text)
    portion = _normal(found["portion"] or found["before"])
    start = found.start("start") - 1
    return Paragraph(number, portion, " ".join(text.split()), _digits(found), start, end - 1)


@lru_cache(maxsize=1024)
def _normal(portion: str) -> str:
    """``( S - NF )`` is S/NF, ``(Confidential - entire text)`` is C.

    >>> _normal("(c//nf) "), _normal("(C - ENTIRE TEXT.)"), _normal("(S//REL TO UK)")
    ('C/NF', 'C', 'S/REL UK')
    """
    words = [_LEVELS.get(word, word) for word in _PORTION_WORD.findall(portion.upper())]
    marks = "/".join(word for word in words if word not in ("ENTIRE", "TEXT", "TO"))
    return marks.replace("REL/", "REL ")


def _doubts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    last = 0
    for paragraph in paragraphs:
        if paragraph.number == last + 2:
            yield f"paragraph {last + 1} is missing"
        elif paragraph.number > last + 1:
            yield f"paragraphs {last + 1} to {paragraph.number - 1} are missing"
        if int(paragraph.raw_number) != paragraph.number:
            yield f"paragraph {paragraph.number} is printed as {paragraph.raw_number}"
        last = paragraph.number
