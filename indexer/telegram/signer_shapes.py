"""Signers that are no line in capitals: LeRoe, Roe on a retyped page, one behind a sentence."""

import re
from collections.abc import Set
from typing import Final

from .footer import is_footer
from .names import is_place
from .titles import is_title
from .usual_words import ABBREVIATIONS, ENDINGS, USUAL

_HEAD: Final = 4000
_TAIL: Final = 600
_CAMEL: Final = re.compile(
    r"(?:[A-Z]\.[ ]?){0,2}(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|St|[OD]['\u2019])[A-Z][a-z]{2,20}"
    r"(?:-[A-Z][A-Za-z]{1,20})?"
)
_MIXED: Final = re.compile(
    r"(?:[A-Z]\.[ ]?){0,2}[A-Z](?:['\u2019][A-Z])?[a-z]{1,20}(?:-[A-Z][a-z]{1,20})?"
    r"(?:[ ][A-Z][A-Za-z'\u2019-]{1,20}){0,2}"
)
_IN_CAPITALS: Final = re.compile(
    r"\b(?:TAGS|SUBJ|SUBJECT|SIPDIS)\b|\b[A-Z] [A-Z] [A-Z] [A-Z]"
)
_IN_SMALL_LETTERS: Final = re.compile(
    r"^[ \t]*+(?:(?:Tags?|tags?|Subject|subject|Subj|subj|Sipdis|sipdis|E\.o\.|e\.o\.)(?![A-Za-z])"
    r"|[CSUTcsut](?:[ ][a-z]){4}|(?:Confidential|Unclas|Secret|confidential|unclas|secret)[ ])",
    re.MULTILINE,
)
_GLUED: Final = re.compile(r"(?<![A-Z.&-])([A-Z]{2,20})\.[ \t]{0,3}([A-Z][A-Z'\u2019-]{2,20})")
_VOWELS: Final = frozenset("AEIOUY")


def is_mixed_name(line: str, no_names: Set[str]) -> bool:
    """Is a line a surname with a capital inside, such as no other word has?

    >>> is_mixed_name("LeRoe", frozenset()), is_mixed_name("McDoe", frozenset())
    (True, True)
    >>> is_mixed_name("Roe", frozenset()), is_mixed_name("PolCouns", frozenset())
    (False, False)
    """
    return _CAMEL.fullmatch(line) is not None and line.upper() not in no_names


def is_name_in_small_letters(line: str, no_names: Set[str]) -> bool:
    """May a line be a name where nothing is in capitals: one to three words, no title among them?

    >>> [is_name_in_small_letters(line, frozenset()) for line in ("Van Roe", "It rained")]
    [True, False]
    """
    if not _MIXED.fullmatch(line) or not no_names.isdisjoint(line.upper().split()):
        return False
    return not any(map(is_title, line.split())) and not is_footer(line)


def is_retyped(body: str) -> bool:
    """Was the telegram typed again in small letters, its labels and its marking too?

    >>> is_retyped("S e c r e t nowhere 12\\nSubject: rain"), is_retyped("SUBJECT: RAIN\\nTags: x")
    (True, False)
    """
    head = body[:_HEAD]
    return not _IN_CAPITALS.search(head) and _IN_SMALL_LETTERS.search(head) is not None


def glued_name(body: str, start: int, end: int, no_names: Set[str]) -> int:
    """Where the name begins that stands behind the last sentence of a text in capitals, 0 if none.

    A word that may open a sentence, or be a place, is none: the text may have been cut off there.

    >>> text = "9. THEY WILL DIG DEEP. CRAWFORD"
    >>> text[glued_name(text, 0, len(text), frozenset()) :]
    'CRAWFORD'
    >>> text = "9. THEY WILL DIG DEEP. HOWEVER"
    >>> glued_name(text, 0, len(text), frozenset())
    0
    """
    stop = body.rfind(".", max(start, end - 30), end)
    if stop < 0 or not body[max(0, end - _TAIL) : end].isupper():
        return 0
    line = body[start:end]
    word = body.rfind(" ", start, stop) + 1 or start
    found = _GLUED.fullmatch(body, word, end) if line else None
    if not found or found[1] in ABBREVIATIONS or not _may_sign(found[2], no_names):
        return 0
    return found.start(2)


def _may_sign(word: str, no_names: Set[str]) -> bool:
    if word in no_names or word in USUAL or word.endswith(ENDINGS) or _VOWELS.isdisjoint(word):
        return False
    return not is_title(word) and not is_footer(word) and not is_place([word])
