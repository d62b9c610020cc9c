"""Any query finds the same in any cables on the referee and on the Whoosh engine."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.archive import Stored
from indexer.cable import Cable, Problem, Recipient, Reference, Tag
from indexer.engines import whoosh_merge
from queries import tree
from queries.engines.base import Sort
from queries.engines.referee import Referee

from .contract.engines import DEADLINE, numbers, whoosh_at_once, whoosh_piecemeal
from .strategies import NAMES, trees

WORDS = (
    "missile", "missiles", "Missile's", "export", "exported", "café", "cafe\u0301", "CAFE", "051",
    "51", "2,500", "2500", "U.S.", "us", "S/CT", "ct", "post-Soviet", "soviet", "posts", "1.4(b)",
    "L'Estrange", "estrange", "XXXXX", "xxx", "sXXXXXsaid", "São", "Москва", "straße", "strasse",
    "naïve", "a_b", "a", "b", "½", "ﬁsh", "fish", "x\u00ady", "xy", "...", "-",
)
CODES = ("PREL", "PARM", "prel", "P REL", "é", "OADR", "08STATE12", "08 State 012", "07RIGA5")
DATES = ("", "2008-11-12T18:33Z", "2008-11-30", "2009-02-28T23:59Z", "1966-01-01", "2008-02-29")

texts = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
codes = st.sampled_from(CODES)
names = st.lists(texts.map(lambda name: Recipient("", name)), max_size=3).map(tuple)

cables = st.builds(
    Cable, id=st.sampled_from(("", "08STATE12", "07RIGA5", "10TELAVIV3")), post=codes | st.just(""),
    year=st.sampled_from((0, 1966, 2008, 2009)), created=st.sampled_from(DATES),
    released=st.sampled_from(DATES), precedence=st.sampled_from(("", "O", "P R", "x")),
    classification=texts, caveats=st.lists(texts, max_size=3).map(tuple), origin=texts,
    sender=texts, to=names, info=names, subject=texts, body=texts, summary=texts, comment=texts,
    declass=st.sampled_from((*DATES, "OADR", "N/A", "x 1")), classified_by=texts, signer=texts,
    tags=st.lists(st.builds(Tag, codes, st.just(""), st.just("")), max_size=3).map(tuple),
    references=st.lists(
        st.builds(Reference, texts, st.just("cable"), codes | st.just("")), max_size=4
    ).map(tuple),
    form=st.sampled_from(("page", "dump")), articles=st.lists(texts, max_size=2).map(tuple),
    partial=st.booleans(),
    problems=st.lists(st.builds(Problem, st.just(""), texts, texts), max_size=2).map(tuple),
)  # fmt: skip
corpora = st.lists(cables, min_size=1, max_size=9).map(
    lambda made: [Stored(number, cable) for number, cable in enumerate(made, 1)]
)


def exact_room(node: tree.Node) -> tree.Node:
    """The tree with every phrase without room, which the Whoosh engine does not know yet."""
    match node:
        case tree.Phrase(text, _):
            return tree.Phrase(text)
        case tree.And(parts):
            return tree.And(tuple(map(exact_room, parts)))
        case tree.Or(parts):
            return tree.Or(tuple(map(exact_room, parts)))
        case tree.Not(part):
            return tree.Not(exact_room(part))
        case tree.Boost(part, factor):
            return tree.Boost(exact_room(part), factor)
        case tree.In(field, part):
            return tree.In(field, exact_room(part))
        case _:
            return node


lines = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join)
words = (st.sampled_from(WORDS) | codes | lines).filter(lambda text: any(map(str.isalnum, text)))
leaves = (
    tree.Word, tree.Exact, tree.Phrase, tree.Wildcard, tree.Range, tree.Everything, tree.Has,
)  # fmt: skip
joins = (tree.And, tree.Or, tree.Not, tree.Boost)
all_fields = tuple(name for name in NAMES if name != "citedby")
queries = st.one_of(
    trees((tree.Word, tree.Exact, tree.Wildcard), ("subject", "to", "tag"), joins, words),
    trees(leaves, all_fields, joins, words),
).map(exact_room)

SETTINGS = settings(
    max_examples=50, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@SETTINGS
@given(corpora, st.lists(queries, min_size=10, max_size=10), st.booleans())
def test_the_engines_agree(corpus: list[Stored], asked: list[tree.Node], at_once: bool) -> None:
    referee = Referee(corpus)
    make = whoosh_at_once if at_once else whoosh_piecemeal
    with TemporaryDirectory() as folder, patch.object(whoosh_merge, "_TOGETHER", 2):
        whoosh = make(Path(folder), corpus)
        for query in asked:
            for sort in (Sort.ID, Sort.DATE, Sort.NEWEST):
                assert numbers(whoosh, query, sort) == numbers(referee, query, sort)
            assert sorted(numbers(whoosh, query, Sort.SCORE)) == sorted(numbers(referee, query))
            assert whoosh.count(query, DEADLINE) == referee.count(query, DEADLINE)
        whoosh.close()
