"""The traps of the references: bullets, years, lists, posts over line ends, and what is no cable."""

import pytest

from indexer import read_telegram
from indexer.cable import Reference

P, R, B = "08PARIS12", "08ROME13", "08BERN14"


def references(text: str, year: int = 2008) -> tuple[Reference, ...]:
    return read_telegram(f"REF: {text}", year=year).references


def ids(text: str, year: int = 2008) -> list[str]:
    """The ids, and the kinds of what has none."""
    return [reference.id or reference.kind for reference in references(text, year)]


@pytest.mark.parametrize(
    "label",
    ["REF:", "REFS:", "REF(S):", "REFTEL:", "REFTELS:", "REFTEL(S):", "Ref:", "Refs:", "Reftel:", "ref:", "Reference:", "REFERENCE:",
     "REFERENCES:", "REFERANCE:", "References:", "REF", "REFS", "REFTEL", "REFTELS", "REFERENCE", "REF.", "REF. :", "REF;", "REF -",
     "REF-", "REF=", "REF/", "REF :", "REFS :", "REFTELS -", "REF'S:", "(U) REF:", "(C) REFS:", "REF: (C)", "REF:-", "REF A:", "REFF:",
     "REFTTEL:", "RE F:", "R E F:", "REF TEL:", "REF NO:", "REF. NO.:", "REF NOS:", "REF CABLE:", "REFCABLES:", "REFERENCE CABLE:",
     "REF ITEMS:", "RE:", "ref", "¶REF:", "- REF:", "REF:\n", "REFS:\n\n", "REF: \n     "],
)  # fmt: skip
def test_references_after_every_label(label: str) -> None:
    text = f"E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: RAIN\n\n{label} PARIS 12\n\n1. (U) See ROME 13."
    assert [reference.id for reference in read_telegram(text, year=2008).references] == [P]


@pytest.mark.parametrize(
    "text",
    ["A. PARIS 12 B. ROME 13", "A) PARIS 12 B) ROME 13", "(A) PARIS 12 (B) ROME 13", "[A] PARIS 12 [B] ROME 13", "A: PARIS 12 B: ROME 13",
     "A- PARIS 12 B- ROME 13", "A - PARIS 12 B - ROME 13", "A-PARIS 12\nB-ROME 13", "A/ PARIS 12 B/ ROME 13", "a. PARIS 12 b. ROME 13",
     "(a) Paris 12 (b) Rome 13", "a) PARIS 12; b) ROME 13", "A PARIS 12 B ROME 13", "A PARIS 12\nB ROME 13", "A PARIS 12, B ROME 13",
     "(A.) PARIS 12 (B.) ROME 13", "A.) PARIS 12 B.) ROME 13", "A.PARIS 12 B.ROME 13", "A)PARIS 12 B)ROME 13", "(A)PARIS 12(B)ROME 13",
     "A:PARIS 12\nB:ROME 13", "A. PARIS 12, B. ROME 13", "A. PARIS 12; B. ROME 13", "A. PARIS 12. B. ROME 13.", "(A) PARIS 12, (B) ROME 13",
     "A. PARIS 12 AND B. ROME 13", "A) PARIS 12, AND B) ROME 13", "A. PARIS 12\n     B. ROME 13", "A. PARIS 12\n\n     B. ROME 13",
     "¶A. PARIS 12\n¶B. ROME 13", "A. PARIS 12\n     ¶B. ROME 13", "A. (U) PARIS 12\nB. (C) ROME 13", "A. A. PARIS 12 B. ROME 13",
     "REF A. PARIS 12, REF B. ROME 13", "A) PARIS 12\nREF: B) ROME 13", "PARIS 12 (A), ROME 13 (B)", "PARIS 12 (REF A), ROME 13 (REF B)",
     "(A) PARIS 12 B) ROME 13", "A. PARIS 12 -- B. ROME 13", "A. PARIS 12 / B. ROME 13", "A. PARIS 12B. ROME 13"],
)  # fmt: skip
def test_references_ten_styles_of_bullets(text: str) -> None:
    assert ids(text) == [P, R]
    if "REF" not in text and "PARIS 12B" not in text:
        assert [reference.bullet for reference in references(text)] == ["A", "B"]


@pytest.mark.parametrize(
    "text",
    ["1. PARIS 12 2. ROME 13 3. BERN 14", "1) PARIS 12 2) ROME 13 3) BERN 14", "(1) PARIS 12; (2) ROME 13; (3) BERN 14", "[1] PARIS 12 [2] ROME 13 [3] BERN 14",
     "1: PARIS 12 2: ROME 13 3: BERN 14", "1. PARIS 12\n2. ROME 13\n3. BERN 14", "¶1. PARIS 12\n¶2. ROME 13\n¶3. BERN 14", "1- PARIS 12 2- ROME 13 3- BERN 14"],
)  # fmt: skip
def test_references_numbers_as_bullets(text: str) -> None:
    found = references(text)
    assert [(one.bullet, one.id) for one in found] == [("1", P), ("2", R), ("3", B)]


@pytest.mark.parametrize("text", ["PARIS 12, ROME 13", "PARIS 12 AND ROME 13", "PARIS 12\nROME 13", "PARIS 12; ROME 13", "PARIS 12 ROME 13", "- PARIS 12\n- ROME 13", "PARIS 12/ROME 13", "PARIS/12 AND ROME/13"])
def test_references_without_bullets(text: str) -> None:
    assert [(one.bullet, one.id) for one in references(text)] == [("", P), ("", R)]


YEARS = [
    "07 PARIS 123", "2007 PARIS 123", "'07 PARIS 123", "\u201907 PARIS 123", "`07 PARIS 123", "(07) PARIS 123", "[07] PARIS 123", "(2007) PARIS 123",
    "PARIS 123 (07)", "PARIS 123 (2007)", "PARIS 123 ('07)", "PARIS 123 ( 07 )", "PARIS 123 [07]", "PARIS 123/07", "PARIS 123 / 07", "PARIS 123/2007",
    "PARIS 123 '07", "PARIS 123-07", "PARIS 123 - 2007", "PARIS 123 2007", "07PARIS123", "07 PARIS123", "07PARIS 123", "2007PARIS00123", "PARIS 07 123",
    "PARIS (07) 123", "PARIS '07 123", "PARIS 07-123", "PARIS 07/123", "PARIS 2007-123", "PARIS:07:123", "07-PARIS-123", "07/PARIS/123", "07-PARIS 123",
    "07, PARIS 123", "07: PARIS 123", "07. PARIS 123", "PARIS 123 OF 2007", "PARIS 00123 OF 2007", "PARIS 123 OF 07", "PARIS 123 FROM 2007", "PARIS 123 IN 2007",
    "PARIS 123, 2007", "PARIS 123, 07", "O7 PARIS 123", "CY07 PARIS 123",
]  # fmt: skip
DATES = [
    "(11/12/07)", "(11/12/2007)", "(12.11.2007)", "(11-12-07)", "(2007-11-12)", "(12 NOV 2007)", "(12 NOV 07)", "(NOV 12, 2007)", "(NOV. 12, 2007)",
    "(NOVEMBER 12, 2007)", "(NOV 07)", "(NOV 2007)", "(121833Z NOV 07)", "(DTG 121833Z NOV 07)", "(DATED 11/12/07)", "(SENT 11/12/07)", "(OF 11/12/07)",
    "OF 11/12/07", "OF 12 NOV 07", "OF NOVEMBER 2007", "DATED 11/12/2007", "DATED NOV. 12, 2007", "DTD NOVEMBER 12, 2007", "DTG 121833Z NOV 07",
    "121833Z NOV 07", "DTG 121833ZNOV07", ", 11/12/07", ", 12 NOV 2007", ", NOV 12, 2007", "NOV 07", ", DTG 121833Z NOV 07",
    "(2007, NOTAL)", "(NOTAL, 2007)", "(NOTAL) (07)", "(07) (NOTAL)", "(07 NOTAL)", "(OF 2007)", "(FROM 2007)",
]  # fmt: skip


@pytest.mark.parametrize("number", [*YEARS, *(f"PARIS 123 {date}" for date in DATES)])
def test_references_ten_styles_of_years(number: str) -> None:
    assert ids(number) == ["07PARIS123"]
    assert ids(f"A. {number} B. ROME 13") == ["07PARIS123", R]
    assert ids(f"(A) BERN 14; (B) {number}; (C) ROME 13") == [B, "07PARIS123", R]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("POST 12/08", "08POST12"), ("09POST561", "09POST561"), ("08-POST-12", "08POST12"), ("[08] POST 12", "08POST12"), ("2008 POST 12", "08POST12"),
     ("POST 12 (08)", "08POST12"), ("POST 00012 OF 2008", "08POST12"), ("99 POST 12", "99POST12"), ("POST 12", "10POST12")],
)  # fmt: skip
def test_references_to_unknown_posts_have_years_too(text: str, expected: str) -> None:
    assert ids(text, 2010) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PARIS 123, 2007", ["07PARIS123"]),
        ("A. PARIS 123, 2007 B. ROME 13, 2006", ["07PARIS123", "06ROME13"]),
        ("PARIS 123, 2006, ROME 13, 2007", ["06PARIS123", "07ROME13"]),
        ("PARIS 123, ROME 13, 2007", ["08PARIS123", "07ROME13"]),
        ("PARIS 123, 125, 2007", ["07PARIS123", "07PARIS125"]),
        ("PARIS 2005, 2007", ["08PARIS2005", "08PARIS2007"]),  # of one size
        ("PARIS 1990, 1995, 2001", ["08PARIS1990", "08PARIS1995", "08PARIS2001"]),
        ("PARIS 123, 2009", ["08PARIS123", "08PARIS2009"]),  # later than the cable
        ("06 PARIS 123, 2007", ["06PARIS123", "06PARIS2007"]),  # it has a year
        ("PARIS 123 AND 2007", ["08PARIS123", "08PARIS2007"]),
        ("PARIS 123, 2007, 2009", ["08PARIS123", "08PARIS2007", "08PARIS2009"]),
        ("PARIS 98, 99", ["08PARIS98", "08PARIS99"]),
        ("PARIS 8, 09", ["08PARIS8", "08PARIS9"]),
        ("PARIS 007, 08", ["08PARIS7", "08PARIS8"]),
    ],
)
def test_references_a_year_behind_a_comma_is_told_from_a_serial(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_references_take_the_year_of_the_cable() -> None:
    assert ids("PARIS 12", 1989) == ["89PARIS12"]
    assert ids("PARIS 12, 07 ROME 13, BERN 14") == [P, "07ROME13", B]
    found = read_telegram("UNCLAS NOWHERE 000001\n\nREF: PARIS 12", header="R 121833Z NOV 06\nFM AMEMBASSY NOWHERE\n").references
    assert [one.id for one in found] == ["06PARIS12"]
    assert [(one.kind, one.id) for one in read_telegram("REF: PARIS 12 AND 08 ROME 13").references] == [("cable", ""), ("cable", R)]


@pytest.mark.parametrize("text", ["STATE 2007", "2008 STATE 2007", "STATE 2007 (08)", "STATE 2007/08", "08 STATE 2007", "STATE 2007 OF 2008", "STATE 2007 (NOTAL)"])
def test_references_a_serial_that_looks_like_a_year(text: str) -> None:
    assert ids(text) == ["08STATE2007"]


@pytest.mark.parametrize("text", ["123 PARIS", "00123 PARIS", "123 PARIS (NOTAL)", "08 123 PARIS", "123 PARIS 08", "123-PARIS", "123, PARIS", "123 AMEMBASSY PARIS"])
def test_references_serial_first(text: str) -> None:
    assert ids(text) == ["08PARIS123"]
    assert ids(f"A. {text} B. ROME 13") == ["08PARIS123", R]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("PARIS O123", "08PARIS123"), ("PARIS OO123", "08PARIS123"), ("PARIS 1O3", "08PARIS103"), ("PARIS 12O", "08PARIS120"), ("O8 PARIS 12", "08PARIS12"),
     ("O8 PARIS O12", "08PARIS12"), ("PARIS l23", "08PARIS123"), ("PARIS 1l3", "08PARIS113"), ("0TTAWA 12", "08OTTAWA12"), ("B0GOTA 12", "08BOGOTA12"),
     ("TOKY0 12", "08TOKYO12"), ("SANTO DOMING0 12", "08SANTODOMINGO12"), ("PAR1S 12", "08PARIS12"), ("KATHMNDU 12", "08KATHMANDU12"), ("OTAWA 12", "08OTTAWA12")],
)  # fmt: skip
def test_references_o_for_0(text: str, expected: str) -> None:
    assert ids(text) == [expected]
    assert ids(f"A. {text} (NOTAL) B. ROME 13") == [expected, R]


@pytest.mark.parametrize(
    "text",
    ["PARIS 412 AND 446", "PARIS 412, 446", "PARIS 412,446", "PARIS 412/446", "PARIS 412 / 446", "PARIS 412 & 446", "PARIS 412 + 446", "PARIS 412; 446",
     "PARIS 412, AND 446", "PARIS 412 OR 446", "PARIS 412 ET 446", "PARIS 412 PLUS 446", "PARIS 412 AS WELL AS 446", "PARIS 412, ALSO 446", "PARIS 412\n446",
     "PARIS 412 446", "PARIS 412,\n     446", "PARIS 412 AND\n446", "Paris 412 and 446", "PARIS 0412,0446", "PARIS 412 AND PARIS 446", "PARIS 412, PARIS 446",
     "PARIS 412 PARIS 446", "PARIS 412 (NOTAL) AND 446", "PARIS 412 (NOTAL), 446 (NOTAL)", "PARIS 412 (RAIN) AND 446 (SUN)", "PARIS 412 AND 446 (NOTAL)",
     "PARIS 412 AND 446 AND PREVIOUS", "PARIS 412 AND 446 ET AL", "BOTH PARIS 412 AND 446", "PARIS NOS. 412 AND 446", "PARIS TELS 412 AND 446",
     "PARIS #412 AND #446", "PARIS: 412, 446", "PARIS (412, 446)", "PARIS (412 AND 446)", "PARIS 412 (A) AND 446 (B)", "A. PARIS 412 AND 446"],
)  # fmt: skip
def test_references_lists(text: str) -> None:
    assert ids(text) == ["08PARIS412", "08PARIS446"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("PARIS 936/935", ["08PARIS936", "08PARIS935"]), ("PARIS 12/07", ["07PARIS12"]), ("PARIS 12/13", ["08PARIS12", "08PARIS13"]),
     ("PARIS 12/07, 13/06", ["07PARIS12", "06PARIS13"]), ("PARIS 1, 2, 3 AND 4", ["08PARIS1", "08PARIS2", "08PARIS3", "08PARIS4"]),
     ("07 PARIS 412 AND 446, ROME 1, 2", ["07PARIS412", "07PARIS446", "08ROME1", "08ROME2"]), ("PARIS 412 (07) AND 446 (06)", ["07PARIS412", "06PARIS446"]),
     ("PARIS 412 AND 07 446", ["08PARIS412", "07PARIS446"])],
)  # fmt: skip
def test_references_lists_with_years(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_references_of_a_range_in_words_are_all_named_and_of_a_hyphen_its_ends() -> None:
    for word in ("THRU", "THROUGH", "TO", "thru"):
        assert ids(f"PARIS 123 {word} 125") == ["08PARIS123", "08PARIS124", "08PARIS125"]
    assert ids("PARIS 123-125") == ids("PARIS 123 - 125") == ["08PARIS123", "08PARIS125"]
    assert ids("PARIS 123 THRU 12500") == ["08PARIS123", "08PARIS12500"]


@pytest.mark.parametrize(
    "text",
    ["A. PARIS 412 B. 446", "(A) PARIS 412 (B) 446", "A) PARIS 412, B) 0446 (NOTAL)", "A. PARIS 412 (NOTAL) B. 446 (NOTAL)", "1. PARIS 412 2. 446",
     "A. PARIS 412\nB. 446", "A. PARIS 412; B. 446.", "PARIS 412; 446", "A. PARIS 412 B. NO. 446"],
)  # fmt: skip
def test_references_a_bare_serial_takes_the_post_before_it(text: str) -> None:
    assert ids(text) == ["08PARIS412", "08PARIS446"]
    assert ids(text.replace("PARIS", "07 PARIS")) == ["07PARIS412", "07PARIS446"]


WORDS = {
    "TEL AVIV": "TELAVIV", "SAN SALVADOR": "SANSALVADOR", "RIO DE JANEIRO": "RIODEJANEIRO", "KUALA LUMPUR": "KUALALUMPUR", "PORT AU PRINCE": "PORTAUPRINCE",
    "PORT OF SPAIN": "PORTOFSPAIN", "DAR ES SALAAM": "DARESSALAAM", "HO CHI MINH CITY": "HOCHIMINHCITY", "BANDAR SERI BEGAWAN": "BANDARSERIBEGAWAN",
    "USUN NEW YORK": "USUNNEWYORK", "US MISSION GENEVA": "GENEVA", "AMEMBASSY ABU DHABI": "ABUDHABI", "SECSTATE WASHDC": "STATE", "THE HAGUE": "THEHAGUE",
    "ST. PETERSBURG": "STPETERSBURG", "AIT TAIPEI": "AITTAIPEI", "IRAN RPO DUBAI": "IRANRPODUBAI", "USEU BRUSSELS": "USEUBRUSSELS", "UNVIE VIENNA": "UNVIEVIENNA",
    "MEXICO CITY": "MEXICO", "LA PAZ": "LAPAZ", "ADDIS ABABA": "ADDISABABA", "FORT NOWHERE": "FORTNOWHERE", "NEW FORT NOWHERE": "NEWFORTNOWHERE",
}  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("gap", ["\n", "\n     ", "  ", " \n"])
def test_references_posts_of_several_words_over_a_line_end(words: str, gap: str) -> None:
    post = WORDS[words]
    name = words.replace(" ", gap)
    assert ids(f"{name} 12") == [f"08{post}12"]
    assert ids(f"{words}{gap}12") == [f"08{post}12"]
    assert ids(f"A. ROME 13\nB. 07{gap}{name} 12 (NOTAL)\nC. BERN 14") == [R, f"07{post.removeprefix('AIT') if 'TAIPEI' in post else post}12", B]


@pytest.mark.parametrize("name", ["TAIPEI", "AIT TAIPEI", "AIT/TAIPEI", "AIT"])
def test_references_to_taipei_have_the_name_of_their_year(name: str) -> None:
    assert ids(f"{name} 12") == ["08AITTAIPEI12"]
    assert ids(f"07 {name} 12") == ["07TAIPEI12"]


NOTHING = [
    "(NOTAL)", "NOTAL", "[NOTAL]", ", NOTAL", "-NOTAL", "\n     (NOTAL)", "(EXDIS)", "(NODIS)", "NOFORN", "SIPDIS", "(S)", "(C)", "(SBU)", "(C/NF)", "(SEPTEL)",
    "AND SEPTEL", ", SEPTEL", "(AND SEPTEL)", "AND PREVIOUS", "(AND PREVIOUS)", "AND PREVIOUS REPORTING", "AND PRIOR", "ET AL", ", ET AL.", "(EXDIS NOTAL)", "(BOTH NOTAL)",
    "AND OTHERS", "AND RELATED", "SERIES", "(POUCHED)", "(CORRECTED COPY)", ".", ",", " -",
]  # fmt: skip


@pytest.mark.parametrize("behind", NOTHING)
def test_references_notal_and_septel_say_nothing(behind: str) -> None:
    assert ids(f"PARIS 12 {behind}") == [P]
    assert ids(f"A. PARIS 12 {behind}\nB. ROME 13") == [P, R]
    assert ids(f"(A) PARIS 12 {behind}; (B) ROME 13 {behind}") == [P, R]


TITLES = [
    "(RAIN IN 2007)", "(THE 2007 RAIN)", "(RAIN IN ROME 2007)", "(TITLE: TALKS OF 12 MAY 2007)", "(RESOLUTION 1441)", "(UNSCR 1540)", "(1540 REPORT)", "(PARA 4)",
    "(PARAS 3 AND 4)", "(G-8)", "(SECTION 2)", "(PART 2 OF 3)", "(3 PAGES)", "(DAY 3)", "(ROME VISIT MAY 12-14)", "(VISIT TO ROME 3)", "(CWC-45-07)", "(SUBJ: RAIN)",
    "[RAIN IN ROME 2007]", '"RAIN IN 2007"', '"RAIN IN ROME 12"', ", \"RAIN\"", "- RAIN", "- RAIN OF 2007", "-- RAIN, 2007", ": RAIN, PART 2", ": RAIN IN ROME IN 2007",
    "RAIN IN THE EAST", "\n(RAIN AND\nSUN IN 2007)", "- G-8 IN ROME 2007", "PARA 4", ", PARA 4", "SECTION 01 OF 02", "(BEING REPEATED)",
]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_references_titles_in_brackets(title: str) -> None:
    assert ids(f"PARIS 12 {title}") == [P]
    assert ids(f"A. PARIS 12 {title}\nB. ROME 13") == [P, R]
    assert ids(f"A) PARIS 12 {title}, B) ROME 13 {title}") == [P, R]


def test_references_a_number_in_brackets_is_one() -> None:
    assert ids("PARIS 12 (STATE 13)") == [P, "08STATE13"]
    assert ids("STATE 12345 (TOSEC 12)") == ["08STATE12345", "08TOSEC12"]


OTHERS = [
    ("DOE-ROE E-MAIL", "e-mail"), ("DOE-ROE EMAIL OF MAY 3, 2008", "e-mail"), ("EMAIL DOE TO ROE DATED 3/5/08", "e-mail"), ("DOE/ROE E-MAILS OF 3/5 AND 3/6", "e-mail"),
    ("E MAIL FROM DOE 3/5/08", "e-mail"), ("SMITH-JONES EMAIL 3/4/05", "e-mail"), ("CLASSNET EMAIL 12/3", "e-mail"), ("DOE-ROE TELCON", "telcon"),
    ("DOE/ROE PHONECON OF MAY 12", "telcon"), ("TELCONS DOE/ROE 12 AND 13 MAY", "telcon"), ("TELEPHONE CONVERSATION DOE-ROE", "telcon"), ("MEMCON, MAY 3", "memcon"),
    ("MEMORANDUM OF CONVERSATION, MAY 3", "memcon"), ("MINISTER DOE'S LETTER", "letter"), ("LTR DOE TO ROE 3/5/08", "letter"), ("LETTER DOE-ROE 12/3/07", "letter"),
    ("FAX OF MAY 3", "fax"), ("DOE FACSIMILE 3/5/08", "fax"), ("DIPLOMATIC NOTE 12", "note"), ("DIPNOTE 45/08", "note"), ("NOTE VERBALE 123", "note"), ("DOE NON-PAPER", "note"),
    ("IIR 6 123 4567 09", "report"), ("TD-314/12345-09", "report"), ("TDX-315/04555-06", "report"), ("2007 HUMAN RIGHTS REPORT", "report"), ("FBIS GMP20080101", "report"),
    ("12 FAM 540", "manual"), ("9 FAM 41.31", "manual"), ("3 FAH-1 H-2400", "manual"), ("9FAM 40.41 N3", "manual"), ("CONSULAR MANUAL CHAPTER 3", "manual"),
    ("THE BOOK OF RAIN", "book"), ("22 CFR 123.4", "book"), ("HTTP://WWW.RAIN.EXAMPLE", "web"), ("WWW.RAIN.EXAMPLE", "web"), ("TALKS IN MAY", "unknown"),
    ("MEETING OF MAY 12, 2008", "unknown"), ("UNSCR 1540", "unknown"), ("EXECUTIVE ORDER 12958", "unknown"), ("E.O. 12958", "unknown"), ("PRESS RELEASE 12", "unknown"),
    ("SEPTEL", "cable"), ("PARIS SEPTEL", "cable"), ("CDR NOWHERE 121833Z NOV 08", "cable"), ("USDAO NOWHERE 121833Z NOV 08", "cable"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), OTHERS)
def test_references_to_what_is_no_cable_keep_their_kind(text: str, kind: str) -> None:
    (alone,) = references(text)
    assert (alone.kind, alone.id, alone.raw) == (kind, "", text)
    assert ids(f"A. PARIS 12 B. {text} C. ROME 13") == [P, kind, R]
    assert ids(f"(A) PARIS 12 (B) {text}; (C) ROME 13") == [P, kind, R]
    assert ids(f"A. {text}\n     B. ROME 13") == [kind, R]


def test_references_an_e_mail_beside_numbers_without_bullets() -> None:
    assert ids("PARIS 12, DOE-ROE E-MAIL OF MAY 3, ROME 13") == [P, "e-mail", R]
    assert ids("DOE-ROE EMAIL, PARIS 12") == ["e-mail", P]
    assert ids("DOE/ROE TELCON AND PARIS 12") == ["telcon", P]


@pytest.mark.parametrize("text", ["NONE", "N/A", "NIL", "(NOTAL)", "NOTAL", "-", "A.", "NO REFS", "NONE."])
def test_references_to_nothing_are_none(text: str) -> None:
    assert references(text) == ()


@pytest.mark.parametrize(
    "text",
    ["SUBJECT: RAIN\n\nREF: PARIS 12\n\nREFTEL: ROME 13", "REF: PARIS 12\nREF: ROME 13", "REF A: PARIS 12\nREF B: ROME 13", "REF: PARIS 12\n\nSUBJECT: RAIN\n\nREFS: ROME 13",
     "SUBJECT: RAIN REF: PARIS 12\n\nREF: ROME 13", "REF: A. PARIS 12\n\nClassified By: DCM Jane Doe. Reason: 1.4 (b).\n\nREF: B. ROME 13"],
)  # fmt: skip
def test_references_two_ref_blocks(text: str) -> None:
    assert [one.id for one in read_telegram(f"{text}\n\n1. (C) BERN 14 reports.", year=2008).references] == [P, R]


@pytest.mark.parametrize(
    "classified",
    ["Classified By: DCM Jane Doe for reasons 1.4 (b) and (d).", "CLASSIFIED BY: DCM JANE DOE. REASON: 1.4 (B).", "Classified by DCM Jane Doe, reasons 1.5 (b),\n(d).", "CLASSIFIED BY JANE DOE"],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_references_below_classified_by(classified: str, gap: str) -> None:
    text = f"SUBJECT: RAIN\n\n{classified}{gap}REF: A. PARIS 12\n     B. ROME 13\n\n1. (C) BERN 14 reports."
    assert [one.id for one in read_telegram(text, year=2008).references] == [P, R]


@pytest.mark.parametrize(
    "page_break", ["\n\nNOWHERE 00000195  002 OF 004\n\n\n", "\nCONFIDENTIAL\n\nPAGE 02        NOWHER  05091  01 OF 03  121833Z\n\n"]
)
def test_references_page_breaks_inside(page_break: str) -> None:
    assert ids(f"A. PARIS 12{page_break}     B. ROME 13\n     C. BERN 14\n\n1. (C) Text.") == [P, R, B]


def test_references_the_cable_itself_is_dropped() -> None:
    text = "UNCLAS PARIS 000013\n\nREF: PARIS 12, PARIS 13, 08 PARIS 00013, PARIS 14"
    assert [one.id for one in read_telegram(text, year=2008).references] == [P, "08PARIS14"]
    assert [one.id for one in read_telegram("REF: PARIS 12, PARIS 13", id="08PARIS13").references] == [P]
    assert ids("PARIS 12, ROME 13, PARIS 00012, 08PARIS12") == [P, R]


@pytest.mark.parametrize("word", ["SECTION", "EFTO", "NOFORN", "SIPDIS", "PAGE", "PARA", "NOVEMBER", "UNCLAS", "FRUS"])
def test_references_words_that_are_never_a_post(word: str) -> None:
    assert "cable" not in [one.kind for one in references(f"{word} 12")]


def test_references_prose_behind_the_list_is_none() -> None:
    for prose in ("\n\n(U) See also ROME 13 on this.", "\n\nSummary: See ROME 13.", "\n1. (C) See ROME 13.", "\n\n-------\nSUMMARY\n-------\n\nSee ROME 13."):
        assert ids(f"PARIS 12{prose}\n\n1. (C) BERN 14 reports.") == [P]


def test_references_keep_what_was_printed() -> None:
    found = references("A. '07 PARIS 00012 (NOTAL)  B. ROME 7/07  C. BERN 14, 2006  D. Oslo 1 and 2")
    assert [one.raw for one in found] == ["'07 PARIS 00012", "ROME 7/07", "BERN 14, 2006", "Oslo 1", "2"]


def test_references_on_a_page_in_small_letters() -> None:
    body = (
        "S e c r e t nowhere 000015\n\nTags: parm, prel\nSubject: rain\n\n"
        "Ref: (a) nowhere 123 (b) 07 elsewhere 4567 (notal)\n(c) paris 12 and 13\n\n1. (s) it rained."
    )
    found = read_telegram(body, year=2008).references
    assert [one.id for one in found] == ["08NOWHERE123", "07ELSEWHERE4567", P, "08PARIS13"]


def test_a_reference_of_thousands_of_digits_is_no_number() -> None:
    assert [one.id for one in read_telegram(f"REF: PARIS {'0' * 5000}12", year=2008).references] == [""]


DOUBLED = ["A. A) {} B. B) {}", "A) A. {}\nB) B. {}", "(A) A) {}; (B) B) {}", "A) (A) {} B) (B) {}", "A. A. {}\nB. B. {}", "A. A {}\nB. B {}", "A: A/ {} B: B/ {}", "A. A) A) {} B. B) (B) {}"]


@pytest.mark.parametrize("text", DOUBLED)
@pytest.mark.parametrize("first", ["ELSEWHERE 12", "ELSEWHERE 12 (NOTAL)", "FORT NOWHERE 12"])
def test_references_a_doubled_bullet_before_any_post(text: str, first: str) -> None:
    found = references(text.format(first, "05 ELSEWHERE 13"))
    post = "FORTNOWHERE" if "FORT" in first else "ELSEWHERE"
    assert [(one.bullet, one.id) for one in found] == [("A", f"08{post}12"), ("B", "05ELSEWHERE13")]


def test_references_other_marks_behind_a_doubled_bullet() -> None:
    assert ids("1. 1) ELSEWHERE 12 2. 2) ELSEWHERE 13") == ["08ELSEWHERE12", "08ELSEWHERE13"]
    assert ids("1. A) ELSEWHERE 12 2. B) ELSEWHERE 13") == ["08ELSEWHERE12", "08ELSEWHERE13"]
    assert ids("A. A) PARIS 12 B. B) ROME 13 C. C) NOTAL") == [P, R]
    assert [one.raw for one in references("A. A) TALKS IN MAY B. B) ROME 13")] == ["TALKS IN MAY", "ROME 13"]


def test_references_an_initial_or_a_portion_mark_is_no_second_bullet() -> None:
    assert [one.raw for one in references("A. J. Q. DOE LETTER B. C. ROE LETTER")] == ["J. Q. DOE LETTER", "C. ROE LETTER"]
    assert [one.raw for one in references("A. (C) TALKS IN MAY B. (U) ROME 13")] == ["(C) TALKS IN MAY", "ROME 13"]


@pytest.mark.parametrize(
    ("text", "id_"),
    [("BRASÍLIA 12", "08BRASILIA12"), ("07 São Paulo 12", "07SAOPAULO12"), ("A. DÜSSELDORF 12", "08DUSSELDORF12"), ("ASUNCIÓN 12 (NOTAL)", "08ASUNCION12"),
     ("YAOUNDÉ 12, 2007", "07YAOUNDE12"), ("BOGOTÁ NO. 12", "08BOGOTA12")],
)  # fmt: skip
def test_references_to_posts_with_accents(text: str, id_: str) -> None:
    (found,) = references(text)
    assert (found.kind, found.id) == ("cable", id_)
