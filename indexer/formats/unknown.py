"""Why a page is no cable in any form: what it is instead, and which form it is nearest to."""

from collections.abc import Sequence
from typing import Final

from .base import Form

_START: Final = 64 << 10  # bytes in which the signs of a form are looked for


def why_unknown(data: bytes, forms: Sequence[Form]) -> str:
    """The reason for a refusal, in words.

    >>> why_unknown(b"  ", ())
    'empty'
    >>> from . import page
    >>> why_unknown(b"<title>Cable Viewer</title><code><pre>", (page,))
    "nearest form: page, but without a heading Viewing cable, a table of class 'cable'"
    """
    from ..containers import container_kind  # slow to import, and seldom needed

    if not data.strip():
        return "empty"
    if kind := container_kind(data):
        return f"a {kind} file inside another container, or given as a page: unpack it first"
    if data.count(0) * 10 > len(data):
        return "not text"
    return _nearest(data[:_START], forms)


def _nearest(start: bytes, forms: Sequence[Form]) -> str:
    """The form that shows the largest share of its signs, and the signs that are missing."""
    best, missing, most = "", [""], 0.0
    for form in forms:
        absent = [sign.words for sign in form.SIGNS if not sign.pattern.search(start)]
        share = 1 - len(absent) / len(form.SIGNS)
        if share > most:
            best, missing, most = form.NAME, absent, share
    if not best:
        return "it shows no sign of any form: `cables forms` lists them"
    return f"nearest form: {best}, but without {', '.join(missing)}"
