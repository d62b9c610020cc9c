"""What stands behind the level on a classification line: section, post, number and caveats."""

import re
from dataclasses import dataclass
from typing import Final

from ..posts import canonical_post, known_post, unaccented
from .levels import CAVEATS, letters_of, spaced

_USUAL: Final = re.compile(
    r"[ \t]++(?:SECTION[ ]([0-9]{2})[ ]OF[ ]([0-9]{2})[ ]++)?+([A-Z]{2,20}(?:[ ][A-Z]{2,20}){0,3})"
    r"[ ]++([0-9]{1,8})[ \t]*+\Z"
)
_MARKS: Final = re.compile(r"[\s/,.;:()*\[\]_-]*+")
# Words about the handling that are neither level nor caveat.
_SKIPPED: Final = re.compile(
    r"[\s/,.;:()*\[\]_-]++|(?:E[ \t]*+F[ \t]*+T[ \t]*+O|EYES[ \t]++ONLY|SBU)(?![A-Z])",
    re.IGNORECASE,
)
_CAVEAT: Final = re.compile(
    "(?:" + "|".join(map(spaced, CAVEATS)) + ")(?![A-Za-z])", re.IGNORECASE
)
_CAVEATS_AT_END: Final = re.compile(
    rf"(?:[ ,;/]{{1,4}}(?:{'|'.join(CAVEATS)})){{1,6}}+[ /]{{0,4}}+\Z", re.IGNORECASE
)
_NUMBER_WORDS: Final = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")
_NUMBER: Final = r"[0-9O]{1,2}+|" + "|".join(_NUMBER_WORDS)
_SECTION: Final = re.compile(
    rf"(?:FINAL[ \t]++)?(?:{spaced('SECTION')}|S[ECTION]{{3,7}}+|SEC\.?)[ \t]*+"
    rf"({_NUMBER}|)[ \t]*+(?:[0OG]F|/)[ \t]*+({_NUMBER}|\*+)",
    re.IGNORECASE,
)
_POST: Final = re.compile(
    r"((?:0(?=[A-Z]{3})|[A-Z])(?:[A-Z .,'/-]{0,38}[A-Z])?)[ \t.]*+"
    r"#?([1-9][0-9]{0,2},[0-9]{3}(?!,)|O?[0-9][0-9O]{0,8})(?![0-9A-Z])",
    re.IGNORECASE,
)
_NUMBER_SIGN: Final = re.compile(r"[ \t](?:NR\.?|NO\.)[ \t#]{0,9}+\Z", re.IGNORECASE)
# The last letter of a level with its letters apart, printed twice: S E C R E T T PARIS.
_STRAY_LETTER: Final = re.compile(r"[B-HJ-Z][ \t]++(?=[A-Z]{2})", re.IGNORECASE)
_PROSE: Final = frozenset(
    ("IN", "OF", "THE", "AND", "FOR", "ON", "TO", "AT", "A", "BY", "WAS", "IS", "FROM", "WITH",
     "PAGE", "SECTION")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest of a classification line; ``strange`` is what was not understood of it."""

    caveats: tuple[str, ...] = ()
    section: int = 0
    sections: int = 0
    post: str = ""
    serial: int = 0
    strange: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether post and number cannot well be prose."""
        return bool(self.serial and (self.sections or known_post(self.post)))


def read_rest(text: str) -> Rest:
    """The parts of a line behind its level, in any order.

    >>> read_rest(" SECTION 01 OF 02 TEL AVIV 000195 NOFORN")
    Rest(caveats=('NOFORN',), section=1, sections=2, post='TELAVIV', serial=195, strange='')
    >>> read_rest(" TALKS WERE HELD").strange
    'TALKS WERE HELD'
    """
    usual = _USUAL.match(text)
    if usual and (post := known_post(usual[3])):
        return Rest((), int(usual[1] or 0), int(usual[2] or 0), post, int(usual[4]))
    return _read_unusual(unaccented(text))


def _read_unusual(text: str) -> Rest:
    caveats: list[str] = []
    section, sections, post, serial, place = 0, 0, "", 0, 0
    while (place := _skip(text, place)) < len(text):
        if found := _CAVEAT.match(text, place):
            caveats.append(CAVEATS[letters_of(found[0])])
        elif not sections and (found := _SECTION.match(text, place)):
            section, sections = _number(found[1]), _number(found[2])
            section = section or sections
        elif not serial and (found := _POST.match(text, place)) and (name := _post(found)):
            post, serial = name, _number(found[2])
        else:
            break
        place = found.end()
    return Rest(tuple(caveats), section, sections, post, serial, text[place:].strip())


def leading_caveats(line: str) -> tuple[tuple[str, ...], str]:
    """The caveats that a line begins with, and the rest of the line.

    >>> leading_caveats("SIPDIS//N O F O R N"), leading_caveats("NOWHERE FOR POL")
    ((('SIPDIS', 'NOFORN'), ''), ((), 'NOWHERE FOR POL'))
    """
    caveats = []
    place = _behind_marks(line, 0)
    while found := _CAVEAT.match(line, place):
        caveats.append(CAVEATS[letters_of(found[0])])
        place = _behind_marks(line, found.end())
    return tuple(caveats), line[place:] if caveats else line


def _post(found: re.Match[str]) -> str:
    """The post before a number, with its O where a zero was printed (0TTAWA); '' for prose."""
    name = f"O{found[1][1:]}" if found[1].startswith("0") else found[1]
    sign = _NUMBER_SIGN.search(found[0], 0, found.start(2) - found.start())
    name = name[: sign.start()] if sign else name
    if (stray := _STRAY_LETTER.match(name)) and not known_post(name):
        name = name[stray.end() :]
    return canonical_post(name) if _is_post(name) else ""


def trailing_caveats(line: str) -> tuple[tuple[str, ...], str]:
    """The caveats that a line ends with, and the line before them.

    >>> trailing_caveats("DEPT FOR EUR/NB SIPDIS"), trailing_caveats("DEPT FOR EUR/NB")
    ((('SIPDIS',), 'DEPT FOR EUR/NB'), ((), 'DEPT FOR EUR/NB'))
    """
    found = _CAVEATS_AT_END.search(line)
    return (leading_caveats(found[0])[0], line[: found.start()]) if found else ((), line)


def _behind_marks(text: str, place: int) -> int:
    found = _MARKS.match(text, place)
    return found.end() if found else place


def _skip(text: str, place: int) -> int:
    while found := _SKIPPED.match(text, place):
        place = found.end()
    return place


def _number(printed: str) -> int:
    """A number in digits, with an O for 0 and a comma or not, or in words; 0 for none."""
    if printed.upper() in _NUMBER_WORDS:
        return _NUMBER_WORDS.index(printed.upper()) + 1
    digits = printed.upper().replace("O", "0").replace(",", "")
    return int(digits) if digits.isdecimal() else 0


def _is_post(name: str) -> bool:
    if known_post(name):
        return True
    words = name.upper().split()
    return (len(words) <= 4 or max(map(len, words)) == 1) and _PROSE.isdisjoint(words)
