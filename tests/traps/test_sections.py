"""The traps of sections and page breaks: taken out wherever they stand, and what they say."""

import pytest

from indexer import read_telegram
from indexer.cable import Cable
from indexer.telegram.breaks import mask_breaks
from indexer.telegram.sections import Sections, read_sections

BREAKS = [
    "NOWHERE 00000195  001.2 OF 002",
    "NOWHERE 00000195  001.2 OF 002 ",
    "NOWHERE 00000195 001.2 OF 002",
    "NOWHERE 00000195  002 OF 002",
    "  NOWHERE 00000195  002.3 OF 012",
    "TEL AVIV 00000195  001.2 OF 004",
    "PORT OF SP 00000195  003.4 OF 012",
    "STATE 00120153  001 OF 003",
    "NOWHERE 00000195  001.2 OF 002  C O R R E C T E D COPY (PARA 2)",
    "CONFIDENTIAL\n\nPAGE 02        NOWHERE  05091  01 OF 03  121833Z",
    "CONFIDENTIAL\n\n\n\nCONFIDENTIAL\n\nPAGE 02        NOWHER  05091  01 OF 03  121833Z",
    "CONFIDENTIAL / PAGE 02 NOWHERE 05091 121833Z",
    "PAGE 02 RUEHNW 00195 01 OF 02 121833Z",
    "PAGE 02 RUEHNW 0195 C O N F I D E N T I A L",
    "PAGE 03        TEL AVIV 05091  02 OF 03  121840Z\n\nCONFIDENTIAL",
    "PAGE 02        STATE  120153",
    "LIMITED OFFICIAL USE\n\nPAGE 02        NOWHERE  05091  121833Z",
    "UNCLASSIFIED\n\nUNCLASSIFIED\n\nPAGE 02        NOWHERE  05091  121833Z\n\nUNCLASSIFIED",
]
BODY = """C O N F I D E N T I A L SECTION 01 OF 02 NOWHERE 000195

SIPDIS

DEPT FOR EUR/NB

E.O. 12958: DECL: 11/12/2018
TAGS: PREL, PARM, PGOV, ECON, EFIN, ETRD,
KSCA, XE
SUBJECT: THE LAMPS OF THE NEW HARBOUR AND WHO IS TO LIGHT
THEM IN THE WINTER

REF: A. ELSEWHERE 12
     B. 07 NOWHERE 33

Classified By: Ambassador Jane Doe for reasons 1.4 (b)
and (d).

1. (C) Summary: The minister of harbours told the ambassador
that the lamps would be lit. End summary.

2. (C) The second lamp was lit by the keeper, who said that
it had been dark.
DOE
"""


def said(cable: Cable) -> tuple[object, ...]:
    """Every field that a break must not change."""
    return (
        cable.classification, cable.caveats, cable.attention, cable.declass, cable.tags,
        cable.subject, cable.references, cable.classified_by, cable.reasons, cable.summary,
        [paragraph.text for paragraph in cable.paragraphs], cable.signer,
    )  # fmt: skip


WHOLE = read_telegram(BODY, year=2008)


@pytest.mark.parametrize("gap", ["\n\n", "\n", " \n \n"])
@pytest.mark.parametrize("page_break", BREAKS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("REF: A. ELSEWHERE 12", "\n     B. 07 NOWHERE 33"),
        ("     B. 07", " NOWHERE 33"),
        ("TAGS: PREL, PARM, PGOV, ECON, EFIN, ETRD,", "\nKSCA"),
        ("TAGS: PREL, PARM, PGOV,", " ECON, EFIN"),
        ("LAMPS OF THE NEW HARBOUR AND WHO IS TO LIGHT", "\nTHEM IN THE WINTER"),
        ("SUBJECT: THE LAMPS OF THE NEW", " HARBOUR AND WHO"),
        ("Classified By: Ambassador Jane Doe for reasons 1.4 (b)", "\nand (d)"),
        ("Classified By: Ambassador", " Jane Doe for reasons"),
    ],
)  # fmt: skip
def test_a_break_inside_ref_tags_subject_or_classified_by(
    before: str, after: str, page_break: str, gap: str
) -> None:
    assert before + after in BODY
    torn = BODY.replace(before + after, f"{before}{gap}{page_break}{gap}{after.lstrip()}")
    assert said(read_telegram(torn, year=2008)) == said(WHOLE)


@pytest.mark.parametrize("gap", ["\n\n", "\n", " \n \n", "\n\n\n"])
@pytest.mark.parametrize("page_break", BREAKS)
@pytest.mark.parametrize(
    ("before", "after"),
    [("told the ambassador", "\nthat the lamps"), ("the keeper, who said", " that\nit had"),
     ("would be lit. End summary.", "\n\n2. (C) The second"), ("lit by the", " keeper")],
)  # fmt: skip
def test_breaks_in_mid_sentence_are_joined(
    before: str, after: str, page_break: str, gap: str
) -> None:
    assert before + after in BODY
    torn = BODY.replace(before + after, f"{before}{gap}{page_break}{gap}{after.lstrip()}")
    assert said(read_telegram(torn, year=2008)) == said(WHOLE)


@pytest.mark.parametrize("page_break", BREAKS)
def test_a_mask_has_the_length_of_its_text(page_break: str) -> None:
    text = f"1. (C) The lamps of the harbour were\n\n{page_break}\n\nlit by the keeper.\n\n2. (C) No."
    masked = mask_breaks(text)
    assert len(masked) == len(text)
    assert masked[text.index("2. (C)") :] == text[text.index("2. (C)") :]
    assert " ".join(masked.split()) == (
        "1. (C) The lamps of the harbour were lit by the keeper. 2. (C) No."
    )


@pytest.mark.parametrize(
    "marking",
    ["C O N F I D E N T I A L SECTION 02 OF 02 NOWHERE 000195",
     "C O N F I D E N T I A L S E C T I O N 02 OF 02 NOWHERE 000195",
     "CONFIDENTIAL SECTION TWO OF TWO NOWHERE 000195",
     "C O N F I D E N T I A L FINAL SECTION OF 02 NOWHERE 000195",
     "C O N F I D E N T I A L NOWHERE 000195 SECTION 02 OF 02",
     "C O N F I D E N T I A L SECTION 2 OF 2 NOWHERE 195"],
)  # fmt: skip
def test_a_later_section_with_its_marking_and_its_repeated_head_is_joined(marking: str) -> None:
    head = BODY[BODY.index("SIPDIS") : BODY.index("REF:")]
    torn = BODY.replace("lit by the keeper", f"lit by the\n\n{marking}\n\n{head}\nkeeper")
    if "S E C T I O N" in marking:
        torn = torn.replace("SECTION 01", "S E C T I O N 01")
    assert said(read_telegram(torn, year=2008)) == said(WHOLE)


def test_a_head_repeated_behind_a_page_break_is_taken_out() -> None:
    head = BODY[BODY.index("SIPDIS") : BODY.index("REF:")]
    torn = BODY.replace("lit by the keeper", f"lit by the\n\n{BREAKS[3]}\n\n\n{head}\nkeeper")
    assert said(read_telegram(torn, year=2008)) == said(WHOLE)


@pytest.mark.parametrize(
    "text",
    ["See page 2. PAGE 2 OF THE BOOK, as PAGE 3 NOWHERE 1234 has it.",
     "1 OF 0 lamps, 3 OF 04 lamps, and NOWHERE 195 1 OF 4.", "SECTION 2 OF 3 of the harbour act",
     "SECRET SECTION of the archive", "C O N F I D E N T I A L SECTION 01 OF 02 NOWHERE 000195"],
)  # fmt: skip
def test_words_about_pages_and_sections_are_text(text: str) -> None:
    assert mask_breaks(f"UNCLAS NOWHERE 12\n\n{text}") == f"UNCLAS NOWHERE 12\n\n{text}"


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("UNCLAS SECTION 01 OF 02 NOWHERE 000195", Sections(2, (1,))),
        ("UNCLAS SECTION 2 OF 3 NOWHERE 195", Sections(3, (2,))),
        ("C O N F I D E N T I A L S E C T I O N 01 OF 02 NOWHERE 195", Sections(2, (1,))),
        ("UNCLAS NOWHERE 195 SECTION 01 OF 02", Sections(2, (1,))),
        ("UNCLAS SECTON 02 OF 03 NOWHERE 195", Sections(3, (2,))),
        ("UNCLAS SECTION O1 OF O2 NOWHERE 195", Sections(2, (1,))),
        ("UNCLAS SECTION ONE OF TWO NOWHERE 195", Sections(2, (1,))),
        ("UNCLAS FINAL SECTION OF 03 NOWHERE 195", Sections(3, (3,))),
        ("UNCLAS SECTION 01 OF ** NOWHERE 195", Sections(0, (1,))),
        ("UNCLAS SECTION 02 OF 03\nNOWHERE 195", Sections(3, (2,))),
        ("S e c r e t section 01 of 02 nowhere 195", Sections(2, (1,))),
        ("// C O R R E C T E D COPY //\n\nUNCLAS SECTION 02 OF 02 NOWHERE 195", Sections(2, (2,))),
        ("CONFIDENTIAL\n\nPAGE 01        NOWHERE  05091  01 OF 03  121833Z", Sections(3, (1,))),
        ("PAGE 01 NOWHERE 05091 02 OF 03 121833Z\n\nCONFIDENTIAL NOWHERE 5091", Sections(3, (2,))),
        ("UNCLAS NOWHERE 195", Sections()),
        ("UNCLAS SECTION 03 OF 02 NOWHERE 195", Sections()),
        ("", Sections()),
    ],
)
def test_the_sections_by_a_text_s_own_marking(line: str, sections: Sections) -> None:
    assert read_sections(f"{line}\n\nSIPDIS\n\nTAGS: PREL\n\n1. Lit.") == sections


PARTS = ["UNCLAS SECTION 01 OF 03 NOWHERE 000195\n\n1. Lit.",
         "UNCLAS SECTION 02 OF 03 NOWHERE 000195\n\n2. Lit.",
         "UNCLAS SECTION 03 OF 03 NOWHERE 000195\n\n3. Lit."]  # fmt: skip


@pytest.mark.parametrize("held", [(1,), (2,), (1, 2), (1, 3), (2, 3), (1, 2, 3)])
def test_the_markings_of_later_sections_inside(held: tuple[int, ...]) -> None:
    body = "\n\n".join(PARTS[number - 1] for number in held)
    assert read_sections(body) == Sections(3, held)
    assert read_sections(body.replace("000195", "195").replace("UNCLAS", "S E C R E T")).held == held


@pytest.mark.parametrize(
    ("breaks", "held"),
    [
        (["001.2 OF 003"], (1,)), (["001.2 OF 003", "002 OF 003"], (1, 2)),
        (["001.2 OF 003", "002 OF 003", "002.2 OF 003", "003 OF 003"], (1, 2, 3)),
        (["001.2 OF 004"], (1,)), ([], (1,)),
    ],
)  # fmt: skip
def test_the_page_breaks_say_which_sections_follow(breaks: list[str], held: tuple[int, ...]) -> None:
    lines = "".join(f"\n\nNOWHERE 00000195  {one}\n\nMore." for one in breaks)
    assert read_sections(PARTS[0] + lines) == Sections(3, held)


def test_the_pages_of_the_1970s_say_which_sections_follow() -> None:
    body = (
        "CONFIDENTIAL\n\nPAGE 01        NOWHER  05091  01 OF 02  121833Z\n\nACTION EUR-12\n\n"
        "R 121833Z NOV 74\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\n\n"
        "C O N F I D E N T I A L SECTION 1 OF 2 NOWHERE 5091\n\n1. Lit.\n\nCONFIDENTIAL\n\nNNN\n\n"
        "CONFIDENTIAL\n\nPAGE 01        NOWHER  05091  02 OF 02  121840Z\n\nACTION EUR-12\n\n"
        "R 121833Z NOV 74\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\n\n"
        "C O N F I D E N T I A L SECTION 2 OF 2 NOWHERE 5091\n\n2. Lit.\n"
    )
    assert read_sections(body) == Sections(2, (1, 2))


def test_another_telegram_s_sections_are_not_this_one_s() -> None:
    quoted = "SECRET SECTION 02 OF 03 ELSEWHERE 000077\n\n1. Lit."
    assert read_sections(f"{PARTS[0]}\n\n{quoted}") == Sections(3, (1,))
    assert read_sections(f"{PARTS[0]}\n\nELSEWHERE 00000077  002 OF 003\n") == Sections(3, (1,))


@pytest.mark.parametrize("noise", ["SECTION ", " OF 0", "SECTION 02 OF 03 ", "PAGE 01 A 0195 "])
def test_a_megabyte_of_noise_holds_no_section(noise: str) -> None:
    assert read_sections(noise * (1_000_000 // len(noise))).held in ((), (1,))
