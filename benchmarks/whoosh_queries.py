"""Queries of each kind for any archive, made of its own words, as ours and as plain Whoosh's."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from whoosh.analysis import STOP_WORDS
from whoosh.lang.porter import stem as porter

from indexer.analysis import STOP_WORDS as OUR_STOP_WORDS
from indexer.analysis import stem, terms
from indexer.cable import Cable

_SHORTEST: Final = 3  # letters; plain Whoosh leaves out single ones
_STOP_WORDS: Final = STOP_WORDS | OUR_STOP_WORDS


@dataclass(frozen=True, slots=True)
class Asked:
    """One query in both languages."""

    kind: str
    ours: str
    plain: str


def queries(cables: Sequence[Cable]) -> Iterator[Asked]:
    """A query of each kind, about these cables."""
    words = [terms(cable.body) for cable in cables]
    a, b, c = _around(words, 0.1)
    common, other, *_ = _around(words, 1.0)
    rare, *_ = _around(words, 2 / len(words))
    phrase, common_phrase = _phrase(words, 0.02, 0.3), _phrase(words, 0.4, 1.0)
    days = sorted(cable.created[:10] for cable in cables if len(cable.created) >= 10)
    first, last = days[len(days) // 4], days[len(days) // 2]
    (tag, _), *_ = Counter(tag.code for cable in cables for tag in cable.tags).most_common(1)
    for kind, text in (
        ("a rare word", rare),
        ("a word", a),
        ("a common word", common),
        ("two words", f"{a} {b}"),
        ("two common words", f"{common} {other}"),
        ("OR of three", f"{a} OR {b} OR {c}"),
        ("OR of common ones", f"{common} OR {other} OR {a}"),
        ("a phrase", f'"{phrase}"'),
        ("a phrase of common words", f'"{common_phrase}"'),
        ("a prefix", f"{a[:3]}*"),
        ("a wildcard", f"{a[0]}?{a[2]}*{a[-1]}"),
        ("NOT", f"{common} NOT {a}"),
    ):
        yield Asked(kind, f"body:({text})", text)
    yield Asked("two fields", a, f"subject:{a} OR body:{a}")
    plain_days = f"[{first.replace('-', '')} TO {last.replace('-', '')}]"
    yield Asked("dates", f"date:{first}..{last}", f"date:{plain_days}")
    yield Asked("a tag", f"tag:{tag}", f"tag:{tag.lower()}")
    yield Asked("a tag and a word", f"tag:{tag} body:{a}", f"tag:{tag.lower()} {a}")


def _around(words: Sequence[Sequence[str]], share: float) -> list[str]:
    """Three words that stand in about this share of the cables."""
    held = Counter(word for some in words for word in set(some) if _is_good(word))
    wanted = share * len(words)
    return sorted(held, key=lambda word: (abs(held[word] - wanted), word))[:3]


def _phrase(words: Sequence[Sequence[str]], least: float, most: float) -> str:
    """The commonest two words side by side that each stand in such a share of the cables."""
    held = Counter(word for some in words for word in set(some) if _is_good(word))
    good = {word for word, count in held.items() if least < count / len(words) <= most}
    pairs = Counter(
        pair for some in words for pair in pairwise(some) if good.issuperset(pair)
    )
    return " ".join(pairs.most_common(1)[0][0])


def _is_good(word: str) -> bool:
    """Whether a word is one that both sides index alike."""
    return (
        word.isascii() and word.isalpha() and len(word) >= _SHORTEST
        and word not in _STOP_WORDS and stem(word) == porter(word) == word
    )
