"""What tantivy makes of texts and words is what indexer.analysis makes of them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import tantivy
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import LONGEST_TERM, spaced, stems, terms
from indexer.archive import Stored
from indexer.cable import Cable, Recipient, Tag
from indexer.document import document
from indexer.engines import ENGINES, write_engine
from indexer.engines import tantivy as writer
from indexer.engines.tantivy_schema import as_utf8, rank, register_analysers, schema
from queries import tree
from queries.engines import read_engine, tantivy_words

from .contract.documents import documents
from .contract.engines import MemoryShelf, numbers
from .contract.tantivy import found


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


def test_nothing_is_near_over_the_end_of_a_text(index: Path) -> None:
    names = tuple(Recipient("", name) for name in ("ALPHA BRAVO", "CHARLIE", "DELTA"))
    writer.update(index, (), documents(Cable(id="08NOWHERE1", to=names)))
    assert found(index, "to:(alpha NEAR/0 bravo)") == [1]
    assert found(index, "to:(bravo NEAR/99 charlie)") == []
    assert found(index, 'to:"bravo charlie"~99') == []
    assert found(index, "to:(br* NEAR/99 ch*)") == []


@pytest.mark.parametrize("engine", ENGINES)
def test_half_a_surrogate_pair_is_a_character_like_others(tmp_path: Path, engine: str) -> None:
    """A record of the archive may hold one, though no file in UTF-8 can."""
    cables = [
        Stored(1, Cable(id="08\udc80B", body="one\udc80two", tags=(Tag("A\ud800", "", ""),))),
        Stored(2, Cable(id="08\udc80A", body="one two", tags=(Tag("A\ud801", "", ""),))),
        Stored(3, Cable(id="08A", body="onetwo", tags=(Tag("A", "", ""),), subject="\udfff")),
    ]
    (tmp_path / engine).mkdir()
    made = write_engine(engine)
    made.create(tmp_path / engine)
    made.update(tmp_path / engine, (), map(document, cables))
    assert made.lacking(tmp_path / engine, list(map(document, cables))) == []
    opened = read_engine(engine).open_index(tmp_path / engine, MemoryShelf(cables))

    def tagged(leaf: tree.Node) -> list[int]:
        return numbers(opened, tree.In("tag", leaf))

    assert numbers(opened, tree.Everything()) == [3, 2, 1]
    assert tagged(tree.Word("a\ud800")) == [1]
    assert tagged(tree.Wildcard("a?")) == [2, 1]
    assert tagged(tree.Wildcard("*\ud801")) == [2]
    assert numbers(opened, tree.Word("one\udc80two")) == [2, 1]
    assert numbers(opened, tree.In("id", tree.Word("08\udc80B"))) == [1]
    assert numbers(opened, tree.In("subject", tree.Word("\udfff"))) == []


@given(st.text())
def test_a_value_that_utf8_can_hold_is_written_as_it_is(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        as_utf8(value).encode()
        assert len(as_utf8(value)) == len(value)
    else:
        assert as_utf8(value) == value


@given(st.text("08ABZ-_a", max_size=14) | st.text(max_size=4), st.text("08ABZ-_a", max_size=14))
def test_ranks_are_in_the_order_of_ids(one: str, other: str) -> None:
    lower, higher = sorted((one, other))
    assert 0 <= rank(lower) <= rank(higher) < 2**64


def terms_in_index(texts: Sequence[str], field: str) -> set[str]:
    index = tantivy.Index(schema())
    register_analysers(index)
    made = index.writer(16 << 20, 1)
    for text in texts:
        row = tantivy.Document()
        row.add_text(field, spaced(text))
        made.add_document(row)
    made.commit()
    made.wait_merging_threads()
    index.reload()
    return {term for term, _ in index.searcher().terms_with_prefix(field, "")}


SUFFIXES = (
    "", "s", "es", "ed", "ing", "ly", "edly", "ingly", "ational", "tional", "enci", "anci", "izer",
    "bli", "alli", "entli", "eli", "ousli", "ization", "ation", "ator", "alism", "iveness",
    "fulness", "ousness", "aliti", "iviti", "biliti", "icate", "ative", "alize", "iciti", "ical",
    "ful", "ness", "ement", "ment", "ent", "ion", "sion", "ies", "ied", "y", "e", "eed", "eedly",
    "ogi", "li", "ism", "ate", "iti", "ous", "ive", "ize", "al", "ance", "ence", "er", "ic", "able",
)
BEGINNINGS = (
    "miss", "export", "hop", "hopp", "ski", "sky", "d", "dy", "gener", "commun", "arsen", "succ",
    "proc", "exc", "inn", "out", "cann", "herr", "earr", "even", "only", "gent", "ug", "ear", "sing",
    "youth", "yy", "ayo", "be", "bee", "abc", "ll", "rr", "tt", "fizz", "luxuri", "conf", "at", "bl",
    "iz", "trl", "a", "x", "1990", "caf", "москв", "東京", "straß", "ﬁsh",
)


def test_stems_are_the_same_over_all_suffixes() -> None:
    words = [beginning + suffix for beginning in BEGINNINGS for suffix in SUFFIXES]
    assert terms_in_index(words, "body") == {one for word in words for one in stems(terms(word))}


@given(st.lists(st.text(max_size=20) | st.text("aeisydlngt'", max_size=12), max_size=30))
def test_stems_and_words_of_any_texts_are_the_same(texts: list[str]) -> None:
    assert terms_in_index(texts, "body") == {one for text in texts for one in stems(terms(text))}
    assert terms_in_index(texts, "body_unstemmed") == {one for text in texts for one in terms(text)}


def begins_as_stem(word: str) -> bool:
    (stem,) = stems([word])
    return word.startswith(stem[: max(len(stem) - tantivy_words._CHANGED, 1)])


def test_a_stem_is_another_than_the_word_in_its_last_two_letters_at_most() -> None:
    ends = [one + other for one in SUFFIXES for other in SUFFIXES]
    assert all(begins_as_stem(beginning + end) for beginning in BEGINNINGS for end in ends)


@given(st.text("aeiouylsdtngbcz", min_size=1, max_size=12) | st.text(min_size=1, max_size=8))
def test_any_word_begins_as_its_stem(text: str) -> None:
    assert all(map(begins_as_stem, terms(text)))


@pytest.mark.parametrize("end", ["", "s", "ing", "ational", "at", "bl", "iz"])
@pytest.mark.parametrize("length", [LONGEST_TERM - 3, LONGEST_TERM - 1, LONGEST_TERM, 1000])
def test_long_words_are_cut_the_same(end: str, length: int) -> None:
    word = "ab" * length
    word = word[: length - len(end)] + end
    (stem,) = stems(terms(word))
    assert terms_in_index([word], "body") == {stem}
    assert len(stem) <= LONGEST_TERM
