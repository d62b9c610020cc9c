"""Snippets: the best place of a cable for a query, its marks and its paragraph."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cable import Cable
from queries.hits import Snippet
from queries.snippets import Snippets
from queries.tree import (
    And,
    Before,
    Boost,
    Everything,
    Exact,
    Fuzzy,
    In,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Regex,
    Wildcard,
    Word,
)

from .cables import make_cable

LONG = " ".join(f"word{n}" for n in range(100))


def snippet(tree: Node, cable: Cable) -> Snippet:
    (only,) = Snippets(tree)(cable)
    return only


def marked(tree: Node, *paragraphs: str) -> list[str]:
    found = snippet(tree, make_cable("08NOWHERE12", paragraphs=paragraphs))
    return [found.text[start:end] for start, end in found.marks]


@pytest.mark.parametrize(("tree", "words"), [
    (Word("export"), ["Exports", "exported"]),
    (Exact("exports"), ["Exports"]),
    (Word("São"), ["Sao"]),
    (Word("S/CT"), ["S/CT"]),
    (Word("2500"), ["2,500"]),
    (Word("xxx"), ["XXXXXXXX"]),
    (Word("tome's"), ["Tome's"]),
    (Phrase("kites exported"), ["kites exported"]),
    (Phrase("exported kites", 3), ["kites", "exported"]),
    (Exact("kites exported"), ["kites exported"]),
    (Wildcard("expo*"), ["Exports", "exported"]),
    (Wildcard("k?tes"), ["kites"]),
    (Fuzzy("kitas"), ["kites"]),
    (Fuzzy("kitas exporded"), ["kites exported"]),
    (Wildcard("S/C*"), ["S/CT"]),
    (Wildcard("kite*-expo*"), ["kites exported"]),
    (Near(Word("kite"), Word("export"), 3), ["Exports", "kites", "exported"]),
    (Before(Word("kite"), Word("export"), 3), ["Exports", "kites", "exported"]),
    (In("body", Boost(Word("kite"), 2.0)), ["kites"]),
    (In("summary", Word("kite")), ["kites"]),
    (Or((Word("kite"), Word("absent"))), ["kites"]),
])
def test_the_words_that_were_asked_for_are_marked(tree: Node, words: list[str]) -> None:
    text = "Exports to Sao Tome's port: S/CT saw kites exported, 2,500 of XXXXXXXX make."
    assert marked(tree, text) == words


@pytest.mark.parametrize("tree", [
    Not(Word("kite")), Regex("kite."), Wildcard("kite-expo*"), In("tag", Word("kites")),
    Everything(),
    And((In("tag", Word("KTRD")), Not(Phrase("kites exported")))),
])
def test_what_must_not_be_there_or_is_no_text_is_not_marked(tree: Node) -> None:
    assert marked(tree, "The kites exported.") == []


def test_words_of_a_phrase_that_stand_apart_are_not_marked() -> None:
    assert marked(Phrase("kite export"), "A kite is an export.") == []


def test_words_of_a_phrase_with_room_must_all_be_near() -> None:
    assert marked(Phrase("kite export", 1), "A kite, said he, is an export.") == []


def test_the_place_with_most_different_words_is_shown_with_its_paragraph() -> None:
    cable = make_cable("08NOWHERE12", paragraphs=(
        "Kites, kites, kites.", f"Kites and bells. {LONG}", "Bells, bells, bells, bells.",
    ))
    found = snippet(And((Word("bell"), Word("kite"))), cable)
    assert found.paragraph == 2
    assert found.text.startswith("Kites and bells. word0")
    assert found.text.endswith(" ...")


def test_of_places_with_the_same_words_the_one_with_more_of_them_is_shown() -> None:
    cable = make_cable("08NOWHERE12", paragraphs=("One kite.", LONG, "Kites and kites."))
    assert snippet(Word("kite"), cable).paragraph == 3


def test_the_running_text_is_shown_rather_than_the_head() -> None:
    cable = make_cable("08NOWHERE12", "KITES, KITES", ("A kite.",))
    assert snippet(Word("kite"), cable).text == "A kite."


def test_a_match_in_the_head_alone_is_shown_from_its_line_on() -> None:
    cable = make_cable("08NOWHERE12", "BELLS AND KITES", ("A day.",))
    found = snippet(Word("kite"), cable)
    assert (found.text, found.paragraph) == ("SUBJECT: BELLS AND KITES", 0)


def test_a_match_in_a_long_paragraph_stands_in_the_middle() -> None:
    cable = make_cable("08NOWHERE12", paragraphs=(f"{LONG} kite {LONG}",))
    found = snippet(Word("kite"), cable)
    before, _, after = found.text.partition(" kite ")
    assert before.startswith("... word")
    assert after.endswith(" ...")
    assert abs(len(before.split()) - len(after.split())) <= 2


def test_page_breaks_and_line_ends_do_not_show() -> None:
    torn = "The paper kite that the minister had shown to his many guests\n" \
        "NOWHERE 00000012  001.2 OF 004\n\n\nflew well."
    cable = make_cable("08NOWHERE12", paragraphs=(torn,))
    assert "many guests flew well." in snippet(Word("kite"), cable).text


def test_without_a_match_the_summary_is_shown() -> None:
    cable = replace(make_cable("08NOWHERE12", paragraphs=("A.", "Summary: All is well.")),
                    summary="All is well.")
    assert snippet(In("tag", Word("EFIS")), cable) == Snippet("All is well.", (), 2)


def test_without_a_summary_the_first_paragraph_is_shown() -> None:
    cable = make_cable("08NOWHERE12", paragraphs=(f"The fleet sailed. {LONG}",))
    found = snippet(Everything(), cable)
    assert found.text.startswith("The fleet sailed. word0")
    assert (found.text[-4:], found.paragraph) == (" ...", 1)


def test_without_paragraphs_the_text_below_the_subject_is_shown() -> None:
    cable = make_cable("08NOWHERE12", "BELLS", (), tail="They rang.\n")
    assert snippet(Everything(), cable) == Snippet("They rang.", (), 0)


def test_a_cable_without_text_has_no_snippet() -> None:
    assert Snippets(Word("kite"))(Cable(id="08NOWHERE12", subject="KITES")) == ()


def test_a_snippet_is_never_longer_than_a_screen_shows() -> None:
    text = "kite " + "a" * 100_000 + " kite " + "-" * 9_999
    cable = make_cable("08NOWHERE12", paragraphs=(text,))
    assert len(snippet(Word("kite"), cable).text) < 700


def test_paragraphs_that_overlap_or_lie_outside_do_no_harm() -> None:
    cable = make_cable("08NOWHERE12", paragraphs=("A kite.", "A bell."))
    first, second = cable.paragraphs
    broken = replace(cable, paragraphs=(second, first, replace(first, start=9_000, end=9_010)))
    assert "kite" in snippet(Word("kite"), broken).text


@pytest.mark.parametrize("tree", [
    Word("kite"), Or(tuple(Word(f"w{n}") for n in range(1000))), Phrase("a " * 3000 + "b"),
    Phrase("a b", 99), Wildcard("*a*a*a*a*a*a*a*b"), Fuzzy("aaaaaaaa", 2),
    Regex("(a|aa)+b"), And((Word("a"), Word("kite"))),
])
@pytest.mark.parametrize("text", [
    "a " * 500_000, "a" * 1_000_000, "ab " * 300_000 + "kite", "a b " * 250_000])
def test_a_large_page_and_a_hostile_query_end_soon(tree: Node, text: str) -> None:
    start = time.process_time()
    Snippets(tree)(make_cable("08NOWHERE12", paragraphs=(text,)))
    assert time.process_time() - start < 5  # well below 1 here


def test_snippets_are_fast() -> None:
    text = "The minister said that no kite had been exported before the harvest of pears. " * 12
    cable = make_cable("08NOWHERE12", paragraphs=(text,) * 10)
    snippets = Snippets(And((Word("kite"), Phrase("pear harvest", 2), Wildcard("expo*"))))
    snippets(cable)
    start = time.process_time()
    for _ in range(20):
        snippets(cable)
    assert (time.process_time() - start) / 20 < 0.02  # about 2 ms here; room for slow machines


_WORDS = st.sampled_from(
    ["kite", "Kites", "U.S.", "S/CT", "2,500", "XXXXXXX", "¶2.", "(C)", "-----", "\n", "\t",
     "caf\u00e9", "l'Estrange", "\x1b", "\u202e", "\u00a0", "NOWHERE 00000012  001.2 OF 004"])
_LEAVES = st.sampled_from([
    Word("kite"), Word("S/CT"), Phrase("kite U.S."), Phrase("kite 2500 us", 4), Exact("kites"),
    Word("xxx"), Wildcard("ki*"), Word("...")])


@given(
    st.lists(st.lists(_WORDS, max_size=50).map(" ".join), max_size=4),
    st.lists(_LEAVES, min_size=1, max_size=3),
)
def test_marks_are_always_words_of_the_snippet_in_order(
    paragraphs: list[str], leaves: list[Word]
) -> None:
    cable = make_cable("08NOWHERE12", paragraphs=paragraphs)
    for found in Snippets(Or(tuple(leaves)))(cable):
        assert found.text == " ".join(found.text.split())
        place = 0
        for start, end in found.marks:
            assert place <= start < end <= len(found.text)
            assert found.text[start].isalnum()
            assert found.text[end - 1].isalnum() or found.text[end - 1] in ".'"
            place = end
