"""Where each field of a cable was read from: the rule, and the lines that decide its value.

A line is a field's where the field is read differently without it, and they have a word in common,
if the value is as printed. That is found out by reading the cable again without some lines, so it
holds whatever the rules do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Final

from .cable import Cable, Paragraph
from .formats.base import Sheet
from .formats.compose import PAGE_FIRST, compose
from .record import dumps, to_json

_GROUP: Final = 16  # lines that are left out together at first
_ID: Final = "the page's number, else post and number in the classification line"
_NOT_ASKED: Final = frozenset(("header", "body", "problems", "form", "source"))
_COUNT_MORE: Final = frozenset(("id", "created", *PAGE_FIRST))
_NORMAL: Final = frozenset(("id", "post", "year", "serial", "created", "classification", "origin",
                            "sections", "section_count", "order", "declass", "reasons"))
_TOLD_WITH: Final = {"id_as_found": "id", "declass": "order"}
_WORD: Final = re.compile(r"\w+")

RULES: Final[Mapping[str, str]] = {
    "id": _ID,
    "id_as_found": _ID,
    "post": "the post in the id",
    "year": "the year in the id",
    "serial": "the serial in the id",
    "created": "the date-time group",
    "dtg": "the date-time group",
    "precedence": "the letters before the date-time group",
    "transmission": "the lines VZCZ, DE and ZNY above the date-time group",
    "classification": "the classification line, the first of the body",
    "caveats": "words in the classification line and on the lines below it",
    "origin": "the office behind FM, else the post in the id",
    "sender": "the line behind FM",
    "to": "the list behind TO",
    "info": "the list behind INFO",
    "attention": "lines such as NOWHERE FOR POL below the classification line",
    "sections": "SECTION n OF m in the classification line, and where later sections begin",
    "section_count": "SECTION n OF m in the classification line",
    "order": "the line E.O.",
    "declass": "the line E.O., else DECL behind Classified By",
    "classified_by": "the block Classified By",
    "reasons": "paragraphs such as 1.4 (b) in the block Classified By",
    "tags": "the block TAGS",
    "subject": "the block SUBJECT",
    "references": "the blocks REF",
    "paragraphs": "numbers at the beginnings of lines that go up by one",
    "summary": "from SUMMARY to END SUMMARY, or to the end of its paragraph",
    "comment": "from the last COMMENT to END COMMENT, or to the end of its paragraph",
    "signer": "the last line, where it is a name in capitals",
    "articles": "the links in the row 'Appears in these articles'",
    "partial": "the words 'partial extract' on the page",
}
"""How each field is read from a telegram, in words; a page's own facts name their place."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the header or the body, counted from 1."""

    part: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A field, its value as JSON writes it, the rule that read it, and the lines it was read from.

    A value that stands beside the telegram has no lines: its rule names the place.
    """

    field: str
    value: object
    rule: str
    lines: tuple[SourceLine, ...] = ()


def explain(sheet: Sheet) -> tuple[Evidence, ...]:
    """The evidence for every field that is not empty, in the order of the fields.

    >>> sheet = Sheet("FM AMEMBASSY PARIS\\n", "UNCLAS PARIS 12\\n\\nTAGS: PREL\\n")
    >>> for one in explain(sheet):
    ...     if one.field in ("tags", "sender"):
    ...         print(one.field, "|", one.rule, "|", one.lines[0])
    sender | the line behind FM | SourceLine(part='header', number=1, text='FM AMEMBASSY PARIS')
    tags | the block TAGS | SourceLine(part='body', number=3, text='TAGS: PREL')
    """
    probe = _Probe(sheet)
    record = to_json(probe.cable)
    return tuple(
        _evidence(probe, name, record[name])
        for name in (field.name for field in fields(Cable))
        if name not in _NOT_ASKED and record[name] and _is_filled(record[name])
    )


def _is_filled(value: object) -> bool:
    return not isinstance(value, dict) or any(value.values())


def _evidence(probe: "_Probe", name: str, value: object) -> Evidence:
    fact = probe.sheet.facts.get(_TOLD_WITH.get(name, name))
    lines = probe.lines_of(name)
    if fact and (name in PAGE_FIRST or not lines):
        return Evidence(name, value, fact.rule)
    return Evidence(name, value, RULES[name], lines)


@dataclass(frozen=True)
class _Probe:
    """A sheet that is read with some of its lines left out.

    Then nothing takes the place of what the lines said: the page's facts are left out that only
    fill gaps.
    """

    sheet: Sheet

    @cached_property
    def _gaps_open(self) -> Sheet:
        facts = {name: fact for name, fact in self.sheet.facts.items() if name in _COUNT_MORE}
        return replace(self.sheet, facts=facts)

    @cached_property
    def _from_lines(self) -> Cable:
        return compose(self._gaps_open)

    @cached_property
    def cable(self) -> Cable:
        """The cable of the whole sheet."""
        return compose(self.sheet)

    @cached_property
    def _lines(self) -> tuple[SourceLine, ...]:
        return tuple(
            SourceLine(part, number, text)
            for part in ("header", "body")
            for number, text in enumerate(getattr(self.sheet, part).split("\n"), 1)
        )

    def lines_of(self, name: str) -> tuple[SourceLine, ...]:
        """The lines that decide a field."""
        if name == "paragraphs":
            return tuple(map(self._first_line, self.cable.paragraphs))
        lines = [line for line, changed in self._deciding if name in changed]
        return tuple(lines if name in _NORMAL else self._sharing_words(name, lines))

    def _sharing_words(
        self, name: str, lines: Sequence[SourceLine]
    ) -> Iterator[SourceLine]:
        """The lines with a word of a value; of addressees with a whole name, since all lists have
        words such as AMEMBASSY."""
        value = getattr(self.cable, name)
        if name in ("to", "info"):
            named = [one for whole in value for one in (whole.name, *whole.excluded)]
            yield from (
                line for line in lines
                if any(one in line.text or line.text.strip() in one for one in named)
            )
            return
        words = frozenset(_WORD.findall(dumps(to_json(self.cable)[name]).upper()))
        yield from (
            line for line in lines if not words.isdisjoint(_WORD.findall(line.text.upper()))
        )

    def _first_line(self, paragraph: Paragraph) -> SourceLine:
        number = self.cable.body.count("\n", 0, paragraph.start) + 1
        return SourceLine("body", number, self.cable.body.split("\n")[number - 1])

    @cached_property
    def _deciding(self) -> tuple[tuple[SourceLine, frozenset[str]], ...]:
        """Each line without which something is read differently, and which fields are."""
        lines = [line for line in self._lines if line.text.strip()]
        groups = (lines[start : start + _GROUP] for start in range(0, len(lines), _GROUP))
        return tuple(found for group in groups for found in self._search(group))

    def _search(
        self, lines: Sequence[SourceLine]
    ) -> Iterator[tuple[SourceLine, frozenset[str]]]:
        changed = self._changed_without(lines)
        if not changed:
            return
        if len(lines) == 1:
            yield lines[0], changed
            return
        half = len(lines) // 2
        yield from self._search(lines[:half])
        yield from self._search(lines[half:])

    def _changed_without(self, lines: Sequence[SourceLine]) -> frozenset[str]:
        other = compose(self._without(lines))
        return frozenset(
            field.name for field in fields(Cable)
            if field.name not in _NOT_ASKED and field.name != "paragraphs"
            and getattr(other, field.name) != getattr(self._from_lines, field.name)
        )

    def _without(self, left_out: Sequence[SourceLine]) -> Sheet:
        """The sheet with these lines blank, each as long as before."""
        gone = frozenset(left_out)
        parts: dict[str, list[str]] = {"header": [], "body": []}
        for line in self._lines:
            parts[line.part].append(" " * len(line.text) if line in gone else line.text)
        header, body = ("\n".join(parts[part]) for part in ("header", "body"))
        return replace(self._gaps_open, header=header, body=body)
