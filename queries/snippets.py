"""The words around a match, with the paragraph's number: made from the cable, not by an engine."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from indexer.analysis import Token, terms, tokens
from indexer.cable import Cable, Paragraph
from indexer.telegram.breaks import mask_breaks

from .highlight import Found, Highlighter
from .hits import Snippet
from .tree import Node

_WORDS: Final = 30
_LONGEST: Final = 600  # characters: thirty "words" may be of any length
_BESIDE: Final = 3  # characters of punctuation kept at either end
_CUT: Final = "..."
_WORD: Final = re.compile(r"\S+")


class Snippets:
    """The snippets for one query.

    >>> from queries.tree import Word
    >>> cable = Cable(body="UNCLAS NOWHERE 000012 The harvest was good.")
    >>> Snippets(Word("harvests"))(cable)
    (Snippet(text='UNCLAS NOWHERE 000012 The harvest was good.', marks=((26, 33),), paragraph=0),)
    """

    def __init__(self, tree: Node) -> None:
        self._highlighter = Highlighter(tree)

    def __call__(self, cable: Cable) -> tuple[Snippet, ...]:
        """The best place of the cable's body, or its beginning; none for a cable without text."""
        text = _Text(cable)
        found = self._highlighter.find(text.words)
        snippet = _around(text, found) if found else _beginning(cable, text.body)
        return (snippet,) if snippet.text else ()


class _Text:
    """A cable's body as words, and in pieces: its paragraphs, and what stands between them.

    ``firsts`` has the position of the first word of each piece, ``head`` that of the first
    paragraph's.
    """

    def __init__(self, cable: Cable) -> None:
        self.body = mask_breaks(cable.body)
        self.pieces = list(_pieces(cable.paragraphs, len(self.body)))
        self.words: list[str] = []
        self.firsts: list[int] = []
        for piece in self.pieces:
            self.firsts.append(len(self.words))
            self.words += terms(self.body[piece.start : piece.end])
        numbered = (n for n, piece in enumerate(self.pieces) if piece.paragraph)
        self.head = self.firsts[next(numbered, 0)]

    def piece_at(self, position: int) -> int:
        """Which piece holds the word at this position."""
        return bisect_right(self.firsts, position) - 1

    def end_of_piece(self, position: int) -> int:
        """The position behind the last word of the piece that holds this one."""
        following = bisect_right(self.firsts, position)
        return self.firsts[following] if following < len(self.firsts) else len(self.words)

    def low(self, number: int, place: int) -> int:
        """Where a snippet may begin: behind a paragraph's number and portion mark; elsewhere, as
        in the head, which is no running text, with the line of the match."""
        piece = self.pieces[number]
        if piece.paragraph is None and len(self.pieces) > 1:
            return max(piece.start, self.body.rfind("\n", piece.start, place) + 1)
        first = piece.paragraph.text.split(maxsplit=1)[:1] if piece.paragraph else []
        start = self.body.find(first[0], piece.start, piece.end) if first else -1
        return start if piece.start <= start <= place else piece.start


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a body; what stands between paragraphs has none."""

    start: int
    end: int
    paragraph: Paragraph | None = None


def _pieces(paragraphs: Sequence[Paragraph], length: int) -> Iterator[_Piece]:
    """The whole body in order."""
    place = 0
    for paragraph in paragraphs:
        if place <= paragraph.start < paragraph.end <= length:
            yield _Piece(place, paragraph.start)
            yield _Piece(paragraph.start, paragraph.end, paragraph)
            place = paragraph.end
    yield _Piece(place, length)


def _around(text: _Text, found: Sequence[Found]) -> Snippet:
    chosen = _best(found, text)
    first, stop = chosen[0].first, max(one.stop for one in chosen)
    number, last = text.piece_at(first), text.piece_at(stop - 1)
    piece, offset = text.pieces[number], text.firsts[number]
    high = text.pieces[last].end
    words = list(islice(tokens(text.body[piece.start : high]), stop - offset + _WORDS))
    low = text.low(number, piece.start + words[first - offset].start)
    before, after = _widen(words, first - offset, stop - offset, low - piece.start)
    start = _extend_left(text.body, piece.start + words[before].start, low)
    end = _extend_right(text.body, piece.start + words[after - 1].end, high)
    spans = [
        (piece.start + words[one.first - offset].start,
         piece.start + words[one.stop - offset - 1].end)
        for one in chosen
    ]
    cut = _Cut(text.body, start, end, _has_text(text.body, low, start),
               _has_text(text.body, end, high))
    return cut.snippet(spans, piece.paragraph.number if piece.paragraph else 0)


def _best(found: Sequence[Found], text: _Text) -> list[Found]:
    """The matches within one window of one piece: most different leaves, then below the head of
    the telegram, then most matches, then first."""
    best, best_rank = (0, 1), (0, False, 0)
    stop = 0
    leaves: Counter[int] = Counter()
    for start, one in enumerate(found):
        limit = min(one.first + _WORDS, text.end_of_piece(one.first))
        while stop < len(found) and (stop <= start or found[stop].stop <= limit):
            leaves[found[stop].leaf] += 1
            stop += 1
        rank = (len(leaves), one.first >= text.head, stop - start)
        if rank > best_rank:
            best, best_rank = (start, stop), rank
        leaves[one.leaf] -= 1
        if not leaves[one.leaf]:
            del leaves[one.leaf]
    return list(found[best[0] : best[1]])


def _widen(words: Sequence[Token], first: int, stop: int, low: int) -> tuple[int, int]:
    """From which to which word: what is left of the window is shared by both sides."""
    room = max(0, _WORDS - (stop - first))
    left = sum(word.start >= low for word in words[max(0, first - room) : first])
    right = min(room, len(words) - stop)
    before = min(left, max(room // 2, room - right))
    return first - before, stop + min(right, room - before)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A piece of a text, and whether more of it stands before and after."""

    text: str
    start: int
    end: int
    more_before: bool
    more_after: bool

    def snippet(self, spans: Sequence[tuple[int, int]], paragraph: int) -> Snippet:
        """The piece with single blanks, and its marks."""
        pieces = [_CUT] if self.more_before else []
        places: list[tuple[int, int]] = []  # where a word stood, and where it stands now
        length = len(_CUT) + 1 if self.more_before else 0
        more_after = self.more_after
        for word in _WORD.finditer(self.text, self.start, self.end):
            if length + len(word[0]) > _LONGEST:
                more_after = True
                break
            places.append((word.start(), length))
            pieces.append(word[0])
            length += len(word[0]) + 1
        text = " ".join([*pieces, _CUT] if more_after else pieces)
        marks = tuple(_moved(_joined(spans), places, length - 1))
        return Snippet(text, marks, paragraph)


def _moved(
    spans: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]], length: int
) -> Iterator[tuple[int, int]]:
    """The spans where the words that hold their ends now stand; those cut off are left out."""
    word = 0
    for start, end in spans:
        new: list[int] = []
        for edge in (start, end - 1):
            while word + 1 < len(places) and places[word + 1][0] <= edge:
                word += 1
            old_place, new_place = places[word] if places else (0, length)
            new.append(new_place + edge - old_place)
        if new[1] < length:
            yield new[0], new[1] + 1


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _beginning(cable: Cable, body: str) -> Snippet:
    """The beginning of the summary, of paragraph 1, or of what stands below the head."""
    if cable.summary.strip():
        return _first_words(cable.summary, 0, _paragraph_with(cable, cable.summary))
    if cable.paragraphs:
        return _first_words(cable.paragraphs[0].text, 0, cable.paragraphs[0].number)
    return _first_words(body, _below_subject(cable, body), 0)


def _first_words(text: str, start: int, paragraph: int) -> Snippet:
    """The first words from here on."""
    words = list(islice(tokens(text[start : start + 4 * _LONGEST]), _WORDS))
    end = _extend_right(text, start + words[-1].end, len(text)) if words else len(text)
    cut = _Cut(text, start, end, more_before=False, more_after=_has_text(text, end, len(text)))
    return cut.snippet((), paragraph)


def _below_subject(cable: Cable, body: str) -> int:
    """Where the text goes on after the subject; the start where there is no subject in it."""
    words = cable.subject.split()
    place = body.find(words[-1]) if words else -1
    line_end = body.find("\n", place) if place >= 0 else -1
    return line_end + 1 if line_end >= 0 and body[line_end:].strip() else 0


def _paragraph_with(cable: Cable, text: str) -> int:
    """The number of the paragraph that a text begins in; 0 where it cannot be told."""
    sought = " ".join(text.split()[:8])
    numbers = (p.number for p in cable.paragraphs if sought in " ".join(p.text.split()))
    return next(numbers, 0)


def _has_text(text: str, start: int, end: int) -> bool:
    return bool(text[start:end].strip())


def _extend_left(text: str, place: int, low: int) -> int:
    """The place, or that of the punctuation glued to it."""
    start = place
    while start > max(low, place - _BESIDE) and _is_punctuation(text[start - 1]):
        start -= 1
    return start


def _extend_right(text: str, place: int, high: int) -> int:
    end = place
    while end < min(high, place + _BESIDE) and _is_punctuation(text[end]):
        end += 1
    return end


def _is_punctuation(character: str) -> bool:
    return not (character.isspace() or character.isalnum())
