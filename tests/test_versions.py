"""Two texts under one id: both are kept, the newest release is shown, and the difference is told."""

import json
from pathlib import Path

import pytest

from indexer import build
from queries.cli import main

from .invented import html_page


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    old = html_page(12, words="The fleet \x1b[2Jsailed.", released="2010-12-01 00:12")
    (pages / "old.html").write_bytes(old)
    (pages / "new.html").write_bytes(html_page(12, words="The fleet sank."))
    (pages / "again.html").write_bytes(html_page(12, words="The fleet sank."))
    (pages / "other.html").write_bytes(html_page(13))
    build(tmp_path / "a", [str(pages)])
    return tmp_path / "a"


def test_versions_lists_the_texts_and_how_they_differ(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "08NOWHERE12", "--versions", "-a", str(archive)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert "text 1 of 2, shown, form page, released 2011-08-30" in out
    assert "text 2 of 2, kept, form page, released 2010-12-01" in out
    assert [Path(line.strip()).name for line in out if line.startswith("    ")] == [
        "again.html", "new.html", "old.html",
    ]
    changed = [line for line in out if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line for line in changed if "fleet" in line] == [
        "-1. The fleet sank.", "+1. The fleet  [2Jsailed.",
    ]
    assert any(line.startswith("-released: 2011-08-30") for line in changed)


def test_versions_as_json_is_every_text(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "08NOWHERE12", "--versions", "--json", "-a", str(archive)]) == 0
    texts = json.loads(capsys.readouterr().out)
    assert [text["released"][:4] for text in texts] == ["2011", "2010"]


def test_a_cable_with_one_text_has_one_version(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "08NOWHERE13", "--versions", "-a", str(archive)]) == 0
    assert "text 1 of 1, shown" in capsys.readouterr().out


def test_a_number_without_a_year_is_the_one_cable_that_has_it(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "AMEMBASSY NOWHERE 0012", "-a", str(archive)]) == 0
    assert capsys.readouterr().out.startswith("08NOWHERE12  ")


def test_a_number_of_several_years_names_them_all(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = html_page(12).replace(b"08NOWHERE12", b"07NOWHERE12").replace(b"2008", b"2007")
    (tmp_path / "b.html").write_bytes(page.replace(b"NOV 08", b"NOV 07"))
    build(archive, [str(tmp_path / "b.html")])
    assert main(["show", "NOWHERE 12", "-a", str(archive)]) == 2
    assert "07NOWHERE12, 08NOWHERE12" in capsys.readouterr().err


@pytest.mark.parametrize("style", [
    "08 NOWHERE 12", "2008NOWHERE00012_a", "08NOWHERE012", "NOWHERE 12/08",
    "'08 AMEMBASSY NOWHERE 12",
])
def test_every_style_of_a_number_leads_to_the_cable(
    archive: Path, capsys: pytest.CaptureFixture[str], style: str
) -> None:
    for command in (["show", style], ["search", f'id:"{style}"'], ["count", f'id:"{style}"']):
        assert main([*command, "-a", str(archive)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("08NOWHERE12  FISH QUOTAS")
    assert out.endswith("\n1\n")


def test_a_number_without_a_year_finds_it_in_every_year(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", 'id:"NOWHERE 12"', "-f", "ids", "-a", str(archive)]) == 0
    assert capsys.readouterr().out == "08NOWHERE12\n"
