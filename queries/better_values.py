"""What to write instead of a code, a post or another whole value that no cable has."""

from collections.abc import Iterable
from typing import Final

from indexer.analysis import fold, terms
from indexer.fields import BY_NAME, fold_value
from indexer.ids import split_id, with_any_year
from indexer.posts import posts
from indexer.tags import codes, find_codes, suggestion

from .inquiry import Inquiry, alone
from .nearest import nearest
from .tree import Exact, Fuzzy, In, Node, Or, Phrase, Word

_SHORTEST: Final = 4
_SHORTEST_FOR_TWO: Final = 6
_FEW_VALUES: Final = frozenset(("form", "precedence"))
_MOST_IDS: Final = 3


def better_values(ask: Inquiry, leaf: Node, field: str) -> list[Node]:
    """What can stand in the place of this leaf of a field that is no TEXT, the best first.

    Each is a query of its own, since the best may be in another field.
    """
    if not isinstance(leaf, Word | Exact | Phrase | Fuzzy):
        return []
    match field:
        case "tag":
            return _tags(ask, leaf.text)
        case "post":
            return _posts(ask, leaf.text)
        case "id":
            return _ids(ask, leaf.text)
        case "form" | "precedence":
            return _values(_near(ask, leaf.text, field), field)
        case _:
            return []


def _tags(ask: Inquiry, text: str) -> list[Node]:
    """Codes that cables have: the one that was misprinted, those that mean this, those near."""
    code = " ".join(text.upper().split())
    if code in codes():
        return []
    sure = suggestion(code)
    found = _used(ask, [sure] if sure else [], "tag") or _used(ask, _meaning(text), "tag")
    return _values(found or [value.upper() for value in _near(ask, text, "tag")], "tag")


def _meaning(text: str) -> list[str]:
    """The codes that mean just this, else those that have all these words in their meaning.

    >>> _meaning("iraq"), _meaning("commercial fishing"), _meaning("subject")
    (['IZ'], ['EFIS'], [])
    """
    words = set(terms(text))
    found = [code for code in find_codes(text) if words and words <= set(terms(code.meaning))]
    same = [code for code in found if fold(code.meaning) == fold(text)]
    return [code.code for code in same or found]


def _posts(ask: Inquiry, text: str) -> list[Node]:
    """All posts of a country, or those that are written nearly so."""
    there = [post.name for post in posts().values() if fold(post.country) == fold(text)]
    used = _used(ask, there, "post")
    if len(used) > 1:
        return [In("post", Or(tuple(map(Word, sorted(used)))))]
    return _values(used or [value.upper() for value in _near(ask, text, "post")], "post")


def _ids(ask: Inquiry, text: str) -> list[Node]:
    """Cables with this number in another year, the nearest year first; else those that cite it."""
    asked = split_id(text)
    others = [one for one in with_any_year(f"{asked.post}{asked.serial}") if one != text]
    if not asked.serial or not others:
        return []
    found = [cable.id for cable in ask.cables(In("id", Or(tuple(map(Word, others)))))]
    found.sort(key=lambda one: (abs(split_id(one).year - asked.year), one))
    citing = alone(Word(text), "cites")
    return _values(found[:_MOST_IDS], "id") or ([citing] if ask.count(citing) else [])


def _near(ask: Inquiry, text: str, field: str) -> list[str]:
    length = len(fold_value(BY_NAME[field], text))
    few = field in _FEW_VALUES
    if length < _SHORTEST - few:
        return []
    found = nearest(ask, text, field, 1)
    two = few or (length >= _SHORTEST_FOR_TWO and field != "tag")
    return found or (nearest(ask, text, field, 2) if two else [])


def _used(ask: Inquiry, values: Iterable[str], field: str) -> list[str]:
    """Those that cables have, what most have first."""
    counts = {value: ask.count(alone(Word(value), field)) for value in values}
    return sorted(filter(counts.__getitem__, counts), key=lambda value: (-counts[value], value))


def _values(values: Iterable[str], field: str) -> list[Node]:
    return [alone(Word(value), field) for value in values]
