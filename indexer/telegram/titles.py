"""Which words beside a person's name are title, office or grammar, in a Classified By line."""

import re
from functools import lru_cache
from typing import Final

from .title_words import GRAMMAR, HOLDERS, PERSONAL, SHORT_FORMS, SURNAMES, TITLES

# Spellings beyond number: ambassador, counselor, charge and the like with a slip in them, and the
# short forms that are made of two.
_HOLDER_STEMS: Final = (
    r"amb[aeo]s+[aeo]|amabass|abassad|coun[cs]+[eia]l|couselor|conselor|charg.{0,2}|secretar"
    r"|minist[er]|offic[ei]r|deput[yi]|direct[oe]r|assistan|represent|coordinat"
)
_STEMS: Final = re.compile(
    rf"(?:{_HOLDER_STEMS}|d['\u2019]?af|polit[ic]|poli?tic|econom|consul|embass|commerc|coordin"
    r"|managem)[a-z'\u2019]*+"
    r"|a?(?:pol|econ?|emb|con|gen|adm|agr?|lab|leg|def|ref|sci|cult|info?|mil|min|pa|dep|fin|reg|trade)"
    r"[a-z]{0,9}"
    r"(?:offs?|couns|counsellor|counselor|chief|coord|att|attache|dir|director|assistant|adviser|rep)"
)
_HOLDER: Final = re.compile(
    rf"(?:{_HOLDER_STEMS})[a-z'\u2019]*+|[a-z]{{3,12}}(?:offs?|couns|chief|coord|attache)"
)
_ROMAN: Final = frozenset(("II", "III", "IV", "JR", "SR"))
_VOWELS: Final = frozenset("AEIOUY")


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Is a word, in any case, part of a title or of the grammar around one?

    >>> is_title("Ambasador"), is_title("POL/ECON"), is_title("Minister-Counselor"), is_title("Doe")
    (True, True, True, False)
    >>> is_title("A."), is_title("a.i.")
    (False, True)
    """
    small = _bare(word)
    if len(small) == 1:
        return not word[0].isupper()
    plain = small.replace(".", "")
    if small in GRAMMAR or plain in TITLES or small in TITLES or _STEMS.fullmatch(small):
        return True
    if "/" in small or "&" in small or any(map(str.isdecimal, small)):
        return True
    parts = [part for part in small.split("-") if part]
    return len(parts) > 1 and all(map(is_title, parts))


@lru_cache(maxsize=1024)
def is_holder(word: str) -> bool:
    """Does a word name who holds an office, such as a name may follow?

    >>> is_holder("A/DCM"), is_holder("Minister-Counselor"), is_holder("Affairs")
    (True, True, False)
    """
    last = re.split("[/-]", _bare(word))[-1]
    return last in HOLDERS or _HOLDER.fullmatch(last) is not None


def is_personal(word: str) -> bool:
    """Is it a form of address, such as stands before a surname alone?

    >>> is_personal("Amb."), is_personal("DCM"), is_personal("Officer")
    (True, True, False)
    """
    return _bare(word) in PERSONAL


def is_office(word: str) -> bool:
    """Is it a short symbol in capitals, such as stand for offices beside names in small letters?

    >>> is_office("EUR"), is_office("III"), is_office("J."), is_office("Doe")
    (True, False, False, False)
    """
    return word.isupper() and word.isalpha() and 2 <= len(word) <= 5 and word not in _ROMAN


def is_unspoken(word: str) -> bool:
    """Is it a short symbol that nobody could speak as a word, without a vowel?

    >>> is_unspoken("PMCC"), is_unspoken("LYNCH"), is_unspoken("J."), is_unspoken("XXXXXXXXXXXX")
    (True, False, False, False)
    """
    return is_office(word) and _VOWELS.isdisjoint(word)


def may_be_surname(word: str) -> bool:
    """Is a word of titles also a surname?

    >>> may_be_surname("West"), may_be_surname("Counselor")
    (True, False)
    """
    return word.lower().rstrip(".,") in SURNAMES


def may_be_called(word: str) -> bool:
    """Could a word of titles be a surname, where its place says so? A short form could not.

    >>> [may_be_called(word) for word in ("Public", "GENERAL", "POLOFF", "of")]
    [True, True, False, False]
    """
    small = word.lower().strip(",.")
    if may_be_surname(word):
        return True
    if len(small) < 4 or not small.replace("'", "").isalpha() or word.endswith("."):
        return False
    return word[0].isupper() and small not in GRAMMAR and small not in SHORT_FORMS


def _bare(word: str) -> str:
    """The word in small letters, without the marks around it and a possessive's."""
    return word.lower().strip("\"'\u2019,").removesuffix("'s").rstrip(".") or "a"
