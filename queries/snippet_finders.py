"""Where one leaf of a query stands among the terms of a text."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, Protocol

from indexer.analysis import stems, terms

from .patterns import Test, leaf_tests
from .plan import Form
from .snippet_wishes import Leaf
from .together import together
from .tree import Exact, Fuzzy, Phrase, Regex, Wildcard, Word

Span = tuple[int, int]
"""Where something begins and the place behind it: positions of terms, or offsets of characters."""

Wanted = Mapping[Form, frozenset[str]]

_MOST: Final = 10_000  # places of one leaf in one text: nobody wants to see more
_LONGEST_RUN: Final = 30  # a longer phrase is known by its first words
_REMEMBERED: Final = 100_000


class Words:
    """The terms of a text by position. Stems, and the places of the words that are wanted, are
    found when they are first asked for, in one go for all finders."""

    def __init__(self, words: list[str], wanted: Wanted) -> None:
        self.terms = words
        self._wanted = wanted
        self._places: dict[Form, dict[str, list[int]]] = {}

    @cached_property
    def stems(self) -> list[str]:
        """The stems by position."""
        return stems(self.terms)

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The terms, each once."""
        return frozenset(self.terms)

    def in_form(self, form: Form) -> list[str]:
        """The words in this form by position."""
        return self.stems if form is Form.STEM else self.terms

    def places(self, form: Form, word: str) -> Sequence[int]:
        """The positions of a word that is wanted in this form."""
        if form not in self._places:
            self._places[form] = _places(self.in_form(form), self._wanted[form])
        return self._places[form].get(word, ())


class Finder(Protocol):
    """Looks for one leaf."""

    @property
    def form(self) -> Form:
        """In which form it asks for the places of words."""

    @property
    def wanted(self) -> Sequence[str]:
        """The words whose places it asks for."""

    def spans(self, words: Words) -> list[Span]:
        """Where the leaf stands, in order: so many places as anybody wants to see."""

    def marked(self, words: Words, spans: Sequence[Span]) -> Sequence[Span]:
        """What is to be marked where the leaf stands at these places."""


def finder(leaf: Leaf) -> Finder:
    """What looks for a leaf.

    >>> finder(Word("exports")).spans(Words(["an", "export"], {Form.STEM: frozenset(["export"])}))
    [(1, 2)]
    """
    match leaf:
        case Word(text) | Phrase(text, 0):
            return _Run(Form.STEM, stems(terms(text)))
        case Phrase(text, slop):
            return _Loose(stems(terms(text)), slop)
        case Exact(text):
            return _Run(Form.UNSTEMMED, terms(text))
        case Fuzzy(text, distance):
            tests = zip(terms(text), leaf_tests(leaf), strict=True)
            return _Tests([_Spelt(test, word, distance) for word, test in tests])
        case Wildcard() | Regex():
            return _Tests([_Answers(test) for test in leaf_tests(leaf)])


class _Whole:
    """What is marked from the first word to the last."""

    def marked(
        self, words: Words, spans: Sequence[Span]  # noqa: ARG002 - others look at the words
    ) -> Sequence[Span]:
        return spans


class _Run(_Whole):
    """Words side by side."""

    def __init__(self, form: Form, run: list[str]) -> None:
        self.form = form
        self.wanted = run[:1]
        self._run = run[:_LONGEST_RUN]

    def spans(self, words: Words) -> list[Span]:
        if not self._run:
            return []
        places = words.places(self.form, self._run[0])
        length = len(self._run)
        if length > 1:
            within = words.in_form(self.form)
            places = [one for one in places if within[one : one + length] == self._run]
        return [(place, place + length) for place in places[:_MOST]]


class _Loose:
    """Words in any order, with room for some others among them; only they are marked."""

    form = Form.STEM

    def __init__(self, need: Sequence[str], room: int) -> None:
        self.wanted = list(dict.fromkeys(need))
        self._need = Counter(need)
        self._width = len(need) + room

    def spans(self, words: Words) -> list[Span]:
        return list(self._shortest(words)) if self._need else []

    def marked(self, words: Words, spans: Sequence[Span]) -> Sequence[Span]:
        places, marked, done = self._places(words), list[Span](), 0
        for first, stop in spans:
            low, high = bisect_left(places, max(first, done)), bisect_left(places, stop)
            marked += [(place, place + 1) for place in places[low:high]]
            done = max(done, stop)
        return marked

    def _places(self, words: Words) -> list[int]:
        several = [words.places(self.form, word) for word in self.wanted]
        return sorted(place for places in several for place in places)[:_MOST]

    def _shortest(self, words: Words) -> Iterator[Span]:
        """From each word that is needed the shortest stretch that has them all."""
        places: dict[str, list[int]] = {word: [] for word in self.wanted}
        for place in self._places(words):
            places[words.stems[place]].append(place)
        return together(list(places.values()), list(self._need.values()), self._width)


class _Tests(_Whole):
    """Terms side by side that pass a test each, which is asked once for each different term."""

    form = Form.UNSTEMMED
    wanted: Sequence[str] = ()

    def __init__(self, answers: "Sequence[_Answers]") -> None:
        self._answers = answers

    def spans(self, words: Words) -> list[Span]:
        return list(islice(self._spans(words), _MOST))

    def _spans(self, words: Words) -> Iterator[Span]:
        passing = [answers.passing(words.distinct) for answers in self._answers]
        if not passing or not all(passing):
            return
        length, all_words = len(passing), words.terms
        for place in [place for place, word in enumerate(all_words) if word in passing[0]]:
            others = all_words[place + 1 : place + length]
            if len(others) == length - 1 and all(map(set.__contains__, passing[1:], others)):
                yield place, place + length


class _Answers(dict[str, bool]):
    """A test that remembers its answers."""

    def __init__(self, test: Test) -> None:
        super().__init__()
        self._test = test

    def __missing__(self, word: str) -> bool:
        answer = self[word] = bool(self._test(word))
        return answer

    def passing(self, words: Iterable[str]) -> set[str]:
        """Which of these words pass."""
        if len(self) > _REMEMBERED:
            self.clear()
        return {word for word in words if self[word]}


class _Spelt(_Answers):
    """The test of a word's spelling, behind one of its length: an edit changes it by one."""

    def __init__(self, test: Test, word: str, distance: int) -> None:
        super().__init__(test)
        self._lengths = range(len(word) - distance, len(word) + distance + 1)

    def passing(self, words: Iterable[str]) -> set[str]:
        """Which of these words pass."""
        return super().passing(word for word in words if len(word) in self._lengths)


def _places(words: Sequence[str], wanted: frozenset[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, word in [(place, word) for place, word in enumerate(words) if word in wanted]:
        places.setdefault(word, []).append(place)
    return places
