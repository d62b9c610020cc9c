"""A cable from the archive: made from its columns, and its texts when they are asked for."""

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

from .cable import Cable, Paragraph, Problem, Recipient, Reference, Tag, Transmission
from .packed import LISTS, PLAIN, Packed
from .spans import Span, text_in, uncut

_Values = dict[str, Any]
"""A record as it was decoded, and the column ``paragraphs``, which is decoded when it is needed."""

_COPIED: Final = (
    "id", "created", "released", "classification", "post", "year", "origin", "subject", "header",
    "body",
)  # fmt: skip
_NO_TRANSMISSION: Final = Transmission()
_DECODE: Final = json.JSONDecoder().raw_decode


def unpack(packed: Packed, source: str = "") -> Cable:
    """The cable that :func:`indexer.packed.pack` was given. The texts that stand in its body are
    made when they are first asked for.

    >>> from .packed import pack
    >>> cable = Cable(id="08NOWHERE12", to=(Recipient("", "AMEMBASSY ELSEWHERE"),), body="UNCLAS")
    >>> unpack(pack(cable)) == cable
    True
    """
    values: _Values = _DECODE(packed.record)[0]
    kept = _Kept.__new__(_Kept)
    for put, column in _PUT_COPIED:
        put(kept, packed[column])
    for put, name, empty in _PUT_PLAIN:
        put(kept, values.get(name, empty))
    for put, name in _PUT_LISTS:
        put(kept, tuple(values.get(name, ())))
    for put, name, make in _PUT_PARTS:
        put(kept, tuple([make(*one) for one in values[name]]) if name in values else ())
    sent = values.get("transmission")
    _PUT["transmission"](kept, Transmission(*sent) if sent else _NO_TRANSMISSION)
    _PUT["problems"](kept, tuple([_problem(source, *one) for one in values.get("problems", ())]))
    _PUT["caveats"](kept, strings(packed.caveats))
    _PUT["tags"](kept, tuple([_tag(*one) for one in _DECODE(packed.tags)[0]]))
    _PUT["source"](kept, source)
    values["paragraphs"] = packed.paragraphs
    object.__setattr__(kept, "_values", values)
    return kept


@lru_cache(maxsize=4096)
def strings(packed: str) -> tuple[str, ...]:
    """What a column says that holds strings as JSON.

    >>> strings('["SIPDIS","NOFORN"]')
    ('SIPDIS', 'NOFORN')
    """
    return tuple(_DECODE(packed)[0])


@lru_cache(maxsize=4096)
def codes(packed: str) -> tuple[str, ...]:
    """The codes in the column ``tags``.

    >>> codes('[["PREL","subject"],["PARM","subject","PARAM"]]')
    ('PREL', 'PARM')
    """
    return tuple(values[0] for values in _DECODE(packed)[0])


def _recipient(
    route: str = "", name: str = "", precedence: str = "", serial: str = "",
    excluded: Sequence[str] = (),
) -> Recipient:
    return Recipient(route, name, precedence, serial, tuple(excluded))


def _reference(raw: str = "", kind: str = "", id_: str = "", bullet: str = "") -> Reference:
    return Reference(raw, kind, id_, bullet)


@lru_cache(maxsize=4096)
def _tag(code: str, kind: str, *raw: str) -> Tag:
    return Tag(code, kind, raw[0] if raw else code)


def _problem(own: str, field: str, message: str, *source: str) -> Problem:
    return Problem(source[0] if source else own, field, message)


def _text(body: str, values: _Values, name: str) -> str:
    text: str | Span = values.get(name, "")
    if isinstance(text, str):
        return text
    start, end = text
    if "cuts" in values:
        return text_in(uncut(body, values["cuts"]), start, end)
    return text_in(uncut(body[start:end]), 0, end - start)


def _paragraphs(body: str, values: _Values) -> tuple[Paragraph, ...]:
    blanks = uncut(body, values.get("cuts", ()))
    return tuple([_paragraph(blanks, *one) for one in _DECODE(values["paragraphs"])[0]])


def _paragraph(
    blanks: str, number: int, portion: str, raw_number: str, start: int, end: int,
    text: str | int, behind: int = 0,
) -> Paragraph:
    if isinstance(text, int):
        text = text_in(blanks, start + text, end - behind)
    return Paragraph(number, portion, text, raw_number, start, end)


class _Kept(Cable):
    """A cable from the archive, equal to any other of the same values."""

    __slots__ = ("_values",)
    _values: _Values

    def __getattr__(self, name: str) -> object:
        """A text that was not asked for before; it is then in its slot."""
        if name == "paragraphs":
            text: object = _paragraphs(self.body, self._values)
        elif name in ("summary", "comment"):
            text = _text(self.body, self._values, name)
        else:
            raise AttributeError(name, name=name, obj=self)
        _PUT[name](self, text)
        return text

    def __eq__(self, other: object) -> bool:
        return _ALL(self) == _ALL(other) if isinstance(other, Cable) else NotImplemented

    def __hash__(self) -> int:
        return hash(_ALL(self))


_ALL: Final = attrgetter(*Cable.__slots__)
_Put = Callable[[Cable, object], None]
_PUT: Final[dict[str, _Put]] = {
    name: getattr(Cable, name).__set__ for name in Cable.__slots__
}
_PUT_COPIED: Final = tuple((_PUT[name], Packed._fields.index(name)) for name in _COPIED)
_PUT_PLAIN: Final = tuple((_PUT[name], name, empty) for name, empty in PLAIN.items())
_PUT_LISTS: Final = tuple((_PUT[name], name) for name in LISTS)
_PUT_PARTS: Final[tuple[tuple[_Put, str, Callable[..., object]], ...]] = (
    (_PUT["to"], "to", _recipient), (_PUT["info"], "info", _recipient),
    (_PUT["references"], "references", _reference),
)  # fmt: skip
