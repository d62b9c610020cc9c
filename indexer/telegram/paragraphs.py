"""The numbered paragraphs of a telegram: number, portion mark, text and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ..cable import Paragraph
from .portion import PORTION, normal_portion
from .quoted import quoted
from .sequence import Line, paragraph_lines
from .signer import find_signature

_MOST_LINES: Final = 4000

NUMBER: Final = (
    rf"\d{{1,3}}(?:[ \t]?\.{{1,2}}+\)?(?!\d)|[ \t]?\)(?=[ \t]*[(\[A-Z])"
    rf"|[ \t]?[,:;-]{{1,2}}[ \t]?(?={PORTION})|[ \t]{{0,2}}(?={PORTION}))"
)
"""A regular expression for a paragraph's number: 3.5 million is none."""

# The line end, and what most lines begin with, make the search fast; the first line is given one.
# An L or an I is a misprinted 1.
_BEGINNING: Final = re.compile(
    rf"\n(?-i:(?![A-HJ-Za-km-z\n])[ \t\xa0]*+(?=[0-9¶(\[{{]|[lI]\.))(?P<start>"
    rf"(?P<before>(?:(?![0-9¶]){PORTION}[ \t]*+)?)(?P<pilcrow>¶{{0,2}}+)[ \t]*+"
    rf"(?P<number>{NUMBER}|(?<=¶)\d{{1,3}}(?=[ \t]{{1,4}}(?-i:[A-Z(\"]))|(?-i:l)\."
    rf"|(?-i:I)\.(?=[ \t]*{PORTION}))[ \t\xa0]*+"
    rf"(?P<portion>(?:(?:\n[ \t]*+)?{PORTION}(?:[.:;-](?![.:;-]))?[ \t\xa0]*+)?))",
    re.IGNORECASE,
)
_LETTERS: Final = ("l.", "I.")
_MISREAD: Final = re.compile("1[1-9]")
# White space that a text may have beside blanks and line ends.
_OTHER_BLANKS: Final = tuple(
    "\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
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
    """The numbered paragraphs of a body whose page breaks are masked; none where none is numbered.

    >>> found = read_paragraphs("¶1. (C) The first.\\n¶2. (S/NF) The second.\\n13. (U) The third.")
    >>> [(p.number, p.portion, p.text, p.raw_number) for p in found.paragraphs]
    [(1, 'C', 'The first.', '1'), (2, 'S/NF', 'The second.', '2'), (3, 'U', 'The third.', '13')]
    >>> found.doubts
    ('paragraph 3 is printed as 13',)
    """
    text = f"\n{body[:find_signature(body).start]}"
    chosen = _chosen(text, _beginnings(text))
    flat = _flat(text)
    ends = [found.start("start") for found, _ in chosen[1:]] + [len(text)]
    paragraphs = tuple(
        _paragraph(found, number, end, flat)
        for (found, number), end in zip(chosen, ends, strict=False)
    )
    return Paragraphs(paragraphs, tuple(_doubts(paragraphs)))


def _beginnings(text: str) -> list[re.Match[str]]:
    """The lines that begin with a number; a letter for a 1 may only be the first."""
    found = list(islice(_BEGINNING.finditer(text), _MOST_LINES))
    return [line for place, line in enumerate(found) if not place or line["number"] not in _LETTERS]


def _chosen(text: str, lines: list[re.Match[str]]) -> list[tuple[re.Match[str], int]]:
    """The lines that begin paragraphs, with their numbers."""
    numbers = [_value(line["number"]) for line in lines]
    if numbers == list(range(1, len(lines) + 1)):
        return list(zip(lines, numbers, strict=True))
    if apart := quoted(text, [line.start() for line in lines], numbers):
        lines = [line for place, line in enumerate(lines) if place not in apart]
    pilcrows = "¶" in text
    members = paragraph_lines([_line(line, pilcrows) for line in lines])
    return [(lines[member.line], member.number) for member in members]


def _line(found: re.Match[str], pilcrows: bool) -> Line:  # noqa: FBT001 - a fact, no switch
    """A number without a pilcrow, where others have one, may begin with a misread one."""
    before, pilcrow, number, portion = found.group("before", "pilcrow", "number", "portion")
    digits = _digits(number)
    misread = pilcrows and not pilcrow and _MISREAD.match(digits)
    marked = bool(portion or before)
    return Line(
        _value(number), int(digits[1:]) if misread else 0, marked,
        marked or bool(pilcrow),
    )


def _value(number: str) -> int:
    return 1 if number in _LETTERS else int(_digits(number))


def _digits(number: str) -> str:
    return number.rstrip(". \t),:;-")


def _flat(text: str) -> str:
    """The text with a blank for each other white space, of the same length."""
    flat = text.replace("\n", " ")
    for blank in _OTHER_BLANKS:
        if blank in flat:
            flat = flat.replace(blank, " ")
    return flat


def without_heading(text: str) -> str:
    """A paragraph's text without the heading of the next section at its end.

    >>> without_heading("It rained.\\n\\nDETAILS\\n-------\\n\\n")
    'It rained.'
    """
    text = text.rstrip()
    end = text[-4:]
    if end.islower() and "\n" not in end:
        return text
    last = text[text.rfind("\n") + 1 :]
    if not last.isupper() and last.strip(" \t-=_*"):
        return text
    tail = text[-_TAIL:]
    heading = _HEADING.search(tail)
    return text[: len(text) - len(tail) + heading.start()] if heading else text


def _paragraph(found: re.Match[str], number: int, end: int, flat: str) -> Paragraph:
    printed, portion, before = found.group("number", "portion", "before")
    text, start, last = found.string, found.end(), end
    if end < len(text):
        last = start + len(without_heading(text[start:end]))
    piece = flat[start:last].strip(" ")
    while "  " in piece:
        piece = piece.replace("  ", " ")
    return Paragraph(
        number, normal_portion(portion or before), piece, _digits(printed),
        found.start("start") - 1, end - 1,
    )


def _doubts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    last = 0
    for paragraph in paragraphs:
        if paragraph.number == last + 2:
            yield f"paragraph {last + 1} is missing"
        elif paragraph.number > last + 1:
            yield f"paragraphs {last + 1} to {paragraph.number - 1} are missing"
        if paragraph.raw_number.lstrip("0") != str(paragraph.number):
            yield f"paragraph {paragraph.number} is printed as {paragraph.raw_number}"
        last = paragraph.number
