"""The marking: classification, caveats, section, post, number, attention lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.telegram.attention import attention_items
from indexer.telegram.classification import Marking, read_marking

_FOUO = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"


@pytest.mark.parametrize(
    ("line", "classification"),
    [
        ("UNCLAS NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLASSIFIED NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLASS NOWHERE 000012", "UNCLASSIFIED"),
        ("U N C L A S NOWHERE 000012", "UNCLASSIFIED"),
        ("U N C L A S SECTION 01 OF 02 NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLAS E F T O NOWHERE 000012", "UNCLASSIFIED"),
        ("UNCLAS FOR OFFICIAL USE ONLY NOWHERE 000012", _FOUO),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", _FOUO),
        ("UNCLAS FOUO NOWHERE 000012", _FOUO),
        ("UNCLAS SENSITIVE NOWHERE 000012", _FOUO),
        ("LIMITED OFFICIAL USE NOWHERE 5091", "LIMITED OFFICIAL USE"),
        ("L I M I T E D  O F F I C I A L  U S E NOWHERE 5091", "LIMITED OFFICIAL USE"),
        ("CONFIDENTIAL NOWHERE 5091", "CONFIDENTIAL"),
        ("C O N F I D E N T I A L NOWHERE 000012", "CONFIDENTIAL"),
        ("C ON F IDENTIAL NOWHERE 000012", "CONFIDENTIAL"),
        ("C O N F I D E N T I A L//NOFORN NOWHERE 000012", "CONFIDENTIAL//NOFORN"),
        ("C O N F I D E N T I A L N O F O R N NOWHERE 12", "CONFIDENTIAL//NOFORN"),
        ("S E C R E T NOWHERE 000012", "SECRET"),
        ("S E C R E T NOWHERE 000012 NOFORN", "SECRET//NOFORN"),
        ("S E C R E T//NOFORN SECTION 01 OF 02 NOWHERE 000012", "SECRET//NOFORN"),
        ("T O P  S E C R E T NOWHERE 12", "TOP SECRET"),
    ],
)
def test_the_levels(line: str, classification: str) -> None:
    assert read_marking(f"{line}\n\nE.O. 12958: N/A").classification == classification


@pytest.mark.parametrize("post", ["MADRID", "MANAMA", "LA PAZ", "LIMA", "TEL AVIV", "NOWHERE"])
def test_spaced_letters_are_joined_by_vocabulary_and_leave_the_post_whole(post: str) -> None:
    marking = read_marking(f"C O N F I D E N T I A L {post} 000012")
    assert (marking.classification, marking.serial) == ("CONFIDENTIAL", 12)
    assert marking.post == post.replace(" ", "")


def test_a_level_glued_to_the_post() -> None:
    marking = read_marking("C O N F I D E N T I A LMADRID 000012")
    assert (marking.classification, marking.post) == ("CONFIDENTIAL", "MADRID")


def test_mixed_case_of_a_retyped_extract() -> None:
    marking = read_marking("S e c r e t nowhere 015220\n\nnoforn\nTags: parm, prel")
    assert (marking.classification, marking.post) == ("SECRET//NOFORN", "NOWHERE")
    assert marking.serial == 15220


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("SS E C R E T", "SECRET"), ("S E C R R E T", "SECRET"), ("SERCET", "SECRET"),
        ("C O N F I D E N T A I L", "CONFIDENTIAL"), ("C O N F I D E N T A L", "CONFIDENTIAL"),
        ("CONFIDENTAIL", "CONFIDENTIAL"), ("UNCLASSIFED", "UNCLASSIFIED"),
        ("UNLCAS", "UNCLASSIFIED"),
    ],
)  # fmt: skip
def test_a_misprinted_level_is_read_with_a_doubt(printed: str, meant: str) -> None:
    marking = read_marking(f"{printed} PORT OF SPAIN 000012")
    assert (marking.classification, marking.post) == (meant, "PORTOFSPAIN")
    assert len(marking.doubts) == 1
    assert printed in marking.doubts[0]


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("TEL AVIV", "TELAVIV"), ("PORT AU PRINCE", "PORTAUPRINCE"), ("STATE", "STATE"),
        ("HO CHI MINH CITY", "HOCHIMINHCITY"),
        ("USUN NEW YORK", "USUNNEWYORK"), ("DAR ES SALAAM", "DARESSALAAM"),
        ("N'DJAMENA", "NDJAMENA"), ("FORT NOWHERE", "FORTNOWHERE"), ("THE HAGUE", "THEHAGUE"),
    ],
)  # fmt: skip
def test_posts_of_several_words(printed: str, post: str) -> None:
    marking = read_marking(f"UNCLAS SECTION 01 OF 02 {printed} 000012")
    assert (marking.post, marking.serial, marking.section, marking.sections) == (post, 12, 1, 2)


@pytest.mark.parametrize(
    ("printed", "section", "sections"),
    [
        ("SECTION 01 OF 02", 1, 2), ("SECTION 1 OF 3", 1, 3), ("SECTON 02 OF 03", 2, 3),
        ("S E C T I O N 01 OF 02", 1, 2), ("SECTION ONE OF TWO", 1, 2), ("SECTION O1 OF O2", 1, 2),
        ("FINAL SECTION OF 03", 3, 3), ("SECTION 01 OF **", 1, 0), ("", 0, 0),
    ],
)  # fmt: skip
def test_sections(printed: str, section: int, sections: int) -> None:
    for line in (f"UNCLAS {printed} NOWHERE 000012", f"UNCLAS NOWHERE 000012 {printed}"):
        marking = read_marking(line)
        assert (marking.section, marking.sections) == (section, sections)
        assert (marking.post, marking.serial) == ("NOWHERE", 12)


def test_a_classification_line_wrapped_before_post_or_number() -> None:
    for line in ("UNCLAS SECTION 01 OF 02 BUENOS AIRES \n000012", "S E C R E T NODIS\nNOWHERE 12"):
        marking = read_marking(f"{line}\n\nSIPDIS")
        assert marking.serial == 12
        assert marking.end == len(line)


@pytest.mark.parametrize(
    "first", ["// C O R R E C T E D  COPY //\n\n", "// C O R R E C T E D  COPY // ",
              "(CORRECTED COPY)\n", "C O R R E C T E D  C O P Y\n", "***CORRECTED COPY***\n\n"],
)  # fmt: skip
def test_corrected_copy_first(first: str) -> None:
    marking = read_marking(f"{first}UNCLAS NOWHERE 000012\n\nTAGS: PREL")
    assert (marking.classification, marking.serial) == ("UNCLASSIFIED", 12)
    assert marking.caveats == ("CORRECTED COPY",)
    assert marking.start == 0


def test_corrected_copy_below() -> None:
    marking = read_marking("UNCLAS NOWHERE 12\n\nC O R R E C T E D COPY (SUBJECT LINE)\n\nSIPDIS")
    assert marking.caveats == ("CORRECTED COPY", "SIPDIS")


@pytest.mark.parametrize(
    ("printed", "caveat"),
    [
        ("SIPDIS", "SIPDIS"), ("SENSITIVE", "SENSITIVE"), ("NOFORN", "NOFORN"), ("EXDIS", "EXDIS"),
        ("NODIS", "NODIS"), ("STADIS", "STADIS"), ("LIMDIS", "LIMDIS"), ("FOUO", "FOUO"),
        ("FOR OFFICIAL USE ONLY", "FOUO"), ("CORRECTED COPY", "CORRECTED COPY"),
        ("TERREP", "TERREP"), ("ROGER CHANNEL", "ROGER CHANNEL"), ("N O F O R N", "NOFORN"),
        ("NODIS CHEROKEE", "NODIS"), ("STADIS////", "STADIS"),
    ],
)  # fmt: skip
def test_every_caveat_below_the_line(printed: str, caveat: str) -> None:
    marking = read_marking(f"S E C R E T NOWHERE 12 \n \n{printed} \n \nE.O. 12958: N/A")
    assert marking.caveats == (caveat,)


def test_several_caveats_keep_their_order_and_stand_once() -> None:
    marking = read_marking("S E C R E T NOFORN NOWHERE 12\n\nSIPDIS//NOFORN\nEXDIS, TERREP\n\nTAGS")
    assert marking.caveats == ("NOFORN", "SIPDIS", "EXDIS", "TERREP")


@pytest.mark.parametrize(
    "prose",
    ["NOFORN information was given to nobody, and so the lamps stayed dark.",
     "The text of it is NOFORN.", "1. (S/NOFORN) The lamps.", "SUBJECT: NOFORN LAMPS",
     "TAGS: PREL\nNOFORN"],
)  # fmt: skip
def test_noforn_in_running_prose_is_no_caveat(prose: str) -> None:
    marking = read_marking(f"S E C R E T NOWHERE 12\n\n{prose}\n")
    assert (marking.classification, marking.caveats) == ("SECRET", ())


@pytest.mark.parametrize(
    ("lines", "attention"),
    [
        ("NOWHERE FOR POL", ("NOWHERE FOR POL",)),
        ("STATE PASS TO USAID", ("STATE PASS TO USAID",)),
        ("DEPT FOR EUR/NB", ("DEPT FOR EUR/NB",)),
        ("Department for EUR/NB", ("Department for EUR/NB",)),
        ("NOWHERE FOR POL  \nPARIS FOR EST  ", ("NOWHERE FOR POL", "PARIS FOR EST")),
        ("STATE FOR EUR/WE,\nINR/EU", ("STATE FOR EUR/WE, INR/EU",)),
        ("STATE PASS TO\nUSAID FOR DOE", ("STATE PASS TO USAID FOR DOE",)),
        ("SIPDIS\n\nSTATE  FOR   EUR", ("STATE FOR EUR",)),
        ("EXDIS FOR AMBASSADOR", ("FOR AMBASSADOR",)),
        ("PLEASE PASS USTR", ("PLEASE PASS USTR",)),
        ("The minister asked for help.", ()),
    ],
)
def test_attention_lines(lines: str, attention: tuple[str, ...]) -> None:
    assert read_marking(f"UNCLAS STATE 12\n\n{lines}\n\nE.O. 12958: N/A").attention == attention


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("DEPT FOR EUR/NB; NSC FOR DOE", ("DEPT FOR EUR/NB", "NSC FOR DOE")),
        ("DEPT FOR EUR/NB, PARIS FOR EST", ("DEPT FOR EUR/NB", "PARIS FOR EST")),
        ("DEPT FOR EUR/NB   NOWHERE FOR EST", ("DEPT FOR EUR/NB", "NOWHERE FOR EST")),
        ("NOWHERE FOR POL ELSEWHERE FOR ECON", ("NOWHERE FOR POL", "ELSEWHERE FOR ECON")),
        ("STATE FOR EUR/NB TEL AVIV ALSO FOR POL", ("STATE FOR EUR/NB", "TEL AVIV ALSO FOR POL")),
        ("DEPT FOR EUR, PM AND PASS TO NSC", ("DEPT FOR EUR, PM AND PASS TO NSC",)),
        ("STATE PASS TO USAID FOR DOE", ("STATE PASS TO USAID FOR DOE",)),
        ("STATE FOR EUR/WE, INR/EU", ("STATE FOR EUR/WE, INR/EU",)),
    ],
)
def test_several_offices_on_a_line(line: str, items: tuple[str, ...]) -> None:
    assert attention_items(line) == items
    assert read_marking(f"UNCLAS STATE 12\n{line}\nTAGS: PREL").attention == items


def test_the_span_parts_routing_lines_from_the_body() -> None:
    header = "R 121833Z NOV 08\nFM AMEMBASSY NOWHERE\nTO SECRET SERVICE WASHDC 0012\n\n"
    line = "C O N F I D E N T I A L NOWHERE 000012"
    marking = read_marking(f"{header}{line} \n\nTAGS: PREL")
    assert (marking.start, marking.end) == (len(header), len(header) + len(line))


def test_a_marking_joined_to_the_header_s_last_line() -> None:
    header = "FM AMEMBASSY NOWHERE\nTO RUEHC/SECSTATE WASHDC 0064"
    marking = read_marking(f"{header}C O N F I D E N T I A L MADRID 000012\n\nSIPDIS")
    assert (marking.classification, marking.post, marking.start) == ("CONFIDENTIAL", "MADRID", 50)


def test_a_line_of_date_before_the_marking() -> None:
    marking = read_marking("Friday, 23 February 2001, 15:53\nS E C R E T NOWHERE 000012\nNOFORN")
    assert (marking.classification, marking.start) == ("SECRET//NOFORN", 32)


def test_a_bare_level_takes_post_and_number_from_the_first_page_line() -> None:
    page = "PAGE 01        NOWHER  05091  01 OF 03  121833Z"
    marking = read_marking(f"CONFIDENTIAL\n\n{page}\n\n1. Text")
    assert marking == Marking("CONFIDENTIAL", (), 1, 3, "NOWHER", 5091, start=0, end=12)
    assert read_marking(f"CONFIDENTIAL / {page}\n\n1. Text").serial == 5091


def test_a_full_line_below_counts_more_than_a_bare_level_above() -> None:
    body = (
        "CONFIDENTIAL\n\nPAGE 01        NOWHER  05091  01 OF 03  121833Z\nACTION EUR-12\n\n"
        "R 121833Z NOV 74\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\n\n"
        "S E C R E T SECTION 1 OF 3 NOWHERE 5091\n\nE.O. 11652: GDS"
    )
    marking = read_marking(body)
    assert (marking.classification, marking.post) == ("SECRET", "NOWHERE")
    assert body[marking.start : marking.end] == "S E C R E T SECTION 1 OF 3 NOWHERE 5091"


def test_a_long_number_of_the_department() -> None:
    assert read_marking("UNCLAS STATE 00120153").serial == 120153


@pytest.mark.parametrize(
    "body",
    ["", "null", "TAGS: ECON EFIN", "SECRET TALKS WERE HELD IN 2008.", "Secret talks 2008 began",
     "Confidential sources say so.", "SECRETARY OF STATE 12", "1. (C) CONFIDENTIAL",
     "The text\nSECRET TALKS IN 2008 WENT ON"],
)  # fmt: skip
def test_what_is_no_marking(body: str) -> None:
    assert read_marking(body) == Marking()


@given(st.text(alphabet="SECRTUNLAOFID 012/\n.:", max_size=120))
def test_any_text_is_read_and_the_span_lies_in_it(text: str) -> None:
    marking = read_marking(text)
    assert (marking.start < 0) == (marking.classification == "")
    assert -1 <= marking.start <= marking.end <= len(text)


@pytest.mark.parametrize(
    "noise", ["A ", "/", "SECRET ", "S ", "CONFIDENTIAL\n", "C O N F I D E N T I A L ",
              "STATE FOR ", "UNCLAS SECTION 01 OF ", "C O R R E C T E D C O P Y\n", "\n"],
)  # fmt: skip
def test_a_megabyte_of_noise_has_no_number(noise: str) -> None:
    assert read_marking(noise * (1_000_000 // len(noise))).serial == 0


def test_a_corrected_copy_line_that_says_more() -> None:
    body = "// C O R R E C T E D  COPY // ADDED ADDRESSEE //\n\nSECRET PARIS 000016\n\nNOFORN\n"
    marking = read_marking(body)
    assert marking.caveats == ("CORRECTED COPY", "NOFORN")
    assert (marking.post, marking.serial, marking.start) == ("PARIS", 16, 0)


def test_a_zero_for_the_o_of_a_post() -> None:
    marking = read_marking("C O N F I D E N T I A L 0TTAWA 000100\n")
    assert (marking.classification, marking.post, marking.serial) == ("CONFIDENTIAL", "OTTAWA", 100)
