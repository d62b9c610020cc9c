"""What is suggested for a query that found nothing: always true, and never what finds nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from indexer.archive import Stored
from indexer.cable import Cable
from queries import parse
from queries.engines.base import Deadline, Sort, TimedOut
from queries.engines.referee import Referee
from queries.errors import QueryError
from queries.hits import Hit, make_hit
from queries.patterns import fuzzy_test
from queries.scopes import scope_names
from queries.suggest import SECONDS, Advice, advise, suggestions
from queries.tree import Node

from .cables import make_cable
from .strategies import trees

Refusal = Callable[[Node], bool]


class Archive:
    """Cables in memory that are searched by the referee; it refuses some queries, as engines do,
    and notes what it was asked."""

    def __init__(self, cables: Sequence[Cable], refuses: Refusal = lambda _: False) -> None:
        self.stored = {number: Stored(number, cable) for number, cable in enumerate(cables)}
        self.engine = Referee(self.stored.values())
        self.refuses = refuses
        self.timeouts: list[float] = []

    def count(self, query: Node, *, timeout: float) -> int:
        return self.engine.count(query, self._deadline(query, timeout))

    def stream(
        self, query: Node, *, limit: int, sort: Sort, timeout: float, snippets: int
    ) -> Iterator[Hit]:
        assert snippets == 0
        ranked = self.engine.search(query, limit, sort, self._deadline(query, timeout))
        return (make_hit(1, self.stored[one.number].listed(), 0.0, ()) for one in ranked)

    def cable(self, name: str) -> Stored | None:
        return next((one for one in self.stored.values() if one.cable.id == name), None)

    def _deadline(self, query: Node, timeout: float) -> Deadline:
        self.timeouts.append(timeout)
        if self.refuses(query):
            raise QueryError("cannot", "", 0, 0, "the engine cannot", "write something else")
        return Deadline(timeout)


@cache
def archive() -> Archive:
    """Eight cables; canberra is in three of them, canbery in one."""
    return Archive([
        make_cable("08NOWHERE1", "MISSILES IN CANBERRA", ("A press statement was read.",),
                   ("PREL", "MOPS"), created="2008-11-12T18:33Z"),
        make_cable("08NOWHERE2", "CANBERRA: MISSILE TALKS", ("A statement to the press.",),
                   ("PREL",), cites=("05STATE1",)),
        make_cable("08NOWHERE3", "TO CANBERRA AND BACK", ("Nonproliferation, again.",), ("PARM",)),
        make_cable("08NOWHERE4", "CANBERY JAM", ("The harvest report is late. Fish, in the"
                                                  " sea.",), ("EAGR", "IZ")),
        make_cable("09NEWHAVEN5", "FISH", ("Kites were seen, and one more kite.",), ("EFIS",),
                   cites=("05STATE1",)),
        make_cable("09NEWHAVEN6", "KITES", ("A kite.",), ("EFIS",)),
        replace(make_cable("09BAGHDAD7", "BELLS", ("Bells.",), ("SCUL",)),
                classification="SECRET", sender="AMEMBASSY BAGHDAD", precedence="O"),
        make_cable("07BASRAH8", "BELLS TOO", ("Bells.",), ("SCUL", "MACE, JO")),
    ])


def advice(query: str) -> Advice:
    return advise(archive(), parse(query), timeout=60)


def meant(query: str) -> list[tuple[str, str, int]]:
    return [(one.asked, one.meant, one.cables) for one in advice(query).suggestions]


WORDS = [
    ("canbera", "canberra", 3),  # not canbery, which is as near and in fewer cables
    ("CANBERA", "canberra", 3),
    ("cnaberra", "canberra", 3),
    ("canbrea", "canberra", 3),  # two letters
    ("=canbera", "=canberra", 3),
    ("camberr~", "canberra", 3),
    ("subject:canbera", "subject:canberra", 3),
    ("title:misile", "subject:missile", 2),
    ("class:secrt", "class:secret", 1),
    ("from:bagdad", "from:baghdad", 1),
    ('"press statment"', '"press statement"', 1),
    ('"pres statment"', '"press statement"', 1),
    ("press-statment", "press-statement", 1),
    ('="press statment"', '="press statement"', 1),
    ('"statment press"~4', '"statement press"~4', 2),
    ("harvestreport", '"harvest report"', 1),
    ("=harvestreport", '="harvest report"', 1),
    ("non-proliferation", "nonproliferation", 1),
    ('"non proliferation"', '"nonproliferation"', 1),
    ("non proliferation", "nonproliferation", 1),
    ("subject:(can berra)", "subject:canberra", 3),
]


@pytest.mark.parametrize(("query", "better", "cables"), WORDS)
def test_a_word_that_no_cable_has(query: str, better: str, cables: int) -> None:
    (one,) = advice(query).suggestions
    assert (one.asked, one.meant, one.query, one.cables) == (
        str(parse(query)), better, better, cables)
    number = "1 cable" if cables == 1 else f"{cables} cables"
    assert one.message == f"no cable has {one.asked}: did you mean {better} ({number})?"


def test_of_words_that_are_as_near_the_one_in_more_cables_is_meant_and_then_the_first() -> None:
    cables = [make_cable(f"08NOWHERE{n}", word)
              for n, word in enumerate(("ROCKETRY", "POCKETS", "POCKETS", "ROCKETS", "DOCKETS"), 1)]
    for asked, better in (("sockets", "pockets"), ("rockett", "rockets"), ("mocketry", "rocketry")):
        (one,) = suggestions(Archive(cables), parse(f"={asked}"), timeout=60)
        assert one.meant == f"={better}"
    (one,) = suggestions(Archive(cables[2:]), parse("=sockets"), timeout=60)
    assert one.meant == "=dockets"


VALUES = [
    ("tag:PRLE", "tag:PREL", "external political relations, 2 cables"),
    ("tag:iraq", "tag:IZ", "Iraq, 1 cable"),
    ('tag:"commercial fishing"', "tag:EFIS", "commercial fishing and fish processing, 2 cables"),
    ("tag:PREX", "tag:PREL", "external political relations, 2 cables"),
    ('tag:"mace jo"', 'tag:MACE\\,\\ JO', "1 cable"),
    ("post:Nwehavne", "post:NEWHAVEN", "2 cables"),
    ("post:iraq", "post:BAGHDAD,BASRAH", "2 cables"),
    ("precedence:imediate", "precedence:immediate", "1 cable"),
    ("form:pgae", "form:page", "8 cables"),
]


@pytest.mark.parametrize(("query", "better", "about"), VALUES)
def test_a_value_that_no_cable_has(query: str, better: str, about: str) -> None:
    (one,) = advice(query).suggestions
    assert parse(one.query) == parse(better)
    assert one.message == f"no cable has {one.asked}: did you mean {one.meant} ({about})?"


def test_a_cable_of_another_year_or_those_that_cite_it() -> None:
    (one,) = advice("id:07NOWHERE1").suggestions
    assert one.query == "id:08NOWHERE1"
    assert one.message == "07NOWHERE1 is not in the archive: did you mean 08NOWHERE1?"
    (one,) = advice("id:05STATE1 missile").suggestions
    assert one.query == "cites:05STATE1 AND missile"
    assert one.message == "05STATE1 is not in the archive, but 2 cables cite it"


def test_the_better_word_is_put_into_the_whole_query() -> None:
    query = "missile (canbera OR kiev) -tag:PARM"
    assert meant(query) == [("canbera", "canberra", 3)]
    assert advice(query).suggestions[0].query == "missile AND (canberra OR kiev) AND NOT tag:PARM"
    assert advice("canbera^2").suggestions[0].query == "canberra^2"
    assert advice("tag:PRLE,PARX").suggestions[0].query == "tag:PREL,PARM"
    assert advice("misile NEAR/3 canbera").suggestions[0].query == "missile NEAR/3 canberra"


def test_several_words_are_mended_in_one_query() -> None:
    found = advice("misile canbera").suggestions
    assert [(one.asked, one.meant) for one in found] == [
        ("misile", "missile"), ("canbera", "canberra")]
    assert {one.query for one in found} == {"missile AND canberra"}


def test_a_word_that_fits_the_rest_of_the_query_is_better_than_one_in_more_cables() -> None:
    assert meant("canbera jam") == [("canbera", "canbery", 1)]


def test_what_is_left_out_or_found_is_not_mended() -> None:
    assert meant("misile -kiet") == [("misile", "missile", 2)]
    assert advice("misile -kiet").suggestions[0].query == "missile AND NOT kiet"
    assert advice("missile OR canbera") == Advice()
    assert advice("canberra") == Advice()


@pytest.mark.parametrize(("query", "better"), [
    ('"talks missile"', "talks AND missile"), ('="talks canberra"', "=talks AND =canberra"),
    ('subject:"talks missile"', "subject:(talks AND missile)"),
])
def test_words_that_stand_in_cables_but_not_side_by_side(query: str, better: str) -> None:
    (one,) = advice(query).suggestions
    assert one.query == better
    assert one.message == f"no cable has {query} side by side: did you mean {better} (1 cable)?"


def test_words_that_stand_in_cables_but_not_near() -> None:
    assert meant("fish NEAR/0 kite") == [("fish NEAR/0 kite", "fish AND kite", 1)]
    assert meant('"press talks"~0 NEAR/2 canberra') == []


REASONS = [
    ("xyzzy", []),
    ("missile xyzzy", ["no cable has xyzzy"]),
    ('"missile xyzzy"', ["no cable has xyzzy"]),
    ("missile xyzzy subject:plugh", ["no cable has xyzzy", "no cable has subject:plugh"]),
    ("12345", []),  # the nearest number is another thing
    ("tag:MTCRE", ["no cable has tag:MTCRE (Missile Technology Control Regime)"]),
    ("tag:QQQQ", ["no cable has tag:QQQQ, which is no known code"]),
    ("id:08NOWHERE99", ["08NOWHERE99 is not in the archive"]),
    ("has:article", ["no cable has any article"]),
    ("date:2015", ["no cable has date:2015: the first is of 2008-11-12, the last of 2008-11-12"]),
    ("before:1970", ["no cable has date:<1970: the first is of 2008-11-12, the last of"
                     " 2008-11-12"]),
    ("tag:PREL kite", ["each part alone finds cables, but no cable has all: tag:PREL 2, kite 2"]),
    ("subject:(jam bells)", ["each part alone finds cables, but no cable has all: subject:jam 1,"
                             " subject:bells 2"]),
    ("missile canberra kite", ["each part alone finds cables, but no cable has all: missile 2,"
                               " canberra 3, kite 2; without kite there are 2"]),
    ("missile fish kite bells", ["each part alone finds cables, but no cable has all: missile 2,"
                                 " fish 2, kite 2, bells 2"]),
    ("missile fish kite bells jam read late", []),  # too many to name
    ("missile -has:tag", []),
]


@pytest.mark.parametrize(("query", "reasons"), REASONS)
def test_where_nothing_is_better_it_says_why(query: str, reasons: list[str]) -> None:
    assert advice(query) == Advice(reasons=tuple(reasons))


def test_at_most_three_parts_are_mended_or_named() -> None:
    assert len(advice("misile OR canbera OR kiet OR bels").suggestions) == 3
    assert len(advice("xyzzy plugh frotz gnusto").reasons) == 3


def test_an_engine_that_cannot_tell_what_is_near_is_asked_for_all_else() -> None:
    def no_fuzzy(query: Node) -> bool:
        return "Fuzzy(" in repr(query)

    some = Archive([one.cable for one in archive().stored.values()], no_fuzzy)
    assert advise(some, parse("canbera missile")) == Advice(reasons=("no cable has canbera",))
    assert [one.query for one in suggestions(some, parse("tag:PRLE"))] == ["tag:PREL"]
    assert [one.query for one in suggestions(some, parse("harvestreport"))] == ['"harvest report"']


def test_a_query_that_cannot_be_answered_has_no_suggestions() -> None:
    assert advise(Archive([], lambda _: True), parse("canbera")) == Advice()


def test_a_part_that_cannot_be_answered_is_not_blamed() -> None:
    some = Archive([make_cable("08NOWHERE1")], lambda query: query == parse("m*i"))
    assert advise(some, parse("xyzzy m*i")) == Advice(reasons=("no cable has xyzzy",))


def test_an_archive_without_cables_has_nothing_near() -> None:
    assert advise(Archive([]), parse("canbera")) == Advice()
    assert suggestions(Archive([]), parse('date:2015 "a b" id:08STATE1 tag:PREX from:x')) == ()


@pytest.mark.parametrize("timeout", [0, -1.0, 1e-9])
def test_without_time_there_are_none_and_that_is_no_error(timeout: float) -> None:
    assert advise(archive(), parse("canbera"), timeout=timeout) == Advice()


def test_no_question_may_take_longer_than_what_is_left() -> None:
    some = Archive([make_cable("08NOWHERE1", "CANBERRA")])
    assert suggestions(some, parse("canbera flete"))
    assert some.timeouts[0] <= SECONDS
    assert some.timeouts == sorted(some.timeouts, reverse=True)
    assert min(some.timeouts) > 0


def test_where_the_time_ends_what_is_known_is_said() -> None:
    class Slow(Archive):
        def stream(
            self, query: Node, *, limit: int, sort: Sort, timeout: float, snippets: int
        ) -> Iterator[Hit]:
            raise TimedOut("the query took too long")

    assert advise(Slow([make_cable("08NOWHERE1")]), parse("canbera fleet")) == Advice(
        reasons=("no cable has canbera",))


def test_a_long_part_is_cut_where_it_is_said_and_nowhere_else() -> None:
    query = f'"press statment {" ".join(["kite"] * 20)}"'
    cable = make_cable("08NOWHERE1", query.replace("statment", "statement"))
    (one,) = suggestions(Archive([cable]), parse(query))
    assert one.query == query.replace("statment", "statement")
    assert "kit…: did you mean" in one.message
    assert len(one.message) < 200


WRITTEN = ("canbera", "misile", "press", "statment", "harvestreport", "non", "proliferation", "kiet",
           "PRLE", "08NOWHERE2", "2015", "S/CT", "*", "fish", "a b", "it's")


@settings(max_examples=150)
@given(trees(fields=("subject", "tag", "id", "date"), words=st.sampled_from(WRITTEN)))
def test_whatever_is_asked_each_suggestion_finds_cables_and_is_one_line(tree: Node) -> None:
    some = archive()
    found = advise(some, tree, timeout=60)
    if some.count(tree, timeout=60):
        assert found == Advice()
    for one in found.suggestions:
        assert some.count(parse(one.query), timeout=60)
        assert some.count(parse(one.meant), timeout=60) == one.cables > 0
        assert not some.count(parse(one.asked), timeout=60)
    for text in (*(one.message for one in found.suggestions), *found.reasons):
        assert len(text.splitlines()) == 1


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_nearness_is_measured_as_a_fuzzy_word_measures_it(one: str, other: str) -> None:
    for distance in (1, 2):
        near = OSA.distance(one, other) <= distance
        assert bool(fuzzy_test(one, distance)(other)) == near


def _slips(name: str) -> set[str]:
    """A letter left out, doubled, or exchanged with the next, at every place."""
    places = range(len(name))
    return {
        *(name[:place] + name[place + 1 :] for place in places),
        *(name[:place] + name[place] + name[place:] for place in places),
        *(name[:place] + name[place : place + 2][::-1] + name[place + 2 :] for place in places),
    }


@pytest.mark.parametrize("name", scope_names())
def test_a_slip_in_the_name_of_a_field_or_its_alias_gets_a_name_one_slip_away(name: str) -> None:
    for wrong in _slips(name) - set(scope_names()):
        if len(wrong) > 1:
            with pytest.raises(QueryError) as refused:
                parse(f"{wrong}:PREL")
            _, known, _ = refused.value.remedy.split("'", 2)
            assert known in scope_names()
            assert OSA.distance(wrong, known) == 1


@pytest.mark.parametrize(("query", "name"), [
    ("tgas:PREL", "tags"), ("sbuject:kite", "subject"), ("ofrm:page", "form"), ("clas:x", "class"),
    ("TGA:PREL", "tag"), ("has:sbuject", "subject"),
])
def test_the_nearest_name_of_a_field_is_meant(query: str, name: str) -> None:
    with pytest.raises(QueryError, match=f"did you mean '{name}'"):
        parse(query)
