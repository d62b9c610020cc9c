"""From the tree to the plan that an engine translates."""

from datetime import date

import pytest

from queries import parse, plan
from queries.capabilities import Capability, check_capabilities
from queries.errors import QueryError
from queries.lower import lower
from queries.patterns import Wild
from queries.plan import Form, Numbers, Value
from queries.tree import Near, Node, Range, Word

STEM, UNSTEMMED = Form.STEM, Form.UNSTEMMED


def body(query: str) -> plan.Plan:
    """The plan of a query in the field body."""
    return lower(parse(f"body:({query})"))


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


@pytest.mark.parametrize(("query", "made"), [
    ("missiles", plan.Term("body", STEM, "missil")),
    ("=Missiles", plan.Term("body", UNSTEMMED, "missiles")),
    ("S/CT", plan.Phrase("body", STEM, ("s", "ct"))),
    ('"press statements"', plan.Phrase("body", STEM, ("press", "statement"))),
    ('="press statements"', plan.Phrase("body", UNSTEMMED, ("press", "statements"))),
    ("prolif*", plan.Expand("body", Wild("prolif*"))),
    ("post-Sov*", plan.Phrase("body", UNSTEMMED, ("post", Wild("sov*")))),
    ("a -b", plan.And((plan.Term("body", STEM, "a"), plan.Not(plan.Term("body", STEM, "b"))))),
    ("a^3", plan.Boost(plan.Term("body", STEM, "a"), 3.0)),
])
def test_words_of_a_text(query: str, made: plan.Plan) -> None:
    assert body(query) == made


def test_outside_a_field_each_leaf_asks_subject_and_body_and_the_subject_counts_double() -> None:
    asked = lower(parse("missile harvest"))
    assert asked == plan.And(tuple(
        plan.Or((
            plan.Boost(plan.Term("subject", STEM, stem), 2.0), plan.Term("body", STEM, stem)
        ))
        for stem in ("missil", "harvest")
    ))


@pytest.mark.parametrize(("query", "made"), [
    ("*", plan.All()),
    ("has:tag", Value("has", "tag")),
    ("tag:PREL", Value("tag", "prel")),
    ('post:"Tel Aviv"', Value("post", "telaviv")),
    ("tag:PR*", plan.ExpandValue("tag", Wild("pr*"))),
    ('id:"2008 STATE 00012"', Value("id", "08state12")),
    ("partial:no", plan.Not(Value("partial", "yes"))),
    ("year:2008", Numbers("year", 2008, 2008)),
    ("refs:>3", Numbers("refs", 4, 10**9)),
    ("refs:[2 TO 5}", Numbers("refs", 2, 4)),
    ("date:2008-11", Numbers("date", day(2008, 11, 1), day(2008, 11, 30))),
    ("date:2008-11..2009-02", Numbers("date", day(2008, 11, 1), day(2009, 2, 28))),
    ("after:2008-02", Numbers("date", day(2008, 3, 1), date.max.toordinal())),
    ("declass:2018", Numbers("declass", day(2018, 1, 1), day(2018, 12, 31))),
    ("declass:OADR", Value("declass", "oadr")),
])
def test_other_fields(query: str, made: plan.Plan) -> None:
    assert lower(parse(query)) == made


@pytest.mark.parametrize("node", [Word("..."), Range("1", "2")])
def test_what_no_text_can_hold_finds_nothing(node: Node) -> None:
    nothing = plan.Nothing()
    asked = lower(node)
    assert asked == plan.Or((plan.Boost(nothing, 2.0), nothing))


@pytest.mark.parametrize(("query", "needed"), [
    ("canbera~", Capability.FUZZY),
    ("NOT (tag:PREL OR canbera~2)", Capability.FUZZY),
    ("/a[bc]+/", Capability.REGEX),
    ('"press statement"~3', Capability.ROOM),
    ("a NEAR/5 b", Capability.NEAR),
    ("a BEFORE/5 b", Capability.BEFORE),
    ("subject:(a NEAR/5 b)^2", Capability.NEAR),
    ("citedby:08STATE1", Capability.CITED_BY),
])
def test_what_an_engine_cannot_do_is_said(query: str, needed: Capability) -> None:
    tree = parse(query)
    check_capabilities(tree, "other", {needed})
    with pytest.raises(QueryError, match="the engine some cannot") as caught:
        check_capabilities(tree, "some", set(Capability) - {needed})
    assert caught.value.code == "cannot"
    assert caught.value.remedy


def test_parts_of_a_near_are_looked_at_too() -> None:
    tree = Near(Word("a"), parse("b~"), 5)
    with pytest.raises(QueryError, match="spelt alike"):
        check_capabilities(tree, "some", {Capability.NEAR})


def test_plain_queries_need_nothing() -> None:
    query = parse('tag:PREL "press statement" -prolif* date:2008 has:subject cites:08STATE1 =a^2')
    check_capabilities(query, "none", frozenset())


def counted(query: str) -> list[str]:
    """The stems of the body that a query ranks by."""

    def walk(part: plan.Plan, factor: float) -> list[str]:
        match part:
            case plan.And(parts) | plan.Or(parts):
                return [stem for one in parts for stem in walk(one, factor)]
            case plan.Boost(one, times):
                return walk(one, factor * times)
            case plan.Term("body", _, stem) if factor:
                return [stem]
            case _:
                return []

    return walk(lower(parse(query)), 1.0)


@pytest.mark.parametrize(("query", "stems"), [
    ("what is the missile", ["missil"]),
    ("What OR Missile", ["missil"]),
    ("(what OR which) (missile OR rocket)", ["missil", "rocket"]),
    ("body:(the missile) which", ["missil"]),
    ("(the missile)^2 of", ["missil"]),
    ('the "press statement"', []),
    ("the prolif*", []),
    ("the (press NEAR statement)", []),
])
def test_stop_words_count_nothing_beside_other_words(query: str, stems: list[str]) -> None:
    assert counted(query) == stems


@pytest.mark.parametrize(("query", "stems"), [
    ("the", ["the"]),
    ("what is the", ["what", "is", "the"]),
    ("the tag:PREL date:2008 has:subject *", ["the"]),
    ("the -missile", ["the"]),
    ("=the missile", ["the", "missil"]),
    ('"the" missile', ["the", "missil"]),
    ("the^3 missile", ["the", "missil"]),
    ("DOE missile", ["doe", "missil"]),  # the stem of "does" as well
    ("WHO US missile", ["who", "us", "missil"]),
])
def test_other_words_count_and_stop_words_where_there_are_no_others(
    query: str, stems: list[str]
) -> None:
    assert counted(query) == stems


def test_a_stop_word_is_looked_for_though_it_counts_nothing() -> None:
    assert body("the missile") == plan.And((
        plan.Boost(plan.Term("body", STEM, "the"), 0.0), plan.Term("body", STEM, "missil")
    ))


def test_stop_words_side_by_side_are_a_phrase_that_counts() -> None:
    assert body("A/it missile") == plan.And((
        plan.Phrase("body", STEM, ("a", "it")), plan.Term("body", STEM, "missil")
    ))
