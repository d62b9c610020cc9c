"""Cable to JSON, the stable machine form; how the archive keeps one is in packed.py."""

import json
from dataclasses import fields
from typing import Final

from .cable import Cable, Paragraph, Problem, Recipient, Reference, Tag, Transmission

_NAMES: Final = tuple(field.name for field in fields(Cable))
_PART_NAMES: Final[dict[type, tuple[str, ...]]] = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (Transmission, Recipient, Tag, Reference, Paragraph, Problem)
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


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    names = _PART_NAMES.get(type(value))
    if names is None:
        return value
    return {name: _plain(getattr(value, name)) for name in names}


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
