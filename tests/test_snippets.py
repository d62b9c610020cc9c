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
    Has,
    In,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Range,
    Regex,
    Wildcard,
    Word,
)

from .cables import make_cable

LONG = " ".join(f"word{n}" for n in range(100))


def snippet(tree: Node, cable: Cable) -> Snippet:
    (only,) = Snippets(tree)(cable)
    return only


def marks_of(found: Snippet) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


def marked(tree: Node, *paragraphs: str) -> list[str]:
    """The words that are marked in all passages."""
    cable = make_cable("08NOWHERE12", paragraphs=paragraphs)
    return [mark for found in Snippets(tree, 9)(cable) for mark in marks_of(found)]


def numbers(tree: Node, *paragraphs: str, most: int = 3) -> list[int]:
    """The numbers of the paragraphs that are shown."""
    cable = make_cable("08NOWHERE12", paragraphs=paragraphs)
    return [found.paragraph for found in Snippets(tree, most)(cable)]


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
    (Regex("k[ix]t.s"), ["kites"]),
    (Regex("exp.*"), ["Exports", "exported"]),
    (Near(Word("kite"), Word("export"), 3), ["kites", "exported"]),
    (Before(Word("kite"), Word("export"), 3), ["kites", "exported"]),
    (Near(Or((Word("absent"), Wildcard("mak*"))), Phrase("XXXXX make 2500 of", 1), 2), []),
    (Near(Word("make"), Phrase("of 2500", 1), 2), ["2,500", "of", "make"]),
    (Boost(Word("kite"), 2.0), ["kites"]),
    (In("body", Boost(Word("kite"), 2.0)), ["kites"]),
    (In("text", Word("kite")), ["kites"]),
    (Or((Word("kite"), Word("absent"))), ["kites"]),
    (Or((Word("kite"), Word("port"))), ["port", "kites"]),
    (And((Word("kite"), Word("port"))), ["port", "kites"]),
    (And((Word("kite"), Not(Word("port")))), ["kites"]),
    (And((Word("the"), Word("kite"))), ["kites"]),
])
def test_the_words_that_were_asked_for_are_marked(tree: Node, words: list[str]) -> None:
    text = "Exports to Sao Tome's port: S/CT saw kites exported, 2,500 of XXXXXXXX make."
    assert marked(tree, text) == words


@pytest.mark.parametrize("tree", [
    Not(Word("kite")), Not(Not(Word("kite"))), Regex("kit."), Wildcard("kite-expo*"), Fuzzy("kibas"),
    In("tag", Word("kites")), In("signer", Word("kites")), In("subject", Word("kites")),
    In("subject", Near(Word("kites"), Word("exported"), 5)), In("summary", Word("kites")),
    Has("body"), In("year", Range("2007", "2009")), Everything(), Exact("kite"),
    And((In("tag", Word("KTRD")), Not(Phrase("kites exported")))),
])
def test_what_must_not_be_there_or_is_no_text_is_not_marked(tree: Node) -> None:
    assert marked(tree, "The kites exported.") == []


def test_words_of_a_phrase_that_stand_apart_are_not_marked() -> None:
    assert marked(Phrase("kite export"), "A kite is an export.") == []


def test_words_of_a_phrase_with_room_must_all_be_near() -> None:
    assert marked(Phrase("kite export", 1), "A kite, said he, is an export.") == []


def test_words_of_near_are_marked_only_where_they_are_near() -> None:
    text = f"A kite. {LONG} An export of a kite. {LONG} An export."
    assert marked(Near(Word("kite"), Word("export"), 2), text) == ["export", "kite"]


def test_words_of_near_that_are_nowhere_near_are_not_marked() -> None:
    assert marked(Near(Word("kite"), Word("export"), 1), "A kite, said he, is an export.") == []


def test_words_of_before_are_marked_in_this_order_only() -> None:
    text = f"An export of a kite. {LONG} A kite to export."
    assert marked(Before(Word("kite"), Word("export"), 2), text) == ["kite", "export"]


def test_a_word_of_near_that_is_asked_for_by_itself_too_is_marked_by_itself() -> None:
    text = "A kite, said he, is no kite; and so he said. A kite to export. An export."
    near = Near(Word("kite"), Word("export"), 1)
    assert marked(near, text) == ["kite", "export"]
    assert marked(And((Word("kite"), near)), text) == ["kite", "kite", "kite", "export"]


def test_a_word_is_not_near_itself() -> None:
    assert marked(Near(Word("kite"), Word("kite"), 5), "One kite.") == []
    assert marked(Near(Word("kite"), Word("kite"), 5), "A kite, a kite.") == ["kite", "kite"]


def test_a_phrase_that_goes_over_from_one_paragraph_to_the_next_is_marked() -> None:
    cable = make_cable("08NOWHERE12", paragraphs=("We saw kites", "bells rang."))
    (found,) = Snippets(Phrase("kite 2 u bell"))(cable)
    assert marks_of(found) == ["kites ¶2. (U) bells"]


@pytest.mark.parametrize(("field", "numbers"), [("summary", [1]), ("comment", [3])])
def test_a_word_of_the_summary_or_the_comment_is_shown_there(
    field: str, numbers: list[int]
) -> None:
    cable = replace(
        make_cable("08NOWHERE12", paragraphs=(
            "SUMMARY: One kite\nflew. END SUMMARY.", "Kites, kites.", "COMMENT: A kite.")),
        summary="One kite flew.", comment="A kite.",
    )
    assert [one.paragraph for one in Snippets(In(field, Word("kite")))(cable)] == numbers
    assert [one.paragraph for one in Snippets(Word("kite"))(cable)] == [2]


def test_a_summary_that_is_not_found_in_the_body_may_be_anywhere() -> None:
    cable = replace(make_cable("08NOWHERE12", paragraphs=("A kite.",)), summary="Bells; a kite.")
    assert marks_of(snippet(In("summary", Word("kite")), cable)) == ["kite"]


def test_a_word_of_the_subject_alone_shows_the_beginning() -> None:
    cable = make_cable("08NOWHERE12", "KITES", ("A day.", "A kite."))
    assert snippet(In("subject", Word("kite")), cable) == Snippet("A day.", (), 1)
    both = Or((In("subject", Word("kite")), In("body", Word("kite"))))
    assert snippet(both, cable).paragraph == 2


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


def test_a_word_that_the_first_passage_does_not_have_gets_one_of_its_own() -> None:
    tree = And((Word("bell"), Word("kite"), Word("pear")))
    text = ("A bell.", LONG, "Kites, pears.", LONG, "Bells and kites and kites.")
    assert numbers(tree, *text) == [3, 5]


def test_a_side_of_or_that_was_not_shown_gets_a_passage() -> None:
    tree = Or((Word("bell"), Phrase("paper kite"), Word("absent")))
    assert numbers(tree, "A paper kite.", LONG, "A bell.") == [1, 3]


def test_one_passage_is_enough_where_it_has_all() -> None:
    tree = And((Word("bell"), Word("kite")))
    assert numbers(tree, "A bell.", "A kite.", "A kite, a bell.", "A bell, a bell.") == [3]


@pytest.mark.parametrize("most", [1, 2, 3, 4, 9])
def test_there_are_no_more_passages_than_asked_for(most: int) -> None:
    tree = And((Word("bell"), Word("kite"), Word("pear"), Word("fish")))
    text = ("A bell.", "A kite.", "A pear.", "A fish.")
    assert numbers(tree, *text, most=most) == list(range(1, min(most, 4) + 1))


def test_at_least_one_passage_must_be_asked_for() -> None:
    with pytest.raises(ValueError, match="0 passages"):
        Snippets(Word("kite"), 0)


def test_with_one_passage_it_is_the_best() -> None:
    tree = And((Word("bell"), Word("kite"), Word("pear")))
    assert numbers(tree, "A bell.", "A kite, a pear.", most=1) == [2]


def test_passages_of_one_paragraph_do_not_overlap() -> None:
    tree = And((Word("bell"), Word("kite")))
    between = " ".join(f"between{n}" for n in range(35))
    cable = make_cable("08NOWHERE12", paragraphs=(f"A bell {between} kite {LONG}",))
    first, second = Snippets(tree)(cable)
    assert marks_of(first) == ["bell"]
    assert marks_of(second) == ["kite"]
    assert set(first.text.split()) & set(second.text.split()) == {"..."}


def test_the_subject_in_the_head_is_no_reason_for_another_passage() -> None:
    cable = make_cable("08NOWHERE12", "KITES", ("A bell.",), ("KTRD",))
    assert snippet(And((Word("kite"), Word("bell"))), cable).paragraph == 1
    head, text = Snippets(And((Word("ktrd"), Word("bell"))))(cable)
    assert (marks_of(head), text.paragraph) == (["KTRD"], 1)


def test_a_number_is_shown_in_the_text_and_not_in_the_marks_of_paragraphs() -> None:
    (found,) = Snippets(Word("2"))(make_cable("08NOWHERE12", paragraphs=("A.", "B.", "Kites: 2.")))
    assert (found.text, found.paragraph) == ("Kites: 2.", 3)


def test_a_number_that_stands_nowhere_else_is_shown_in_the_mark_of_its_paragraph() -> None:
    (found,) = Snippets(Word("2"))(make_cable("08NOWHERE12", paragraphs=("A.", "Kites.")))
    assert found == Snippet("2. (U) Kites.", ((0, 1),), 2)


def test_a_portion_mark_is_shown_without_the_number_before_it() -> None:
    (found,) = Snippets(Word("U"))(make_cable("08NOWHERE12", paragraphs=("Kites.",)))
    assert found == Snippet("(U) Kites.", ((1, 2),), 1)


def test_a_few_words_at_the_end_are_shown_and_not_left_out() -> None:
    text = " ".join(f"word{n}" for n in range(28))
    found = snippet(Word("kite"), make_cable("08NOWHERE12", paragraphs=(f"A b {text} kite c d.",)))
    assert found.text == f"A b {text} kite c d."


def test_dashes_beside_the_words_are_left_out() -> None:
    text = f"{'-' * 60}\nA kite.\n{'-' * 60}"
    assert snippet(Word("kite"), make_cable("08NOWHERE12", paragraphs=(text,))).text == "A kite."


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


def test_a_word_longer_than_a_screen_is_cut() -> None:
    found = snippet(Wildcard("aa*"), make_cable("08NOWHERE12", paragraphs=("a" * 100_000,)))
    assert found == Snippet("a" * 600 + " ...", (), 1)


def test_the_subject_is_looked_for_as_a_whole() -> None:
    body = "UNCLAS NOWHERE 000012\nTAGS: PREL\nSUBJECT: PLAN\n  A\n\nIt rained."
    assert snippet(Word("nothing"), Cable(subject="PLAN A", body=body)).text == "It rained."


def test_a_first_paragraph_without_text_is_not_the_beginning() -> None:
    cable = make_cable("08NOWHERE12", paragraphs=("", "A kite."))
    assert snippet(Everything(), cable) == Snippet("A kite.", (), 2)


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
