"""Snippets of any cable for any query: what must hold whatever is asked, told by the referee's
reading of the query."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.analysis import stem, stems, terms
from indexer.cable import Cable
from indexer.telegram.breaks import mask_breaks
from queries import tree
from queries.engines.referee_words import spans
from queries.highlight import Highlighter, subject_marks
from queries.hits import Snippet
from queries.patterns import leaf_tests
from queries.snippet_sieve import Sieve, stable_start
from queries.snippet_wishes import Wish, body_wishes, subject_wishes, wish_leaves
from queries.snippets import Snippets
from queries.stop_words import uncount_stop_words

from .cables import make_cable
from .strategies import trees
from .test_agreement import FEW, to_the_point
from .test_agreement import WORDS as ODD_WORDS

FIELDS = ("subject", "body", "summary", "comment", "tag")
LEAVES = (tree.Word, tree.Exact, tree.Phrase, tree.Wildcard, tree.Fuzzy, tree.Regex)
JOINS = (tree.And, tree.Or, tree.Not, tree.Boost, tree.Near, tree.Before)
WORDS = (*ODD_WORDS, *FEW, "kite", "bells", "1", "2", "12", "(C)", "PAGE", "\x1b[2J", "\u202e", "<b>")
BETWEEN = (" ", " ", " ", " ", "\n", "\n\n", ", ", "-", ". ", "\t", " ----- ", "\u00a0")
BREAK = "\nNOWHERE 00000012  001.2 OF 004\n\n\n"

SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

lines = st.lists(st.sampled_from(WORDS), max_size=60).flatmap(
    lambda words: st.lists(
        st.sampled_from((*BETWEEN, BREAK)), min_size=len(words), max_size=len(words)
    ).map(lambda between: "".join(a + b for a, b in zip(words, between, strict=True)))
)
asked_words = st.sampled_from((*ODD_WORDS, *FEW, "kite", "12", "2")).filter(
    lambda text: any(map(str.isalnum, text))
)


@st.composite
def cables(draw: st.DrawFn) -> Cable:
    """A cable with a head, paragraphs, a tail, and now and then a summary and a comment."""
    paragraphs = draw(st.lists(lines, max_size=5))
    cable = make_cable("08NOWHERE12", draw(lines), paragraphs, tail=draw(lines))
    if draw(st.booleans()):
        cable = replace(cable, paragraphs=())
    some = st.sampled_from(("", *paragraphs)).map(lambda text: " ".join(text.split()))
    return replace(cable, summary=draw(some), comment=draw(some))


@st.composite
def torn_cables(draw: st.DrawFn) -> Cable:
    """One whose paragraphs are anywhere, in the midst of words too."""
    cable = draw(cables())
    places = st.integers(-5, len(cable.body) + 5)
    return replace(cable, paragraphs=tuple(
        replace(one, start=draw(places), end=draw(places)) for one in cable.paragraphs
    ))


@st.composite
def queries(draw: st.DrawFn) -> tree.Node:
    """A query whose words may stand in such a cable."""
    asked = draw(trees(LEAVES, FIELDS, JOINS, asked_words))
    return to_the_point(asked, draw, draw)


def flat(text: str) -> str:
    return " ".join(text.split())


def shown(snippet: Snippet) -> str:
    """The cable's own words."""
    return snippet.text.removeprefix("... ").removesuffix(" ...").strip(".")


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.marks]


def asks(leaf: tree.Node) -> Callable[[str], bool]:
    """Whether a leaf asks for a term."""
    match leaf:
        case tree.Word(text) | tree.Phrase(text):
            wanted = set(stems(terms(text)))
            return lambda term: stem(term) in wanted
        case tree.Exact(text):
            return set(terms(text)).__contains__
        case tree.Wildcard() | tree.Fuzzy() | tree.Regex():
            tests = leaf_tests(leaf)
            return lambda term: any(test(term) for test in tests)
        case _:
            return lambda _: False


def wanted(node: tree.Node, field: str = "text") -> Iterator[tuple[str, tree.Node]]:
    """What a query asks of texts, with the field: leaves and NEAR, nothing below a NOT."""
    match node:
        case tree.In(name, part):
            yield from wanted(part, name)
        case tree.And(parts) | tree.Or(parts):
            for part in parts:
                yield from wanted(part, field)
        case tree.Boost(part, factor):
            if factor:
                yield from wanted(part, field)
        case tree.Not() | tree.Everything() | tree.Has() | tree.Range():
            pass
        case _:
            if field in ("text", "body"):
                yield field, node


def standing(query: tree.Node, cable: Cable) -> list[tree.Node]:
    """What a query asks of the body that stands there, as the referee has it."""
    words = terms(mask_breaks(cable.body))
    return [node for _, node in wanted(uncount_stop_words(query)) if spans(node, words)]


@SETTINGS
@given(cables() | torn_cables(), queries(), st.integers(1, 4))
def test_marks_are_words_that_were_asked_for_in_a_piece_of_the_text(
    cable: Cable, query: tree.Node, most: int
) -> None:
    snippets = Snippets(query, most)(cable)
    leaves = [asks(leaf) for wish in body_wishes(query) for leaf in wish_leaves(wish)]
    texts = [mask_breaks(cable.body), cable.summary, *(one.text for one in cable.paragraphs)]
    assert 1 <= len(snippets) <= most
    for one in snippets:
        assert one.text == flat(one.text)
        assert len(one.text) <= 608
        assert any(shown(one) in flat(text) for text in texts[: 1 if one.marks else None])
        place = 0
        for start, end in one.marks:
            assert place <= start < end <= len(one.text)
            place = end
            assert any(leaf(term) for term in terms(one.text[start:end]) for leaf in leaves)


@SETTINGS
@given(cables(), queries())
def test_passages_stand_one_behind_the_other_and_each_shows_a_mark(
    cable: Cable, query: tree.Node
) -> None:
    snippets = Snippets(query)(cable)
    text, place = flat(mask_breaks(cable.body)), 0
    if len(snippets) > 1:
        assert all(one.marks for one in snippets)
        for one in snippets:
            place = text.index(shown(one), place) + len(shown(one))
    numbers = {paragraph.number for paragraph in cable.paragraphs}
    assert all(one.paragraph in numbers | {0} for one in snippets)


@SETTINGS
@given(cables(), queries())
def test_something_is_marked_where_something_stands_and_nowhere_else(
    cable: Cable, query: tree.Node
) -> None:
    cable = replace(cable, summary="", comment="")
    snippets = Snippets(query)(cable)
    assert any(one.marks for one in snippets) == bool(standing(query, cable))


@SETTINGS
@given(cables(), queries())
def test_each_word_that_stands_in_a_paragraph_is_shown_where_there_is_room_for_it(
    cable: Cable, query: tree.Node
) -> None:
    snippets = Snippets(query, 50)(cable)
    marks = [terms(mark) for one in snippets for mark in marked(one)]
    for _, leaf in wanted(uncount_stop_words(query)):
        one_place = not isinstance(leaf, tree.Near | tree.Before) and not (
            isinstance(leaf, tree.Phrase) and leaf.slop
        )
        inside = any(spans(leaf, terms(paragraph.text)) for paragraph in cable.paragraphs)
        if one_place and inside:
            assert any(spans(leaf, words) for words in marks)


@SETTINGS
@given(cables(), queries())
def test_what_is_left_out_of_the_analysis_holds_nothing(cable: Cable, query: tree.Node) -> None:
    snippets = Snippets(query)(cable)
    with patch.object(Sieve, "over", lambda self, text: lambda start, end: True):
        assert Snippets(query)(cable) == snippets


@SETTINGS
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), queries())
def test_marks_of_a_subject_are_words_that_were_asked_for(subject: str, query: tree.Node) -> None:
    place = 0
    leaves = [
        asks(leaf) for wish in subject_wishes(query)
        for leaf in wish_leaves(wish)
    ]
    for start, end in subject_marks(query)(subject):
        assert place <= start < end <= len(subject)
        place = end
        assert any(leaf(term) for term in terms(subject[start:end]) for leaf in leaves)


@SETTINGS
@given(st.lists(st.sampled_from(FEW), max_size=12), queries())
def test_a_leaf_stands_where_the_referee_finds_it(words: list[str], query: tree.Node) -> None:
    for wish in body_wishes(query):
        positions = {
            position for found in Highlighter([Wish(wish.node)]).find(terms(" ".join(words)))
            for position in range(found.first, found.stop)
        }
        places = spans(wish.node, terms(" ".join(words)))
        assert bool(positions) == bool(places)
        assert all(any(low <= one < high for low, high in places) for one in positions)
        ends = {end for low, high in places for end in (low, high - 1)}
        assert ends <= positions


@given(st.text("abdegilnotuyz", max_size=6), st.lists(st.sampled_from((
    "s", "es", "ed", "ing", "ly", "ies", "y", "ize", "ization", "ational", "ency", "ably", "bility",
    "ently", "alism", "fulness", "ousness", "ivity", "ogy", "li", "icate", "ical", "ness", "ement",
    "ion", "e", "ll", "bl", "ying", "1", "'s",
)), max_size=3).map("".join))  # fmt: skip
def test_words_begin_with_what_is_stable_of_their_stem(root: str, ending: str) -> None:
    for term in terms(root + ending):
        assert term.startswith(stable_start(stem(term)))
