"""What a word is: every promise of the analysis, and of the words of the trade."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis import LONGEST_TERM, fold, spaced, stem, stems, terms, tokens

PIECES = (
    "a", "A", "b", "s", "0", "1", "12", "123", "000", "x", "xxx", "xxxx", ".", ",", "'", "'s", "'S",
    "_", " ", "\n", "-", "u.s", "2,500", "1.4", "é", "\u2019s", "\u00b6", "\u0301", "'s'",
)  # fmt: skip
any_text = st.text() | st.text("aA0xX1.,'\u2019s-/ \u00ad\u0301éßİǅﬁ½٣²Ⅷ一한\n_", max_size=30)


@pytest.mark.parametrize(("text", "found"), [
    ("Missile EXPORTS", ["missile", "exports"]),
    ("Café, cafe\u0301, CAFÉ", ["cafe", "cafe", "cafe"]),
    ("São Tomé, Łódź, Ærø, İzmir, Straße", ["sao", "tome", "lodz", "aero", "izmir", "strasse"]),
    ("Москва Ёлки 東京", ["москва", "елки", "東京"]),
    ("S/CT", ["s", "ct"]),
    ("1.4(b) and (d)", ["1", "4", "b", "and", "d"]),
    ("U.S.-EU", ["us", "eu"]),
    ("U.S.A. u.s. U.S", ["usa", "us", "us"]),
    ("AC/DC and/or", ["ac", "dc", "and", "or"]),
    ("E.O. 12958: DECL", ["eo", "12958", "decl"]),
    ("e.g. www.news.example a.b.cd", ["eg", "www", "news", "example", "ab", "cd"]),
    ("U.S.A's 2,500's it's.a", ["usa", "2500", "it", "a"]),
    ("L'Estrange L\u2019Estrange", ["l", "estrange", "l", "estrange"]),
    ("Canberra's Canberra\u2019S", ["canberra", "canberra"]),
    ("exports' export'st", ["exports", "export", "st"]),
    ("08STATE120153", ["08state120153"]),
    ("2,500 12,345,678 1,2 2,5000", ["2500", "12345678", "1", "2", "2", "5000"]),
    ("051 007 000 0 00abc", ["51", "7", "0", "0", "00abc"]),
    ("post-Soviet co_operation", ["post", "soviet", "co", "operation"]),
    ("XXXXXXXXXXXX xxxx xxx xx", ["xxx", "xxx", "xxx", "xx"]),
    ("SXXXXXXsaid XXXXxXXXX0051XXXX", ["s", "xxx", "said", "xxx", "51", "xxx"]),
    ("co\u00adoperation re\u200dply", ["cooperation", "reply"]),
    ("the a of", ["the", "a", "of"]),
    ("ﬁsh ½ ² Ⅷ ٣", ["fish", "12", "2", "viii", "٣"]),
    ("", []),
    ("... -- // '' \u0301", []),
])
def test_the_terms_of_a_text(text: str, found: list[str]) -> None:
    assert terms(text) == found


@pytest.mark.parametrize(("term", "stemmed"), [
    ("missiles", "missil"), ("exported", "export"), ("2008", "2008"), ("xxx", "xxx"),
    ("москва", "москва"),
])
def test_stems_are_english(term: str, stemmed: str) -> None:
    assert stem(term) == stemmed


def test_a_value_is_folded_with_its_blanks() -> None:
    assert fold(" Roger \t CHANNEL\n") == "roger channel"
    assert fold("São  Tomé") == fold("SAO TOME") == fold("sao\u00a0tome\u0301")


@given(any_text)
def test_tokens_are_the_terms_with_their_places(text: str) -> None:
    found = list(tokens(text))
    assert [token.term for token in found] == terms(text)
    ends = [0, *(token.end for token in found)]
    assert all(end <= token.start < token.end for end, token in zip(ends, found, strict=False))


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whole_texts_give_what_single_words_give(text: str) -> None:
    assert terms(text) == [token.term for token in tokens(text)]


@given(any_text)
def test_the_spaced_text_is_the_terms_apart(text: str) -> None:
    assert terms(spaced(text)) == terms(text)


@given(any_text)
def test_a_term_is_its_own_term(text: str) -> None:
    for term in terms(text):
        assert terms(term) == [term]


@given(st.text("aAéÉñçÇsS1x.,'\u2019/- \n"))
def test_case_and_accents_make_no_difference(text: str) -> None:
    plain = text.translate(str.maketrans("éÉñçÇ", "eEncC"))
    assert terms(text) == terms(text.upper()) == terms(text.lower()) == terms(plain)


@given(any_text)
def test_terms_are_short_and_made_of_letters_and_digits(text: str) -> None:
    for term in (*terms(text), *stems(terms(text))):
        assert 0 < len(term) <= LONGEST_TERM
        assert term.isalnum()


def test_a_long_word_is_cut() -> None:
    assert terms("ab" * 500) == ["ab" * 64]
    assert [token.end for token in tokens("ab" * 500)] == [1000]


@pytest.mark.parametrize("text", [
    "a" * 1_000_000, "1," * 500_000, "a." * 500_000, "a\u0301" * 500_000, "xxxxa" * 200_000,
    "x" * 1_000_000, "'s" * 500_000, "1,000" * 200_000, "\u0301" * 1_000_000, "0" * 1_000_000,
])
def test_a_million_characters_of_anything_take_no_time(text: str) -> None:
    start = time.process_time()
    terms(text)
    list(tokens(text))
    assert time.process_time() - start < 10  # a hang, not a slow machine
