"""The names that can stand before a colon: the fields, and ``after``, ``before``, ``has``."""

from typing import Final

from indexer.fields import BY_NAME, Kind

from . import values
from .pieces import Scope


def scope_of(name: str) -> tuple[Scope, ...]:
    """The scope of a name or alias in any case, or nothing.

    >>> [scope.name for scope in (*scope_of("Tags"), *scope_of("after"), *scope_of("tug"))]
    ['tag', 'after']
    """
    scope = _SCOPES.get(name.lower())
    return (scope,) if scope else ()


def scope_names() -> tuple[str, ...]:
    """Every name and alias that can stand before a colon."""
    return tuple(_SCOPES)


def is_address(name: str, behind: str) -> bool:
    """Whether a name that is no field begins an address: ``http://...``, ``mailto:...``.

    >>> is_address("gopher", "//"), is_address("mailto", "a@"), is_address("tug", "PR")
    (True, True, False)
    """
    return name.lower() in _SCHEMES or behind.startswith("//")


_SCHEMES: Final = frozenset(("http", "https", "ftp", "mailto", "file", "news"))

_FITS: Final = {
    Kind.TEXT: values.fit_text,
    Kind.KEYWORD: values.fit_keyword,
    Kind.CABLE: values.fit_cable,
    Kind.NUMBER: values.fit_number,
    Kind.DATE: values.fit_date,
    Kind.FLAG: values.fit_flag,
}


def _scope(name: str) -> Scope:
    field = BY_NAME[name]
    ranged = field.kind in (Kind.NUMBER, Kind.DATE)
    return Scope(field.name, field.name, field.kind is Kind.TEXT, ranged, _FITS[field.kind])


ANYWHERE: Final = Scope("", "", textual=True, ranged=False, fit=values.fit_text)
"""Outside any field."""

_SCOPES: Final = {name: _scope(name) for name in BY_NAME} | {
    "after": Scope("after", "date", textual=False, ranged=True, fit=values.fit_after),
    "before": Scope("before", "date", textual=False, ranged=True, fit=values.fit_before),
    "has": Scope("has", "", textual=False, ranged=False, fit=values.fit_has),
}
