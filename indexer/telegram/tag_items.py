"""The text of a TAGS line cut into what its commas, blanks and brackets part, without an order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..tags import kind_of

# Names in brackets, also where the second bracket was forgotten; else what no separator parts.
_ITEM: Final = re.compile(
    r"\(\s*+(?P<name>[^()\n]{1,60}(?:\n[^()\n]{1,40})?)\)"
    r"|\[\s*+(?P<square>[^\[\]\n]{1,60})\](?!\()"
    r"|\(\s*+(?P<open>[A-Za-z'-]{2,25},\s?[A-Z][A-Za-z'-]{1,20}(?:\s[A-Z]\.)?)(?=[\s,;]|\Z)"
    r"|(?P<mark>[,;]++)|(?P<word>[^\s,;()]++)"
)
NO_TAGS: Final = frozenset(
    ("SIPDIS", "TAGS", "TAG", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "N/A", "NONE", "AND", "C",
     "S", "U")
)  # fmt: skip
"""Words of a TAGS line that are no tags: markings, labels, words for none."""

MARKS: Final = re.compile(r"[\s,;]+")
"""What parts the words of a TAGS line."""

# An order, and until when, where a line of codes goes on behind it.
_ORDER: Final = re.compile(
    r"\bE\.?\s?O\.?:?\s?1\d{4}\b[\s:;,]{0,4}(?:DECL(?:AS)?\b[\s:;,.]{0,4}+)?"
    r"(?:\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|(?:OADR|MR|GDS|X\d|NA)\b|N/A\b)?",
    re.IGNORECASE,
)
_TRIMMED: Final = ".:'\"`*#¶?!<>[]{}|=_\\/-\u2019\u201c\u201d"


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that no mark parts, or what stands in a bracket; ``comma``: a comma alone follows."""

    words: tuple[str, ...]
    bracket: str = ""
    comma: bool = False


def cut(text: str) -> Iterator[Segment]:
    """The segments of a TAGS line in order.

    >>> for segment in cut("PREL IZ, OVIP (DOE, JANE)"):
    ...     print(segment)
    Segment(words=('PREL', 'IZ'), bracket='', comma=True)
    Segment(words=('OVIP',), bracket='', comma=False)
    Segment(words=(), bracket='DOE, JANE', comma=False)
    """
    words: list[str] = []
    for item in _ITEM.finditer(text):
        if word := item["word"]:
            if any(map(str.isalnum, word)):
                words.append(word)
            continue
        if words:
            mark = item["mark"] or ""
            yield Segment(tuple(words), comma=mark == ",")
            words = []
        if name := item["name"] or item["square"] or item["open"]:
            yield Segment((), " ".join(name.split()).strip(" ,"))
    if words:
        yield Segment(tuple(words))


@lru_cache(maxsize=4096)
def code_of(raw: str) -> str:
    """A word or a phrase as a code: capitals, without the marks around it.

    >>> code_of("prel."), code_of('"UNGA/C-1"')
    ('PREL', 'UNGA/C-1')
    """
    return raw.upper().strip(_TRIMMED)


def without_order(text: str) -> str:
    """A TAGS line without an order between its codes; as it is where other words stand behind it.

    >>> without_order("PREL, E.O. 12958 IZ"), without_order("PREL E.O. 12958: DECL: OADR")
    ('PREL,  IZ', 'PREL E.O. 12958: DECL: OADR')
    """
    order = _ORDER.search(text)
    if not order or not behind_order(text[order.start() :]):
        return text
    return f"{text[: order.start()]} {text[order.end() :]}"


def behind_order(text: str) -> str:
    """The codes behind the order that a text begins with; '' where other words stand there.

    >>> behind_order("E.O. 12958: N/A PREL, IZ"), behind_order("E.O. 12958: OADR (DOE, J.)")
    ('PREL, IZ', '')
    """
    order = _ORDER.match(text)
    behind = text[order.end() :].partition("\n")[0].strip() if order else ""
    words = [code_of(word) for word in MARKS.split(behind) if word]
    known = any(map(kind_of, words)) and all(kind_of(word) or word in NO_TAGS for word in words)
    return behind if known else ""
