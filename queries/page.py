"""A cable as a page for people: its fields in a table, then the telegram as it was sent."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.cable import Cable, Recipient, Reference
from indexer.safe import safe, safe_line
from indexer.telegram.breaks import mask_breaks

from .hits import marking
from .terminal import Look, Painter, Style

_NAME_WIDTH: Final = 16
_RUN: Final = re.compile(r" {2,}+")
_HERE: Final = "in the archive"
_ELSEWHERE: Final = "not in the archive"


@dataclass(frozen=True, slots=True)
class Around:
    """What the archive knows about a cable beside its own text: the ids of its references that
    are in the archive too, where it was read from, how many other texts of it there are, and how
    many it was joined from."""

    known: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    others: int = 0
    pieces: int = 0


def page_lines(cable: Cable, around: Around, look: Look) -> Iterator[str]:
    """The lines of the page, safe for a terminal."""
    paint = Painter(look.colour)
    title = "  ".join(safe_line(part) for part in (cable.id, cable.subject) if part)
    yield from (paint(line, Style.STRONG) for line in textwrap.wrap(title, look.width))
    yield ""
    for name, values in field_rows(cable, around):
        for label, line in _rows(name, values, look.width):
            yield paint(f"{label:<{_NAME_WIDTH}}", Style.NAME) + line
    yield ""
    yield from _body_lines(cable, look.width)


def field_rows(cable: Cable, around: Around) -> Iterator[tuple[str, Sequence[str]]]:
    """A name for people and the values of each field, as they were read; none for an empty one."""
    yield "created", _some(cable.created)
    yield "released", _some(cable.released)
    yield "classification", _some(marking(cable.classification, cable.caveats))
    yield "origin", _some(cable.origin or cable.post)
    yield "from", _some(cable.sender)
    yield "to", _some("; ".join(map(_recipient, cable.to)))
    yield "info", _some("; ".join(map(_recipient, cable.info)))
    yield "tags", _some(" ".join(tag.code for tag in cable.tags))
    yield "classified by", _some(" ".join((cable.classified_by, _reasons(cable))).strip())
    yield "declassify", _some(cable.declass)
    yield "signer", _some(cable.signer)
    yield "references", [_reference(item, around.known) for item in cable.references]
    yield "articles", cable.articles
    yield "extract", _some("only a part was published" if cable.partial else "")
    yield "source", around.sources
    yield "sections", _some(_sections(cable))
    yield "joined from", _some(f"{around.pieces} texts" if around.pieces else "")
    yield "other texts", _some(_others(around.others))
    yield "problems", [f"{problem.field}: {problem.message}" for problem in cable.problems]


def _some(value: str) -> Sequence[str]:
    return (value,) if value else ()


def _sections(cable: Cable) -> str:
    """Told where one is missing before another: later ones often follow without a sign."""
    if cable.sections == tuple(range(1, len(cable.sections) + 1)):
        return ""
    return f"{' '.join(map(str, cable.sections))} of {cable.section_count}"


def _others(count: int) -> str:
    return f"{count}: --versions shows how they differ" if count else ""


def _recipient(recipient: Recipient) -> str:
    return " ".join(part for part in (recipient.name, recipient.precedence.lower()) if part)


def _reasons(cable: Cable) -> str:
    return f"(reason {', '.join(cable.reasons)})" if cable.reasons else ""


def _reference(reference: Reference, known: frozenset[str]) -> str:
    bullet = f"({reference.bullet}) " if reference.bullet else ""
    if not reference.id:
        return f"{bullet}{reference.raw} ({reference.kind})"
    return f"{bullet}{reference.id}, {_HERE if reference.id in known else _ELSEWHERE}"


def _rows(name: str, values: Sequence[str], width: int) -> Iterator[tuple[str, str]]:
    """The lines of one field, the first with its name."""
    label = name
    for value in values:
        for line in textwrap.wrap(safe_line(value), width - _NAME_WIDTH):
            yield label, line
            label = ""


def _body_lines(cable: Cable, width: int) -> Iterator[str]:
    """The telegram without its page breaks, line by line; only what is too long is wrapped."""
    blank = True
    for line in safe(_without_breaks(cable.body)).expandtabs().splitlines():
        line = line.rstrip()
        if line or not blank:
            yield from textwrap.wrap(line, width) or [""]
        blank = not line


def _without_breaks(body: str) -> str:
    """The telegram with a blank, or at the beginning of a line a line end, for each break."""
    masked = mask_breaks(body)

    def shorter(run: re.Match[str]) -> str:
        if not body[run.start() : run.end()].strip():
            return run[0]
        before = masked[max(0, run.start() - 1) : run.start()]
        return "\n" if before in ("", "\n") else " "

    return _RUN.sub(shorter, masked) if masked != body else body
