"""How numbers are written in a Whoosh index, and what a document must be found by there."""

from collections.abc import Iterator
from typing import Final

from ..document import Document
from . import layout
from .layout import bounded, numbers

_LEAST: Final = bounded(-(10**30))


def number_term(value: int) -> str:
    """A number as a term, so that terms are in the order of numbers; the farthest are 10**10 - 1.

    >>> number_term(-1) < number_term(0) < number_term(733000) < number_term(10**30)
    True
    """
    return f"{bounded(value) - _LEAST:011d}"


def sample_terms(document: Document) -> Iterator[tuple[str, str]]:
    """Index fields with terms that this document must be found by: some words of each text, and
    every value and number."""
    yield from layout.sample_terms(document)
    for field, integers in document.numbers.items():
        for integer in integers:
            yield numbers(field), number_term(integer)
