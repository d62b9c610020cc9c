"""The portion mark of a paragraph, (C) or (S//REL TO UK): how it is printed, its normal form."""

import re
from functools import lru_cache
from typing import Final

_LEVEL: Final = (
    r"(?:TS|SBU|SUB|S|C|U|LOU|FOUO|NOFORN|NF|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET"
    r"|SENSITIVE BUT UNCLASSIFIED|LIMITED OFFICIAL USE|FOR OFFICIAL USE ONLY)"
)
PORTION: Final = (
    r"(?:\([CSU]\)(?![)\]}])"
    rf"|[(\[{{]{{1,2}}\s?{_LEVEL}(?:\s?[/,-]{{1,2}}\s?[A-Z][A-Z,/. -]{{0,50}}"
    r"|\s(?:REL|ENTIRE|NF|NOFORN|ORCON|EXDIS|NODIS)\b[A-Z,/. -]{0,50})?\s?/?\s?[)\]}]{1,2}"
    rf"|{_LEVEL}\s?[-,]{{1,2}}\s?ENTIRE\sTEXT\b\.?)"
)
"""A regular expression for a portion mark such as (C) or (S/NF), for use without regard to case."""

_SHORT: Final = {
    "UNCLASSIFIED": "U", "UNCLAS": "U", "CONFIDENTIAL": "C", "SECRET": "S", "NOFORN": "NF",
    "SUB": "SBU",
}  # fmt: skip
_IN_WORDS: Final = {
    "SENSITIVE BUT UNCLASSIFIED": "SBU",
    "LIMITED OFFICIAL USE": "LOU",
    "FOR OFFICIAL USE ONLY": "FOUO",
}
_WORD: Final = re.compile(r"[A-Z]+")
_NOTHING: Final = frozenset(("ENTIRE", "TEXT", "TO"))


@lru_cache(maxsize=1024)
def normal_portion(mark: str) -> str:
    """``( S - NF )`` is S/NF, ``(Confidential - entire text)`` is C, countries go with their REL.

    >>> normal_portion("(c//nf) "), normal_portion("(C - ENTIRE TEXT.)"), normal_portion("")
    ('C/NF', 'C', '')
    >>> normal_portion("(S//REL TO UK)"), normal_portion("(C//REL TO USA, GBR)")
    ('S/REL UK', 'C/REL USA,GBR')
    """
    capitals = mark.upper()
    for words, short in _IN_WORDS.items():
        capitals = capitals.replace(words, short)
    marks = [_SHORT.get(word, word) for word in _WORD.findall(capitals)]
    marks = [word for word in marks if word not in _NOTHING]
    if "REL" in marks[:-1]:
        place = marks.index("REL")
        marks[place:] = [f"REL {','.join(marks[place + 1 :])}"]
    return "/".join(marks)
