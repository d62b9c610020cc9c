"""The reasons for a classification: paragraphs of an executive order, such as 1.4(b)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

_PARAGRAPH: Final = re.compile(
    r"(?<![\d/.-])(?:1\s?[.,]\s?([3-7])(?![\d/X])|1([45])(?=\s?\([A-H]))"
    r"((?:[\s.,;:/&+()\[\]{}'\"\u2013-]|\b(?:AND|OR|THROUGH|THRU|TO)\b"
    r"|(?<![A-Z])(?<!\)\.\s)[A-H]{1,3}(?![A-Z]))*+)",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"([a-h])[)\]]?\s?+(?:[-\u2013]|through|thru|to)\s?+[(\[]?([a-h])(?![a-z])", re.IGNORECASE
)
_WORDS: Final = re.compile(r"\b(?:and|or|through|thru|to)\b", re.IGNORECASE)
_LETTER: Final = re.compile(r"[a-h]")


def read_reasons(texts: Iterable[str]) -> tuple[str, ...]:
    """Every reason that these texts name, once each, in order.

    ``(b/d)`` is a list, ``(b)-(d)`` and ``(b) through (d)`` are ranges, if they ascend; a
    paragraph without letters stands alone.

    >>> read_reasons(["REASONS 1.4 (B) AND (D)"]), read_reasons(["1.4 (b)-(d)"])
    (('1.4(b)', '1.4(d)'), ('1.4(b)', '1.4(c)', '1.4(d)'))
    >>> read_reasons(["1.5 (b/d) and 1.4"]), read_reasons(["no reason"])
    (('1.5(b)', '1.5(d)', '1.4'), ())
    """
    return tuple(dict.fromkeys(reason for text in texts for reason in _of_text(text)))


@lru_cache(maxsize=4096)
def _of_text(text: str) -> tuple[str, ...]:
    """The same people classify for the same reasons again and again."""
    first = text.find("1")
    if first < 0:
        return ()
    paragraphs = _PARAGRAPH.finditer(text, first)
    return tuple(chain.from_iterable(_of_paragraph(found) for found in paragraphs))


def without_reasons(text: str) -> str:
    """The text with a comma for each paragraph named in it.

    >>> without_reasons("1.4 (b), DCM Jane Doe")
    ',DCM Jane Doe'
    """
    return _PARAGRAPH.sub(",", text)


def _of_paragraph(found: re.Match[str]) -> Iterator[str]:
    listed = _WORDS.sub(" ", _RANGE.sub(_between, found[3])).lower()
    for letter in _LETTER.findall(listed) or [""]:
        yield f"1.{found[1] or found[2]}" + (f"({letter})" if letter else "")


def _between(found: re.Match[str]) -> str:
    """``b-e`` is b, c, d, e; ``d-b`` is d and b."""
    first, last = found[1].lower(), found[2].lower()
    return " ".join(map(chr, range(ord(first), ord(last) + 1))) or f"{first} {last}"
