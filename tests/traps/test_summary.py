"""The traps of the summary and the comment: their marks, the rules around them, where they end."""

import pytest

from indexer import read_telegram

HEAD = "C O N F I D E N T I A L NOWHERE 000012\n\nSUBJECT: RAIN\n\n"
DETAILS = "\n\n2. (C) The details.\n\n3. (C) More of them.\n\nDOE\n"
FACTS = f"{HEAD}1. (C) SUMMARY: It rained. END SUMMARY.\n\n2. (C) The facts.\n\n"


def summary(text: str) -> str:
    return read_telegram(HEAD + text + DETAILS).summary


def comment(text: str) -> str:
    return read_telegram(FACTS + text + "\n\nDOE\n").comment


RULES = ["-------", "=======", ". . . .", ".......", "*******", "_______", "- - - -", "~~~~~~~"]


@pytest.mark.parametrize("rule", RULES)
def test_summary_rules_around(rule: str) -> None:
    assert summary(f"{rule}\nSUMMARY\n{rule}\n\n1. (C) It rained.\n\n{rule}\nEND SUMMARY\n{rule}") == "It rained."
    assert summary(f"SUMMARY\n{rule}\n\n¶1. (C) It rained.\n\nEND SUMMARY.") == "It rained."
    assert summary(f"1. (C) SUMMARY\n{rule}\nIt rained.\nEND SUMMARY.") == "It rained."


@pytest.mark.parametrize("rule", ["---", "===", "***", "--", "=", "*"])
def test_summary_rules_beside_the_word(rule: str) -> None:
    text = f"{rule} SUMMARY {rule}\n\n1. (C) It rained.\n\n{rule} END SUMMARY {rule}"
    assert summary(text) == "It rained."
    assert summary(f"1. (C) SUMMARY {rule} It rained. {rule} END SUMMARY {rule}") == "It rained."


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("heading", ["{0}\nDETAILS\n{0}", "{0} DETAILS {0}", "{0}\nThe Details\n{0}", "DETAILS\n{0}", "DETAILS"])
def test_summary_the_heading_below_is_no_part_of_it(rule: str, heading: str) -> None:
    assert summary(f"1. (C) SUMMARY: It rained.\n\n{heading.format(rule)}") == "It rained."
    if "{0}" in heading:
        assert summary(f"SUMMARY\n{rule}\n\n1. (C) It rained.\n\n{heading.format(rule)}") == "It rained."


@pytest.mark.parametrize("rule", RULES)
def test_comment_rules_around(rule: str) -> None:
    assert comment(f"{rule}\nCOMMENT\n{rule}\n\n3. (C) Too much.") == "Too much."
    assert comment(f"Comment\n{rule}\n\n3. (C) Too much.\n\nEND COMMENT") == "Too much."
    assert comment(f"{rule} COMMENT {rule}\n\n3. (C) Too much.") == "Too much."


ENDS = ["END SUMMARY.", "End summary.", "End Summary", "END OF SUMMARY.", "SUMMARY ENDS.", "(END SUMMARY)",
        "[END SUMMARY.]", "END SUMMARY AND COMMENT.", "END EXECUTIVE SUMMARY.", "END INTRODUCTION AND SUMMARY.",
        "END SUMMARY/COMMENT.", "END\nSUMMARY.", "EDN SUMMARY.", "ENDS SUMMARY.", "END-SUMMARY.", "END THE SUMMARY.",
        "--END SUMMARY--", "//END SUMMARY//", "END SUMARY.", "END SUMMAY.", "END SUMMMARY.", "E N D  S U M M A R Y",
        "EN SUMMARY."]  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_summary_only_the_end_mark(end: str) -> None:
    assert summary(f"1. (C) It rained all day. {end}") == "It rained all day."
    assert summary(f"1. (C) It rained all day.\n\n{end}") == "It rained all day."


@pytest.mark.parametrize("end", [end for end in ENDS if "E N D" not in end])
def test_summary_up_to_the_end_mark(end: str) -> None:
    assert summary(f"1. (C) SUMMARY: It rained all day. {end} And more.") == "It rained all day."


def test_comment_only_the_end_mark() -> None:
    assert comment("3. (C) Too much rain. END COMMENT.") == "Too much rain."
    assert comment("3. (C) Too much rain.\n\nEnd comment.") == "Too much rain."
    assert comment("3. (C) Too much rain.\n\n4. (C) END COMMENT.") == "Too much rain."


@pytest.mark.parametrize(
    "paragraph",
    ["1. (C) This is an action request. SUMMARY: It rained. END SUMMARY. See para 2.",
     "1. (C) See para 9. Summary: It rained. End summary. More.",
     "1. CONFIDENTIAL - ENTIRE TEXT. SUMMARY: It rained. END SUMMARY.",
     "1. (C - ENTIRE TEXT) SUMMARY: It rained. END SUMMARY.", "1. SUMMARY: (C) It rained."],
)  # fmt: skip
def test_summary_inside_paragraph_1(paragraph: str) -> None:
    assert summary(paragraph) == "It rained."


@pytest.mark.parametrize(
    "heading",
    ["SUMMARY: ", "SUMMARY. ", "SUMMARY -- ", "SUMMARY  -  ", "SUMMARY ", "SUMMARY:", "Summary: ", "Summary. ",
     "Summary - ", "Summary ", "Begin summary. ", "BEGIN SUMMARY: ", "EXECUTIVE SUMMARY: ", "SUMMARY (C): ",
     "SUMMARY AND COMMENT: ", "Summary and action request. ", "INTRODUCTION AND SUMMARY: ", "SUMMARY/COMMENT: ",
     "SUMMARY, COMMENT AND ACTION REQUEST: ", "KEY POINTS/SUMMARY: ", "MEETING SUMMARY: ", "SUMMARY OF MEETING: ",
     "(SUMMARY) ", "_SUMMARY_: ", '"SUMMARY": ', "SUMARY: ", "SUMMMARY: ", "Sumary: ", "SUMMARY\n\n",
     "SUMMARY:\n-------\n"],
)  # fmt: skip
@pytest.mark.parametrize("lead", ["1. (C) ", "¶1. (S/NF) ", "1.(C) ", "1) (C) ", "(C) "])
def test_summary_heading_in_every_spelling(heading: str, lead: str) -> None:
    assert summary(f"{lead}{heading}It rained\nall day.") == "It rained all day."
    assert summary(f"{lead}{heading}It rained\nall day. END SUMMARY.") == "It rained all day."


@pytest.mark.parametrize(
    "heading", ["COMMENT: ", "Comment. ", "COMMENT -- ", "COMMENT ", "Comment ", "POST COMMENT: ", "Begin comment. ",
                "EMBASSY COMMENT: ", "COMMENT AND ANALYSIS: ", "COMMENT/ACTION REQUEST: ", "COMENT: ", "COMMMENT: ",
                "(COMMENT) ", "ANALYSIS/COMMENT: ", "Ambassador's Comment: ", "FINAL COMMENT: "],
)  # fmt: skip
def test_comment_heading_in_every_spelling(heading: str) -> None:
    assert comment(f"3. (C) {heading}Too much\nrain.") == "Too much rain."
    assert comment(f"3. (C) {heading}Too much\nrain. END COMMENT.") == "Too much rain."


@pytest.mark.parametrize(
    "text", ["(Comment: Too much.)", "(COMMENT: Too much. END COMMENT.) He came.", "[Comment: Too much.]",
             "(COMMENT. Too much. END COMMENT) He came.", "(Post comment: Too much.) He came.",
             "COMMENT: Too much. END COMMENT. He came."],
)  # fmt: skip
def test_comment_inside_a_paragraph(text: str) -> None:
    assert comment(f"3. (C) He left. {text}") == "Too much."


def test_comment_is_the_last_one() -> None:
    assert comment("3. (C) COMMENT: First. END COMMENT.\n\n4. (C) Comment: Last.") == "Last."
    assert comment("3. (C) (Comment: First.) He left.\n\n4. (C) COMMENT: Last. END COMMENT.") == "Last."


def test_summary_and_comment_of_several_paragraphs() -> None:
    assert summary("1. (C) SUMMARY: It rained.\n\n¶2. (S/NF) It stopped. END SUMMARY.") == "It rained. It stopped."
    assert comment("-----\nCOMMENT\n-----\n\n3. (C) Rain.\n\n4. (C) Sun.") == "Rain. Sun."


@pytest.mark.parametrize(
    "text", ["1. (C) In summary, it rained.", "1. (C) SUMMARY EXECUTIONS WENT ON.", "1. (C) Summary executions went on.",
             "1. Summary of the talks follows.", "1. (C) He gave a summary. It was long.", "1. (C) The Summary Court sat."],
)  # fmt: skip
def test_summary_the_word_in_a_sentence_is_none(text: str) -> None:
    assert summary(text) == ""


@pytest.mark.parametrize("subject", ["SUMMARY: RAIN", "RAIN: SUMMARY", "SUMMARY OF RAIN", "COMMENT: RAIN"])
def test_summary_the_word_in_the_subject_is_none(subject: str) -> None:
    cable = read_telegram(f"SUBJECT: {subject}\n\n1. (C) It rained.\n\n2. (C) It stopped.\n\nDOE\n")
    assert (cable.summary, cable.comment) == ("", "")


@pytest.mark.parametrize(
    "text", ["3. (C) He had no comment.", "3. (C) He declined to comment: it was late.", "3. (C) NO COMMENT",
             "3. (C) Comments on the draft are due.", "3. (C) In a comment, he left."],
)  # fmt: skip
def test_comment_the_word_in_a_sentence_is_none(text: str) -> None:
    assert comment(text) == ""


def test_summary_goes_on_across_a_page_break() -> None:
    text = "1. (C) SUMMARY: It rained all day on the\n\nNOWHERE 00000012  001.2 OF 002\n\n\nfields. END SUMMARY."
    assert summary(text) == "It rained all day on the fields."
