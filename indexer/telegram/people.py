"""The names of people in words that also hold titles, offices and places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .given_names import is_given_name
from .names import (
    is_full,
    is_place,
    is_surname,
    opens_like_a_name,
    place_length,
    printed,
    without_place,
)
from .people_text import prepared
from .title_words import GRAMMAR
from .titles import (
    is_holder,
    is_office,
    is_personal,
    is_title,
    is_unspoken,
    may_be_called,
    may_be_surname,
)

_LONGEST: Final = 400

_SEPARATOR: Final = re.compile(
    r"([,;:()\[\]|*]|\s[-\u2013\u2014]{1,3}\s?|-{2,}|(?<=[A-Za-z]{4})\.(?=\s|\Z)"
    r"|\b(?:and|AND|And)\b|\s&\s|\s/\s"
    r"|\b(?:for|FOR)\s(?=(?:DCM|CDA|COM|Charge|CHARGE|Ambassador|AMBASSADOR)\b))"
)
_OFFICES: Final = frozenset(("aid", "eu", "uk", "un", "us"))
_JOINING: Final = frozenset(("and", "&", "/"))
_INITIAL: Final = re.compile(r"[A-Z]\.?\Z")
_INITIALS: Final = re.compile(r"(?:[A-Z]|(?:[A-Z]\.){1,3})\Z")


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a segment that are no titles.

    ``behind`` is the title before them in it, ``sign`` what parts the segment from the one before,
    ``before`` the title behind them, all '' for nothing; ``alone`` if the segment holds nothing
    else.
    """

    words: Sequence[str]
    behind: str
    before: str
    sign: str
    alone: bool
    segment: int


def find_people(text: str) -> tuple[str, ...]:
    """The names of one or more people, as printed; none for an office alone.

    >>> find_people("Acting Political Counselor Jane Q. Example, Embassy Paris")
    ('Jane Q. Example',)
    >>> find_people("JOHN DOE, JR., DCM"), find_people("DCM and CDA"), find_people("Amb. Roe")
    (('JOHN DOE, JR.',), (), ('Roe',))
    >>> find_people("DCM Jane Doe and PolCouns John Roe")
    ('Jane Doe', 'John Roe')
    """
    if text.islower() and text.isascii():
        return tuple(name.lower() for name in find_people(text.upper()))
    runs = list(_runs(prepared(text[:_LONGEST])))
    first = _first(runs)
    if first is None:
        return ()
    if len(runs) > 1 and (turned := _surname_first(runs, first)):
        return (turned,)
    if _is_half(first.words):
        return ()
    if len(runs) == 1:
        return (printed(first.words),)
    others = [run for run in runs if run.segment > first.segment and _is_other(run, first)]
    names = [printed(run.words) for run in (first, *others)]
    return tuple(name for place, name in enumerate(names) if not _is_named(name, names[:place]))


def _runs(text: str) -> Iterator[_Run]:
    pieces = _SEPARATOR.split(text)
    signs = ["", *(sign.strip().lower() for sign in pieces[1::2])]
    last: Sequence[str] = ()
    for number, (segment, sign) in enumerate(zip(pieces[::2], signs, strict=True)):
        words = segment.split()
        surname = last[0] if sign == "," and _is_surname_alone(last) else ""
        for behind, run, before in _of_segment(words, surname):
            alone = len(run) == len(words)
            yield _Run(without_place(run), behind, before, sign, alone, number)
        last = words


def _is_surname_alone(words: Sequence[str]) -> bool:
    """The DOE of DOE, JANE Q."""
    return len(words) == 1 and not is_title(words[0]) and not is_place(words)


def _of_segment(words: Sequence[str], surname: str) -> Iterator[tuple[str, list[str], str]]:
    """The runs of words that are no titles and no places, each between its two titles.

    Behind a surname and a comma only given names stand, and no word of a title is one.
    """
    titles = list(map(is_title, words))
    shouted = _is_shouted(words, titles)
    run: list[str] = []
    behind, place = "", 0
    while place < len(words):
        word = words[place]
        step = place_length(words, place) if place and titles[place - 1] else 0
        title = titles[place] or (not shouted and is_office(word))
        if (step or title) and (surname or not _is_last_name(words, place, run)):
            if run:
                yield behind, run, word
            run, behind = [], word
        else:
            run.append(word)
        place += step or 1
    if run:
        yield behind, run, ""


def _is_shouted(words: Sequence[str], titles: Sequence[bool]) -> bool:
    """Are all words that are no titles in capitals?"""
    others = [word for word, title in zip(words, titles, strict=True) if not title]
    text = "".join(others)
    return text == text.upper()


def _is_last_name(words: Sequence[str], place: int, run: Sequence[str]) -> bool:
    """JANE WEST and Jane Chief are names where nothing follows; John Q. Public, whatever does."""
    word, last = words[place], place == len(words) - 1
    if not run or (word.isupper() and not run[-1].isupper()):
        return False
    if last and may_be_surname(word) and (len(run) == 1 or _are_initials(run[1:])):
        return True
    if not may_be_called(word):
        return False
    if _are_initials(run):
        letters = "".join(run).replace(".", "").lower()
        return last and letters not in _OFFICES
    if _is_half(run):
        return last or is_given_name(run[0])
    given = len(run) == 1 and is_given_name(run[0])
    return given and last and not (is_place(run) and is_holder(word))


def _is_half(run: Sequence[str]) -> bool:
    """A given name and initials, where the surname is wanted."""
    return len(run) > 1 and not _are_initials(run[:1]) and _are_initials(run[1:])


def _are_initials(words: Sequence[str]) -> bool:
    return all(map(_INITIALS.match, words))


def _first(runs: Sequence[_Run]) -> _Run | None:
    """The last full name of the first segment that has one, else the first surname."""
    full = [run for run in runs if is_full(run.words) and not _is_only_place(run)]
    if full:
        return [run for run in full if run.segment == full[0].segment][-1]
    return next((run for run in runs if is_surname(run.words) and not _is_only_office(run)), None)


def _is_only_place(run: _Run) -> bool:
    return not is_given_name(run.words[0]) and is_place(run.words)


def _is_only_office(run: _Run) -> bool:
    """A place, a symbol, or a word within a title, where nothing says that it is a surname."""
    if is_personal(run.behind):
        return False
    within = run.before and run.before.lower().rstrip(".,") not in GRAMMAR
    return bool(within) or is_unspoken(run.words[0]) or is_place(run.words)


def _surname_first(runs: Sequence[_Run], first: _Run) -> str:
    """DOE, JANE Q. at the beginning, as printed; '' if it is not so."""
    if len(runs[0].words) != 1 or not (runs[0].alone or runs[0].behind):
        return ""
    behind = runs[1]
    if behind.segment != runs[0].segment + 1 or behind.sign != ",":
        return ""
    if not behind.alone and not (_is_half(behind.words) and not behind.behind):
        return ""
    given = is_given_name(behind.words[0]) and all(map(_INITIAL.match, behind.words[1:]))
    if not given or first not in (runs[0], behind):
        return ""
    return f"{printed(runs[0].words)}, {printed(behind.words)}"


def _is_other(run: _Run, first: _Run) -> bool:
    """Is this one more person? Only where the words say so: offices have unknown words too."""
    if run.sign == "for" or not is_surname(run.words) or _is_only_place(run):
        return False
    held = is_holder(run.behind)
    if not is_full(run.words):
        return run.sign in _JOINING and (is_personal(run.behind) or _are_both(first, run))
    if opens_like_a_name(run.words):
        return held or run.sign in _JOINING or run.sign == ";"
    return run.sign in _JOINING and (held or run.segment == first.segment + 1)


def _are_both(first: _Run, run: _Run) -> bool:
    """Ambassadors Doe and Roe: one title for two."""
    plural = is_personal(first.behind) and first.behind[-1:] in "sS"
    return plural and run.alone and run.segment == first.segment + 1


def _is_named(name: str, before: Sequence[str]) -> bool:
    """Was this one named before, in full or more fully?"""
    return any(name.upper() in (other.upper(), other.split()[-1].upper()) for other in before)
