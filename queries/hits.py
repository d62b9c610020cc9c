"""A hit as a reader sees it: frozen values, and their machine form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.listed import Listed

HIT_VERSION: Final = 1
"""Goes up whenever a key of the machine form changes its meaning or goes away."""

_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some words of a cable, white space normalised.

    ``marks`` are the spans of the words that were asked for, as offsets into ``text``, in order
    and apart; ``paragraph`` is the number of the paragraph, 0 for none.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A cable that was found. ``rank`` counts from 1; ``score`` is 0.0 where the order is not by
    score; ``number`` is the archive's own number of the cable, ``tags`` are codes."""

    rank: int
    id: str
    created: str
    released: str
    classification: str
    caveats: tuple[str, ...]
    post: str
    origin: str
    subject: str
    tags: tuple[str, ...]
    score: float
    snippets: tuple[Snippet, ...]
    source: str
    number: int


def marking(classification: str, caveats: Sequence[str]) -> str:
    """Classification and caveats as one line, each word of it once.

    >>> marking("SECRET//NOFORN", ("SIPDIS", "NOFORN"))
    'SECRET//NOFORN//SIPDIS'
    """
    parts = [part for part in classification.split("//") if part]
    return "//".join(dict.fromkeys((*parts, *caveats)))


def make_hit(rank: int, listed: Listed, score: float, snippets: Sequence[Snippet]) -> Hit:
    """The hit for a cable of the archive."""
    return Hit(
        rank, listed.id, listed.created, listed.released, listed.classification, listed.caveats,
        listed.post, listed.origin, listed.subject, listed.tags, score, tuple(snippets),
        listed.source, listed.number,
    )


def hit_record(hit: Hit) -> dict[str, object]:
    """The hit as a JSON object; its keys and their order are stable within HIT_VERSION."""
    return {
        "rank": hit.rank,
        "id": hit.id,
        "created": hit.created,
        "released": hit.released,
        "classification": hit.classification,
        "caveats": list(hit.caveats),
        "post": hit.post,
        "origin": hit.origin,
        "subject": hit.subject,
        "tags": list(hit.tags),
        "score": round(hit.score, _DIGITS),
        "snippets": [_snippet_record(snippet) for snippet in hit.snippets],
        "source": hit.source,
        "number": hit.number,
    }


def _snippet_record(snippet: Snippet) -> dict[str, object]:
    return {
        "text": snippet.text,
        "marks": [list(mark) for mark in snippet.marks],
        "paragraph": snippet.paragraph,
    }
