"""The text of a TAGS line cut into what its commas, blanks and brackets part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# Names in brackets, also where the second bracket was forgotten; else what no separator parts.
_ITEM: Final = re.compile(
    r"\(\s*+(?P<name>[^()\n]{1,60}(?:\n[^()\n]{1,40})?)\)"
    r"|\[\s*+(?P<square>[^\[\]\n]{1,60})\](?!\()"
    r"|\(\s*+(?P<open>[A-Za-z'-]{2,25},\s?[A-Z][A-Za-z'-]{1,20}(?:\s[A-Z]\.)?)(?=[\s,;]|\Z)"
    r"|(?P<mark>[,;]++)|(?P<word>[^\s,;()]++)"
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
