"""Text to terms: the one place that says what a word is, for every engine and every query.

A term is a run of letters and digits, case and accents folded. Beyond that:

- ``2,500`` is the number 2500, and ``U.S.`` is the word us: the marks inside are dropped;
- ``Canberra's`` is canberra, and ``U.S.A's`` usa; any other apostrophe, hyphen, slash or dot
  parts words, so that ``L'Estrange``, ``post-Soviet``, ``S/CT`` and ``1.4(b)`` are words side by
  side;
- ``051`` is 51;
- a redaction, four or more x in a row even inside a word, is the one term ``xxx``;
- nothing is left out: STOP_WORDS are terms like any other, and only count nothing in a ranking.

A stem is the Snowball English stem of a term. Both are cut at 128 characters.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from .plain_words import in_plain_marks, spaced_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ANALYSIS_VERSION: Final = 2
"""Goes up whenever the same text may give other terms: an older index is then rebuilt."""

LONGEST_TERM: Final = 128
_REMEMBERED: Final = 500_000
_SHORT: Final = 24  # characters: a word or two, which are remembered

# Marks that sit inside a word without being letters: combining accents, vowel signs, soft hyphen.
MARKS: Final = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200c\u200d\u20d0-\u20ff\ufe20-\ufe2f"
)
_RAW: Final = re.compile(
    rf"[^\W_]++(?![.,'\u2019{MARKS}])"  # most words: what follows cannot belong to them
    r"|(?:\d{1,3}(?:,\d{3})+(?!\w)"  # 2,500
    r"|[^\W\d_](?:\.[^\W\d_])+(?!\w)"  # U.S.
    rf"|[^\W_]++(?:[{MARKS}]++[^\W_]*+)*+)(?:['\u2019][sS](?!\w))?"  # Canberra's
)
_REDACTION: Final = re.compile(r"[xX]{4,}")
_POSSESSIVE: Final = re.compile(r"['\u2019][sS]$")
_NO_DECOMPOSITION: Final = str.maketrans(
    {"ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ł": "l", "Ł": "l", "ħ": "h",
     "Ħ": "h", "\u0131": "i", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
)

_STOP_WORDS: Final = """
    i me my myself we our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves what which
    whom this that these those am is are was were be been being have has had having do does
    did doing a an the and but if or because as until while of at by for with about against
    between into through during before after above below to from up down in out on off over
    under again further then once here there when where why how all any both each few more
    most other some such no nor not only own same so than too very can will just should now
"""
STOP_WORDS: Final = frozenset(_STOP_WORDS.split())
"""Terms that say how a question is put, not what it is about: PostgreSQL's English stop words
(snowball/stopwords/english.stop, 127 words, which Whoosh has as well; Lucene's 33 are among them).
Without "s", "t" and "don", which are what is left of "don't", and without "who", which is an
organization too."""


@dataclass(frozen=True, slots=True)
class Token:
    """A term and where it stands: ``text[start:end]`` is what was printed."""

    term: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text without case, accents and outer or doubled white space.

    >>> fold("  São  Tomé ")
    'sao tome'
    """
    return " ".join(_fold(text).split())


def terms(text: str) -> list[str]:
    """The terms of a text in order; their places in the list are their positions.

    >>> terms("Canberra's 051 exports, U.S.-EU; SXXXXXXXXXXXXsaid 2,500")
    ['canberra', '51', 'exports', 'us', 'eu', 's', 'xxx', 'said', '2500']
    """
    return spaced(text).split()


def spaced(text: str) -> str:
    """The same terms as one text, with blanks around them: for an engine that parts them itself.

    >>> spaced("U.S.-EU: 2,500 Café")
    'us eu 2500 cafe'
    """
    if len(text) < _SHORT:
        return _spaced_by_rule(text)
    plain = in_plain_marks(text)
    words = spaced_plain(plain)
    return " ".join(_spaced_lines(plain)) if words is None else words


def _spaced_lines(text: str) -> "Iterator[str]":
    """No word goes over a line's end: the lines that are plain English are still done at once."""
    for is_plain, lines in groupby(text.split("\n"), key=_is_plain):
        some = "\n".join(lines)
        words = spaced_plain(some) if is_plain else None
        yield _spaced_by_rule(some) if words is None else words


def _is_plain(line: str) -> bool:
    return line.isascii() and not _REDACTION.search(line)


def _spaced_by_rule(text: str) -> str:
    return " ".join(map(_TERMS.__getitem__, _RAW.findall(text)))


def tokens(text: str) -> "Iterator[Token]":
    """The same terms as :func:`terms`, each with its span in the text.

    >>> [(token.term, token.start, token.end) for token in tokens("the 051st Café")]
    [('the', 0, 3), ('051st', 4, 9), ('cafe', 10, 14)]
    """
    for match in _RAW.finditer(text):
        term = _TERMS[match[0]]
        if " " in term:
            yield from _pieces(match[0], match.start())
        elif term:
            yield Token(term, match.start(), match.end())


def stem(term: str) -> str:
    """The English stem of a term.

    >>> stem("missiles"), stem("2008")
    ('missil', '2008')
    """
    return _STEMS[term]


def stems(terms_: list[str]) -> list[str]:
    """The stems of these terms, in their order."""
    return list(map(_STEMS.__getitem__, terms_))


def _pieces(raw: str, offset: int) -> "Iterator[Token]":
    """The tokens of a run of letters that a redaction is glued to."""
    place = 0
    for match in _REDACTION.finditer(raw):
        yield from _piece(raw, place, match.start(), offset)
        yield Token("xxx", offset + match.start(), offset + match.end())
        place = match.end()
    yield from _piece(raw, place, len(raw), offset)


def _piece(raw: str, start: int, end: int, offset: int) -> "Iterator[Token]":
    term = _term(raw[start:end])
    if term:
        yield Token(term, offset + start, offset + end)


def _raw_terms(raw: str) -> str:
    """The terms of one match of _RAW, joined by blanks: one, but where a redaction is inside."""
    if not _REDACTION.search(raw):
        return _term(raw)
    pieces = [_term(piece) for piece in _REDACTION.split(raw)]
    return " ".join(" xxx ".join(pieces).split())


def _term(raw: str) -> str:
    folded = "".join(filter(str.isalnum, _fold(_POSSESSIVE.sub("", raw))))
    if folded.startswith("0") and folded.isdecimal():
        folded = folded.lstrip("0") or "0"
    return folded[:LONGEST_TERM]


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).translate(_NO_DECOMPOSITION).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in plain if not unicodedata.combining(c))


@cache
def _stemmer() -> "Callable[[str], str]":
    import Stemmer  # costs start-up time where nothing is analysed

    english = Stemmer.Stemmer("english")
    english.maxCacheSize = 0  # _STEMS remembers
    stem_word: Callable[[str], str] = english.stemWord
    return stem_word


class _Remembered(dict[str, str]):
    """A function from text to text that remembers its answers, so that a lookup is one step."""

    def __init__(self, function: "Callable[[str], str]") -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        value = self._function(key)
        if len(key) <= LONGEST_TERM:
            self[key] = value
        return value


_TERMS: Final = _Remembered(_raw_terms)
_STEMS: Final = _Remembered(lambda term: _stemmer()(term)[:LONGEST_TERM])
