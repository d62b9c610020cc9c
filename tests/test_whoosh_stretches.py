"""The Whoosh engine: where words stand, and what cables of any segment cite."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import Stored
from indexer.cable import Cable, Recipient, Reference
from indexer.document import document
from indexer.engines import whoosh as writer
from queries import parse, tree
from queries.engines.base import Sort
from queries.engines.referee_words import spans
from queries.engines.whoosh import WhooshIndex, open_index
from queries.engines.whoosh_positions import follows
from queries.together import together

from .contract.documents import documents
from .contract.engines import DEADLINE, MemoryShelf, numbers
from .whoosh_index import found, segments


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


@pytest.mark.parametrize("query", [
    "info:(end NEAR/99 start)", "info:(end BEFORE/99 start)", 'info:"end start"~99',
    'info:("the end" NEAR/99 "start here")', "info:(en* NEAR/99 /st.*/)", 'info:"end start"',
])
def test_nothing_goes_from_one_text_of_a_field_to_the_next(index: Path, query: str) -> None:
    texts = ("the end", "start here")
    apart = Cable(id="08NOWHERE1", info=tuple(Recipient("", text) for text in texts))
    one = Cable(id="08NOWHERE2", info=(Recipient("", " ".join(texts)),))
    writer.update(index, (), documents(apart, one))
    assert found(index, query) == [2]


_PLACES = st.sets(st.integers(0, 30), max_size=8).map(sorted)


@given(_PLACES, _PLACES, st.integers(0, 5), st.integers(0, 5))
def test_what_follows_is_found_as_if_each_pair_was_looked_at(
    firsts: list[int], seconds: list[int], least: int, room: int
) -> None:
    most = least + room
    expected = any(least <= second - first <= most for first, second in product(firsts, seconds))
    assert follows(firsts, seconds, least, most) == expected


@given(
    st.lists(st.sampled_from("abx"), max_size=25), st.integers(1, 2), st.integers(1, 2),
    st.integers(1, 6),
)
def test_words_together_are_found_as_the_referee_finds_them(
    words: list[str], some: int, others: int, room: int
) -> None:
    asked = tree.Phrase(" ".join("a" * some + "b" * others), room)
    places = [[place for place, word in enumerate(words) if word == name] for name in "ab"]
    made = list(together(places, [some, others], some + others + room))
    assert made == sorted(spans(asked, words))


# Cited by


def citing(name: str, *ids: str) -> Cable:
    return Cable(id=name, references=tuple(Reference(one, "cable", one) for one in ids))


class CountingShelf(MemoryShelf):
    asked = 0

    def cited(self, numbers: Sequence[int]) -> set[str]:
        self.asked += 1
        return super().cited(numbers)


@pytest.fixture
def three_segments(index: Path) -> WhooshIndex:
    """Cables that cite each other across segments; what 3 was before cited 08RIGA1."""
    cables = (
        citing("08RIGA1", "08RIGA2", "08RIGA3"), citing("08RIGA2", "08RIGA3"), citing("08RIGA3", "08 Riga 00004"),
        citing("08RIGA4", "08RIGA9"),
    )
    first, second, third, fourth = documents(*cables)
    before = document(Stored(3, citing("08RIGA3", "08RIGA1")))
    writer.update(index, (), [first, before])
    writer.update(index, (), [second])
    writer.update(index, (3,), [third, fourth])
    assert len(segments(index)) == 3
    return open_index(index, CountingShelf([Stored(n, c) for n, c in enumerate(cables, 1)]))


@pytest.mark.parametrize(("query", "hits"), [
    ("citedby:08RIGA1", [2, 3]), ("citedby:08RIGA2", [3]), ("citedby:08RIGA3", [4]), ("citedby:08RIGA4", []),
    ("citedby:08*", [2, 3, 4]), ("-citedby:08*", [1]), ("citedby:08RIGA3,08RIGA2", [3, 4]),
    ("citedby:(08* -08RIGA1)", [3, 4]), ("-citedby:08RIGA1 citedby:08RIGA3", [4]),
])
def test_cables_cited_from_any_segment_are_found(
    three_segments: WhooshIndex, query: str, hits: list[int]
) -> None:
    assert numbers(three_segments, parse(query)) == hits


def test_a_cable_that_is_deleted_cites_nothing(index: Path) -> None:
    cables = citing("08RIGA1", "08RIGA2"), citing("08RIGA2")
    writer.update(index, (), documents(*cables))
    shelf = MemoryShelf([Stored(n, cable) for n, cable in enumerate(cables, 1)])
    assert numbers(open_index(index, shelf), parse("citedby:08RIGA1")) == [2]
    writer.update(index, (1,), ())
    assert numbers(open_index(index, shelf), parse("citedby:08RIGA1")) == []


def test_citations_are_looked_up_once_for_a_query(three_segments: WhooshIndex) -> None:
    shelf = three_segments._shelf
    assert isinstance(shelf, CountingShelf)
    three_segments.search(parse("citedby:08* OR citedby:08*^2"), 0, Sort.SCORE, DEADLINE)
    assert shelf.asked == 1


def test_cables_cited_by_many_are_found_as_those_cited_by_few(index: Path) -> None:
    many = [citing(f"08RIGA{n}", f"08RIGA{n + 1}") for n in range(1, 200)]
    writer.update(index, (), documents(*many))
    opened = open_index(index, MemoryShelf([Stored(n, c) for n, c in enumerate(many, 1)]))
    assert sorted(numbers(opened, parse("citedby:08RIGA*"))) == list(range(2, 200))
    assert numbers(opened, parse("citedby:08RIGA17")) == [18]


def test_patterns_and_citations_count_one(three_segments: WhooshIndex) -> None:
    for query in ("citedby:08RIGA1", "id:08*", "cites:08RIGA3", "has:citedby"):
        hits = three_segments.search(parse(query), 0, Sort.SCORE, DEADLINE)
        assert {hit.score for hit in hits} == {1.0}
