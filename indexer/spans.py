"""Texts that a cable repeats from its body: the spans where they stand, and the texts again.

A text is what stands in its span, on one line, without the cuts. Archives are read by this rule,
which docs/archive.md tells: it does not change when the reading of pages does.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from .cable import Cable
from .telegram.breaks import break_spans
from .telegram.paragraphs import PILCROW, flat, on_one_line

Span = tuple[int, int]
"""From a character of the body to the one behind the last."""

_ENDS: Final = 16  # characters by which the ends of a text are found
_MORE: Final = 400  # characters of blanks and cuts that a text may have beside its own length


def uncut(body: str, cuts: Sequence[Span] = ()) -> str:
    """The body with blanks for all white space and for what stands in the cuts, which are in
    order; of the same length.

    >>> uncut("It\\nrained PAGE 2 much.", [(10, 16)])
    'It rained        much.'
    """
    if not cuts:
        return flat(body)
    pieces: list[str] = []
    place = 0
    for start, end in cuts:
        pieces += (body[place:start], " " * (end - max(start, place)))
        place = max(place, end)
    return flat("".join((*pieces, body[place:])))


def text_in(blanks: str, start: int, end: int) -> str:
    """The text of a span of what :func:`uncut` gave.

    >>> text_in("1. It rained         much.", 3, 26)
    'It rained much.'
    """
    return on_one_line(blanks[start:end])


def spans_of(cable: Cable) -> tuple[list[Span | None], tuple[Span, ...]]:
    """Where the texts of the paragraphs, the summary and the comment stand, None for one that no
    span gives; and the cuts, which are looked for only where one is missing without them.

    >>> from .telegram.read import read_telegram
    >>> spans_of(read_telegram("UNCLAS\\n\\n1. (U) It\\nrained.\\n\\n2. (U) Much."))
    ([(15, 25), (34, 39), (0, 0), (0, 0)], ())
    """
    spans: list[Span | None] = []
    for span in _spans(cable, uncut(cable.body)):
        if span is None:
            break
        spans.append(span)
    else:
        return spans, ()
    cuts = _cuts(cable)
    return list(_spans(cable, uncut(cable.body, cuts))), cuts


def _spans(cable: Cable, blanks: str) -> Iterator[Span | None]:
    for paragraph in cable.paragraphs:
        yield _span(blanks, paragraph.text, paragraph.start, paragraph.end)
    for text in (cable.summary, cable.comment):
        yield _span(blanks, text, 0, len(blanks))


def _span(blanks: str, text: str, low: int, high: int) -> Span | None:
    if not text:
        return low, low
    start = blanks.find(text[:_ENDS], low, high)
    if start >= 0 and blanks.startswith(text, start) and on_one_line(text) == text:
        return start, start + len(text)
    return _by_its_ends(blanks, text, low, high)


def _by_its_ends(blanks: str, text: str, low: int, high: int) -> Span | None:
    """The span of a text that has more white space there, or cuts."""
    for head in (text[:_ENDS], text.partition(" ")[0]):
        start = blanks.find(head, low, high)
        most = min(high, start + 2 * len(text) + _MORE)
        for tail in (text[-_ENDS:], text.rpartition(" ")[2]) if start >= 0 else ():
            end = blanks.rfind(tail, start, most) + len(tail)
            if text_in(blanks, start, end) == text:
                return start, end
    return None


def _cuts(cable: Cable) -> tuple[Span, ...]:
    """What stands in the middle of texts without being part of them."""
    breaks = break_spans(cable.body)
    return tuple(sorted((*breaks, *_pilcrows(cable)))) if "¶" in cable.body else breaks


def _pilcrows(cable: Cable) -> Iterator[Span]:
    """The pilcrows before letters and numbers at the beginnings of lines, but those with which
    paragraphs begin."""
    starts = {paragraph.start for paragraph in cable.paragraphs}
    for found in PILCROW.finditer(cable.body):
        if found.end(1) not in starts:
            yield found.end(1), found.end()
