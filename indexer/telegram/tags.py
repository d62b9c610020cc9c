"""The codes of the TAGS line, in every way of setting them down."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ..cable import Tag
from ..tags import kind_of, phrase_beginnings, phrases, segment
from .blocks import Head

_LONGEST: Final = 4000
_MOST: Final = 200
_LONGEST_PHRASE: Final = 3
_LONGEST_CODE: Final = 5
_LONGEST_RUN: Final = 8

# Names in brackets, also where the second bracket was forgotten; else what no separator parts.
_ITEM: Final = re.compile(
    r"\(\s*+(?P<name>[^()\n]{1,60}(?:\n[^()\n]{1,40})?)\)"
    r"|\(\s*+(?P<open>[A-Za-z'-]{2,25},\s?[A-Z][A-Za-z'-]{1,20}(?:\s[A-Z]\.)?)(?=[\s,;]|\Z)"
    r"|(?P<mark>[,;\n]++)|(?P<word>[^\s,;()]++)"
)
_MARKING: Final = re.compile(r"(?:C|U|S|SBU|LOU|NF)(?:/{1,2}\w{1,4})?")
_NO_TAGS: Final = frozenset(
    ("SIPDIS", "TAGS", "TAG", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "N/A", "NONE", "AND")
)
_TRIMMED: Final = ".:'\"`*#¶?!<>[]{}|=_\\/-\u2019\u201c\u201d"
_SLASH: Final = re.compile(r"[/\\.:|+]+")
_HYPHEN: Final = re.compile(r"[-\u2013]+")
_PROSE: Final = re.compile(r"[A-Za-z][a-z]+\s[a-z]+\s[a-z]+|[^\n:]{12,}:")


def read_tags(head: Head) -> tuple[Tag, ...]:
    """The tags in order, each code once, in capitals; a misspelt code is kept as found.

    >>> from indexer.telegram.blocks import read_blocks
    >>> [tag.code for tag in read_tags(read_blocks("TAGS: prel, OVIP (DOE, JANE) ECONEFIN/IZ."))]
    ['PREL', 'OVIP', 'DOE, JANE', 'ECON', 'EFIN', 'IZ']
    """
    found: dict[str, Tag] = {}
    for text in head.texts("tags"):
        for tag in _tags(_without_prose(text[:_LONGEST])):
            found.setdefault(tag.code, tag)
    return tuple(found.values())[:_MOST]


def _without_prose(text: str) -> str:
    """The lines up to one that is no line of codes."""
    lines = text.strip().split("\n")
    for number, line in enumerate(lines[1:], 1):
        if _PROSE.match(line.strip()) and not _PROSE.match(lines[0]):
            return "\n".join(lines[:number])
    return "\n".join(lines)


def _tags(text: str) -> Iterator[Tag]:
    """Brackets are names; the words between two marks are read together, for the phrases."""
    words: list[str] = []
    for item in _ITEM.finditer(text):
        if item["word"]:
            words.append(item["word"])
            continue
        yield from _codes(words)
        words = []
        if name := item["name"] or item["open"]:
            yield from _bracket(" ".join(name.split()).strip(" ,"))
    yield from _codes(words)


def _bracket(name: str) -> Iterator[Tag]:
    """A person, but where only codes or a single short word stand in the bracket."""
    words = [word for word in re.split(r"[\s,;]+", name) if word]
    codes = [_code(word) for word in words]
    if _MARKING.fullmatch(name.upper()):
        return
    if all(map(kind_of, codes)) or (len(codes) == 1 and len(codes[0]) <= _LONGEST_CODE):
        yield from _codes(words)
    elif any(character.isalpha() for character in name):
        yield Tag(name.upper(), "person", name)


def _codes(words: list[str]) -> Iterator[Tag]:
    place = 0
    while place < len(words):
        length = _phrase(words, place) or _plain_words(words, place)
        if length > 1:
            raw = " ".join(words[place : place + length])
            yield _of_phrase(raw, words[place - 1] if place else "")
            place += length
        else:
            yield from _word(words[place])
            place += 1


@lru_cache(maxsize=4096)
def _code(raw: str) -> str:
    return raw.upper().strip(_TRIMMED)


def _of_phrase(raw: str, before: str) -> Tag:
    code = _code(raw)
    visitor = _code(before) == "OVIP"
    return Tag(code, phrases().get(code, "person" if visitor else ""), raw)


def _phrase(words: list[str], place: int) -> int:
    """How many words from here on are one code, or the name of a country."""
    if _code(words[place]) not in phrase_beginnings():
        return 0
    for length in range(min(_LONGEST_PHRASE, len(words) - place), 1, -1):
        if _code(" ".join(words[place : place + length])) in phrases():
            return length
    return 0


def _plain_words(words: list[str], place: int) -> int:
    """How many words from here on are a phrase in plain words: COUNTER TERRORISM."""
    run: list[str] = []
    for word in words[place : place + _LONGEST_RUN]:
        code = _code(word)
        if not code.isalpha() or code in _NO_TAGS or kind_of(code) or segment(code):
            break
        run.append(code)
    return len(run) if any(len(code) > _LONGEST_CODE for code in run) else 0


def _word(raw: str) -> Iterator[Tag]:
    """The code of a word, or the codes that it is made of."""
    code = _code(raw)
    if code in _NO_TAGS or not any(character.isalnum() for character in code):
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
        parts = [part for part in separator.split(code) if part]
        if len(parts) > 1 and enough(map(kind_of, parts)):
            return tuple(known for part in parts for known in segment(part) or (part,))
    return segment(code)
