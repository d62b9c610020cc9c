"""Cable to JSON and back: the stable machine form, and the shorter one that the archive keeps."""

import json
from dataclasses import fields
from typing import Any, Final

from .cable import Cable, Paragraph, Problem, Recipient, Reference, Tag, Transmission

_PARTS: Final = {
    "to": Recipient, "info": Recipient, "tags": Tag, "references": Reference,
    "paragraphs": Paragraph, "problems": Problem,
}
_NAMES: Final = tuple(field.name for field in fields(Cable))
_PART_NAMES: Final = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (Transmission, *_PARTS.values())
}


def to_json(cable: Cable) -> dict[str, object]:
    """The cable as a JSON object: the keys are the attributes of Cable, in their order.

    >>> to_json(Cable(id="08NOWHERE12", tags=(Tag("PREL", "subject", "PREL"),)))["tags"]
    [{'code': 'PREL', 'kind': 'subject', 'raw': 'PREL'}]
    """
    return {name: _plain(getattr(cable, name)) for name in _NAMES}


def dumps(value: object) -> str:
    """One line of JSON, UTF-8 kept readable.

    A lone surrogate, which no file can hold as UTF-8, is written as an escape.

    >>> dumps({"subject": "Café"})
    '{"subject": "Café"}'
    """
    text = json.dumps(value, ensure_ascii=False)
    return text if _encodes(text) else json.dumps(value)


def dumps_indented(value: object) -> str:
    """The same over several lines, for people."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text if _encodes(text) else json.dumps(value, indent=1)


def pack(cable: Cable) -> str:
    """The cable as the archive keeps it: empty values, header and body left out."""
    left_out = {"header", "body"}
    return json.dumps({
        name: value for name, value in to_json(cable).items() if value and name not in left_out
    })


def unpack(packed: str, header: str, body: str) -> Cable:
    """The cable that :func:`pack` was given.

    >>> cable = Cable(id="08NOWHERE12", to=(Recipient("", "AMEMBASSY ELSEWHERE"),), body="UNCLAS")
    >>> unpack(pack(cable), "", "UNCLAS") == cable
    True
    """
    values: dict[str, Any] = json.loads(packed)
    for name, kind in _PARTS.items():
        values[name] = tuple(kind(**_frozen(part)) for part in values.get(name, ()))
    if "transmission" in values:
        values["transmission"] = Transmission(**values["transmission"])
    return Cable(**_frozen(values), header=header, body=body)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    names = _PART_NAMES.get(type(value))
    if names is None:
        return value
    return {name: _plain(getattr(value, name)) for name in names}


def _frozen(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
