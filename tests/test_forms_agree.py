"""The same cable in every form of a telegram is read the same, and is one cable in an archive."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Final

import pytest

from indexer import build, read_cable
from indexer.archive import Archive
from indexer.cable import Cable

from .invented import html_page, telegram, text_page

_HEADER, _BODY = telegram(12)


def _plusd() -> bytes:
    keys = {"Date": "2008 November 12, 18:33 (Wednesday)", "Canonical ID": "08NOWHERE12_a",
            "Original Classification": "UNCLASSIFIED", "Office Origin": "Embassy Nowhere"}
    cells = "".join(
        f"<td><div class='s_key'>{key}</div><div class='s_val'>{value}</div></td>"
        for key, value in keys.items()
    )
    text = escape(f"{_HEADER}\n{_BODY}").replace("\n", "<br/>")
    return (f"<html><body><table id='synopsis'><tr><td colspan='2'>FISH QUOTAS</td></tr>"
            f"<tr>{cells}</tr></table><div id='tagged-text'>{text}</div></body></html>").encode()


def _dump() -> bytes:
    columns = ("1", "11/12/2008 18:33", "08NOWHERE12", "Embassy Nowhere", "UNCLASSIFIED",
               "08STATE77", _HEADER, _BODY)
    return (",".join(f'"{column}"' for column in columns) + "\n").encode()


def _lines() -> bytes:
    top = ("08NOWHERE12", "FISH QUOTAS", "Wed Nov 12 00:00:00 +0100 2008", "UNCLASSIFIED",
           "Embassy Nowhere")
    return ("\n".join(top) + f"\n{_HEADER}{_BODY}").encode()


def _aad() -> bytes:
    keys = ("Document Number: 2008NOWHERE00012", "Original Classification: UNCLASSIFIED",
            "Draft Date: 12 NOV 2008", "Locator: TEXT ON-LINE", "From: NOWHERE", "Subject: FISH")
    attributes = "\n".join(keys)
    return f"Message Text\n\n{_HEADER}\n{_BODY}\n\nMessage Attributes\n\n{attributes}\n".encode()


_FORMS: Final[dict[str, Callable[[], bytes]]] = {
    "page": lambda: html_page(12), "plusd": _plusd, "dump": _dump, "lines": _lines, "aad": _aad,
    "text": lambda: text_page(12),
}


def _read(cable: Cable) -> tuple[object, ...]:
    return (
        cable.id, cable.created, cable.dtg, cable.precedence, cable.classification, cable.caveats,
        cable.origin, cable.sender, cable.to, cable.order, cable.declass, cable.tags, cable.subject,
        [one.id for one in cable.references], [one.text for one in cable.paragraphs], cable.signer,
    )


@pytest.mark.parametrize("form", _FORMS)
def test_every_form_gives_the_same_cable(form: str) -> None:
    cable = read_cable(_FORMS[form](), "x")
    assert cable.form == form
    assert _read(cable) == _read(read_cable(html_page(12)))


def test_pages_rows_and_texts_of_one_cable_are_one_cable(tmp_path: Path) -> None:
    for form, make in _FORMS.items():
        (tmp_path / form).write_bytes(make())
    report = build(tmp_path / "a", [str(tmp_path / form) for form in _FORMS])
    assert not report.refused
    with Archive(tmp_path / "a") as archive:
        assert archive.count() == 1
        shown, *others = archive.find("08NOWHERE12")
        assert shown.cable.form == "page"
        assert len(archive.sources(shown.number)) + len(others) >= len(_FORMS) - 2
