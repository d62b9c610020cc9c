"""The sections of a telegram: how many it has, and which of them a text holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .break_signs import PAGE, find_breaks
from .classification import find_line

_FIRST_LINES: Final = 200
_HEAD: Final = 4000


@dataclass(frozen=True, slots=True)
class Sections:
    """How many sections a telegram has, 0 if it does not say, and which of them a text holds."""

    count: int = 0
    held: tuple[int, ...] = ()

    def missing(self) -> tuple[str, ...]:
        """What to say of the sections that the text does not hold.

        Later sections often follow without a sign of their own, so only those are missed that
        stand before one that is held.

        >>> Sections(3, (3,)).missing(), Sections(3, (1,)).missing()
        (('section 1 of 3 is missing', 'section 2 of 3 is missing'), ())
        """
        return tuple(
            f"section {number} of {self.count} is missing"
            for number in range(1, max(self.held, default=0)) if number not in self.held
        )


@dataclass(frozen=True, slots=True)
class _Sign:
    """What one marking or one page break says; each number is 0 where it is not printed."""

    section: int
    sections: int
    serial: int


_NONE: Final = Sections()


def read_sections(body: str) -> Sections:
    """The sections of a body from which the breaks have not been taken out.

    The text's own marking says how many there are; later sections are those whose markings or
    pages stand in it. What another telegram's number stands beside is no sign.

    >>> read_sections("UNCLAS SECTION 02 OF 03 NOWHERE 000195\\n\\nSIPDIS")
    Sections(count=3, held=(2,))
    >>> read_sections("CONFIDENTIAL\\n\\nPAGE 01        NOWHERE  05091  01 OF 03  121833Z\\n")
    Sections(count=3, held=(1,))
    >>> read_sections("UNCLAS NOWHERE 000195\\n\\nSIPDIS")
    Sections(count=0, held=())
    """
    if not _may_have_sections(body):
        return _NONE
    signs = [sign for sign in _signs(body) if sign.section]
    if not signs:
        return _NONE
    count = next((sign.sections for sign in signs if sign.sections), 0)
    own = next((sign.serial for sign in signs if sign.serial), 0)
    if count and signs[0].section > count:
        return _NONE
    held = {
        sign.section for sign in signs
        if sign.sections in (0, count) and sign.serial in (0, own) and sign.section <= (count or 1)
    }  # fmt: skip
    return Sections(count, tuple(sorted(held)))


def _may_have_sections(body: str) -> bool:
    """A microsecond or two for the many texts of one section: the first of several says so."""
    head = body[:_HEAD]
    if " OF 0" in head or "SECTION" in head:
        return True
    opening = body[:_FIRST_LINES].lstrip().partition("\n")[0].upper()
    return " OF " in opening or "SEC" in opening


def _signs(body: str) -> Iterator[_Sign]:
    """The text's own marking first, then its first page, then its breaks."""
    line = find_line(body)
    if line:
        yield _Sign(line.rest.section, line.rest.sections, line.rest.serial)
    page = PAGE.search(body, max(0, body.find("PAGE", 0, _HEAD)), _HEAD)
    if page and page["section"]:
        yield _Sign(int(page["section"]), int(page["sections"]), 0)
    for found in find_breaks(body):
        yield _Sign(found.section, found.sections, found.serial if not page else 0)
