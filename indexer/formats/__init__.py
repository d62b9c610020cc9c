"""The forms in which cables are published: one module each; the first that recognises a page by
its content reads it."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Final

from ..cable import Cable
from ..errors import Refused
from . import aad, dump, frus, lines, page, plusd, text
from .base import Collection, Form, Sheet
from .compose import compose
from .decode import check_size
from .unknown import why_unknown

FORMS: Final[tuple[Form, ...]] = (page, plusd, dump, frus, lines, aad, text)
"""In the order in which they are asked: what more pages would satisfy comes last."""

COLLECTIONS: Final[tuple[Collection, ...]] = (dump, frus, aad)
"""The forms of which one file may hold many cables."""


def read_cable(data: bytes | str, source: str = "") -> Cable:
    """The cable of one page, in any form; ``source`` is where it came from, as it was named.

    What could not be read is in the cable's ``problems``.

    :raises Refused: where the page is no cable in a known form; the message is the reason.

    >>> cable = read_cable(b"R 121833Z NOV 08\\nFM AMEMBASSY NOWHERE\\n\\nUNCLAS NOWHERE 000012\\n")
    >>> cable.id, cable.form
    ('08NOWHERE12', 'text')
    """
    form, sheet = read_sheet(_bytes(data), source)
    cable = compose(sheet)
    problems = tuple(replace(problem, source=source) for problem in cable.problems)
    return replace(cable, form=form.NAME, source=source, problems=problems)


def read_cables(data: bytes | str, source: str = "") -> Iterator[Cable]:
    """Every cable of one file's content, which may be a page or a collection (dump, FRUS volume).

    The source of a cable in a collection is ``source!name``.

    :raises Refused: where the content, or a part of it, is no cable in a known form.

    >>> [cable.id for cable in read_cables("R 121833Z NOV 08\\n\\nUNCLAS NOWHERE 000012\\n")]
    ['08NOWHERE12']
    """
    raw = _bytes(data)
    collection = collection_of(raw)
    if collection is None:
        yield read_cable(raw, source)
        return
    for part in collection.split(BytesIO(raw)):
        yield read_cable(part.data, f"{source}!{part.name}")


def read_sheet(data: bytes, source: str = "") -> tuple[Form, Sheet]:
    """The form of a page, and what stands on it.

    :raises Refused: where the page is no cable in a known form.
    """
    form = detect(data)
    sheet = form.read(data, source)
    facts = (len(fact.value) for fact in sheet.facts.values())
    check_size(len(sheet.header) + len(sheet.body) + sum(facts))
    return form, sheet


def detect(data: bytes) -> Form:
    """The form of a page.

    :raises Refused: where no form recognises it.
    """
    for form in FORMS:
        if form.recognises(data):
            return form
    raise Refused(why_unknown(data, FORMS))


def collection_of(start: bytes) -> Collection | None:
    """The form of a file that begins so, if it may hold many cables."""
    return next((form for form in COLLECTIONS if form.holds_many(start)), None)


def _bytes(data: bytes | str) -> bytes:
    return data.encode("utf-8", "replace") if isinstance(data, str) else data
