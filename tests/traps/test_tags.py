"""The traps of the tags: labels, separators, names, codes run together, and what is no code."""

import pytest

from indexer import read_telegram

LABELS = [
    "TAGS:", "TAG:", "TAGES:", "TAGSS:", "TAGZ:", "TGAS:", "TASG:", "AGS:", "TAFGS:", "TAHS:", "TSGS:", "YAGS:", "RAGS:",
    "T A G S:", "TAGS :", "TAGS::", "TAGS: :", "TAGS;", "TAGS,", "TAGS", "TAG", "TAGS.", "TAGS-", "TAGS -", "TAGS=",
    "TAGS/", 'TAGS":', "TAGS(U):", "TAGS (U):", "(U) TAGS:", "(SBU) TAGS:", "- TAGS:", '"TAGS:', "  TAGS:", "\tTAGS:",
    "TAGS:\n", "TAGS:\n\n", "TAGS\n", "TAGS: \n     ", "TAGS: (U)", "TAGS: U", "Tags:", "tags:", "Tags", "TAGS:-",
]  # fmt: skip


def codes(text: str) -> list[str]:
    return [tag.code for tag in read_telegram(text, year=2008).tags]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(tag.code, tag.kind) for tag in read_telegram(f"TAGS: {text}").tags]


def doubts(text: str) -> list[str]:
    problems = read_telegram(f"TAGS: {text}").problems
    return [problem.message for problem in problems if problem.field == "tags"]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("above", ["", "E.O. 12958: N/A\n", "UNCLAS NOWHERE 000012\n\nSIPDIS\n\nE.O. 12958: N/A\n"])
def test_tags_after_every_label(label: str, above: str) -> None:
    assert codes(f"{above}{label} PREL, PGOV, IZ\nSUBJECT: RAIN\n\n1. (U) Text.") == ["PREL", "PGOV", "IZ"]


@pytest.mark.parametrize(
    "line", ["Tags: parm, prel", "tags: parm, prel", "Tags: Parm, Prel", "tags parm, prel", "TAGS: parm prel", "tags: PARM, prel"]
)
def test_tags_in_any_case(line: str) -> None:
    page = f"S e c r e t nowhere 000012\n\nE.o. 12958: decl: 11/12/2018\n{line}\nRef: nowhere 123\nSubject: rain\n\n1. (s) it rained."
    assert codes(line) == codes(page) == ["PARM", "PREL"]


@pytest.mark.parametrize(
    "text",
    ["PREL PGOV IZ", "PREL, PGOV, IZ", "PREL,PGOV,IZ", "PREL; PGOV; IZ", "PREL;PGOV;IZ", "PREL/PGOV/IZ", "PREL, PGOV IZ",
     "PREL, PGOV; IZ", "PREL  PGOV     IZ", "PREL\tPGOV\tIZ", "PREL\u00a0PGOV\u00a0IZ", "PREL,,PGOV, ,IZ,", "PREL , PGOV , IZ",
     "PREL.PGOV.IZ.", "PREL. PGOV. IZ.", "PREL-PGOV-IZ", "PREL - PGOV - IZ", "PREL -- PGOV -- IZ", "PREL:PGOV:IZ",
     "PREL: PGOV: IZ", "PREL|PGOV|IZ", "PREL+PGOV+IZ", "PREL&PGOV&IZ", "PREL & PGOV & IZ", "PREL_PGOV_IZ", "PREL*PGOV*IZ",
     "PREL\\PGOV\\IZ", "PREL AND PGOV AND IZ", "PREL, PGOV, AND IZ", "PREL, PGOV, and IZ", '"PREL", "PGOV", "IZ"',
     "'PREL' 'PGOV' 'IZ'", "#PREL #PGOV #IZ", "[PREL](#) [PGOV](#) [IZ](#)", "[PREL](#), [PGOV](#), [IZ](#)",
     "[PREL], [PGOV], [IZ]", "(PREL) (PGOV) (IZ)", "(PREL, PGOV, IZ)", "PREL (PGOV, IZ)", "PREL (PGOV) IZ", "PREL, PGOV, IZ."],
)  # fmt: skip
def test_tags_blank_or_comma_separated(text: str) -> None:
    assert codes(f"TAGS: {text}\nSUBJECT: RAIN") == ["PREL", "PGOV", "IZ"]


@pytest.mark.parametrize(
    "text",
    ["PREL, PGOV,\nMARR, IZ", "PREL PGOV\nMARR IZ", "PREL, PGOV\n, MARR, IZ", "PREL, PGOV,\n     MARR,\n     IZ", "PREL\nPGOV\nMARR\nIZ",
     "PREL, PGOV, \n\tMARR, IZ", "PREL, PGOV,\n\nMARR, IZ", "PREL, PGOV,\n\n     MARR, IZ", "PREL; PGOV;\nMARR; IZ;", "PREL PGOV\nMARR\n     IZ"],
)  # fmt: skip
@pytest.mark.parametrize("below", ["", "\n", "\nSUBJECT: RAIN", "\n\nSUBJECT: RAIN", "\nREF: PARIS 12", "\n\nREF: A. PARIS 12"])
def test_tags_run_on_over_lines(text: str, below: str) -> None:
    assert codes(f"TAGS: {text}{below}") == ["PREL", "PGOV", "MARR", "IZ"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [("PREL", "subject"), ("PHUM", "subject"), ("ECON", "subject"), ("KDEM", "programme"), ("KPKO", "programme"), ("KZZZ", "programme"),
     ("IZ", "country"), ("GM", "country"), ("UK", "country"), ("U.K.", "country"), ("SIERRA LEONE", "country"), ("NATO", "organisation"),
     ("UNSC", "organisation"), ("G-77", "organisation"), ("UNGA/C-1", "organisation"), ("AL ALITALIA", "organisation"), ("PRLE", "")],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "ETRD, {}", "{}, ETRD", "ETRD {} EFIN"])
def test_tags_kinds(code: str, kind: str, frame: str) -> None:
    found = dict(kinds(frame.format(code)))
    assert found[code.replace(".", "")] == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [("OVIP (DOE, JANE)", ["DOE, JANE"]), ("OVIP(DOE, JANE)", ["DOE, JANE"]), ("OVIP (DOE,JANE)", ["DOE, JANE"]),
     ("OVIP ( DOE , JANE )", ["DOE, JANE"]), ("OVIP (Doe, Jane)", ["DOE, JANE"]), ("OVIP (DOE,\n     JANE)", ["DOE, JANE"]),
     ("OVIP (DOE, JANE Q.)", ["DOE, JANE Q."]), ("OVIP (VAN DER DOE, JANE)", ["VAN DER DOE, JANE"]), ("OVIP (DOE-ROE, JANE)", ["DOE-ROE, JANE"]),
     ("OVIP (O'DOE, JANE)", ["O'DOE, JANE"]), ("OVIP [DOE, JANE]", ["DOE, JANE"]), ("OVIP: (DOE, JANE)", ["DOE, JANE"]),
     ("OVIP, (DOE, JANE)", ["DOE, JANE"]), ("OVIP (DOE, JANE", ["DOE, JANE"]), ("OVIP (JANE DOE)", ["JANE DOE"]),
     ("OVIP (SMITH)", ["SMITH"]), ("OVIP (SENATOR DOE)", ["SENATOR DOE"]), ("OVIP (DOE, JANE) (ROE, JOHN)", ["DOE, JANE", "ROE, JOHN"]),
     ("OVIP (DOE, JANE), (ROE, JOHN)", ["DOE, JANE", "ROE, JOHN"]), ("OVIP (DOE, JANE; ROE, JOHN)", ["DOE, JANE", "ROE, JOHN"]),
     ("OVIP (DOE, JANE AND ROE, JOHN)", ["DOE, JANE", "ROE, JOHN"]), ("OVIP (DOE, JANE) AND (ROE, JOHN)", ["DOE, JANE", "ROE, JOHN"])],
)  # fmt: skip
def test_tags_persons(text: str, names: list[str]) -> None:
    persons = [(name, "person") for name in names]
    assert kinds(f"PREL, {text}") == [("PREL", "subject"), ("OVIP", "subject"), *persons]
    if text.endswith((")", "]")):
        assert kinds(f"{text}, IZ, PREL") == [("OVIP", "subject"), *persons, ("IZ", "country"), ("PREL", "subject")]
        assert kinds(f"{text} IZ PREL") == [("OVIP", "subject"), *persons, ("IZ", "country"), ("PREL", "subject")]


@pytest.mark.parametrize("code", ["PREL", "PINR", "OTRA", "CVIS", "CASC", "PGOV"])
def test_tags_persons_behind_any_code(code: str) -> None:
    assert codes(f"TAGS: {code} (DOE, JANE), IZ") == [code, "DOE, JANE", "IZ"]


@pytest.mark.parametrize("code", ["OVIP", "PINR", "OTRA", "CVIS"])
@pytest.mark.parametrize(
    ("text", "names"),
    [(" DOE, JANE", ["DOE, JANE"]), (", DOE, JANE", ["DOE, JANE"]), (": DOE, JANE", ["DOE, JANE"]), (" - DOE, JANE", ["DOE, JANE"]),
     (" DOE,JANE", ["DOE, JANE"]), (" DOE,\nJANE", ["DOE, JANE"]), (" DOE, JANE Q.", ["DOE, JANE Q."]), (" DOE, JANE)", ["DOE, JANE"]),
     (" SMITH, JOHN", ["SMITH, JOHN"]), (" Smith, John", ["SMITH, JOHN"]), (" VAN SMITH, JOHN", ["VAN SMITH, JOHN"]),
     (" SMITH, JOHN; ROE, JANE", ["SMITH, JOHN", "ROE, JANE"]), (" SMITH, JOHN, ROE, JANE", ["SMITH, JOHN", "ROE, JANE"]),
     (" (SMITH, JOHN), ROE, JANE", ["SMITH, JOHN", "ROE, JANE"])],
)  # fmt: skip
def test_tags_persons_without_brackets(code: str, text: str, names: list[str]) -> None:
    persons = [(name, "person") for name in names]
    assert kinds(f"PREL, {code}{text}")[1:] == [(code, "subject"), *persons]
    assert kinds(f"{code}{text}, IZ, PREL")[1:] == [*persons, ("IZ", "country"), ("PREL", "subject")]
    assert kinds(f"{code}{text}; PREL")[1:] == [*persons, ("PREL", "subject")]


@pytest.mark.parametrize(
    "text", ["OVIP, PREL, IZ", "OVIP, PRLE, PGVO", "OVIP, XYZQ, IZ", "PINR, UNSC, IZ", "PINR, NATO, PRLE", "PREL, XYZQ, ZYXQ",
             "OVIP XYZQ; ZYXQ", "PINR, IZ, IR"],
)  # fmt: skip
def test_tags_two_codes_are_no_person(text: str) -> None:
    assert "person" not in dict(kinds(text)).values()


@pytest.mark.parametrize(
    ("run", "parts"),
    [("ECONEFIN", "ECON EFIN"), ("ECONEFINIZ", "ECON EFIN IZ"), ("PRELPGOVIZ", "PREL PGOV IZ"), ("IZPREL", "IZ PREL"), ("PRELIZ", "PREL IZ"),
     ("KDEMPHUM", "KDEM PHUM"), ("PARMNATO", "PARM NATO"), ("PRELUNSC", "PREL UNSC"), ("PTERKDEM", "PTER KDEM"), ("MARRNATO", "MARR NATO"),
     ("EAIDPRELPGOV", "EAID PREL PGOV"), ("SENVETRD", "SENV ETRD"), ("UNPREL", "UN PREL"), ("PRELPTERMARRIZ", "PREL PTER MARR IZ"),
     ("PHUMPREL-IZ", "PHUM PREL IZ"), ("ETTCPARM/IZ", "ETTC PARM IZ"), ("ECONEFIN.", "ECON EFIN"), ("econefin", "ECON EFIN")],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "PINR, {}", "{} PINR", "PINR\n{}"])
def test_tags_codes_run_together(run: str, parts: str, frame: str) -> None:
    assert codes(f"TAGS: {frame.format(run)}") == frame.format(parts).replace(",", "").split()


@pytest.mark.parametrize("word", ["TERRORISM", "ECONXXQQ", "ISRAEL", "KUWAIT", "CACHSPIZ", "PRELX", "XPREL"])
def test_tags_a_word_that_parts_only_in_part_stays(word: str) -> None:
    assert codes(f"TAGS: {word}, PREL") == [word, "PREL"]


@pytest.mark.parametrize(("torn", "code"), [("P REL", "PREL"), ("PRE L", "PREL"), ("P GOV", "PGOV"), ("I Z", "IZ"), ("K DEM", "KDEM")])
def test_tags_a_code_with_a_blank_in_it(torn: str, code: str) -> None:
    assert codes(f"TAGS: ETRD, {torn}, EFIN") == ["ETRD", code, "EFIN"]
    assert codes(f"TAGS: ETRD {torn} EFIN") == ["ETRD", code, "EFIN"]


@pytest.mark.parametrize(
    "phrase",
    ["COUNTER TERRORISM", "HUMAN RIGHTS", "DOMESTIC POLITICS", "SIERRA LEONE", "SOUTH AFRICA", "NORTH KOREA", "UNITED KINGDOM", "EL AL",
     "AER LINGUS", "AL ALITALIA", "CLIMATE CHANGE TALKS", "EXTERNAL POLITICAL RELATIONS", "COUNTER-TERRORISM", "TERRORISM"],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "PREL, {}", "{}, PREL", "PREL {} IZ", "PREL, {}\nIZ", "PREL ({}), IZ"])
def test_tags_phrases(phrase: str, frame: str) -> None:
    assert phrase in codes(f"TAGS: {frame.format(phrase)}")
    words = phrase.split()
    if len(words) > 1:
        assert phrase in codes(f"TAGS: PREL, {words[0]}\n     {' '.join(words[1:])}, IZ")


@pytest.mark.parametrize(
    "page_break",
    ["\n\nNOWHERE 00000195  002 OF 004\n\n\n", "\n\nNOWHERE 00000195  001.2 OF 004\n\n\n",
     "\nCONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02        NOWHER  05091  01 OF 03  121833Z\n\n", "\n\nTEL AVIV 00000195  003 OF 004\n\n\n"],
)  # fmt: skip
@pytest.mark.parametrize("end", ["", ","])
def test_tags_page_breaks_inside(page_break: str, end: str) -> None:
    assert codes(f"TAGS: PREL, PGOV{end}{page_break}MARR, IZ\nSUBJECT: RAIN") == ["PREL", "PGOV", "MARR", "IZ"]


@pytest.mark.parametrize(
    "text",
    ["PREL, IZ, PREL", "PREL, IZ, prel, iz", "PREL PREL IZ IZ", "PREL, IZ\nTAGS: PREL, IZ", "PREL, IZ\nTAGS: IZ, PREL", "PREL, TAGS: IZ",
     "PREL,\nTAGS: IZ", "PREL, IZ\nSUBJECT: RAIN\nTAGS: PREL, IZ", "PRELIZ, IZ", "PREL/IZ, PREL"],
)  # fmt: skip
def test_tags_repeats_inside(text: str) -> None:
    assert codes(f"TAGS: {text}") == ["PREL", "IZ"]


@pytest.mark.parametrize(
    "text",
    ["PREL, SIPDIS, IZ", "PREL SIPDIS IZ", "SIPDIS PREL IZ", "PREL IZ SIPDIS", "PREL, IZ\nSIPDIS", "PREL\nSIPDIS\nIZ", "PREL, IZ\n\nSIPDIS\n",
     "PREL NOFORN IZ", "PREL, SENSITIVE, IZ", "PREL, IZ (U)", "PREL, IZ (SBU)", "(U) PREL, IZ", "PREL EXDIS IZ", "PREL, (U), IZ", "U PREL IZ"],
)  # fmt: skip
def test_tags_sipdis(text: str) -> None:
    assert codes(f"TAGS: {text}\nSUBJECT: RAIN") == ["PREL", "IZ"]


@pytest.mark.parametrize(
    "subject",
    ["SUBJECT: RAIN", "SUBJECT:RAIN", "SUBJ: RAIN", "SUB: RAIN", "Subject: Rain in the East", "SUBJECT RAIN IN THE EAST", "SUBJECT - RAIN",
     "SUBJECT; RAIN", "REF: PARIS 12", "REFS: A. PARIS 12", "CLASSIFIED BY: DCM JANE DOE", "E.O. 12958: N/A", "EO 12958", "DECL: 11/12/2018"],
)  # fmt: skip
@pytest.mark.parametrize("gap", [" ", ", ", "   ", ". ", "\n", "; "])
def test_tags_subject_on_the_same_line(subject: str, gap: str) -> None:
    assert codes(f"TAGS: PREL, IZ{gap}{subject}") == ["PREL", "IZ"]


@pytest.mark.parametrize(
    "body",
    ["", "SUBJECT: PREL", "PREL, IZ", "1. (C) TAGS: PREL", "TAGS:", "TAGS:\n\nSUBJECT: RAIN", "TAGS: N/A", "TAGS: NONE\nSUBJECT: RAIN",
     "SUBJECT: RAIN\n\n1. The dog TAGS along.", "Tags of war are prel.", "1. a\n\nTAGS: PREL"],
)  # fmt: skip
def test_tags_no_tags_line(body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize("prose", ["This message is meant for the desk.", "Please pass this on to the desk.", "The note was read: it rained."])
def test_tags_prose_behind_the_line(prose: str) -> None:
    assert codes(f"TAGS: PREL, IZ\n{prose}\n") == ["PREL", "IZ"]


@pytest.mark.parametrize(
    ("code", "meant"),
    [("PRLE", "PREL"), ("PGVO", "PGOV"), ("PREEL", "PREL"), ("EFN", "EFIN"), ("MOPPS", "MOPS"), ("PHUMM", "PHUM"), ("PTRE", "PTER"),
     ("TERRORISM", "PTER"), ("XYZQ", ""), ("XQ", ""), ("QQQQQQ", "")],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "ETRD, {}", "{}, ETRD", "ETRD {} EFIN"])
def test_tags_misspelt_codes_kept_as_found_with_a_suggestion_beside(code: str, meant: str, frame: str) -> None:
    assert (code, "") in kinds(frame.format(code))
    assert doubts(frame.format(code)) == [f"tag {code} is unknown" + (f": {meant}?" if meant else "")]


@pytest.mark.parametrize("text", ["PREL, IZ, KZZZ, NATO", "OVIP (DOE, JANE)", "OVIP DOE, JANE", "U.S., IRAQ", "ECONEFIN"])
def test_tags_that_are_known_raise_no_doubt(text: str) -> None:
    assert doubts(text) == []


@pytest.mark.parametrize("code", ["UNGA/C-1", "ZANU-PF", "AFL-CIO", "G-77", "AL-1", "BA'ATH", "AT&T", "IA-ECOSOC"])
def test_tags_marks_that_belong_to_a_code_stay(code: str) -> None:
    assert kinds(f"PREL, {code}, IZ")[1] == (code, "organisation")


def test_tags_keep_what_was_printed() -> None:
    found = read_telegram("Tags: prel, OVIP (Doe, Jane), p gov, u.s.").tags
    assert [(tag.code, tag.raw) for tag in found] == [
        ("PREL", "prel"), ("OVIP", "OVIP"), ("DOE, JANE", "Doe, Jane"), ("PGOV", "p gov"), ("US", "u.s."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("P R E L", "PREL"), ("p r e l", "PREL"), ("P R E L, P G O V", "PREL PGOV"), ("P R E L P G O V I Z", "PREL PGOV IZ"), ("PREL P G O V IZ", "PREL PGOV IZ"),
     ("K D E M, E C O N", "KDEM ECON"), ("P R EL", "PREL"), ("N A T O, I Z", "NATO IZ"), ("PREL,\nE F I N", "PREL EFIN"), ("U N S C", "UNSC")],
)  # fmt: skip
def test_tags_letters_apart_are_the_longest_code_that_they_make(printed: str, expected: str) -> None:
    assert codes(f"TAGS: {printed}\nSUBJECT: RAIN") == expected.split()
    assert doubts(printed) == []


@pytest.mark.parametrize("code", ["OVIP", "OREP", "OTRA", "PINR", "CVIS"])
@pytest.mark.parametrize(
    ("bracket", "name"),
    [("MCCAIN", "MCCAIN"), ("RICE", "RICE"), ("Roe", "ROE"), ("DOE, JANE", "DOE, JANE"), ("VAN DOE", "VAN DOE"), ("CODEL DOE", "DOE"), ("STAFFDEL ROE", "ROE")],
)
def test_tags_a_surname_alone_behind_what_persons_are_filed_under(code: str, bracket: str, name: str) -> None:
    assert kinds(f"PREL, {code} ({bracket}), IZ")[2] == (name, "person")


@pytest.mark.parametrize(
    "text",
    ["E.O. 12958 PREL, IZ", "E.O. 12958: PREL, IZ", "PREL, E.O. 12958, IZ", "E.O. 12958: N/A PREL, IZ", "E.O. 12958: DECL: 11/12/2018 PREL, IZ", "EO 12958 PREL IZ",
     "E.O. 12356 DECL: OADR PREL IZ", "E.O. 12958 PREL\nIZ", "SIPDIS E.O. 12958 PREL IZ"],
)  # fmt: skip
def test_tags_an_order_between_the_label_and_the_codes(text: str) -> None:
    cable = read_telegram(f"TAGS: {text}\nSUBJECT: RAIN")
    assert [tag.code for tag in cable.tags] == ["PREL", "IZ"]
    assert "PREL" not in cable.declass


@pytest.mark.parametrize("order", ["E.O. 12958: DECL: 11/12/2018", "E.O. 12958: OADR (DOE, JANE)", "E.O. 12958: AFTER PREL TALKS", "E.O. 12958"])
def test_tags_an_order_behind_the_codes_adds_none(order: str) -> None:
    assert codes(f"TAGS: PREL, IZ {order}") == ["PREL", "IZ"]
