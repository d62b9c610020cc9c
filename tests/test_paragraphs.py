"""The numbered paragraphs of a telegram."""

import time

import pytest

from indexer.telegram.paragraphs import Paragraphs, read_paragraphs
from indexer.telegram.sequence import Line, paragraph_lines


def numbers(body: str) -> list[int]:
    return [paragraph.number for paragraph in read_paragraphs(body).paragraphs]


def texts(body: str) -> list[str]:
    return [paragraph.text for paragraph in read_paragraphs(body).paragraphs]


def up_to(last: int, begin: str = "¶") -> str:
    """Paragraphs from 1 to the last."""
    return "".join(f"{begin}{number}. (C) It rained.\n\n" for number in range(1, last + 1))


@pytest.mark.parametrize(
    ("before", "printed", "number"), [(2, "13", 3), (9, "10", 10), (12, "113", 13), (1, "12", 2)]
)
def test_a_misread_pilcrow(before: int, printed: str, number: int) -> None:
    found = read_paragraphs(up_to(before) + f"{printed}. (C) It stopped.\n")
    last = found.paragraphs[-1]
    assert (last.number, last.raw_number, last.text) == (number, printed, "It stopped.")
    told = () if printed == str(number) else (f"paragraph {number} is printed as {printed}",)
    assert found.doubts == told


def test_a_misread_pilcrow_in_the_middle() -> None:
    body = up_to(6).replace("¶3.", "13.")
    found = read_paragraphs(body)
    assert [paragraph.number for paragraph in found.paragraphs] == [1, 2, 3, 4, 5, 6]
    assert found.doubts == ("paragraph 3 is printed as 13",)


def test_without_a_pilcrow_elsewhere_none_was_misread() -> None:
    assert numbers(up_to(2, "") + "13. (C) It stopped.\n") == [1, 2, 13]
    assert numbers(up_to(2, "") + "13. It stopped.\n") == [1, 2]


def test_a_number_with_its_own_pilcrow_was_not_misread() -> None:
    assert numbers(up_to(2) + "¶13. (C) It stopped.\n") == [1, 2, 13]
    assert numbers(up_to(2) + "¶13. It stopped.\n") == [1, 2]


@pytest.mark.parametrize("printed", [(1, 2, 2, 3), (1, 3, 2, 4), (1, 2, 1, 3), (2, 1, 3), (1, 9, 2, 3), (3, 2, 1)])
def test_offsets_are_in_order_whatever_the_numbers_are(printed: tuple[int, ...]) -> None:
    body = "".join(f"{number}. (C) It rained.\n\n" for number in printed)
    found = read_paragraphs(body).paragraphs
    assert tuple(paragraph.number for paragraph in found) == printed
    spans = [place for paragraph in found for place in (paragraph.start, paragraph.end)]
    assert spans == sorted(spans)
    assert [body[paragraph.start : paragraph.end].split()[0] for paragraph in found] == [f"{n}." for n in printed]


@pytest.mark.parametrize("noise", ["1. (C) a.\n\n2. (C) b.\n\n", "2. (C) a:\n\n", "BEGIN TEXT\n\n1. (C) a.\n\n", "1. (C) a\n\n1. b\n\n"])
def test_numbers_that_repeat_end_soon(noise: str) -> None:
    begin = time.process_time()
    read_paragraphs((noise * 100_000)[:1_000_000])
    assert time.process_time() - begin < 10  # a hang, not a slow machine


@pytest.mark.parametrize(
    "line", ["3.5 million came.", "1999. That was the year.", "5 (five) days later.", "2,500 came.",
             "1.4 (b) applies.", "2008 was wet.", "7.", "A. The first.", "¶B. The second."],
)  # fmt: skip
def test_a_number_at_the_beginning_of_a_line_may_be_text(line: str) -> None:
    assert numbers(f"1. (C) It rained and\n{line}\n\n2. (C) It stopped.\n") == [1, 2]


@pytest.mark.parametrize(
    ("printed", "portion"),
    [
        ("1. (C) ", "C"), ("1.(C) ", "C"), ("¶1. (S/NF) ", "S/NF"), ("1. (S//NF) ", "S/NF"),
        ("1. (SBU) ", "SBU"), ("1. (U) ", "U"), ("1. ", ""), ("1.   ", ""), ("¶1. (c) ", "C"),
        ("1. (C/NF) ", "C/NF"), ("1. (C - ENTIRE TEXT) ", "C"), ("1. (CONFIDENTIAL) ", "C"),
        ("1. (UNCLASSIFIED) ", "U"), ("1. (S-NF) ", "S/NF"), ("1. (SECRET/NOFORN) ", "S/NF"),
        ("1 (C) ", "C"), ("1) (C) ", "C"), ("(C) 1. ", "C"), ("¶1 (U) ", "U"), ("  1. (U) ", "U"),
        ("1. [C] ", "C"), ("1. ( C ) ", "C"), ("1. (U//FOUO) ", "U/FOUO"), ("1 . (C) ", "C"),
        ("1. (C - ENTIRE TEXT.) ", "C"), ("1. (S/REL UK) ", "S/REL UK"), ("1. (LOU) ", "LOU"),
    ],
)  # fmt: skip
def test_number_and_portion_mark_in_every_spelling(printed: str, portion: str) -> None:
    body = f"{printed}It rained.\n{printed.replace('1', '2')}It stopped.\n"
    found = read_paragraphs(body).paragraphs
    assert [(p.number, p.portion, p.text) for p in found] == [
        (1, portion, "It rained."), (2, portion, "It stopped."),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["(Comment) ", "(The minister) ", "(see 2) "])
def test_other_brackets_are_no_portion_marks(word: str) -> None:
    (paragraph,) = read_paragraphs(f"1. {word}It rained.").paragraphs
    assert (paragraph.portion, paragraph.text) == ("", f"{word}It rained.")


def test_a_list_inside_a_paragraph_does_not_begin_again() -> None:
    body = "1. It rained:\n1. much,\n2. long,\n3. cold.\n2. It stopped.\n3. Sun.\n4. Wind.\n"
    assert texts(body) == ["It rained: 1. much, 2. long, 3. cold.", "It stopped.", "Sun.", "Wind."]


def test_portion_marks_tell_paragraphs_from_a_longer_list() -> None:
    listed = "".join(f"{number}. rain\n" for number in range(1, 9))
    body = f"1. (C) It rained.\n2. (C) Namely:\n{listed}3. (C) It stopped.\n"
    assert numbers(body) == [1, 2, 3]


def test_two_lists() -> None:
    listed = "1. much,\n2. long,\n3. cold.\n"
    body = f"1. a\n2. b\n3. c\n{listed}4. d\n5. e\n{listed}6. f\n7. g\n"
    assert texts(body)[2::2] == [
        "c 1. much, 2. long, 3. cold.", "e 1. much, 2. long, 3. cold.", "g",
    ]  # fmt: skip


def test_one_number_may_be_missing_and_is_told() -> None:
    found = read_paragraphs("1. a\n2. b\n4. d\n5. e\n")
    assert [paragraph.number for paragraph in found.paragraphs] == [1, 2, 4, 5]
    assert found.doubts == ("paragraph 3 is missing",)


def test_two_missing_numbers_end_the_sequence() -> None:
    assert numbers("1. a\n2. b\n5. e\n") == [1, 2]


def test_an_extract_may_begin_later_where_marks_show_it() -> None:
    found = read_paragraphs("¶5. (C) a\n¶6. (C) b\n")
    assert [paragraph.number for paragraph in found.paragraphs] == [5, 6]
    assert found.doubts == ("paragraphs 1 to 4 are missing",)
    assert numbers("5. a\n6. b\n") == []


@pytest.mark.parametrize(
    "end", ["EXAMPLE\n", "\nVAN EXAMPLE##\n\nNNNN\n", "\nNNNN\n\nEnd Cable Text", "\nUNCLASSIFIED\n"]
)
def test_the_last_paragraph_ends_before_signer_and_footer(end: str) -> None:
    assert texts(f"1. It rained.\n\n2. It stopped.\n{end}") == ["It rained.", "It stopped."]


def test_a_heading_is_no_part_of_the_paragraph_above_it() -> None:
    ruled = "1. a.\n\nThe Rain\n--------\n\n2. b.\n\n------\nSUN\n------\n\n3. c.\n\nWIND\n\n4. d."
    assert texts(ruled) == ["a.", "b.", "c.", "d."]


def test_a_paragraph_torn_by_a_blank_line_is_one() -> None:
    assert texts("¶1. It rained in the\n\nEast.\n\n¶2. It stopped.") == [
        "It rained in the East.", "It stopped.",
    ]  # fmt: skip


def test_spans_are_offsets_into_the_body() -> None:
    body = "SUBJECT: RAIN\n\n ¶1. (C) It rained.\n\n¶2. It stopped.\n\nEXAMPLE\n"
    first, second = read_paragraphs(body).paragraphs
    assert body[first.start : first.end].strip() == "¶1. (C) It rained."
    assert body[second.start : second.end].strip() == "¶2. It stopped."
    assert first.end == second.start


def test_a_masked_page_break_leaves_no_gap() -> None:
    assert texts(f"1. It rained{' ' * 70}much.") == ["It rained much."]


@pytest.mark.parametrize("body", ["", "\n", "No numbers here.", "TAGS: PREL", "¶", "1", "(C)"])
def test_without_numbers_there_are_none(body: str) -> None:
    assert read_paragraphs(body) == Paragraphs()


def test_the_chain_takes_no_number_twice() -> None:
    lines = [Line(number, 0, marked=False, sure=False) for number in (1, 1, 2, 2, 3, 3)]
    assert [member.number for member in paragraph_lines(lines)] == [1, 2, 3]


@pytest.mark.parametrize(
    "noise",
    ["A ", "(", "1. ", "1. \n", "2. \n", "1. \n2. \n", "(C) ", "(C)\n", "¶\n", "\n", "(S/", "(S/A ",
     "\n\nA\n", "---\n\n", "A\n---\n",
     "1. (C) A\n\n...\n\n", "1. A\n\n. . .\nB\n. . .\n", "1. (C) \n¶A", "1.(C)\n", "¶1", "[ ", "\n ", "1 "],
)  # fmt: skip
def test_a_megabyte_of_noise_ends_soon(noise: str) -> None:
    body = (noise * 1_000_000)[:1_000_000]
    begin = time.process_time()
    read_paragraphs(body)
    assert time.process_time() - begin < 10  # a hang, not a slow machine


def test_a_second_1_does_not_drop_the_first() -> None:
    found = read_paragraphs("TAGS: PREL\n\n1. a\n\n1. again\n\n2. b\n").paragraphs
    assert [(p.number, p.text) for p in found] == [(1, "a 1. again"), (2, "b")]
