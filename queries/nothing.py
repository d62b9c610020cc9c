"""Why a query found nothing, in short sentences, where there is nothing better to write."""

from collections.abc import Iterable
from typing import Final

from indexer.fields import BY_NAME, Kind
from indexer.tags import codes, kind_of

from .better_words import absent_words
from .dates import days, first_day, last_day
from .engines.base import Sort
from .inquiry import Inquiry, alone
from .tree import And, Boost, Has, In, Node, Range, Word

_MOST: Final = 3
_MOST_PARTS: Final = 6
_LONGEST: Final = 60
_CUT: Final = "…"


def reasons(ask: Inquiry, query: Node, blamed: Iterable[Node]) -> tuple[str, ...]:
    """Up to three sentences: what no cable has, or which parts no cable has together.

    Nothing is said that only repeats the query.
    """
    said = [_lacking(ask, node) for node in blamed]
    if said:
        bare = f"no cable has {short(query)}"
        return tuple(text for text in dict.fromkeys(said) if text != bare)[:_MOST]
    return tuple(_conflict(ask, query, ""))


def short(node: Node) -> str:
    """The text of a part of a query, cut where it is long.

    >>> short(Word("x" * 99))[-2:], len(short(Word("x" * 99)))
    ('x…', 60)
    """
    text = " ".join(str(node).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + _CUT


def meaning(node: Node) -> str:
    """What the code of a tag means, '' where it means nothing or the node is something else.

    >>> meaning(In("tag", Word("PREL")))
    'external political relations'
    """
    match node:
        case In("tag", Word(text)):
            known = codes().get(text.upper())
            return known.meaning if known else ""
        case _:
            return ""


def _lacking(ask: Inquiry, node: Node) -> str:
    match node:
        case In("id", Word(text)):
            return f"{text} is not in the archive"
        case In("tag", Word(text)) if not kind_of(text.upper()):
            return f"no cable has {short(node)}, which is no known code"
        case In("tag", Word()) if meaning(node):
            return f"no cable has {short(node)} ({meaning(node)})"
        case In("date", Word() | Range() as asked):
            return f"no cable has {short(node)}" + _other_days(ask, asked)
        case Has(field):
            return f"no cable has any {field}"
        case In(field, leaf) if BY_NAME[field].kind is Kind.TEXT:
            return _no_words(ask, node, leaf, field)
        case _:
            return _no_words(ask, node, node, "")


def _no_words(ask: Inquiry, node: Node, leaf: Node, field: str) -> str:
    """The words of a leaf that no cable has, or the leaf itself."""
    absent = absent_words(ask, leaf, field)
    missing = alone(Word(absent[0]), field) if len(absent) == 1 else node
    return f"no cable has {short(missing)}"


def _other_days(ask: Inquiry, asked: Word | Range) -> str:
    """From when to when there are cables, where what is asked for lies outside."""
    ends = [
        cable.created[:10]
        for sort in (Sort.DATE, Sort.NEWEST)
        for cable in ask.cables(Has("date"), sort, 1)
    ]
    if len(ends) < 2:
        return ""
    first, last = days(asked) if isinstance(asked, Range) else (
        first_day(asked.text), last_day(asked.text))
    if first_day(ends[0]) <= last and first <= last_day(ends[1]):
        return ""
    return f": the first is of {ends[0]}, the last of {ends[1]}"


def _conflict(ask: Inquiry, node: Node, field: str) -> list[str]:
    """The parts of an AND, each of which finds cables, while all of them find none."""
    match node:
        case And(parts):
            return _parts(ask, parts, field)
        case In(name, part):
            return _conflict(ask, part, name)
        case Boost(part):
            return _conflict(ask, part, field)
        case _:
            return []


def _parts(ask: Inquiry, parts: tuple[Node, ...], field: str) -> list[str]:
    for part in parts:
        if ask.lacks(alone(part, field)):
            return _conflict(ask, part, field)
    counts = [ask.count(alone(part, field)) for part in parts]
    if len(parts) > _MOST_PARTS or 0 in counts:
        return []
    shown = ", ".join(
        f"{short(alone(part, field))} {count}" for part, count in zip(parts, counts, strict=True)
    )
    return [f"each part alone finds cables, but no cable has all: {shown}"
            + _without(ask, parts, field)]


def _without(ask: Inquiry, parts: tuple[Node, ...], field: str) -> str:
    """What is found without the part that rules out most; '' for two parts, which say it."""
    if len(parts) == 2:
        return ""
    rests = (parts[:place] + parts[place + 1 :] for place in range(len(parts)))
    counts = [ask.count(alone(And(rest), field)) for rest in rests]
    most = max(counts)
    left_out = short(alone(parts[counts.index(most)], field))
    return f"; without {left_out} there {'is' if most == 1 else 'are'} {most}" if most else ""
