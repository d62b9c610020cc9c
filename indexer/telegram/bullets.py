"""A REF block cut at its bullets: ``A. PARIS 12 B. ROME 13`` in every style of lettering."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# A. A) (A) [A] A: A- A/ (A.) A.) REF A: ¶B. and the same with numbers or small letters; A alone.
_BULLET: Final = re.compile(
    r"(?<![A-Z0-9'/.&-])(?:REF(?:TEL)?S?\s)?¶?\s?"
    r"(?:[(\[]\s?(?P<inside>[A-Z]|\d{1,2})\s?[.:]?\s?[)\]][.:-]?+"
    r"|(?P<mark>[A-Z]|\d{1,2})(?:[.)\]:]{1,2}(?!\d\d?[./])|\s?[-/]\s|-(?!MAIL)(?=[A-Z]{3}))"
    r"|(?P<bare>[A-Z])\s(?=(?:'?\d\d\s)?[A-Z]{3}))",
    re.IGNORECASE,
)
# But (C) is a portion mark, and J. an initial.
_NO_INITIAL: Final = re.compile(r"[A-Z]\.?\)[.:]?", re.IGNORECASE)
_NOT_AT_ALL: Final = frozenset(" \t,;.:-")


@dataclass(frozen=True, slots=True)
class Item:
    """What stands behind one bullet, '' for what has none."""

    bullet: str
    text: str


def cut_at_bullets(line: str) -> tuple[Item, ...]:
    """The items of a REF block on one line.

    A mark is a bullet only where it is the next of its kind: the Q of JOHN Q. DOE is none.

    >>> cut_at_bullets("A. PARIS 12 (B) J. Q. DOE LETTER")
    (Item(bullet='A', text='PARIS 12'), Item(bullet='B', text='J. Q. DOE LETTER'))
    >>> cut_at_bullets("PARIS 12 (A), ROME 13 (B)"), cut_at_bullets("A. A) PARIS 12")
    ((Item(bullet='A', text='PARIS 12'), Item(bullet='B', text='ROME 13')), \
(Item(bullet='A', text='PARIS 12'),))
    """
    bullets = list(_bullets(line))
    ends = [bullet.start() for bullet in bullets] + [len(line)]
    texts = [line[: ends[0]].strip(" ,;")]
    texts += [
        _without_double(line[bullet.end() : end].strip(" ,;"), _mark(bullet))
        for bullet, end in zip(bullets, ends[1:], strict=False)
    ]
    marks = ["", *(_mark(bullet) for bullet in bullets)]
    if len(bullets) > 1 and texts[0] and not texts[-1]:
        marks = [*marks[1:], ""]
    return tuple(Item(mark, text) for mark, text in zip(marks, texts, strict=True) if text)


def _without_double(text: str, mark: str) -> str:
    """An item without a second bullet: one of the same mark, or one that no initial looks like."""
    while found := _BULLET.match(text):
        if _mark(found) != mark and not _NO_INITIAL.fullmatch(found[0]):
            break
        text = text[found.end() :].lstrip(" ,;")
    return text


def _bullets(line: str) -> Iterator[re.Match[str]]:
    last: re.Match[str] | None = None
    for found in _BULLET.finditer(line):
        if last and not line[last.end() : found.start()].strip():
            continue  # B. (C) PARIS 12 has a portion mark
        if _follows(last, found) if last else _may_be_first(line, found):
            last = found
            yield found


def _mark(found: re.Match[str]) -> str:
    return (found["inside"] or found["mark"] or found["bare"]).upper()


def _may_be_first(line: str, found: re.Match[str]) -> bool:
    """A begins, or B where something stands before it; a number, only at the very beginning."""
    mark = _mark(found)
    before = _NOT_AT_ALL.issuperset(line[: found.start()])
    if mark.isdecimal() or found["bare"]:
        return before and mark in ("1", "A")
    return mark == "A" or (mark == "B" and not before) or (before and mark < "D")


def _follows(last: re.Match[str], found: re.Match[str]) -> bool:
    before, mark = _mark(last), _mark(found)
    if found["bare"] and not last["bare"]:
        return False
    if before.isdecimal() or mark.isdecimal():
        return before.isdecimal() and mark.isdecimal() and int(mark) == int(before) + 1
    return 1 <= ord(mark) - ord(before) <= 2
