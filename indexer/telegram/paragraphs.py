"""The numbered paragraphs of a telegram: number, portion mark, text and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final

from ..cable import Paragraph
from .headings import without_heading
from .portion import PORTION, normal_portion
from .quoted import quoted
from .sequence import Line, Member, paragraph_lines
from .signer import find_signature
from .strays import with_strays

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
_ASCII_BLANKS: Final = tuple("\t\x0b\x0c\r\x1c\x1d\x1e\x1f")
_OTHER_BLANKS: Final = _ASCII_BLANKS + tuple(
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# The publisher put a pilcrow before a letter or a number that begins a line.
PILCROW: Final = re.compile(r"(\n[ \t]*+)¶{1,2}+(?=[ \t]?\w)")


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
    blanks = flat(text)
    ends = [found.start("start") for found, _ in chosen[1:]] + [len(text)]
    paragraphs = tuple(
        _paragraph(found, number, end, blanks)
        for (found, number), end in zip(chosen, ends, strict=False)
    )
    return Paragraphs(paragraphs, tuple(dict.fromkeys(_doubts(paragraphs))))


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
    printed = [_line(line, pilcrows) for line in lines]
    members: Sequence[Member] = paragraph_lines(printed)
    if len(members) < len(lines):
        members = with_strays(text, printed, lines, members)
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


def flat(text: str) -> str:
    """The text with a blank for each other white space, of the same length.

    >>> flat("It\\trained.\\n\\nMuch.")
    'It rained.  Much.'
    """
    blanks = text.replace("\n", " ")
    for blank in _ASCII_BLANKS if text.isascii() else _OTHER_BLANKS:
        if blank in blanks:
            blanks = blanks.replace(blank, " ")
    return blanks


def on_one_line(blanks: str) -> str:
    """What :func:`flat` gave, or a piece of it, with single blanks and none at its ends.

    >>> on_one_line(" It rained.   Much. ")
    'It rained. Much.'
    """
    line = blanks.strip(" ")
    while "  " in line:
        line = line.replace("  ", " ")
    return line


def _paragraph(found: re.Match[str], number: int, end: int, blanks: str) -> Paragraph:
    printed, portion, before = found.group("number", "portion", "before")
    text, start, last = found.string, found.end(), end
    if end < len(text):
        last = start + len(without_heading(text[start:end]))
    piece = blanks[start:last]
    if "¶" in piece:
        piece = flat(without_pilcrows(text[start:last]))
    return Paragraph(
        number, normal_portion(portion or before), on_one_line(piece), _digits(printed),
        found.start("start") - 1, end - 1,
    )


def without_pilcrows(text: str) -> str:
    """The text without the pilcrows before letters and numbers at the beginnings of lines.

    >>> without_pilcrows("It rained:\\n¶A. much,\\n ¶2. long.").split()
    ['It', 'rained:', 'A.', 'much,', '2.', 'long.']
    """
    return PILCROW.sub(r"\1", text)


def _doubts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    numbers = [paragraph.number for paragraph in paragraphs]
    if numbers == list(range(1, len(numbers) + 1)):
        yield from _misprinted(paragraphs)
        return
    known, seen = frozenset(numbers), set[int]()
    last = highest = 0
    for paragraph in paragraphs:
        number = paragraph.number
        if number in seen:
            yield f"paragraph {number} is printed twice"
        elif number < last:
            yield f"paragraph {number} stands behind paragraph {last}"
        yield from _missing([n for n in range(highest + 1, number) if n not in known])
        yield from _misprinted((paragraph,))
        seen.add(number)
        last, highest = number, max(highest, number)


def _misprinted(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.raw_number.lstrip("0") != str(paragraph.number):
            yield f"paragraph {paragraph.number} is printed as {paragraph.raw_number}"


def _missing(numbers: Sequence[int]) -> Iterator[str]:
    """What to say of numbers that no paragraph has, in runs."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        missing = [number for _, number in run]
        if len(missing) == 1:
            yield f"paragraph {missing[0]} is missing"
        else:
            yield f"paragraphs {missing[0]} to {missing[-1]} are missing"
