"""Who classified a telegram, why, under which order, and until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from ..dates import declass_date
from .blocks import Block, Head
from .people import find_person
from .titles import is_title

_ORDERS: Final = ("10501", "11652", "12065", "12356", "12958", "13292", "13526")
_LIKE_AN_ORDER: Final = 0.6
_LONGEST: Final = 300
_WIDTH: Final = 72

_ORDER: Final = re.compile(r"\s*+[:.]?\s*+([1lI]\d{3,5})")
_DECL: Final = re.compile(
    r"DECL(?:AS(?:SIF(?:Y|IED|ICATION)|S|IFY)?)?\.?(?:\s+(?:ON|DATE))?\s*+[:;.]?\s*+", re.IGNORECASE
)
_DATE: Final = re.compile(r"\d{1,4}\s?[-/]\s?\d{1,2}\s?[-/]\s?\d{1,4}")
_NOT_APPLICABLE: Final = re.compile(
    r"\(?N\s?[/.\\]?\s?A\b\.?\)?|NOT APPLICABLE|NONE", re.IGNORECASE
)
_WORDS_END: Final = re.compile(
    r"\n|TAGS?\b|SUBJ|REASON|CLASSIFIED|DERIVED|\(?1\.[45]\s?\(|\s{4,}", re.IGNORECASE
)

_REASONS_BEGIN: Final = re.compile(
    r"[\s,;.:(*-]*+\b(?:(?:for|due to|as|with|and|the|stated|following)\s)*+"
    r"(?:(?:E\.?O\.?\s?1\d{4}\s)?re?a?so?ns?\b|in accordance|E\.?\s?O\.?[\s:]*+1\d{3}"
    r"|executive order|pursuant|per\s(?:e\.?o|1|sec|para|reas|the\s)|based\s(?:on|upon)|because"
    r"|section\s1|1\.\s?[3-7](?!\d)"
    r"|(?:under|by)\s(?:authority|e\.?o|reas|sec(?!r)|the\s|1\.|executive|provision)|1[45]\s?\([a-h]"
    r"|decl(?:as[a-z]*)?\b|derived|(?:is|are)\sclassified)",
    re.IGNORECASE,
)
_LABEL_AGAIN: Final = re.compile(r"(?:[\s:;.,-]|\b(?:CLASSIFIED\s+BY|BY)\b)*+", re.IGNORECASE)
_PARAGRAPH_MARKS: Final = re.compile(
    r"(?<![\d/.-])(?:1\s?[.,]\s?([3-7])(?![\d/X])|1([45])(?=\s?\([A-H]))"
    r"((?:[\s.,;:/&()\[\]-]|\b(?:AND|OR)\b|(?<![A-Z])[A-H]{1,3}(?![A-Z]))*+)",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
_LETTER: Final = re.compile(r"[a-h]")
_ABBREVIATED: Final = re.compile(r"\b(?:[JS]R|[A-Z])\Z", re.IGNORECASE)
_CABLE_NUMBER: Final = re.compile(r"\b[A-Z]{4,20}\s\d{2,7}\b")


@dataclass(frozen=True, slots=True)
class Declassification:
    """The E.O. line and the Classified By line.

    ``declass`` is an ISO date, else words in capitals (OADR, N/A); ``reasons`` are such as
    ``1.4(b)``.
    """

    order: str = ""
    declass: str = ""
    classified_by: str = ""
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read_declass(head: Head, created: str = "") -> Declassification:
    """What a head says about classification; ``created`` is the cable's ISO date, if known.

    >>> from indexer.telegram.blocks import read_blocks
    >>> text = "E.O. 12958: DECL: 02/14/2018\\nCLASSIFIED BY: DCM JANE DOE, REASONS 1.4 (B) AND (D)"
    >>> read_declass(read_blocks(text))
    Declassification(order='12958', declass='2018-02-14', classified_by='JANE DOE', \
reasons=('1.4(b)', '1.4(d)'), doubts=())
    """
    lines = [text[:_LONGEST] for text in head.texts("order")]
    classified = [block for block in head.blocks if block.kind == "classified"]
    order = next(filter(None, map(_order, lines)), "")
    declass, doubts = _until(lines, [block.text for block in classified], order, created)
    unwrapped = [_unwrapped(block) for block in classified]
    return Declassification(
        order,
        declass,
        next(filter(None, map(_classifier, unwrapped)), ""),
        _reasons(unwrapped) or _reasons(lines),
        doubts,
    )


def _order(text: str) -> str:
    found = _ORDER.match(text)
    return _nearest_order("1" + found[1][1:]) if found else ""


@lru_cache(maxsize=256)
def _nearest_order(digits: str) -> str:
    """The order that has these digits, or was meant by them; else the digits as printed."""
    near = [(SequenceMatcher(None, digits, order).ratio(), order) for order in _ORDERS]
    ratio, order = max(near)
    return order if ratio >= _LIKE_AN_ORDER else digits


def _until(
    lines: list[str], classified: list[str], order: str, created: str
) -> tuple[str, tuple[str, ...]]:
    """The date or the words of the E.O. line, or of DECL behind Classified By; and a doubt."""
    for text in (*lines, *(text for text in classified if _DECL.search(text))):
        phrase = _phrase(text)
        if date := declass_date(phrase, order, created):
            return date, tuple(f"{day[0]} is read as a day first" for day in _day_first(phrase))
        if found := _DATE.search(phrase):
            return "", (f"{found[0]} is no date",)
        if phrase:
            return _words(phrase), ()
    return "", ()


def _day_first(phrase: str) -> Iterator[re.Match[str]]:
    """The date, where its first number can be no month."""
    found = _DATE.search(phrase)
    numbers = [int(number) for number in re.findall(r"\d+", found[0])] if found else []
    if found and 12 < numbers[0] < 32 and len(numbers) == 3:
        yield found


def _phrase(text: str) -> str:
    """What stands behind DECL, or else behind the number of the order."""
    if found := _ORDER.match(text):
        text = text[found.end() :]
    if found := _DECL.search(text):
        text = text[found.end() :]
    text = text.lstrip(" \t\n\xa0:;.,-")
    if found := _WORDS_END.search(text):
        text = text[: found.start()]
    return text.strip(" \t:;.,-")


def _words(phrase: str) -> str:
    return "N/A" if _NOT_APPLICABLE.match(phrase) else " ".join(phrase.upper().split())


def _unwrapped(block: Block) -> str:
    """The text on one line; a word that was cut at the last column is whole again."""
    lines = block.text[: 2 * _LONGEST].split("\n")
    text, width = lines[0], len(block.label) + len(lines[0])
    for line in lines[1:]:
        text += line if _is_cut(text, line, width) else f" {line}"
        width = len(line)
    return " ".join(text.split())


def _is_cut(before: str, line: str, width: int) -> bool:
    """Was a word cut? At column 72 exactly, or where small letters go on that are no word here."""
    if not before[-1:].isalnum() or not line[:1].isalnum():
        return False
    left, right = before.split()[-1], line.split()[0]
    if is_title(right):
        return width == _WIDTH and not is_title(left)
    small = line[0].islower() and (not is_title(left) or is_title(left + right))
    return small or width == _WIDTH


def _classifier(text: str) -> str:
    text = text[_end(_LABEL_AGAIN.match(text)) :]
    reasons = _REASONS_BEGIN.search(text)
    before = text[: reasons.start()] if reasons else text
    if _ABBREVIATED.search(before) and text.startswith(".", len(before)):
        before += "."
    if _CABLE_NUMBER.search(before):
        return ""
    if any(map(str.isalpha, before)) or not reasons:
        return find_person(before)
    return find_person(_PARAGRAPH_MARKS.sub(",", text[reasons.end() - 1 :]))


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _reasons(texts: list[str]) -> tuple[str, ...]:
    """``1.4 (b/d)`` is 1.4(b) and 1.4(d); without letters the paragraph alone."""
    reasons: dict[str, None] = {}
    for text in texts:
        for found in _PARAGRAPH_MARKS.finditer(text):
            letters = _LETTER.findall(_AND.sub(" ", found[3]).lower())
            marks = [f"({letter})" for letter in letters] or [""]
            reasons.update(dict.fromkeys(f"1.{found[1] or found[2]}{mark}" for mark in marks))
    return tuple(reasons)
