"""The generator of invented cables: same seed, same cables, shaped like the published ones."""

import re
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest
from bs4 import BeautifulSoup

from benchmarks.corpus import Plan, cable_id, page, references, text, write
from benchmarks.identity import identify
from benchmarks.markup import Navigation
from benchmarks.shape import shape

SEED = 1


def blocks(data: bytes) -> tuple[str, str]:
    """The header and the body of a page."""
    soup = BeautifulSoup(data[data.index(b"<table class='cable'>") :], "lxml")
    header, body = soup.select("code > pre")
    return header.get_text(), body.get_text()


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert [page(SEED, n) for n in range(20)] == [page(SEED, n) for n in range(20)]
    assert page(SEED, 3, "full") == page(SEED, 3, "full")


def test_another_seed_gives_other_cables() -> None:
    assert not {page(1, n) for n in range(20)} & {page(2, n) for n in range(20)}


def test_a_cable_depends_on_its_number_alone(tmp_path: Path) -> None:
    few, many = Plan(tmp_path / "few", 3), Plan(tmp_path / "many", 40)
    assert write(few) < write(many, processes=2)
    assert files(few.folder).items() <= files(many.folder).items()


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its relative name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_page_lies_where_the_publisher_would_have_put_it(tmp_path: Path) -> None:
    write(Plan(tmp_path, 1, SEED))
    created = identify(SEED, 0).created
    path = tmp_path / f"cable/{created:%Y/%m}/{cable_id(SEED, 0)}.html"
    assert path.read_bytes() == page(SEED, 0)


def test_text_files_are_written_on_request(tmp_path: Path) -> None:
    write(Plan(tmp_path, 1, SEED, layout="text"))
    path = tmp_path / f"text/{identify(SEED, 0).created:%Y}/{cable_id(SEED, 0)}.txt"
    assert path.read_bytes() == text(SEED, 0)


def test_ids_are_unique() -> None:
    assert len({cable_id(SEED, number) for number in range(2_000)}) == 2_000


@pytest.mark.parametrize(
    ("navigation", "least", "most"), [("none", 11_500, 14_500), ("full", 165_000, 195_000)]
)
def test_the_mean_page_is_as_large_as_the_published_ones(
    navigation: Navigation, least: int, most: int
) -> None:
    assert least < mean(len(page(SEED, number, navigation)) for number in range(300)) < most


def test_a_page_with_navigation_has_the_same_two_blocks() -> None:
    assert blocks(page(SEED, 5, "full")) == blocks(page(SEED, 5, "none"))


def test_bodies_have_about_as_many_words_as_the_published_ones() -> None:
    words = [len(blocks(page(SEED, number))[1].split()) for number in range(400)]
    assert 1_000 < mean(words) < 1_250
    assert min(words) < 300
    assert max(words) > 3_000


def test_references_point_to_earlier_cables() -> None:
    earlier: dict[str, int] = {}
    found = 0
    for number in range(1_000):
        for reference in references(SEED, number):
            found += 1
            assert identify(SEED, earlier[reference]).created < identify(SEED, number).created
        earlier[cable_id(SEED, number)] = number
    assert found > 500


def test_every_reference_is_printed_in_the_body() -> None:
    for number in range(100):
        body = blocks(page(SEED, number))[1]
        for reference in references(SEED, number):
            serial = re.sub(r"^\d\d[A-Z]+", "", reference)
            assert re.search(rf"(?m)^(REF:| +¶[A-Z]\.).*[A-Z ]{serial}\b", body)


def test_years_and_posts_fall_as_in_the_published_cables() -> None:
    corpus = [identify(SEED, number) for number in range(5_000)]
    years = Counter(one.created.year for one in corpus)
    posts = Counter(one.post for one in corpus)
    assert years[2009] == pytest.approx(5_000 * 56_813 / 251_287, rel=0.1)
    assert posts["STATE"] == pytest.approx(5_000 * 8_009 / 251_287, rel=0.25)
    assert min(years) < 1990
    assert len(posts) > 200


def test_nothing_is_dated_after_the_last_published_cable() -> None:
    assert max(identify(SEED, n).created for n in range(5_000)).strftime("%Y-%m") == "2010-02"


def test_posts_are_written_as_they_are_in_telegrams() -> None:
    assert {"TEL AVIV", "KUALA LUMPUR"} <= set(shape().names.values())
    number = next(n for n in range(1_000) if identify(SEED, n).post == "TELAVIV")
    header, body = blocks(page(SEED, number))
    assert "FM AMEMBASSY TEL AVIV" in header
    assert f"TEL AVIV {number + 1:06d}" in body.splitlines()[0]


def test_routes_begin_in_2005() -> None:
    for number in range(200):
        header = blocks(page(SEED, number))[0]
        assert header.startswith("VZCZC") == (identify(SEED, number).created.year >= 2005)


def test_long_cables_are_broken_into_pages() -> None:
    bodies = [blocks(page(SEED, number))[1] for number in range(100)]
    long = [body for body in bodies if " SECTION 01 OF " in body.splitlines()[0]]
    assert long
    assert all(re.search(r"(?m)^[A-Z ]+ \d{8}  00\d\.\d OF 00\d$", body) for body in long)
