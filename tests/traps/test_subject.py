"""The traps of the subject line: where it ends, what is not it, and the marks around it."""

import pytest

from indexer import read_telegram


def subject(text: str) -> str:
    return read_telegram(text).subject


@pytest.mark.parametrize(
    "text",
    [
        "", "TAGS: PREL\n\n1. (C) Text.", "The plan is\nsubject to approval.",
        "SUBJECT TO APPROVAL BY THE MINISTER\n\n1. Text.", "The lease, SUBJECT TO APPROVAL, was signed.",
        "1. (C) The talks are\nSUBJECT TO APPROVAL.", "He changed the\nSubject. Then he left.",
        "1. (C) The\nSUBJECT IS CLOSED", "1. (C) SUBJECT: is a word in the text.", "SUBJECT:", "SUBJECT: (C)",
        "SUBJECT: REF: PARIS 12", "THE REPORT IS\nSUBJECT MATTER FOR EXPERTS",
    ],
)  # fmt: skip
def test_subject_none_at_all_is_empty_never_a_sentence(text: str) -> None:
    assert subject(text) == ""


def test_subject_to_within_a_subject_stays() -> None:
    assert subject("SUBJECT: RIVERS SUBJECT TO RAIN\n\n1. Text.") == "RIVERS SUBJECT TO RAIN"


@pytest.mark.parametrize(
    "copy",
    ["C O R R E C T E D COPY (SUBJECT LINE) ", "C O R R E C T E D COPY (SUBJECT LINE): ",
     "C O R R E C T E D  C O P Y: ", "CORRECTED COPY (SUBJECT LINE) ", "CORRECTED COPY: ", "CORRECTED COPY - ",
     "CORRECTED COPY -- ", "CORRECTED COPY\n", "(CORRECTED COPY) ", "***CORRECTED COPY*** ",
     "// C O R R E C T E D  COPY // ", "CORRECTED COPY (PARA 2) ", "(C) CORRECTED COPY: ",
     "C O R R E C T E D COPY (SUBJECT LINE) SUBJECT: "],
)  # fmt: skip
def test_subject_corrected_copy_subject_line_is_not_it(copy: str) -> None:
    assert subject(f"SUBJECT: {copy}HELLO\nAND MORE\n\n1. Text.") == "HELLO AND MORE"


@pytest.mark.parametrize(
    "line", ["C O R R E C T E D COPY (SUBJECT LINE)", "CORRECTED COPY - SUBJECT LINE CHANGED",
             "// C O R R E C T E D  COPY (SUBJECT LINE) //"],
)  # fmt: skip
def test_subject_corrected_copy_above_the_head_is_not_it(line: str) -> None:
    assert subject(f"{line}\n\nE.O. 12958: N/A\nSUBJECT: RAIN\n\n1. Text.") == "RAIN"
    assert subject(f"{line}\n\n1. Text.") == ""


def test_subject_a_copy_of_something_stays() -> None:
    assert subject("SUBJECT: CORRECTED COPY OF THE TREATY\n\n1. Text.") == "CORRECTED COPY OF THE TREATY"


@pytest.mark.parametrize(
    "ref",
    [" REF: PARIS 12", "REF: PARIS 12", " (REF: PARIS 12)", " REFS A. PARIS 12", " REFTEL: PARIS 12",
     " REFTEL PARIS 12", " REF PARIS 12", " Ref: PARIS 12", " REF(S): PARIS 12", " REF A) PARIS 12",
     " REFERENCE: PARIS 12", " REF (A) PARIS 12", " REF:"],
)  # fmt: skip
def test_subject_ref_glued_to_its_end(ref: str) -> None:
    assert subject(f"SUBJECT: RAIN AND SUN{ref}\n\n1. Text.") == "RAIN AND SUN"


@pytest.mark.parametrize(
    "glued", [" Classified By: J. Doe", "Classified By: J. Doe", " CLASSIFIED BY DCM J. DOE", " E.O. 12958: N/A",
              "CLASSIFIED BY: J. DOE", " TAGS: PREL", " SIPDIS", " DECL: 02/14/2018", " 1. (C) TEXT", " ¶1. Text"],
)  # fmt: skip
def test_subject_classified_or_another_label_glued_to_its_end(glued: str) -> None:
    assert subject(f"SUBJECT: RAIN AND SUN{glued}\n\n2. Text.") == "RAIN AND SUN"


@pytest.mark.parametrize(
    "printed", ["TERMS OF REFERENCE: RAIN", "REFORM OF RAIN", "RAIN CLASSIFIED AS SNOW", "DECLASSIFIED RAIN",
                "RAIN IN REFERENCE TO SUN", "REFUGEES AND RAIN", "SUMMARY OF RAIN", "RAIN: A SUMMARY"],
)  # fmt: skip
def test_subject_words_like_labels_stay(printed: str) -> None:
    assert subject(f"SUBJECT: {printed}\n\n1. Text.") == printed


@pytest.mark.parametrize(
    "mark", ["(C)", "(U)", "(S)", "(SBU)", "(C/NF)", "(S//NF)", "(S NF)", "(U//FOUO)", "(LOU)", "(CONFIDENTIAL)",
             "(UNCLASSIFIED)", "(c)", "[C]", "( C )", "(S//REL TO UK)"],
)  # fmt: skip
def test_subject_marks_at_either_end(mark: str) -> None:
    assert subject(f"SUBJECT: {mark} RAIN\n\n1. Text.") == "RAIN"
    assert subject(f"SUBJECT: RAIN {mark}\n\n1. Text.") == "RAIN"
    assert subject(f"SUBJECT: {mark} RAIN {mark}\n\n1. Text.") == "RAIN"
    assert subject(f"SUBJECT: RAIN\nAND SUN\n{mark}\n\n1. Text.") == "RAIN AND SUN"


@pytest.mark.parametrize("printed", ['"RAIN" AND SUN', "'RAIN'", "RAIN (NOTAL)", "RAIN (C) AND SUN", "(RAIN) SUN"])
def test_subject_quotes_and_other_brackets_stay(printed: str) -> None:
    assert subject(f"SUBJECT: {printed}\n\n1. Text.") == printed


@pytest.mark.parametrize("end", ["\n\nWords of text.", " \n \nSENT BY NIGHT", "\n\n1. (C) Text.", "\n\n\nAMBASSADOR DOE SENDS"])
def test_subject_ends_at_a_blank_line(end: str) -> None:
    assert subject(f"SUBJECT: RAIN AND\nSUN{end}") == "RAIN AND SUN"


@pytest.mark.parametrize(
    "end", ["REF: PARIS 12", "REFTEL: PARIS 12", "REFS A. PARIS 12", "REFERENCE: PARIS 12", "(U) REF: PARIS 12",
            "Ref: PARIS 12", "REF (A) PARIS 12", "A. PARIS 12", "REF NONE"],
)  # fmt: skip
def test_subject_ends_at_ref(end: str) -> None:
    assert subject(f"SUBJECT: RAIN AND\nSUN\n{end}\n\n1. Text.") == "RAIN AND SUN"


@pytest.mark.parametrize(
    "end", ["Classified By: J. Doe", "CLASSIFIED BY J. DOE", "(U) Classified by J. Doe", "CLASSIFIED: J. DOE",
            "Class. By: J. Doe", "Reason: 1.4 (b)", "DECL: 02/14/2018", "E.O. 12958: N/A", "TAGS: PREL"],
)  # fmt: skip
def test_subject_ends_at_classified_by(end: str) -> None:
    assert subject(f"SUBJECT: RAIN AND\nSUN\n{end}\n\n1. Text.") == "RAIN AND SUN"


@pytest.mark.parametrize(
    "end", ["1. (C) Text.", "1. Text is here.", "¶1. (C) Text", "1.(C) TEXT", "(C) 1. Text", "L. (C) TEXT",
            "SUMMARY: It rained.", "Summary\n-------", "BEGIN SUMMARY: x", "This is an action request; see para 4."],
)  # fmt: skip
def test_subject_ends_at_paragraph_1(end: str) -> None:
    assert subject(f"SUBJECT: RAIN AND\nSUN\n{end}\n") == "RAIN AND SUN"


@pytest.mark.parametrize("rule", ["----------", "=====", "*****", "- - - - -", "_____", " ------ ", "-", "--"])
def test_subject_ends_at_a_rule(rule: str) -> None:
    assert subject(f"SUBJECT: RAIN AND\nSUN\n{rule}\nHEADING\n{rule}\n1. Text.") == "RAIN AND SUN"


def test_subject_goes_on_across_a_page_break() -> None:
    text = (
        "C O N F I D E N T I A L NOWHERE 000195\n\nSUBJECT: RAIN AND\n\nNOWHERE 00000195  001.2 OF 004\n\n\n"
        "SUN\n\nREF: PARIS 12\n\n1. (C) Text.\n"
    )
    assert subject(text) == "RAIN AND SUN"


@pytest.mark.parametrize(
    "end", ["SIPDIS", "NOFORN", "SENSITIVE", "SENSITIVE BUT UNCLASSIFIED", "CONFIDENTIAL", "C O N F I D E N T I A L",
            "UNCLAS SIPDIS", "NOT FOR INTERNET DISTRIBUTION", "LIMITED OFFICIAL USE", "MINIMIZE CONSIDERED",
            "DEPT FOR EUR/CE", "STATE PASS USAID", "FOR AMBASSADOR FROM DCM"],
)  # fmt: skip
def test_subject_sipdis_or_a_classification_repeated_below(end: str) -> None:
    assert subject(f"SUBJECT: RAIN AND\nSUN\n{end}\nREF: PARIS 12\n\n1. Text.") == "RAIN AND SUN"


@pytest.mark.parametrize(
    "label", ["SUBJECT:", "SUBJ:", "UBJECT:", "SUBJECT", "SUBJ", "SUBJECT :", "SUBJECT;", "SUBJECT.", "SUBJECT--",
              "Subject:", "subj:", "SUBJCET:", "SBJECT:", "SUJECT:", "SUBECT:", "SUBLECT:", "S U B J E C T:",
              "(U) SUBJECT:", "SUBJECT (C):", "SUBJECT LINE:", ".SUBJECT:", "SUBJECT:\n", "TAGS: PREL SUBJECT:",
              "TAGS: PREL, IZ SUBJ:", "TAGS: PREL, PGOVSUBJECT:", "TAGS: PREL, IZ, UBJECT:", "SUBJECT: SUBJECT:"],
)  # fmt: skip
def test_subject_label_in_every_spelling(label: str) -> None:
    assert subject(f"{label} RAIN IN\nNOWHERE\nREF: PARIS 12\n\n1. Text.") == "RAIN IN NOWHERE"


@pytest.mark.parametrize(
    ("lines", "whole"),
    [("RAIN AND\n\nSUN", "RAIN AND SUN"), ("RAIN IN THE\n\nSUN", "RAIN IN THE SUN"), ("RAIN,\n\nSUN", "RAIN, SUN"),
     ("RAIN\n\nAND SUN", "RAIN AND SUN"), ("RAIN AND\n\n1. Text", "RAIN AND"), ("RAIN\n\nSUN", "RAIN"),
     ("RAIN AND\n\nThe minister said that it rained.", "RAIN AND"), ("RAIN AND\n\n------", "RAIN AND")],
)  # fmt: skip
def test_subject_goes_on_behind_a_blank_line_where_it_plainly_does(lines: str, whole: str) -> None:
    assert subject(f"SUBJECT: {lines}\n\nREF: PARIS 12\n\n1. (C) Text.") == whole


@pytest.mark.parametrize(
    ("lines", "whole"),
    [("U.S.-\nNOWHERE TALKS", "U.S.-NOWHERE TALKS"), ("RAIN -\nSUN", "RAIN - SUN"), ("POL/\nECON", "POL/ECON"),
     ("PRE-\nAND POST-WAR", "PRE- AND POST-WAR"), ("RAIN (AND\nSUN)", "RAIN (AND SUN)"), ("RAIN --\nSUN", "RAIN -- SUN"),
     (" RAIN  AND \n \tSUN ", "RAIN AND SUN"), ("RAIN --", "RAIN"), ("- RAIN", "RAIN")],
)  # fmt: skip
def test_subject_over_lines_with_odd_ends(lines: str, whole: str) -> None:
    assert subject(f"SUBJECT: {lines}\n\n1. (C) Text.") == whole
