"""What may go to a terminal: text without control characters, and colour where it is wanted."""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol

from indexer.safe import safe

PLAIN_WIDTH: Final = 80
_NARROWEST: Final = 40


class Sink(Protocol):
    """Anything that text can be written to."""

    def write(self, text: str, /) -> object:
        """Take this text."""


class Stream(Sink, Protocol):
    """A sink that may be a terminal."""

    def isatty(self) -> bool:
        """Whether a person reads it."""


class Style(Enum):
    """How a piece of text is shown on a terminal: the parameters of an ANSI sequence."""

    NONE = ""
    STRONG = "1"
    FAINT = "2"
    MARK = "1;31"
    NAME = "1;36"
    ADDED = "32"
    REMOVED = "31"


@dataclass(frozen=True, slots=True)
class Look:
    """How text for people is laid out."""

    width: int = PLAIN_WIDTH
    colour: bool = False


def safe_marked(
    text: str, marks: Sequence[tuple[int, int]]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    r"""The safe text, and where its marks then are.

    >>> safe_marked("\x07 missile", [(2, 9)])
    ('\\u0007 missile', ((7, 14),))
    """
    pieces: list[str] = []
    moved: list[tuple[int, int]] = []
    place = length = 0
    for start, end in marks:
        before, inside = safe(text[place:start]), safe(text[start:end])
        moved.append((length + len(before), length + len(before) + len(inside)))
        pieces += (before, inside)
        length += len(before) + len(inside)
        place = end
    return "".join((*pieces, safe(text[place:]))), tuple(moved)


def wants_colour(stream: Stream, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to write colour: on a terminal, unless NO_COLOR is set or the terminal has none."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


def width_of(stream: Stream) -> int:
    """How many columns there are: the terminal's, or 80 where it is none."""
    if not stream.isatty():
        return PLAIN_WIDTH
    return max(_NARROWEST, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns)


@dataclass(frozen=True, slots=True)
class Painter:
    """Puts styles on text that is already safe, or leaves it as it is.

    >>> Painter(colour=True)("08STATE1", Style.STRONG), Painter(colour=False)("a", Style.MARK)
    ('\\x1b[1m08STATE1\\x1b[0m', 'a')
    """

    colour: bool

    def __call__(self, text: str, style: Style) -> str:
        if not (self.colour and text and style.value):
            return text
        return f"\x1b[{style.value}m{text}\x1b[0m"


@dataclass(frozen=True, slots=True)
class SafeSink:
    """A sink whose text is made safe before it reaches the terminal behind it."""

    behind: Sink

    def write(self, text: str, /) -> object:
        """Take this text, made safe."""
        return self.behind.write(safe(text))


def sink_for(stream: Stream) -> Sink:
    """The stream itself, or a safe way to it where it is a terminal: files lose nothing."""
    return SafeSink(stream) if stream.isatty() else stream

