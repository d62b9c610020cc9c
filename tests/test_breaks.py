"""Page breaks and section joins are blanked out in place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.telegram.breaks import mask_breaks

_FULL = "1. (C) The minister of harbours told the ambassador that the new lamps"
_COUNT = "TEL AVIV 00000195  001.2 OF 004"
_PAGE = "CONFIDENTIAL\n\nPAGE 02        NOWHER  05091  01 OF 03  121833Z"


def _words(text: str) -> str:
    masked = mask_breaks(text)
    assert len(masked) == len(text)
    return " ".join(masked.split())


def test_a_text_without_breaks_is_given_back_itself() -> None:
    text = "1. (C) Nothing is torn here, at 3 OF 4 places.\n"
    assert mask_breaks(text) is text


@pytest.mark.parametrize(
    "line",
    ["NOWHERE 00000195  001.2 OF 004", "NOWHERE 00000195  002 OF 004 ",
     "  NOWHERE 00000195  004 OF 004", "TEL AVIV 00000195  001.2 OF 004",
     "PORT OF SPAIN 00000195  003.4 OF 012", "STATE 00120153  001 OF 003",
     "NOWHERE 00000195  001.2 OF 004  C O R R E C T E D COPY (PARA 2)"],
)  # fmt: skip
def test_a_page_count_in_mid_sentence_is_taken_out_and_the_sentence_joins(line: str) -> None:
    text = f"{_FULL} \n \n{line} \n \n \nwould be lit."
    masked = mask_breaks(text)
    assert "\n" not in masked
    assert _words(text) == f"{_FULL} would be lit."


def test_offsets_behind_a_break_stay() -> None:
    text = f"{_FULL}\n\n{_COUNT}\n\nwould be lit.\n\n2. (U) End."
    masked = mask_breaks(text)
    assert masked[text.index("2. (U)") :] == "2. (U) End."
    assert masked[text.index("would") :].startswith("would be lit.\n")


def test_between_paragraphs_one_line_end_is_left() -> None:
    text = f"1. (C) The lamps were lit.\n\n{_COUNT}\n\n\n2. (C) So he said."
    assert [line.strip() for line in mask_breaks(text).split("\n")] == [
        "1. (C) The lamps were lit.", "2. (C) So he said.",
    ]  # fmt: skip


def test_a_label_behind_a_break_still_begins_a_line() -> None:
    subject = "SUBJECT: THE LAMPS OF THE NEW HARBOUR AND WHO IS TO LIGHT THEM"
    text = f"{subject}\n\n{_COUNT}\n\nREF: NOWHERE 12"
    assert [line.strip() for line in mask_breaks(text).split("\n")] == [subject, "REF: NOWHERE 12"]


def test_a_break_inside_the_subject() -> None:
    subject = "SUBJECT: THE LAMPS OF THE NEW HARBOUR AND WHO IS TO LIGHT"
    masked = mask_breaks(f"{subject}\n\n{_COUNT}\n\nTHEM\n\n1. Text")
    assert " ".join(masked.split("\n")[0].split()) == f"{subject} THEM"


@pytest.mark.parametrize("label", ["TAGS: PREL, PARM,", "REF: A. NOWHERE 12", "Classified By: DCM"])
def test_a_break_inside_tags_ref_or_classified_by(label: str) -> None:
    assert _words(f"{label}\n\n{_COUNT}\n\nELSEWHERE 13") == f"{label} ELSEWHERE 13"


def test_a_page_count_within_a_line_whose_line_ends_were_lost() -> None:
    assert _words(f"he said that the lamps {_COUNT} would be lit") == (
        "he said that the lamps would be lit"
    )


@pytest.mark.parametrize(
    "page",
    [
        "PAGE 02        NOWHER  05091  01 OF 03  121833Z", "PAGE 02 RUEHNW 00195 01 OF 02 121833Z",
        "PAGE 02        NOWHER  05091  121833Z", "PAGE 02 RUEHNW 0195 C O N F I D E N T I A L",
        "PAGE 03 TEL AVIV 05091 02 OF 03 121840Z", "PAGE 02 STATE 120153",
    ],
)  # fmt: skip
def test_page_lines_go_with_the_classification_above(page: str) -> None:
    assert _words(f"{_FULL}\n\nCONFIDENTIAL\n\n{page}\n\nwould be lit.") == f"{_FULL} would be lit."


def test_page_lines_of_the_1970s_with_the_classification_twice() -> None:
    text = f"{_FULL}\n\n\n\n       CONFIDENTIAL\n\n\n\nCONFIDENTIAL\n\n{_PAGE}\n\n\nwould be lit."
    assert _words(text) == f"{_FULL} would be lit."


def test_the_first_page_line_and_the_marking_above_it_stay() -> None:
    text = "CONFIDENTIAL\n\nPAGE 01        NOWHER  05091  01 OF 03  121833Z\n\nText"
    assert mask_breaks(text) == text


def test_the_marking_that_opens_a_text_stays_even_above_page_2() -> None:
    assert mask_breaks(f"{_PAGE}\n\nText").startswith("CONFIDENTIAL")
    assert "PAGE" not in mask_breaks(f"{_PAGE}\n\nText")


def test_words_about_pages_are_text() -> None:
    text = "See page 2. PAGE 2 OF THE BOOK, as PAGE 3 NOWHERE 1234 has it, and 1 OF 0 lamps."
    assert mask_breaks(text) == text


def test_a_later_section_s_marking_and_repeated_head_go() -> None:
    head = "SIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: THE LAMPS OF THE NEW\nHARBOUR\n"
    text = (
        f"C O N F I D E N T I A L SECTION 01 OF 02 NOWHERE 000195\n\n{head}\n{_FULL}\n\n"
        f"C O N F I D E N T I A L SECTION 02 OF 02 NOWHERE 000195\n\n{head}\nwould be lit."
    )
    assert _words(text).endswith(f"HARBOUR {_FULL} would be lit.")
    assert _words(text).count("SECTION") == 1


def test_a_later_section_with_its_own_routing_lines_goes() -> None:
    text = (
        f"C O N F I D E N T I A L SECTION 1 OF 2 NOWHERE 5091\n\n{_FULL}\n\nCONFIDENTIAL\n\nNNN\n\n"
        "CONFIDENTIAL\n\nPAGE 01        NOWHER  05091  02 OF 02  121840Z\n\n53\nACTION EUR-12\n\n"
        "INFO  OCT-01   ISO-00   /077 W\n                     --------------------- 064093\n"
        "R 121833Z NOV 74\nFM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC 3456\n\n"
        "C O N F I D E N T I A L SECTION 2 OF 2 NOWHERE 5091\n\nwould be lit."
    )
    assert _words(text).endswith(f"{_FULL} would be lit.")
    assert "ACTION" not in mask_breaks(text)


def test_the_first_section_s_marking_stays() -> None:
    text = "UNCLAS SECTION 02 OF 02 NOWHERE 000195\n\nSECTION 2 OF the law."
    assert mask_breaks(text) == text


def test_a_page_line_glued_into_addressees() -> None:
    text = "AMEMBASSY PARIS PAGE 02 NOWHERE 00195 121833Z AMEMBASSY BONN"
    assert _words(text) == "AMEMBASSY PARIS AMEMBASSY BONN"


@given(
    st.lists(
        st.sampled_from(
            [_FULL, _COUNT, _PAGE, "\n", " \n", "CONFIDENTIAL", "NNN", "SECTION 02 OF 03 ",
             "UNCLAS ", "PAGE 01 NOWHER 05091 02 OF 03 121833Z", "word. ", " OF 0", "PAGE ", "\r",
             "¶2. "]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_the_length_never_changes_and_nothing_but_blanks_is_put_in(pieces: list[str]) -> None:
    text = "".join(pieces)
    masked = mask_breaks(text)
    assert len(masked) == len(text)
    assert all(new in (old, " ", "\n") for new, old in zip(masked, text, strict=True))


@pytest.mark.parametrize(
    "noise",
    [" OF 0", "A 00000195  001.2 OF 004 ", "PAGE 02 A 0195 121833Z\n",
     "\nSECRET SECTION 02 OF 03 A", "PAGE 01 A 0195 02 OF 03\n", "SECTION ",
     "CONFIDENTIAL\nPAGE 02 A 0195\n", "A ", "/"],
)  # fmt: skip
def test_a_megabyte_of_noise_ends_fast(noise: str) -> None:
    text = noise * (1_000_000 // len(noise))
    began = time.process_time()
    assert len(mask_breaks(text)) == len(text)
    assert time.process_time() - began < 10  # a hang, not a slow machine
