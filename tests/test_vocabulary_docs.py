"""The document on the vocabulary says what the tables hold and what the command prints."""

import csv
import re
from pathlib import Path

import pytest

from indexer import tags as module
from indexer.oddities import all_oddities
from indexer.posts import canonical_post
from indexer.tags import codes, kind_of, suggestion

from .readme import ROOT, examples, make_place, matches, run

TEXT = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
DATA = Path(module.__file__).parent / "data"


def section(heading: str) -> str:
    """The text below a heading, to the next one."""
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)


def row_of(heading: str, column: str) -> str:
    (row,) = re.findall(rf"^\| `{column}` \| (.+) \|$", section(heading), re.MULTILINE)
    return str(row)


HEADINGS = re.findall(r"^## (`(\w+\.csv)`: .+)$", TEXT, re.MULTILINE)


def test_every_table_is_documented() -> None:
    assert sorted(name for _, name in HEADINGS) == sorted(path.name for path in DATA.glob("*.csv"))


@pytest.mark.parametrize(("heading", "name"), HEADINGS)
def test_the_columns_are_as_it_says(heading: str, name: str) -> None:
    with (DATA / name).open(encoding="utf-8", newline="") as table:
        columns = next(csv.reader(table))
    assert re.findall(r"^\| `(\w+)` \|", section(heading), re.MULTILINE) == columns


def test_the_kinds_and_the_fields_are_as_it_says() -> None:
    kinds = dict.fromkeys(code.kind for code in codes().values())
    assert quoted(row_of("`tags.csv`: the codes", "kind")) == list(kinds)
    fields = {oddity.field for oddity in all_oddities()}
    assert set(quoted(row_of("`oddities.csv`: the corrections", "field"))) == fields


def test_the_regions_are_as_it_says() -> None:
    said = section("`tags.csv`: the codes").partition("The regions are ")[2].partition(".")[0]
    regions = {code.region for code in codes().values()} - {""}
    # "South and Central Asia" has an "and" of its own
    assert set(re.split(r",\s(?:and\s)?", said.replace("\n", " "))) == regions


def test_the_codes_that_it_names_are_what_it_says() -> None:
    text = section("`tags.csv`: the codes")
    named = re.findall(r"`([A-Z]{2})` is (\w+)", text)
    assert len(named) == 3
    assert [(code, codes()[code].meaning) for code, _ in named] == named
    given_up = quoted(text.partition("stand\nthere too, ")[2].partition(":")[0])
    assert [kind_of(code) for code in given_up] == ["subject", "subject", "country", "country"]
    assert codes()["XA"].kind == "country"
    assert kind_of("KQQQ") == "programme"


def test_the_misprints_that_it_names_are_mended_as_it_says() -> None:
    found, meant = quoted(TEXT.partition("alias: ")[2].partition(".")[0])
    assert canonical_post(found) == meant
    printed = {oddity.found for oddity in all_oddities()}
    needless, needed = quoted(TEXT.partition("changed about, away. ")[2].partition("\n")[0])
    assert needless not in printed
    assert needed in printed
    assert suggestion(needless)


def test_the_tests_that_it_names_are_there() -> None:
    named = re.findall(r"tests/\w+\.py", TEXT)
    assert len(named) == 3
    assert all((ROOT / name).is_file() for name in named)


def test_the_commands_print_what_it_says(tmp_path: Path) -> None:
    make_place(tmp_path)
    shown = examples(TEXT)
    assert len(shown) >= 4
    for example in shown:
        printed = run(example.command, tmp_path)
        assert matches(example, printed), f"$ {example.command}\n{printed}"
