"""The reference of the query language says what the code does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.fields import FIELDS
from queries.errors import QueryError
from queries.faults import DEEPEST, FAULTS, LONGEST, MOST_CLAUSES
from queries.parser import parse
from queries.tree import Word

TEXT = (Path(__file__).parent.parent / "docs" / "query-language.md").read_text(encoding="utf-8")
WITHOUT_EXAMPLE = {"not-text", "too-long", "too-deep", "too-many-clauses"}


def rows(heading: str) -> Iterator[list[str]]:
    """The cells of each row of the tables whose first column has this heading."""
    inside = False
    for line in TEXT.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif cells[0] == heading:
            inside = True
        elif inside and not cells[0].startswith("---"):
            yield cells


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


EXAMPLES = [example for first, *_ in rows("write") for example in quoted(first)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_reference_is_a_query(example: str) -> None:
    node = parse(example)
    assert parse(str(node)) == node


def test_the_reference_has_an_example_of_everything() -> None:
    used = {type(node).__name__ for node in map(parse, EXAMPLES)}
    assert used >= {"And", "Or", "Not", "Near", "Before", "Boost", "In", "Has", "Everything",
                    "Exact", "Phrase", "Wildcard", "Fuzzy", "Regex"}


def test_every_field_is_in_the_table_as_it_is() -> None:
    documented = list(rows("field"))
    assert documented == [
        [f"`{field.name}`", ", ".join(f"`{alias}`" for alias in field.aliases), field.kind.value,
         field.help, f"`{field.example}`"]
        for field in FIELDS
    ]
    assert all(parse(quoted(row[-1])[0]) for row in documented)


def test_every_error_is_in_the_table_with_an_example_that_gives_it() -> None:
    documented = {quoted(code)[0]: quoted(example) for code, example, _ in rows("code")}
    assert list(documented) == list(FAULTS)
    given = {code: [error_code(query) for query in queries] for code, queries in documented.items()}
    assert given == {code: [] if code in WITHOUT_EXAMPLE else [code] for code in FAULTS}


def test_the_words_of_the_trade_are_one_word_each() -> None:
    paragraph = TEXT.partition("each is one word:")[2].partition("\n\n")[0]
    words = quoted(paragraph)
    assert len(words) > 15
    assert [parse(word) for word in words] == [Word(word) for word in words]


def test_the_escapes_of_the_reference_give_words() -> None:
    line = TEXT.partition("A backslash makes any character itself:")[2].partition(". So do")[0]
    assert [parse(word) for word in quoted(line)] == [
        Word("-5"), Word("SUBJECT:plenary"), Word("AND"), Word("what?")
    ]


def test_the_precedence_is_as_it_says() -> None:
    loose, tight = quoted(TEXT.partition("\nSo ")[2])[:2]
    assert parse(loose) == parse(tight)


def test_the_limits_are_as_it_says() -> None:
    limits = TEXT.partition("## Limits")[2].partition("## Errors")[0]
    said = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", limits)]
    assert said[:3] == [LONGEST, DEEPEST, MOST_CLAUSES]


def error_code(query: str) -> str:
    try:
        parse(query)
    except QueryError as error:
        return error.code
    return "none"
