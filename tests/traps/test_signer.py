"""The traps of the signer: what stands around the name, and what is no name."""

import pytest

from indexer import read_telegram

TEXT = "1. (C) It rained.\n\n2. (C) It stopped, and the sun came out again.\n"
NAMES = ["EXAMPLE", "VAN EXAMPLE", "VAN DER EXAMPLE", "DE LA CRUZ", "MC DOE", "McDOE", "O'EXAMPLE", "O\u2019EXAMPLE",
         "D'EXAMPLE", "DOE-ROE", "DOE JR.", "DOE, JR.", "DOE III", "ST. DOE", "J. DOE", "J.Q. DOE", "JANE Q. DOE",
         "NG", "LI", "M\u00dcLLER", "WEST", "MAJOR", "PRICE", "JORDAN"]  # fmt: skip


def signer(end: str) -> str:
    return read_telegram(TEXT + end).signer


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("gap", ["", "\n", " \n \n"])
def test_signer_is_the_last_line_in_capitals(name: str, gap: str) -> None:
    assert signer(f"{gap}{name}") == name
    assert signer(f"{gap}   {name}  \n\n") == name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("signs", ["##", "#", " ##", "###", "\n##", "##\n\n\nNNNN\n", "##NNNN", ",", ";", "*", "="])
def test_signer_signs_behind_the_name(name: str, signs: str) -> None:
    assert signer(f"\n{name}{signs}") == name


@pytest.mark.parametrize("name", ["VAN EXAMPLE", "DE LA CRUZ", "MC DOE", "LE DOE", "TEN EYCK DOE", "EL DOE", "BIN DOE"])
def test_signer_of_two_words(name: str) -> None:
    assert signer(f"{name}\n") == name
    assert signer(f"UNQUOTE\n{name}##\n\nNNNN\n") == name


@pytest.mark.parametrize(
    "before", ["UNQUOTE ", "UNQUOTE. ", "UNQUOTE\n", "UNQUOTE.\n\n", "END QUOTE\n", "END TEXT.\n\n", "End Comment. ",
               "END NOTE. ", "SIGNED: ", "/S/ ", "REGARDS, ", "Regards,\n", "WARM REGARDS,\n", "3. ", '"', "- "],
)  # fmt: skip
def test_signer_after_unquote(before: str) -> None:
    assert signer(f"\n{before}EXAMPLE\n\nNNNN\n") == "EXAMPLE"


@pytest.mark.parametrize(
    "footer",
    ["NNNN", "NNN", "\n\n\nNNNN\n\n\n\n", " NNNN", "#", "BT", "BT\n#0012\n\nNNNN", "BT #1234", " BT", "QQQQ",
     "<< END OF DOCUMENT >>", "\n\n\n\n<<END OF DOCUMENT>>", "CONFIDENTIAL\n\n\n<< END OF DOCUMENT >>",
     "NNNN\n\n\n\nEnd Cable Text", "=====CABLE ENDS=====", "UNCLASSIFIED 2", "S E C R E T//NOFORN", "SECRET//NOFORN",
     "L I M I T E D  O F F I C I A L  U S E", "CONFIDENTIAL SIPDIS", "MINIMIZE CONSIDERED",
     "MINIMIZE FOR ELSEWHERE CONSIDERED", "NOTE BY OC/T: NOT PASSED ABOVE ADDRESSEES.", "DECLASSIFY 12/31/78",
     "DECAPTIONED", "\x1a", "PAGE 03 NOWHER 00012 121833Z", "POL:JDOE", "DRAFTED BY POL:JDOE", "%%%"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["EXAMPLE", "VAN EXAMPLE"])
def test_signer_before_nnnn(name: str, footer: str) -> None:
    assert signer(f"\n{name}\n{footer}") == name


@pytest.mark.parametrize(
    "end", ["EXAMPLE (ACTING)", "EXAMPLE (Acting)##", "EXAMPLE, ACTING", "EXAMPLE ACTING", "EXAMPLE [ACTING]",
            "ACTING EXAMPLE", "AMBASSADOR EXAMPLE", "EXAMPLE, AMBASSADOR", "EXAMPLE\nAMBASSADOR", "EXAMPLE SENDS"],
)  # fmt: skip
def test_signer_without_a_title_or_acting(end: str) -> None:
    assert signer(f"\n{end}\n") == "EXAMPLE"


@pytest.mark.parametrize(
    "text",
    [
        "1. (C) The minister said that he", "1. (C) The talks were cut off in the\nUSSR",
        "1. (C) Embassy Nowhere thanks the\nIAEA", "1. (C) The ministers, one and all,\nUSAID",
        "1. THE MINISTERS AGREED AT LENGTH ON ALL OF THE TERMS OF THEIR\nCOOPERATION", "1. (C) He said\nthat he would GO",
        TEXT, f"{TEXT}\nNNNN\n", f"{TEXT}\n##", f"{TEXT}\nUNCLASSIFIED\n", "", "\n\n", "SUBJECT: RAIN",
    ],
)  # fmt: skip
def test_signer_none_when_cut_off(text: str) -> None:
    assert read_telegram(text).signer == ""


@pytest.mark.parametrize(
    "end", ["END COMMENT.", "END SUMMARY", "END OF TEXT", "UNQUOTE", "THE END", "COMMENT", "SUMMARY", "BT", "SIPDIS",
            "ATTACHMENT", "PARTICIPANTS", "BIO DATA", "RECOMMENDATION", "THANK YOU", "ANNEX A", "TO BE CONTINUED",
            "OFFICE OF RAIN", "A. PARIS 12", "Jane Doe", "XXXXXXXXXXXX", "-------\nCOMMENT\n-------", "CLASSIFIED"],
)  # fmt: skip
def test_signer_these_lines_are_no_names(end: str) -> None:
    assert signer(f"\n{end}\n") == ""


def test_signer_a_text_in_capitals_has_one_too() -> None:
    text = "1. THE MINISTERS AGREED AT LENGTH ON ALL OF THE TERMS FOR IT.\nEXAMPLE\n"
    assert read_telegram(text).signer == "EXAMPLE"
