"""The evidence for a cable's fields as text for people, and as a JSON object."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from .explain import Evidence, SourceLine, explain
from .formats import read_cable, read_sheet
from .record import to_json
from .safe import safe_line

_NAME: Final = 16
_MOST_LINES: Final = 6
_LONGEST: Final = 200
_PART: Final = 10
_KNOWN_BY: Final = ("code", "name", "number", "id", "raw")
_MEMBERS: Final = frozenset(("code", "name", "number", "raw"))


def evidence_record(data: bytes, source: str) -> dict[str, object]:
    """The evidence for a page: its source, its form, and for each field value, rule and lines,
    then its problems.

    :raises Refused: where the page is no cable in a known form.
    """
    form, sheet = read_sheet(data, source)
    evidence = [asdict(one) for one in explain(sheet)]
    problems = to_json(read_cable(data, source))["problems"]
    return {"source": source, "form": form.NAME, "fields": evidence, "problems": problems}


def evidence_lines(data: bytes, source: str, width: int) -> Iterator[str]:
    """For each field its name and value, then its rule, then the lines that it was read from; at
    the end the problems.

    :raises Refused: where the page is no cable in a known form.

    >>> page = b"R 121833Z NOV 08\\n\\nUNCLAS PARIS 12\\n\\nTAGS: PREL, ECON\\nSUBJECT: A WALK\\n"
    >>> for line in list(evidence_lines(page, "a.txt", 60))[-6:-3]:
    ...     print(line)
    tags            PREL, ECON
                    the block TAGS
                    body 3    TAGS: PREL, ECON
    """
    form, sheet = read_sheet(data, source)
    yield f"{source}: form {form.NAME}"
    for one in explain(sheet):
        value = textwrap.shorten(safe_line(_value(one.value)), _LONGEST, placeholder=" ...")
        yield from _wrapped(one.field, value, width)
        yield from _wrapped("", one.rule, width)
        yield from _lines(one, width)
    for problem in read_cable(data, source).problems:
        yield from _wrapped("problem", safe_line(f"{problem.field}: {problem.message}"), width)


def _wrapped(name: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=f"{name:<{_NAME}}", subsequent_indent=" " * _NAME
    )


def _lines(one: Evidence, width: int) -> Iterator[str]:
    for line in one.lines[:_MOST_LINES]:
        place = f"{_place(line):<{_PART}}"
        yield from textwrap.wrap(
            safe_line(line.text), width, initial_indent=" " * _NAME + place,
            subsequent_indent=" " * (_NAME + _PART),
        )
    if len(one.lines) > _MOST_LINES:
        more = f"and {len(one.lines) - _MOST_LINES} more, the last {_place(one.lines[-1])}"
        yield from _wrapped("", more, width)


def _place(line: SourceLine) -> str:
    return f"{line.part} {line.number}"


def _value(value: object) -> str:
    """A value in a few words: of a list its members, of a member what it is known by."""
    if isinstance(value, Mapping):
        if _MEMBERS.isdisjoint(value):  # the transmission lines, which are no member of a list
            return " ".join(str(part) for part in value.values() if part)
        return next((str(value[name]) for name in _KNOWN_BY if value.get(name)), "")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_value, value))
    return str(value)
