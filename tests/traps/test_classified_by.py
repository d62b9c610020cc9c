"""The traps of the Classified By line: titles, torn words, two people, no person, reasons."""

import pytest

from indexer import read_telegram


def name(text: str) -> str:
    return read_telegram(f"Classified By: {text}").classified_by


def reasons(text: str) -> tuple[str, ...]:
    return read_telegram(f"Classified By: Jane Doe, {text}").reasons


TITLES = """
Ambassador|Amb.|Ambasador|Charge d'Affaires|Charge d'Affaires, a.i.|Chargé|CDA|DCM|A/DCM|Acting DCM|DCM/CDA
|Deputy Chief of Mission|Consul General|CG|Principal Officer|Political Counselor|Political Counsellor
|POLCOUNS|PolCouns|Pol/Econ Counselor|P/E Chief|EconCouns|Econoff|POLOFF|Minister-Counselor
|Minister Counselor for Economic Affairs|PMCC|PAO|RSO|PRT Team Leader|Defense Attaché|DATT|Col.|LtCol|Dr.
|A/S|DAS|PDAS|Under Secretary for Political Affairs|ISN Acting Assistant Secretary|NEA/ARP Office Director
|EUR/PRA Director|USUN Deputy Permanent Representative|IPAO Kirkuk|Special Envoy|Ambassador-at-Large
|Assistant Secretary for Verification, Compliance, and Implementation|AgAttache|RefCoord|Legal Adviser
|Chief U.S. Negotiator|Embassy New Delhi DCM|Iran Watch Officer|Holy See Charge|Vice Consul
"""
SPELLINGS = [title.strip() for title in TITLES.replace("\n", "").split("|")]


@pytest.mark.parametrize("title", SPELLINGS)
def test_classified_by_title_before_the_name(title: str) -> None:
    assert name(f"{title} Jane Q. Example for reasons 1.4 (b) and (d).") == "Jane Q. Example"
    assert name(f"{title}, Jane Q. Example, reasons 1.4 (b, d)") == "Jane Q. Example"
    assert name(f"{title.upper()} JANE EXAMPLE. REASON: 1.4 (D)") == "JANE EXAMPLE"


@pytest.mark.parametrize("title", SPELLINGS)
def test_classified_by_title_after_the_name(title: str) -> None:
    assert name(f"Jane Q. Example, {title}. Reason: 1.4 (b).") == "Jane Q. Example"
    assert name(f"JANE EXAMPLE, {title.upper()}, FOR REASONS 1.5 (B) AND (D).") == "JANE EXAMPLE"


def test_classified_by_knows_40_spellings_of_titles() -> None:
    assert len(set(SPELLINGS)) > 40


@pytest.mark.parametrize(
    "text",
    ["Classified By: Jane Doe", "CLASSIFIED BY: DCM Jane Doe", "Classified by Jane Doe, DCM",
     "By DCM Jane Doe", "Classified by Classified by Jane Doe", "DCM Jane Doe, DCM Jane Doe",
     "Jane Doe, Political Counselor, Jane Doe"],
)  # fmt: skip
def test_classified_by_doubled(text: str) -> None:
    assert name(f"{text}, reason 1.4 (b)") == "Jane Doe"


def _at_column_72(cut: int, surname: str, label: str = "Classified By:") -> tuple[str, str]:
    """A line that ends after so many letters of the surname at column 72, and the whole name."""
    capitals = surname.isupper()
    before = f"{label} {'DEPUTY' if capitals else 'Deputy'} DCM "
    given = ("WILHELMINA" if capitals else "Wilhelmina") + ("A" if capitals else "a") * 60
    given = given[: 72 - len(before) - 1 - cut]
    return f"{before}{given} {surname[:cut]}\n{surname[cut:]}", f"{given} {surname}"


@pytest.mark.parametrize("surname", ["Thornfield", "THORNFIELD", "Robin", "ROBIN", "Roetzer"])
@pytest.mark.parametrize("cut", [1, 2, 3, 4])
@pytest.mark.parametrize("tail", [" for reasons 1.4 (b).", ", reason 1.4 (b)", ". Reason: 1.4 (b)"])
def test_classified_by_broken_at_column_72_inside_a_word(surname: str, cut: int, tail: str) -> None:
    text, whole = _at_column_72(cut, surname)
    cable = read_telegram(text + (tail.upper() if surname.isupper() else tail))
    assert cable.classified_by == whole
    assert cable.reasons == ("1.4(b)",)


def test_classified_by_broken_between_words_keeps_them_apart() -> None:
    full = "Political Counselor Jane Wilhelmina Roe for reasons 1.4 (b) and (d)."
    for place, sign in enumerate(full):
        if sign == " ":
            for break_ in ("\n", " \n", "\n "):
                assert name(full[:place] + break_ + full[place + 1 :]) == "Jane Wilhelmina Roe"


@pytest.mark.parametrize(
    "text", ["Jane Wilhelmi\nna Roe for reasons 1.4 (b)", "Jane Wilhelmina Ro\ne for reasons 1.4 (b)",
             "Politic\nal Counselor Jane Wilhelmina Roe, reasons 1.4 (b)",
             "Jane Wilhelmina Roe for rea\nsons 1.4 (b)", "Jane Wilhelmina Roe fo\nr reasons 1.4 (b)"],
)  # fmt: skip
def test_classified_by_broken_at_any_column_where_small_letters_go_on(text: str) -> None:
    assert name(text) == "Jane Wilhelmina Roe"


@pytest.mark.parametrize("text", ["Jane\nvan der Roe, DCM", "Jane van\nder Roe", "Jane van der\nRoe"])
def test_classified_by_broken_at_a_particle(text: str) -> None:
    assert name(text) == "Jane van der Roe"


def test_classified_by_across_a_page_break() -> None:
    text = (
        "C O N F I D E N T I A L NOWHERE 000195\n\nSUBJECT: RAIN\n\nClassified By: Political Counselor"
        " Jane\n\nNOWHERE 00000195  001.2 OF 004\n\n\nDoe for reasons 1.4 (b) and (d).\n\n1. (C) Text.\n"
    )
    cable = read_telegram(text)
    assert (cable.classified_by, cable.reasons) == ("Jane Doe", ("1.4(b)", "1.4(d)"))


@pytest.mark.parametrize(
    "text", ["DCM Jane Doe\n\n1. (C) Text.", "Jane Doe, DCM\n\n1. (C) Text with 1.4 (b).", "Jane Doe",
             "Ambassador Jane Doe.\n\n¶1. (C) Text."],
)  # fmt: skip
def test_classified_by_no_reason(text: str) -> None:
    cable = read_telegram(f"Classified By: {text}")
    assert (cable.classified_by, cable.reasons) == ("Jane Doe", ())


@pytest.mark.parametrize(
    "text", ["A. PARIS 12  B. ROME 13", "REF: PARIS 12", "REF: A. PARIS 12\n     B. ROME 13", "08 PARIS 12",
             "REFTEL: PARIS 12", "A) PARIS 12 B) ROME 13"],
)  # fmt: skip
def test_classified_by_a_ref_list_in_its_place(text: str) -> None:
    assert name(text) == ""


@pytest.mark.parametrize(
    "text",
    ["DCM Jane Doe and PolCouns John Roe", "Jane Doe, DCM, and John Roe, PAO", "Jane Doe & John Roe",
     "Jane Doe and John Roe", "DCM Jane Doe; PAO John Roe", "DCM Jane Doe / PAO John Roe",
     "Jane Doe/John Roe", "Ambassadors Jane Doe and John Roe", "POL Chief Jane Doe, Econ Chief John Roe",
     "Jane Doe (DCM) and John Roe (PAO)", "Acting DCM Jane Doe/PolCouns John Roe"],
)  # fmt: skip
def test_classified_by_two_people(text: str) -> None:
    assert name(f"{text}, for reasons 1.4 (b)") == "Jane Doe and John Roe"


@pytest.mark.parametrize(
    ("text", "people"),
    [("Ambassadors Doe and Roe", "Doe and Roe"), ("Ambassador Doe and DCM Roe", "Doe and Roe"),
     ("Jane Doe and Ambassador Roe", "Jane Doe and Roe"),
     ("Ambassador Jane Doe, Ambassador John Roe, and Ambassador Mary Poe", "Jane Doe and John Roe and Mary Poe"),
     ("AMBASSADOR JANE Q. DOE AND DCM JOHN Q. ROE", "JANE Q. DOE and JOHN Q. ROE")],
)  # fmt: skip
def test_classified_by_two_people_by_surname_or_three(text: str, people: str) -> None:
    assert name(f"{text}, for reasons 1.4 (b)") == people


@pytest.mark.parametrize(
    "text",
    ["Political and Economic Counselor Jane Doe", "Jane Doe, Director for Oceans and Fossil Fuels",
     "Jane Doe, Chief, Political and Economic Section, Nowhere City", "Jane Doe, DCM, Nowhere City, State",
     "Jane Doe, Ambassador to Trinidad and Tobago", "Jane Doe, Consul General and Principal Officer"],
)  # fmt: skip
def test_classified_by_a_title_of_two_parts_is_not_two_people(text: str) -> None:
    assert name(f"{text}. Reasons: 1.4 (b)") == "Jane Doe"


@pytest.mark.parametrize(
    "printed", ["J. Doe", "J.Q. Doe", "J. Q. Doe", "J Q Doe", "Jane Q. Doe", "J. Jane Doe", "JDROE",
                "J. DOE", "Jane Q. R. Doe"],
)  # fmt: skip
def test_classified_by_initials(printed: str) -> None:
    assert name(f"DCM {printed} for reasons 1.4 (b)") == printed
    assert name(f"{printed}, DCM, reasons 1.4 (b)") == printed


@pytest.mark.parametrize(
    "text", ["DCM", "A/DCM for reasons 1.4 (b)", "CDA a.i.", "A/S for EUR", "EUR/RUS, reasons 1.4 (b)",
             "POLITICAL SECTION, REASON 1.4 (D)", "MULTIPLE SOURCES", "Derived from DSCG 05-1, reasons 1.4",
             "Consul General Lagos", "New Delhi DCM", ""],
)  # fmt: skip
def test_classified_by_an_office_alone_is_nobody(text: str) -> None:
    assert name(text) == ""


@pytest.mark.parametrize("printed", ["XXXXXXXXXXXX", "Jane XXXXXXXXXXXX"])
def test_classified_by_a_redacted_name_is_as_printed(printed: str) -> None:
    assert name(printed) == printed
    assert name(f"DCM {printed} for reasons 1.4 (b)") == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [("DOE, JANE Q.; REASON 1.4 (B)", "DOE, JANE Q."), ("Doe, Jane, DCM, reason 1.4 (b)", "Doe, Jane")],
)
def test_classified_by_surname_first(text: str, printed: str) -> None:
    assert name(text) == printed


@pytest.mark.parametrize(
    ("line", "printed"),
    [("GDS 1/5/86 (DOE, JANE Q.) OR-P", "DOE, JANE Q."), ("RDS-1 1/5/99 (ROE, JOHN) OR-M", "ROE, JOHN"),
     ("GDS 1/5/86", ""), ("RDS-3 (SEE PARA 2)", "")],
)  # fmt: skip
def test_classified_by_the_name_in_an_order_of_the_1970s(line: str, printed: str) -> None:
    assert read_telegram(f"E.O. 12065: {line}\nTAGS: PREL\n").classified_by == printed


@pytest.mark.parametrize(
    "text",
    ["Ambassador John Roe,for reasons 1.4 (b)", "Ambassador John RoeReasons 1.4 (b)",
     "Ambassador John Roefor reasons 1.4 (b)", "AmbassadorJohn Roe for reasons 1.4 (b)",
     "DCMJohn Roe for reasons 1.4 (b)", "DCM/John Roe for reasons 1.4 (b)", "DCM:John Roe, 1.4 (b)"],
)  # fmt: skip
def test_classified_by_words_run_together(text: str) -> None:
    assert name(text) == "John Roe"


@pytest.mark.parametrize(
    "body",
    ["1. (U) Classified by DCM John Roe; reasons: 1.5 (b).", "1. (C) This message was classified by DCM"
     " John Roe for reasons 1.5 (b).", "¶1. (U) CLASSIFIED BY: DCM John Roe, REASON 1.5 (B)."],
)  # fmt: skip
def test_classified_by_in_paragraph_1(body: str) -> None:
    cable = read_telegram(f"SUBJECT: RAIN\n\n{body}\n\n2. (C) Text.")
    assert (cable.classified_by, cable.reasons) == ("John Roe", ("1.5(b)",))


@pytest.mark.parametrize(
    "text", ["1.4 (b), (d)", "1.4 (b) and (d)", "1.4 (b/d)", "1.4(b,d)", "1.4 B/D", "1.4 (b)(d)", "14 (b), (d)",
             "1.4 (b) and 1.4 (d)", "1.4 (b) & (d)", "1.4 [b], [d]", "1.4 (b\nand d)", "1.4 'b' and 'd'",
             "1.4 (b) + (d)", "1.4. (b) (d)"],
)  # fmt: skip
def test_reason_is_a_list(text: str) -> None:
    assert reasons(f"reasons {text}") == ("1.4(b)", "1.4(d)")


@pytest.mark.parametrize(
    "text", ["1.4 (b)-(e)", "1.4 (b) - (e)", "1.4 (b-e)", "1.4 b-e", "1.4 (b) through (e)", "1.4 (b) thru (e)",
             "1.4 (b) to (e)", "1.4 B THROUGH E", "1.4 (b)\u2013(e)"],
)  # fmt: skip
def test_reason_is_a_range(text: str) -> None:
    assert reasons(f"reasons {text}") == ("1.4(b)", "1.4(c)", "1.4(d)", "1.4(e)")


def test_reason_is_a_range_within_a_list() -> None:
    assert reasons("1.4 (a), (c)-(e)") == ("1.4(a)", "1.4(c)", "1.4(d)", "1.4(e)")
    assert reasons("1.4 (d)-(b)") == ("1.4(d)", "1.4(b)")


def test_reason_stands_before_the_name() -> None:
    cable = read_telegram("Classified By: Reason 1.4 (b), DCM Jane Doe")
    assert (cable.classified_by, cable.reasons) == ("Jane Doe", ("1.4(b)",))


def doubts(text: str) -> list[str]:
    cable = read_telegram(f"Classified By: {text}")
    return [problem.message for problem in cable.problems if problem.field == "classified_by"]


SURNAMES = ["Public", "Chief", "General", "Judge", "Marshal", "Minister", "Consul", "Page", "West", "Major", "Bishop", "Embassy", "Officer", "Law", "Security"]


@pytest.mark.parametrize("surname", SURNAMES)
@pytest.mark.parametrize("given", ["Jane", "Jane Q.", "J. Q.", "J.Q.", "J.", "Jane Q", "Ann"])
@pytest.mark.parametrize("tail", [" for reasons 1.4 (b)", ", DCM, reasons 1.4 (b)", ". Reason: 1.4 (b)", "", ", Political Counselor"])
def test_classified_by_a_surname_that_is_a_word_of_titles(surname: str, given: str, tail: str) -> None:
    for title in ("", "Acting DCM ", "Political Counselor ", "Ambassador, "):
        assert name(f"{title}{given} {surname}{tail}") == f"{given} {surname}"
        assert name(f"{title}{given} {surname}{tail}".upper()) == f"{given} {surname}".upper()


@pytest.mark.parametrize(
    ("text", "printed"),
    [("Jane Chief and PAO John Public", "Jane Chief and John Public"), ("John Q. Public Affairs Officer", "John Q. Public"), ("DOE, JANE Q. POLITICAL COUNSELOR", "DOE, JANE Q."),
     ("Sydney Consul General Jane Doe", "Jane Doe"), ("Florence Consul, Jane Doe", "Jane Doe"), ("U. S. Negotiator, Jane Doe", "Jane Doe"), ("Wilhelmina Q. Chief, DCM", "Wilhelmina Q. Chief"),
     ("Jane Doe Chief", "Jane Doe"), ("Jane Doe, Chief", "Jane Doe"), ("A. Ambassador Jane Doe", "Jane Doe")],
)  # fmt: skip
def test_classified_by_a_word_of_titles_is_a_surname_by_its_place_alone(text: str, printed: str) -> None:
    assert name(f"{text}, for reasons 1.4 (b)") == printed


@pytest.mark.parametrize("text", ["Jane Q. DCM", "JANE Q.", "Jane Q., PolCouns", "Wilhelmina Q. POLOFF"])
def test_classified_by_half_a_name_is_none(text: str) -> None:
    assert name(f"{text}, reason 1.4 (b)") == ""
    assert doubts(f"{text}, reason 1.4 (b)") == [f"nobody named in '{text}'"]


@pytest.mark.parametrize(
    "text", ["A. PARIS 12  B. ROME 13", "see paragraph 3", "PRT Elsewhere Leader", "Wilhelmina Chief, DCM"]
)
def test_classified_by_words_that_name_nobody_are_told(text: str) -> None:
    (told,) = doubts(f"{text}, reason 1.4 (b)")
    assert told.startswith(f"nobody named in '{' '.join(text.split())}")
    assert name(f"{text}, reason 1.4 (b)") == ""


def test_classified_by_a_long_text_that_names_nobody_is_cut() -> None:
    (told,) = doubts("see paragraph 3 " * 20)
    assert told == f"nobody named in '{('see paragraph 3 ' * 20)[:60]}...'"


@pytest.mark.parametrize(
    "text", ["DCM", "A/DCM", "CDA a.i.", "EUR/RUS", "Consul General Lagos", "New Delhi DCM", "MULTIPLE SOURCES", "Derived from DSCG 05-1", "", "Reason 1.4 (b)", "Embassy Hanoi DCM",
             "Director, Office of Russian Affairs", "Second Secretary", "Deputy Director of the Iraq Office", "POLITICAL SECTION", "Ambassador, Embassy Paris"],
)  # fmt: skip
def test_classified_by_an_office_alone_is_no_problem(text: str) -> None:
    assert (name(f"{text}, reasons 1.4 (b)"), doubts(f"{text}, reasons 1.4 (b)")) == ("", [])


@pytest.mark.parametrize("text", ["Jane Doe", "Amb. Roe", "DCM XXXXXXXXXXXX", "JDROE", "Jane Chief"])
def test_classified_by_somebody_is_no_problem(text: str) -> None:
    assert doubts(f"{text}, reasons 1.4 (b)") == []
