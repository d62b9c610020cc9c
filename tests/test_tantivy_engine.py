"""The tantivy engine: what an index survives, what it refuses, and how it ranks."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isclose, log1p
from pathlib import Path
from random import Random
from threading import Thread

import pytest
import tantivy
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import LONGEST_TERM, spaced, stems, terms
from indexer.archive import Stored
from indexer.cable import Cable, Recipient, Tag
from indexer.document import Document, document
from indexer.engines import ENGINES, write_engine
from indexer.engines import tantivy as writer
from indexer.engines.tantivy_schema import as_utf8, rank, register_analysers, schema
from indexer.errors import ArchiveError
from queries import parse, tree
from queries.engines import read_engine, tantivy_words
from queries.engines.base import Deadline, Ranked, Sort, TimedOut
from queries.engines.tantivy import open_index

from .contract.corpus import CABLES
from .contract.engines import DEADLINE, MemoryShelf, numbers, tantivy_at_once, tantivy_piecemeal
from .contract.queries import QUERIES

EVERYTHING = (
    "*", "missile", "-missile", "miss*", "*ile", "date:2008", '"a b"', '"a b*"', "tag:PREL",
    "a NEAR/3 b", "aa* BEFORE/3 b", '"a b c"~3', "canbera~2", "/m.*/", r"/\w+/", "citedby:08STATE1",
    "year:2008..2009 OR tag:A,B", "has:tag", "tag:a~", "(a OR b) NEAR c",
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    writer.create(tmp_path)
    return tmp_path


def documents(*cables: Cable) -> list[Document]:
    """Documents numbered from 1."""
    return [document(Stored(number, cable)) for number, cable in enumerate(cables, 1)]


def bodies(*texts: str) -> list[Document]:
    return documents(*(
        Cable(id=f"08NOWHERE{number}", body=text) for number, text in enumerate(texts, 1)
    ))


def found(index: Path, query: str, sort: Sort = Sort.ID) -> list[int]:
    return numbers(open_index(index, MemoryShelf(())), parse(query), sort)


def ranked(index: Path, query: str, limit: int = 0) -> list[Ranked]:
    return open_index(index, MemoryShelf(())).search(parse(query), limit, Sort.SCORE, DEADLINE)


def segments(index: Path) -> list[Path]:
    return sorted(index.glob("*.term"))


# An index and its commits


@pytest.mark.parametrize("query", EVERYTHING)
def test_an_empty_index_answers_everything_with_nothing(index: Path, query: str) -> None:
    assert found(index, query) == []
    assert ranked(index, query) == ranked(index, query, 3) == []
    assert open_index(index, MemoryShelf(())).count(parse(query), DEADLINE) == 0
    assert writer.count(index) == 0


def test_what_is_replaced_is_found_as_it_is_now(index: Path) -> None:
    writer.update(index, (), bodies("wheat", "barley"))
    writer.update(index, (1,), bodies("oats"))
    assert (found(index, "wheat"), found(index, "oats"), found(index, "*")) == ([], [1], [1, 2])
    assert found(index, "-barley") == [1]
    assert open_index(index, MemoryShelf(())).count(parse("*"), DEADLINE) == writer.count(index) == 2


def test_what_is_forgotten_is_gone(index: Path) -> None:
    writer.update(index, (), bodies("wheat", "barley", "wheat"))
    writer.update(index, (1, 2, 77), ())
    assert (found(index, "wheat"), found(index, "*"), writer.count(index)) == ([3], [3], 1)
    writer.update(index, (3,), ())
    assert (found(index, "*"), writer.count(index), segments(index)) == ([], 0, [])


def test_an_open_index_stays_as_it_was(index: Path) -> None:
    writer.update(index, (), bodies("wheat"))
    opened = open_index(index, MemoryShelf(()))
    writer.update(index, (1,), bodies("oats"))
    assert numbers(opened, parse("wheat")) == [1]
    assert numbers(opened, parse("oats")) == []
    assert opened.count(parse("wh*"), DEADLINE) == 1
    assert found(index, "wheat") == []


def test_a_run_that_ends_early_changes_nothing_and_leaves_nothing(index: Path) -> None:
    def interrupted() -> Iterator[Document]:
        yield from bodies("oats", "rye", "maize")
        raise KeyboardInterrupt

    writer.update(index, (), bodies("wheat"))
    before = segments(index)
    with pytest.raises(KeyboardInterrupt):
        writer.update(index, (1,), interrupted())
    assert (found(index, "*"), found(index, "wheat")) == ([1], [1])
    writer.update(index, (), ())
    assert segments(index) == before
    assert found(index, "wheat") == [1]


KILLED = """
import os, signal, sys
from pathlib import Path
from indexer.engines import tantivy as writer
from tests.test_tantivy_engine import bodies
index = Path(sys.argv[1])
def documents():
    yield from bodies(*(f"word{n} " * 3000 for n in range(400)))
    os.kill(os.getpid(), signal.SIGKILL)
writer._HEAP = 16 << 20
writer.update(index, (1,), documents())
"""


def test_a_run_that_is_killed_changes_nothing_and_the_next_removes_what_it_left(
    index: Path,
) -> None:
    writer.update(index, (), bodies("wheat"))
    before = {path.name for path in index.iterdir()}
    run = subprocess.run([sys.executable, "-c", KILLED, str(index)], check=False)
    assert run.returncode == -signal.SIGKILL
    (index / ".tmpleft").write_bytes(b"")
    assert (found(index, "*"), found(index, "wheat")) == ([1], [1])
    writer.update(index, (), ())
    assert {path.name for path in index.iterdir()} == before
    writer.update(index, (1,), bodies("oats"))
    assert found(index, "oats") == [1]


def test_the_folder_is_safe_after_the_commit(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """tantivy makes its files safe itself."""
    safe: list[tuple[int, bytes]] = []
    sync = os.fsync

    def noted(handle: int) -> None:
        safe.append((os.fstat(handle).st_ino, (index / "meta.json").read_bytes()))
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    writer.update(index, (), bodies("wheat"))
    assert (index.stat().st_ino, (index / "meta.json").read_bytes()) in safe


def test_many_small_commits_make_few_segments(index: Path) -> None:
    for number in range(1, 41):
        made = document(Stored(number, Cable(id=f"08NOWHERE{number}", body=f"word {number}")))
        writer.update(index, (), [made])
    assert len(segments(index)) < 16
    assert writer.count(index) == 40
    assert found(index, "word 17") == [17]


@pytest.mark.parametrize("threads", [1, 3])
def test_any_number_of_threads_writes_the_same(tmp_path: Path, threads: int) -> None:
    writer.create(tmp_path)
    writer.update(tmp_path, (), [document(stored) for stored in CABLES], threads)
    opened = open_index(tmp_path, MemoryShelf(CABLES))
    assert all(sorted(numbers(opened, parse(q))) == sorted(hits) for q, hits in QUERIES)


def test_an_index_can_be_opened_while_it_is_written(index: Path) -> None:
    def write() -> None:
        for _ in range(20):
            writer.update(index, (1, 2), bodies("wheat", "oats"))

    writer.update(index, (), bodies("wheat", "oats"))
    thread = Thread(target=write)
    thread.start()
    while thread.is_alive():
        assert found(index, "*") == [1, 2]
        assert writer.count(index) == 2
    thread.join()


def test_documents_that_the_index_lacks_are_named(index: Path) -> None:
    made = [document(stored) for stored in CABLES]
    writer.update(index, (), made)
    assert writer.lacking(index, made) == []
    writer.update(index, (2,), ())
    changed = document(Stored(3, replace(CABLES[2].cable, subject="another")))
    later = document(Stored(5, replace(CABLES[4].cable, created="2007-02-01")))
    assert writer.lacking(index, [*made[:2], changed, made[3], later]) == [
        "08NOWHERE2", "08NOWHERE3", "07RIGA5"]


# Damage


@pytest.mark.parametrize("size", [0, 10, -1, -30, None])
def test_a_file_that_is_cut_short_or_gone_is_refused_with_the_remedy(
    index: Path, size: int | None
) -> None:
    writer.update(index, (), bodies("wheat", "oats"))
    writer.update(index, (2,), ())
    files = [path for path in index.glob("[!.]*") if path.suffix != ".json"]
    assert {path.suffix for path in files} == {
        ".del", ".fast", ".fieldnorm", ".idx", ".pos", ".store", ".term"}
    for path in files:
        data = path.read_bytes()
        if size is None:
            path.unlink()
        else:
            path.write_bytes(data[:size])
        with pytest.raises(ArchiveError, match=r"cables reindex -a"):
            open_index(index, MemoryShelf(()))
        with pytest.raises(ArchiveError, match=r"cables reindex -a"):
            writer.update(index, (), bodies("rye"))
        path.write_bytes(data)
    assert found(index, "*") == [1]


@pytest.mark.parametrize("content", [b"", b"rubbish of some length, and more of it", b"{}", None])
def test_a_damaged_list_of_segments_is_refused_with_the_remedy(
    index: Path, content: bytes | None
) -> None:
    path = index / "meta.json"
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(ArchiveError, match="cables reindex"):
        open_index(index, MemoryShelf(()))
    with pytest.raises(ArchiveError, match="cables reindex"):
        writer.count(index)


def test_a_check_notices_each_byte_that_was_changed(index: Path) -> None:
    writer.update(index, (), bodies("wheat and oats"))
    for path in index.glob("[!.]*"):
        data = bytearray(path.read_bytes())
        if path.suffix != ".json":
            data[len(data) // 3] ^= 4
            path.write_bytes(data)
            with pytest.raises(ArchiveError, match=rf"{path.name}.*cables reindex"):
                writer.lacking(index, ())
            data[len(data) // 3] ^= 4
            path.write_bytes(data)
    assert writer.lacking(index, bodies("wheat and oats")) == []


def test_what_makes_tantivy_stumble_is_told_like_any_damage(
    index: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    writer.update(index, (), bodies("wheat and oats"))
    (path,) = index.glob("*.term")
    data = path.read_bytes()
    path.write_bytes(bytes(100 * [255]) + data[100:])
    with pytest.raises(ArchiveError, match="cables reindex"):
        found(index, "wheat OR wh* OR oats")


# Texts and values


def test_a_cable_of_ten_megabytes_works(index: Path) -> None:
    filler = "the quick brown fox said nothing of note today " * 220_000
    writer.update(index, (), bodies("needle", f"{filler} a needle in a haystack. {filler}", "fox"))
    assert len(filler) > 10_000_000
    assert found(index, '"needle in a haystack the quick"') == [2]
    assert found(index, '"haystack in"') == []
    assert found(index, "needle") == [1, 2]
    assert found(index, '"fox said nothing"') == [2]


@pytest.mark.parametrize("times", [255, 256, 65_535, 65_536])
def test_a_word_may_stand_any_number_of_times(index: Path, times: int) -> None:
    writer.update(index, (), bodies("bell " * times + "rang", "bell"))
    assert found(index, "bell") == [1, 2]
    assert found(index, '"bell rang"') == [1]


def test_nothing_is_near_over_the_end_of_a_text(index: Path) -> None:
    names = tuple(Recipient("", name) for name in ("ALPHA BRAVO", "CHARLIE", "DELTA"))
    writer.update(index, (), documents(Cable(id="08NOWHERE1", to=names)))
    assert found(index, "to:(alpha NEAR/0 bravo)") == [1]
    assert found(index, "to:(bravo NEAR/99 charlie)") == []
    assert found(index, 'to:"bravo charlie"~99') == []
    assert found(index, "to:(br* NEAR/99 ch*)") == []


@pytest.mark.parametrize("engine", ENGINES)
def test_half_a_surrogate_pair_is_a_character_like_others(tmp_path: Path, engine: str) -> None:
    """A record of the archive may hold one, though no file in UTF-8 can."""
    cables = [
        Stored(1, Cable(id="08\udc80B", body="one\udc80two", tags=(Tag("A\ud800", "", ""),))),
        Stored(2, Cable(id="08\udc80A", body="one two", tags=(Tag("A\ud801", "", ""),))),
        Stored(3, Cable(id="08A", body="onetwo", tags=(Tag("A", "", ""),), subject="\udfff")),
    ]
    (tmp_path / engine).mkdir()
    made = write_engine(engine)
    made.create(tmp_path / engine)
    made.update(tmp_path / engine, (), map(document, cables))
    assert made.lacking(tmp_path / engine, list(map(document, cables))) == []
    opened = read_engine(engine).open_index(tmp_path / engine, MemoryShelf(cables))

    def tagged(leaf: tree.Node) -> list[int]:
        return numbers(opened, tree.In("tag", leaf))

    assert numbers(opened, tree.Everything()) == [3, 2, 1]
    assert tagged(tree.Word("a\ud800")) == [1]
    assert tagged(tree.Wildcard("a?")) == [2, 1]
    assert tagged(tree.Wildcard("*\ud801")) == [2]
    assert numbers(opened, tree.Word("one\udc80two")) == [2, 1]
    assert numbers(opened, tree.In("id", tree.Word("08\udc80B"))) == [1]
    assert numbers(opened, tree.In("subject", tree.Word("\udfff"))) == []


@given(st.text())
def test_a_value_that_utf8_can_hold_is_written_as_it_is(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        as_utf8(value).encode()
        assert len(as_utf8(value)) == len(value)
    else:
        assert as_utf8(value) == value


@given(st.text("08ABZ-_a", max_size=14) | st.text(max_size=4), st.text("08ABZ-_a", max_size=14))
def test_ranks_are_in_the_order_of_ids(one: str, other: str) -> None:
    lower, higher = sorted((one, other))
    assert 0 <= rank(lower) <= rank(higher) < 2**64


# Words: what tantivy makes of terms is what indexer.analysis makes of them


def terms_in_index(texts: Sequence[str], field: str) -> set[str]:
    index = tantivy.Index(schema())
    register_analysers(index)
    made = index.writer(16 << 20, 1)
    for text in texts:
        row = tantivy.Document()
        row.add_text(field, spaced(text))
        made.add_document(row)
    made.commit()
    made.wait_merging_threads()
    index.reload()
    return {term for term, _ in index.searcher().terms_with_prefix(field, "")}


SUFFIXES = (
    "", "s", "es", "ed", "ing", "ly", "edly", "ingly", "ational", "tional", "enci", "anci", "izer",
    "bli", "alli", "entli", "eli", "ousli", "ization", "ation", "ator", "alism", "iveness",
    "fulness", "ousness", "aliti", "iviti", "biliti", "icate", "ative", "alize", "iciti", "ical",
    "ful", "ness", "ement", "ment", "ent", "ion", "sion", "ies", "ied", "y", "e", "eed", "eedly",
    "ogi", "li", "ism", "ate", "iti", "ous", "ive", "ize", "al", "ance", "ence", "er", "ic", "able",
)
BEGINNINGS = (
    "miss", "export", "hop", "hopp", "ski", "sky", "d", "dy", "gener", "commun", "arsen", "succ",
    "proc", "exc", "inn", "out", "cann", "herr", "earr", "even", "only", "gent", "ug", "ear", "sing",
    "youth", "yy", "ayo", "be", "bee", "abc", "ll", "rr", "tt", "fizz", "luxuri", "conf", "at", "bl",
    "iz", "trl", "a", "x", "1990", "caf", "москв", "東京", "straß", "ﬁsh",
)


def test_stems_are_the_same_over_all_suffixes() -> None:
    words = [beginning + suffix for beginning in BEGINNINGS for suffix in SUFFIXES]
    assert terms_in_index(words, "body") == {one for word in words for one in stems(terms(word))}


@given(st.lists(st.text(max_size=20) | st.text("aeisydlngt'", max_size=12), max_size=30))
def test_stems_and_words_of_any_texts_are_the_same(texts: list[str]) -> None:
    assert terms_in_index(texts, "body") == {one for text in texts for one in stems(terms(text))}
    assert terms_in_index(texts, "body_unstemmed") == {one for text in texts for one in terms(text)}


def begins_as_stem(word: str) -> bool:
    (stem,) = stems([word])
    return word.startswith(stem[: max(len(stem) - tantivy_words._CHANGED, 1)])


def test_a_stem_is_another_than_the_word_in_its_last_two_letters_at_most() -> None:
    ends = [one + other for one in SUFFIXES for other in SUFFIXES]
    assert all(begins_as_stem(beginning + end) for beginning in BEGINNINGS for end in ends)


@given(st.text("aeiouylsdtngbcz", min_size=1, max_size=12) | st.text(min_size=1, max_size=8))
def test_any_word_begins_as_its_stem(text: str) -> None:
    assert all(map(begins_as_stem, terms(text)))


@pytest.mark.parametrize("end", ["", "s", "ing", "ational", "at", "bl", "iz"])
@pytest.mark.parametrize("length", [LONGEST_TERM - 3, LONGEST_TERM - 1, LONGEST_TERM, 1000])
def test_long_words_are_cut_the_same(end: str, length: int) -> None:
    word = "ab" * length
    word = word[: length - len(end)] + end
    (stem,) = stems(terms(word))
    assert terms_in_index([word], "body") == {stem}
    assert len(stem) <= LONGEST_TERM


# Patterns


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

    from queries.engines.referee import Referee

    cables = [Stored(number, Cable(body=word)) for number, word in enumerate(words, 1)]
    wild = "".join(data.draw(st.sampled_from((letter, "?", "*", letter))) for letter in asked)
    queries: list[tree.Node] = [tree.Fuzzy(asked, distance)]
    if any(map(str.isalnum, wild)):
        queries.append(tree.Wildcard(wild))
    with TemporaryDirectory() as folder:
        opened = tantivy_at_once(Path(folder), cables)
        for query in queries:
            assert numbers(opened, query) == numbers(Referee(cables), query)


# What is refused


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


# Ranking


def close(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=1e-5)  # tantivy counts in 32 bits


def test_a_word_scores_by_bm25(index: Path) -> None:
    texts = ("wheat wheat oats", "wheat", "rye", "rye oats rye oats rye oats")
    writer.update(index, (), bodies(*texts))
    average = sum(len(text.split()) for text in texts) / 4
    rarity = log1p((4 - 2 + 0.5) / (2 + 0.5))
    expected = {
        number: rarity * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / average))
        for number, often, length in ((1, 2, 3), (2, 1, 1))
    }
    hits = ranked(index, "body:wheat")
    assert [hit.number for hit in hits] == [2, 1]
    assert all(close(hit.score, expected[hit.number]) for hit in hits)


def test_the_subject_counts_double(index: Path) -> None:
    writer.update(index, (), documents(
        Cable(id="08NOWHERE1", body="wheat"), Cable(id="08NOWHERE2", subject="wheat")
    ))
    first, second = ranked(index, "wheat")
    assert (first.number, second.number) == (2, 1)
    assert close(first.score, 2 * second.score)


def test_scores_add_up(index: Path) -> None:
    writer.update(index, (), bodies("wheat oats", "wheat", "oats", "rye"))
    apart = {query: ranked(index, query)[0].score for query in ("wheat oats", "wheat", "oats")}
    together = {hit.number: hit.score for hit in ranked(index, "wheat OR oats")}
    assert together[1] == apart["wheat oats"] > together[2] == together[3] > 0
    assert [hit.score for hit in ranked(index, "-wheat")] == [0.0, 0.0]


def test_a_boost_multiplies_and_what_is_no_word_counts_one(index: Path) -> None:
    writer.update(index, (), documents(
        Cable(id="08NOWHERE1", post="NOWHERE", year=2008, body="wheat"),
        Cable(id="08NOWHERE2", post="RIGA", year=2008, body="wheat"),
    ))
    plain = ranked(index, "body:wheat")[0].score
    assert close(ranked(index, "body:wheat^3")[0].score, 3 * plain)
    for query in ("post:RIGA", "year:2008", "post:RI*", "body:whe*", "body:whaet~", "body:/wh.*/",
                  "has:body", "*"):
        assert {hit.score for hit in ranked(index, query)} == {1.0}
    hits = ranked(index, "year:2008^2 OR post:RIGA^0.5")
    assert [(hit.number, hit.score) for hit in hits] == [(2, 2.5), (1, 2.0)]
    with_word = {hit.number: hit.score for hit in ranked(index, "body:wheat year:2008 -post:RIGA *")}
    assert with_word.keys() == {1}
    assert close(with_word[1], plain + 2)


def test_a_phrase_counts_by_its_words_and_how_often_it_stands_there(index: Path) -> None:
    writer.update(index, (), bodies(
        "press statement x x", "press statement press statement", "statement of the press",
        "press", "x",
    ))
    hits = {hit.number: hit.score for hit in ranked(index, 'body:"press statement"')}
    apart = {hit.number: hit.score for hit in ranked(index, "body:press OR body:statement")}
    assert hits.keys() == {1, 2}
    assert close(hits[1], apart[1])
    assert close(hits[2], apart[2])
    assert hits[2] > hits[1]


def test_what_is_near_counts_as_its_parts(tmp_path: Path) -> None:
    texts = ("press statement x x", "statement x x press", "press x x x x x x statement", "x")
    cables = [Stored(n, Cable(id=f"08NOWHERE{n}", body=text)) for n, text in enumerate(texts, 1)]
    opened = tantivy_at_once(tmp_path, cables)

    def scores(query: str) -> dict[int, float]:
        hits = opened.search(parse(query), 0, Sort.SCORE, DEADLINE)
        return {hit.number: hit.score for hit in hits}

    both = scores("body:press body:statement")
    for query in ("body:(press NEAR/2 statement)", 'body:"press statement"~2',
                  'body:("press" NEAR/2 (statement OR zebra))'):
        assert scores(query).keys() == {1, 2}
        assert all(close(score, both[number]) for number, score in scores(query).items())
    with_pattern = scores("body:(press NEAR/2 stat*)")  # a stem and a word: found in the texts
    plain = scores("body:press")
    assert with_pattern.keys() == {1, 2}
    assert all(close(score, plain[number] + 1) for number, score in with_pattern.items())
    assert scores("body:(pre* BEFORE/2 stat*)") == {1: 2.0}
    assert scores('body:"pr* statement"') == {}
    assert scores("body:pr*-statement") == {1: 1.0}


def test_a_branch_that_fails_gives_no_score(index: Path) -> None:
    writer.update(index, (), bodies("wheat oats", "wheat rye", "rye"))
    alone = {hit.number: hit.score for hit in ranked(index, "rye")}
    both = {hit.number: hit.score for hit in ranked(index, "(wheat oats) OR rye")}
    assert both[2] == alone[2]
    assert both[3] == alone[3]


def test_equal_scores_are_in_the_order_of_ids(index: Path) -> None:
    names = ("09B1", "08C1", "10A1", "08B1")
    writer.update(index, (), documents(*(Cable(id=name, body="wheat") for name in names)))
    assert [hit.number for hit in ranked(index, "wheat")] == [4, 2, 1, 3]
    assert [hit.number for hit in ranked(index, "wheat", limit=2)] == [4, 2]
    assert [hit.number for hit in ranked(index, "*", limit=1)] == [4]


def invented(count: int) -> list[Stored]:
    """Cables of few different words, dates and ids, so that much is equal."""
    random = Random(7)
    vocabulary = ["wheat", "oats", "rye", "maize", "barley", "harvest", "press", "export"]
    made = []
    for number in random.sample(range(1, count + 1), count):
        words = random.choices(vocabulary, [40, 20, 10, 5, 5, 3, 2, 1], k=random.randrange(4, 60))
        made.append(Stored(number, Cable(
            id=f"0{random.randrange(4)}NOWHERELONG{random.randrange(900)}", body=" ".join(words),
            subject=random.choice(vocabulary), created=f"2008-11-{random.randrange(1, 4):02}",
            tags=tuple(Tag(code, "", "") for code in random.sample(["PREL", "PARM", "ECON"], 2)),
        )))
    return made


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Stored]]:
    """Two thousand cables in many segments."""
    folder, cables = tmp_path_factory.mktemp("many"), invented(2_000)
    writer.create(folder)
    for start in range(0, 2_000, 300):
        writer.update(folder, (), map(document, cables[start : start + 300]), 2)
    assert len(segments(folder)) > 3
    return folder, cables


MANY = (
    "wheat", "wheat OR rye OR maize OR press", "wheat harvest", "tag:PREL", "tag:PREL,PARM,ECON",
    "-wheat", "*", "whe*", "har*", "date:2008-11-02 OR tag:ECON^2 OR wheat", '"wheat oats"',
    "press NEAR/2 export", "oats OR barley OR (press export)^0.3 OR has:tag OR mai*",
    "tag:PREL -tag:PARM", "(tag:PREL OR date:2008-11-01) har*", "subject:rye OR tag:PREL^3",
)


@pytest.mark.parametrize("query", MANY)
@pytest.mark.parametrize("sort", [Sort.SCORE, Sort.ID, Sort.DATE, Sort.NEWEST])
def test_a_limit_gives_the_first_of_very_many_hits(
    many: tuple[Path, list[Stored]], query: str, sort: Sort
) -> None:
    opened = open_index(many[0], MemoryShelf(many[1]))
    asked = parse(query)
    everything = opened.search(asked, 0, sort, DEADLINE)
    assert len(everything) == opened.count(asked, DEADLINE)
    for limit in (1, 2, 5, 10, 63, 250, 1_000, 5_000):
        assert opened.search(asked, limit, sort, DEADLINE) == everything[:limit]


@pytest.mark.parametrize("query", MANY)
def test_hits_are_by_score_then_id_then_number(
    many: tuple[Path, list[Stored]], query: str
) -> None:
    ids = {stored.number: stored.cable.id for stored in many[1]}
    hits = open_index(many[0], MemoryShelf(many[1])).search(parse(query), 0, Sort.SCORE, DEADLINE)
    assert hits == sorted(hits, key=lambda hit: (-hit.score, ids[hit.number], hit.number))


def test_a_few_scores_that_are_known_before_are_those_that_tantivy_gives(
    many: tuple[Path, list[Stored]]
) -> None:
    """Beside a word that nothing has, tantivy scores alone."""
    opened = open_index(many[0], MemoryShelf(many[1]))
    for query in MANY:
        alone = opened.search(parse(query), 0, Sort.SCORE, DEADLINE)
        beside = opened.search(parse(f"({query}) OR body:zebra"), 0, Sort.SCORE, DEADLINE)
        assert {hit.number for hit in alone} == {hit.number for hit in beside}
        scores = {hit.number: hit.score for hit in beside}
        assert all(close(hit.score, scores[hit.number]) for hit in alone)


@pytest.mark.parametrize("query", [
    "statement", "missile OR press OR tag:PREL", 'plenary "press statement"', "the -wheat",
    "subject:missile^3 OR export*", "(statement OR canberra) (press OR offer)",
])
def test_scores_are_those_of_whoosh_where_no_text_is_long(tmp_path: Path, query: str) -> None:
    """Above 40 words tantivy rounds lengths."""
    from .contract.engines import whoosh_at_once

    short = [stored for stored in CABLES if len(terms(stored.cable.body)) <= 40]
    lists = []
    for name, make in (("a", tantivy_at_once), ("b", whoosh_at_once)):
        (tmp_path / name).mkdir()
        engine = make(tmp_path / name, short)
        lists.append(engine.search(parse(query), 0, Sort.SCORE, DEADLINE))
    assert lists[0]
    assert [hit.number for hit in lists[0]] == [hit.number for hit in lists[1]]
    assert all(close(one.score, other.score) for one, other in zip(*lists, strict=True))


def test_what_was_deleted_changes_no_set_but_may_change_scores(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    once = tantivy_at_once(tmp_path / "a", CABLES)
    later = tantivy_piecemeal(tmp_path / "b", CABLES)
    for query, hits in QUERIES:
        for engine in (once, later):
            assert sorted(numbers(engine, parse(query), Sort.SCORE)) == sorted(hits)
