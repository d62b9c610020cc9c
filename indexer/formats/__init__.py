"""The forms in which cables are published: one module each; the first that recognises a page by
its content reads it."""

from dataclasses import replace
from typing import Final

from ..cable import Cable
from ..containers import container_kind
from ..errors import Refused
from . import page, text
from .base import Form

FORMS: Final[tuple[Form, ...]] = (page, text)


def read_cable(data: bytes | str, source: str = "") -> Cable:
    """The cable of one page, in any form; ``source`` is where it came from, as it was named.

    What could not be read is in the cable's ``problems``.

    :raises Refused: where the page is no cable in a known form; the message is the reason.

    >>> cable = read_cable(b"R 121833Z NOV 08\\nFM AMEMBASSY NOWHERE\\n\\nUNCLAS NOWHERE 000012\\n")
    >>> cable.id, cable.form
    ('08NOWHERE12', 'text')
    """
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    form = detect(raw)
    cable = form.read(raw, source)
    problems = tuple(replace(problem, source=source) for problem in cable.problems)
    return replace(cable, form=form.NAME, source=source, problems=problems)


def detect(data: bytes) -> Form:
    """The form of a page.

    :raises Refused: where no form recognises it.
    """
    for form in FORMS:
        if form.recognises(data):
            return form
    raise Refused(_why_unknown(data))


def _why_unknown(data: bytes) -> str:
    if not data.strip():
        return "empty"
    if kind := container_kind(data):
        return f"a {kind} file inside another container, or given as a page: unpack it first"
    if data.count(0) * 10 > len(data):
        return "not text"
    start = data[:2_000].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in start:
        return "a web page without the table of a cable; nearest form: page"
    return "text without a date-time group or a classification line with post and number;" \
        " nearest form: text"
