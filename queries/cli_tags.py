"""The command ``tags``: the codes of the TAGS line, what they mean, and how often they are used."""

import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import click

from indexer.cli_options import archive_option
from indexer.near import near_words, only
from indexer.record import dumps
from indexer.safe import safe_line
from indexer.schema import DATABASE
from indexer.tags import codes, find_codes, suggestion, words_of_codes
from indexer.used_codes import Entry, entries, used_codes

from .cli import FOUND, NOTHING
from .cli_output import look, say
from .terminal import Look, Painter, Style, sink_for
from .writers.csv import row_writer

VERSION: Final = 1
_UNKNOWN: Final = "unknown"
_KINDS: Final = ("subject", "programme", "country", "organisation", "person", _UNKNOWN)
_COLUMNS: Final = tuple(field.name for field in fields(Entry))
_GAP: Final = "  "
_WIDEST_CODE: Final = 16
_NARROWEST_TEXT: Final = 20


@click.command()
@click.argument("words", nargs=-1, metavar="[CODE|WORD]...")
@archive_option
@click.option("--kind", type=click.Choice(_KINDS), help="Only codes of this kind.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "csv", "json"]),
              default="text", show_default=True)
def tags(words: tuple[str, ...], archive: Path, kind: str | None, form: str) -> int:
    """List the codes of TAGS lines: kind, cables in the archive, meaning, region.

    Without an argument these are the codes that the archive has, the most used first. A WORD stands
    in a meaning, a kind or a region; several in quotes must all stand there. Without an archive no
    cables are counted.

    \b
    cables tags
    cables tags PREL iz 'human rights'
    cables tags --kind country africa
    """
    used = _used(archive)
    asked = _asked(words, used or {}) if words else _all(used)
    rows = [row for row in asked if kind in (None, row.kind or _UNKNOWN)]
    rows.sort(key=lambda row: (-row.cables, row.code))
    if not rows and (asked or not words):
        say("no code found")
    columns = [name for name in _COLUMNS if name != "cables" or used is not None]
    if form == "json":
        _print_json(rows, columns)
    elif form == "csv":
        _print_csv(rows, columns)
    elif rows:
        click.echo("\n".join(_lines(rows, columns, look())))
    return FOUND if rows else NOTHING


def _used(archive: Path) -> dict[str, Entry] | None:
    """The codes of the archive, None where there is no archive."""
    if (archive / DATABASE).is_file():
        return used_codes(archive)
    say(f"note: no archive at {archive}: cables are not counted")
    return None


def _all(used: dict[str, Entry] | None) -> list[Entry]:
    """All that the archive has, or all that there is."""
    return entries(codes().values(), {}) if used is None else list(used.values())


def _asked(words: Iterable[str], used: Mapping[str, Entry]) -> list[Entry]:
    """What each of these words stands for, every code once; what stands for none is said."""
    found: dict[str, Entry] = {}
    for word in words:
        here = _found(word, used)
        found.update((entry.code, entry) for entry in here)
        if not here:
            say(f"no code or word {word}{_meant(word, used)}")
    return list(found.values())


def _found(word: str, used: Mapping[str, Entry]) -> list[Entry]:
    printed = used.get(" ".join(word.upper().split()))
    return [printed] if printed else entries(find_codes(word), used)


def _meant(word: str, used: Iterable[str]) -> str:
    """A question to end a complaint with; '' where no code, no word and no name is near."""
    if code := suggestion(word.upper()):
        meaning = codes()[code].meaning
        return f": did you mean {code}{meaning and f' ({meaning})'}?"
    near = only(near_words(words_of_codes()).near(word.lower()))
    near = near or only(near_words(used).near(word.upper()))
    return f": did you mean {near}?" if near else ""


def _print_json(rows: Sequence[Entry], columns: Sequence[str]) -> None:
    """One object with the keys version, codes, count; a code a line."""
    records = [dumps({name: getattr(row, name) for name in columns}) for row in rows]
    text = ",\n".join(records)
    sink_for(sys.stdout).write(
        f'{{"version": {VERSION}, "codes": [\n{text}\n], "count": {len(rows)}}}\n'
    )


def _print_csv(rows: Sequence[Entry], columns: Sequence[str]) -> None:
    write = row_writer(sink_for(sys.stdout))
    write(columns)
    for row in rows:
        write([getattr(row, name) for name in columns])


@dataclass(frozen=True, slots=True)
class _Widths:
    """The columns of a table for people; ``count`` is 0 where there is none, ``meaning`` where
    region stands right behind it."""

    code: int
    count: int
    kind: int
    meaning: int
    text: int


def _lines(rows: Sequence[Entry], columns: Sequence[str], shown: Look) -> Iterator[str]:
    """A line a code, or more where its meaning is long or the code is wider than its column."""
    paint, widths = Painter(shown.colour), _widths(rows, columns, shown.width)
    for row in rows:
        code = safe_line(row.code)
        count = f"{row.cables:>{widths.count}}{_GAP}" if widths.count else ""
        middle = f"{_GAP}{count}{row.kind or _UNKNOWN:<{widths.kind}}{_GAP}"
        if len(code) > widths.code:
            yield paint(code, Style.NAME)
            code = ""
        first, *others = _text_lines(row, widths)
        pad = " " * (widths.code - len(code))
        yield f"{paint(code, Style.NAME)}{pad}{middle}{first}".rstrip()
        indent = " " * (widths.code + len(middle))
        yield from (indent + line for line in others)


def _widths(rows: Sequence[Entry], columns: Sequence[str], width: int) -> _Widths:
    code = min(_WIDEST_CODE, max(len(safe_line(row.code)) for row in rows))
    count = max(len(str(row.cables)) for row in rows) if "cables" in columns else 0
    kind = max(len(row.kind or _UNKNOWN) for row in rows)
    used = code + kind + 2 * len(_GAP) + (count + len(_GAP) if count else 0)
    text = max(_NARROWEST_TEXT, width - used)
    meaning = max((len(row.meaning) for row in rows if row.region), default=0)
    region = max(len(row.region) for row in rows)
    fits = meaning + len(_GAP) + region <= text
    return _Widths(code, count, kind, meaning if fits else 0, text)


def _text_lines(row: Entry, widths: _Widths) -> list[str]:
    """Meaning and region, or what was meant by an unknown code."""
    if row.suggestion:
        return [f"did you mean {row.suggestion}?"]
    region = row.region if row.region != row.meaning else ""
    if region and widths.meaning:
        return [f"{row.meaning:<{widths.meaning}}{_GAP}{region}"]
    text = ", ".join(filter(None, (row.meaning, region)))
    return textwrap.wrap(text, widths.text) or [""]
