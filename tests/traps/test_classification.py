"""The traps of the classification line and of the caveats below it."""

import pytest

from indexer import read_telegram
from indexer.cable import Cable

FOUO = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"


def read(line: str, below: str = "") -> Cable:
    rest = "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: LAMPS\n\n1. (U) Lit.\n"
    return read_telegram(f"{line}\n\n{below}\n\n{rest}", year=2008)


def level(line: str, below: str = "") -> str:
    return read(line, below).classification


@pytest.mark.parametrize(
    "post",
    ["MADRID", "MANAMA", "MALABO", "MINSK", "LA PAZ", "LIMA", "LILONGWE", "LOME", "LUSAKA",
     "TOKYO", "TEL AVIV", "THE HAGUE", "SANTIAGO", "SAN SALVADOR", "SECSTATE", "STATE", "ALGIERS",
     "ISLAMABAD", "NOWHERE", "N'DJAMENA", "ASMARA"],
)  # fmt: skip
@pytest.mark.parametrize(
    "printed",
    ["C O N F I D E N T I A L {}", "C O N F I D E N T I A L  {}", "C ON F I DENT I A L {}",
     "CO NFIDENTIAL {}", "CONFIDENT I A L {}", "CONFI DENTIAL {}", "CONFIDENTIAL {}",
     "C  O  N  F  I  D  E  N  T  I  A  L   {}", "C O N F I D E N T I A L SECTION 01 OF 02 {}",
     "C O N F I D E N T I A L S E C T I O N 01 OF 02 {}", "C O N F I D E N T I A L\n{}",
     "C O N F I D E N T I A L \n \n{}", "C O N F I D E N T I A L - {}",
     "C O N F I D E N T I A L // {}", "   C O N F I D E N T I A L {}"],
)  # fmt: skip
def test_spaced_letters_are_joined_by_vocabulary_and_never_eat_the_post(
    printed: str, post: str
) -> None:
    cable = read(f"{printed.format(post)} 000012")
    name = post.replace(" ", "").replace("'", "").removeprefix("SEC")
    assert (cable.classification, cable.id) == ("CONFIDENTIAL", f"08{name}12")


@pytest.mark.parametrize("post", ["MADRID", "LIMA", "TOKYO", "STATE"])
@pytest.mark.parametrize("printed", ["C O N F I D E N T I A L", "S E C R E T", "CONFIDENTIAL"])
def test_spaced_letters_glued_to_the_post(printed: str, post: str) -> None:
    cable = read(f"{printed}{post} 000012")
    assert (cable.classification, cable.id) == (printed.replace(" ", ""), f"08{post}12")


def test_a_post_whose_letters_are_spaced_too() -> None:
    assert read("C O N F I D E N T I A L M A D R I D 000012").id == "08MADRID12"
    assert read("S E C R E T N O W H E R E 000012").id == "08NOWHERE12"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("UNCLAS NOWHERE 000012", "UNCLASSIFIED"),
        ("U N C L A S NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLASSIFIED NOWHERE 000012", "UNCLASSIFIED"),
        ("U N C L A S S I F I E D NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLASS NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLAS E F T O NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLAS EFTO SECTION 01 OF 02 NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLASSIFIED // NOWHERE 000012", "UNCLASSIFIED"),
        ("LIMITED OFFICIAL USE NOWHERE 5091", "LIMITED OFFICIAL USE"),
        ("L I M I T E D O F F I C I A L U S E NOWHERE 5091", "LIMITED OFFICIAL USE"),
        ("L I M I T E D  OFFICIAL  USE SECTION 1 OF 2 NOWHERE 5091", "LIMITED OFFICIAL USE"),
        ("SECRET NOWHERE 000012", "SECRET"),
        ("S E C R E T NOWHERE 000012", "SECRET"),
        ("S E C R ET NOWHERE 000012", "SECRET"),
        ("S  E  C  R  E  T  NOWHERE 000012", "SECRET"),
        ("T O P S E C R E T NOWHERE 12", "TOP SECRET"),
    ],
)
def test_the_levels_in_every_spacing(line: str, meant: str) -> None:
    assert (level(line), read(line).id[:9]) == (meant, "08NOWHERE")


@pytest.mark.parametrize(
    ("line", "below", "meant"),
    [
        ("UNCLAS//FOR OFFICIAL USE ONLY NOWHERE 12", "", FOUO),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "", FOUO),
        ("UNCLAS FOR OFFICIAL USE ONLY NOWHERE 12", "", FOUO),
        ("UNCLASSIFIED/FOUO NOWHERE 12", "", FOUO),
        ("UNCLAS F O U O NOWHERE 12", "", FOUO),
        ("UNCLAS SENSITIVE NOWHERE 12", "", FOUO),
        ("UNCLAS//SENSITIVE SECTION 01 OF 02 NOWHERE 12", "", FOUO),
        ("UNCLAS NOWHERE 12", "SENSITIVE\nSIPDIS", FOUO),
        ("UNCLAS NOWHERE 12", "SIPDIS\n\nSENSITIVE", FOUO),
        ("UNCLAS NOWHERE 12", "FOR OFFICIAL USE ONLY", FOUO),
        ("UNCLAS NOWHERE 12", "SENSITIVE BUT UNCLASSIFIED", FOUO),
        ("CONFIDENTIAL//NOFORN NOWHERE 12", "", "CONFIDENTIAL//NOFORN"),
        ("C O N F I D E N T I A L//N O F O R N NOWHERE 12", "", "CONFIDENTIAL//NOFORN"),
        ("C O N F I D E N T I A L N O F O R N NOWHERE 12", "", "CONFIDENTIAL//NOFORN"),
        ("C O N F I D E N T I A L NO F O R N NOWHERE 12", "", "CONFIDENTIAL//NOFORN"),
        ("S E C R E T NOFORN NOWHERE 12", "", "SECRET//NOFORN"),
        ("S E C R E T NOFORN SECTION 01 OF 03 NOWHERE 12", "", "SECRET//NOFORN"),
        ("S E C R E T SECTION 01 OF 03 NOWHERE 12 NOFORN", "", "SECRET//NOFORN"),
        ("S E C R E T NOWHERE 12", "NOFORN\nSIPDIS", "SECRET//NOFORN"),
        ("SECRET/NOFORN NOWHERE 12", "", "SECRET//NOFORN"),
        ("CONFIDENTIAL NOWHERE 12", "SENSITIVE", "CONFIDENTIAL"),
        ("UNCLAS NOWHERE 12", "SIPDIS", "UNCLASSIFIED"),
    ],
)
def test_a_level_with_its_control(line: str, below: str, meant: str) -> None:
    assert level(line, below) == meant


@pytest.mark.parametrize(
    ("line", "meant"),
    [("Confidential Nowhere 000012", "CONFIDENTIAL"), ("S e c r e t nowhere 000012", "SECRET"),
     ("Unclas nowhere 000012", "UNCLASSIFIED"), ("Secret section 01 of 02 nowhere 000012",
     "SECRET"), ("C o n f i d e n t i a l nowhere 000012", "CONFIDENTIAL"),
     ("unclassified Nowhere 000012", "UNCLASSIFIED"), ("Secret//Noforn Nowhere 000012",
     "SECRET//NOFORN"), ("s e c r e t Nowhere 000012", "SECRET")],
)  # fmt: skip
def test_mixed_case(line: str, meant: str) -> None:
    cable = read(line, "Sipdis")
    assert (cable.classification, cable.id) == (meant, "08NOWHERE12")
    assert "SIPDIS" in cable.caveats


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("SS E C R E T", "SECRET"), ("S E C R R E T", "SECRET"),
     ("SERCET", "SECRET"), ("C O N F I D E N T A I L", "CONFIDENTIAL"), ("C O N F I D E N T I A",
     "CONFIDENTIAL"), ("CC O N F I D E N T I A L", "CONFIDENTIAL"), ("CONFIDENTAL",
     "CONFIDENTIAL"), ("UNCLASSIFED", "UNCLASSIFIED"), ("UNLCAS", "UNCLASSIFIED"),
     ("U N C L S A", "UNCLASSIFIED")],
)  # fmt: skip
@pytest.mark.parametrize("post", ["PARIS", "PORT OF SPAIN", "NOWHERE"])
def test_a_doubled_or_misprinted_letter_is_read_with_a_doubt(
    printed: str, meant: str, post: str
) -> None:
    cable = read(f"{printed} {post} 000012")
    assert (cable.classification, cable.id) == (meant, f"08{post.replace(' ', '')}12")
    assert [one.field for one in cable.problems if printed in one.message] == ["classification"]


def test_a_last_letter_printed_twice_is_not_the_post_s() -> None:
    for post in ("PARIS", "NOWHERE", "PORT OF SPAIN"):
        assert read(f"S E C R E T T {post} 000012").id == f"08{post.replace(' ', '')}12"
    assert read("S E C R E T N DJAMENA 000012").id == "08NDJAMENA12"


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("TEL AVIV", "TELAVIV"), ("PORT AU PRINCE", "PORTAUPRINCE"), ("PORT OF SPAIN",
         "PORTOFSPAIN"), ("HO CHI MINH CITY", "HOCHIMINHCITY"), ("USUN NEW YORK", "USUNNEWYORK"),
        ("DAR ES SALAAM", "DARESSALAAM"), ("RIO DE JANEIRO", "RIODEJANEIRO"), ("FORT NOWHERE",
         "FORTNOWHERE"), ("USEU BRUSSELS", "USEUBRUSSELS"), ("BANDAR SERI BEGAWAN",
         "BANDARSERIBEGAWAN"), ("AMEMBASSY PARIS", "PARIS"), ("USMISSION GENEVA", "GENEVA"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "line",
    ["UNCLAS {} 000012", "UNCLAS SECTION 01 OF 02 {} 000012", "UNCLAS {} 000012 SECTION 01 OF 02",
     "S E C R E T {} 000012 NOFORN", "UNCLAS {}\n000012", "UNCLAS {} NR 12", "UNCLAS {} NO. 12",
     "UNCLAS {} #000012", "SECRET EYES ONLY {} 12", "UNCLAS   {}   000012", "UNCLAS SIPDIS {} 12"],
)  # fmt: skip
def test_posts_of_several_words(line: str, printed: str, post: str) -> None:
    assert read(line.format(printed)).id == f"08{post}12"


@pytest.mark.parametrize(
    "first",
    ["// C O R R E C T E D  COPY //\n\n", "// C O R R E C T E D  COPY // ",
     "// C O R R E C T E D COPY // ADDED ADDRESSEE //\n\n", "(CORRECTED COPY)\n",
     "C O R R E C T E D  C O P Y\n", "***CORRECTED COPY***\n\n", "CORRECTED COPY:\n",
     "C O R R E C T E D COPY (CAVEATS)\n\n", "// c o r r e c t e d  copy //\n"],
)  # fmt: skip
@pytest.mark.parametrize("line", ["UNCLAS NOWHERE 000012", "C O N F I D E N T I A L PARIS 000012"])
def test_corrected_copy_first(first: str, line: str) -> None:
    cable = read(first + line, "SIPDIS")
    assert cable.classification == ("UNCLASSIFIED" if "UNCLAS" in line else "CONFIDENTIAL")
    assert cable.caveats == ("CORRECTED COPY", "SIPDIS")
    assert cable.serial == 12


@pytest.mark.parametrize(
    ("line", "below"),
    [("UNCLAS NOWHERE 12 (CORRECTED COPY)", ""), ("UNCLAS NOWHERE 12", "C O R R E C T E D COPY"),
     ("UNCLAS NOWHERE 12", "C O R R E C T E D COPY (SUBJECT LINE)"),
     ("UNCLAS NOWHERE 12", "CORRECTED COPY - ADDED TAGS"),
     ("UNCLAS NOWHERE 12 C O R R E C T E D  C O P Y", "")],
)  # fmt: skip
def test_corrected_copy_behind_or_below(line: str, below: str) -> None:
    assert read(line, below).caveats == ("CORRECTED COPY",)


@pytest.mark.parametrize(
    ("printed", "caveats"),
    [
        ("SIPDIS", ("SIPDIS",)), ("S I P D I S", ("SIPDIS",)), ("SENSITIVE", ("SENSITIVE",)),
        ("NOFORN", ("NOFORN",)), ("N O F O R N", ("NOFORN",)), ("EXDIS", ("EXDIS",)),
        ("NODIS", ("NODIS",)), ("STADIS", ("STADIS",)), ("STADIS////", ("STADIS",)),
        ("LIMDIS", ("LIMDIS",)), ("FOUO", ("FOUO",)), ("FOR OFFICIAL USE ONLY", ("FOUO",)),
        ("TERREP", ("TERREP",)), ("ROGER CHANNEL", ("ROGER CHANNEL",)),
        ("NODIS CHEROKEE", ("NODIS",)), ("SIPDIS//NOFORN", ("SIPDIS", "NOFORN")),
        ("SIPDIS, SENSITIVE", ("SIPDIS", "SENSITIVE")), ("EXDIS/NOFORN", ("EXDIS", "NOFORN")),
        ("SENSITIVE SIPDIS", ("SENSITIVE", "SIPDIS")), ("(SIPDIS)", ("SIPDIS",)),
        ("NOFORN\nSIPDIS", ("NOFORN", "SIPDIS")), ("SIPDIS\n\n\nEXDIS", ("SIPDIS", "EXDIS")),
        ("SIPDIS\nSIPDIS", ("SIPDIS",)), ("DEPT FOR EUR/NB SIPDIS", ("SIPDIS",)),
        ("NOT FOR INTERNET DISTRIBUTION\nSIPDIS", ("SIPDIS",)),
        ("SIPDIS\nNOWHERE FOR POL\nEXDIS", ("SIPDIS", "EXDIS")),
    ],
)  # fmt: skip
def test_every_caveat_in_the_order_in_which_it_is_printed(
    printed: str, caveats: tuple[str, ...]
) -> None:
    assert read("S E C R E T NOWHERE 12", printed).caveats == caveats


def test_caveats_of_the_line_come_before_those_below() -> None:
    cable = read("S E C R E T EXDIS NOWHERE 12 TERREP", "SIPDIS//NOFORN\nEXDIS")
    assert cable.caveats == ("EXDIS", "TERREP", "SIPDIS", "NOFORN")


@pytest.mark.parametrize(
    "prose",
    ["NOFORN information was given to nobody, and so the lamps stayed dark.",
     "The text of it is NOFORN.", "THE TEXT OF IT IS NOFORN", "1. (S/NOFORN) The lamps.",
     "SUBJECT: NOFORN LAMPS", "TAGS: PREL\nNOFORN", "REF: NOFORN REPORT",
     "EXDIS HANDLING IS ASKED FOR THIS TELEGRAM BY ALL WHO ARE TO LIGHT THE LAMPS",
     "A sensitive matter of lamps."],
)  # fmt: skip
def test_noforn_in_running_prose_is_no_caveat(prose: str) -> None:
    cable = read("S E C R E T NOWHERE 12", prose)
    assert (cable.classification, cable.caveats) == ("SECRET", ())


@pytest.mark.parametrize(
    "lines",
    ["SECRET\n\nPAGE 01        NOWHERE  05091  01 OF 03  121833Z",
     "SECRET / PAGE 01 NOWHERE 05091 01 OF 03 121833Z",
     "SECRET\n\nNOWHERE 5091", "SECRET\nNOFORN\nNOWHERE 05091", "SECRET\nSECTION 01 OF 03\n"
     "NOWHERE 5091"],
)  # fmt: skip
def test_a_bare_level_takes_post_and_number_from_below(lines: str) -> None:
    cable = read(lines)
    assert (cable.classification.partition("//")[0], cable.id) == ("SECRET", "08NOWHERE5091")


@pytest.mark.parametrize(
    "body",
    ["", "null", "TAGS: ECON EFIN", "SECRET TALKS WERE HELD IN 2008.", "Secret talks 2008 began",
     "Confidential sources say so.", "SECRETARY OF STATE 12", "1. (C) CONFIDENTIAL",
     "The text\nSECRET TALKS IN 2008 WENT ON", "SUBJECT: SECRET", "SECRETS OF PARIS 12"],
)  # fmt: skip
def test_what_is_no_marking(body: str) -> None:
    assert (read_telegram(body).classification, read_telegram(body).caveats) == ("", ())


LOU = "LIMITED OFFICIAL USE"


@pytest.mark.parametrize(
    "printed",
    ["LOU", "L O U", "L.O.U.", "LOU EFTO", "LOU SECTION 01 OF 02", "LIM OFFICIAL USE", "LTD OFFICIAL USE", "L T D OFFICIAL USE",
     "LIMITED OFF USE", "LTD OFFICIAL USE SECTION 1 OF 2", "Ltd Official Use"],
)  # fmt: skip
@pytest.mark.parametrize("post", ["PARIS", "NOWHERE", "TEL AVIV"])
def test_limited_official_use_in_short(printed: str, post: str) -> None:
    cable = read(f"{printed} {post} 000012")
    assert (cable.classification, cable.id) == (LOU, f"08{post.replace(' ', '')}12")


@pytest.mark.parametrize("line", ["LOU", "LOU DOE", "LOU PARIS", "LOU DOE SAID 12 TIMES", "LOUVAIN 12", "Lou Paris 12", "LOU 12"])
def test_lou_is_a_level_only_where_post_and_number_follow(line: str) -> None:
    assert level(line) == ""


def test_lou_is_a_level_only_in_the_first_line() -> None:
    assert level("THE WALK\nLOU PARIS 000012") == ""
    assert level("UNCLAS NOWHERE 000012", "LOU PARIS 000013") == "UNCLASSIFIED"
