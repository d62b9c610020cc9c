"""F5, one text file a cable: number, title, date, classification and origin, each on a line, then
the telegram.

History: the files were made from the publisher's table by other people's programs. Their date is
a day, printed as midnight in the zone of whoever ran the program (``Wed Nov 20 00:00:00 +0100
2002``), so hour and zone say nothing. Header and body were joined without a separator, so that the
classification line may begin in the middle of a line. The five lines may have blank lines between
them, the title may be wrapped, and any of them but the first may be missing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Final

from ..cable import Problem
from ..dates import table_time
from ..errors import Refused
from ..ids import canonical_id
from .base import Fact, Sheet, Sign
from .decode import character_problems, clean_lines, decode
from .glued import part_at_number
from .printed import is_partial, level, value

NAME: Final = "lines"
TITLE: Final = "a text file that begins with five lines: number, title, date, level and origin"

_HEAD: Final = 8_000
_LINES: Final = 8  # not blank, in which the five stand: a title may be wrapped
_USUAL_DATE: Final = 2
_USUAL_LEVEL: Final = 3
_FIRST: Final = 300
_LONGEST_LINE: Final = 1_000
_ID: Final = re.compile(r"['#]?\d{2,4} ?[A-Z][A-Z0-9 .'/_-]{0,60}\d(?:_[A-Za-z])?")
_LINE: Final = re.compile(r"\S[^\n]*+")
_TELEGRAM: Final = re.compile(
    r"VZCZ|DE R[A-Z]|ZN[YR] |(?:[ZOPRFY]{1,2} ){1,4}|(?:FM|TO|INFO|ACTION|ORIGIN)[ :]|PAGE \d"
    r"|\d{6}Z|null\b|This record is|UNCLAS|LIMITED OFF|CONFIDENTIAL|SECRET(?!AR)"
    r"|[UCLST](?: [A-Z]){4}"
)

SIGNS: Final[tuple[Sign, ...]] = (
    Sign("a cable's number as its first line", re.compile(
        rb"\A(?:\xef\xbb\xbf)?\s{0,40}\d{2,4}[A-Z][A-Z0-9 ]{1,40}\d(?:_[a-z])?[ \t\r]{0,9}\n")),
    Sign("a line with a date, as Wed Nov 20 00:00:00 +0100 2002", re.compile(
        rb"^(?:[A-Z][a-z]{2} ){2}\d\d? \d\d:\d\d:\d\d [^\n]{1,9} \d{4}\s*+$", re.M)),
    Sign("a line with a level alone", re.compile(
        rb"^(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET)(?://[A-Z ]{1,30}+)?\s*+$",
        re.M)),
)


@dataclass(frozen=True, slots=True)
class _Top:
    """The five lines as printed, '' for one that is missing; ``end`` is where the telegram may
    begin."""

    id: str
    title: str
    date: str
    level: str
    origin: str
    end: int


def recognises(data: bytes) -> bool:
    """Whether the first line is a cable's number, and a date or a level alone stands below.

    >>> recognises(b"08NOWHERE12\\nA WALK\\nWed Nov 12 00:00:00 +0100 2008\\nSECRET\\n")
    True
    >>> recognises(b"08NOWHERE12\\nUNCLAS NOWHERE 000012\\n"), recognises(b"A walk\\nSECRET\\n")
    (False, False)
    """
    if not _is_id(clean_lines(decode(data[:_FIRST])).lstrip().partition("\n")[0]):
        return False
    return _read_top(clean_lines(decode(data[:_HEAD]))) is not None


def read(data: bytes, source: str) -> Sheet:  # noqa: ARG001 - the first line has the number
    """The five lines and the telegram below them.

    :raises Refused: where it does not begin with the five lines.
    """
    printed = decode(data)
    text = clean_lines(printed)
    top = _read_top(text)
    if top is None:
        raise Refused("it does not begin with a cable's number, a date and a level")
    header, body = part_at_number(text[top.end :].strip("\n"), top.id)
    facts = {name: fact for name, fact in _facts(top) if fact.value}
    problems = (*_problems(top, header + body), *character_problems(printed))
    return Sheet(header, body, facts, partial=is_partial(header or body), problems=problems)


def _is_id(line: str) -> bool:
    return bool(_ID.fullmatch(line.strip()) and canonical_id(line))


def _read_top(text: str) -> _Top | None:
    """The five lines, None where the first is no number, or neither a date nor a level follows."""
    lines = list(islice(_LINE.finditer(text), _LINES))
    printed = [line[0][:_LONGEST_LINE].rstrip() for line in lines]
    date, mark = _places(printed)
    if not (date or mark) or not _is_id(printed[0]):
        return None
    below = _below(printed, date, mark)
    unreadable = below[0] if len(below) > 1 else ""
    return _Top(
        printed[0],
        " ".join(printed[1 : date or mark]),
        printed[date] if date else "",
        printed[mark] if mark else unreadable,
        below[-1] if below else "",
        lines[(mark or date) + len(below)].end(),
    )


def _places(printed: Sequence[str]) -> tuple[int, int]:
    """Which lines are the date and the level, 0 for one that is missing; a title may look like
    either, and a date may be none that can be read."""
    dates = [place for place, line in enumerate(printed) if place and table_time(line)]
    levels = [place for place, line in enumerate(printed) if place and level(line).classification]
    mark = next((place for place in levels if place - 1 in dates), 0)
    if not mark and (_USUAL_LEVEL in levels or not dates):
        mark = next((place for place in levels if _is_below_title(printed, place)), 0)
    if mark and (mark - 1 in dates or mark >= _USUAL_LEVEL):
        return mark - 1, mark
    return _USUAL_DATE if _USUAL_DATE in dates else next(iter(dates), 0), mark


def _is_below_title(printed: Sequence[str], place: int) -> bool:
    """Whether the level below a date that cannot be read is here, and not in the telegram."""
    return place > 1 and not any(map(_TELEGRAM.match, printed[1:place]))


def _below(printed: Sequence[str], date: int, mark: int) -> list[str]:
    """The lines of the five below the level: the origin; without a level, that which should be
    one too."""
    lines = printed[mark + 1 : mark + 2] if mark else printed[date + 1 : date + 3]
    return list(takewhile(lambda line: not _TELEGRAM.match(line), lines))


def _facts(top: _Top) -> Iterator[tuple[str, Fact]]:
    """What the five lines say, by field."""
    marking = level(top.level)
    yield "id", Fact(top.id, "line 1")
    yield "subject", Fact(value(top.title), "line 2")
    yield "created", Fact(table_time(top.date), "line 3")
    yield "classification", Fact(marking.classification, "line 4")
    yield "caveats", Fact("\n".join(marking.caveats), "line 4")
    yield "origin", Fact(value(top.origin), "line 5")


def _problems(top: _Top, text: str) -> Iterator[Problem]:
    """What could not be read of the five lines, and a missing telegram."""
    if top.date and not table_time(top.date):
        yield Problem("", "created", f"{top.date!r} is no date")
    if top.level and not level(top.level).classification:
        yield Problem("", "classification", f"{top.level!r} is no level")
    if not text.strip():
        yield Problem("", "body", "no telegram below the five lines")
