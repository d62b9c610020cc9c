"""The head of a telegram cut into labelled blocks."""

import time

import pytest

from indexer.telegram.blocks import Head, read_blocks

HEAD = """C O N F I D E N T I A L NOWHERE 000012

SIPDIS

E.O. 12958: DECL: 02/14/2018
TAGS: PREL, PGOV,
IZ
SUBJECT: A WALK IN THE RAIN
AND ITS OUTCOME

REF: A. PARIS 12
     B. ROME 13

     C. ATHENS 14

Classified By: DCM Jane Doe for reasons 1.4 (b)
and (d).

1. (C) The text. SUBJECT: not this one.
"""


def kinds(head: Head) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(block.text.split())) for block in head.blocks]


def test_a_head_is_cut_into_its_blocks_in_order() -> None:
    assert kinds(read_blocks(HEAD)) == [
        ("order", "12958: DECL: 02/14/2018"),
        ("tags", "PREL, PGOV, IZ"),
        ("subject", "A WALK IN THE RAIN AND ITS OUTCOME"),
        ("reference", "A. PARIS 12 B. ROME 13 C. ATHENS 14"),
        ("classified", "DCM Jane Doe for reasons 1.4 (b) and (d)."),
    ]


def test_a_block_knows_where_it_stands() -> None:
    head = read_blocks(HEAD)
    assert all(HEAD[block.start : block.end] == block.text for block in head.blocks)
    assert HEAD[head.end :].startswith("1. (C) The text.")


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        *(("order", label) for label in (
            "E.O. 12958:", "EO 12958:", "E. O. 12958:", "E.O.12958", "E.0. 12958:", "E.O 12958",
            "EO: 12958", "e.o. 12958:", "EXECUTIVE ORDER 12958:",
        )),
        *(("tags", label) for label in (
            "TAGS:", "TAG:", "TAGES:", "TAGS;", "TAGS", "Tags:", "tags:", "TAGS :", "TAGS,",
            "TAGS-", "(U) TAGS:", "  TAGS:",
        )),
        *(("subject", label) for label in (
            "SUBJECT:", "SUBJ:", "Subject:", "UBJECT:", "SUBJECT", "SUBJECT :", "SUBJ", "subj:",
            "SUBJECT;", "SUBJECT (C):", "(U) SUBJECT:",
        )),
        *(("reference", label) for label in (
            "REF:", "REFS:", "REFTEL:", "REFTELS:", "Reference:", "REFERENCES:", "REF(S):", "Ref:",
            "REF", "REFS", "REFTEL", "REF.", "REF;", "ref:",
        )),
        *(("classified", label) for label in (
            "Classified By:", "CLASSIFIED BY", "CLASSIFIED BY:", "Class. by", "CLASS BY",
            "CLASSIFED BY:", "Classified by", "(U) Classified By:", "CLASSIFIED  BY:",
        )),
    ],
)  # fmt: skip
def test_a_label_is_known_in_every_spelling(kind: str, label: str) -> None:
    blocks = read_blocks(f"{label} PARIS 00012\n").blocks
    assert [(block.kind, block.text.strip()[-11:]) for block in blocks] == [(kind, "PARIS 00012")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TAGS: PREL, IZ SUBJECT: RAIN", [("tags", "PREL, IZ"), ("subject", "RAIN")]),
        ("TAGS: PREL SUBJECT RAIN", [("tags", "PREL"), ("subject", "RAIN")]),
        ("SUBJECT: RAIN REF: PARIS 12", [("subject", "RAIN"), ("reference", "PARIS 12")]),
        ("SUBJECT: RAINREF: PARIS 12", [("subject", "RAIN"), ("reference", "PARIS 12")]),
        ("SUBJECT: RAIN REFS A. ROME 1", [("subject", "RAIN"), ("reference", "A. ROME 1")]),
        ("SUBJECT: Rain Ref(s): ROME 1", [("subject", "Rain"), ("reference", "ROME 1")]),
        ("REF: ROME 1 Classified By: J. Doe", [("reference", "ROME 1"), ("classified", "J. Doe")]),
        (
            "E.O. 12958: N/A TAGS: PREL SUBJECT: RAIN",
            [("order", "12958: N/A"), ("tags", "PREL"), ("subject", "RAIN")],
        ),
    ],
)
def test_two_labels_on_one_line_make_two_blocks(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(read_blocks(line)) == expected


def test_two_ref_blocks_are_two() -> None:
    head = read_blocks("REF: PARIS 12\n\nSUBJECT: RAIN\n\nREFTEL: ROME 13\n")
    assert [text.strip() for text in head.texts("reference")] == ["PARIS 12", "ROME 13"]


@pytest.mark.parametrize(
    "end", ["\n\nMore words.", "\n----------\nHeading", "\nREF: PARIS 12", "\n1. (C) Text.",
            "\n¶1. Text.", "\n-\nMore words.", "\n =====\nHeading"],
)  # fmt: skip
def test_a_subject_ends_with_its_lines(end: str) -> None:
    assert read_blocks(f"SUBJECT: A WALK\nIN THE RAIN{end}").texts("subject") == (
        " A WALK\nIN THE RAIN",
    )


def test_a_block_may_begin_below_its_label() -> None:
    assert kinds(read_blocks("SUBJECT:\n\nRAIN\n\nREF:\n\nA. PARIS 12\n")) == [
        ("subject", "RAIN"),
        ("reference", "A. PARIS 12"),
    ]


def test_a_ref_list_goes_on_behind_blank_lines_but_prose_does_not() -> None:
    listed = read_blocks("REF: A. PARIS 12\n\nB. ROME 13\n\n(U) This is prose on ROME 14.\n\nMore.")
    assert kinds(listed) == [("reference", "A. PARIS 12 B. ROME 13")]


def test_a_numbered_ref_list_is_not_paragraph_1() -> None:
    head = read_blocks("REFS:\n¶1. PARIS 0012\n¶2. ROME 0013\n\n¶1. (C) Text.")
    assert kinds(head) == [("reference", "¶1. PARIS 0012 ¶2. ROME 0013")]


@pytest.mark.parametrize(
    "prose",
    [
        "The plan is\nsubject to approval by all.\n",
        "The plan is\nSUBJECT TO APPROVAL BY ALL.\n",
        "C O R R E C T E D COPY (SUBJECT LINE)\n",
        "The minister kept off the\nsubject. He left.\n",
        "The ministers\nreferred to it.\n",
        "The ministers\nref the game.\n",
    ],
)
def test_words_in_prose_are_no_labels(prose: str) -> None:
    assert read_blocks(prose).blocks == ()


def test_the_classification_may_stand_in_paragraph_1() -> None:
    body = "SUBJECT: RAIN\n\n1. (U) CLASSIFIED BY DCM JANE DOE. REASON: 1.5 (B).\n\n2. (C) Text."
    assert kinds(read_blocks(body))[1:] == [("classified", "DCM JANE DOE. REASON: 1.5 (B).")]


def test_the_order_named_again_behind_classified_by_is_no_second_order() -> None:
    body = "E.O. 12958: DECL: 02/14/2018\nCLASSIFIED BY: JANE DOE\nE.O. 12958 1.4 (B)\n"
    assert [block.kind for block in read_blocks(body).blocks] == ["order", "classified"]


@pytest.mark.parametrize("body", ["", "\n", " ", "no labels at all", "TAGS", "REF:", "SUBJECT:"])
def test_any_text_has_a_head(body: str) -> None:
    head = read_blocks(body)
    assert head.end <= len(body)
    assert "".join(block.text for block in head.blocks).strip() == ""


@pytest.mark.parametrize(
    "noise",
    ["A ", "(", "REF: ", "1. ", "1. \n", "REF: A\n", "\n", "\n ", "SUBJECT: ", "TAGS: A\n\n", "- ",
     "E.O. ", "CLASSIFIED BY ", "\nCLASSIFIED BY ", "¶", "SUBJECT: A\n---\n", "\n- - - - -x"],
)  # fmt: skip
def test_a_megabyte_of_noise_ends_soon(noise: str) -> None:
    body = (noise * 1_000_000)[:1_000_000]
    begin = time.process_time()
    read_blocks(body)
    assert time.process_time() - begin < 10  # a hang, not a slow machine
