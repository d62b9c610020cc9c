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


@pytest.mark.parametrize("name", ["LeBaron", "McDoe", "MacDoe", "DeRoe", "O'Roe", "VanDoe", "J. McDoe", "McDoe-Roe", "LaRoe", "FitzRoe", "D\u2019Roe"])
@pytest.mark.parametrize("end", ["\n{}\n", "{}##\n\nNNNN", "\n  {}  \nUNCLASSIFIED\n", "UNQUOTE.\n{}"])
def test_signer_with_a_capital_inside(name: str, end: str) -> None:
    cable = read_telegram(TEXT + end.format(name))
    assert cable.signer == name
    assert name not in cable.paragraphs[-1].text


RETYPED = "S e c r e t nowhere 000012\n\nSipdis\n\nTags: parm, prel\nSubject: rain\n\n1. (s) It rained.\n\n2. (s) It stopped.\n"


@pytest.mark.parametrize("name", ["Roe", "Example", "Van Example", "Doe-Roe", "De La Cruz", "J. Example", "O'Roe"])
@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("end", ["", "\n", "##\n", "\n\nNnnn\n", "\nSecret\n"])
def test_signer_of_a_page_retyped_in_small_letters(name: str, gap: str, end: str) -> None:
    cable = read_telegram(RETYPED + gap + name + end.replace("Secret", "SECRET"))
    assert cable.signer == name
    assert cable.paragraphs[-1].text == "It stopped."


@pytest.mark.parametrize("end", ["Roe.", "Comment", "End comment", "It rained", "Political Counselor", "Ambassador", "and Roe", "Jane Doe Of Rain And Sun"])
def test_signer_none_of_these_on_a_retyped_page(end: str) -> None:
    assert read_telegram(f"{RETYPED}\n{end}").signer == ""


def test_signer_in_small_letters_is_none_on_a_page_with_capitals() -> None:
    assert read_telegram(f"CONFIDENTIAL NOWHERE 000012\n\nSUBJECT: RAIN\n\n{TEXT}\nRoe\n").signer == ""
    assert read_telegram(f"{RETYPED}\n3. (s) It rained in the\nEast\n").signer == ""


SHOUTED = "1. THE MINISTER LEFT.\n\n2. THEY WERE TOLD TO DIG DEEP"


@pytest.mark.parametrize("name", ["CRAWFORD", "ROE", "O'EXAMPLE", "DOE-ROE", "SEELYE", "EXAMPLE"])
@pytest.mark.parametrize("sign", [". ", ".  ", "."])
@pytest.mark.parametrize("end", ["", "\n", "\n\nNNNN\n", "\n\n\nCONFIDENTIAL\n\n\nNNN", "\n<< END OF DOCUMENT >>", "##"])
def test_signer_behind_the_last_sentence_in_capitals(name: str, sign: str, end: str) -> None:
    cable = read_telegram(f"{SHOUTED}{sign}{name}{end}")
    assert cable.signer == name
    assert cable.paragraphs[-1].text == "THEY WERE TOLD TO DIG DEEP."


@pytest.mark.parametrize(
    "end", [". HOWEVER", ". THE", ". EMBASSY", ". POLAND", ". PARIS", " BY MR. CRAWFORD", " BY GEN. CRAWFORD", " BY JOHN Q. CRAWFORD", ". UNFORTUNATELY", ". NEGOTIATIONS",
            ". CRAWFORD.", ". XXXX", ". NO", " IN THE U.S. CRAWFORD", " AT 10 A.M. CRAWFORD", ". COMMENT", ". AMBASSADOR", ". HE LEFT", " IN DEC. CRAWFORD"],
)  # fmt: skip
def test_signer_none_of_these_behind_the_last_sentence(end: str) -> None:
    cable = read_telegram(SHOUTED + end)
    assert cable.signer == ""
    assert cable.paragraphs[-1].text.endswith(end.strip(" .")) or end.endswith(".")


def test_signer_behind_a_sentence_in_small_letters_is_none() -> None:
    assert read_telegram("1. (C) The minister left. CRAWFORD").signer == ""


@pytest.mark.parametrize(
    "footer",
    ["RELEASABLE", "UNCLASSIFIED", "DECLASSIFIED", "SENSITIVE", "END", "CABLE", "THE END", "End", "LIMITED OFFICIAL USE", "---- Page Break ----", "-------- PAGE BREAK --------",
     "LIMITED OFFICIAL USE\n\n---- Page Break ----\n\nNNN", "==== Next Page ====", "RELEASED IN FULL", "RELEASABLE TO THE PUBLIC", "CONFIDENTIAL\n\n~~~~ Page Break ~~~~\n\nNNNN",
     "END OF PAGE", "----- End Of Page -----\nNNN"],
)  # fmt: skip
def test_signer_below_it_levels_rules_with_words_and_end_marks(footer: str) -> None:
    for gap in ("\n", "\n\n"):
        cable = read_telegram(f"{TEXT}\nSEELYE{gap}{footer}\n")
        assert cable.signer == "SEELYE"
        assert cable.paragraphs[-1].text == "It stopped, and the sun came out again."


@pytest.mark.parametrize("end", ["THEY SENT THE\nCABLE.", "They read the\nCABLE", "THIS WAS THE\nEND.", "Now they read this\nEND"])
def test_signer_such_a_word_that_ends_a_sentence_is_text(end: str) -> None:
    cable = read_telegram(f"1. (C) It rained.\n\n2. (C) {end}\n")
    assert (cable.signer, cable.paragraphs[-1].text) == ("", " ".join(end.split()))


@pytest.mark.parametrize(
    "site", ["Visit Nowhere's Classified Website: http://nowhere.example/p/", "Visit Nowhere's Classified Website:\nhttp://nowhere.example/index.cfm", "VISIT NOWHERE'S WEB SITE AT WWW.NOWHERE.EXAMPLE\nhttp://x.example/",
             "*****\nVisit Nowhere's Classified\nWeb Site at: http://nowhere.example/\n*****", "Visit Embassy Nowhere on the web: www.nowhere.example .", "  Visit us:\n\n  http://nowhere.example/p/\nnowhere/index.cfm"],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n\nDOE\n", "\nDOE##\n\nNNNN\n", "\n\nNNNN\n", "\n"])
def test_signer_above_it_a_post_s_site_is_no_text(site: str, end: str) -> None:
    cable = read_telegram(f"{TEXT}\n{site}{end}")
    assert cable.signer == ("DOE" if "DOE" in end else "")
    assert cable.paragraphs[-1].text == "It stopped, and the sun came out again."


@pytest.mark.parametrize("end", ["Visit of Doe: he saw http://x.example/ and left.", "See http://x.example/ for more.", "They will visit http://x.example/", "Visit Nowhere in May."])
def test_signer_above_it_a_sentence_with_a_link_is_text(end: str) -> None:
    cable = read_telegram(f"1. (C) It rained.\n\n2. (C) It stopped.\n{end}\n\nDOE\n")
    assert (cable.signer, cable.paragraphs[-1].text) == ("DOE", f"It stopped. {end}")
