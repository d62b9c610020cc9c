"""How well an engine ranks, measured on a test collection: MAP, nDCG@10 and P@30.

``python -m benchmarks.ranking DOCUMENTS TOPICS QRELS [--engine whoosh] [--folder DIR]`` takes a
collection in the forms of TREC (see ``benchmarks/trec.py``). Its texts are indexed as the bodies of
cables, without an archive; --folder keeps the index there. A topic is asked as its words with OR
between them, as anybody could type it; the first 1,000 hits are judged. Topics without a relevant
document are left out.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Final

import pytrec_eval

from indexer.analysis import terms
from indexer.archive import Stored
from indexer.document import Document
from indexer.engines import ENGINES, write_engine
from indexer.errors import CablesError
from queries.engines import read_engine
from queries.engines.base import Deadline, ReadEngine, Sort
from queries.tree import Node, Or, Word

from .trec import Grades, Text, read_documents, read_grades, read_topics

_DEPTH: Final = 1000
_SECONDS: Final = 3600.0
_MEASURES: Final = {"map": "map", "ndcg_cut.10": "ndcg_cut_10", "P.30": "P_30"}
"""How trec_eval is asked for a measure, and how it names it."""

Runs = Mapping[str, Sequence[str]]
"""For each topic the documents that were found, the best first."""


@dataclass(frozen=True, slots=True)
class Quality:
    """The means over all topics with a relevant document."""

    topics: int
    map: float
    ndcg: float
    precision: float


class NoShelf:
    """No cables stand behind the index."""

    def cables(self, _: Sequence[int]) -> list[Stored]:
        return []

    def cited(self, _: Sequence[int]) -> set[str]:
        return set()


def index(engine: str, folder: Path, documents: Iterable[Text]) -> list[str]:
    """Index the documents in this folder, which is empty; their ids, in the order of the numbers
    that the engine knows them by, from 1.

    :raises CablesError: where two have the same id.
    """
    ids: list[str] = []

    def made() -> Iterator[Document]:
        for number, document in enumerate(documents, 1):
            ids.append(document.id)
            yield Document(number, document.id, 0, {"body": (document.text,)}, {}, {})

    writer = write_engine(engine)
    writer.create(folder)
    writer.update(folder, (), made())
    if len(set(ids)) < len(ids):
        (twice, _), = Counter(ids).most_common(1)
        raise CablesError(f"two documents have the id {twice}: give each its own")
    return ids


def question(text: str) -> Node | None:
    """What is asked for a topic; nothing where it has no words.

    >>> str(question("Heat-conduction problems"))
    'heat OR conduction OR problems'
    """
    words = tuple(map(Word, terms(text)))
    return Or(words) if words[1:] else next(iter(words), None)


def find(opened: ReadEngine, ids: Sequence[str], topics: Iterable[Text]) -> Runs:
    """What an open index finds for each of the topics."""
    runs: dict[str, Sequence[str]] = {}
    for topic in topics:
        asked, deadline = question(topic.text), Deadline(_SECONDS)
        hits = opened.search(asked, _DEPTH, Sort.SCORE, deadline) if asked else ()
        runs[topic.id] = [ids[hit.number - 1] for hit in hits]
    return runs


def judge(runs: Runs, grades: Grades) -> Quality:
    """How good the lists are, by trec_eval; of topics that have a relevant document.

    >>> judge({"1": ["b", "a"]}, {"1": {"a": 1}})
    Quality(topics=1, map=0.5, ndcg=0.6309297535714575, precision=0.03333333333333333)

    :raises CablesError: where there is none.
    """
    judged = {topic: dict(grades[topic]) for topic in runs if _has_relevant(grades, topic)}
    if not judged:
        raise CablesError("no topic has a relevant document: give topics and judgements that agree")
    # trec_eval orders by score alone, and equal ones by its own rule: places make it keep ours.
    scores = {
        topic: {document: -float(place) for place, document in enumerate(runs[topic])}
        for topic in judged
    }
    found = pytrec_eval.RelevanceEvaluator(judged, set(_MEASURES)).evaluate(scores)
    means = (
        mean(found.get(topic, {}).get(name, 0.0) for topic in judged)
        for name in _MEASURES.values()
    )
    return Quality(len(judged), *means)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("documents", "topics", "qrels"):
        parser.add_argument(name, type=Path, metavar=name.upper())
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    parser.add_argument("--folder", type=Path, metavar="DIR", help="keep the index in this folder")
    options = parser.parse_args(arguments)
    try:
        topics, grades = read_topics(options.topics), read_grades(options.qrels)
        with _empty_folder(options.folder) as folder:
            ids = index(options.engine, folder, read_documents(options.documents))
            opened = read_engine(options.engine).open_index(folder, NoShelf())
            runs = find(opened, ids, topics)
            opened.close()
        _print(options.engine, len(ids), judge(runs, grades))
    except CablesError as error:
        parser.error(str(error))


@contextmanager
def _empty_folder(wanted: Path | None) -> Iterator[Path]:
    """This folder, or one that goes when it is done with."""
    if wanted is None:
        with TemporaryDirectory() as folder:
            yield Path(folder)
        return
    wanted.mkdir(parents=True, exist_ok=True)
    if any(wanted.iterdir()):
        raise CablesError(f"{wanted} is not empty: give a new folder")
    yield wanted


def _has_relevant(grades: Grades, topic: str) -> bool:
    return any(grade > 0 for grade in grades.get(topic, {}).values())


def _print(engine: str, documents: int, quality: Quality) -> None:
    print(f"{'engine':<12}{'documents':>10}{'topics':>8}{'MAP':>9}{'nDCG@10':>9}{'P@30':>9}")
    print(f"{engine:<12}{documents:>10,}{quality.topics:>8}{quality.map:>9.4f}{quality.ndcg:>9.4f}"
          f"{quality.precision:>9.4f}")


if __name__ == "__main__":
    main()
