"""Sections that were published apart are one cable, in whatever order they come and go."""

from itertools import permutations
from pathlib import Path

import pytest

from indexer import build
from indexer.archive import Archive, Stored
from indexer.builder import Options
from queries import open_archive
from queries.cli import main

_WORDS = {1: "The first boat sailed.", 2: "The second boat sank.", 3: "The third never left."}


def _section(number: int, count: int = 3, released: str = "2011-08-30 01:44") -> bytes:
    header = "O 121833Z NOV 08&#x000A;FM AMEMBASSY NOWHERE&#x000A;TO SECSTATE WASHDC 0012&#x000A;"
    head = "&#x000A;E.O. 12958: N/A&#x000A;TAGS: EFIS PREL&#x000A;SUBJECT: BOATS&#x000A;&#x000A;"
    body = (f"UNCLAS SECTION {number:02} OF {count:02} NOWHERE 000012&#x000A;{head}"
            f"{number}. {_WORDS[number]}&#x000A;")
    cells = ("08NOWHERE12", "2008-11-12 18:33", released, "UNCLASSIFIED", "Embassy Nowhere")
    heads = ("Reference ID", "Created", "Released", "Classification", "Origin")
    rows = ("".join(f"<th>{one}</th>" for one in heads), "".join(f"<td>{c}</td>" for c in cells))
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return (f"<title>Cable Viewer</title><table class='cable'>{table}</table>"
            f"<code><pre>{header}</pre></code><code><pre>{body}</pre></code>").encode()


def _texts(archive: Path) -> list[Stored]:
    with Archive(archive) as reader:
        return reader.find("08NOWHERE12")


def _built(folder: Path, *names: str) -> list[Stored]:
    build(folder / "a", [str(folder / name) for name in names])
    return _texts(folder / "a")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for number in _WORDS:
        (tmp_path / f"{number}.html").write_bytes(_section(number))
    return tmp_path


@pytest.mark.parametrize("order", list(permutations(("1.html", "2.html", "3.html"))))
def test_sections_published_apart_are_one_cable_in_any_order(
    pages: Path, order: tuple[str, ...]
) -> None:
    for name in order:  # each in a run of its own
        texts = _built(pages, name)
    whole, *apart = texts
    assert [paragraph.text for paragraph in whole.cable.paragraphs] == list(_WORDS.values())
    assert (whole.cable.sections, whole.cable.section_count) == ((1, 2, 3), 3)
    assert sorted(one.cable.sections for one in apart) == [(1,), (2,), (3,)]
    with open_archive(pages / "a") as archive:
        assert archive.count("*") == 1
        (hit,) = archive.search("boat sank")
        assert hit.id == "08NOWHERE12"
        assert hit.snippets[0].paragraph == 2


def test_a_joined_cable_has_the_sources_of_all_its_sections(pages: Path) -> None:
    whole, *_ = _built(pages, "1.html", "2.html", "3.html")
    with Archive(pages / "a") as reader:
        assert [Path(source).name for source in reader.sources(whole.number)] == [
            "1.html", "2.html", "3.html",
        ]
        assert Path(whole.cable.source).name == "1.html"
        assert reader.listed([whole.number]) == [whole.listed()]


def test_show_says_from_how_many_texts_a_cable_was_joined(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _built(pages, "1.html", "2.html", "3.html")
    assert main(["show", "08NOWHERE12", "-a", str(pages / "a")]) == 0
    out = capsys.readouterr().out
    assert "joined from     3 texts" in out.splitlines()
    assert "other texts" not in out
    assert [line for line in out.splitlines() if "boat" in line or "third" in line] == [
        f"{number}. {words}" for number, words in _WORDS.items()
    ]


def test_a_missing_section_is_told(pages: Path) -> None:
    whole, *_ = _built(pages, "1.html", "3.html")
    assert whole.cable.sections == (1, 3)
    assert "section 2 of 3 is missing" in [problem.message for problem in whole.cable.problems]


def test_a_later_section_alone_is_shown_and_what_is_missing_is_told(pages: Path) -> None:
    (piece,) = _built(pages, "2.html")
    assert "section 1 of 3 is missing" in [problem.message for problem in piece.cable.problems]


def test_a_first_section_may_be_all_that_there_is(pages: Path) -> None:
    (piece,) = _built(pages, "1.html")
    assert [problem.field for problem in piece.cable.problems] == []


def test_of_two_releases_of_a_section_the_newest_is_taken(pages: Path) -> None:
    newer = _section(2, released="2011-09-02 01:44").replace(b"sank", b"was saved")
    (pages / "2b.html").write_bytes(newer)
    whole, *apart = _built(pages, "1.html", "2.html", "2b.html", "3.html")
    assert whole.cable.paragraphs[1].text == "The second boat was saved."
    assert len(apart) == 4


def test_a_section_that_is_pruned_leaves_the_joined_cable(pages: Path) -> None:
    build(pages / "a", [str(pages)])
    (pages / "2.html").unlink()
    build(pages / "a", [str(pages)], Options(prune=True))
    whole, *_ = _texts(pages / "a")
    assert whole.cable.sections == (1, 3)
    (pages / "3.html").unlink()
    build(pages / "a", [str(pages)], Options(prune=True))
    (alone,) = _texts(pages / "a")
    assert alone.cable.sections == (1,)


def test_a_whole_text_is_shown_before_sections(pages: Path) -> None:
    body = _section(1, released="2010-12-01 00:00").replace(
        b"1. ", b"1. All boats: ").replace(b"SECTION 01 OF 03 ", b"")
    (pages / "whole.html").write_bytes(body)
    first, *others = _built(pages, "1.html", "2.html", "3.html", "whole.html")
    assert first.cable.paragraphs[0].text.startswith("All boats")
    assert len(others) == 3
