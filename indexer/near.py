"""Known words that are one slip away from a misprinted one, found without comparing with each.

A slip is a letter left out, added, changed for another, or two neighbours changed about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Near:
    """Known words, and what is left of each where a letter is left out."""

    words: frozenset[str]
    cut: Mapping[str, frozenset[str]]

    def lacking(self, found: str) -> frozenset[str]:
        """The words of which this one lacks a letter.

        >>> near_words(["PREL", "PREF"]).lacking("PEL")
        frozenset({'PREL'})
        """
        return self.cut.get(found, frozenset())

    def longer_or_changed(self, found: str) -> frozenset[str]:
        """The words to which this one adds a letter, or of which it changes one or two neighbours.

        >>> known = near_words(["PREL", "PREF"])
        >>> known.longer_or_changed("PPREL"), known.longer_or_changed("PRLE")
        (frozenset({'PREL'}), frozenset({'PREL'}))
        """
        shorter = _without_a_letter(found)
        near = {word for rest in shorter for word in self.cut.get(rest, ())}
        return (self.words & shorter) | {word for word in near if _changed(found, word)}

    def near(self, found: str) -> frozenset[str]:
        """Every word that is one slip away.

        >>> sorted(near_words(["PREL", "PREF", "PGOV"]).near("PRE"))
        ['PREF', 'PREL']
        """
        return self.lacking(found) | self.longer_or_changed(found)


def near_words(words: Iterable[str]) -> Near:
    """The known words, made ready to be looked up.

    >>> near_words(["PREL"]).near("PGOV")
    frozenset()
    """
    known = frozenset(words)
    cut: dict[str, set[str]] = {}
    for word in known:
        for rest in _without_a_letter(word):
            cut.setdefault(rest, set()).add(word)
    return Near(known, {rest: frozenset(longer) for rest, longer in cut.items()})


def only(words: frozenset[str]) -> str:
    """The one word, '' where there is none or several.

    >>> only(frozenset({"PREL"})), only(frozenset({"PREL", "PREF"}))
    ('PREL', '')
    """
    return next(iter(words)) if len(words) == 1 else ""


def _without_a_letter(word: str) -> frozenset[str]:
    return frozenset(word[:place] + word[place + 1 :] for place in range(len(word)))


def _changed(left: str, right: str) -> bool:
    """One letter for another, or two neighbours changed about, in words of one length."""
    if len(left) != len(right):
        return False
    different = [place for place in range(len(left)) if left[place] != right[place]]
    if len(different) == 2 and different[1] == different[0] + 1:
        first, second = different
        return left[first] == right[second] and left[second] == right[first]
    return len(different) == 1
