"""The heading of the next section at the end of a paragraph's text: ruled, or in capitals."""

import re
from collections.abc import Sequence
from typing import Final

SIGNS: Final = "-=_*~."
"""What rules are made of."""

RULE: Final = r"(?:[-=_*~][ \t]*+){3,}+|(?:\.[ \t]*+){3,}+(?=\n|\Z|[A-Z])"
"""A regular expression for the rule at the beginning of a line; dots may open a sentence too."""

_RULED: Final = f"{SIGNS} \t"
_CAPITALS: Final = re.compile(r"[A-Z][A-Z0-9 ,:'&/\"-]{2,70}")
_SENTENCE_ENDS: Final = (".", "!", "?", '"', "'", ")")
_TABLE: Final = "   "  # so many blanks stand between the columns of a table, not in a heading
_TAIL: Final = 400
_LONGEST: Final = 72
_LONGEST_WITH_STOP: Final = 30
_MOST_HEADINGS: Final = 4
_SURE: Final = 3  # signs that are a rule wherever they stand
_SURE_DOTS: Final = 5


def without_heading(text: str) -> str:
    """A paragraph's text without the headings of the next section, and the rules, at its end.

    >>> without_heading("Rain.\\n\\nDETAILS\\n-------\\n\\n"), without_heading("Rain.\\n\\nSUN")
    ('Rain.', 'Rain.')
    >>> without_heading("It rained.\\n\\n. . . . .\\nComment\\n. . . . .")
    'It rained.'
    >>> without_heading("Rain.\\n\\n----- Comment -----"), without_heading("It rained in NATO.")
    ('Rain.', 'It rained in NATO.')
    """
    text = text.rstrip()
    end = text[-4:]
    if end.islower() and "\n" not in end:
        return text
    for _ in range(_MOST_HEADINGS):
        last = text[text.rfind("\n", -_LONGEST - _TAIL) + 1 :]
        if not last.isupper() and (not last or last[-1] not in SIGNS or last[0] not in _RULED):
            break
        lines = text[-_TAIL:].split("\n")
        count = _heading(lines)
        if not count:
            break
        text = text[: len(text) - sum(map(len, lines[-count:])) - count].rstrip()
    return text


def _heading(lines: Sequence[str]) -> int:
    """How many of the last lines are a heading, or a rule; the first line is none."""
    last = lines[-1]
    if len(lines) == 1 or len(last) > _LONGEST + 2 * _SURE_DOTS + _TAIL // 4:
        return 0
    if _is_rule(last):
        return 1 + _underlined(lines[:-1])
    words = last.strip(_RULED)
    place = last.find(words)
    left, right = _signs(last[:place]), _signs(last[place + len(words) :])
    if _is_ruled(left) and _is_ruled(right) and _may_be_heading(words):
        return 1
    if lines[-2].strip():
        return 0
    if left and right and left == right and "." not in left and words.isupper():
        return 1
    beside = [signs for signs in (left, right) if signs]
    capitals = _CAPITALS.fullmatch(words) is not None and all(map(_is_ruled, beside))
    return int(capitals)


def _underlined(above: Sequence[str]) -> int:
    """How many lines above a rule are a heading: one or two, with the rule above them."""
    for count in (1, 2):
        if len(above) <= count or not _may_be_heading(above[-count]):
            return 0
        before = above[-count - 1]
        if not before.strip():
            return count
        if _is_rule(before):
            return count + 1
        if count == 1 and above[-1].isupper() and before.rstrip().endswith(_SENTENCE_ENDS):
            return 1
    return 0


def _may_be_heading(line: str) -> bool:
    """Neither blank, nor a line of a table, nor a whole sentence."""
    words = line.strip()
    if not words or len(words) > _LONGEST or _TABLE in words:
        return False
    return not words.endswith((".", ",", ";")) or len(words) <= _LONGEST_WITH_STOP


def _is_rule(line: str) -> bool:
    return not line.strip(_RULED) and len(_signs(line)) >= _SURE


def _signs(text: str) -> str:
    return "".join(text.split())


def _is_ruled(signs: str) -> bool:
    return len(signs) >= (_SURE_DOTS if "." in signs else _SURE)
