"""The words around a match, with the paragraph's number: made from the cable, not by an engine."""

from collections.abc import Sequence

from indexer.analysis import terms
from indexer.cable import Cable

from .highlight import Found, Highlighter
from .hits import Snippet
from .passages import best_passages
from .snippet_beginning import beginning
from .snippet_numbers import without_numbers
from .snippet_parts import part_span
from .snippet_sieve import Sieve
from .snippet_text import Text
from .snippet_wishes import ANYWHERE, body_wishes
from .tree import Node


class Snippets:
    """The snippets for one query: so many passages of a cable at most.

    >>> from queries.tree import Word
    >>> cable = Cable(body="UNCLAS NOWHERE 000012 The harvest was good.")
    >>> Snippets(Word("harvests"))(cable)
    (Snippet(text='UNCLAS NOWHERE 000012 The harvest was good.', marks=((26, 33),), paragraph=0),)

    :raises ValueError: for fewer than one passage.
    """

    def __init__(self, tree: Node, most: int = 3) -> None:
        if most < 1:
            raise ValueError(f"{most} passages of a cable")
        wishes = body_wishes(tree)
        self._most = most
        self._highlighter = Highlighter(wishes)
        self._sieve = Sieve(wishes)
        self._parts = {wish.part for wish in wishes} - {ANYWHERE}

    def __call__(self, cable: Cable) -> tuple[Snippet, ...]:
        """The best passages of the cable's body in its order: the best place of all, and others
        that add something to it. Where nothing is to be marked, the beginning; none for a cable
        without text."""
        text = Text(cable, self._sieve)
        found = self._found(text, cable)
        if not found:
            snippet = beginning(cable, text.body)
            return (snippet,) if snippet.text else ()
        reasons = self._outside_subject(found, text, cable)
        chosen = best_passages(text, found, reasons, self._most)
        return tuple(passage.snippet() for passage in chosen)

    def _found(self, text: Text, cable: Cable) -> Sequence[Found]:
        """What is to be shown, by position."""
        parts = {}
        for part in self._parts:
            start, end = part_span(cable, text.body, part)
            parts[part] = (text.position(start), text.position(end))
        return without_numbers(text, self._highlighter.find(text.words, parts))

    def _outside_subject(
        self, found: Sequence[Found], text: Text, cable: Cable
    ) -> Sequence[Found]:
        """What was found, without the head's words that stand in the subject: that is shown by
        itself, and the head is where it stands once more."""
        if found[0].first >= text.head:
            return found
        subject = {one.leaf for one in self._highlighter.find(terms(cable.subject))}
        return [one for one in found if one.first >= text.head or one.leaf not in subject]
