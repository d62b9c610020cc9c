"""Where the summary and the comment of a cable stand in its body.

They are kept without numbers and white space, so they are known in the body by their first and last
words.
"""

from typing import Final

from indexer.cable import Cable

from .snippet_finders import Span

_KNOWN_BY: Final = 8  # words


def part_span(cable: Cable, body: str, part: str) -> Span:
    """From where to where in the body a part goes: nowhere if the cable has none, and in all of
    the body if it cannot be told. The summary is the first such text, the comment the last.

    >>> part_span(Cable(summary="It rained. A lot."), "1. Summary: It\\nrained.  A lot.", "summary")
    (12, 30)
    """
    text, find = (
        (cable.summary, str.find) if part == "summary" else (cable.comment, str.rfind)
    )
    words = text.split()
    if not words:
        return 0, 0
    flat = " ".join(body.split())
    start = find(flat, " ".join(words[:_KNOWN_BY]))
    last = " ".join(words[-_KNOWN_BY:])
    end = flat.find(last, start)
    if start < 0 or end < 0:
        return 0, len(body)
    return _offset(body, flat, start), _offset(body, flat, end + len(last) - 1) + 1


def _offset(body: str, flat: str, place: int) -> int:
    """Where in a body the character stands that is at this place in it with single blanks."""
    before = flat.count(" ", 0, place)
    rest = body.split(None, before)[-1] if before else body.lstrip()
    return len(body) - len(rest) + place - (flat.rfind(" ", 0, place) + 1)
