"""What a form of cable must do: say whether a page is one, and part it into a Sheet.

A Sheet is the telegram's text and the facts that are printed beside it; how the two make a Cable
is the same for every form, and stands in ``compose``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Protocol

from ..cable import Problem


@dataclass(frozen=True, slots=True)
class Fact:
    """A value printed beside the telegram, and where: ``column Created``, ``key TAGS``.

    ``doubt`` is what makes it doubtful, unless the telegram settles it. ``found`` is the value as
    printed, where it had to be mended.
    """

    value: str
    rule: str
    doubt: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a page: header and body of the telegram, and the facts beside it.

    Keys of ``facts`` are names of Cable's fields: id, created, released, classification, caveats,
    precedence, origin, sender, to, info, order, tags, subject, references, signer. A time is in ISO
    form; of several values each is a line. ``problems`` have no source yet. ``notes`` stand below
    the telegram and belong to the body. An ``edited`` text was made ready for print: what the
    edition says counts more than the text, and what only telegrams have is not missed.
    """

    header: str
    body: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    articles: tuple[str, ...] = ()
    partial: bool = False
    problems: tuple[Problem, ...] = ()
    notes: str = ""
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that every page of a form shows: in words, and as it stands in the bytes."""

    words: str
    pattern: re.Pattern[bytes]


@dataclass(frozen=True, slots=True)
class Part:
    """One cable of a file that holds many: its name within the file, and its bytes."""

    name: str
    data: bytes


class Form(Protocol):
    """A form; a module of this package satisfies it."""

    NAME: str
    """The value of the field ``form``."""

    TITLE: str
    """The form in a few words, for people."""

    SIGNS: tuple[Sign, ...]
    """What its pages show: the form that shows most of its signs is the nearest."""

    def recognises(self, data: bytes) -> bool:
        """Whether these bytes are a page of this form, by content alone."""

    def read(self, data: bytes, source: str) -> Sheet:
        """What stands on a page.

        :raises Refused: where it is a page of this form's publisher, but no cable.
        """


class Collection(Protocol):
    """A form of which one file may hold many cables."""

    NAME: str

    def holds_many(self, start: bytes) -> bool:
        """Whether a file that begins so (its first megabyte) holds many cables."""

    def split(self, file: IO[bytes]) -> Iterator[Part]:
        """Each cable of the file, read as a stream; each part is a page of this form.

        :raises Refused: where the rest of the file cannot be parted.
        """
