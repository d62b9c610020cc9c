"""Words and values of an archive's cables that are written nearly like one that no cable has."""

from collections import Counter
from typing import Final

from indexer.analysis import terms
from indexer.cable import Cable
from indexer.fields import BY_NAME, Field, Kind, fold_value

from .inquiry import Inquiry, alone
from .tree import Exact, Fuzzy

_ANYWHERE: Final = "text"
_MOST_COUNTED: Final = 20
_MOST: Final = 5


def nearest(ask: Inquiry, asked: str, field: str, distance: int) -> list[str]:
    """The words or values in the field ('' for text) that are 1 to ``distance`` edits away.

    They are folded, at most five, from the first fifty cables that have one: the nearest first,
    then those that most cables have.
    """
    from rapidfuzz.distance import OSA  # costs start-up time where nothing is suggested

    place = BY_NAME[field or _ANYWHERE]
    wanted = asked if place.kind is Kind.TEXT else fold_value(place, asked)
    seen: Counter[str] = Counter()
    for cable in ask.cables(alone(Fuzzy(asked, distance), field)):
        seen.update(word for word in _words(cable, place)
                    if abs(len(word) - len(wanted)) <= distance)
    far = {word: OSA.distance(wanted, word, score_cutoff=distance) for word in seen}
    near = [word for word in seen if 0 < far[word] <= distance]
    near.sort(key=lambda word: (far[word], -seen[word], word))
    near = near[:_MOST_COUNTED]
    near.sort(key=lambda word: (far[word], -ask.count(alone(Exact(word), field)), word))
    return near[:_MOST]


def _words(cable: Cable, field: Field) -> set[str]:
    """The words of a TEXT field, each once; the folded values of any other."""
    if field.covers:
        return set().union(*(_words(cable, BY_NAME[name]) for name in field.covers))
    values = field.words(cable)
    if field.kind is Kind.TEXT:
        return {term for value in values for term in terms(value)}
    return {fold_value(field, value) for value in values}
