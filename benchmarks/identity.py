"""Which cable an invented one is: its number, post, time, classification, and what it cites."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Final

from .shape import CLASSIFICATIONS, PRECEDENCES, choice, shape

_CLASSIFICATIONS: Final = choice(CLASSIFICATIONS)
_PRECEDENCES: Final = choice(PRECEDENCES)
_LAST_DAYS: Final = {2010: 59}  # the published cables end in February 2010
_TRIES: Final = 6


@dataclass(frozen=True, slots=True)
class Identity:
    """What a cable is known by; ``number`` is its place in the corpus, ``created`` is UTC."""

    number: int
    post: str
    serial: int
    created: datetime
    classification: str
    precedence: str

    @property
    def id(self) -> str:
        """The canonical id: ``08NOWHERE12``."""
        return f"{self.created:%y}{self.post}{self.serial}"

    @property
    def noforn(self) -> bool:
        """Not for foreign eyes."""
        return self.classification.endswith("NOFORN")


def stream(seed: int, number: int, purpose: str) -> Random:
    """The random numbers of one cable for one purpose, the same on every machine."""
    return Random(f"{seed}/{number}/{purpose}")


@lru_cache(maxsize=4096)
def identify(seed: int, number: int) -> Identity:
    """The identity of a cable. Serials are places in the corpus, so that no two ids are alike."""
    random = stream(seed, number, "identity")
    year = int(shape().years.draw(random))
    minute = random.randrange(_LAST_DAYS.get(year, 365) * 24 * 60)
    return Identity(
        number=number,
        post=shape().posts.draw(random),
        serial=number + 1,
        created=datetime(year, 1, 1) + timedelta(minutes=minute),
        classification=_CLASSIFICATIONS.draw(random),
        precedence=_PRECEDENCES.draw(random),
    )


def cable_id(seed: int, number: int) -> str:
    """The canonical id of a cable.

    >>> cable_id(1, 0) == cable_id(1, 0)
    True
    """
    return identify(seed, number).id


def cited(seed: int, number: int) -> tuple[Identity, ...]:
    """The cables that this one cites: earlier in the corpus and in time.

    Low numbers are drawn more often, so that a few cables are cited by many.
    """
    random = stream(seed, number, "references")
    wanted = random.choices((0, 1, 2, 3, 4, 6), (40, 27, 17, 9, 5, 2))[0]
    found = {one.id: one for one in _earlier(random, identify(seed, number), seed, wanted)}
    return tuple(found.values())


def _earlier(random: Random, citing: Identity, seed: int, wanted: int) -> Iterator[Identity]:
    """Up to so many candidates; a cable that comes too late in time is drawn anew a few times."""
    for _ in range(wanted if citing.number else 0):
        for _ in range(_TRIES):
            candidate = identify(seed, int(citing.number * random.random() ** 2))
            if candidate.created < citing.created:
                yield candidate
                break
