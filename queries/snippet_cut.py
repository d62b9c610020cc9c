"""How much of a text is shown around a match, and where the marks then stand.

A snippet is about thirty words, whole ones where they are no longer than words are, with single
blanks between them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from .highlight import joined
from .hits import Snippet
from .snippet_finders import Span

WORDS: Final = 30
LONGEST: Final = 600  # characters: thirty "words" may be of any length
_LONGEST_SIDE: Final = 240
_FAR: Final = 600  # characters of a text that are looked at on either side, blank ones too
_FEW: Final = 3
_GLUED: Final = 40  # characters: more is no punctuation of a word
_CUT: Final = "..."
_BLANK: Final = re.compile(r"\s")
_LETTER: Final = re.compile(r"[^\W_]")
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Cut:
    """``text[start:end]``, and whether more of it stands before and after."""

    text: str
    start: int
    end: int
    more_before: bool = False
    more_after: bool = False

    def snippet(self, spans: Iterable[Span], paragraph: int) -> Snippet:
        """What is shown, with marks at those of these spans that are in it."""
        before = f"{_CUT} " if self.more_before else ""
        after = f" {_CUT}" if self.more_after else ""
        marks = tuple(
            (len(before) + self._place(start), len(before) + self._place(end - 1) + 1)
            for start, end in joined(spans)
            if self.start <= start and end <= self.end
        )
        return Snippet(before + _flat(self.text[self.start : self.end]) + after, marks, paragraph)

    def _place(self, place: int) -> int:
        """Where this character, which is not blank, stands between single blanks."""
        return len(_flat(self.text[self.start : place + 1])) - 1


def cut_around(text: str, span: Span, limits: Span, room: int) -> Cut:
    """The text at a span, and so many words more, which both sides share, within these limits.

    >>> text = "On that day in March it rained a lot and nobody went out at all."
    >>> cut_around(text, (24, 30), (0, 64), 4).snippet([(24, 30)], 0)
    Snippet(text='... March it rained a lot ...', marks=((13, 19),), paragraph=0)
    """
    (start, end), (low, high) = span, limits
    end = _fitting(text, start, end)
    left = _Side(text[max(low, start - _FAR) : start][::-1], start - low > _FAR)
    right = _Side(text[end : min(high, end + _FAR)], high - end > _FAR)
    before = min(left.free, max(room // 2, room - right.free))
    after = min(right.free, room - before)
    most = min(_LONGEST_SIDE, (LONGEST - len(_flat(text[start:end]))) // 2)
    start -= left.reach(left.not_barely(before), most)
    end += right.reach(right.not_barely(after), most)
    return Cut(text, start, end, _has_words(text, low, start), _has_words(text, end, high))


class _Side:
    """What stands on one side of a match: the text away from it, which on the left is read
    backwards. ``free`` is how many words there are beside the rest of the match's own."""

    def __init__(self, text: str, torn: bool) -> None:  # noqa: FBT001 - a fact, no switch
        self._text = text
        self._words = text.split()
        if torn and text and not text[-1].isspace():
            self._words.pop()
        self._torn = torn
        self._own = int(bool(self._words) and not text[0].isspace())
        if self._own and len(self._words[0]) > _GLUED:
            self._own, self._words, self._torn = 0, [], True
        self.free = len(self._words) - self._own

    def not_barely(self, words: int) -> int:
        """So many words, or all of them where "..." would stand for two or three."""
        return words if self._torn or self.free - words > _FEW else self.free

    def reach(self, words: int, most: int) -> int:
        """How many characters the next words take, so many of them at most; without dashes and
        the like at the end."""
        taken = self._words[: self._own + words]
        while len(taken) > self._own and (
            not _LETTER.search(taken[-1]) or sum(map(len, taken)) + len(taken) > most
        ):
            taken.pop()
        if not taken:
            return 0
        rest = self._text.split(None, len(taken))[len(taken) :]
        return len(self._text) - len(rest[0]) if rest else len(self._text.rstrip())


def _fitting(text: str, start: int, end: int) -> int:
    """The end, or an earlier one where the text up to it is too long to be shown: behind a word,
    or inside the first."""
    if end - start <= LONGEST or len(_flat(text[start:end])) <= LONGEST:
        return end
    length, last = 0, start
    for word in _WORD.finditer(text, start, end):
        length += len(word[0]) + 1
        if length > LONGEST:
            return last if last > start else word.start() + LONGEST
        last = word.end()
    return last


def _flat(text: str) -> str:
    return " ".join(text.split())


def _has_words(text: str, start: int, end: int) -> bool:
    return bool(_LETTER.search(text, start, end))
