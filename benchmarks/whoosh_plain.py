"""Plain Whoosh, used as its manual shows it: what the Whoosh engine is compared with."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import DATETIME, ID, KEYWORD, TEXT, Schema
from whoosh.index import create_in, open_dir
from whoosh.qparser import QueryParser

from indexer.cable import Cable


def write(folder: Path, cables: Iterable[Cable]) -> None:
    """Index these cables in one commit of a writer with its default settings."""
    folder.mkdir()
    writer = create_in(str(folder), _schema()).writer()
    for cable in cables:
        writer.add_document(
            id=cable.id, subject=cable.subject, body=cable.body,
            tag=" ".join(tag.code for tag in cable.tags), date=_date(cable),
        )
    writer.commit()


class PlainIndex:
    """An open index; a query is parsed by Whoosh, and asks the body unless it says otherwise."""

    def __init__(self, folder: Path) -> None:
        self._searcher = open_dir(str(folder)).searcher()
        self._parser = QueryParser("body", self._searcher.schema)

    def search(self, query: str) -> int:
        """Find the best ten; how many these are."""
        return len(self._searcher.search(self._parser.parse(query), limit=10).top_n)

    def count(self, query: str) -> int:
        """How many hits there are."""
        return len(self._searcher.search(self._parser.parse(query), limit=None))


def _schema() -> Schema:
    return Schema(
        id=ID(stored=True), subject=TEXT(analyzer=StemmingAnalyzer()),
        body=TEXT(analyzer=StemmingAnalyzer()), tag=KEYWORD(lowercase=True), date=DATETIME,
    )


def _date(cable: Cable) -> datetime | None:
    try:
        return datetime.fromisoformat(cable.created.replace("Z", ""))
    except ValueError:
        return None
