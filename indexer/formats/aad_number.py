"""The number of a document of 1973-79, in which the post's name is cut at six characters.

``1974NOWHER05091`` is NOWHERE 5091, and TEL AVIV, cut with its blank, is TELAV.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from ..posts import canonical_post, known_post, spellings

_CUT: Final = 6
_SHORTEST: Final = 4
_NUMBER: Final = re.compile(r"\W*+(?P<year>(?:\d{4}|\d\d|)\s*+)(?P<name>[A-Z]{4,6})(?=\s*+\d)")


def whole_number(number: str, senders: Iterable[str]) -> tuple[str, str]:
    """The number with the whole name of its post, and what is doubtful about that.

    ``senders`` are the document's own words for its post. Where none of them begins so, and not
    exactly one known post does, the number stays as found.

    >>> whole_number("1974NOWHER05091", ["AMEMBASSY NOWHERE"])
    ('1974NOWHERE05091', '')
    >>> whole_number("1974NOWHER05091", ["PARIS"])
    ('1974NOWHER05091', '')
    """
    found = _NUMBER.match(number)
    if not found or known_post(found["name"]):
        return number, ""
    posts = _posts_of(found["name"], senders)
    if len(posts) == 1:
        return number[: found.start("name")] + posts[0] + number[found.end() :], ""
    doubt = f"{found['name']} may be {' or '.join(posts)}" if posts else ""
    return number, doubt


def _posts_of(name: str, senders: Iterable[str]) -> tuple[str, ...]:
    """The posts whose names, cut, are this one: the sender's, else those that are known."""
    for post in map(canonical_post, senders):
        if post.startswith(name):
            return (post,)
    return _cut_names().get(name, ())


@cache
def _cut_names() -> Mapping[str, tuple[str, ...]]:
    """The known posts by what is left of each spelling after six characters."""
    found: dict[str, set[str]] = {}
    for spelling, post in spellings().items():
        found.setdefault(spelling[:_CUT].replace(" ", ""), set()).add(post)
    return MappingProxyType(
        {name: tuple(sorted(posts)) for name, posts in found.items() if len(name) >= _SHORTEST}
    )
