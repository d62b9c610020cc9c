"""Any query finds the same in any cables on the referee and on every engine.

``CABLES_PAIRS=20000 pytest tests/test_agreement.py`` asks so many queries, and not 500.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.archive import Stored
from indexer.cable import Cable, Problem, Recipient, Reference, Tag
from indexer.engines import whoosh_merge
from queries import tree
from queries.engines.base import ReadEngine, Sort
from queries.errors import QueryError
from queries.regexes import check_regex

from .contract.engines import COUNT_DELETED, DEADLINE, MAKERS, numbers
from .strategies import trees

PAIRS = int(os.environ.get("CABLES_PAIRS", "500"))
"""How many queries are asked, each of some cables."""

TOGETHER = 10
"""Queries that are asked of the same cables: making the indexes takes longer than asking."""

WORDS = (
    "missile", "missiles", "Missile's", "export", "exported", "café", "cafe\u0301", "CAFE", "051",
    "51", "2,500", "2500", "U.S.", "us", "S/CT", "ct", "post-Soviet", "soviet", "posts", "1.4(b)",
    "L'Estrange", "estrange", "XXXXX", "xxx", "sXXXXXsaid", "São", "Москва", "straße", "strasse",
    "naïve", "a_b", "a", "b", "½", "ﬁsh", "fish", "x\u00ady", "xy", "...", "-",
)
FEW = ("a", "b", "missile", "export", "xxx")
"""Words that often stand near each other."""

IDS = ("08STATE12", "07RIGA5", "10TELAVIV3")
CODES = ("PREL", "PARM", "prel", "P REL", "é", "OADR", "08STATE12", "08 State 012", "07RIGA5")
DATES = ("", "2008-11-12T18:33Z", "2008-11-30", "2009-02-28T23:59Z", "1966-01-01", "2008-02-29")

texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=7), st.lists(st.sampled_from(FEW), max_size=12)
).map(" ".join)
codes = st.sampled_from(CODES)
names = st.lists(texts.map(lambda name: Recipient("", name)), max_size=3).map(tuple)

cables = st.builds(
    Cable, id=st.sampled_from(("", *IDS)), post=codes | st.just(""),
    year=st.sampled_from((0, 1966, 2008, 2009)), created=st.sampled_from(DATES),
    released=st.sampled_from(DATES), precedence=st.sampled_from(("", "O", "P R", "x")),
    classification=texts, caveats=st.lists(texts, max_size=3).map(tuple), origin=texts,
    sender=texts, to=names, info=names, subject=texts, body=texts, summary=texts, comment=texts,
    declass=st.sampled_from((*DATES, "OADR", "N/A", "x 1")), classified_by=texts, signer=texts,
    tags=st.lists(st.builds(Tag, codes, st.just(""), st.just("")), max_size=3).map(tuple),
    references=st.lists(
        st.builds(Reference, texts, st.just("cable"), st.sampled_from(("", *IDS, *CODES))),
        max_size=4,
    ).map(tuple),
    form=st.sampled_from(("page", "dump")), articles=st.lists(texts, max_size=2).map(tuple),
    partial=st.booleans(),
    problems=st.lists(st.builds(Problem, st.just(""), texts, texts), max_size=2).map(tuple),
)  # fmt: skip
corpora = st.lists(cables, min_size=2, max_size=9).map(
    lambda made: [Stored(number, cable) for number, cable in enumerate(made, 1)]
)


PIECES = (
    "a", "b", "m", "miss", "ile", "s", "s?", ".", ".*", r"\w", r"\w+", r"\w{2,5}", r"\d", r"\d*", r"\W",
    r"\D", "[a-m]", "[^e]", r"[\d\w]", "[^b-z]+", "(ile|iles)", "(?:ex|im)port", "e+", "É", "ß", "ß+",
    "x{3}", "5", "1", "08", "state", "c|t", r"\-", r"\.", "cafe\u0301", "[\u0420-\u042f]",
)  # fmt: skip
PATTERNS = (
    "miss.*", r"exp\w+", r"\d+", "[a-c]", "s|ct", "po.ts?", "pr.l", r"07\w+5", r"0.*\W.*", "stra(ß)?e",
    "CAFÉ", r".*", r"\w", "(naive|м.*)", "[^a-z]{2,}", "p.?.?el", "oadr|x.*",
)  # fmt: skip


def valid(pattern: str) -> bool:
    try:
        check_regex(pattern, 0, len(pattern))
    except QueryError:
        return False
    return True


patterns = st.sampled_from(PATTERNS) | st.lists(
    st.sampled_from(PIECES), min_size=1, max_size=4
).map("".join).filter(valid)
distances = st.sampled_from((0, 1, 2, 3, 5, 99))
room = st.sampled_from((0, 1, 2, 4, 99))

Draw = Callable[[st.SearchStrategy[str]], str]
DrawNumber = Callable[[st.SearchStrategy[int]], int]


def to_the_point(node: tree.Node, text: Draw, number: DrawNumber) -> tree.Node:
    """The tree with patterns that the words above can match, and with distances as short as the
    texts are."""
    def below(part: tree.Node) -> tree.Node:
        return to_the_point(part, text, number)

    match node:
        case tree.Regex():
            return tree.Regex(text(patterns))
        case tree.Phrase(words, slop) if slop:
            return tree.Phrase(words, number(room))
        case tree.Near(left, right) | tree.Before(left, right):
            return type(node)(below(left), below(right), number(distances))
        case tree.And(parts) | tree.Or(parts):
            return type(node)(tuple(map(below, parts)))
        case tree.Not(part):
            return tree.Not(below(part))
        case tree.Boost(part, factor):
            return tree.Boost(below(part), factor)
        case tree.In(field, part):
            return tree.In(field, below(part))
        case _:
            return node


lines = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join)
words = (st.sampled_from(WORDS) | codes | lines).filter(lambda text: any(map(str.isalnum, text)))
few = st.lists(st.sampled_from(FEW), min_size=1, max_size=3).map(" ".join)
plain = (tree.Word, tree.Exact, tree.Wildcard)
near = (tree.Word, tree.Exact, tree.Phrase, tree.Wildcard, tree.Fuzzy, tree.Regex)
joins = (tree.And, tree.Or, tree.Not, tree.Boost)
kinds = (
    trees(words=words),
    trees(plain, ("subject", "to", "tag"), joins, words),
    trees(near, ("body",), (tree.Near, tree.Before, tree.Not), few),
    trees(near, ("info",), (tree.Near, tree.Before), few),
    trees((tree.Word, tree.Wildcard), ("citedby", "cites", "id"), joins, st.sampled_from(IDS)),
)


@st.composite
def queries(draw: st.DrawFn) -> tree.Node:
    return to_the_point(draw(st.one_of(kinds)), draw, draw)


SETTINGS = settings(
    max_examples=PAIRS // TOGETHER, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@SETTINGS
@given(corpora, st.lists(queries(), min_size=TOGETHER, max_size=TOGETHER))
def test_the_engines_agree(corpus: list[Stored], asked: list[tree.Node]) -> None:
    with ExitStack() as open_ones, patch.object(whoosh_merge, "_TOGETHER", 2):
        engines = {}
        for name, make in MAKERS.items():
            folder = Path(open_ones.enter_context(TemporaryDirectory()))
            engines[name] = open_ones.enter_context(closing(make(folder, corpus)))
        referee = engines.pop("referee")
        for query in asked:
            for engine in engines.values():
                assert_agreement(engine, referee, query)
            assert_same_scores(engines, query)


def assert_agreement(engine: ReadEngine, referee: ReadEngine, query: tree.Node) -> None:
    for sort in (Sort.ID, Sort.DATE, Sort.NEWEST):
        assert numbers(engine, query, sort) == numbers(referee, query, sort)
    assert sorted(numbers(engine, query, Sort.SCORE)) == sorted(numbers(referee, query))
    assert engine.count(query, DEADLINE) == referee.count(query, DEADLINE)


def assert_same_scores(engines: dict[str, ReadEngine], query: tree.Node) -> None:
    """Those of one engine do not depend on how its index came to be, but where it counts what was
    deleted."""
    lists: dict[str, Sequence[object]] = {}
    for name, engine in engines.items():
        engine_name = name.partition(" ")[0]
        if engine_name not in COUNT_DELETED:
            hits = engine.search(query, 0, Sort.SCORE, DEADLINE)
            assert hits == lists.setdefault(engine_name, hits)


def test_there_is_more_than_one_engine_to_compare() -> None:
    assert len(MAKERS) > 2
