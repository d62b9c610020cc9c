"""How the published cables are spread: the figures that an invented corpus follows."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final, TypedDict

_FIGURES: Final = Path(__file__).with_name("shape.json")

# Per hundred cables, rounded.
CLASSIFICATIONS: Final[Mapping[str, float]] = {
    "CONFIDENTIAL": 37,
    "UNCLASSIFIED": 30,
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": 23,
    "SECRET": 5,
    "CONFIDENTIAL//NOFORN": 3,
    "SECRET//NOFORN": 2,
}
PRECEDENCES: Final[Mapping[str, float]] = {"R": 55, "P": 30, "O": 15}


@dataclass(frozen=True, slots=True)
class Choice:
    """Values to draw from, the more often the greater their weight."""

    values: tuple[str, ...]
    cumulative: tuple[float, ...]

    def draw(self, random: Random) -> str:
        """One value."""
        return self.many(random, 1)[0]

    def many(self, random: Random, count: int) -> list[str]:
        """So many values, each drawn anew."""
        return random.choices(self.values, cum_weights=self.cumulative, k=count)


def choice(weights: Mapping[str, float]) -> Choice:
    """The choice among these values.

    >>> choice({"a": 1, "b": 3}).cumulative
    (1, 4)
    """
    return Choice(tuple(weights), tuple(accumulate(weights.values())))


@dataclass(frozen=True, slots=True)
class Shape:
    """The figures: how often each year, post and tag; how posts are written."""

    years: Choice
    posts: Choice
    tags: Choice
    countries: Mapping[str, str]
    names: Mapping[str, str]
    consulates: frozenset[str]
    missions: frozenset[str]

    def name(self, post: str) -> str:
        """A post as it is written in a text: ``TEL AVIV``."""
        return self.names.get(post, post)


class _Figures(TypedDict):
    cables: int
    years: dict[str, float]
    posts: dict[str, float]
    other_posts: list[str]
    consulates: list[str]
    missions: list[str]
    names: dict[str, str]
    countries: dict[str, str]
    tags: dict[str, float]


@cache
def shape() -> Shape:
    """The shape of the published cables, read once.

    >>> shape().name("TELAVIV")
    'TEL AVIV'
    """
    figures: _Figures = json.loads(_FIGURES.read_text(encoding="utf-8"))
    return Shape(
        years=choice(figures["years"]),
        posts=choice(_posts(figures)),
        tags=choice(figures["tags"]),
        countries=figures["countries"],
        names=figures["names"],
        consulates=frozenset(figures["consulates"]),
        missions=frozenset(figures["missions"]),
    )


def _posts(figures: _Figures) -> dict[str, float]:
    """The counted posts, and the others with an equal share of what is left."""
    left = figures["cables"] - sum(figures["posts"].values())
    return figures["posts"] | _equal(figures["other_posts"], left)


def _equal(values: Iterable[str], total: float) -> dict[str, float]:
    together = tuple(values)
    return dict.fromkeys(together, total / len(together))
