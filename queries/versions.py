"""The texts that were published under one id: which there are, and how each differs from the one
that is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from indexer.archive import Stored
from indexer.cable import Cable
from indexer.safe import safe, safe_line

from .page import Around, field_rows
from .terminal import Look, Painter, Style

_STYLES: Final = {"+": Style.ADDED, "-": Style.REMOVED, "@": Style.FAINT}
_CONTEXT: Final = 2  # lines around a difference


@dataclass(frozen=True, slots=True)
class Version:
    """A text, and where it was read from."""

    stored: Stored
    sources: tuple[str, ...]


def version_lines(versions: Sequence[Version], look: Look) -> Iterator[str]:
    """A line a text, then the differences of each from the first; safe for a terminal."""
    paint = Painter(look.colour)
    shown, *others = versions
    cable = shown.stored.cable
    yield paint(safe_line(f"{cable.id}  {cable.subject}"), Style.STRONG)
    yield ""
    for place, version in enumerate(versions, 1):
        yield from _about(place, len(versions), version)
    for place, version in enumerate(others, 2):
        yield ""
        for line in _difference(shown, version, place):
            yield paint(line, _STYLES.get(line[:1], Style.NONE))


def _about(place: int, count: int, version: Version) -> Iterator[str]:
    cable = version.stored.cable
    told = [f"text {place} of {count}", "shown" if place == 1 else "kept", f"form {cable.form}"]
    if cable.released:
        told.append(f"released {cable.released[:10]}")
    if cable.section_count:
        told.append(f"sections {_listed(cable.sections)} of {cable.section_count}")
    if cable.partial:
        told.append("an extract")
    yield ", ".join(told)
    yield from (f"    {safe_line(source)}" for source in version.sources)


def _listed(sections: Sequence[int]) -> str:
    return " ".join(map(str, sections))


def _difference(shown: Version, other: Version, place: int) -> Iterator[str]:
    """A unified diff of the fields and the telegram."""
    from difflib import unified_diff  # slow to import, and seldom needed

    return unified_diff(
        _lines(shown.stored.cable), _lines(other.stored.cable),
        "text 1", f"text {place}", n=_CONTEXT, lineterm="",
    )


def _lines(cable: Cable) -> list[str]:
    """The fields, a line each, then the telegram as printed, but for white space at line ends."""
    fields = [
        f"{name}: {safe_line(value)}"
        for name, values in field_rows(replace(cable, problems=()), Around()) for value in values
    ]
    telegram = f"{cable.header}\n{cable.body}".split("\n")
    return [*fields, "", *(safe(line).rstrip() for line in telegram)]
