"""Patterns, limits and deadlines in an index of tantivy."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic, process_time, sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import Stored
from indexer.cable import Cable
from indexer.engines import tantivy as writer
from queries import parse, tree
from queries.engines import tantivy_words
from queries.engines.base import Deadline, Sort, TimedOut
from queries.engines.referee import Referee
from queries.patterns import Wild

from .contract.corpus import CABLES
from .contract.documents import bodies
from .contract.engines import DEADLINE, EVERYTHING, numbers, tantivy_at_once
from .contract.tantivy import found


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


def test_patterns_that_tantivy_refuses_are_tried_on_every_term(tmp_path: Path) -> None:
    word = "abcdefghijklmnopqrstuvwxyz"
    texts = (word, f"{word}s", "a", f"{word} bell", f"bell {word}")
    cables = [Stored(n, Cable(id=f"08NOWHERE{n}", body=text)) for n, text in enumerate(texts, 1)]
    opened = tantivy_at_once(tmp_path, cables)
    many = "*ab" + "?" * 24
    for query, hits in (
        (many, [1, 4, 5]), (f"{many} NEAR/3 bell*", [4, 5]), (f"{many} BEFORE/3 bell*", [4]),
        (r"/\w{25}[xyz]/", [1, 4, 5]), ("/.*a.{25}/", [1, 4, 5]),
    ):
        assert numbers(opened, parse(query)) == hits


@pytest.mark.parametrize(("query", "hits"), [
    ("tying NEAR/1 knot*", [1]), ("ties NEAR/1 =knots", [1]), ("dies NEAR/2 kni*", [2]),
    ("=skies NEAR/0 happiness", [3]), ("happy BEFORE/0 =skies", [3]), ("=skies BEFORE/0 happy", []),
    ('(ties OR "the knots") NEAR/1 kno*', [1]), ("knots~ NEAR/1 ties", [1]), ("knifs~ NEAR/2 dies", [2]),
    ("abcd~ NEAR/1 ties", []), ("knots-wel~", [1]), ("zebra NEAR/1 kno*", []),
])
def test_a_stem_near_a_word_as_it_is_is_found_without_a_look_at_the_texts(
    index: Path, query: str, hits: list[int]
) -> None:
    writer.update(index, (), bodies(
        "he tied the knots well", "dying by the knife", "happy skies",
    ))
    assert found(index, query) == hits  # there is no cable on the shelf


def test_a_word_that_stands_for_very_many_is_looked_for_in_the_texts(tmp_path: Path) -> None:
    many = " ".join(f"ab{one}{other}" for one in "abcdefghijklmnop" for other in "abcdefghijklmnop")
    texts = (f"{many} bells", "abcd bells", "bells abxy x x abc")
    cables = [Stored(n, Cable(id=f"08NOWHERE{n}", body=text)) for n, text in enumerate(texts, 1)]
    opened = tantivy_at_once(tmp_path, cables)
    assert numbers(opened, parse("abzz~2 NEAR/0 bell")) == [1, 2, 3]
    assert numbers(opened, parse("abzz~2 BEFORE/0 bell")) == [1, 2]
    assert numbers(opened, parse("abzz~2 BEFORE/0 =bells")) == [1, 2]


def test_a_phrase_with_a_pattern_for_very_many_words_is_looked_for_in_the_texts(
    tmp_path: Path,
) -> None:
    lines = [" ".join(f"aa{line}x{n}" for n in range(1000)) for line in range(18)]
    lines.append("aa1 bell, bell aa2")
    cables = [Stored(n, Cable(id=f"08NOWHERE{n}", body=text)) for n, text in enumerate(lines, 1)]
    opened = tantivy_at_once(tmp_path, cables)
    assert opened.count(parse("aa*"), DEADLINE) == 19
    assert numbers(opened, parse('"bell" aa*')) == [19]
    assert numbers(opened, parse("aa*-bell")) == [19]
    assert numbers(opened, parse("bell-aa*")) == [19]
    assert numbers(opened, parse("aa*-aa*-bell")) == []
    assert numbers(opened, parse("aa* BEFORE/1 =bell")) == [19]
    assert len(numbers(opened, parse("aa* NEAR/2 aa*"))) == 19


PARTS = st.sampled_from(("a", "b", "ab", "é", "東", "1", "ß"))
TERMS = st.lists(PARTS, min_size=1, max_size=6).map("".join)


@given(st.lists(TERMS, min_size=1, max_size=30), TERMS, st.integers(1, 2), st.data())
def test_patterns_find_what_they_fit(
    words: list[str], asked: str, distance: int, data: st.DataObject
) -> None:
    from tempfile import TemporaryDirectory

    cables = [Stored(number, Cable(body=word)) for number, word in enumerate(words, 1)]
    wild = "".join(data.draw(st.sampled_from((letter, "?", "*", letter))) for letter in asked)
    queries: list[tree.Node] = [tree.Fuzzy(asked, distance)]
    if any(map(str.isalnum, wild)):
        queries.append(tree.Wildcard(wild))
    with TemporaryDirectory() as folder:
        opened = tantivy_at_once(Path(folder), cables)
        for query in queries:
            assert numbers(opened, query) == numbers(Referee(cables), query)


def test_a_regex_that_tantivy_cannot_read_is_no_large_one(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tantivy_words, "regex", lambda pattern: "(")
    with pytest.raises(ValueError, match="unclosed group"):
        found(index, "/m.*/")


def test_a_look_at_every_term_ends_with_the_deadline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(self: Wild, terms: Sequence[str]) -> Iterator[int]:
        sleep(0.3)
        assert len(terms) <= 256
        return iter(())

    text = " ".join(f"a{n}b" for n in range(2000))
    opened = tantivy_at_once(tmp_path, [Stored(1, Cable(id="08NOWHERE1", body=text))])
    monkeypatch.setattr(Wild, "among", slow)
    start = monotonic()
    with pytest.raises(TimedOut):
        opened.count(parse("*ab" + "?" * 24), Deadline(0.5))
    assert monotonic() - start < 1.5


@pytest.mark.parametrize("query", EVERYTHING)
def test_a_query_ends_with_its_deadline(tmp_path: Path, query: str) -> None:
    opened = tantivy_at_once(tmp_path, CABLES)
    with pytest.raises(TimedOut, match="--timeout"):
        opened.search(parse(query), 10, Sort.SCORE, Deadline(-1))
    with pytest.raises(TimedOut):
        opened.count(parse(query), Deadline(-1))


@pytest.mark.parametrize("limit", [0, 1, 10**12])
def test_any_limit_is_good(tmp_path: Path, limit: int) -> None:
    opened = tantivy_at_once(tmp_path, CABLES)
    for query in EVERYTHING:
        for sort in (Sort.SCORE, Sort.ID, Sort.NEWEST):
            hits = opened.search(parse(query), limit, sort, DEADLINE)
            assert len(hits) == min(limit or 25, opened.count(parse(query), DEADLINE))


def test_a_closed_index_cannot_be_asked(tmp_path: Path) -> None:
    opened = tantivy_at_once(tmp_path, CABLES)
    opened.close()
    with pytest.raises(ValueError, match="closed"):
        opened.count(parse("*"), DEADLINE)


@pytest.mark.parametrize("form", [
    "(-tag:b{n} (-tag:a{n} OR {inner}))", "(({inner} OR -tag:a{n}) -tag:b{n})",
])
@pytest.mark.parametrize("inmost", ["-tag:c", "tag:PREL"])
def test_deeply_nested_parts_of_one_score_take_no_time(
    tmp_path: Path, form: str, inmost: str
) -> None:
    opened = tantivy_at_once(tmp_path, CABLES)
    query = inmost
    for n in range(20):
        query = form.format(n=n, inner=query)
    start = process_time()
    hits = opened.search(parse(query), 0, Sort.SCORE, Deadline(1))
    assert process_time() - start < 1
    assert {hit.number for hit in hits} == set(numbers(Referee(CABLES), parse(query)))
    assert len(hits) == len(CABLES)
