"""The traps of the origin, where no page names it: by the sender, else by the post in the id."""

import pytest

from indexer import read_telegram


def origin(header: str = "", body: str = "") -> str:
    return read_telegram(body, header=header, year=2008).origin


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("AMEMBASSY NOWHERE", "Embassy Nowhere"),
        ("AMEMBASSY TEL AVIV", "Embassy Tel Aviv"),
        ("AMEMB NOWHERE", "Embassy Nowhere"),
        ("AMCONSUL HONG KONG", "Consulate Hong Kong"),
        ("AMCONGEN HONG KONG", "Consulate Hong Kong"),
        ("AMCONSULATE NOWHERE", "Consulate Nowhere"),
        ("USMISSION GENEVA", "Mission Geneva"),
        ("USMISSION USNATO", "Mission USNATO"),
        ("USMISSION UNESCO", "Mission UNESCO"),
        ("SECSTATE WASHDC", "Secretary of State"),
        ("SECSTATE WASHINGTON DC", "Secretary of State"),
        ("SECDEF WASHDC//USDP//", "Secretary of Defense"),
        ("USINT HAVANA", "US Interests Section Havana"),
        ("USOFFICE ALMATY", "US Office Almaty"),
        ("USLO PEKING", "US Liaison Office Peking"),
        ("REO BASRAH", "REO Basrah"),
        ("AIT TAIPEI", "American Institute Taiwan, Taipei"),
        ("USDEL SECRETARY", "US Delegation, Secretary"),
        ("USUN NEW YORK", "USUN New York"),
        ("USEU BRUSSELS", "USEU Brussels"),
        ("UNVIE VIENNA", "UNVIE Vienna"),
        ("IRAN RPO DUBAI", "Iran RPO Dubai"),
        ("CDR USEUCOM VAIHINGEN GE", "CDR USEUCOM VAIHINGEN GE"),
        ("amembassy nowhere", "Embassy Nowhere"),
    ],
)
@pytest.mark.parametrize("line", ["FM {}", "FM RUEHNW/{} PRIORITY 0012", "FM {} TO SECSTATE"])
def test_the_origin_by_the_sender(sender: str, name: str, line: str) -> None:
    assert origin(line.format(sender)) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("SAN SALVADOR", "San Salvador"), ("PORT OF SPAIN", "Port of Spain"),
        ("RIO DE JANEIRO", "Rio de Janeiro"), ("DAR ES SALAAM", "Dar es Salaam"),
        ("PORT AU PRINCE", "Port au Prince"), ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("THE HAGUE", "The Hague"), ("LA PAZ", "La Paz"), ("N'DJAMENA", "N'Djamena"),
        ("SANA'A", "Sana'a"), ("HO CHI MINH CITY", "Ho Chi Minh City"),
        ("ST PETERSBURG", "St Petersburg"), ("CIUDAD\nJUAREZ", "Ciudad Juarez"),
    ],
)  # fmt: skip
def test_capital_and_small_letters_of_names(printed: str, name: str) -> None:
    assert origin(f"FM AMEMBASSY {printed}\nTO SECSTATE WASHDC") == f"Embassy {name}"


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("STATE", "Secretary of State"), ("PARIS", "Embassy Paris"),
        ("TEL AVIV", "Embassy Tel Aviv"), ("PORT OF SPAIN", "Embassy Port of Spain"),
        ("HONG KONG", "Consulate Hong Kong"), ("RIO DE JANEIRO", "Consulate Rio de Janeiro"),
        ("AIT TAIPEI", "American Institute Taiwan, Taipei"),
        ("TAIPEI", "American Institute Taiwan, Taipei"), ("USNATO", "Mission USNATO"),
        ("GENEVA", "Mission Geneva"), ("HAVANA", "US Interests Section Havana"),
        ("USUN NEW YORK", "USUN New York"), ("USEU BRUSSELS", "USEU Brussels"),
        ("BASRAH", "REO Basrah"), ("NOWHERE", "Nowhere"),
    ],
)  # fmt: skip
def test_the_origin_by_the_post_in_the_number(post: str, name: str) -> None:
    assert origin(body=f"UNCLAS {post} 000012\n\nTAGS: PREL") == name


@pytest.mark.parametrize("post", ["ALMATY", "BERLIN", "LAGOS", "JEDDAH"])
def test_the_post_alone_does_not_say_what_changed_in_the_course_of_years(post: str) -> None:
    assert origin(body=f"UNCLAS {post} 000012") == post.capitalize()


@pytest.mark.parametrize(("year", "time"), [(2006, "06"), (2009, "09")])
def test_ait_taipei_and_taipei_are_one_office(year: int, time: str) -> None:
    header = f"R 121833Z NOV {time}\nFM AIT TAIPEI\nTO SECSTATE WASHDC"
    for post in ("TAIPEI", "AIT TAIPEI"):
        cable = read_telegram(f"UNCLAS {post} 000012\n", header=header)
        assert (cable.sender, cable.origin) == ("AIT TAIPEI", "American Institute Taiwan, Taipei")
        assert cable.year == year


def test_the_sender_counts_more_than_the_number() -> None:
    assert origin("FM AMEMBASSY NOWHERE\nTO SECSTATE", "UNCLAS STATE 12") == "Embassy Nowhere"


def test_no_origin_without_sender_and_number() -> None:
    assert origin("null", "Text") == ""
