"""Whether a subject goes on behind a blank line, or where its block ends before one."""

import re
from typing import Final

_LONGEST_LINE: Final = 80

_HANGS: Final = re.compile(
    r"(?:\b(?:AND|OR|OF|THE|TO|FOR|IN|ON|WITH|AT|BY|FROM|A|AN|AS|VS\.?)|[,&/]|[A-Z]-|\s--?)\Z",
    re.IGNORECASE,
)
_JOINS: Final = re.compile(r"(?:AND|OR|OF|WITH|IN|ON) [A-Z]")
_NO_SUBJECT: Final = re.compile(
    r"[ \t]*+(?:¶|\(?[A-Z0-9]{1,3}[.)]|\([A-Z/]{1,6}\)|[-=_*.~]{2}"
    r"|(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|SUMMARY|INTRODUCTION|COMMENT|BEGIN|FOR THE|FROM)\b)"
)


def goes_on(before: str, behind: str) -> bool:
    """Does a subject that ends before a blank line go on behind it?

    Only where a word or a sign at the end hangs in the air, or the next line begins with one, and
    the next line is in capitals too if the subject is.

    >>> goes_on("RAIN AND", "\\nSUN\\n"), goes_on("RAIN", "\\nAND SUN\\n")
    (True, True)
    >>> goes_on("RAIN", "\\nSUN\\n"), goes_on("RAIN AND", "\\nThe minister said that it rained.")
    (False, False)
    """
    subject, line = before.rstrip(), behind.lstrip().partition("\n")[0].rstrip()
    if not line or len(line) > _LONGEST_LINE or _NO_SUBJECT.match(line):
        return False
    if subject.isupper() != line.isupper():
        return False
    return bool(_HANGS.search(subject[-12:]) or (line.isupper() and _JOINS.match(line)))
