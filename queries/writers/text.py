"""Text for people: who, when, what about, and the words around the match."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from indexer.safe import safe_line

from ..hits import Hit, Snippet, marking
from ..terminal import Look, Painter, Sink, Style, safe_marked

_INDENT: Final = 4
_NARROWEST: Final = 20
_ONE_LINE: Final = str.maketrans("\t\n\r", "   ")


class TextWriter:
    """A few lines a hit, a blank line between hits; matched words in colour or ``*so*``."""

    def __init__(self, sink: Sink, look: Look) -> None:
        self._sink = sink
        self._width = max(_NARROWEST, look.width - _INDENT)
        self._paint = Painter(look.colour)
        self._first = True

    def begin(self, query: str) -> None:
        """Nothing stands before the first hit."""

    def hit(self, hit: Hit) -> None:
        """Write one hit."""
        lines = [self._top(hit), *self._indented(hit)]
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

    def _indented(self, hit: Hit) -> Iterator[str]:
        indent = " " * _INDENT
        subject = safe_line(hit.subject) or "(no subject)"
        for line in textwrap.wrap(subject, self._width):
            yield indent + self._paint(line, Style.STRONG)
        for line in textwrap.wrap(safe_line(" ".join(hit.tags)), self._width):
            yield indent + self._paint(line, Style.FAINT)
        for snippet in hit.snippets:
            for line in self._snippet(snippet):
                yield indent + line

    def _snippet(self, snippet: Snippet) -> Iterator[str]:
        """The lines of a snippet, behind its paragraph's number."""
        before = f"¶{snippet.paragraph} " if snippet.paragraph else ""
        text, marks = safe_marked(snippet.text.translate(_ONE_LINE), snippet.marks)
        if not self._paint.colour:
            text, marks = _starred(text, marks), ()
        text = before + text
        moved = [(start + len(before), end + len(before)) for start, end in marks]
        place = 0
        for line in textwrap.wrap(text, self._width, break_on_hyphens=False):
            place = text.index(line, place)
            yield self._painted(line, place, moved)
            place += len(line)

    def _painted(self, line: str, offset: int, marks: Sequence[tuple[int, int]]) -> str:
        """A line that stands at this offset of its text, with the marks that are in it."""
        pieces: list[str] = []
        place = 0
        for start, end in marks:
            low, high = max(start - offset, place), min(end - offset, len(line))
            if low < high:
                pieces += (line[place:low], self._paint(line[low:high], Style.MARK))
                place = high
        return "".join((*pieces, line[place:]))


def _starred(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with its marks between asterisks."""
    for start, end in reversed(marks):
        text = f"{text[:start]}*{text[start:end]}*{text[end:]}"
    return text
