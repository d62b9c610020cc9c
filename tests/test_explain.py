"""Every field says where it was read from, and the lines that it names hold its value."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from indexer.cable import Cable
from indexer.explain import RULES, Evidence, explain
from indexer.formats import FORMS, collection_of, read_cable, read_sheet
from indexer.record import to_json
from queries.cli import main

from .expected import stored_pages
from .invented import html_page, text_page

_PAGES = [
    path for form in FORMS for path in stored_pages(form.NAME)
    if not collection_of(path.read_bytes())
]
_PRINTED = ("dtg", "sender", "signer", "subject", "classified_by")


def _evidence(data: bytes) -> dict[str, Evidence]:
    return {one.field: one for one in explain(read_sheet(data)[1])}


def test_every_field_has_a_rule() -> None:
    without = {"header", "body", "problems", "form", "source", "released"}
    assert {field.name for field in fields(Cable)} - without == set(RULES)


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_field_that_was_read_is_explained(path: Path) -> None:
    _, sheet = read_sheet(path.read_bytes(), path.name)
    record = to_json(read_cable(path.read_bytes(), path.name))
    found = {one.field: one for one in explain(sheet)}
    filled = {name for name in RULES if record[name]} - {"transmission"}
    assert filled <= set(found)
    for one in found.values():
        assert one.rule
        assert one.value == record[one.field]
        for line in one.lines:
            assert getattr(sheet, line.part).split("\n")[line.number - 1] == line.text
    for name in set(_PRINTED) & {one.field for one in found.values() if one.lines}:
        text = " ".join(line.text for line in found[name].lines).upper()
        words = re.findall(r"\w+", str(found[name].value).upper())
        assert [word for word in words if word not in text] == [], name


def test_a_column_of_the_table_is_named() -> None:
    found = _evidence(html_page(12))
    assert (found["id"].rule, found["id"].lines) == ("column Reference ID", ())
    assert (found["classification"].rule, found["released"].rule) == (
        "column Classification", "column Released"
    )


def test_a_line_of_the_telegram_is_named_with_its_number() -> None:
    found = _evidence(html_page(12))
    assert [(one.part, one.number, one.text) for one in found["tags"].lines] == [
        ("body", 6, "TAGS: EFIS PREL")
    ]
    assert [(one.part, one.number) for one in found["dtg"].lines] == [("header", 1)]
    assert [one.number for one in found["paragraphs"].lines] == [11, 13]


def test_the_number_of_a_text_is_explained_by_its_classification_line() -> None:
    found = _evidence(text_page(12))
    assert [one.text for one in found["id"].lines if one.part == "body"] == [
        "UNCLAS NOWHERE 000012"
    ]


def test_a_subject_that_the_heading_cuts_is_the_telegrams() -> None:
    found = _evidence(html_page(12))["subject"]
    assert (found.rule, found.lines[0].text) == ("the block SUBJECT", "SUBJECT: FISH QUOTAS")


def test_a_subject_that_only_the_heading_has_is_told_so() -> None:
    found = _evidence(html_page(12).replace(b"SUBJECT: FISH QUOTAS&#x000A;", b""))["subject"]
    assert found.rule.startswith("heading")


def test_explain_is_for_people_unless_json_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text_page(12))
    assert main(["read", "--explain", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{path}: form text"
    place = lines.index("tags            EFIS, PREL")
    assert [line.strip() for line in lines[place + 1 : place + 3]] == [
        "the block TAGS", "body 6    TAGS: EFIS PREL",
    ]
    assert main(["read", "--explain", "-f", "json", str(path)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["source"], record["form"]) == (str(path), "text")
    assert {"field", "value", "rule", "lines"} == set(record["fields"][0])
    assert record["problems"] == []


def test_explain_tells_the_problems_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(html_page(12).replace(b"2008-11-12 18:33", b"2008-11-12 06:33"))
    assert main(["read", "--explain", str(path)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "problem         created: the date-time group says 2008-11-12T18:33Z"


def test_a_long_line_is_told_in_full(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    names = "; ".join(f"AMEMBASSY {name}" for name in ("PARIS", "ROME", "BONN", "RIGA", "OSLO"))
    path.write_bytes(text_page(12).replace(b"TO SECSTATE WASHDC 0012", f"TO {names}".encode()))
    assert main(["read", "--explain", str(path)]) == 0
    assert "OSLO" in capsys.readouterr().out.split("the list behind TO")[1].split("attention")[0]


def test_a_list_of_addressees_is_not_explained_by_the_other_list() -> None:
    data = text_page(12).replace(b"WASHDC 0012", b"WASHDC 0012\nINFO AMEMBASSY PARIS")
    found = _evidence(data)
    assert [one.text for one in found["to"].lines] == ["TO SECSTATE WASHDC 0012"]
    assert [one.text for one in found["info"].lines] == ["INFO AMEMBASSY PARIS"]


def test_text_without_explain_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text_page(12))
    assert main(["read", "-f", "text", str(path)]) == 2
    assert "--explain" in capsys.readouterr().err


def test_a_page_that_is_refused_is_told_with_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(b"Dear Sir,")
    assert main(["read", "--explain", str(tmp_path / "a.txt")]) == 2
    assert "refused" in capsys.readouterr().err


def test_forms_lists_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forms"]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines() if not line.startswith(" ")] == [
        form.NAME for form in FORMS
    ]
