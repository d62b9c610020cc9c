"""The text of a leaf as a query must write it, with as few escapes as will do."""

import re
from collections.abc import Iterator
from typing import Final

from .leaves import is_range
from .lexer import (
    BOOST,
    FUZZY,
    commas,
    marks,
    operators,
    regex_end,
    without_commas_in_numbers,
    word_end,
)
from .pieces import Scope
from .scopes import is_address, scope_of

_PLAIN: Final = re.compile(r"[^\W_]\w*(?:[.'/&+-]\w+)*")
_SYNTAX: Final = re.compile(r'[\s"\u201c\u201d\\]')
_WORD_SYNTAX: Final = re.compile(r'[\s"\u201c\u201d\\*?]')
_PARENTHESES: Final = re.compile(r"[()]")
_DOTS: Final = re.compile(r"\.(?=\.)")
_NAME: Final = re.compile(r"([^\W\d]++):")
_QUOTED: Final = re.compile(r'["\\]')
_SLASH: Final = re.compile(r"(\\.)|/", re.DOTALL)


def as_quoted(text: str) -> str:
    r"""The text in quotation marks.

    >>> print(as_quoted('the "press" statement'))
    "the \"press\" statement"
    """
    return '"' + _QUOTED.sub(r"\\\g<0>", text) + '"'


def as_exact(text: str) -> str:
    """The text behind a sign of equality.

    >>> as_exact("exports"), as_exact("export control")
    ('=exports', '="export control"')
    """
    return "=" + (text if _PLAIN.fullmatch(text) else as_quoted(text))


def as_regex(pattern: str) -> str:
    r"""The pattern between slashes.

    >>> print(as_regex("a/b"))
    /a\/b/
    """
    return "/" + _SLASH.sub(lambda found: found[1] or r"\/", pattern) + "/"


def as_word(text: str, scope: Scope) -> str:
    r"""The text as one word that stands in this scope.

    >>> from .scopes import ANYWHERE
    >>> [as_word(text, ANYWHERE) for text in ("1.4(b)", "AND", "-5", "a b")]
    ['1.4(b)', '\\AND', '\\-5', 'a\\ b']
    """
    if _PLAIN.fullmatch(text):
        return "\\" + text if operators(text, 0) else text
    return _guarded(_WORD_SYNTAX.sub(r"\\\g<0>", text), scope)


def as_pattern(pattern: str, scope: Scope) -> str:
    """A word with wildcards as one word that stands in this scope."""
    return _guarded(_SYNTAX.sub(r"\\\g<0>", pattern), scope)


def _guarded(raw: str, scope: Scope) -> str:
    """The word with escapes before what would be syntax where it stands in the word."""
    if word_end(raw, 0) < len(raw):
        raw = _PARENTHESES.sub(r"\\\g<0>", raw)
    parts: list[str] = []
    done = 0
    for place in sorted({*_syntax_places(raw, scope)}):
        parts += (raw[done:place], "\\")
        done = place
    return "".join((*parts, raw[done:]))


def _syntax_places(raw: str, scope: Scope) -> Iterator[int]:
    marks_ = marks(raw)
    if _starts_syntax(raw, scope):
        yield 0
    for ending in (BOOST, FUZZY):
        yield from (found.start() for found in ending.finditer(marks_))
    if is_range(marks_, scope):
        yield from (found.start() for found in _DOTS.finditer(marks_))
    name = _NAME.match(raw)
    if name and (scope.name or name.end() < len(raw)) and not _is_address(name, raw):
        yield name.end() - 1
    if scope.name:
        shown = without_commas_in_numbers(marks_) if scope.textual else marks_
        yield from commas(shown)


def _starts_syntax(raw: str, scope: Scope) -> bool:
    first = raw[0]
    if first == "-":
        return not raw.startswith("--")
    if first == "/":
        return bool(scope.name) or regex_end(raw, 0) > 0
    in_field = (scope.ranged and first in "[{") or (bool(scope.name) and first in "<>^~")
    return first == "=" or in_field or bool(operators(raw, 0))


def _is_address(name: re.Match[str], raw: str) -> bool:
    return not scope_of(name[1]) and is_address(name[1], raw[name.end() : name.end() + 2])
