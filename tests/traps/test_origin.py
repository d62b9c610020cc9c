"""The traps of the origin, where no page names it: by the sender, else by the post in the id."""

import pytest

from indexer import read_telegram
from indexer.posts import posts


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
        ("SAN SALVADOR", "San Salvador"), ("PORT OF SPAIN", "Port Of Spain"),
        ("RIO DE JANEIRO", "Rio De Janeiro"), ("DAR ES SALAAM", "Dar Es Salaam"),
        ("PORT AU PRINCE", "Port Au Prince"), ("PORT-AU-PRINCE", "Port Au Prince"),
        ("THE HAGUE", "The Hague"), ("LA PAZ", "La Paz"), ("N'DJAMENA", "Ndjamena"),
        ("SANA'A", "Sanaa"), ("HO CHI MINH CITY", "Ho Chi Minh City"),
        ("ST PETERSBURG", "St Petersburg"), ("CIUDAD\nJUAREZ", "Ciudad Juarez"),
    ],
)  # fmt: skip
def test_capital_and_small_letters_of_names(printed: str, name: str) -> None:
    assert origin(f"FM AMEMBASSY {printed}\nTO SECSTATE WASHDC") == f"Embassy {name}"


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("STATE", "Secretary of State"), ("PARIS", "Embassy Paris"),
        ("TEL AVIV", "Embassy Tel Aviv"), ("PORT OF SPAIN", "Embassy Port Of Spain"),
        ("HONG KONG", "Consulate Hong Kong"), ("RIO DE JANEIRO", "Consulate Rio De Janeiro"),
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


@pytest.mark.parametrize(
    ("printed", "name"),
    [("BRASÍLIA", "Brasilia"), ("ASUNCIÓN", "Asuncion"), ("NOWHÈRE", "Nowhère"), ("ÉLSEWHERE", "Élsewhere"),
     ("FORT OF NOWHERE", "Fort Of Nowhere"), ("NEW ÎLE D'ELSEWHERE", "New Île D'Elsewhere")],
)  # fmt: skip
def test_accented_letters_and_names_of_unknown_places(printed: str, name: str) -> None:
    assert origin(f"FM AMEMBASSY {printed}\nTO SECSTATE WASHDC") == f"Embassy {name}"


@pytest.mark.parametrize(
    "post",
    ["PORTAUPRINCE", "DARESSALAAM", "RIODEJANEIRO", "PORTOFSPAIN", "HOCHIMINHCITY", "SANAA", "NDJAMENA", "USNATO", "GENEVA",
     "ULAANBAATAR", "MEXICO", "STPETERSBURG", "BASRAH", "BRASILIA", "HAVANA"],
)  # fmt: skip
def test_an_office_has_one_name_however_its_sender_spells_it(post: str) -> None:
    name = origin(body=f"UNCLAS {post} 000012\n\nTAGS: PREL")
    kinds = {"Embassy": "AMEMBASSY", "Consulate": "AMCONSUL", "Mission": "USMISSION", "REO": "REO", "US": "USINT"}
    sender = kinds[name.split()[0]]
    spelt = {origin(f"FM {sender} {spelling}\nTO X") for spelling in (post, *posts()[post].spellings)}
    assert spelt == {name}
    assert all(word[0].isupper() for word in name.split())
