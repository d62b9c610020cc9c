"""The codes of the TAGS line, in every way of setting them down."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..cable import Tag
from ..tags import codes, kind_of, phrase_beginnings, phrases, segment, suggestion
from .blocks import Head
from .tag_items import MARKS, NO_TAGS, Segment, behind_order, code_of, cut, without_order
from .tag_persons import bare_person, name_length, names_persons, person, persons_in

_LONGEST: Final = 4000
_MOST: Final = 200
_LONGEST_PHRASE: Final = 3
_LONGEST_CODE: Final = 5
_LONGEST_RUN: Final = 8

_MARKING: Final = re.compile(r"(?:C|U|S|SBU|LOU|NF)(?:/{1,2}\w{1,4})?")
_SLASH: Final = re.compile(r"[/\\.:|+&*_`=<>]+")
_HYPHEN: Final = re.compile(r"[-\u2013]+")
_PROSE: Final = re.compile(r"[A-Za-z][a-z]+\s[a-z]+\s[a-z]+|[^\n:]{12,}:")
# The next block, where its label was not seen as one.
_STOP: Final = re.compile(
    r"\bE\.?\s?O\.?:?\s?1\d{4}|\bDECL(?:AS)?\b|\bSUB[A-Z]{0,5}\s?:|\bREF(?:TEL)?S?\s?:"
    r"|\bCLASSIFIED\sBY\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags in order, each code once, and what is doubtful about them."""

    tags: tuple[Tag, ...] = ()
    doubts: tuple[str, ...] = ()


def read_tags(head: Head) -> Tags:
    """The tags, in capitals; a misspelt code is kept as found, and the doubt says what was meant.

    >>> from indexer.telegram.blocks import read_blocks
    >>> found = read_tags(read_blocks("TAGS: prel, OVIP (DOE, JANE) ECONEFIN/IZ, PRLE."))
    >>> [tag.code for tag in found.tags]
    ['PREL', 'OVIP', 'DOE, JANE', 'ECON', 'EFIN', 'IZ', 'PRLE']
    >>> found.doubts
    ('tag PRLE is unknown: PREL?',)
    """
    found: dict[str, Tag] = {}
    for text in _texts(head):
        for tag in _plain(text) or _tags(_without_prose(text[:_LONGEST])):
            found.setdefault(tag.code, tag)
    tags = tuple(found.values())[:_MOST]
    return Tags(tags, tuple(_doubt(tag.code) for tag in tags if not tag.kind))


def _texts(head: Head) -> Iterator[str]:
    """What stands behind TAGS, and codes behind an order that was printed there."""
    before = ""
    for block in head.blocks:
        if block.kind == "tags":
            yield block.text
        elif (before, block.kind) == ("tags", "order"):
            yield behind_order(f"{block.label}{block.text[:_LONGEST]}")
        before = block.kind


def _doubt(code: str) -> str:
    meant = suggestion(code)
    return f"tag {code} is unknown" + (f": {meant}?" if meant else "")


def _plain(text: str) -> list[Tag]:
    """The tags of a line that has known codes, blanks and commas alone, as most have."""
    if len(text) > _LONGEST:
        return []
    tags: list[Tag] = []
    for word in text.replace(",", " ").split():
        tag = _known(word)
        if not tag:
            return []
        tags.append(tag)
    return tags


@lru_cache(maxsize=4096)
def _known(word: str) -> Tag | None:
    """The tag of a code that does not begin a phrase."""
    kind = "" if word in NO_TAGS or word in phrase_beginnings() else kind_of(word)
    return Tag(word, kind, word) if kind else None


def _without_prose(text: str) -> str:
    """The lines up to one that is no line of codes."""
    text = without_order(text)
    if stop := _STOP.search(text):
        text = text[: stop.start()]
    lines = text.strip().split("\n")
    for number, line in enumerate(lines[1:], 1):
        if _PROSE.match(line.strip()) and not _PROSE.match(lines[0]):
            return "\n".join(lines[:number])
    return "\n".join(lines)


def _tags(text: str) -> Iterator[Tag]:
    """Brackets are names; the words between two marks are read together, for the phrases."""
    segments = list(cut(text))
    named = False
    for place, part in enumerate(segments):
        if part.bracket:
            yield from _bracket(part.bracket, named)
            continue
        surname = _surname(part, named)
        following = segments[place + 1] if place + 1 < len(segments) else Segment(())
        name, used = bare_person(surname, following) if surname and part.comma else ("", 0)
        words = part.words[: -len(surname)] if name else part.words
        tags = list(_codes(words, named))
        named = next((names_persons(tag.code) for tag in reversed(tags) if tag.kind), named)
        yield from tags
        if name:
            yield person(name)
            rest = following.words[used:]
            segments[place + 1] = Segment(rest, comma=following.comma)


def _surname(part: Segment, named: bool) -> tuple[str, ...]:  # noqa: FBT001 - a fact, no switch
    """The words at the end that are a surname if a given name follows: behind OVIP alone."""
    length = name_length(part.words)
    if not length:
        return ()
    before = part.words[: len(part.words) - length]
    return part.words[-length:] if (names_persons(code_of(before[-1])) if before else named) else ()


def _bracket(text: str, named: bool) -> Iterator[Tag]:  # noqa: FBT001 - a fact, no switch
    """Persons, but where only codes, a marking or words without a comma stand in the bracket."""
    words = tuple(word for word in MARKS.split(text) if word)
    known = [kind_of(code_of(word)) for word in words]
    if _MARKING.fullmatch(text.upper()):
        return
    if all(known) or code_of(text) in phrases():
        yield from _codes(words, named)
    elif named or "," in text:
        yield from persons_in(text)
    elif len(words) == 1 or any(known):
        yield from _codes(words, named)
    elif any(map(str.isalpha, text)):
        yield Tag(text.upper(), "", text)


def _codes(words: Sequence[str], named: bool) -> Iterator[Tag]:  # noqa: FBT001 - a fact, no switch
    place = 0
    while place < len(words):
        length = _phrase(words, place) or _plain_words(words, place)
        if length > 1:
            raw = " ".join(words[place : place + length])
            named = names_persons(code_of(words[place - 1])) if place else named
            yield _of_phrase(raw, named)
        elif length := _torn(words, place):
            raw = " ".join(words[place : place + length])
            code = code_of(raw.replace(" ", ""))
            yield Tag(code, kind_of(code), raw)
        else:
            yield from _word(words[place])
        place += length or 1


def _of_phrase(raw: str, named: bool) -> Tag:  # noqa: FBT001 - a fact, no switch
    code = code_of(raw)
    return Tag(code, phrases().get(code, "person" if named else ""), raw)


def _phrase(words: Sequence[str], place: int) -> int:
    """How many words from here on are one code, or the name of a country."""
    if code_of(words[place]) not in phrase_beginnings():
        return 0
    for length in range(min(_LONGEST_PHRASE, len(words) - place), 1, -1):
        if code_of(" ".join(words[place : place + length])) in phrases():
            return length
    return 0


def _plain_words(words: Sequence[str], place: int) -> int:
    """How many words from here on are a phrase in plain words: COUNTER TERRORISM."""
    run: list[str] = []
    for word in words[place : place + _LONGEST_RUN]:
        code = code_of(word)
        if not code.isalpha() or code in NO_TAGS or kind_of(code) or segment(code):
            break
        run.append(code)
    return len(run) if any(len(code) > _LONGEST_CODE for code in run) else 0


def _torn(words: Sequence[str], place: int) -> int:
    """How many words are one code with blanks in it: ``P REL``, ``I Z``, ``P R E L``."""
    pieces: list[str] = []
    for word in words[place : place + _LONGEST_CODE]:
        piece = code_of(word)
        if kind_of(piece) or len(piece) >= _LONGEST_CODE:
            break
        pieces.append(piece)
    for length in range(len(pieces), 1, -1):
        alone = sum(len(piece) == 1 for piece in pieces[:length])
        if alone >= length - 1 and "".join(pieces[:length]) in codes():
            return length
    return 0


def _word(raw: str) -> Iterator[Tag]:
    """The code of a word, or the codes that it is made of."""
    code = code_of(raw)
    if code in NO_TAGS or not any(map(str.isalnum, code)):
        return
    kind = kind_of(code)
    for part in (code,) if kind else _parts(code) or (code,):
        yield Tag(part, kind or kind_of(part), raw)


def _parts(code: str) -> tuple[str, ...]:
    """The codes in a word that is none: ``U.S.``, ``AF/PK``, ``PREL.PGOV``, ``PREL-IZ``."""
    letters = code.replace(".", "")
    if letters != code and kind_of(letters):
        return (letters,)
    for separator, enough in ((_SLASH, any), (_HYPHEN, all)):
        parts = [segment(part) or (part,) for part in separator.split(code) if part]
        if len(parts) > 1 and enough(all(map(kind_of, part)) for part in parts):
            return tuple(known for part in parts for known in part)
    return segment(code)
