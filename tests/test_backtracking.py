"""No regular expression can backtrack without bound: not by its parse tree, nor on any attack."""

import re
from collections.abc import Iterator
from typing import Final

import pytest

from indexer.formats import elements, glued, plusd_parts
from queries.faults import LONGEST

from .regex.alphabet import Pattern
from .regex.attacks import longest_time, slow_attack
from .regex.backtracking import PARTED, SEARCHED, TWICE, faults
from .regex.found import Found, made_in_functions, patterns, uses

ONCE: Final = r"\A"
LINE: Final = r"^"

PLACES: Final = {
}
"""Patterns that are tried by ``match`` at given places, and what stands before every such place."""

BOUNDED: Final = {
}
"""Patterns that are read on short texts alone: the most characters, which take under SOON."""

LINEAR: Final = {
}
"""Patterns that are linear for a reason that the parse tree does not show."""
