"""Scores that are the same on every engine."""

from math import isclose, log1p

from indexer.cable import Cable

from .contract.documents import bodies, documents
from .contract.small import Small


def close(small: Small, one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=small.closeness())


def test_a_word_scores_by_bm25(small: Small) -> None:
    texts = ("wheat wheat oats", "wheat", "rye", "rye oats rye oats rye oats")
    small.update((), bodies(*texts))
    average = sum(len(text.split()) for text in texts) / 4
    rarity = log1p((4 - 2 + 0.5) / (2 + 0.5))
    expected = {
        number: rarity * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / average))
        for number, often, length in ((1, 2, 3), (2, 1, 1))
    }
    hits = small.ranked("body:wheat")
    assert [hit.number for hit in hits] == [2, 1]
    assert all(close(small, hit.score, expected[hit.number]) for hit in hits)


def test_the_subject_counts_double(small: Small) -> None:
    small.update((), documents(
        Cable(id="08NOWHERE1", body="wheat"), Cable(id="08NOWHERE2", subject="wheat")
    ))
    first, second = small.ranked("wheat")
    assert (first.number, second.number) == (2, 1)
    assert close(small, first.score, 2 * second.score)


def test_scores_add_up(small: Small) -> None:
    small.update((), bodies("wheat oats", "wheat", "oats", "rye"))
    apart = {query: small.ranked(query)[0].score for query in ("wheat oats", "wheat", "oats")}
    together = {hit.number: hit.score for hit in small.ranked("wheat OR oats")}
    assert together[1] == apart["wheat oats"] > together[2] == together[3] > 0
    assert [hit.score for hit in small.ranked("-wheat")] == [0.0, 0.0]


def test_a_boost_multiplies_and_what_is_no_word_counts_one(small: Small) -> None:
    small.update((), documents(
        Cable(id="08NOWHERE1", post="NOWHERE", year=2008, body="wheat"),
        Cable(id="08NOWHERE2", post="RIGA", year=2008, body="wheat"),
    ))
    plain = small.ranked("body:wheat")[0].score
    assert close(small, small.ranked("body:wheat^3")[0].score, 3 * plain)
    for query in ("post:RIGA", "year:2008", "post:RI*", "body:whe*", "body:whaet~", "body:/wh.*/",
                  "has:body", "*"):
        assert {hit.score for hit in small.ranked(query)} == {1.0}
    hits = small.ranked("year:2008^2 OR post:RIGA^0.5")
    assert [(hit.number, hit.score) for hit in hits] == [(2, 2.5), (1, 2.0)]
    with_word = {hit.number: hit.score for hit in small.ranked("body:wheat year:2008 -post:RIGA *")}
    assert with_word.keys() == {1}
    assert close(small, with_word[1], plain + 2)


def test_a_phrase_counts_by_its_words_and_how_often_it_stands_there(small: Small) -> None:
    small.update((), bodies(
        "press statement x x", "press statement press statement", "statement of the press",
        "press", "x",
    ))
    hits = {hit.number: hit.score for hit in small.ranked('body:"press statement"')}
    apart = {hit.number: hit.score for hit in small.ranked("body:press OR body:statement")}
    assert hits.keys() == {1, 2}
    assert close(small, hits[1], apart[1])
    assert close(small, hits[2], apart[2])
    assert hits[2] > hits[1]
