"""The lines below the marking: for whom in a post or an agency the cable is meant."""

import re
from itertools import islice, pairwise
from typing import Final

from ..posts import known_post

_OFFICES: Final = frozenset(
    (
        "STATE", "DEPT", "DEPARTMENT", "SECSTATE", "WASHINGTON", "PLEASE", "PLS", "PASS", "ALSO",
        "EMBASSY", "CONSULATE", "DEPTOFSTATE", "DEPTOFJUSTICE", "DEPTOFENERGY", "DEPTOFLABOR",
        "NSC", "WHITEHOUSE", "OMB", "ONDCP", "USTR", "TREASURY", "TREAS", "COMMERCE", "USDOC",
        "DOE", "ENERGY", "DOD", "OSD", "SECDEF", "JCS", "JOINTSTAFF", "CIA", "DIA", "JUSTICE",
        "DOJ", "USDOJ", "FBI", "DEA", "INS", "DHS", "ICE", "CBP", "TSA", "LABOR", "DOL",
        "AGRICULTURE", "ITA", "USDA", "FAS", "HHS", "CDC", "FDA", "NIH", "EPA", "DOT", "FAA",
        "INTERIOR", "DOI", "NASA", "NOAA", "NSF", "NRC", "FCC", "USAID", "AID", "USIA", "VOA",
        "BBG", "OPIC", "EXIM", "EXIMBANK", "TDA", "USTDA", "MCC", "ACDA", "FRB", "FEDERALRESERVE",
        "PEACECORPS", "USPTO", "USEUCOM", "CDRUSEUCOM", "EUCOM", "USCENTCOM", "CENTCOM",
        "USAFRICOM", "AFRICOM", "USPACOM", "PACOM", "USSOUTHCOM", "SOUTHCOM", "NORTHCOM",
        "STRATCOM", "TRANSCOM",
    )
)  # fmt: skip
_JOINS: Final = frozenset(("TO", "PASS", "AND", "FOR", "WITH", "OF", "FROM", "THE", "/", "&", "OR"))

_VERB: Final = re.compile(r"\b(?:FOR|PASS|PASSED)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\s;]+|;")
_OF_PROSE: Final = r"(?:IS|ARE|WAS|WERE|HAS|HAVE|HAD|BE|WILL|THAT|THIS|IN|ON|WE|OUR|NOT)\b"
_OPENING: Final = re.compile(
    rf"(?:ATTN|ATTENTION)\b[ \t.:]*+\S|(?:(?!{_OF_PROSE})[A-Z][\w.&'/,()-]*+[ \t]++){{0,8}}?"
    r"(?:FOR|PASS(?:ED)?)\b:?(?:[ \t]++\S|[ \t]*+\Z)",
    re.IGNORECASE,
)
# DEPT: PASS TO EXIM
_OFFICE_AND_COLON: Final = re.compile(
    r"([A-Z][\w.&'/ -]{1,30}):[ \t]{0,4}(?:(?:PLEASE|PLS|ALSO)[ \t]{1,4}){0,2}+"
    r"(?:FOR|PASS(?:ED)?)[ \t]++\S",
    re.IGNORECASE,
)
# INR/IAA, EUR/NB: an office's symbol has a slash.
_SYMBOLS: Final = re.compile(
    r"[A-Z]{1,6}/[A-Z0-9&/-]{1,20}(?:(?:[ \t]*+[,;][ \t]*+|[ \t]++(?:AND[ \t]++)?)"
    r"[A-Z]{1,6}/[A-Z0-9&/-]{1,20}){0,9}[,;.]?"
)
_UNFINISHED: Final = re.compile(r"(?:[/&-]|\b(?:AND|FOR|TO|PASS|OF|THE))\Z", re.IGNORECASE)
_SEPARATORS: Final = " \t;,"
_LONGEST: Final = 200
_FULL_LINE: Final = 60


def is_attention(line: str) -> bool:
    """Whether a line below the marking names an office, as ``NOWHERE FOR POL`` does.

    >>> is_attention("NOWHERE FOR POL"), is_attention("STATE PASS TO USAID")
    (True, True)
    >>> is_attention("DEPT: PASS TO EXIM"), is_attention("The minister asked for help.")
    (True, False)
    """
    line = line.strip()
    if ":" in line and (found := _OFFICE_AND_COLON.match(line)) and _is_office(_glued(found[1])):
        return len(line) <= _LONGEST
    if len(line) > _LONGEST or not _OPENING.match(line):
        return False
    first = line.split(None, 1)[0].strip(".,:;/").upper()
    return line == line.upper() or first in _OFFICES or bool(known_post(first))


def names_offices(line: str) -> bool:
    """Whether a line has nothing but names of offices, and so goes on with an attention line.

    >>> names_offices("INR/IAA, EUR/NB"), names_offices("TREASURY"), names_offices("VISAS DONKEY")
    (True, True, False)
    """
    if _SYMBOLS.fullmatch(line):
        return True
    return _glued(line).strip(".,/") in _OFFICES


def is_unfinished(line: str) -> bool:
    """Whether an attention line breaks off, so that the next line is part of it.

    >>> is_unfinished("STATE PASS TO"), is_unfinished("PARIS FOR EST")
    (True, False)
    """
    return bool(_UNFINISHED.search(line.rstrip()))


def may_go_on(line: str) -> bool:
    """Whether the next line belongs to an attention line, if it is none itself.

    >>> may_go_on("STATE FOR EUR/WE,"), may_go_on("PARIS FOR EST")
    (True, False)
    """
    return len(line) >= _FULL_LINE or line.rstrip().endswith((",", ";")) or is_unfinished(line)


def attention_items(line: str) -> tuple[str, ...]:
    """Each office's own part of an attention line.

    >>> attention_items("DEPT FOR EUR/NB; NSC FOR DOE, PARIS  FOR EST")
    ('DEPT FOR EUR/NB', 'NSC FOR DOE', 'PARIS FOR EST')
    >>> attention_items("STATE PASS TO USAID FOR AFR AND TO USTR")
    ('STATE PASS TO USAID FOR AFR AND TO USTR',)
    """
    items, start = [], 0
    line = line[: 10 * _LONGEST]
    for cut in [*_cuts(line), len(line)]:
        item = line[start:cut].strip(_SEPARATORS).removesuffix(" /")
        items.append(" ".join(item.split()))
        start = cut
    return tuple(filter(None, items))


def _cuts(line: str) -> list[int]:
    """Where items begin: behind a semicolon, or with the office that a later FOR or PASS has."""
    if ";" not in line and len(_VERB.findall(line)) < 2:
        return []
    words = list(_WORD.finditer(line))
    cuts = {word.end() for word in words if word[0] == ";"}
    verbs = [place for place, word in enumerate(words) if _VERB.fullmatch(word[0])]
    for previous, verb in pairwise(verbs):
        cuts.update(words[place].start() for place in _office_start(words, previous, verb))
    return sorted(cuts)


def _office_start(words: list[re.Match[str]], previous: int, verb: int) -> list[int]:
    """The place of the first word of the office before a verb; none if it is no new office's."""
    end = verb
    while words[end - 1][0].upper() in ("ALSO", "PLEASE", "PLS"):
        end -= 1
    first = max(previous + 2, end - 4)
    if ";" in [word[0] for word in words[first:end]]:
        return []
    starts = [place for place in range(first, end) if _may_begin(words, place, end)]
    for place in starts:
        if _is_office("".join(word[0] for word in words[place:end])):
            return [place]
    parted = (place for place in starts if _is_parted(words[place - 1], words[place]))
    alone = starts[:1] if end - previous == 3 else []
    return [*islice(parted, 1)] or alone


def _may_begin(words: list[re.Match[str]], place: int, end: int) -> bool:
    joined = (word[0].upper() in _JOINS for word in words[place:end])
    before = words[place - 1][0].upper()
    return not any(joined) and (before not in _JOINS or before == "/")


def _is_parted(before: re.Match[str], word: re.Match[str]) -> bool:
    return before[0].endswith((",", ".", "/")) or word.start() - before.end() > 1


def _is_office(name: str) -> bool:
    return name.strip(".,/").upper() in _OFFICES or bool(known_post(name))


def _glued(name: str) -> str:
    return "".join(name.split())
