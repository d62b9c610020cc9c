"""The fields of a tantivy index, and how a document is written in them.

A TEXT field is two fields with positions, stems and unstemmed words. Both are given the same
terms, cut by `indexer.analysis`; tantivy parts them at blanks, and stems. Whole values are one
term each. Numbers are columns, and so is what the order of hits needs.
"""

from collections.abc import Sequence
from functools import lru_cache
from re import Match
from re import compile as pattern
from typing import Final

import tantivy

from ..analysis import spaced, stems
from ..document import Document
from .layout import (
    ENCODING,
    GAP,
    NUMBER_FIELDS,
    TEXT_FIELDS,
    VALUE_FIELDS,
    bounded,
    numbers,
    unstemmed,
)

LAYOUT: Final = 1
"""Goes up whenever an index must be made anew though the version of tantivy stays."""

NUMBER: Final = "_number"
MOMENT: Final = "_moment"
ID: Final = "_id"
RANK: Final = "_rank"

_STEMS: Final = "stems"
_WORDS: Final = "words"
_VALUE: Final = "raw"  # tantivy's own
_SURROGATE: Final = pattern("[\ud800-\udfff]")
_SHIFT: Final = 0x10F800 - 0xD800  # to the end of what Unicode leaves to private use
_SHORT: Final = 48  # characters

_LETTERS: Final = 12
_BASE: Final = 40  # _BASE ** _LETTERS is below 2 ** 64
_CODES: Final = {
    **{digit: 2 + place for place, digit in enumerate("0123456789")},
    **{letter: 13 + place for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")},
}


def schema() -> tantivy.Schema:
    """The fields of a new index."""
    builder = tantivy.SchemaBuilder()
    for field in TEXT_FIELDS:
        builder.add_text_field(field, tokenizer_name=_STEMS)
        builder.add_text_field(unstemmed(field), tokenizer_name=_WORDS)
    for field in VALUE_FIELDS:
        builder.add_text_field(field, tokenizer_name=_VALUE, index_option="basic")
    for field in NUMBER_FIELDS:
        builder.add_integer_field(numbers(field), fast=True)
    builder.add_integer_field(NUMBER, fast=True, indexed=True)  # deleting takes signed ones
    builder.add_integer_field(MOMENT, fast=True)
    builder.add_unsigned_field(RANK, fast=True)
    builder.add_bytes_field(ID, stored=True)
    return builder.build()


def register_analysers(index: tantivy.Index) -> None:
    """Make the analysers known that the fields name; tantivy forgets them at every open."""
    index.register_tokenizer(_WORDS, _at_blanks().build())
    english = tantivy.Filter.stemmer("english")
    index.register_tokenizer(_STEMS, _at_blanks().filter(english).build())


def row(document: Document) -> tantivy.Document:
    """The document as tantivy takes it."""
    made = tantivy.Document()
    for field, texts in document.texts.items():
        _add_texts(made, field, texts)
    for field, values in document.keywords.items():
        for value in values:
            made.add_text(field, as_utf8(value))
    for field, integers in document.numbers.items():
        for integer in integers:
            made.add_integer(numbers(field), bounded(integer))
    made.add_integer(NUMBER, document.number)
    made.add_integer(MOMENT, document.moment)
    made.add_unsigned(RANK, rank(document.id))
    made.add_bytes(ID, document.id.encode(*ENCODING))
    return made


def stored_id(row: tantivy.Document) -> str:
    """The id of a document that was looked up."""
    data = row.get_first(ID)
    return str(data, *ENCODING) if isinstance(data, bytes) else ""


def rank(cable_id: str) -> int:
    """A number below 2 ** 64 that is in the order of ids; some long ids have the same.

    >>> rank("08A1") < rank("08NOWHERE1") < rank("08NOWHERE12") < rank("10A1")
    True
    """
    value = 0
    known = True
    for place in range(_LETTERS):
        letter = cable_id[place : place + 1] if known else ""
        known = letter in _CODES
        value = value * _BASE + (_CODES[letter] if known else _unknown(letter))
    return value


def as_utf8(value: str) -> str:
    r"""The value as UTF-8 can hold it, and no other value's: for a lone surrogate stands a
    character of private use.

    >>> as_utf8("prel"), as_utf8("\udc80")
    ('prel', '\U0010fc80')
    """
    return value if value.isascii() else _SURROGATE.sub(_shifted, value)


def _at_blanks() -> tantivy.TextAnalyzerBuilder:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())


def _shifted(surrogate: Match[str]) -> str:
    return chr(ord(surrogate[0]) + _SHIFT)


def _unknown(letter: str) -> int:
    """Where letters stand that have no code of their own; 0 for none."""
    return (1 if letter < "0" else 12 if letter < "A" else 39) if letter else 0


def _add_texts(made: tantivy.Document, field: str, texts: Sequence[str]) -> None:
    lines = [spaced(text) if len(text) > _SHORT else _known(text) for text in texts]
    if len(lines) == 1:
        made.add_text(field, lines[0])
        made.add_text(unstemmed(field), lines[0])
        return
    words = [line.split() for line in lines]
    made.add_pre_tokenized_text(field, _with_gaps([stems(some) for some in words]))
    made.add_pre_tokenized_text(unstemmed(field), _with_gaps(words))


@lru_cache(maxsize=1 << 16)
def _known(text: str) -> str:
    """The terms of a short text, such as a name: many cables have the same."""
    return spaced(text)


def _with_gaps(texts: Sequence[Sequence[str]]) -> tantivy.PreTokenizedString:
    tokens = []
    start = 0
    for words in texts:
        tokens += [tantivy.Token(word, start + n, 0, 0) for n, word in enumerate(words)]
        start += len(words) + GAP
    return tantivy.PreTokenizedString("", tokens)
