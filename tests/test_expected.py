"""Every stored page gives the JSON beside it, and what must be refused is, with a reason."""

import json
from pathlib import Path

import pytest

from indexer import read_cable
from indexer.errors import Refused
from indexer.formats import FORMS

from .expected import PAGES, given, stored_pages

_FEWEST = 3
_ALL = [path for form in FORMS for path in stored_pages(form.NAME)]


def _name(path: Path) -> str:
    return path.relative_to(PAGES).as_posix()


@pytest.mark.parametrize("path", _ALL, ids=_name)
def test_a_page_gives_the_json_beside_it(path: Path) -> None:
    looked_at = path.with_suffix(".json")
    assert looked_at.exists(), f"propose it with: python -m tests.expected {_name(path)}"
    assert given(path) == json.loads(looked_at.read_text("utf-8"))


def test_what_is_proposed_was_looked_at() -> None:
    assert [_name(path) for path in PAGES.glob("*/*.new")] == []


@pytest.mark.parametrize("form", [form.NAME for form in FORMS])
def test_a_form_has_stored_pages(form: str) -> None:
    assert len(stored_pages(form)) >= _FEWEST


@pytest.mark.parametrize("form", [form.NAME for form in FORMS])
def test_a_form_has_pages_that_must_be_refused(form: str) -> None:
    assert [path for path in stored_pages("refused") if path.name.startswith(f"{form}_")]


def test_every_json_has_its_page() -> None:
    pages = {path.with_suffix(".json") for path in _ALL}
    assert set(PAGES.glob("*/*.json")) - {PAGES / "refused" / "records.json"} == pages


@pytest.mark.parametrize("path", sorted((PAGES / "refused").glob("*")), ids=_name)
def test_what_is_no_cable_is_refused(path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_cable(path.read_bytes(), path.name)
    assert len(str(refused.value)) > 3


@pytest.mark.parametrize(("data", "form"), [
    (b"<html><body><pre>R 121833Z NOV 08\nUNCLAS NOWHERE 000012\n</pre></body></html>", "text"),
    (b"<title>Cable</title><h3>Viewing cable 08NOWHERE12, X</h3><code><pre>UNCLAS</pre></code>",
     "page"),
    (b"<table><tr><td class='s_key'>From:</td><td class='s_val'>PARIS</td></tr></table>", "plusd"),
    (b"Message Text\n\nDear Sir,\n", "aad"),
    (b'<TEI xmlns="http://example/other"><div type="document"/></TEI>', "frus"),
])
def test_a_refusal_names_the_nearest_form_and_what_is_missing(data: bytes, form: str) -> None:
    with pytest.raises(Refused, match=f"nearest form: {form}, but without "):
        read_cable(data)
