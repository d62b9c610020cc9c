"""Python's own parse tree of a pattern, and one character of each kind that the pattern knows."""

import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import Any, Final

Pattern = re.Pattern[str] | re.Pattern[bytes]
Characters = frozenset[str]

Arguments = Any
"""What an operation is given: numbers, parts, or several of them."""

Items = Sequence[tuple[Any, Arguments]]
"""Part of a parse tree: operations, each with its arguments."""

READS: Final = ("LITERAL", "NOT_LITERAL", "IN", "ANY")
REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

_SRE: Final = SimpleNamespace(  # the standard library's stubs know neither module
    parse=import_module("re._parser").parse,
    sub_pattern=import_module("re._parser").SubPattern,
    compile=import_module("re._compiler").compile,
)
_ALWAYS_TRIED: Final = "\n\r\t \v\x1c\x85\xa0\u2028aZ_07.-/¶é漢٣"
_LAST_BYTE: Final = "\xff"
_READING_FLAGS: Final = re.IGNORECASE | re.ASCII | re.UNICODE | re.DOTALL


class Alphabet:
    """The characters that stand for all others in a pattern, and what its parts read of them.

    >>> alphabet = Alphabet(re.compile("[a-c]x"))
    >>> [sorted(alphabet.read_by([item], 0)) for item in alphabet.tree]
    [['a'], ['x']]
    """

    def __init__(self, pattern: Pattern) -> None:
        self.tree: Items = _SRE.parse(pattern.pattern, pattern.flags)
        self._state: Any = self.tree.state
        self.flags = int(self._state.flags)
        self.groups = dict(_groups(self.tree, self.flags))
        self._is_word = re.compile(r"\w", self.flags & re.ASCII)
        self._is_bytes = isinstance(pattern.pattern, bytes)
        if self._is_bytes:
            self._is_word = re.compile(r"\w", re.ASCII)
        self.characters = self._kinds()

    def is_word(self, character: str) -> bool:
        """Whether it is one of ``\\w``; '' is not."""
        return self._is_word.match(character) is not None

    def read_by(self, items: Items, flags: int) -> Characters:
        """What is read by a part that reads one character."""
        return frozenset(filter(self._reader(items, flags), self.characters))

    def single(self, items: Items, flags: int) -> Characters | None:
        """What is read by a part that always reads one character; None for any other part."""
        if len(items) != 1:
            return None
        operation, arguments = items[0]
        if str(operation) in READS:
            return self.read_by(items, flags)
        if str(operation) == "SUBPATTERN":
            return self.single(arguments[3], flags & ~arguments[2] | arguments[1])
        if str(operation) == "BRANCH":
            branches = [self.single(branch, flags) for branch in arguments[1]]
            if None not in branches:
                return frozenset[str]().union(*filter(None, branches))
        return None

    def _kinds(self) -> str:
        leaves = list(_leaves(self.tree, self.flags))
        tried = set(_ALWAYS_TRIED).union(*(_near(item) for item, _ in leaves))
        if self._is_bytes:
            tried = {character for character in tried if character <= _LAST_BYTE}
        tests = [self.is_word, "\n".__eq__, *(self._reader([item], flags) for item, flags in leaves)]
        kinds: dict[tuple[bool, ...], str] = {}
        for character in sorted(tried, key=lambda character: (not character.isalnum(), character)):
            kinds.setdefault(tuple(test(character) for test in tests), character)
        return "".join(kinds.values())

    def _reader(self, items: Items, flags: int) -> Callable[[str], bool]:
        part = _SRE.sub_pattern(self._state, list(items))
        compiled: re.Pattern[str] = _SRE.compile(part, flags & _READING_FLAGS)
        return lambda character: compiled.fullmatch(character) is not None


def _inner(items: Items, flags: int) -> Iterator[tuple[tuple[Any, Any], int]]:
    """Every item of a tree and of the parts in it, with the flags that hold there."""
    for operation, arguments in items:
        yield (operation, arguments), flags
        for part, part_flags in _parts(str(operation), arguments, flags):
            yield from _inner(part, part_flags)


def _parts(name: str, arguments: Arguments, flags: int) -> list[tuple[Items, int]]:
    if name == "SUBPATTERN":
        return [(arguments[3], flags & ~arguments[2] | arguments[1])]
    if name == "BRANCH":
        return [(branch, flags) for branch in arguments[1]]
    if name == "ATOMIC_GROUP":
        return [(arguments, flags)]
    if name == "GROUPREF_EXISTS":
        return [(branch, flags) for branch in arguments[1:] if branch]
    return [(arguments[-1], flags)] if name in (*REPEATS, "ASSERT", "ASSERT_NOT") else []


def _leaves(tree: Items, flags: int) -> Iterator[tuple[tuple[Any, Any], int]]:
    """Every part that reads one character."""
    return ((item, its) for item, its in _inner(tree, flags) if str(item[0]) in READS)


def _groups(tree: Items, flags: int) -> Iterator[tuple[int, tuple[Items, int]]]:
    """Every group by its number, with the flags that hold around it."""
    for item, its in _inner(tree, flags):
        if str(item[0]) == "SUBPATTERN" and item[1][0] is not None:
            yield item[1][0], ([item], its)


def _near(item: tuple[Any, Any]) -> set[str]:
    """The characters of a read and their neighbours, in both cases."""
    operation, arguments = item
    codes: set[int] = set()
    if str(operation) in ("LITERAL", "NOT_LITERAL"):
        codes = {arguments}
    elif str(operation) == "IN":
        for kind, values in arguments:
            if str(kind) == "LITERAL":
                codes.add(values)
            elif str(kind) == "RANGE":
                codes.update((values[0] - 1, *values, values[1] + 1))
    characters = {chr(code) for code in codes if 0 <= code < 0x110000}
    cased = {form for character in characters for form in (character.upper(), character.lower())}
    return characters | {form for form in cased if len(form) == 1}
