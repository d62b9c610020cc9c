"""What is not analysed for snippets: only what cannot hold what is asked for."""

import pytest

from queries.snippet_sieve import Sieve
from queries.snippet_wishes import body_wishes
from queries.tree import (
    And,
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


def holds(tree: Node, text: str) -> bool:
    """Whether the text is analysed; what stands around it is not looked at."""
    around = f"kites {text} kites"
    return Sieve(body_wishes(tree)).over(around)(6, 6 + len(text))


@pytest.mark.parametrize(("tree", "text"), [
    (Word("exports"), "EXPORTER"), (Word("cities"), "a city"), (Word("dying"), "they die"),
    (Word("die"), "Dying"), (Word("sensibility"), "sensible"), (Word("51"), "051"),
    (Word("us"), "the U.S. side"), (Word("2500"), "2,500 tons"), (Word("1234567"), "1,234,567"),
    (Word("S/CT"), "the CT office"), (Word("xxx"), "SXXXXXsaid"), (Word("cafe"), "a caf\u00e9"),
    (Word("soft"), "so\u00adft"), (Exact("Exports"), "EXPORTS"), (Wildcard("pro*tion"), "PROMOTION"),
    (Wildcard("25?0"), "2,500"), (Wildcard("u?"), "U.S."), (Fuzzy("canberra"), "cnaberra"),
    (Fuzzy("canberra", 2), "kanbera"), (Phrase("press statement"), "The Press"), (Regex("a.*"), "b"),
    (And((Word("a1"), Word("b1"))), "b1"), (Near(Word("a1"), Word("b1"), 3), "b1"),
    (Word("kite"), "\u212aite"), (Word("kite"), "\u0130 bell"),
])
def test_what_may_hold_a_word_is_analysed(tree: Node, text: str) -> None:
    assert holds(tree, text)


@pytest.mark.parametrize(("tree", "text"), [
    (Word("exports"), "No kite."), (Word("us"), "Nobody."), (Word("2500"), "2,600"),
    (Wildcard("pro*tion"), "the prose"), (Fuzzy("canberra"), "the embassy"), (Word("kite"), ""),
    (Word("kite"), "\u00b62. It\u2019s \u201cnew\u201d \u2013 \u2026"), (Not(Word("bell")), "bell"),
    (In("subject", Word("bell")), "bell"), (In("tag", Word("bell")), "bell caf\u00e9"),
])
def test_what_cannot_hold_any_is_left_out(tree: Node, text: str) -> None:
    assert not holds(tree, text)


def test_of_a_query_of_many_words_everything_is_analysed() -> None:
    assert holds(Or(tuple(Word(f"word{n}") for n in range(500))), "A bell.")
