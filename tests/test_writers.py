"""Writers: what each form shows of a hit, and that nothing is lost or let through."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from indexer.cable import Cable, Tag
from queries.answers import Answer, Fault
from queries.batch_input import Ask
from queries.hits import Hit, Snippet
from queries.terminal import Look
from queries.writers import BATCH_FORMATS, FORMATS, make_batch_writer, make_writer
from queries.writers.csv import BATCH_COLUMNS, HIT_COLUMNS

HIT = Hit(
    rank=1, id="08NOWHERE12", created="2008-11-12T18:33Z", released="2011-08-30T01:44Z",
    classification="UNCLASSIFIED", caveats=("SIPDIS",), post="NOWHERE", origin="Embassy Nowhere",
    subject="PLENARY STATEMENT ON KITES", tags=("PREL", "PARM"), score=1.23456789,
    snippets=(Snippet("... no kite was exported ...", ((7, 11), (16, 24)), 3),),
    source="pages.zip!a/08NOWHERE12.html", number=7,
)
HOSTILE = "\x1b[2J=1\u202e\x07\udc80\x9b\"',\n;"


def written(form: str, *hits: Hit, look: Look = Look()) -> str:  # noqa: B008 - frozen
    sink = io.StringIO()
    writer = make_writer(form, sink, look)
    writer.begin("kite AND tag:PREL")
    for hit in hits:
        writer.hit(hit)
    writer.end()
    return sink.getvalue()


def batch_written(form: str, *answers: Answer) -> str:
    sink = io.StringIO()
    writer = make_batch_writer(form, sink)
    writer.begin()
    for answer in answers:
        writer.answer(answer)
    return sink.getvalue()


def hostile_hit() -> Hit:
    return replace(HIT, id=HOSTILE, subject=HOSTILE, post=HOSTILE, tags=(HOSTILE,),
                   classification=HOSTILE, snippets=(Snippet(HOSTILE, ((0, 4),)),))


def test_text_shows_what_a_person_looks_for() -> None:
    assert written("text", HIT) == (
        "  1 08NOWHERE12  2008-11-12  UNCLASSIFIED//SIPDIS  NOWHERE\n"
        "    PLENARY STATEMENT ON KITES\n"
        "    PREL PARM\n"
        "    ¶3 ... no *kite* was *exported* ...\n"
    )


def test_text_leaves_out_what_is_not_known() -> None:
    bare = replace(HIT, created="", classification="", caveats=(), post="", subject="", tags=(),
                   snippets=())
    assert written("text", bare) == "  1 08NOWHERE12\n    (no subject)\n"


def test_a_cable_without_an_id_is_known_by_its_source() -> None:
    assert "pages.zip!a/08NOWHERE12.html" in written("text", replace(HIT, id=""))
    assert written("ids", replace(HIT, id="")) == "pages.zip!a/08NOWHERE12.html\n"


def test_hits_are_a_blank_line_apart() -> None:
    assert written("text", HIT, HIT).count("\n\n") == 1


def test_text_fits_the_terminal() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    long = replace(HIT, subject=words, snippets=(Snippet(words, ((0, 11),), 3),))
    lines = written("text", long, look=Look(width=60, colour=False)).splitlines()
    assert max(map(len, lines)) <= 60


def test_a_mark_that_is_wrapped_is_painted_on_both_lines() -> None:
    words = " ".join(["kites"] * 30)
    long = replace(HIT, snippets=(Snippet(words, ((0, len(words)),), 3),))
    shown = written("text", long, look=Look(width=60, colour=True)).splitlines()
    lines = [line for line in shown if "kites" in line]
    assert len(lines) > 2
    assert all("\x1b[1;31mkites" in line and line.endswith("kites\x1b[0m") for line in lines)


def test_colour_marks_words_without_asterisks_and_leaves_the_text_alone() -> None:
    coloured = written("text", HIT, look=Look(colour=True))
    assert "no \x1b[1;31mkite\x1b[0m was" in coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert plain == written("text", HIT).replace("*", "")


@pytest.mark.parametrize("colour", [True, False])
def test_no_control_character_of_a_page_is_in_the_text(colour: bool) -> None:
    text = written("text", hostile_hit(), look=Look(colour=colour))
    ours = re.sub(r"\x1b\[(?:0|1|2|1;31|1;36)m", "", text)
    assert all(c == "\n" or c.isprintable() for c in ours)


def test_ids_are_one_a_line() -> None:
    assert written("ids", HIT, replace(HIT, id="x\ny")) == "08NOWHERE12\nx y\n"


def test_json_is_one_document_with_the_query_and_the_number_of_hits() -> None:
    value = json.loads(written("json", HIT, HIT))
    assert (value["version"], value["query"], value["count"]) == (1, "kite AND tag:PREL", 2)
    assert value["hits"][0] == value["hits"][1]


def test_json_without_hits_is_valid() -> None:
    assert json.loads(written("json"))["hits"] == []


def test_json_of_a_hit_has_these_keys() -> None:
    (hit,) = json.loads(written("json", HIT))["hits"]
    assert hit == {
        "rank": 1, "id": "08NOWHERE12", "created": "2008-11-12T18:33Z",
        "released": "2011-08-30T01:44Z", "classification": "UNCLASSIFIED", "caveats": ["SIPDIS"],
        "post": "NOWHERE", "origin": "Embassy Nowhere", "subject": "PLENARY STATEMENT ON KITES",
        "tags": ["PREL", "PARM"], "score": 1.2346,
        "snippets": [{"text": "... no kite was exported ...", "marks": [[7, 11], [16, 24]],
                      "paragraph": 3}],
        "source": "pages.zip!a/08NOWHERE12.html", "number": 7,
    }


def test_a_json_line_is_a_hit_and_the_version() -> None:
    first, second = written("jsonl", HIT, HIT).splitlines()
    (hit,) = json.loads(written("json", HIT))["hits"]
    assert json.loads(first) == json.loads(second) == {"version": 1, **hit}


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_loses_nothing_and_is_always_utf8(form: str) -> None:
    text = written(form, hostile_hit())
    value = json.loads(text.encode())
    hit = value["hits"][0] if form == "json" else value
    assert hit["subject"] == HOSTILE


def test_csv_has_a_header_and_a_row_a_hit() -> None:
    header, row = csv.reader(io.StringIO(written("csv", HIT)))
    assert tuple(header) == HIT_COLUMNS
    cells = dict(zip(header, row, strict=True))
    assert cells["id"] == "08NOWHERE12"
    assert cells["tags"] == "PREL; PARM"
    assert (cells["paragraph"], cells["snippet"]) == ("3", "... no kite was exported ...")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(sign: str) -> None:
    subject = f"{sign}HYPERLINK(1)"
    rows = csv.DictReader(io.StringIO(written("csv", replace(HIT, subject=subject)), newline=""))
    assert next(rows)["subject"] == f"'{subject}"


def test_a_negative_score_stays_a_number() -> None:
    rows = csv.DictReader(io.StringIO(written("csv", replace(HIT, score=-1.5))))
    assert next(rows)["score"] == "-1.5"


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_writes_no_hits_at_all(form: str) -> None:
    assert "NOWHERE" not in written(form)


def test_every_form_for_programs_ends_lines_in_one_way() -> None:
    for form in FORMATS:
        assert "\r" not in written(form, HIT)


def test_a_batch_in_json_lines_is_a_record_a_query() -> None:
    good = Answer(Ask(3, "q1", "kite"), "kite", (HIT,))
    bad = Answer(Ask(4, "q2", "(kite"), error=Fault("unbalanced", 0, "no partner"))
    first, second = map(json.loads, batch_written("jsonl", good, bad).splitlines())
    (hit,) = json.loads(written("json", HIT))["hits"]
    assert first == {"version": 1, "id": "q1", "line": 3, "query": "kite", "canonical": "kite",
                     "count": 1, "hits": [hit], "error": None}
    assert second == {"version": 1, "id": "q2", "line": 4, "query": "(kite", "canonical": "",
                      "count": 0, "hits": [], "error": {
                          "code": "unbalanced", "position": 0, "message": "no partner"}}


def test_a_batch_in_csv_is_a_row_a_hit_or_an_error() -> None:
    good = Answer(Ask(3, "q1", "kite"), "kite", (HIT, HIT))
    none = Answer(Ask(4, "q2", "absent"), "absent")
    bad = Answer(Ask(5, "q3", "(kite"), error=Fault("unbalanced", 0, "no partner"))
    header, *rows = csv.reader(io.StringIO(batch_written("csv", good, none, bad)))
    assert tuple(header) == BATCH_COLUMNS
    assert [row[0] for row in rows] == ["q1", "q1", "q3"]
    assert dict(zip(header, rows[2], strict=True))["error"] == "no partner"


def test_the_forms_of_a_batch_are_these() -> None:
    assert BATCH_FORMATS == ("jsonl", "csv")


def test_a_hit_is_made_from_the_cable() -> None:
    from indexer.archive import Stored
    from queries.hits import make_hit

    cable = Cable(id="08NOWHERE12", post="NOWHERE", tags=(Tag("PREL", "subject", "prel"),),
                  source="a.html")
    hit = make_hit(4, Stored(9, cable).listed(), 2.5, ())
    assert (hit.rank, hit.number, hit.tags, hit.source) == (4, 9, ("PREL",), "a.html")
