"""The summary, and the last comment."""

import time

import pytest

from indexer.telegram.summary import read_comment, read_summary

DETAILS = "\n\n2. (C) The details.\n\nEXAMPLE\n"


@pytest.mark.parametrize(
    "paragraph",
    [
        "1. (C) SUMMARY: It rained. END SUMMARY.",
        "1. (C) Summary: It rained. End Summary.",
        "¶1. (C) SUMMARY. It rained. END SUMMARY",
        "1. (C) Summary - It rained. End summary.",
        "(C) SUMMARY: It rained. END SUMMARY.",
        "1. SUMMARY: (C) It rained. END SUMMARY.",
        "SUMMARY: It rained. END OF SUMMARY.",
        "SUMMARY: It rained. SUMMARY ENDS.",
        "1. (C) BEGIN SUMMARY: It rained. END SUMMARY.",
        "1. (C) Executive Summary: It rained. End Executive Summary.",
        "1. (C) SUMMARY (U): It rained. END SUMMARY.",
        "1. (C) Summary. It rained.\nEnd Summary.",
        "1. (C) SUMMARY It rained. END SUMMARY.",
    ],
)
def test_between_summary_and_end_summary(paragraph: str) -> None:
    assert read_summary(f"SUBJECT: RAIN\n\n{paragraph}{DETAILS}") == "It rained."


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("-------\nSUMMARY\n-------\n\n1. (C) ", "\n\n-----------\nEND SUMMARY\n-----------"),
        ("=======\nSummary\n=======\n1. (C) ", "\n=====\nEnd Summary\n====="),
        ("SUMMARY\n. . . . .\n\n1. (C) ", "\n\nEND SUMMARY.\n. . . . ."),
        ("1. (C) SUMMARY. ------- ", " ------- END SUMMARY. -----"),
        ("=== SUMMARY ===\n1. (C) ", "\n=== END SUMMARY ==="),
        ("***SUMMARY***\n\n1. (C) ", "\n\n***END SUMMARY***"),
        ("SUMMARY\n_______\n\n¶1. (C) ", "\n_______\nEND SUMMARY"),
        ("1. (C) SUMMARY:\n-------\n", "\n\nEND SUMMARY."),
    ],
)
def test_rules_around(begin: str, end: str) -> None:
    assert read_summary(f"{begin}It rained.{end}{DETAILS}") == "It rained."


def test_only_the_end_mark() -> None:
    assert read_summary(f"1. (C) It rained all day. END SUMMARY.{DETAILS}") == "It rained all day."
    assert read_summary(f"1. (C) It rained.\n\nEnd summary.{DETAILS}") == "It rained."
    assert read_summary("1. (C) It rained.\n\n2. (C) END SUMMARY.\n\n3. More.") == "It rained."


def test_inside_paragraph_1() -> None:
    body = "1. (C) This is an action request. SUMMARY: It rained. END SUMMARY. See para 2.\n2. x"
    assert read_summary(body) == "It rained."


@pytest.mark.parametrize(
    "heading",
    ["Summary and Action Request:", "SUMMARY AND COMMENT:", "SUMMARY AND INTRODUCTION.",
     "INTRODUCTION AND SUMMARY:", "SUMMARY/COMMENT:", "Summary & Comment -"],
)  # fmt: skip
def test_longer_headings(heading: str) -> None:
    end = heading.rstrip(":.- ")
    assert read_summary(f"1. (C) {heading} It rained. END {end}.{DETAILS}") == "It rained."
    assert read_summary(f"1. (C) {heading} It rained.{DETAILS}") == "It rained."


@pytest.mark.parametrize(
    "begin",
    ["1. (C) SUMMARY: ", "1. (C) Summary. ", "¶1. (SBU) Summary - ", "1. (C)  SUMMARY AND COMMENT: ",
     "SUMMARY\n-------\n\n1. (C) ", "Summary\n\n1. (C) ", "EXECUTIVE SUMMARY:\n\n¶1. (C) "],
)  # fmt: skip
def test_without_an_end_mark_the_paragraph_that_begins_with_summary(begin: str) -> None:
    assert read_summary(f"{begin}It rained\nand rained.{DETAILS}") == "It rained and rained."


def test_below_a_ruled_heading_all_up_to_the_next() -> None:
    body = "SUMMARY\n-------\n\n1. (C) It rained.\n\n2. (C) It stopped.\n\n-----\nSUN\n-----\n\n3. x"
    assert read_summary(body) == "It rained. It stopped."


def test_of_several_paragraphs_without_numbers_and_marks() -> None:
    body = "¶1. (C) SUMMARY: It rained.\n\n¶2. (S/NF) It stopped.\n\n¶3. Sun. END SUMMARY.\n\n¶4. x"
    assert read_summary(body) == "It rained. It stopped. Sun."


@pytest.mark.parametrize(
    "body",
    ["", "1. (C) In summary, it rained.", "1. The Summary of the talks follows.\n", "SUMMARY",
     "1. (C) It rained. He gave a summary.\n2. Text.", "Summary of the talks follows."],
)  # fmt: skip
def test_no_summary_is_empty(body: str) -> None:
    assert read_summary(body) == ""


@pytest.mark.parametrize(
    "end",
    [
        "9. (C) COMMENT: Too much rain. END COMMENT.",
        "9. (C) Comment: Too much rain. End comment.",
        "9. (C) Comment. Too much rain.",
        "¶9. (C) POST COMMENT: Too much rain.",
        "9. (C) COMMENT AND ANALYSIS: Too much rain.",
        "-------\nCOMMENT\n-------\n\n9. (C) Too much rain.",
        "Comment\n-------\n\n9. (C) Too much\nrain.",
        "9. (C) Too much rain. END COMMENT.",
        "9. (C) It went on. (Comment: Too much rain. End comment.)",
        "9. (C) It went on. (Comment: Too much rain.) And on.",
    ],
)
def test_the_comment(end: str) -> None:
    assert read_comment(f"8. (C) The facts.\n\n{end}\n\nEXAMPLE\n") == "Too much rain."


def test_the_last_comment_counts() -> None:
    body = "7. Text. (Comment: First. End comment.)\n\n8. COMMENT: Last. END COMMENT.\n\nEXAMPLE\n"
    assert read_comment(body) == "Last."
    assert read_comment("7. COMMENT: First. END COMMENT.\n\n8. (C) Comment: Last.\n") == "Last."


def test_a_comment_may_have_several_paragraphs() -> None:
    body = "-------\nComment\n-------\n\n8. (C) Rain.\n\n9. (C) And sun.\n\nEXAMPLE\n"
    assert read_comment(body) == "Rain. And sun."


@pytest.mark.parametrize("body", ["", "He had no comment on it.", "8. Comment on this is due.\n"])
def test_no_comment_is_empty(body: str) -> None:
    assert read_comment(body) == ""


@pytest.mark.parametrize(
    "noise",
    ["SUMMARY ", "SUMMARY\n", "COMMENT: ", "END SUMMARY ", "Summary:\n", "COMMENT\n---\n", "END ",
     "1.\nCOMMENT", "SUMMARY AND A ", "(COMMENT: ", "1. (C) COMMENT ", "-", "- ", "\n-",
     ". ", "\n\n. ", "~", "\n\n...A", "\n¶A. "],
)  # fmt: skip
def test_a_megabyte_of_noise_ends_soon(noise: str) -> None:
    body = (noise * 1_000_000)[:1_000_000]
    begin = time.process_time()
    read_summary(body)
    read_comment(body)
    read_summary("SUMMARY: " + body)
    assert time.process_time() - begin < 10  # a hang, not a slow machine
