"""What an index of any engine does through its commits: what is written is found, and no more."""

from dataclasses import replace
from threading import Thread

import pytest

from indexer.archive import Stored
from indexer.cable import Cable
from indexer.document import document
from queries import parse

from .contract.corpus import CABLES
from .contract.documents import bodies
from .contract.engines import DEADLINE, EVERYTHING, numbers
from .contract.small import Small


@pytest.mark.parametrize("query", EVERYTHING)
def test_an_empty_index_answers_everything_with_nothing(small: Small, query: str) -> None:
    assert small.found(query) == []
    assert small.ranked(query) == small.ranked(query, 3) == []
    assert small.open().count(parse(query), DEADLINE) == 0
    assert small.count() == 0


def test_what_is_replaced_is_found_as_it_is_now(small: Small) -> None:
    small.update((), bodies("wheat", "barley"))
    small.update((1,), bodies("oats"))
    assert (small.found("wheat"), small.found("oats"), small.found("*")) == ([], [1], [1, 2])
    assert small.found("-barley") == [1]
    assert small.count() == 2


def test_what_is_forgotten_is_gone(small: Small) -> None:
    small.update((), bodies("wheat", "barley", "wheat"))
    small.update((1, 2, 77), ())
    assert (small.found("wheat"), small.found("*"), small.count()) == ([3], [3], 1)
    small.update((3,), ())
    assert (small.found("*"), small.count(), small.segments()) == ([], 0, [])


def test_an_open_index_stays_as_it_was(small: Small) -> None:
    small.update((), bodies("wheat"))
    opened = small.open()
    small.update((1,), bodies("oats"))
    assert numbers(opened, parse("wheat")) == [1]
    assert numbers(opened, parse("oats")) == []
    assert opened.count(parse("wh*"), DEADLINE) == 1
    assert small.found("wheat") == []


def test_many_small_commits_make_few_segments(small: Small) -> None:
    for number in range(1, 41):
        made = document(Stored(number, Cable(id=f"08NOWHERE{number}", body=f"word {number}")))
        small.update((), [made])
    assert len(small.segments()) < 16
    assert small.count() == 40
    assert small.found("word 17") == [17]


def test_an_index_can_be_opened_while_it_is_written(small: Small) -> None:
    def write() -> None:
        for _ in range(40):
            small.update((1, 2), bodies("wheat", "oats"))

    small.update((), bodies("wheat", "oats"))
    thread = Thread(target=write)
    thread.start()
    while thread.is_alive():
        assert small.found("*") == [1, 2]
        assert small.count() == 2
    thread.join()


def test_documents_that_the_index_lacks_are_named(small: Small) -> None:
    made = [document(stored) for stored in CABLES]
    small.update((), made)
    assert small.writer.lacking(small.folder, made) == []
    small.update((2,), ())
    changed = document(Stored(3, replace(CABLES[2].cable, subject="another")))
    later = document(Stored(5, replace(CABLES[4].cable, created="2007-02-01")))
    assert small.writer.lacking(small.folder, [*made[:2], changed, made[3], later]) == [
        "08NOWHERE2", "08NOWHERE3", "07RIGA5"]


def test_a_cable_of_ten_megabytes_works(small: Small) -> None:
    filler = "the quick brown fox said nothing of note today " * 220_000
    small.update((), bodies("needle", f"{filler} a needle in a haystack. {filler}", "fox"))
    assert len(filler) > 10_000_000
    assert small.found('"needle in a haystack the quick"') == [2]
    assert small.found('"haystack in"') == []
    assert small.found("needle") == [1, 2]
    assert small.found('"fox said nothing"') == [2]
    small.update((1,), ())
    small.update((3,), ())  # a segment of Whoosh is merged
    assert small.found('"needle in a haystack the quick"') == [2]


@pytest.mark.parametrize("times", [255, 256, 65_535, 65_536])
def test_a_word_may_stand_any_number_of_times(small: Small, times: int) -> None:
    small.update((), bodies("bell " * times + "rang", "bell"))
    assert small.found("bell") == [1, 2]
    assert small.found('"bell rang"') == [1]
