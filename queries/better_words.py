"""What to write instead of words that no cable has: others spelt nearly alike, in two words or in
one; for a phrase, its words wherever they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, product
from typing import Final

from indexer.analysis import Token, terms, tokens

from .inquiry import Inquiry, alone
from .nearest import nearest
from .tree import And, Before, Exact, Fuzzy, In, Near, Node, Phrase, Word

_SHORTEST: Final = {1: 3, 2: 5}
_SHORTEST_SPLIT: Final = 6
_SHORTEST_PIECE: Final = 2
_MOST: Final = 5

_Words = Word | Exact | Phrase | Fuzzy


def better_words(ask: Inquiry, leaf: Node, field: str) -> list[Node]:
    """What can stand in the place of this leaf of a TEXT field ('' for none), the best first."""
    match leaf:
        case Near(left, right) | Before(left, right):
            return _finding(ask, [And((left, right))], field)
        case Word() | Exact() | Phrase() | Fuzzy():
            found = list(tokens(leaf.text))
            if len(found) == 1:
                return _better_word(ask, leaf, found[0].term, field)
            return _better_phrase(ask, leaf, found, field)
        case _:
            return []


def absent_words(ask: Inquiry, leaf: Node, field: str) -> list[str]:
    """Those of a leaf's several words that no cable has in the field."""
    if not isinstance(leaf, Word | Exact | Phrase | Fuzzy):
        return []
    words = dict.fromkeys(terms(leaf.text))
    return [word for word in words if ask.lacks(alone(replace(leaf, text=word), field))]


def run_together(ask: Inquiry, query: Node) -> Iterator[tuple[Node, Node, Node]]:
    """Two words of an AND that no cable has together, one word that some have, and the query with
    the one for the two."""
    field, whole = (query.field, query.part) if isinstance(query, In) else ("", query)
    parts = whole.parts if isinstance(whole, And) else ()
    for number, (left, right) in enumerate(pairwise(parts)):
        both, one = alone(And((left, right)), field), _one_word(left, right)
        if one and ask.count(alone(one, field)) and ask.lacks(both):
            kept = (*parts[:number], one, *parts[number + 2 :])
            changed = And(kept) if len(kept) > 1 else one
            yield both, alone(one, field), alone(changed, field)


def _one_word(left: Node, right: Node) -> Word | None:
    match left, right:
        case Word(first), Word(second) if first.isalpha() and second.isalpha():
            return Word(first + second)
        case _:
            return None


def _better_word(ask: Inquiry, leaf: _Words, term: str, field: str) -> list[Node]:
    found = _near(ask, term, field, 1)
    if not found:
        pieces = _finding(ask, [_apart(leaf, text) for text in _pieces(term)], field)
        if pieces:
            return pieces
        found = _near(ask, term, field, 2)
    return [_with(leaf, text) for text in found]


def _near(ask: Inquiry, term: str, field: str, distance: int) -> list[str]:
    """Words of letters alone: the number beside one that is not there is another thing."""
    if not term.isalpha() or len(term) < _SHORTEST[distance]:
        return []
    return [word for word in nearest(ask, term, field, distance) if word.isalpha()]


def _pieces(term: str) -> list[str]:
    """The word as two, in every way.

    >>> _pieces("seabed"), _pieces("inthe")
    (['se abed', 'sea bed', 'seab ed'], [])
    """
    if len(term) < _SHORTEST_SPLIT or not term.isalpha():
        return []
    places = range(_SHORTEST_PIECE, len(term) - _SHORTEST_PIECE + 1)
    return [f"{term[:place]} {term[place:]}" for place in places]


def _better_phrase(
    ask: Inquiry, leaf: _Words, found: Sequence[Token], field: str
) -> list[Node]:
    absent = set(absent_words(ask, leaf, field))
    if absent:
        choices = [
            (_near(ask, token.term, field, 1) or _near(ask, token.term, field, 2))
            if token.term in absent else [leaf.text[token.start : token.end]]
            for token in found
        ]
        texts = [_filled(leaf.text, found, words) for words in islice(product(*choices), _MOST)]
        mended = _finding(ask, [_with(leaf, text) for text in texts], field)
        if mended:
            return mended
    joined = _finding(ask, [_with(leaf, text) for text in _joints(leaf.text, found)], field)
    return joined or ([] if absent else _loosened(ask, leaf, field))


def _filled(text: str, places: Sequence[Token], words: Sequence[str]) -> str:
    """The text with these words in these places.

    >>> _filled("the pres-statement", list(tokens("the pres-statement")), ["a", "press", "x"])
    'a press-x'
    """
    for token, word in reversed(list(zip(places, words, strict=True))):
        text = text[: token.start] + word + text[token.end :]
    return text


def _joints(text: str, found: Sequence[Token]) -> list[str]:
    """The text with two neighbours as one word, in every way.

    >>> _joints("the non-proliferation", list(tokens("the non-proliferation")))
    ['thenon-proliferation', 'the nonproliferation']
    """
    return [
        text[: left.end] + text[right.start :]
        for left, right in pairwise(found)
        if left.term.isalpha() and right.term.isalpha()
    ][:_MOST]


def _loosened(ask: Inquiry, leaf: _Words, field: str) -> list[Node]:
    """The words of a phrase wherever they stand."""
    words = tuple(dict.fromkeys(terms(leaf.text)))
    if len(words) < 2 or isinstance(leaf, Word | Fuzzy):
        return []
    kind = Exact if isinstance(leaf, Exact) else Word
    return _finding(ask, [And(tuple(map(kind, words)))], field)


def _with(leaf: _Words, text: str) -> Node:
    """The leaf with another text; a spelling that was doubtful is sure now."""
    if isinstance(leaf, Fuzzy):
        return Word(text)
    return replace(leaf, text=text)


def _apart(leaf: _Words, text: str) -> Node:
    return Exact(text) if isinstance(leaf, Exact) else Phrase(text)


def _finding(ask: Inquiry, nodes: Sequence[Node], field: str) -> list[Node]:
    """Those that find anything in the field, what most cables have first."""
    counts = [(-ask.count(alone(node, field)), place) for place, node in enumerate(nodes)]
    return [nodes[place] for count, place in sorted(counts) if count][:_MOST]
