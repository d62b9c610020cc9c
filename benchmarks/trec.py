"""The files of a test collection: documents, topics, and which documents are relevant to which.

Documents are lines of JSON with an id and a text, or the SGML of TREC; topics are lines of an id, a
tab and a text, or the <top> elements of TREC. The first character of a file says which.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

import pytrec_eval

from indexer.errors import CablesError

Grades = Mapping[str, Mapping[str, int]]
"""For each topic the documents that were judged; those above 0 are relevant."""

_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*+>")
_NUMBER: Final = re.compile(r"<DOCNO>[^<]*+</DOCNO>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """A document or a topic."""

    id: str
    text: str


def read_documents(path: Path) -> Iterator[Text]:
    """The documents of a file, or of all files in a folder.

    Of an element <DOC> the text is what stands in its elements <TEXT>; where it has none, all but
    its number.

    :raises CablesError: where a file cannot be read.
    """
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if not file.is_dir():
            content = _content(file)
            read = _sgml_documents if content.startswith("<") else _json_documents
            yield from read(content, file)


def read_topics(path: Path) -> list[Text]:
    """The topics of a file; of an element <top> its title.

    :raises CablesError: where the file cannot be read.
    """
    content = _content(path)
    if content.startswith("<"):
        tops = _elements(content, "top")
        return [Text(_label(top, "num", path), _label(top, "title", path)) for top in tops]
    lines = [line.partition("\t") for line in content.split("\n") if line.strip()]
    for number, tab, _ in lines:
        if not tab:
            raise CablesError(f"{path}: write a tab between the id of a topic and it: {number}")
    return [Text(number.strip(), text.strip()) for number, _, text in lines]


def read_grades(path: Path) -> Grades:
    """The judgements of a file: lines of a topic, a column that is not used, a document, a grade.

    :raises CablesError: where the file cannot be read.
    """
    lines = [line for line in _content(path).split("\n") if line.strip()]
    try:
        return pytrec_eval.parse_qrel(lines)
    except (ValueError, AssertionError) as error:
        raise CablesError(
            f"{path}: write 'topic 0 document grade' in each line, no document twice for a topic"
        ) from error


def _content(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CablesError(f"{path} cannot be read: {error.strerror}") from error
    try:
        return data.decode("utf-8-sig").lstrip()
    except UnicodeDecodeError:  # the older collections
        return data.decode("latin-1").lstrip()


def _json_documents(content: str, path: Path) -> Iterator[Text]:
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            try:
                record = json.loads(line)
                yield Text(str(record["id"]), str(record["text"]))
            except (ValueError, KeyError, TypeError) as error:
                raise CablesError(
                    f"{path}, line {number}: write an object with 'id' and 'text' in each line"
                ) from error


def _sgml_documents(content: str, path: Path) -> Iterator[Text]:
    for element in _elements(content, "DOC"):
        texts = _elements(element, "TEXT") or [_NUMBER.sub(" ", element)]
        yield Text(_label(element, "DOCNO", path), _plain(texts))


def _elements(text: str, tag: str) -> list[str]:
    """What stands in each element; in one without an end, all up to the next or the end."""
    end = re.compile(f"</{tag}>", re.IGNORECASE)
    pieces = re.split(f"<{tag}>", text, flags=re.IGNORECASE)
    return [end.split(piece, maxsplit=1)[0] for piece in pieces[1:]]


def _label(element: str, tag: str, path: Path) -> str:
    """The text of a short element, which need not have an end, without "Number:" or "Topic:"."""
    found = _elements(element, tag)
    if not found:
        raise CablesError(f"{path}: an element has no <{tag}>: add it")
    text = _plain([found[0].partition("<")[0]])
    return text.removeprefix("Number:").removeprefix("Topic:").strip()


def _plain(pieces: Iterable[str]) -> str:
    return unescape(_TAG.sub(" ", " ".join(pieces))).strip()
