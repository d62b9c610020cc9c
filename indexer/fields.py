"""FIELDS, the one table that the index, the query language and the help are made from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final

from .analysis import fold
from .cable import PRECEDENCES, Cable, names
from .dates import year_of
from .ids import canonical_id
from .posts import canonical_post
from .telegram.breaks import mask_breaks


class Kind(Enum):
    """How the values of a field are compared with what is asked for.

    TEXT: analysed words. KEYWORD: whole values, case and accents folded. CABLE: canonical ids.
    NUMBER: integers. DATE: days; a value that is no date ("OADR") is a keyword beside them.
    FLAG: yes or no.
    """

    TEXT = "text"
    KEYWORD = "keyword"
    CABLE = "cable id"
    NUMBER = "number"
    DATE = "date"
    FLAG = "yes or no"


def no_words(_: Cable) -> tuple[str, ...]:
    """The words of a field that has none in any cable."""
    return ()


def no_numbers(_: Cable) -> tuple[int, ...]:
    """The numbers of a field that has none in any cable."""
    return ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field that can be asked for.

    ``words`` and ``numbers`` give a cable's values: texts of a TEXT field, whole values of a
    KEYWORD, CABLE or FLAG; integers of a NUMBER, proleptic day ordinals of a DATE.
    ``covers`` names the fields that a compound field searches together.
    """

    name: str
    kind: Kind
    help: str
    example: str
    aliases: tuple[str, ...] = ()
    words: Callable[[Cable], tuple[str, ...]] = no_words
    numbers: Callable[[Cable], tuple[int, ...]] = no_numbers
    covers: tuple[str, ...] = ()


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def day(text: str) -> tuple[int, ...]:
    """The day ordinal of an ISO date or time, or nothing.

    >>> day("2008-11-12T18:33Z") == (date(2008, 11, 12).toordinal(),)
    True
    >>> day("OADR")
    ()
    """
    return _day(text[:10])


@lru_cache(maxsize=8192)  # one day has many cables
def _day(text: str) -> tuple[int, ...]:
    try:
        return (date.fromisoformat(text).toordinal(),)
    except ValueError:
        return ()


def _year(cable: Cable) -> tuple[int, ...]:
    """A document of an edition has a number without a year."""
    year = cable.year or year_of(cable.created)
    return (year,) if year else ()


def _precedence(cable: Cable) -> tuple[str, ...]:
    letters = cable.precedence.split()
    return (*letters, *(PRECEDENCES[letter] for letter in letters if letter in PRECEDENCES))


def _declass_word(cable: Cable) -> tuple[str, ...]:
    return () if day(cable.declass) else _one(cable.declass)


def _cites(cable: Cable) -> tuple[str, ...]:
    return tuple(reference.id for reference in cable.references if reference.id)


_TEXT, _KEYWORD, _NUMBER, _DATE = Kind.TEXT, Kind.KEYWORD, Kind.NUMBER, Kind.DATE

FIELDS: Final[tuple[Field, ...]] = (
    Field("text", _TEXT, "words of the subject and the body; the default",
          "text:missile", covers=("subject", "body")),
    Field("subject", _TEXT, "words of the subject line",
          "subject:plenary", ("subj", "title"), words=lambda c: _one(c.subject)),
    Field("body", _TEXT, "words of the telegram, from the classification line on",
          'body:"press statement"', words=lambda c: _one(mask_breaks(c.body))),
    Field("summary", _TEXT, "words between SUMMARY and END SUMMARY",
          "summary:harvest", words=lambda c: _one(c.summary)),
    Field("comment", _TEXT, "words between COMMENT and END COMMENT",
          "comment:doubt", words=lambda c: _one(c.comment)),
    Field("id", Kind.CABLE, "the cable's number, in any style",
          "id:08STATE120153", ("refid",), words=lambda c: _one(c.id)),
    Field("post", _KEYWORD, "the post in the cable's number",
          "post:TELAVIV", words=lambda c: _one(c.post)),
    Field("year", _NUMBER, "the year in the cable's number, else of its date",
          "year:2005..2007", numbers=_year),
    Field("date", _DATE, "the day on which it was created (UTC)",
          "date:2008-11..2009-02", ("created",), numbers=lambda c: day(c.created)),
    Field("released", _DATE, "the day on which it was published",
          "released:2011-08", numbers=lambda c: day(c.released)),
    Field("class", _TEXT, "the classification",
          "class:secret", ("classification",), words=lambda c: _one(c.classification)),
    Field("caveat", _TEXT, "handling caveats",
          "caveat:NOFORN", ("caveats",), words=lambda c: c.caveats),
    Field("origin", _TEXT, "the office that sent it, as the publisher names it",
          'origin:"embassy paris"', words=lambda c: _one(c.origin)),
    Field("from", _TEXT, "the sender (FM)",
          "from:canberra", ("fm", "sender"), words=lambda c: _one(c.sender)),
    Field("to", _TEXT, "the action addressees",
          "to:canberra", ("action",), words=lambda c: names(c.to)),
    Field("info", _TEXT, "the information addressees",
          "info:riga", words=lambda c: names(c.info)),
    Field("tag", _KEYWORD, "codes of the TAGS line",
          "tag:PREL,PARM", ("tags",), words=lambda c: tuple(tag.code for tag in c.tags)),
    Field("signer", _TEXT, "the name at the end",
          "signer:rice", ("signed", "author"), words=lambda c: _one(c.signer)),
    Field("classifiedby", _TEXT, "the person who classified it",
          "classifiedby:example", ("classified_by",), words=lambda c: _one(c.classified_by)),
    Field("declass", _DATE, "the day of declassification, or the word in its place",
          "declass:>2018", ("decl",), words=_declass_word, numbers=lambda c: day(c.declass)),
    Field("refs", _NUMBER, "how many references it has",
          "refs:>3", ("ref",), numbers=lambda c: (len(c.references),)),
    Field("cites", Kind.CABLE, "cables that cite this one",
          "cites:08STATE1", words=_cites),
    Field("citedby", Kind.CABLE, "cables that this one cites", "citedby:08STATE120153"),
    Field("precedence", _KEYWORD, "flash, immediate, priority or routine, or the letter",
          "precedence:immediate", words=_precedence),
    Field("partial", Kind.FLAG, "only an extract was published",
          "partial:yes", words=lambda c: ("yes",) if c.partial else ()),
    Field("form", _KEYWORD, "the form of the page that it was read from",
          "form:page", words=lambda c: _one(c.form)),
    Field("article", _TEXT, "addresses of articles about it",
          "article:example", ("articles",), words=lambda c: c.articles),
    Field("problem", _TEXT, "what could not be read",
          "problem:date", ("problems",),
          words=lambda c: tuple(f"{p.field}: {p.message}" for p in c.problems)),
)

BY_NAME: Final[dict[str, Field]] = {
    name: field for field in FIELDS for name in (field.name, *field.aliases)
}


def fold_value(field: Field, value: str) -> str:
    """A whole value of a KEYWORD, CABLE or FLAG field as it is compared.

    >>> fold_value(BY_NAME["id"], "08 State 00012"), fold_value(BY_NAME["post"], "Tel Aviv")
    ('08state12', 'telaviv')
    """
    if field.kind is Kind.CABLE:
        return fold(canonical_id(value) or value)
    if field.name == "post":
        return fold(canonical_post(value) or value)
    return fold(value)
