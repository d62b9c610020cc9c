"""The table of posts: its data, and how a post is recognised."""

import csv
import re
from pathlib import Path

import pytest

from indexer import posts as module
from indexer.posts import (
    canonical_post,
    known_post,
    post_of_year,
    posts,
    spellings,
)
from indexer.tags import codes

REFERENCE = Path(__file__).parent.parent.parent / "shared" / "reference" / "posts.txt"
_TABLE = Path(module.__file__).parent / "data" / "posts.csv"


def _letters(spelling: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", spelling)


def test_the_table_is_sorted_and_no_post_stands_in_it_twice() -> None:
    with _TABLE.open(encoding="utf-8", newline="") as table:
        names = [row["post"] for row in csv.DictReader(table)]
    assert names == sorted(set(names))
    assert len(names) >= 293


def test_every_name_is_in_capitals_without_blanks() -> None:
    assert all(re.fullmatch(r"[A-Z]{3,20}", name) for name in posts())


def test_no_spelling_means_two_posts() -> None:
    meant: dict[str, set[str]] = {}
    for post in posts().values():
        for spelling in (post.name, *post.spellings):
            meant.setdefault(_letters(spelling), set()).add(post.name)
    assert [names for names in meant.values() if len(names) > 1] == []


def test_every_spelling_is_one_that_a_cable_can_print() -> None:
    assert all(re.fullmatch(r"[A-Z][A-Z .'/-]*[A-Z.]", spelling) for spelling in spellings())


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the list lies beside a checkout, not in it")
def test_every_post_of_the_published_list_is_there() -> None:
    listed = REFERENCE.read_text(encoding="utf-8").split()
    assert len(listed) > 250
    assert [name for name in listed if known_post(name) != name] == []


def test_a_country_is_one_of_the_vocabulary_or_empty() -> None:
    assert {post.country for post in posts().values()} <= {
        "", *(code.meaning for code in codes().values() if code.kind == "country"),
    }  # fmt: skip
    assert posts()["CANBERRA"].country == "Australia"
    assert posts()["PARTO"].country == ""


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("RIO", "RIODEJANEIRO"), ("Rio de Janeiro", "RIODEJANEIRO"), ("HCMC", "HOCHIMINHCITY"),
        ("BKK", "BANGKOK"), ("KL", "KUALALUMPUR"), ("PORT-AU-PRINCE", "PORTAUPRINCE"),
        ("PORT AU PRINCE", "PORTAUPRINCE"), ("SECSTATE", "STATE"), ("SECSTATE WASHDC", "STATE"),
        ("USUN", "USUNNEWYORK"), ("USUN NEW YORK", "USUNNEWYORK"), ("USNATO", "USNATO"),
        ("USMISSION USNATO", "USNATO"), ("tel aviv", "TELAVIV"), ("The Hague", "THEHAGUE"),
        ("ST. PETERSBURG", "STPETERSBURG"), ("N'DJAMENA", "NDJAMENA"), ("OSAKA/KOBE", "OSAKAKOBE"),
        ("USEU BRUSSELS", "USEUBRUSSELS"), ("UNVIE", "UNVIEVIENNA"), ("REO BASRAH", "BASRAH"),
    ],
)
def test_aliases_mean_the_one_canonical_post(printed: str, post: str) -> None:
    assert canonical_post(printed) == post
    assert posts()[post].name == post


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("AMEMBASSY PARIS", "PARIS"), ("AMCONSUL HAMBURG", "HAMBURG"), ("NOFORNMADRID", "MADRID"),
        ("USMISSION GENEVA", "GENEVA"), ("EFTO AMEMBASSY NOWHERE", "NOWHERE"),
    ],
)
def test_words_before_the_name_are_dropped(printed: str, post: str) -> None:
    assert canonical_post(printed) == post


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("KATHMNDU", "KATHMANDU"), ("KATHMNADU", "KATHMANDU"), ("TEGUCIGALLPA", "TEGUCIGALPA"),
        ("TOKY", "TOKYO"), ("ISLAMABAB", "ISLAMABAD"), ("0TTAWA", "OTTAWA"), ("B0G0TA", "BOGOTA"),
    ],
)
def test_a_slip_of_one_letter_is_mended(printed: str, post: str) -> None:
    assert canonical_post(printed) == post


@pytest.mark.parametrize("far", ["ELSEWHERE", "ROM", "BAMUKA", "LILLE", "MADRIGAL", "TUNISIA"])
def test_a_name_that_is_two_slips_away_stays_as_found(far: str) -> None:
    assert canonical_post(far) == far


def test_an_unknown_post_stays_as_found() -> None:
    assert canonical_post("Fort Nowhere") == "FORTNOWHERE"
    assert canonical_post("") == ""


def test_where_two_posts_are_equally_near_neither_is_taken() -> None:
    assert canonical_post("MONTERRREEY") == "MONTERRREEY"
    assert canonical_post("MONTER") == "MONTER"


def test_names_cut_at_six_letters_as_in_the_1970s_are_completed() -> None:
    assert canonical_post("SANTIA") == "SANTIAGO"
    assert canonical_post("BUENOS") == "BUENOSAIRES"


@pytest.mark.parametrize(("printed", "post"), [
    ("OECD PARIS", "OECDPARIS"), ("OECDP", "OECDPARIS"), ("EC BRUSSELS", "ECBRUSSELS"),
    ("US BERLIN", "USBERLIN"), ("SALT TALKS", "SALTTALKS"), ("MBFR VIENNA", "MBFRVIENNA"),
    ("BOMBAY", "BOMBAY"),
])  # fmt: skip
def test_posts_that_are_no_more_are_known(printed: str, post: str) -> None:
    assert canonical_post(printed) == known_post(printed) == post


def test_posts_of_today_do_not_swallow_those_of_the_1970s() -> None:
    assert canonical_post("JIDDA") == "JIDDA"
    assert canonical_post("DACCA") == "DACCA"


def test_a_known_spelling_is_known_and_anything_else_is_not() -> None:
    assert known_post("Port of Spain") == "PORTOFSPAIN"
    assert known_post("PORT OF NOWHERE") == ""


def test_a_post_of_several_words_over_a_line_end_is_known() -> None:
    assert known_post("DAR ES\nSALAAM") == "DARESSALAAM"


@pytest.mark.parametrize(
    "word", ["SECTION", "SECTON", "ECTION", "EFTO", "NOFORN", "AMEMBASSY", "E.O.", "November", "PAGE", "EFTO NOFORN"]
)
def test_a_word_that_is_never_a_post_gives_none(word: str) -> None:
    assert canonical_post(word) == ""


@pytest.mark.parametrize("post", ["SECTO", "TOSEC", "PARTO"])
def test_the_posts_of_a_travelling_secretary_are_some(post: str) -> None:
    assert canonical_post(post) == post


def test_no_post_of_the_table_is_a_word_that_is_none() -> None:
    assert all(canonical_post(post) == post for post in posts())
    assert all(canonical_post(spelling) for spelling in spellings())


def test_the_name_of_taipei_depends_on_the_year() -> None:
    assert [post_of_year("TAIPEI", year) for year in (1974, 2007, 2008, 2010)] == [
        "TAIPEI", "TAIPEI", "AITTAIPEI", "AITTAIPEI",
    ]  # fmt: skip
    assert post_of_year("AITTAIPEI", 2007) == "TAIPEI"
    assert post_of_year("TOKYO", 2008) == "TOKYO"
