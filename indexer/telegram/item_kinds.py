"""What an item of a REF line is that has no cable's number: an e-mail, a letter, a manual."""

import re
from typing import Final

# In this order: an e-mail may hold a report, a report may come by fax.
_KINDS: Final = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        ("cable", r"\d{6}Z\s?[A-Z]{3}(?:\s?\d\d)?"),
        ("e-mail", r"E-?\s?MAILS?|ELECTRONIC MAIL|E-?MSG|UNCLASS? ?E-?MAIL"),
        ("telcon", r"TELE?CONS?|PHONE?CONS?|FONE?CONS?|(?:TELE)?PHONE|TELEPHONIC|TELECONFERENCE"),
        ("memcon", r"MEMCONS?|MEMCONVS?|MEMCOMS?|MEMO(?:RANDUM)? OF CONVERSATION"),
        ("fax", r"FAX(?:ES|ED)?|FACSIMILE|TELEFAX"),
        ("letter", r"LETTERS?|LTRS?"),
        ("web", r"HTTPS?|WWW|WEB ?SITES?|WEB ?PAGE|INTERNET|CLASSNET|INTRANET|SIPRNET"),
        ("note", r"NOTES?|DIP ?NOTES?|NOTE VERBALE|AIDE[ -]MEMOIRE|NON-?PAPERS?"),
        ("manual", r"\d* ?FAM|FAH|MANUAL|HANDBOOK|GUIDE(?:BOOK|LINES)?"),
        ("book", r"BOOK|CFR|USC|ENCYCLOPEDIA"),
        ("report", r"(?:SPOT ?|SIT)?REP(?:ORT(?:S|ING)?|S)?|IIR|TDX?|TDCS|STUDY|PAPER|SURVEY|FBIS"
         r"|OSC|GMP\d*|EUP\d*"),
        ("cable", r"(?:SEP|REF|DEP)?TELS?|TELEGRAMS?|CABLES?|CBLS?"),
    )
)


def kind_of_item(text: str) -> str:
    """The kind of an item without a number: one of those of a Reference.

    A telegram that is known by its time alone, or named without its number, is a cable.

    >>> kind_of_item("DOE-ROE E-MAIL, MAY 3"), kind_of_item("12 FAM 540"), kind_of_item("SEPTEL")
    ('e-mail', 'manual', 'cable')
    >>> kind_of_item("CDR NOWHERE 121833Z NOV 08"), kind_of_item("TALKS IN MAY")
    ('cable', 'unknown')
    """
    return next((kind for kind, words in _KINDS if words.search(text)), "unknown")
