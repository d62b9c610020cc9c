"""The JSON of a cable: every attribute, in order."""

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from indexer.cable import Cable, Paragraph, Problem, Recipient, Reference, Tag, Transmission
from indexer.record import dumps, dumps_indented, to_json

KEYS = [
    "id", "id_as_found", "form", "source", "post", "year", "serial", "created", "released", "dtg",
    "precedence", "transmission", "classification", "caveats", "origin", "sender", "to", "info",
    "attention", "sections", "section_count", "order", "declass", "classified_by", "reasons", "tags", "subject", "references",
    "paragraphs", "summary", "comment", "signer", "header", "body", "articles", "partial",
    "problems",
]

_text = st.text(max_size=5)
_texts = st.lists(_text, max_size=2).map(tuple)
_numbers = st.integers(0, 99)


def _some(kind: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(kind, max_size=2).map(tuple)


cables = st.builds(
    Cable, id=_text, subject=_text, year=_numbers, partial=st.booleans(), caveats=_texts,
    articles=_texts,
    transmission=st.builds(Transmission, _text, _text, _text, _text, _text, _text),
    to=_some(st.builds(Recipient, _text, _text, _text, _text, _texts)),
    tags=_some(st.builds(Tag, _text, _text, _text)),
    references=_some(st.builds(Reference, _text, _text, _text, _text)),
    paragraphs=_some(st.builds(Paragraph, _numbers, _text, _text, _text, _numbers, _numbers)),
    problems=_some(st.builds(Problem, _text, _text, _text)),
)


def test_the_keys_are_the_attributes_in_their_stable_order() -> None:
    assert list(to_json(Cable())) == KEYS
    assert [field.name for field in fields(Cable)] == KEYS


@given(cables)
def test_the_json_loses_nothing_and_is_always_valid(cable: Cable) -> None:
    for line in (dumps(to_json(cable)), dumps_indented(to_json(cable))):
        line.encode()
        assert json.loads(line) == json.loads(json.dumps(to_json(cable)))
