"""Did you mean: for a query that found nothing, the query that was meant, or why it found nothing.

A part that must be there and finds nothing is replaced by what is written nearly like it in the
archive itself, or by what the tables of codes and posts know. It works on every engine, since all
that an engine is asked are queries.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from indexer.fields import BY_NAME, Kind

from .better_values import better_values
from .better_words import better_words, run_together
from .blame import blamed, replaced
from .canonical import canonical
from .engines.base import TimedOut
from .errors import QueryError
from .inquiry import Inquiry, Searchable, alone
from .nothing import meaning, reasons, short
from .parser import parse
from .tree import And, Exact, In, Node, Phrase

SECONDS: Final = 1.0
_MOST: Final = 3
_MOST_TRIED: Final = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A part of a query that finds nothing, and what was perhaps meant.

    ``asked``, ``meant`` and ``query`` are canonical texts: of the part, of what stands in its
    place, and of the whole query with it, which finds cables. ``cables`` is how many ``meant``
    finds alone; ``message`` is a sentence of one line.
    """

    asked: str
    meant: str
    query: str
    cables: int
    message: str


@dataclass(frozen=True, slots=True)
class Advice:
    """For a query that found nothing: suggestions, up to three, or else sentences that say why."""

    suggestions: tuple[Suggestion, ...] = ()
    reasons: tuple[str, ...] = ()


def suggestions(
    archive: Searchable, query: Node, *, timeout: float = SECONDS
) -> tuple[Suggestion, ...]:
    """What was perhaps meant by a query that finds nothing, up to three parts of it.

    Where one part was mended, or several, all have the same ``query``. There are none for a query
    that finds something, where nothing is near, or where it takes longer than ``timeout`` seconds.

    ``for one in suggestions(archive, parse("canbera missile")): print(one.message)``
    """
    ask = Inquiry(archive, timeout)
    try:
        return _suggested(ask, query) if ask.lacks(query) else ()
    except TimedOut:
        return ()


def advise(archive: Searchable, query: Node, *, timeout: float = SECONDS) -> Advice:
    """Suggestions for a query that finds nothing, or where there are none, the reasons.

    Nothing at all for a query that finds something, or where it takes longer than ``timeout``
    seconds.
    """
    ask = Inquiry(archive, timeout)
    try:
        return _advice(ask, query) if ask.lacks(query) else Advice()
    except TimedOut:
        return Advice()


def _suggested(ask: Inquiry, query: Node) -> tuple[Suggestion, ...]:
    return _joined(ask, query) or _mended(ask, query)


def _advice(ask: Inquiry, query: Node) -> Advice:
    try:
        found = _suggested(ask, query)
    except TimedOut:  # what is known already can still be said
        found = ()
    if found:
        return Advice(found)
    return Advice(reasons=reasons(ask, query, islice(blamed(ask, query), _MOST)))


def _joined(ask: Inquiry, query: Node) -> tuple[Suggestion, ...]:
    """Two words that were one."""
    for asked, meant, whole in run_together(ask, query):
        text = _usable(ask, whole)
        if text:
            return (_suggestion(ask, asked, meant, text),)
    return ()


def _mended(ask: Inquiry, query: Node) -> tuple[Suggestion, ...]:
    """Parts that find nothing, each with the best that can stand in its place."""
    better = _better(ask, query)
    for chosen in islice(_best_first(tuple(better.values())), _MOST_TRIED):
        others = dict(zip(better, chosen, strict=True))
        text = _usable(ask, replaced(query, others)) if others else ""
        if text:
            return tuple(_suggestion(ask, *pair, text) for pair in others.items())
    return ()


def _better(ask: Inquiry, query: Node) -> dict[Node, list[Node]]:
    """The first parts that find nothing for which there is something better, with all of that."""
    found: dict[Node, list[Node]] = {}
    for part in blamed(ask, query):
        if part not in found and (better := _better_part(ask, part)):
            found[part] = better
        if len(found) == _MOST:
            break
    return found


def _better_part(ask: Inquiry, part: Node) -> list[Node]:
    field, leaf = (part.field, part.part) if isinstance(part, In) else ("", part)
    if field and BY_NAME[field].kind is not Kind.TEXT:
        return better_values(ask, leaf, field)
    return [alone(one, field) for one in better_words(ask, leaf, field)]


def _best_first(choices: Sequence[Sequence[Node]]) -> list[tuple[Node, ...]]:
    """One of each, those first that stand first.

    >>> from .tree import Word
    >>> a, b, c = map(Word, "abc")
    >>> _best_first([[a, b], [c]]) == [(a, c), (b, c)]
    True
    """
    places = product(*(range(len(some)) for some in choices))
    return [
        tuple(some[place] for some, place in zip(choices, chosen, strict=True))
        for chosen in sorted(places, key=lambda chosen: (sum(chosen), chosen))
    ]


def _usable(ask: Inquiry, query: Node) -> str:
    """The text of a query that can be written and finds something; else ''."""
    text = canonical(query)
    try:
        return text if ask.count(parse(text)) else ""
    except QueryError:  # too long now, or a NEAR beside what it cannot have
        return ""


def _suggestion(ask: Inquiry, asked: Node, meant: Node, query: str) -> Suggestion:
    found = ask.count(meant)
    return Suggestion(
        canonical(asked), canonical(meant), query, found, _message(asked, meant, found)
    )


def _message(asked: Node, meant: Node, found: int) -> str:
    cables = "1 cable" if found == 1 else f"{found} cables"
    match asked, meant:
        case In("id", leaf), In("cites"):
            return f"{short(leaf)} is not in the archive, but {cables} cite{'s' * (found == 1)} it"
        case In("id", leaf), In("id", other):
            return f"{short(leaf)} is not in the archive: did you mean {short(other)}?"
        case _:
            about = f"{meaning(meant)}, {cables}" if meaning(meant) else cables
            return (f"no cable has {short(asked)}{_how(asked, meant)}:"
                    f" did you mean {short(meant)} ({about})?")


def _how(asked: Node, meant: Node) -> str:
    """What a phrase asks for that its words alone do not."""
    if isinstance(asked, In) and isinstance(meant, In):
        return _how(asked.part, meant.part)
    beside = isinstance(asked, Exact) or (isinstance(asked, Phrase) and not asked.slop)
    return " side by side" if beside and isinstance(meant, And) else ""
