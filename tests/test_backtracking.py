"""No regular expression can backtrack without bound: by its parse tree, and on attacks."""

import re
from collections.abc import Callable
from typing import Final

import pytest

from queries.faults import LONGEST

from .regex.alphabet import Pattern
from .regex.attacks import SOON, longest_time, slow_attack
from .regex.backtracking import PARTED, SEARCHED, TWICE, faults
from .regex.found import Found, made_in_functions, patterns, uses

_TEXT: Final = r"\A"
_LINE: Final = r"^"

PLACES: Final = {
    "indexer.ids._POST_AND_SERIAL": _TEXT,  # once, behind the year
    "indexer.telegram.blocks._GOES_ON": _TEXT,  # once, on what is behind a block
    "indexer.telegram.break_signs._COUNT_LINE": _LINE,
    "indexer.telegram.break_signs._COUNT": r"(?<![ \t])",  # where _COUNT_LEFT begins
    "indexer.telegram.break_signs._MARKING": _LINE,
    "indexer.telegram.break_signs._LABEL": _LINE,
    "indexer.telegram.classification._GLUED": _LINE,
    "indexer.telegram.classification._MISPRINTED": _LINE,
    "indexer.telegram.date_time_group._PLAIN": _LINE,
    "indexer.telegram.numbers._NEXT": r"(?<=[ny)])",  # behind a serial and its year
}
"""Patterns that are tried by ``match`` at places, and what every such place has before it."""

BOUNDED: Final = {
    "indexer.telegram.break_signs._COUNT_LEFT": 24,
    "indexer.telegram.paragraphs._HEADING": 400,
    "indexer.telegram.references._SEMICOLON": 8_000,
}
"""Patterns that are searched for in short texts, and how many characters those have at most."""

LINEAR: Final = {
    "indexer.analysis._RAW": "where the first alternative fails, the last one reads the same run",
    "indexer.misprints._O_FOR_ZERO": "in such a run the other alternative matches",
}
"""Patterns that are faulty by their parse tree, and why they are not."""

_QUERIES: Final = "queries."
"""What is searched for in a query has no more than LONGEST characters."""

_MADE_IN_FUNCTIONS: Final = {
}

USES: Final = uses()
FOUND: Final = list({found.name: found for found in ()} )
