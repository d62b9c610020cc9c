"""The traps of redactions: runs of x are one token, and words with an x in them stay words."""

from pathlib import Path

import pytest

from indexer import read_telegram
from indexer.analysis import terms, tokens
from queries import open_archive, parse

from ..cables import make_archive, make_cable


def found(tmp_path: Path, words: str, query: str) -> bool:
    archive = make_archive(tmp_path / "archive", [make_cable("08NOWHERE12", paragraphs=(words,))])
    with open_archive(archive) as opened:
        return [hit.id for hit in opened.search(query)] == ["08NOWHERE12"]


@pytest.mark.parametrize("run", ["XXXXXXXXXXXX", "xxxxxxxxxxxx", "XXXX", "XXXXxXXXX", "X" * 300])
def test_redactions_a_run_of_x_is_one_token(run: str) -> None:
    assert terms(f"He met {run} at noon.") == ["he", "met", "xxx", "at", "noon"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("SXXXXXXXXXXXX", ["s", "xxx"]),
        ("XXXXXXXXXXXXsaid", ["xxx", "said"]),
        ("metXXXXXXXXXXXXsaid", ["met", "xxx", "said"]),
        ("XXXXXXXXXXXX's", ["xxx"]),
        ("XXXXXXXXXXXX-controlled", ["xxx", "controlled"]),
        ("(XXXXXXXXXXXX)", ["xxx"]),
        ("XXXXXXXXXXXX,XXXXXXXXXXXX", ["xxx", "xxx"]),
        ("XXXXXXXXXXXX2008", ["xxx", "2008"]),
    ],
)
def test_redactions_glued_to_a_word(printed: str, expected: list[str]) -> None:
    assert terms(printed) == expected


def test_redactions_keep_their_places_in_the_text() -> None:
    text = "He metXXXXXXXXXXXXsaid."
    assert [text[token.start : token.end] for token in tokens(text)] == ["He", "met", "X" * 12, "said"]


@pytest.mark.parametrize("word", ["Exxon", "EXXON", "xx", "XXX", "Foxx", "Maxxam", "XXVII", "xylophone"])
def test_redactions_exxon_stays_exxon(word: str) -> None:
    assert terms(f"{word} drilled.") == [word.lower(), "drilled"]


@pytest.mark.parametrize("query", ["xxx", "XXXXXXXX", "body:xxx", '"met xxx"', "xxx said", "=xxx"])
def test_redactions_can_be_searched_for(tmp_path: Path, query: str) -> None:
    assert parse(query)
    assert found(tmp_path, "He metXXXXXXXXXXXXsaid that it rained.", query)


@pytest.mark.parametrize("query", ["xxx", "xxxx"])
def test_redactions_are_not_found_in_exxon(tmp_path: Path, query: str) -> None:
    assert not found(tmp_path, "Exxon drilled, and Foxx left.", query)
    assert found(tmp_path / "other", "Exxon drilled.", "exxon")


@pytest.mark.parametrize("name", ["XXXXXXXXXXXX", "Jane XXXXXXXXXXXX", "XXXXXXXXXXXX Doe"])
def test_redactions_of_people_are_as_printed(name: str) -> None:
    cable = read_telegram(f"Classified By: DCM {name} for reasons 1.4 (b)")
    assert (cable.classified_by, cable.reasons) == (name, ("1.4(b)",))


def test_redactions_in_a_subject_are_as_printed() -> None:
    assert read_telegram("SUBJECT: RAIN ON XXXXXXXXXXXX\n\n1. (C) Text.").subject == "RAIN ON XXXXXXXXXXXX"


@pytest.mark.parametrize("end", ["XXXXXXXXXXXX", "XXXXXXXXXXXX\n\nNNNN\n", "XXXXXXXXXXXX##"])
def test_redactions_are_no_signers(end: str) -> None:
    assert read_telegram(f"1. (C) It rained.\n\n2. (C) It stopped.\n\n{end}").signer == ""
