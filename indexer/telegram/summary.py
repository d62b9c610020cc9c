"""The summary of a telegram, and its last comment."""

import re
from collections.abc import Sequence
from typing import Final

from .headings import RULE, without_heading
from .paragraphs import NUMBER, without_pilcrows
from .portion import PORTION
from .signer import find_signature
from .summary_marks import LEAD, LONGEST_LEAD, first_marks, last_marks

_RULE: Final = re.compile(r"^[ \t]*+[-=_*.~#][-=_*.~# \t]{2,}+$", re.MULTILINE)
_RULES: Final = ("---", "===", "___", "***", "...", ". .", "- -", "~~~", "###")
_RULED_HEADING: Final = re.compile(rf"\n[ \t]*+\n(?:[^\n]{{1,80}}\n)?[ \t]*+(?:{RULE})")
_PARAGRAPH: Final = re.compile(r"\n[ \t]*+(?:¶[ \t]*+\d{1,3}|\d{1,3}[ \t]?\.(?!\d))")
_LEADS: Final = re.compile(
    rf"^[ \t\xa0]*+(?:¶[ \t]*+{NUMBER}|\d{{1,3}}\.(?=[ \t]*+{PORTION}))[ \t]*+(?:{PORTION})?",
    re.MULTILINE | re.IGNORECASE,
)
_LAST_LEAD: Final = re.compile(rf"\n{LEAD}[-=_*~. \t]*+\Z", re.IGNORECASE)
_CLOSED: Final = re.compile(r"[^()\[\]]*+[)\]]")
_FIRST_LEAD: Final = re.compile(rf"[\s.:;,\-=_*~)\u2014]*+{LEAD}[\s.:;-]*+", re.IGNORECASE)
# An END mark whose word is misspelt, where the heading is not.
_MISSPELT_END: Final = re.compile(
    r"[\s(\[/*#-]{1,6}\b(?:END|End|EDN|E N D)\s{1,3}(?:OF |of )?(?:S ?U ?M|Sum|sum|COM|Com|com)"
    r"[A-Za-z ]{1,10}(?:[.)\]]|\Z)"
)


def read_summary(body: str) -> str:
    """The summary on one line, without paragraph numbers and portion marks; '' if there is none.

    >>> read_summary("1. (C) SUMMARY AND COMMENT: It rained.\\n2. (C) A lot. END SUMMARY.\\n3. x")
    'It rained. A lot.'
    >>> read_summary("1. (C) Summary. It rained.\\n\\n2. (C) Details.")
    'It rained.'
    """
    marks = first_marks(body, "SUMMARY")
    if marks.ends:
        return _before_end(body, marks.headings[:1], marks.ends[0])
    if not marks.headings:
        return ""
    start, end = marks.headings[0], _section_end(body, marks.headings[0])
    if _is_alone(body, start) and body[end : end + 1] == "\n" and body[end:].strip():
        return _clean(body[start:end])
    return _without_end(_in_paragraph(body, start, end))


def read_comment(body: str) -> str:
    """The last comment, likewise.

    >>> read_comment("1. It rained. COMMENT: Too much. END COMMENT.\\n2. (C) Comment: Alas.\\nDOE")
    'Alas.'
    """
    marks = last_marks(body, "COMMENT")
    earlier = marks.ends[-2] if len(marks.ends) > 1 else 0
    last = [heading for heading in marks.headings[-1:] if heading > earlier]
    if marks.ends and (not last or last[0] <= marks.ends[-1]):
        return _before_end(body, last, marks.ends[-1])
    if not last:
        return ""
    start, end = last[0], _section_end(body, last[0])
    text = _clean(body[start:end]) if _is_alone(body, start) else _in_paragraph(body, start, end)
    return _without_end(text)


def _before_end(body: str, headings: Sequence[int], end: int) -> str:
    """The text from the heading, or else from the beginning of the paragraph, to the END mark."""
    if lead := _LAST_LEAD.search(body, max(0, end - LONGEST_LEAD), end):
        end = lead.start()
    if headings and headings[0] <= end:
        return _clean(body[headings[0] : end])
    starts = [found.start() for found in _PARAGRAPH.finditer(body, 0, end)]
    for start in reversed([0, *starts][-2:]):
        if text := _clean(body[start:end]):
            return text
    return ""


def _in_paragraph(body: str, start: int, limit: int) -> str:
    """The text up to the next paragraph, or the bracket that the heading stands in."""
    first = limit - len(_skipped(body[start:limit]))
    paragraph = _PARAGRAPH.search(body, first, limit)
    text = body[start : paragraph.start()] if paragraph else body[start:limit]
    if closed := _CLOSED.match(text):
        return _clean(closed[0][:-1])
    return _clean(without_heading(text))


def _section_end(body: str, start: int) -> int:
    """Where the next heading with a rule begins, else where the text ends."""
    limit = max(start, find_signature(body).start)
    first = limit - len(_skipped(body[start:limit]))
    ruled = _RULED_HEADING.search(body, first, limit)
    return ruled.start() if ruled else limit


def _is_alone(body: str, heading: int) -> bool:
    return body[heading : heading + LONGEST_LEAD].lstrip(" \t").startswith("\n")


def _skipped(text: str) -> str:
    """The text behind the rules and the number at its beginning."""
    text = text.lstrip(" \t\n-=_*.~")
    found = _FIRST_LEAD.match(text)
    return text[found.end() :] if found else text


def _without_end(text: str) -> str:
    if "END " not in text and "End " not in text and "E N D" not in text:
        return text
    found = _MISSPELT_END.search(text)
    return text[: found.start()] if found else text


def _clean(text: str) -> str:
    if any(map(text.__contains__, _RULES)):
        text = _RULE.sub(" ", text)
    if "(" in text or "¶" in text or "[" in text:
        text = _LEADS.sub(" ", text)
    if "¶" in text:
        text = without_pilcrows(f"\n{text}")
    line = " ".join(text.split())
    if lead := _FIRST_LEAD.match(line):
        line = line[lead.end() :]
    return line.rstrip(" -=_*~([\"\u2014/#¶")
