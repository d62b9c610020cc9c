"""Regular expressions of a query: the small language that every engine can run in linear time.

A pattern is one whole unstemmed word. It is made of letters and digits, ``.``, ``\\d``, ``\\w``,
classes ``[a-f]``, groups, ``|``, and the repeats ``*`` ``+`` ``?`` ``{2}`` ``{2,}`` ``{2,5}``.
Nothing here runs a pattern.
"""

import re
from typing import Final

from .errors import QueryError, fault

_COUNT: Final = re.compile(r"\{([0-9]{1,3})(?:(,)([0-9]{0,3}))?\}")
_CLASS: Final = re.compile(r"\[\^?+((?:[^\[\]\\]++|\\.)++)\]", re.DOTALL)
_ITEM: Final = re.compile(r"(\\?.)(?:-(\\?.))?", re.DOTALL)
_SETS: Final = frozenset("dwDW")
_DEEPEST: Final = 20
_LARGEST: Final = 1000

_ESCAPES: Final = "leave it out: \\d, \\w and escaped punctuation are the only escapes"


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
        self.atom(1)

    def escape(self) -> None:
        follows = self.query[self.place + 1 : self.end][:1]
        if not follows or (follows.isalnum() and follows not in _SETS):
            raise self.fault(1 + len(follows), f"'\\{follows}' is no escape", _ESCAPES)
        self.atom(2)

    def atom(self, length: int) -> None:
        self.place += length
        self.last = 1
        self.size += 1
        self.empty = False

    def character_class(self) -> None:
        found = _CLASS.match(self.query, self.place, self.end)
        if not found:
            raise self.fault(1, "this class has no end", "write [a-f], and \\[ or \\] inside it")
        for item in _ITEM.finditer(found[1]):
            self._class_item(item, found.start(1))
        self.atom(len(found[0]))

    def _class_item(self, item: re.Match[str], offset: int) -> None:
        low, high = item[1], item[2] or item[1]
        place, length = offset + item.start(), len(item[0])
        letters = [part[1] for part in (low, high) if part[0] == "\\" and part[1].isalnum()]
        if any(letter not in _SETS for letter in letters) or (letters and item[2]):
            raise self.fault(length, f"'{item[0]}' is no part of a class", _ESCAPES, place)
        if low[-1] > high[-1]:
            reason = f"'{item[0]}' is upside down"
            raise self.fault(length, reason, "write the lower one first", place)

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
