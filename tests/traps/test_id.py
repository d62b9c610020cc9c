"""The traps of the id: what is glued to a cable's number, dropped from it, or misprinted in it."""

import pytest

from indexer import canonical_id, read_telegram
from indexer.ids import CableId, split_id

POSTS = ["PARIS", "STATE", "NOWHERE", "TELAVIV"]
SECTIONS = [
    "SECTION01OF02", "SECTION1OF2", "SECTION01OF10", "SECTION02OF02", "SECTON01OF02", "SECITON01OF02",
    "SECTIN01OF02", "SECTIO01OF02", "SETION01OF02", "SCTION01OF02", "ECTION01OF02", "SECTIONS01OF02",
    "SECTIION01OF02", "SECTTION01OF02", "SECTIOIN01OF02", "SECT01OF02", "SEC01OF02", "SECTION01GF02",
    "SECTION010F02", "SECTION01OR02", "SECTION01OG02", "SECTION01F02", "SECTION01QF02", "SECTIONO1OF02",
    "SECTION01OFO2", "SECTION01/02", "SECTION01-02", "SECTION0102", "SECTION01", "SECTIONOF02",
    "SECTION01OF", "SECTION", "SECTIONONEOFTWO", " SECTION 01 OF 02 ", "_SECTION_01_OF_02_", "SECTION 1 OF 2 ",
]  # fmt: skip


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("post", POSTS)
def test_id_section_text_inside(section: str, post: str) -> None:
    assert canonical_id(f"08{section}{post}12") == f"08{post}12"


@pytest.mark.parametrize("section", SECTIONS[2:12])
def test_id_section_text_behind_the_post(section: str) -> None:
    assert canonical_id(f"08NOWHERE{section}12") == "08NOWHERE12"
    assert canonical_id(f"08NOWHERE12{section}") == "08NOWHERE12"


def test_id_secto_is_a_post_and_no_section() -> None:
    assert canonical_id("08SECTO12034") == "08SECTO12034"
    assert canonical_id("74 SECTO 12/75") == "74SECTO12"


@pytest.mark.parametrize(
    "glued",
    ["EFTO", "AMEMBASSY", "AMEMBASSY ", "EMBASSY", "AMEMB", "AMCONSUL", "AMCONGEN", "CONGEN", "USMISSION", "USINT",
     "USLO", "NOFORN", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "SIPDIS", "EXDIS", "NODIS", "SENSITIVE",
     "STADIS", "LIMDIS", "CORRECTED COPY ", "EFTOAMEMBASSY", "UNCLAS SECTION 01 OF 02 ", "NOFORNSECTION01OF02",
     "SECTION01OF02NOFORN", "SECTION01OF02EFTO", "CONFIDENTIAL SECTION 01 OF 02 AMEMBASSY ", "C O N F I D E N T I A L ",
     "S E C R E T ", "UNCLAS EFTO "],
)  # fmt: skip
@pytest.mark.parametrize("post", POSTS)
def test_id_efto_amembassy_noforn_glued_in_front(glued: str, post: str) -> None:
    assert canonical_id(f"08{glued}{post}12") == f"08{post}12"
    assert canonical_id(f"{glued}{post} 000012", year=2008) == f"08{post}12"


@pytest.mark.parametrize(
    ("printed", "id_"),
    [("7575NOWHERE12", "75NOWHERE12"), ("0808NOWHERE12", "08NOWHERE12"), ("0000PARIS12", "00PARIS12"),
     ("20082008NOWHERE12", "08NOWHERE12"), ("19751975PARIS00012", "75PARIS12"), ("9999STATE12", "99STATE12"),
     ("7575 PARIS 12", "75PARIS12"), ("1010PARIS12", "10PARIS12")],
)  # fmt: skip
def test_id_doubled_year(printed: str, id_: str) -> None:
    assert canonical_id(printed) == id_


@pytest.mark.parametrize(
    ("printed", "first"),
    [("10NOWHERE3410NOWHERE35", "10NOWHERE34"), ("08NOWHERE12,08NOWHERE13", "08NOWHERE12"),
     ("08NOWHERE12 08NOWHERE13", "08NOWHERE12"), ("08PARIS1208ROME13", "08PARIS12"),
     ("08PARIS12AND13", "08PARIS12"), ("08NOWHERE12NOWHERE13", "08NOWHERE12"), ("08PARIS12/ROME13", "08PARIS12"),
     ("08NOWHERE402REF", "08NOWHERE402"), ("06STATE12345606STATE123457", "06STATE123456")],
)  # fmt: skip
def test_id_two_numbers_joined(printed: str, first: str) -> None:
    assert canonical_id(printed) == first


@pytest.mark.parametrize(
    ("found", "post"),
    [("KATHMNDU", "KATHMANDU"), ("OTAWA", "OTTAWA"), ("ISLAMBAD", "ISLAMABAD"), ("TEGUCIGLPA", "TEGUCIGALPA"),
     ("STAE", "STATE"), ("BAGDAD", "BAGHDAD"), ("TELAVI", "TELAVIV"), ("ANKRA", "ANKARA"), ("CANBERA", "CANBERRA"),
     ("ABUDABI", "ABUDHABI"), ("VIENA", "VIENNA"), ("MOSOW", "MOSCOW"), ("BEIJNG", "BEIJING"),
     ("SANSALVDOR", "SANSALVADOR"), ("HONGKNG", "HONGKONG"), ("BUENOSAIRE", "BUENOSAIRES"),
     ("RIODEJANERO", "RIODEJANEIRO"), ("NOWHER", "NOWHER")],
)  # fmt: skip
def test_id_a_letter_dropped_from_the_post(found: str, post: str) -> None:
    assert canonical_id(f"08{found}12") == f"08{post}12"
    assert canonical_id(f"{found} 000012", year=2008) == f"08{post}12"


@pytest.mark.parametrize(
    ("found", "post"),
    [("0TTAWA", "OTTAWA"), ("0SLO", "OSLO"), ("B0GOTA", "BOGOTA"), ("B0G0TA", "BOGOTA"), ("T0KYO", "TOKYO"),
     ("TOKY0", "TOKYO"), ("CAIR0", "CAIRO"), ("COLOMB0", "COLOMBO"), ("SANTIAG0", "SANTIAGO"),
     ("SANTODOMING0", "SANTODOMINGO"), ("L0ND0N", "LONDON"), ("PAR1S", "PARIS"), ("MAN1LA", "MANILA"),
     ("BE1JING", "BEIJING"), ("5EOUL", "SEOUL"), ("8AGHDAD", "BAGHDAD"), ("TUN1S", "TUNIS"), ("N0WHERE", "NOWHERE")],
)  # fmt: skip
def test_id_a_digit_for_a_letter(found: str, post: str) -> None:
    assert canonical_id(f"08{found}12") == f"08{post}12"
    assert canonical_id(f"08 {found} 12") == f"08{post}12"
    assert canonical_id(f"{found} 0012", year=2008) == f"08{post}12"


@pytest.mark.parametrize(
    "printed", ["O8PARIS120", "08PARIS12O", "08 PARIS l20", "08 PARIS I20", "08 PARIS 12O", "O8 PARIS OO120", "O8 PARIS l2O"]
)
def test_id_a_letter_for_a_digit(printed: str) -> None:
    assert canonical_id(printed) == "08PARIS120"


@pytest.mark.parametrize(
    "printed", ["08STATE", "08STATE0", "08STATE000", "STATE", "08", "", " ", "12345", "08SECTION01OF02", "AMEMBASSY PARIS",
                "08 TEL AVIV", "subject to", "08SECTION01OF0212"],
)  # fmt: skip
def test_id_no_serial(printed: str) -> None:
    assert canonical_id(printed, year=2008) == ""


@pytest.mark.parametrize(
    ("alias", "post"),
    [("RIO", "RIODEJANEIRO"), ("RIO DE JANEIRO", "RIODEJANEIRO"), ("HCMC", "HOCHIMINHCITY"), ("BKK", "BANGKOK"),
     ("HO CHI MINH CITY", "HOCHIMINHCITY"), ("KL", "KUALALUMPUR"), ("PORTAUPRINCE", "PORTAUPRINCE"),
     ("PORT-AU-PRINCE", "PORTAUPRINCE"), ("PORT AU PRINCE", "PORTAUPRINCE"), ("SECSTATE", "STATE"),
     ("SECSTATE WASHDC", "STATE"), ("DEPTEL", "STATE"), ("USUN", "USUNNEWYORK"), ("USUN NEW YORK", "USUNNEWYORK"),
     ("USMISSION USUN", "USUNNEWYORK"), ("USNATO", "USNATO"), ("US NATO", "USNATO"), ("USEU", "USEUBRUSSELS"),
     ("UNVIE", "UNVIEVIENNA"), ("TEL-AVIV", "TELAVIV"), ("ST. PETERSBURG", "STPETERSBURG"), ("HAGUE", "THEHAGUE"),
     ("N'DJAMENA", "NDJAMENA"), ("REO BASRAH", "BASRAH"), ("DAR", "DARESSALAAM"), ("MEXICO CITY", "MEXICO")],
)  # fmt: skip
def test_id_aliases(alias: str, post: str) -> None:
    assert canonical_id(f"08 {alias} 0012") == f"08{post}12"
    assert canonical_id(f"{alias} 12", year=2008) == f"08{post}12"


@pytest.mark.parametrize(
    ("digits", "year"),
    [("66", 1966), ("73", 1973), ("85", 1985), ("99", 1999), ("00", 2000), ("09", 2009), ("10", 2010)],
)
def test_id_years_66_99_are_19xx_and_00_10_are_20xx(digits: str, year: int) -> None:
    assert split_id(f"{digits}NOWHERE12") == CableId(year, "NOWHERE", 12)
    assert split_id(f"{year}NOWHERE0012") == CableId(year, "NOWHERE", 12)


@pytest.mark.parametrize("digits", ["11", "12", "65", "40", "1965", "2011", "1865", "0", "008"])
def test_id_other_years_are_none(digits: str) -> None:
    assert canonical_id(f"{digits}PARIS12") == ""


@pytest.mark.parametrize(
    "printed",
    ["08STATE120153", "08 STATE 120153", "08-STATE-120153", "08_STATE_120153", "08.STATE.120153", "08/STATE/120153",
     "08:STATE:120153", "08state120153", "2008STATE120153", "2008 STATE 120153", "2008STATE120153_a", "08STATE120153_b",
     "'08 STATE 120153", "\u201908 STATE 120153", "(08) STATE 120153", "[08] STATE 120153", "[08 STATE 120153]",
     "08 STATE 00120153", "08STATE000120153", "STATE 120153 (08)", "STATE 120153 (2008)", "STATE 120153 [08]",
     "STATE 120153 '08", "STATE 120153/08", "STATE 120153 OF 2008", "STATE 120153 of 08", "STATE 120153, 2008",
     "STATE 08 120153", "STATE 2008-120153", "120153 STATE", "08 120153 STATE", "08STATE120153.html", "08STATE120153.txt",
     "cable/2008/11/08STATE120153.html", "/cable/2008/11/08STATE120153.html", "#08STATE120153", '"08STATE120153"',
     "08STATE120153 (NOTAL)", " 08STATE120153\n", "08 STATE\n120153", "08\u00a0STATE\u00a0120153", "08STATE120153,"],
)  # fmt: skip
def test_id_in_any_style(printed: str) -> None:
    assert canonical_id(printed, year=2008) == "08STATE120153"


@pytest.mark.parametrize(
    ("printed", "id_"),
    [("1974NOWHERE05091", "74NOWHERE5091"), ("1978NOWHERE29610_d", "78NOWHERE29610"), ("1973PARIS00012", "73PARIS12"),
     ("1975BUENOS05091_b", "75BUENOSAIRES5091"), ("1976STATE000012_a", "76STATE12")],
)  # fmt: skip
def test_id_of_the_1970s_is_padded_and_has_a_suffix(printed: str, id_: str) -> None:
    assert canonical_id(printed) == id_


@pytest.mark.parametrize(
    "word",
    ["SECTION", "SECTON", "SECTIO", "EFTO", "NOFORN", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "SIPDIS", "EXDIS",
     "AMEMBASSY", "AMCONSUL", "EMBASSY", "USMISSION", "PAGE", "REF", "REFTEL", "TAGS", "SUBJECT", "CABLE", "TEL", "NOTAL",
     "DECL", "PARA", "NOV", "NOVEMBER", "OF", "THE", "E.O.", "UNSCR", "FRUS"],
)  # fmt: skip
def test_id_words_that_are_never_a_post(word: str) -> None:
    assert canonical_id(f"08{word}12") == ""
    assert canonical_id(f"{word} 12", year=2008) == ""


@pytest.mark.parametrize("name", ["TAIPEI", "AITTAIPEI", "AIT TAIPEI", "AIT/TAIPEI", "AIT"])
def test_id_of_taipei_has_the_name_of_its_year(name: str) -> None:
    assert canonical_id(f"07 {name} 12") == "07TAIPEI12"
    assert canonical_id(f"{name} 12", year=2008) == "08AITTAIPEI12"


def test_id_of_taipei_in_the_body_contradicts_no_id() -> None:
    cable = read_telegram("UNCLAS AIT TAIPEI 000012\n\nTAGS: PREL", id="07TAIPEI12")
    assert [problem for problem in cable.problems if problem.field == "id"] == []


@pytest.mark.parametrize(
    "printed", ["frus1969-76v01/d12", "FRUS1969-76V01/D12", " frus1969-76v01/d12\n", "Frus1969-76v01/d12"]
)
def test_id_of_a_document_of_foreign_relations(printed: str) -> None:
    assert canonical_id(printed) == "frus1969-76v01/d12"
    assert canonical_id(printed, year=1974) == "frus1969-76v01/d12"
    assert split_id(printed) == CableId(0, "", 0)


@pytest.mark.parametrize("printed", ["frus1969-76v01", "frus1969-76v01/ch2", "frus/d12", "frus1969-76v01/d"])
def test_id_of_a_volume_is_none(printed: str) -> None:
    assert canonical_id(printed) == ""


def test_id_is_kept_as_found_and_canonical() -> None:
    cable = read_telegram("TAGS: PREL", id="2008 SECSTATE 00012_a")
    assert (cable.id_as_found, cable.id) == ("2008 SECSTATE 00012_a", "08STATE12")
    assert (cable.post, cable.year, cable.serial) == ("STATE", 2008, 12)


def test_id_from_the_body_and_the_year_of_the_date_time_group() -> None:
    header = "R 121833Z NOV 08\nFM SECSTATE WASHDC\nTO AMEMBASSY PARIS\n"
    assert read_telegram("UNCLAS STATE 120153\n\nTAGS: PREL", header=header).id == "08STATE120153"
    assert read_telegram("UNCLAS SECTION 01 OF 02 STATE 120153\n", header=header).id == "08STATE120153"


@pytest.mark.parametrize("number", ["07AITTAIPEI12", "08TAIPEI12"])
def test_id_of_taipei_on_a_page_is_the_pages_own(number: str) -> None:
    assert canonical_id(number) == number


@pytest.mark.parametrize("number", ["EFTO08PARIS12", "EFTO 08 PARIS 12", "AMEMBASSY08PARIS12",
                                    "SECRET 2008 PARIS 12"])
def test_id_with_a_word_glued_before_the_year(number: str) -> None:
    assert canonical_id(number) == "08PARIS12"


@pytest.mark.parametrize(
    ("printed", "id_"),
    [("08DÜSSELDORF1", "08DUSSELDORF1"), ("08 BRASÍLIA 12", "08BRASILIA12"), ("08SÃOPAULO12", "08SAOPAULO12"),
     ("08 são paulo 0012", "08SAOPAULO12"), ("08BRASI\u0301LIA12", "08BRASILIA12"), ("2008ASUNCIÓN00012_a", "08ASUNCION12"),
     ("08NOWHÈRE12", "08NOWHERE12"), ("08 AMEMBASSY BOGOTÁ 12", "08BOGOTA12"), ("\u201908 PARIS 12", "08PARIS12")],
)  # fmt: skip
def test_id_accents(printed: str, id_: str) -> None:
    assert canonical_id(printed) == id_
    assert split_id(printed).post == id_.strip("0123456789")


def test_id_accents_where_the_year_is_given_or_the_body_prints_the_number() -> None:
    assert canonical_id("Brasília 12", 2008) == "08BRASILIA12"
    assert canonical_id("N'DJAMÉNA 12", 2008) == "08NDJAMENA12"
    assert read_telegram("UNCLAS BRASÍLIA 000012\n\nTAGS: PREL", year=2008).id == "08BRASILIA12"
    assert read_telegram("UNCLAS SECTION 01 OF 02 NOWHÈRE 000012\n\nTAGS: PREL", year=2008).id == "08NOWHERE12"


@pytest.mark.parametrize(
    ("printed", "id_"),
    [("10 STATE 1,234", "10STATE1234"), ("10STATE1,234", "10STATE1234"), ("08 STATE 120,153", "08STATE120153"),
     ("08 PARIS 12,345", "08PARIS12345"), ("08 NOWHERE 1,234.", "08NOWHERE1234"), ("08 NOWHERE 1,234 (NOTAL)", "08NOWHERE1234"),
     ("08 PARIS 12, 345", "08PARIS12"), ("08 PARIS 12,34", "08PARIS12"), ("08 PARIS 1,234,567", "08PARIS1"),
     ("08 PARIS 012,345", "08PARIS12")],
)  # fmt: skip
def test_id_a_comma_between_thousands(printed: str, id_: str) -> None:
    assert canonical_id(printed) == id_


def test_id_a_comma_between_thousands_in_the_classification_line() -> None:
    assert read_telegram("UNCLAS STATE 1,234\n\nTAGS: PREL", year=2008).id == "08STATE1234"
    assert read_telegram("S E C R E T SECTION 01 OF 02 NOWHERE 12,345 NOFORN\n\nTAGS: PREL", year=2008).id == "08NOWHERE12345"
