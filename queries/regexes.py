"""Regular expressions of a query: the small language that every engine can run in linear time.

A pattern is one whole unstemmed word, or one whole value. It is made of letters and digits, ``.``,
``\\d``, ``\\w``, ``\\D``, ``\\W``, classes ``[a-f]``, groups, ``|``, and the repeats ``*`` ``+``
``?`` ``{2}`` ``{2,}`` ``{2,5}``. On every engine

- ``.`` is any character;
- ``\\d`` is one of 0 to 9, ``\\D`` any other character;
- ``\\w`` is a letter or a digit of any script, ``\\W`` any other character; no word has one;
- a letter is what words have for it, ``É`` an e and ``ß`` two s, both of which a repeat repeats; an
  accent that stands alone is nothing;
- a class is one character: a range in it goes from letter to letter as words have them, and of
  the sets it may hold ``\\d`` and ``\\w``.

Nothing here runs a pattern.
"""

import re
from typing import Final

from indexer.analysis import fold

from .errors import QueryError, fault

CLASS: Final = re.compile(r"\[(\^?+)((?:[^\[\]\\]++|\\.)++)\]", re.DOTALL)
"""A class: the sign that negates it, and its items."""

ITEM: Final = re.compile(r"(\\?.)(?:-(\\?.))?", re.DOTALL)
"""A character or a set of a class; with a second one it is a range."""

_COUNT: Final = re.compile(r"\{([0-9]{1,3})(?:(,)([0-9]{0,3}))?\}")
_SETS: Final = frozenset("dwDW")
_SETS_OF_CLASSES: Final = frozenset("dw")
_DEEPEST: Final = 20
_LARGEST: Final = 1000

_ESCAPES: Final = "leave it out: \\d, \\w and escaped punctuation are the only escapes"
_OUTSIDE: Final = "write [^0-9] for \\D, and \\W outside of classes, as in (\\W|[a-f])"


def check_regex(query: str, start: int, end: int) -> None:
    """Raise ``bad-regex`` unless ``query[start:end]``, the text between the slashes, is a pattern
    of this language.

    >>> check_regex("/miss[iy]le?s/", 1, 13)
    >>> from queries.errors import QueryError
    >>> try:
    ...     check_regex("/(?=a)/", 1, 6)
    ... except QueryError as error:
    ...     error.position, error.length
    (1, 2)
    """
    checker = _Checker(query, start, end)
    while checker.place < end:
        checker.step()
    checker.finish()


def folded(character: str) -> str:
    """A character of a pattern as words and values have it: none of it where it is an accent.

    >>> folded("É"), folded("ß"), folded("\u0301")
    ('e', 'ss', '')
    """
    return fold(f"a{character}a")[1:-1]


class _Checker:
    """One walk over a pattern.

    ``groups`` holds the place of each open parenthesis and the size of what stands before it;
    ``size`` counts the states of the open group, ``last`` those of the part before this place, 0
    where nothing can be repeated; ``empty`` says that the open alternative has no part yet.
    """

    def __init__(self, query: str, start: int, end: int) -> None:
        self.query = query
        self.place = start
        self.end = end
        self.groups: list[tuple[int, int]] = []
        self.size = 0
        self.last = 0
        self.empty = True

    def step(self) -> None:
        character = self.query[self.place]
        reader = _READERS.get(character, _Checker.literal)
        reader(self)

    def literal(self) -> None:
        self.character(1)

    def escape(self) -> None:
        follows = self.query[self.place + 1 : self.end][:1]
        if not follows or (follows.isalnum() and follows not in _SETS):
            raise self.fault(1 + len(follows), f"'\\{follows}' is no escape", _ESCAPES)
        if follows in _SETS:
            self.atom(2)
        else:
            self.character(2)

    def character(self, length: int) -> None:
        """The character that ends there; nothing where it is an accent on the one before."""
        letters = folded(self.query[self.place + length - 1])
        if letters:
            self.atom(length, len(letters))
        else:
            self.place += length

    def atom(self, length: int, size: int = 1) -> None:
        self.place += length
        self.last = size
        self.size += size
        self.empty = False

    def character_class(self) -> None:
        found = CLASS.match(self.query, self.place, self.end)
        if not found:
            raise self.fault(1, "this class has no end", "write [a-f], and \\[ or \\] inside it")
        items = ITEM.finditer(found[2])
        if not "".join([self._class_item(item, found.start(2)) for item in items]):
            raise self.fault(len(found[0]), f"'{found[0]}' has no letter", "write one in it")
        self.atom(len(found[0]))

    def _class_item(self, item: re.Match[str], offset: int) -> str:
        """What the item has, as words have it: the ends of a range."""
        place, length = offset + item.start(), len(item[0])
        ends = [end for end in item.groups() if end]
        escaped = [end[1] for end in ends if end[0] == "\\" and end[1].isalnum()]
        if escaped and (item[2] or escaped[0] not in _SETS_OF_CLASSES):
            instead = _OUTSIDE if escaped[0] in "DW" else _ESCAPES
            raise self.fault(length, f"'{item[0]}' is no part of a class", instead, place)
        letters = escaped or [folded(end[-1]) for end in ends]
        if any(len(letter) > 1 for letter in letters) or (item[2] and not all(letters)):
            reason = f"'{item[0]}' is not of single letters: words have '{'-'.join(letters)}'"
            raise self.fault(length, reason, "write (a|bc) for one or several letters", place)
        if letters[0] > letters[-1]:
            reason = f"'{item[0]}' is upside down: words have '{'-'.join(letters)}'"
            raise self.fault(length, reason, "write the lower one first", place)
        return "".join(letters)

    def open_group(self) -> None:
        after = self.query[self.place + 1 : self.place + 3]
        if after[:1] == "?" and after != "?:":
            raise self.fault(2, "lookaround, names and flags are not part of it", "write (...)")
        if len(self.groups) == _DEEPEST:
            raise self.fault(1, f"more than {_DEEPEST} groups deep", "simplify it")
        self.groups.append((self.place, self.size))
        self.place += 3 if after == "?:" else 1
        self.size = self.last = 0
        self.empty = True

    def close_group(self) -> None:
        if not self.groups:
            raise self.fault(1, "this parenthesis has no partner", "write \\)")
        self.alternative_ends()
        _, before = self.groups.pop()
        self.last = self.size
        self.size += before
        self.empty = False
        self.place += 1

    def alternative(self) -> None:
        self.alternative_ends()
        self.place += 1
        self.last = 0
        self.empty = True

    def alternative_ends(self) -> None:
        """An alternative must not be empty: some engines refuse it."""
        if self.empty:
            raise self.fault(1, "an alternative is empty", "write (...)? for what may be absent")

    def repeat(self) -> None:
        self.repeated(1, 1)

    def count(self) -> None:
        found = _COUNT.match(self.query, self.place, self.end)
        if not found:
            raise self.fault(1, "this is no number of repeats", "write {2}, {2,} or {2,5}, or \\{")
        least, most = int(found[1]), int(found[3] or found[1])
        if least > most:
            raise self.fault(len(found[0]), "the repeats are upside down", "write the lower first")
        self.repeated(len(found[0]), max(most, 1))

    def repeated(self, length: int, times: int) -> None:
        if not self.last:
            raise self.fault(length, "there is nothing to repeat", "leave it out: a repeat sign "
                             "stands behind a letter, a class or a group, once")
        self.size += self.last * (times - 1)
        if self.size > _LARGEST:
            raise self.fault(length, f"it has more than {_LARGEST} states", "ask for fewer repeats")
        self.last = 0
        self.place += length

    def refused(self) -> None:
        character = self.query[self.place]
        instead = "leave it out: the whole word is meant" if character in "^$" else (
            f"write \\{character}")
        raise self.fault(1, f"'{character}' has no meaning here", instead)

    def finish(self) -> None:
        if self.groups:
            self.place = self.groups[-1][0]
            raise self.fault(1, "this parenthesis has no partner", "add ) or write \\(")
        self.alternative_ends()

    def fault(self, length: int, reason: str, instead: str, place: int = -1) -> QueryError:
        start = self.place if place < 0 else place
        return fault("bad-regex", self.query, start, start + length, reason=reason, instead=instead)


_READERS: Final = {
    "\\": _Checker.escape,
    "[": _Checker.character_class,
    "(": _Checker.open_group,
    ")": _Checker.close_group,
    "|": _Checker.alternative,
    "*": _Checker.repeat,
    "+": _Checker.repeat,
    "?": _Checker.repeat,
    "{": _Checker.count,
    "}": _Checker.refused,
    "]": _Checker.refused,
    "^": _Checker.refused,
    "$": _Checker.refused,
}
