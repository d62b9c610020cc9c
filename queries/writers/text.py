"""Text for people: who, when, what about, and the words around the match."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from indexer.safe import safe_line

from ..highlight import Marks
from ..hits import Hit, Snippet, marking
from ..terminal import Look, Painter, Sink, Style, safe_marked

_INDENT: Final = 4
_NARROWEST: Final = 20
_ONE_LINE: Final = str.maketrans("\t\n\r", "   ")


def no_marks(_: str) -> Marks:
    """The marks for the subjects of hits of which nobody knows what was asked for."""
    return ()


class TextWriter:
    """A few lines a hit, a blank line between hits; matched words in colour or ``*so*``, and in
    the subject in colour alone."""

    def __init__(
        self, sink: Sink, look: Look, subject_marks: Callable[[str], Marks] = no_marks
    ) -> None:
        self._sink = sink
        self._width = max(_NARROWEST, look.width - _INDENT)
        self._paint = Painter(look.colour)
        self._subject_marks = subject_marks
        self._first = True

    def begin(self, query: str) -> None:
        """Nothing stands before the first hit."""

    def hit(self, hit: Hit) -> None:
        """Write one hit."""
        lines = [self._top(hit), *(" " * _INDENT + line for line in self._below(hit))]
        self._sink.write(("" if self._first else "\n") + "\n".join(lines) + "\n")
        self._first = False

    def end(self) -> None:
        """Nothing stands after the last hit."""

    def _top(self, hit: Hit) -> str:
        """Rank, id, date, classification, post; what is unknown is left out."""
        classification = marking(hit.classification, hit.caveats)
        rest = (hit.created[:10], classification, hit.post)
        pieces = [
            f"{hit.rank:>{_INDENT - 1}}",
            self._paint(safe_line(hit.id or hit.source), Style.NAME),
            *(safe_line(piece) for piece in rest if piece),
        ]
        return pieces[0] + " " + "  ".join(pieces[1:])

    def _below(self, hit: Hit) -> Iterator[str]:
        yield from self._subject(" ".join(hit.subject.split()) or "(no subject)")
        for line in textwrap.wrap(safe_line(" ".join(hit.tags)), self._width):
            yield self._paint(line, Style.FAINT)
        labels = [f"¶{snippet.paragraph} " if snippet.paragraph else "" for snippet in hit.snippets]
        width = max(map(len, labels), default=0)
        for label, snippet in zip(labels, hit.snippets, strict=True):
            yield from self._snippet(label, width, snippet)

    def _subject(self, subject: str) -> Iterator[str]:
        marks = self._subject_marks(subject) if self._paint.colour else ()
        return self._lines(*safe_marked(subject, marks), self._width, Style.STRONG)

    def _snippet(self, label: str, indent: int, snippet: Snippet) -> Iterator[str]:
        """The lines of a snippet, all behind the number of its paragraph."""
        text, marks = safe_marked(snippet.text.translate(_ONE_LINE), snippet.marks)
        if not self._paint.colour:
            text, marks = _starred(text, marks), ()
        before = f"{label:<{indent}}"
        for line in self._lines(text, marks, max(_NARROWEST, self._width - indent), Style.NONE):
            yield before + line
            before = " " * indent

    def _lines(
        self, text: str, marks: Sequence[tuple[int, int]], width: int, style: Style
    ) -> Iterator[str]:
        """The text in lines, in a style, with its marks."""
        place = 0
        for line in textwrap.wrap(text, width, break_on_hyphens=False):
            place = text.index(line, place)
            yield self._painted(line, place, marks, style)
            place += len(line)

    def _painted(
        self, line: str, offset: int, marks: Sequence[tuple[int, int]], style: Style
    ) -> str:
        """A line that stands at this offset of its text, with the marks that are in it."""
        pieces: list[str] = []
        place = 0
        for start, end in marks:
            low, high = max(start - offset, place), min(end - offset, len(line))
            if low < high:
                pieces += (self._paint(line[place:low], style),
                           self._paint(line[low:high], Style.MARK))
                place = high
        return "".join((*pieces, self._paint(line[place:], style)))


def _starred(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with its marks between asterisks."""
    for start, end in reversed(marks):
        text = f"{text[:start]}*{text[start:end]}*{text[end:]}"
    return text
