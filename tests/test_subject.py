"""The subject line."""

import time

import pytest

from indexer.telegram.blocks import read_blocks
from indexer.telegram.subject import read_subject


def subject(body: str) -> str:
    return read_subject(read_blocks(body))


@pytest.mark.parametrize("label", ["SUBJECT:", "SUBJ:", "UBJECT:", "Subject:", "SUBJECT", "SUBJ"])
def test_every_label(label: str) -> None:
    assert subject(f"{label} RAIN IN\nNOWHERE") == "RAIN IN NOWHERE"


@pytest.mark.parametrize(
    "end",
    [
        "\n\nWords of the text.",
        "\nREF: PARIS 12",
        "\nREFTEL PARIS 12",
        "\nREF A. PARIS 12",
        "\nClassified By: Jane Doe",
        "\nCLASSIFIED BY JANE DOE",
        "\n1. (C) Text.",
        "\n¶1. (C) Text.",
        "\n-----------\nSUMMARY\n",
        "\n===========",
        "\nSUMMARY: It rained.",
        "\nSIPDIS\n",
        "\n-\n1. TEXT",
    ],
)
def test_the_subject_ends_there(end: str) -> None:
    assert subject(f"SUBJECT: RAIN, AND\nMORE OF IT{end}") == "RAIN, AND MORE OF IT"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "TAGS: PREL\n\n1. (C) The talks are\nsubject to approval.",
        "The lease, SUBJECT TO APPROVAL, was signed.",
        "SUBJECT TO APPROVAL BY THE MINISTER\n\n1. Text.",
        "C O R R E C T E D  COPY (SUBJECT LINE)\n\n1. Text.",
        "CORRECTED COPY - SUBJECT LINE CHANGED\n",
        "1. (C) SUBJECT: is a word in the text.",
        "SUBJECT:",
    ],
)
def test_none_at_all_is_empty_never_a_sentence(body: str) -> None:
    assert subject(body) == ""


def test_a_corrected_copy_still_has_its_subject() -> None:
    body = "C O R R E C T E D COPY (SUBJECT LINE)\n\nE.O. 12958: N/A\nSUBJECT: RAIN\n\n1. Text."
    assert subject(body) == "RAIN"


def test_corrected_copy_before_the_subject_is_not_it() -> None:
    assert subject("SUBJECT: C O R R E C T E D COPY (SUBJECT LINE): RAIN\nAND SUN") == "RAIN AND SUN"


def test_subject_to_inside_a_subject_stays() -> None:
    assert subject("SUBJECT: RIVERS SUBJECT TO RAIN") == "RIVERS SUBJECT TO RAIN"


@pytest.mark.parametrize(
    "glued",
    ["RAIN REF: PARIS 12", "RAINREF: PARIS 12", "RAIN (REF: PARIS 12)", "RAIN REFS A. PARIS 12",
     "RAIN Classified By: Jane Doe", "RAIN CLASSIFIED BY: JANE DOE", "RAIN REFTEL: PARIS 12",
     "RAINClassified By: Jane Doe", "RAIN Ref(s): A) PARIS 12", "RAIN E.O. 12958: N/A"],
)  # fmt: skip
def test_ref_or_classified_glued_to_its_end(glued: str) -> None:
    assert subject(f"SUBJECT: {glued}") == "RAIN"


@pytest.mark.parametrize(
    "marked",
    ["(C) RAIN", "RAIN (C)", "(U) RAIN (U)", "(S/NF) RAIN", "RAIN (SBU)", "(C//NF) RAIN (C//NF)",
     "(U/FOUO) RAIN", "(C)  RAIN", "(SBU) RAIN (SBU)", "(CONFIDENTIAL) RAIN", "(C): RAIN"],
)  # fmt: skip
def test_marks_at_either_end_are_taken_off(marked: str) -> None:
    assert subject(f"SUBJECT: {marked}\n\nText.") == "RAIN"


@pytest.mark.parametrize(
    "printed",
    ['"RAIN" AND SUN', "RAIN (NOTAL)", "RAIN.", "RAIN: A HISTORY", "RAIN (AND SNOW)", "THE RAIN?",
     "A BRIEF: RAIN", "TERMS OF REFERENCE: RAIN", "RAIN - PART 2 OF 3", "D'OR ET D'EAU"],
)  # fmt: skip
def test_all_else_stays_as_printed(printed: str) -> None:
    assert subject(f"SUBJECT: {printed}\n\n") == printed


def test_white_space_is_normal() -> None:
    assert subject("SUBJECT:  RAIN \n \t AND   SUN  \n\n") == "RAIN AND SUN"


def test_tags_and_subject_on_one_line() -> None:
    assert subject("TAGS: PREL, IZ SUBJECT: RAIN\n\n") == "RAIN"


def test_a_subject_below_its_label() -> None:
    assert subject("SUBJECT:\n\nRAIN\n\nMore words.") == "RAIN"


def test_a_masked_page_break_inside_does_not_end_it() -> None:
    assert subject(f"SUBJECT: RAIN AND{' ' * 60}SUN\n\n") == "RAIN AND SUN"


def test_a_label_twice_is_no_part_of_it() -> None:
    assert subject("SUBJECT: SUBJECT: RAIN") == "RAIN"


@pytest.mark.parametrize("noise", ["(C) ", "REF ", "SUBJECT: ", "A\n", "- ", "(C)\n"])
def test_a_megabyte_of_noise_ends_soon(noise: str) -> None:
    body = "SUBJECT: " + (noise * 1_000_000)[:1_000_000]
    begin = time.process_time()
    subject(body)
    assert time.process_time() - begin < 10  # a hang, not a slow machine
