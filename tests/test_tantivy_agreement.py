"""What is near, and what is cited, on the referee and on the tantivy engine: many more questions of a
kind that it answers in several ways."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.analysis import terms
from indexer.archive import Stored
from indexer.cable import Cable, Reference
from queries import tree
from queries.engines.referee import Referee
from queries.engines.referee_words import spans
from queries.engines.stretches import standing
from queries.lower import lower
from queries.plan import Expand, Near, Phrase, Room, Term

from .contract.engines import numbers, tantivy_at_once, tantivy_piecemeal

SETTINGS = settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


letters = st.sampled_from(("a", "b", "c", "ab", "ba", "x"))
texts = st.lists(letters, max_size=12).map(" ".join)
stretches = st.one_of(
    letters.map(tree.Word), letters.map(tree.Exact),
    st.lists(letters, min_size=2, max_size=3).map(" ".join).map(tree.Phrase),
    st.builds(tree.Phrase, st.lists(letters, min_size=2, max_size=4).map(" ".join),
              st.integers(0, 4)),
    st.sampled_from(("a*", "*b", "?", "*", "a-b*", "*-a")).map(tree.Wildcard),
    st.builds(tree.Fuzzy, letters, st.integers(1, 2)),
    st.sampled_from(("a|b", "[ab]+", "a.?", r"\w")).map(tree.Regex),
)
sides = stretches | st.lists(stretches, min_size=2, max_size=3).map(tuple).map(tree.Or)
nears = st.one_of(
    st.builds(tree.Near, sides, sides, st.integers(0, 5)),
    st.builds(tree.Before, sides, sides, st.integers(0, 5)),
    stretches,
)


@SETTINGS
@given(st.lists(texts, min_size=1, max_size=8), st.lists(nears, min_size=20, max_size=20))
def test_what_is_near_is_found_where_it_stands(bodies: list[str], asked: list[tree.Node]) -> None:
    corpus = [
        Stored(number, Cable(id=f"08NOWHERE{number}", body=body, articles=(body, "b a", body[::-1])))
        for number, body in enumerate(bodies, 1)
    ]
    referee = Referee(corpus)
    with TemporaryDirectory() as folder:
        engine = tantivy_at_once(Path(folder), corpus)
        for part in asked:
            for query in (
                tree.In("body", part), tree.In("article", part), tree.Not(tree.In("body", part)),
                tree.And((tree.In("body", tree.Word("a")), tree.In("body", part))),
                tree.Or((tree.In("body", tree.Word("x")), tree.In("body", part))),
            ):
                assert numbers(engine, query) == numbers(referee, query)
        engine.close()


@given(texts, nears)
def test_a_text_is_looked_at_as_the_referee_does(body: str, asked: tree.Node) -> None:
    made = lower(tree.In("body", asked))
    if isinstance(made, Term | Phrase | Expand | Room | Near):
        assert standing(made)(body) == bool(spans(asked, terms(body)))


@SETTINGS
@given(st.data())
def test_citedby_follows_the_references(data: st.DataObject) -> None:
    ids = ("08STATE1", "07RIGA5", "10TELAVIV3", "09NOWHERE7")
    cites = st.lists(st.sampled_from((*ids, "05STATE10")), max_size=3)
    corpus = [
        Stored(number, Cable(id=one, references=tuple(
            Reference(cited, "cable", cited) for cited in data.draw(cites))))
        for number, one in enumerate(ids, 1)
    ]
    with TemporaryDirectory() as folder:
        engine = tantivy_piecemeal(Path(folder), corpus)
        several: list[tree.Node] = [*map(tree.Word, ids), tree.Wildcard("0*"), tree.Word("05STATE10")]
        for asked in several:
            query = tree.In("citedby", asked)
            assert numbers(engine, query) == numbers(Referee(corpus), query)
        engine.close()
