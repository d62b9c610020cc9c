"""A cable's body for snippets: its paragraphs and what stands between them, as terms by position.

Only the pieces that may hold what is asked for are analysed. A position counts the terms of those;
where words were left out, one position is left free, so that nothing stands side by side across it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from indexer.analysis import Token, terms, tokens
from indexer.cable import Cable, Paragraph
from indexer.telegram.breaks import mask_breaks

from .snippet_sieve import Sieve

_GAP: Final = "\n"  # no term
_BLANK: Final = re.compile(r"\s")
_WORD: Final = re.compile(r"[^\W_]")
_NEAR: Final = 200  # characters in which a word is looked for one by one


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a body; what stands between paragraphs has none."""

    start: int
    end: int
    paragraph: Paragraph | None = None


class Text:
    """A cable's body, and the terms of the pieces that may hold what is asked for.

    ``firsts`` has the position of the first word of each of these pieces; ``head`` is that of the
    first word that does not stand before all paragraphs.
    """

    def __init__(self, cable: Cable, sieve: Sieve) -> None:
        self.body = mask_breaks(cable.body)
        everything = list(_pieces(cable.paragraphs, len(self.body)))
        numbered = [piece.start for piece in everything if piece.paragraph]
        self.is_numbered = bool(numbered)
        self.pieces: list[Piece] = []
        self.firsts: list[int] = []
        self.words: list[str] = []
        for piece in _sifted(self.body, everything, sieve):
            self._analyse(piece)
        self.head = self._first_from(numbered[0]) if numbered else 0

    def piece_at(self, position: int) -> tuple[Piece, int]:
        """The piece that holds the word at this position, and the position of its first word."""
        number = bisect_right(self.firsts, position) - 1
        return self.pieces[number], self.firsts[number]

    def end_of_piece(self, position: int) -> int:
        """A position behind the piece that holds this one, and before the words of the next."""
        following = bisect_right(self.firsts, position)
        return self.firsts[following] if following < len(self.firsts) else len(self.words)

    def position(self, place: int) -> int:
        """The position of the first word that stands at this offset or behind it."""
        for first, piece in zip(self.firsts, self.pieces, strict=True):
            if place < piece.end:
                return first + len(terms(self.body[piece.start : max(piece.start, place)]))
        return len(self.words)

    def tokens(self, first: int, stop: int) -> list[Token]:
        """The words at these positions with their offsets in the body."""
        number = bisect_right(self.firsts, first) - 1
        last = bisect_right(self.firsts, stop - 1) - 1
        found: list[Token] = []
        for piece, begin in zip(
            self.pieces[number : last + 1], self.firsts[number : last + 1], strict=True
        ):
            found += _tokens(self.body, piece, max(0, first - begin), stop - begin)
        return found

    def _first_from(self, place: int) -> int:
        """The position of the first word of the pieces that begin here or later."""
        number = bisect_left([piece.start for piece in self.pieces], place)
        return self.firsts[number] if number < len(self.pieces) else len(self.words)

    def _analyse(self, piece: Piece | None) -> None:
        if piece:
            self.pieces.append(piece)
            self.firsts.append(len(self.words))
            self.words += terms(self.body[piece.start : piece.end])
        else:
            self.words.append(_GAP)


def _pieces(paragraphs: Sequence[Paragraph], length: int) -> Iterator[Piece]:
    """The whole body in order."""
    place = 0
    for paragraph in paragraphs:
        if place <= paragraph.start < paragraph.end <= length:
            if place < paragraph.start:
                yield Piece(place, paragraph.start)
            yield Piece(paragraph.start, paragraph.end, paragraph)
            place = paragraph.end
    if place < length:
        yield Piece(place, length)


def _sifted(body: str, pieces: Sequence[Piece], sieve: Sieve) -> Iterator[Piece | None]:
    """The pieces that may hold what is asked for, and None where words are left out."""
    holds = sieve.over(body)
    held = [holds(piece.start, piece.end) for piece in pieces]
    if sieve.counts_words and any(held):
        first, last = held.index(True), len(held) - held[::-1].index(True)
        held = [first <= number < last for number in range(len(held))]
    gap = False
    for piece, is_held in zip(pieces, held, strict=True):
        if is_held:
            if gap:
                yield None
            yield piece
            gap = False
        elif not gap:
            gap = bool(_WORD.search(body, piece.start, piece.end))


def _tokens(text: str, piece: Piece, first: int, stop: int) -> Iterator[Token]:
    """The words of a piece from one number to another, with their offsets in the text."""
    start, skipped = _shortly_before(text, piece, first)
    for token in islice(tokens(text[start : piece.end]), first - skipped, stop - skipped):
        yield Token(token.term, start + token.start, start + token.end)


def _shortly_before(text: str, piece: Piece, number: int) -> tuple[int, int]:
    """A place before the word with this number, and how many words of the piece stand before it:
    halving the text is much faster than to look at each word."""
    start, end, skipped = piece.start, piece.end, 0
    while end - start > _NEAR:
        blank = _BLANK.search(text, (start + end) // 2, end)
        if not blank:
            break
        before = len(terms(text[start : blank.start()]))
        if skipped + before <= number:
            start, skipped = blank.start() + 1, skipped + before
        else:
            end = blank.start()
    return start, skipped
