"""The TAGS line, and the vocabulary that it is read by."""

import time

import pytest

from indexer.tags import codes, country_names, kind_of, segment
from indexer.telegram.blocks import read_blocks
from indexer.telegram.tags import read_tags


def read(body: str) -> list[str]:
    return [tag.code for tag in read_tags(read_blocks(body)).tags]


def kinds(body: str) -> list[tuple[str, str]]:
    return [(tag.code, tag.kind) for tag in read_tags(read_blocks(body)).tags]


@pytest.mark.parametrize(
    "line",
    ["TAGS: PREL, IZ", "TAG: PREL, IZ", "TAGES: PREL IZ", "TAGS; PREL; IZ", "TAGS, PREL, IZ",
     "TAGS PREL IZ", "Tags: prel, iz", "tags: Prel, Iz", "TAGS:PREL,IZ", "TAGS - PREL, IZ",
     "TAGS:\nPREL IZ", "TAGS: PREL, IZ."],
)  # fmt: skip
def test_every_label_and_any_case(line: str) -> None:
    assert read(line) == ["PREL", "IZ"]


@pytest.mark.parametrize(
    "codes",
    ["PREL PGOV IZ", "PREL,PGOV,IZ", "PREL; PGOV; IZ", "PREL/PGOV/IZ", "PREL, PGOV; IZ",
     "PREL,,PGOV, ,IZ,", "PREL.PGOV.IZ.", "PREL-PGOV-IZ", '"PREL", "PGOV", "IZ"', "#PREL #PGOV #IZ"],
)  # fmt: skip
def test_every_separator(codes: str) -> None:
    assert read(f"TAGS: {codes}") == ["PREL", "PGOV", "IZ"]


@pytest.mark.parametrize(
    "text",
    ["PREL, PGOV,\nPTER, IZ", "PREL PGOV\nPTER IZ\n", "PREL,\n     PGOV,\n  PTER, IZ\n\nSUBJECT: X",
     "PREL, PGOV,\n\nPTER, IZ\nSUBJECT: X"],
)  # fmt: skip
def test_tags_run_on_over_lines(text: str) -> None:
    assert read(f"TAGS: {text}") == ["PREL", "PGOV", "PTER", "IZ"]


def test_every_kind() -> None:
    assert kinds("TAGS: PREL, KDEM, KZZZ, IZ, NATO, OVIP (DOE, JANE), PRLE") == [
        ("PREL", "subject"),
        ("KDEM", "programme"),
        ("KZZZ", "programme"),
        ("IZ", "country"),
        ("NATO", "organisation"),
        ("OVIP", "subject"),
        ("DOE, JANE", "person"),
        ("PRLE", ""),
    ]


@pytest.mark.parametrize(
    ("text", "person"),
    [("OVIP (DOE, JANE), IZ", "DOE, JANE"), ("OVIP(DOE, JANE Q.) IZ", "DOE, JANE Q."),
     ("OVIP (Doe, Jane) IZ", "DOE, JANE"), ("OVIP (DOE,\nJANE), IZ", "DOE, JANE"),
     ("OVIP (DOE, JANE, IZ", "DOE, JANE"), ("OVIP (JANE DOE), IZ", "JANE DOE")],
)  # fmt: skip
def test_persons(text: str, person: str) -> None:
    assert kinds(f"TAGS: {text}") == [
        ("OVIP", "subject"), (person, "person"), ("IZ", "country"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("ECONEFIN", ["ECON", "EFIN"]),
        ("ECONEFIN, IZ", ["ECON", "EFIN", "IZ"]),
        ("PRELPGOVIZ", ["PREL", "PGOV", "IZ"]),
        ("IZPREL", ["IZ", "PREL"]),
        ("KDEMPHUM", ["KDEM", "PHUM"]),
        ("PARMNATO", ["PARM", "NATO"]),
        ("ECONXXQQ", ["ECONXXQQ"]),
        ("TERRORISM", ["TERRORISM"]),
        ("KUWAIT", ["KUWAIT"]),
    ],
)
def test_codes_run_together_are_parted_where_all_of_it_parts(
    run: str, expected: list[str]
) -> None:
    assert read(f"TAGS: {run}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EAIR, AL ALITALIA, IT", ["EAIR", "AL ALITALIA", "IT"]),
        ("EAIR AER LINGUS EI", ["EAIR", "AER LINGUS", "EI"]),
        ("PREL EL AL IS", ["PREL", "EL AL", "IS"]),
        ("PREL, COUNTER TERRORISM, IZ", ["PREL", "COUNTER TERRORISM", "IZ"]),
        ("PREL COUNTER TERRORISM IZ", ["PREL", "COUNTER TERRORISM", "IZ"]),
        ("PREL, SIERRA LEONE", ["PREL", "SIERRA LEONE"]),
    ],
)
def test_phrases(text: str, expected: list[str]) -> None:
    assert read(f"TAGS: {text}") == expected


@pytest.mark.parametrize(
    "text",
    ["PREL, SIPDIS, IZ", "PREL SIPDIS IZ", "PREL, IZ\nSIPDIS", "PREL, IZ\nTAGS: PREL, IZ",
     "PREL, IZ (U)", "PREL, IZ, PREL", "PREL, TAGS: IZ", "PREL, (IZ)", "PREL,          IZ, iz"],
)  # fmt: skip
def test_sipdis_repeats_and_marks_inside_are_dropped(text: str) -> None:
    assert read(f"TAGS: {text}") == ["PREL", "IZ"]


@pytest.mark.parametrize(
    "line", ["TAGS: PREL IZ SUBJECT: RAIN", "TAGS: PREL, IZ SUBJECT RAIN", "TAGS: PREL, IZ SUBJ: X"]
)
def test_the_subject_on_the_same_line_is_no_tag(line: str) -> None:
    assert read(line) == ["PREL", "IZ"]


@pytest.mark.parametrize(
    "body", ["", "SUBJECT: PREL", "PREL, IZ", "1. (C) TAGS: PREL", "TAGS:", "TAGS:\n\nSUBJECT: X"]
)
def test_no_tags_line_no_tags(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize("code", ["PRLE", "PGVO", "XQ", "MOPPS", "ECN"])
def test_a_misspelt_code_is_kept_as_found(code: str) -> None:
    assert kinds(f"TAGS: {code}, PREL") == [(code, ""), ("PREL", "subject")]


@pytest.mark.parametrize(
    "code", ["UNGA/C-1", "ZANU-PF", "AFL-CIO", "G-77", "AL-1", "BA'ATH", "AT&T", "IA-ECOSOC"]
)
def test_marks_that_belong_to_a_code_stay(code: str) -> None:
    assert kinds(f"TAGS: PREL, {code}") == [("PREL", "subject"), (code, "organisation")]


def test_dots_in_a_country_are_dropped() -> None:
    assert kinds("TAGS: PREL, U.S., U.K.") == [
        ("PREL", "subject"), ("US", "country"), ("UK", "country"),
    ]  # fmt: skip


def test_prose_behind_the_line_is_no_tag() -> None:
    assert read("TAGS: PREL, IZ\nThis message is meant for the desk.\n") == ["PREL", "IZ"]


def test_a_tag_keeps_what_was_printed() -> None:
    assert [tag.raw for tag in read_tags(read_blocks("Tags: prel, OVIP (Doe, Jane)")).tags] == [
        "prel", "OVIP", "Doe, Jane",
    ]  # fmt: skip


@pytest.mark.parametrize("noise", ["A ", "(", "((", "TAGS: ", "A, ", "(A", "PRELPREL", "A/"])
def test_a_megabyte_of_noise_ends_soon(noise: str) -> None:
    body = "TAGS: " + (noise * 1_000_000)[:1_000_000]
    begin = time.process_time()
    read(body)
    assert time.process_time() - begin < 10  # a hang, not a slow machine


def test_every_code_is_in_capitals_and_has_a_kind() -> None:
    assert all(code == code.upper().strip() for code in codes())
    assert {known.kind for known in codes().values()} == {
        "subject", "programme", "country", "organisation",
    }  # fmt: skip


def test_the_table_has_the_vocabulary_of_the_time() -> None:
    counts: dict[str, int] = {}
    for known in codes().values():
        counts[known.kind] = counts.get(known.kind, 0) + 1
    assert counts["subject"] >= 96
    assert counts["organisation"] >= 580
    assert counts["country"] >= 230
    assert counts["programme"] >= 50


@pytest.mark.parametrize(
    ("code", "kind", "meaning"),
    [("IZ", "country", "Iraq"), ("GM", "country", "Germany"), ("AS", "country", "Australia"),
     ("AU", "country", "Austria"), ("CH", "country", "China"), ("SZ", "country", "Switzerland"),
     ("JA", "country", "Japan"), ("SP", "country", "Spain"), ("PHUM", "subject", "human rights"),
     ("UNSC", "organisation", "UN Security Council"), ("KPKO", "programme", "peacekeeping")],
)  # fmt: skip
def test_a_code_has_its_meaning(code: str, kind: str, meaning: str) -> None:
    assert (codes()[code].kind, codes()[code].meaning) == (kind, meaning)


def test_countries_have_two_letters_subjects_four_and_programmes_begin_with_k() -> None:
    for code, known in codes().items():
        if known.kind == "country":
            assert len(code) == 2
        if known.kind == "subject":
            assert len(code) == 4
        if known.kind == "programme":
            assert code.startswith("K")


def test_country_names_are_known_beside_the_codes() -> None:
    assert {"IRAQ", "KENYA", "SIERRA LEONE"} <= country_names()
    assert kind_of("KENYA") == "country"


def test_a_word_is_never_parted_into_countries_alone() -> None:
    assert segment("ISRAEL") == segment("CACHSPIZ") == ()
