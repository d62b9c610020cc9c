"""A vocabulary of about 60,000 words, English at its head and invented in its tail."""

from functools import cache
from itertools import accumulate, chain, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from .shape import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VOCABULARY: Final = 60_000
_OFFSET: Final = 2.7  # Zipf's law as Mandelbrot mended it, so that "the" is not every tenth word
_EXPONENT: Final = 1.1

_HEAD: Final = Path(__file__).with_name("words.txt")

_ONSETS: Final = (
    "b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st",
    "t", "tr", "v", "w",
)
_VOWELS: Final = ("a", "e", "i", "o", "u", "ai")
_MIDDLES: Final = (
    "b", "d", "g", "k", "l", "ll", "m", "mb", "n", "nd", "nt", "p", "r", "rd", "rk", "s", "ss",
    "st", "t", "v",
)
_ENDINGS: Final = (
    "n", "r", "l", "s", "t", "ng", "nd", "ra", "lo", "nia", "ment", "tion", "ring", "der", "st", "",
)


@cache
def vocabulary() -> Choice:
    """The words, the commonest first, with Zipf's weights."""
    head = _HEAD.read_text(encoding="utf-8").split()
    words = tuple(islice(_distinct(chain(head, _invented())), VOCABULARY))
    weights = ((rank + _OFFSET) ** -_EXPONENT for rank in range(1, len(words) + 1))
    return Choice(words, tuple(accumulate(weights)))


@cache
def surnames() -> tuple[str, ...]:
    """Invented names of persons, from the rare end of the vocabulary."""
    return tuple(word for word in vocabulary().values[-2_000:] if 5 <= len(word) <= 9)


def _invented() -> "Iterator[str]":
    """Words that can be pronounced, in no alphabetical order, without end in practice."""
    lists = (_ONSETS, _VOWELS, _MIDDLES, _VOWELS, _ENDINGS)
    random = Random("vocabulary")  # a seed of text gives the same numbers on every machine
    while True:
        yield "".join(map(random.choice, lists))


def _distinct(words: "Iterator[str]") -> "Iterator[str]":
    seen: set[str] = set()
    for word in words:
        if word not in seen:
            seen.add(word)
            yield word


def sentences(random: Random, count: int) -> "Iterator[str]":
    """About so many words, as sentences.

    >>> {text[-1] for text in sentences(Random(1), 40)}
    {'.'}
    """
    words = vocabulary().many(random, count)
    place = 0
    while place < count:
        length = random.randrange(8, 27)
        yield _sentence(random, words[place : place + length])
        place += length


def _sentence(random: Random, words: "Sequence[str]") -> str:
    parts = [words[0].capitalize(), *words[1:]]
    if len(parts) > 12:
        parts[random.randrange(3, 9)] += ","
    if random.random() < 0.2:
        parts.insert(len(parts) // 2, f"{random.randrange(2, 40_000):,}")
    if random.random() < 0.15:
        parts.insert(len(parts) // 3 + 1, random.choice(surnames()).title())
    return " ".join(parts) + "."


def title(random: Random) -> str:
    """A subject line in capitals, of four to eleven words."""
    return " ".join(vocabulary().many(random, random.randrange(4, 12))).upper()
