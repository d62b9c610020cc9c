"""How ranking is measured: on an invented collection, with figures that were worked out by hand."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import isclose, log2
from pathlib import Path

import pytest

from benchmarks.ranking import NoShelf, Quality, find, index, judge, main, question
from benchmarks.trec import Text, read_documents, read_grades, read_topics
from indexer.engines import ENGINES
from indexer.errors import CablesError
from queries import parse
from queries.engines import read_engine
from queries.engines.base import Deadline, ReadEngine, Sort

# Twelve texts of ten words each, so that nothing but how often a word stands in them orders them.
TIMES: Mapping[str, Mapping[str, int]] = {
    "d01": {"wheat": 6}, "d02": {"wheat": 5}, "d03": {"wheat": 4}, "d04": {"wheat": 3},
    "d05": {"wheat": 2}, "d06": {"wheat": 1},
    "d07": {"harbor": 3}, "d08": {"harbor": 3}, "d09": {"harbor": 1},
    "d10": {"the": 6}, "d11": {"the": 1}, "d12": {},
}
DOCUMENTS = [
    Text(name, " ".join([*(word for word, n in times.items() for _ in range(n)),
                         *["filler"] * (10 - sum(times.values()))]))
    for name, times in TIMES.items()
]
TOPICS = [
    Text("1", "wheat"), Text("2", "What is the harbor?"), Text("3", "submarines"),
    Text("4", "wheat"), Text("5", "filler"), Text("6", "..."),
]
QRELS = """\
1 0 d01 1
1 0 d03 2
1 0 d06 0
1 0 d12 1
2 0 d08 1
2 0 d10 1
3 0 d12 1
5 0 d01 0
6 0 d11 1
"""

# Topic 1 finds d01 to d06 in this order. Relevant are places 1 and 3, and d12, which is not found.
# Topic 2 finds d07, d08 (as good, so in the order of ids) and d09 by harbor; d10 and d11 have
# nothing but a stop word of it, and follow in the order of their ids: places 2 and 4 are relevant.
# Topic 3 finds nothing, topic 6 asks for nothing. Topic 4 was not judged, 5 has nothing relevant.
MAP = ((1 / 1 + 2 / 3) / 3 + (1 / 2 + 2 / 4) / 2 + 0 + 0) / 4
NDCG = (
    (1 / log2(2) + 2 / log2(4)) / (2 / log2(2) + 1 / log2(3) + 1 / log2(4))
    + (1 / log2(3) + 1 / log2(5)) / (1 / log2(2) + 1 / log2(3))
) / 4
PRECISION = (2 / 30 + 2 / 30) / 4


def opened(engine: str, folder: Path, documents: Iterable[Text]) -> tuple[ReadEngine, list[str]]:
    folder.mkdir()
    ids = index(engine, folder, documents)
    return read_engine(engine).open_index(folder, NoShelf()), ids


def is_right(quality: Quality) -> bool:
    pairs = ((quality.map, MAP), (quality.ndcg, NDCG), (quality.precision, PRECISION))
    return quality.topics == 4 and all(isclose(got, wanted) for got, wanted in pairs)


@pytest.fixture
def collection(tmp_path: Path) -> list[str]:
    """The files of the collection."""
    rows = (json.dumps({"id": document.id, "text": document.text}) for document in DOCUMENTS)
    files = {
        "documents.jsonl": "\n".join(rows),
        "topics.tsv": "".join(f"{topic.id}\t{topic.text}\n" for topic in TOPICS),
        "qrels.txt": QRELS,
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return [str(tmp_path / name) for name in files]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_figures_are_those_worked_out_by_hand(
    engine: str, tmp_path: Path, collection: Sequence[str]
) -> None:
    engine_, ids = opened(engine, tmp_path / "index", DOCUMENTS)
    runs = find(engine_, ids, TOPICS)
    engine_.close()
    assert runs["1"] == ["d01", "d02", "d03", "d04", "d05", "d06"]
    assert runs["2"] == ["d07", "d08", "d09", "d10", "d11"]
    assert runs["3"] == runs["6"] == []
    assert is_right(judge(runs, read_grades(Path(collection[2]))))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("with_stop_words", "without"), [
    ("the of wheat", "wheat"),
    ("what OR wheat OR oats", "wheat OR oats"),
    ("the (what OR wheat)", "wheat"),
])
def test_stop_words_change_no_score_of_what_has_other_words(
    engine: str, tmp_path: Path, with_stop_words: str, without: str
) -> None:
    texts = ("the wheat of", "wheat", "the the of what oats", "of the wheat wheat oats", "the of")
    documents = [Text(f"d{number}", text) for number, text in enumerate(texts)]
    engine_, _ = opened(engine, tmp_path / "index", documents)
    scores, expected = (
        {hit.number: hit.score
         for hit in engine_.search(parse(query), 0, Sort.SCORE, Deadline(60))}
        for query in (with_stop_words, without)
    )
    engine_.close()
    assert len(scores) > 1
    assert scores == {number: expected.get(number, 0.0) for number in scores}


@pytest.mark.parametrize("engine", ENGINES)
def test_stop_words_alone_rank_as_any_words(engine: str, tmp_path: Path) -> None:
    texts = ("the wheat rye oats", "the the the rye", "what the oats rye")
    documents = [Text(f"d{number}", text) for number, text in enumerate(texts)]
    engine_, _ = opened(engine, tmp_path / "index", documents)
    found = engine_.search(parse("the OR what"), 0, Sort.SCORE, Deadline(60))
    engine_.close()
    assert [hit.number for hit in found] == [3, 2, 1]
    assert all(hit.score > 0 for hit in found)


def test_a_topic_is_asked_as_anybody_could_ask_it() -> None:
    asked = question("The Harbor's 051 post-Soviet loans")
    assert asked == parse("the OR harbor OR 51 OR post OR soviet OR loans")
    assert question(" ... ") is None


@pytest.mark.parametrize("engine", ENGINES)
def test_the_command_prints_the_figures_and_keeps_the_index(
    engine: str, tmp_path: Path, collection: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kept" / "index"
    main([*collection, "--engine", engine, "--folder", str(folder)])
    heading, row = capsys.readouterr().out.splitlines()
    assert heading.split() == ["engine", "documents", "topics", "MAP", "nDCG@10", "P@30"]
    figures = [f"{figure:.4f}" for figure in (MAP, NDCG, PRECISION)]
    assert row.split() == [engine, "12", "4", *figures]
    kept = read_engine(engine).open_index(folder, NoShelf())
    assert kept.count(parse("wheat"), Deadline(60)) == 6
    kept.close()


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, collection: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*collection, "--folder", str(tmp_path)])
    assert caught.value.code == 2
    assert "is not empty: give a new folder" in capsys.readouterr().err
    assert len(list(tmp_path.iterdir())) == len(collection)


def test_two_documents_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CablesError, match="two documents have the id d01"):
        index(ENGINES[0], tmp_path, [*DOCUMENTS, Text("d01", "again")])


def test_judgements_of_other_topics_are_refused() -> None:
    with pytest.raises(CablesError, match="no topic has a relevant document"):
        judge({"1": ["d01"]}, {"2": {"d01": 1}, "1": {"d01": 0}})


# The files


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "file"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(("content", "documents"), [
    ('\ufeff{"id": 1, "text": "Wheat\\nand\u2028oats"}\n\n{"id": "b", "text": ""}\n',
     [Text("1", "Wheat\nand\u2028oats"), Text("b", "")]),
    ("<DOC>\n<DOCNO> AP-1 </DOCNO>\n<HEAD>Not this</HEAD>\n<TEXT>\nWheat &amp; <P>oats a < b</P>\n"
     "</TEXT>\n<TEXT>rye</TEXT>\n</DOC>\n<doc><docno>2</docno><text>barley</text></doc>",
     [Text("AP-1", "Wheat & oats a < b rye"), Text("2", "barley")]),
    ("<DOC>\n<DOCNO>1</DOCNO>\nwheat\n</DOC>\n<DOC>\n<DOCNO>2</DOCNO>\noats\n</DOC>\n",
     [Text("1", "wheat"), Text("2", "oats")]),
    ("<DOC><DOCNO>1</DOCNO><TEXT>Caf\xe9</TEXT></DOC>".encode("latin-1"), [Text("1", "Café")]),
])
def test_documents_in_each_form(
    tmp_path: Path, content: str | bytes, documents: list[Text]
) -> None:
    read = list(read_documents(written(tmp_path, content)))
    assert [(one.id, one.text.split()) for one in read] == [
        (one.id, one.text.split()) for one in documents
    ]


def test_documents_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.sgml").write_text("<DOC><DOCNO>2</DOCNO><TEXT>oats</TEXT></DOC>")
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "wheat"}')
    assert list(read_documents(tmp_path)) == [Text("1", "wheat"), Text("2", "oats")]


@pytest.mark.parametrize(("content", "topics"), [
    ("1\twheat\n\n 2\twhat is\toats? \n", [Text("1", "wheat"), Text("2", "what is\toats?")]),
    ("<top>\n\n<num> Number: 301\n<title> Topic: Wheat &amp; oats\n\n<desc> Description:\nNot this\n"
     "</top>\n<top>\n<num>302\n<title>rye\n</top>\n",
     [Text("301", "Wheat & oats"), Text("302", "rye")]),
    ("<top>\n<num>1</num><title>\nWHEAT\nTRADE\n</title>\n</top>\n", [Text("1", "WHEAT\nTRADE")]),
])
def test_topics_in_each_form(tmp_path: Path, content: str, topics: list[Text]) -> None:
    assert read_topics(written(tmp_path, content)) == topics


def test_judgements(tmp_path: Path) -> None:
    read = read_grades(written(tmp_path, "1 0 a 1\n1 Q0 b 0\n\n2\t0\ta\t3\n"))
    assert read == {"1": {"a": 1, "b": 0}, "2": {"a": 3}}


@pytest.mark.parametrize(("read", "content", "message"), [
    (read_documents, "wheat", "line 1: write an object with 'id' and 'text'"),
    (read_documents, '{"id": 1, "text": ""}\n{"id": 2}', "line 2: write an object"),
    (read_documents, "[1]", "line 1: write an object"),
    (read_documents, "<DOC><TEXT>wheat</TEXT></DOC>", "has no <DOCNO>: add it"),
    (read_topics, "1 wheat", "write a tab between the id of a topic and it: 1 wheat"),
    (read_topics, "<top><num>1</top>", "has no <title>: add it"),
    (read_grades, "1 0 a", "write 'topic 0 document grade'"),
    (read_grades, "1 0 a yes", "write 'topic 0 document grade'"),
    (read_grades, "1 0 a 1\n1 0 a 1", "no document twice for a topic"),
])
def test_a_file_in_another_form_is_refused_with_what_to_write(
    tmp_path: Path, read: Callable[[Path], Iterable[object]], content: str, message: str
) -> None:
    with pytest.raises(CablesError, match=message):
        list(read(written(tmp_path, content)))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CablesError, match="nowhere cannot be read: No such file"):
        list(read_documents(tmp_path / "nowhere"))
