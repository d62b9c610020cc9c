"""The traps of the paragraphs: numbers, marks, misread pilcrows, lists, and numbers in the text."""

import pytest

from indexer import read_telegram
from indexer.cable import Cable

HEAD = (
    "C O N F I D E N T I A L NOWHERE 000012\n\nSIPDIS\n\nE.O. 12958: DECL: 11/12/2018\nTAGS: PREL, IZ\nSUBJECT: RAIN\n\n"
    "REF: A. PARIS 12\n     B. ROME 13\n\nClassified By: DCM Jane Doe for reasons 1.4 (b) and (d).\n\n"
)


def read(text: str) -> Cable:
    return read_telegram(HEAD + text)


def numbers(text: str) -> list[int]:
    return [paragraph.number for paragraph in read(text).paragraphs]


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


def doubts(text: str) -> list[str]:
    return [problem.message for problem in read(text).problems if problem.field == "paragraphs"]


def up_to(last: int, pilcrow: str = "¶", mark: str = " (C)") -> str:
    return "".join(f"{pilcrow}{number}.{mark} It rained.\n\n" for number in range(1, last + 1))


NUMBERS = [
    "{}. ", "{}.  ", "{}.", "{}) ", "{}.) ", "{} . ", "¶{}. ", "¶{}.", "¶{}) ", "¶ {}. ", "¶{} ", "¶¶{}. ", " {}. ", "\t{}. ", "\u00a0{}. ", "   ¶{}. ",
    "{}.\t", "{}.\u00a0", "{}.. ",
]  # fmt: skip
MARKED = ["{}. ", "{}.", "{}) ", "{} ", "¶{}. ", "¶{} ", "{}.. ", "{}.) ", "{}, ", "{}: ", "{}; ", "{}- ", "{} - ", "{}.\n", "{}.\u00a0", "0{}. "]
PORTIONS = {
    "(C)": "C", "(c)": "C", "(S)": "S", "(U)": "U", "(SBU)": "SBU", "(S/NF)": "S/NF", "(S//NF)": "S/NF", "(S-NF)": "S/NF", "(C/NF)": "C/NF", "(S/NOFORN)": "S/NF",
    "(SECRET/NOFORN)": "S/NF", "(C//NOFORN)": "C/NF", "(C/NF/OC)": "C/NF/OC", "(CONFIDENTIAL)": "C", "(Confidential)": "C", "(UNCLASSIFIED)": "U", "(UNCLAS)": "U",
    "(SECRET)": "S", "(LOU)": "LOU", "(FOUO)": "FOUO", "(U//FOUO)": "U/FOUO", "(U/FOUO)": "U/FOUO", "(SBU/NF)": "SBU/NF", "(U/SBU)": "U/SBU", "(TS)": "TS", "(NF)": "NF",
    "(TS/SCI)": "TS/SCI", "(NOFORN)": "NF", "(SUB)": "SBU", "[C]": "C", "( C )": "C", "((C))": "C", "(C/)": "C", "(C].": "C", "{C}": "C", "(C - ENTIRE TEXT)": "C",
    "(C-ENTIRE TEXT.)": "C", "(CONFIDENTIAL - ENTIRE TEXT)": "C", "(SBU - ENTIRE TEXT)": "SBU", "C - ENTIRE TEXT.": "C", "CONFIDENTIAL - ENTIRE TEXT.": "C",
    "(SENSITIVE BUT UNCLASSIFIED)": "SBU", "(Sensitive but Unclassified)": "SBU", "(LIMITED OFFICIAL USE)": "LOU", "(C).": "C", "(C):": "C", "(C)-": "C",
    "(S/REL UK)": "S/REL UK", "(C//REL TO UK)": "C/REL UK", "(C REL UK)": "C/REL UK", "(C/REL GBR)": "C/REL GBR", "(C//NF//REL TO UK)": "C/NF/REL UK",
    "(S//REL TO USA, GBR, AUS)": "S/REL USA,GBR,AUS", "(S//REL TO USA, AUS, CAN, GBR, NZL)": "S/REL USA,AUS,CAN,GBR,NZL", "(C/ORCON)": "C/ORCON",
}  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n"])
def test_paragraphs_number_in_every_style(number: str, gap: str) -> None:
    found = read(gap.join(f"{number.format(n)}It rained." for n in (1, 2, 3))).paragraphs
    assert [(one.number, one.portion, one.text, one.raw_number) for one in found] == [
        (n, "", "It rained.", str(n)) for n in (1, 2, 3)
    ]


@pytest.mark.parametrize("number", MARKED)
@pytest.mark.parametrize("mark", ["(C)", "(S/NF)", "(C//REL TO UK)", "[U]", "(C - ENTIRE TEXT)"])
def test_paragraphs_number_before_a_portion_mark(number: str, mark: str) -> None:
    found = read("\n\n".join(f"{number.format(n)}{mark} It rained." for n in (1, 2, 3))).paragraphs
    assert [(one.number, one.portion, one.text) for one in found] == [
        (n, PORTIONS.get(mark, "U"), "It rained.") for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(("mark", "portion"), PORTIONS.items())
@pytest.mark.parametrize("number", ["{}. ", "¶{}. ", "{}."])
def test_paragraphs_portion_mark(mark: str, portion: str, number: str) -> None:
    found = read("\n\n".join(f"{number.format(n)}{mark} It rained." for n in (1, 2, 3))).paragraphs
    assert [(one.number, one.portion, one.text) for one in found] == [(n, portion, "It rained.") for n in (1, 2, 3)]


@pytest.mark.parametrize("mark", ["(C)", "(S/NF)", "(C//REL TO UK)", "[U]", "(SBU)"])
@pytest.mark.parametrize("number", ["{} {}. ", "{} ¶{}. ", "{}{}. "])
def test_paragraphs_portion_mark_before_the_number(mark: str, number: str) -> None:
    found = read("\n\n".join(f"{number.format(mark, n)}It rained." for n in (1, 2))).paragraphs
    assert [(one.number, one.portion, one.text) for one in found] == [(n, PORTIONS.get(mark, "U"), "It rained.") for n in (1, 2)]


@pytest.mark.parametrize("bracket", ["(Comment)", "(The minister)", "(see 2)", "(Doe)", "(S and T)", "(R)", "(UN)", "(SIPDIS)", "(Sun)", "(CIA)"])
def test_paragraphs_other_brackets_are_text(bracket: str) -> None:
    (found,) = read(f"1. {bracket} It rained.").paragraphs
    assert (found.portion, found.text) == ("", f"{bracket} It rained.")


@pytest.mark.parametrize("mark", ["", "(C) ", "(C//REL TO UK) ", "(S/NF) "])
@pytest.mark.parametrize("number", ["{}. ", "¶{}. ", "  {}. ", "{}) "])
def test_paragraphs_span_begins_at_the_number_or_the_mark(mark: str, number: str) -> None:
    for style in (number + mark, mark + number.strip() + " "):
        text = "".join(f"{style.format(n)}It\nrained.\n\n" for n in (1, 2, 3)) + "DOE\n"
        found = read(text).paragraphs
        body = HEAD + text
        assert [body[one.start : one.end].rstrip() for one in found] == [f"{style.format(n).lstrip()}It\nrained." for n in (1, 2, 3)]
        assert [one.text for one in found] == ["It rained."] * 3


@pytest.mark.parametrize(
    ("before", "printed", "number"),
    [(1, "12", 2), (2, "13", 3), (3, "14", 4), (8, "19", 9), (9, "110", 10), (10, "111", 11), (12, "113", 13), (19, "120", 20), (0, "11", 1)],
)  # fmt: skip
@pytest.mark.parametrize("mark", [" (C)", ""])
@pytest.mark.parametrize("behind", [0, 1, 3])
def test_paragraphs_misread_pilcrow(before: int, printed: str, number: int, mark: str, behind: int) -> None:
    rest = "".join(f"¶{number + n}.{mark} It went on.\n\n" for n in range(1, behind + 1))
    if not before and behind < 3:
        rest = f"¶2.{mark} It went on.\n\n¶3.{mark} It went on.\n"
        behind = 2
    text = f"{up_to(before, mark=mark)}{printed}.{mark} It stopped.\n\n{rest}"
    found = read(text).paragraphs
    assert [one.number for one in found] == list(range(1, number + behind + 1))
    assert (found[number - 1].raw_number, found[number - 1].text) == (printed, "It stopped.")
    assert doubts(text) == [f"paragraph {number} is printed as {printed}"]


def test_paragraphs_several_misread_pilcrows() -> None:
    assert numbers("¶1. a\n12. b\n¶3. c\n14. d\n¶5. e") == [1, 2, 3, 4, 5]
    assert numbers("¶1. a\n¶2. b\n13. c\n14. d\n15. e") == [1, 2, 3, 4, 5]
    assert doubts("¶1. a\n¶2. b\n13. c\n14. d") == ["paragraph 3 is printed as 13", "paragraph 4 is printed as 14"]
    assert numbers(up_to(14).replace("¶4.", "14.")) == list(range(1, 15))


@pytest.mark.parametrize("last", [9, 12, 19])
def test_paragraphs_a_number_that_is_the_next_is_not_misread(last: int) -> None:
    text = up_to(last) + f"{last + 1}. (C) It stopped.\n"
    assert numbers(text) == list(range(1, last + 2))
    assert doubts(text) == []


def test_paragraphs_no_pilcrow_was_misread_where_there_are_none_or_it_has_its_own() -> None:
    assert numbers(up_to(2, "") + "13. (C) It stopped.\n") == [1, 2, 13]
    assert numbers(up_to(2) + "¶13. (C) It stopped.\n") == [1, 2, 13]
    assert numbers(up_to(2) + "14. (C) It stopped.\n") == [1, 2, 14]
    assert doubts(up_to(2) + "14. (C) It stopped.\n") == ["paragraphs 3 to 13 are missing"]
    assert numbers(up_to(2, "", "") + "13. It stopped.\n") == [1, 2]


@pytest.mark.parametrize(
    "line",
    ["3.5 million came.", "12.5 percent rose.", "2.5 percent", "2. million came.", "3. million came.", "1999. That was it.", "2008. It rained.", "2008 was wet.", "5 (five) days", "2 (two) men",
     "2,500 came.", "1.4 (b) applies.", "12. May was wet.", "7.", "3) of them came", "2.3. nested", "2 percent", "2nd. of all", "2/3. of", "3, 4 and 5.", "$3. billion",
     "No. 3. is it", "1. 2. and 3.)", "10:30. It rained"],
)  # fmt: skip
@pytest.mark.parametrize("pilcrow", ["", "¶"])
def test_paragraphs_3_5_million_at_a_line_start_is_text(line: str, pilcrow: str) -> None:
    text = f"{pilcrow}1. (C) It rained and\n{line}\n\n{pilcrow}2. (C) It stopped.\n\n{pilcrow}3. (C) Sun.\n"
    assert texts(text) == [f"It rained and {line}", "It stopped.", "Sun."]
    assert doubts(text) == []


@pytest.mark.parametrize(
    "points",
    ["A. first\nB. second\nC. third", "(A) first\n(B) second", "a) first\nb) second", "(1) first\n(2) second\n(3) third", "-- first\n-- second", "- first\n- second", "* first",
     "¶A. first\n¶B. second", "(i) first\n(ii) second", "i. first\nii. second", "k. first\nl. second\nm. third", "1) First\n2) Second\n3) Third", "1.) First\n2.) Second",
     "1. First\n2. Second\n3. Third", "   1. First\n   2. Second", "1. first,\n\n2. second,\n\n3. third"],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_paragraphs_points_inside_stay_text(points: str, gap: str) -> None:
    text = f"1. (C) It rained:{gap}{points}{gap}2. (C) It stopped.\n\n3. (C) Sun.\n\n4. (C) Wind.\n"
    printed = " ".join(points.replace("¶", "").split())
    assert texts(text) == [f"It rained: {printed}", "It stopped.", "Sun.", "Wind."]
    assert doubts(text) == []


@pytest.mark.parametrize(("begin", "end"), [("BEGIN TEXT:", "END TEXT"), ("BEGIN QUOTE", "END QUOTE."), ("Begin text of note", "End text"), ("BEGIN NON-PAPER", "END NON-PAPER"), ("BEGIN TEXT", "END OF TEXT")])
@pytest.mark.parametrize("length", [3, 4, 9])
def test_paragraphs_numbers_in_a_quoted_text_are_its_own(begin: str, end: str, length: int) -> None:
    quoted = "".join(f"{number}. The parties agree.\n\n" for number in range(1, length + 1))
    assert numbers(f"1. a\n\n2. {begin}\n\n{quoted}{end}\n\n3. c\n\n4. d") == [1, 2, 3, 4]


@pytest.mark.parametrize(("printed", "doubt"), [("l", ["paragraph 1 is printed as l"]), ("I", ["paragraph 1 is printed as I"]), ("1", [])])
def test_paragraphs_a_letter_for_the_first_1(printed: str, doubt: list[str]) -> None:
    text = f"{printed}. (C) It rained.\n\n2. (C) It stopped.\n"
    found = read(text).paragraphs
    assert [(one.number, one.raw_number, one.portion, one.text) for one in found] == [(1, printed, "C", "It rained."), (2, "2", "C", "It stopped.")]
    assert doubts(text) == doubt


def test_paragraphs_an_l_in_a_list_is_no_1() -> None:
    assert texts("1. a:\nk. x\nl. y\nm. z\n2. b\n3. c") == ["a: k. x l. y m. z", "b", "c"]
    assert texts("l. a\n2. b\n3. c") == ["a", "b", "c"]


@pytest.mark.parametrize(
    "page_break",
    ["\n\nNOWHERE 00000012  002 OF 003\n\n\n", "\n\nNOWHERE 00000012  001.2 OF 003\n\n\n", "\nCONFIDENTIAL\n\nPAGE 02        NOWHER  00012  121833Z\n\n"],
)
def test_paragraphs_page_breaks_between_and_inside(page_break: str) -> None:
    assert texts(f"1. (C) It rained.{page_break}2. (C) It stopped.") == ["It rained.", "It stopped."]
    assert texts(f"1. (C) It rained for the whole of the day and of the night in the{page_break}east.\n\n2. (C) It stopped.") == [
        "It rained for the whole of the day and of the night in the east.", "It stopped.",
    ]  # fmt: skip


def test_paragraphs_of_a_later_section_go_on() -> None:
    head = HEAD.replace("NOWHERE 000012", "SECTION 02 OF 02 NOWHERE 000012")
    assert numbers(f"1. (C) a\n\n2. (C) b\n\n{head}3. (C) c") == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "expected", "told"),
    [("1. a\n2. b\n4. d\n5. e", [1, 2, 4, 5], ["paragraph 3 is missing"]), ("2. (C) a\n3. (C) b\n4. (C) c", [2, 3, 4], ["paragraph 1 is missing"]),
     ("¶5. (C) a\n¶6. (C) b", [5, 6], ["paragraphs 1 to 4 are missing"]), ("1. a\n\n1. b\n\n2. c", [1, 2], []), ("1. a\n2. b\n2. c\n3. d", [1, 2, 3], []),
     ("1. a\n2. b\n10. Embassy will follow.", [1, 2], [])],
)  # fmt: skip
def test_paragraphs_missing_and_doubled_numbers(text: str, expected: list[int], told: list[str]) -> None:
    assert numbers(text) == expected
    assert doubts(text) == told


@pytest.mark.parametrize("text", ["", "It rained.\n\nIt stopped.", "(C) It rained.\n\n(C) It stopped.", "A. It rained.\n\nB. It stopped.", "-- It rained.", "Summary: It rained."])
def test_paragraphs_without_numbers_are_none(text: str) -> None:
    assert read(text).paragraphs == ()


def test_paragraphs_text_is_on_one_line_with_single_blanks() -> None:
    text = "1.  (C)  It\nrained.  It  \n   went\ton,\u00a0and\r\non.\n\nThen  not.\n\n2. Sun."
    assert texts(text) == ["It rained. It went on, and on. Then not.", "Sun."]


def test_paragraphs_headings_and_the_signer_are_no_text() -> None:
    text = "1. a.\n\nThe Rain\n--------\n\n2. b.\n\n------\nSUN\n------\n\n3. c.\n\nWIND\n\n4. d.\n\nDOE\n\nNNNN\n"
    assert texts(text) == ["a.", "b.", "c.", "d."]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ((1, 2, 2, 3), ["paragraph 2 is printed twice"]), ((1, 1, 2, 3), ["paragraph 1 is printed twice"]), ((1, 2, 3, 3), ["paragraph 3 is printed twice"]),
        ((1, 3, 2, 4), ["paragraph 2 stands behind paragraph 3"]), ((2, 1, 3), ["paragraph 1 stands behind paragraph 2"]),
        ((1, 2, 4, 3), ["paragraph 3 stands behind paragraph 4"]), ((1, 2, 5, 6), ["paragraphs 3 to 4 are missing"]), ((1, 2, 5, 6, 7), ["paragraphs 3 to 4 are missing"]),
        ((1, 2, 5, 3), ["paragraph 4 is missing", "paragraph 3 stands behind paragraph 5"]), ((1, 2, 3, 1, 2), ["paragraph 1 is printed twice", "paragraph 2 is printed twice"]),
        ((1, 2, 13), ["paragraphs 3 to 12 are missing"]), ((1, 4, 6), ["paragraphs 2 to 3 are missing", "paragraph 5 is missing"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("style", ["{}. (C) Rain {}.", "¶{}. (S/NF) Rain {}.", "(C) {}. Rain {}.", "  {}.(U) Rain {}.", "{} (SBU) Rain {}."])
@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\n"])
def test_paragraphs_with_a_mark_are_none_lost_whatever_their_numbers(printed: tuple[int, ...], told: list[str], style: str, gap: str) -> None:
    text = gap.join(style.format(number, place) for place, number in enumerate(printed))
    assert numbers(text) == list(printed)
    assert texts(text) == [f"Rain {place}." for place in range(len(printed))]
    assert doubts(text) == told


@pytest.mark.parametrize("points", ["1. (C) First.\n\n2. (C) Second.", "BEGIN TEXT\n\n1. (C) First.\n\n2. (C) Second.\n\nEND TEXT", "QUOTE\n\n2. (C) First.\n\nUNQUOTE",
                                    "Begin note:\n\n5. (C) Fifth.\n\nEnd note.", "1. (U) First.\n2. (U) Second.\n3. (U) Third."])  # fmt: skip
def test_paragraphs_marks_in_a_quoted_text_or_a_list_are_its_own(points: str) -> None:
    text = f"1. (C) Sun.\n\n2. (C) He gave these points:\n\n{points}\n\n3. (C) Wind.\n\n4. (C) Rain."
    assert numbers(text) == [1, 2, 3, 4]
    assert doubts(text) == []


@pytest.mark.parametrize("printed", [(1, 2, 2, 3), (1, 3, 2, 4), (1, 2, 3, 3), (1, 2, 4, 3, 5)])
def test_paragraphs_without_marks_alone_behind_blank_lines(printed: tuple[int, ...]) -> None:
    text = "\n\n".join(f"{number}. It rained." for number in printed)
    assert numbers(text) == list(printed)
    assert len(doubts(text)) == 1


@pytest.mark.parametrize("points", ["1. first\n\n2. second", "1. first", "he gave: 1. first,\n\n2. second", "the\n2. of May", "the\n\n1. of May"])
def test_paragraphs_without_marks_lists_stay_text(points: str) -> None:
    text = f"1. It rained.\n\n2. Then {points}\n\n3. It stopped.\n\n4. Sun."
    assert texts(text) == ["It rained.", f"Then {' '.join(points.split())}", "It stopped.", "Sun."]


RULES = ["-------", "=======", ".......", ". . . . .", "*******", "_______", "~~~~~~~", "- - - -", "_ _ _ _", "-.-.-.-"]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("heading", ["{0}\nCOMMENT\n{0}", "{0} COMMENT {0}", "COMMENT\n{0}", "Comment\n{0}", "{0}\nThe Rain\n{0}", "{0} The Rain {0}", "  {0}\n  THE RAIN\n  {0}",
                                     "{0}\nThe Rain\nand the Sun\n{0}", "{0}", "PART TWO\n{0}\n\nTHE RAIN\n{0}", "{0}THE RAIN{0}"])  # fmt: skip
def test_paragraphs_a_heading_with_rules_is_no_text(rule: str, heading: str) -> None:
    for gap in ("\n\n", "\n") if heading.startswith("{0}\n") else ("\n\n",):
        text = f"1. (C) A walk.{gap}{heading.format(rule)}\n\n2. (C) IT RAINED.{gap}{heading.format(rule)}\n\n3. (C) Sun."
        assert texts(text) == ["A walk.", "IT RAINED.", "Sun."]


@pytest.mark.parametrize(
    "end", ["- HE LEFT.", "-- He left.", "... and so on.", "He left...", "He left....", "He left, --", "* rain\n* sun", "He went to NATO.", "3.5 -- 4.5 PERCENT."],
)  # fmt: skip
def test_paragraphs_signs_in_the_text_are_no_rules(end: str) -> None:
    assert texts(f"1. (C) A walk.\n\n{end}\n\n2. (C) Sun.") == [f"A walk. {' '.join(end.split())}", "Sun."]


@pytest.mark.parametrize("point", ["¶A. Ask.", " ¶B. Listen.", "¶1. We know.", "¶ 2. They know.", "¶k. Rain.", "¶¶3. Sun.", "\t¶It rained."])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_paragraphs_pilcrows_at_the_beginnings_of_lines_are_no_text(point: str, gap: str) -> None:
    text = f"¶1. (C) Points:{gap}{point}{gap}¶2. (C) SUMMARY: Rain:{gap}{point} END SUMMARY.{gap}¶3. (C) COMMENT: Sun:{gap}{point}"
    printed = point.replace("¶", "").strip()
    cable = read(text)
    assert cable.paragraphs[0].text == f"Points: {printed}"
    assert "¶" not in "".join(one.text for one in cable.paragraphs) + cable.summary + cable.comment
    assert point in cable.body


def test_paragraphs_a_pilcrow_within_a_line_is_text() -> None:
    assert texts("¶1. (C) See ¶2 and\n¶ (the sign).") == ["See ¶2 and ¶ (the sign)."]
