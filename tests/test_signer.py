"""The name at the end of a telegram."""

import time

import pytest

from indexer.telegram.signer import find_signature, read_signer

TEXT = "8. (U) It rained.\n\n9. (U) It stopped.\n"


@pytest.mark.parametrize(
    "name",
    ["EXAMPLE", "VAN EXAMPLE", "O'EXAMPLE", "EXAMPLE-ROE", "DE LA EXAMPLE", "McEXAMPLE",
     "J. EXAMPLE", "EXAMPLE JR.", "ST. EXAMPLE", "ROE", "MACEXAMPLE"],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["", "\n", " \n \n"])
def test_the_last_line_in_capitals(name: str, gap: str) -> None:
    assert read_signer(f"{TEXT}{gap}{name} \n") == name


@pytest.mark.parametrize(
    "end",
    ["EXAMPLE##", "EXAMPLE#", "EXAMPLE ##", "EXAMPLE##\n\n\nNNNN\n", " EXAMPLE##  \n \n"],
)
def test_signs_behind_the_name_are_dropped(end: str) -> None:
    assert read_signer(TEXT + end) == "EXAMPLE"


@pytest.mark.parametrize(
    "end",
    ["UNQUOTE EXAMPLE", "UNQUOTE\nEXAMPLE", "UNQUOTE.\n\nEXAMPLE\nNNNN", "END TEXT.\n\nEXAMPLE",
     "END COMMENT. EXAMPLE", "UNQUOTE EXAMPLE\n\nNNNN\n"],
)  # fmt: skip
def test_after_unquote(end: str) -> None:
    assert read_signer(TEXT + end) == "EXAMPLE"


@pytest.mark.parametrize(
    "footer",
    ["NNNN", "\n\nNNNN\n\nEnd Cable Text\n", "=======================CABLE ENDS=================",
     "UNCLASSIFIED\n\n\n\nNNNN", "<< END OF DOCUMENT >>", "BT\n#0012\n\nNNNN", "NNN", "CONFIDENTIAL",
     "SECRET//NOFORN", "C O N F I D E N T I A L", "UNCLAS", "-----", "2", "SIPDIS\n"],
)  # fmt: skip
def test_before_the_footer(footer: str) -> None:
    assert read_signer(f"{TEXT}EXAMPLE\n{footer}") == "EXAMPLE"


@pytest.mark.parametrize(
    "end",
    ["", "SIPDIS", "NNNN", "UNCLASSIFIED", "CONFIDENTIAL", "END SUMMARY", "END COMMENT", "END TEXT",
     "UNQUOTE", "MINIMIZE CONSIDERED", "NNNN\n\nEnd Cable Text", "Example", "10. (U) The end",
     "XXXXXXXXXXXX", "REFTEL", "AND OF THE", "END OF MESSAGE", "S E C R E T"],
)  # fmt: skip
def test_these_are_no_signers(end: str) -> None:
    assert read_signer(TEXT + end) == ""


@pytest.mark.parametrize(
    "cut",
    [
        "9. (U) The talks were cut off in the",
        "9. THE MINISTERS AGREED AT LENGTH ON ALL OF THE TERMS FOR THEIR\nCOOPERATION",
        "9. (U) The ministers, one and all,\nUSAID",
        "",
        "\n\n",
    ],
)
def test_none_when_cut_off(cut: str) -> None:
    assert read_signer(cut) == ""


def test_a_text_in_capitals_has_a_signer_too() -> None:
    text = "9. THE MINISTERS AGREED AT LENGTH ON ALL OF THE TERMS FOR IT.\nEXAMPLE\n"
    assert read_signer(text) == "EXAMPLE"


def test_the_text_ends_where_the_signature_or_the_footer_begins() -> None:
    assert TEXT.startswith((TEXT + "EXAMPLE\nNNNN")[: find_signature(TEXT + "EXAMPLE\nNNNN").start])
    unsigned = f"{TEXT}\nNNNN\n"
    assert unsigned[: find_signature(unsigned).start].rstrip() == TEXT.rstrip()


@pytest.mark.parametrize(
    "noise", ["A ", "A", "\n", "NNNN\n", "-\n", "A\n", " ", "A-", "O'", "# ", "END TEXT ", "N ",
     "A. ROE ", "Visit http://x.example/ ", "\nVisit us:\nhttp://x.example/", "-- Page ", "McDoe\n",
     "Roe ", "END\n", "RELEASABLE "]
)
def test_a_megabyte_of_noise_ends_soon(noise: str) -> None:
    body = (noise * 1_000_000)[:1_000_000]
    begin = time.process_time()
    read_signer(body)
    assert time.process_time() - begin < 10  # a hang, not a slow machine
