"""A cable's number in any way of writing it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ids import CableId, canonical_id, full_year, make_id, split_id, with_any_year


@pytest.mark.parametrize(
    "printed",
    [
        "08STATE120153", "08 STATE 120153", "08-STATE-120153", "08_STATE_120153", "08state120153",
        "2008STATE120153", "2008 STATE 120153", "2008STATE120153_a", "'08 STATE 120153",
        "(08) STATE 120153", "[08 STATE 120153]", "08 STATE 00120153", "08 SECSTATE 120153",
        "08SECSTATE WASHDC 120153", "O8 STATE 12O153", "STATE 120153 (08)", "STATE 120153 '08",
        "08STATE120153.html", " 08STATE120153\n", "08 STATE\n120153",
    ],
)  # fmt: skip
def test_every_way_of_writing_a_number_gives_one_id(printed: str) -> None:
    assert canonical_id(printed) == "08STATE120153"


def test_a_number_without_a_year_takes_the_year_that_is_given() -> None:
    assert canonical_id("STATE 120153", year=2008) == "08STATE120153"
    assert canonical_id("AMEMBASSY PARIS 10", year=1974) == "74PARIS10"
    assert canonical_id("STATE 120153") == ""


def test_its_own_year_counts_more_than_the_one_given() -> None:
    assert canonical_id("07 STATE 12", year=2008) == "07STATE12"


def test_a_padded_number_of_the_1970s_with_a_suffix() -> None:
    assert canonical_id("1974NOWHERE05091") == "74NOWHERE5091"
    assert canonical_id("1978NOWHERE29610_d") == "78NOWHERE29610"


@pytest.mark.parametrize(
    "printed",
    [
        "08SECTION01OF02NOWHERE12", "08SECTON01OF02NOWHERE12", "08SECTIO01OF02NOWHERE12",
        "08SECITON01OF02NOWHERE12", "08SECTION01GF02NOWHERE12", "08NOWHERESECTION01OF0212",
        "08 SECTION 01 OF 02 NOWHERE 12",
    ],
)  # fmt: skip
def test_section_text_inside(printed: str) -> None:
    assert canonical_id(printed) == "08NOWHERE12"


@pytest.mark.parametrize("glued", ["EFTO", "AMEMBASSY", "NOFORN", "EFTOAMEMBASSY", "AMCONSUL"])
def test_words_glued_in_front_of_the_post(glued: str) -> None:
    assert canonical_id(f"08{glued}PARIS10") == "08PARIS10"
    assert canonical_id(f"08{glued}NOWHERE10") == "08NOWHERE10"


def test_doubled_year() -> None:
    assert canonical_id("7575NOWHERE12") == "75NOWHERE12"
    assert canonical_id("0808NOWHERE12") == "08NOWHERE12"
    assert canonical_id("20082008NOWHERE12") == "08NOWHERE12"


def test_two_numbers_joined_give_the_first() -> None:
    assert canonical_id("08NOWHERE12008PARIS13") == "08NOWHERE120"
    assert canonical_id("10NOWHERE3410NOWHERE35") == "10NOWHERE34"
    assert canonical_id("08NOWHERE12,08NOWHERE13") == "08NOWHERE12"
    assert canonical_id("NOWHERE 936/935", year=2008) == "08NOWHERE936"
    assert canonical_id("08NOWHERE402REF") == "08NOWHERE402"


def test_a_letter_dropped_from_the_post() -> None:
    assert canonical_id("08KATHMNDU12") == "08KATHMANDU12"
    assert canonical_id("08NOWHER12") == "08NOWHER12"


def test_a_digit_for_a_letter() -> None:
    assert canonical_id("080TTAWA12") == "08OTTAWA12"
    assert canonical_id("08B0G0TA12") == "08BOGOTA12"
    assert canonical_id("08N0WHERE12") == "08NOWHERE12"
    assert canonical_id("08TOKY012") == "08TOKYO12"
    assert canonical_id("07TA1PEI12") == "07TAIPEI12"
    assert canonical_id("08NOWHERE1AND2") == "08NOWHERE1"


@pytest.mark.parametrize("printed", ["08STATE", "08STATE0", "STATE", "08", "", "12 STATE 3"])
def test_no_serial_or_no_year_is_no_id(printed: str) -> None:
    assert canonical_id(printed) == ""


@pytest.mark.parametrize(
    ("printed", "id_"),
    [
        ("09RIO3", "09RIODEJANEIRO3"), ("09HCMC3", "09HOCHIMINHCITY3"), ("09BKK3", "09BANGKOK3"),
        ("09KL3", "09KUALALUMPUR3"), ("09PORT-AU-PRINCE3", "09PORTAUPRINCE3"),
        ("09 SECSTATE 3", "09STATE3"), ("09USUN3", "09USUNNEWYORK3"), ("09USNATO3", "09USNATO3"),
    ],
)  # fmt: skip
def test_aliases_of_posts(printed: str, id_: str) -> None:
    assert canonical_id(printed) == id_


@pytest.mark.parametrize(
    ("digits", "year"),
    [("66", 1966), ("99", 1999), ("00", 2000), ("10", 2010), ("11", 0), ("65", 0), ("1974", 1974),
     ("2008", 2008), ("1965", 0), ("2011", 0), ("8", 0), ("", 0), ("x8", 0)],
)  # fmt: skip
def test_years_66_to_99_are_19xx_and_00_to_10_are_20xx(digits: str, year: int) -> None:
    assert full_year(digits) == year


def test_the_parts_of_an_id() -> None:
    assert split_id("08STATE120153") == CableId(2008, "STATE", 120153)
    assert split_id("1974NOWHERE05091") == CableId(1974, "NOWHERE", 5091)
    assert split_id("") == split_id("subject to") == CableId(0, "", 0)


def test_the_ids_of_every_year_are_canonical() -> None:
    for number in ("PARIS12", "TAIPEI12", "AITTAIPEI12"):
        ids = with_any_year(number)
        assert len(ids) == 45
        assert all(canonical_id(id_) == id_ for id_ in ids)


def test_an_id_is_made_of_its_parts_alone() -> None:
    assert make_id(2008, "PARIS", 12) == "08PARIS12"
    assert make_id(1965, "PARIS", 12) == make_id(2008, "", 12) == make_id(2008, "PARIS", 0) == ""


@given(
    st.integers(1966, 2010),
    st.sampled_from(["STATE", "TELAVIV", "NOWHERE", "USUNNEWYORK", "THEHAGUE", "QX"]),
    st.integers(1, 999_999),
)
def test_a_canonical_id_is_its_own_canonical_id(year: int, post: str, serial: int) -> None:
    id_ = f"{year % 100:02}{post}{serial}"
    assert canonical_id(id_) == id_
    assert split_id(id_) == CableId(year, post, serial)


@given(st.text(max_size=60))
def test_any_text_gives_a_canonical_id_or_none(text: str) -> None:
    found = canonical_id(text, year=2008)
    assert found == "" or canonical_id(found) == found
