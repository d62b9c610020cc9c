"""Queries as people type them, and the trees that they mean."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

from queries.errors import QueryError
from queries.faults import DEEPEST, FAULTS, LONGEST, MOST_CLAUSES
from queries.parser import parse
from queries.tree import (
    And,
    Before,
    Boost,
    Everything,
    Exact,
    Fuzzy,
    Has,
    In,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Range,
    Regex,
    Wildcard,
    Word,
)

A, B, C, D = (Word(letter) for letter in "abcd")


def words(text: str) -> And:
    return And(tuple(map(Word, text.split())))


# what people type -> what it means
MEANINGS: dict[str, Node] = {
    "missile exports": words("missile exports"),
    "  missile\n\texports ": words("missile exports"),
    "=exports": Exact("exports"),
    '="export  control"': Exact("export control"),
    '"press statement"': Phrase("press statement"),
    '"AND (a/b -c: *"': Phrase("AND (a/b -c: *"),
    r'"the \"press\" c:\\d \n"': Phrase(r'the "press" c:\d \n'),
    "\u201cpress statement\u201d": Phrase("press statement"),
    '\u201cthe "press"\u201d': Phrase('the "press"'),
    '"plenary statement"~3': Phrase("plenary statement", 3),
    'missile"press statement"': And((Word("missile"), Phrase("press statement"))),
    "missile NEAR/5 proliferation": Near(Word("missile"), Word("proliferation"), 5),
    "missile NEAR proliferation": Near(Word("missile"), Word("proliferation"), 10),
    "missile BEFORE/0 proliferation": Before(Word("missile"), Word("proliferation"), 0),
    '"a b" NEAR/99 (cc* OR =d)': Near(Phrase("a b"), Or((Wildcard("cc*"), Exact("d"))), 99),
    "a AND b": And((A, B)),
    "a OR b": Or((A, B)),
    "a b OR c d": Or((And((A, B)), And((C, D)))),
    "a OR b AND NOT c": Or((A, And((B, Not(C))))),
    "NOT a": Not(A),
    "-a": Not(A),
    "a -b": And((A, Not(B))),
    "a OR -b": Or((A, Not(B))),
    "NOT -a": Not(Not(A)),
    "NOT a NEAR/2 b": Not(Near(A, B, 2)),
    "-(a OR b)": Not(Or((A, B))),
    '-"a b"': Not(Phrase("a b")),
    "-*": Not(Everything()),
    "((a b) c)": And((A, B, C)),
    "(a OR b) OR (c OR d)": Or((A, B, C, D)),
    "((a))": A,
    "a(b c)d": And((A, B, C, D)),
    "NOT(a)OR(b)": Or((Not(A), B)),
    "and or not near": words("and or not near"),
    "prolif*": Wildcard("prolif*"),
    "m?ssile": Wildcard("m?ssile"),
    "*stan": Wildcard("*stan"),
    "missile?": Wildcard("missile?"),
    "=prolif*": Wildcard("prolif*"),
    "canbera~": Fuzzy("canbera"),
    "canbera~2": Fuzzy("canbera", 2),
    "canb~era ~5": words("canb~era ~5"),
    "/miss[iy]le?s/": Regex("miss[iy]le?s"),
    r"/a\/b(c|d)/ x": And((Regex("a/b(c|d)"), Word("x"))),
    "(/a+/ OR b)": Or((Regex("a+"), B)),
    "tag:PREL": In("tag", Word("PREL")),
    "TAGS:prel": In("tag", Word("prel")),
    "subject:plenary": In("subject", Word("plenary")),
    "subject:(plenary statement)": In("subject", words("plenary statement")),
    "subject:plenary statement": And((In("subject", Word("plenary")), Word("statement"))),
    "from:canberra": In("from", Word("canberra")),
    'author:="de rice"': In("signer", Exact("de rice")),
    "subject:/pl.*/": In("subject", Regex("pl.*")),
    "subject:(a NEAR/3 (b OR c))": In("subject", Near(A, Or((B, C)), 3)),
    "subject:(NOT a)": Not(In("subject", A)),
    "subject:AND": In("subject", Word("AND")),
    "tag:(PREL OR PARM)": In("tag", Or((Word("PREL"), Word("PARM")))),
    "tag:PREL,PARM": In("tag", Or((Word("PREL"), Word("PARM")))),
    'tag:"PREL",PA*,/PA../': In("tag", Or((Phrase("PREL"), Wildcard("PA*"), Regex("PA..")))),
    "tag:(PREL,PARM -KNNP)": In(
        "tag", And((Or((Word("PREL"), Word("PARM"))), Not(Word("KNNP"))))
    ),
    "subject:a,b": In("subject", Or((A, B))),
    "subject:2,500": In("subject", Word("2,500")),
    "subject:2,500,a": In("subject", Or((Word("2,500"), A))),
    "subject:2005,2006": In("subject", Or((Word("2005"), Word("2006")))),
    "subject:a, b": And((In("subject", Word("a,")), B)),
    "class:1.4(b),(d)": In("class", Word("1.4(b),(d)")),
    "date:2008-11..2009-02": In("date", Range("2008-11", "2009-02")),
    "date:[2008 TO 2010}": In("date", Range("2008", "2010", includes_high=False)),
    'date:{"12 nov 2008" TO *]': In("date", Range("2008-11-12", "", includes_low=False)),
    "date:[* TO 2010]": In("date", Range("", "2010")),
    "date:{* TO 2010}": In("date", Range("", "2010", includes_high=False)),
    "date:..2009-02": In("date", Range("", "2009-02")),
    "date:2008..": In("date", Range("2008", "")),
    "date:>=2008-11-05": In("date", Range("2008-11-05", "")),
    "date:>2008-11": In("date", Range("2008-11", "", includes_low=False)),
    "date:<nov-2008": In("date", Range("", "2008-11", includes_high=False)),
    "refs:>3": In("refs", Range("3", "", includes_low=False)),
    "refs:<=03": In("refs", Range("", "3")),
    "refs:=3,0": In("refs", Or((Word("3"), Word("0")))),
    "year:2005..2007": In("year", Range("2005", "2007")),
    "date:(2008 OR >2010)": In(
        "date", Or((Word("2008"), Range("2010", "", includes_low=False)))
    ),
    "date:2008": In("date", Word("2008")),
    "date:2008-11": In("date", Word("2008-11")),
    "date:2008/11/12": In("date", Word("2008-11-12")),
    "date:november-2008": In("date", Word("2008-11")),
    "after:2008-11": In("date", Range("2008-11", "", includes_low=False)),
    "before:2009": In("date", Range("", "2009", includes_high=False)),
    "declass:2018": In("declass", Word("2018")),
    "declass:OADR": In("declass", Word("OADR")),
    'declass:"after unification"': In("declass", Phrase("after unification")),
    "subject:missile^3": Boost(In("subject", Word("missile")), 3.0),
    "tag:A,B^.5": Boost(In("tag", Or((Word("A"), Word("B")))), 0.5),
    "a^2.25": Boost(A, 2.25),
    "a*b*c^2": Boost(Wildcard("a*b*c"), 2.0),
    "a~2^3": Boost(Fuzzy("a", 2), 3.0),
    '"a b"~3^2': Boost(Phrase("a b", 3), 2.0),
    "(a OR b)^2": Boost(Or((A, B)), 2.0),
    "-a^2": Not(Boost(A, 2.0)),
    "a^b": Word("a^b"),
    "has:subject": Has("subject"),
    "has:Tags,subj": Or((Has("tag"), Has("subject"))),
    "-has:tag": Not(Has("tag")),
    "subject:*": Has("subject"),
    "date:[* TO *]": Has("date"),
    "subject:(* -a)": In("subject", And((Has("subject"), Not(A)))),
    "partial:yes": In("partial", Word("yes")),
    "partial:True": In("partial", Word("yes")),
    "partial:1": In("partial", Word("yes")),
    "partial:no": Not(In("partial", Word("yes"))),
    "partial:FALSE": Not(In("partial", Word("yes"))),
    "-partial:0": Not(Not(In("partial", Word("yes")))),
    "*": Everything(),
    "* -a": And((Everything(), Not(A))),
    "cites:08STATE1": In("cites", Word("08STATE1")),
    "citedby:2008STATE00012": In("citedby", Word("08STATE12")),
    'id:"08 state 12"': In("id", Word("08STATE12")),
    "id:nonsense": In("id", Word("NONSENSE")),
    "refid:08state*": In("id", Wildcard("08STATE*")),
    r"a\:b": Word("a:b"),
    r"\"a\*b\ c\\": Word('"a*b c\\'),
    r"\AND \-a \/b/ tag\:x": And(tuple(map(Word, ("AND", "-a", "/b/", "tag:x")))),
}
TRADE = (
    "S/CT", "1.4(b)", "1.4(b),(d)", "U.S.-EU", "AC/DC", "E.O.", "L'Estrange", "L\u2019Estrange",
    "08STATE120153", "2,500", "post-Soviet", "AT&T", "12:30", "http://x.example/y", "C++", "a/b/c",
    "//NOFORN", "N/A", "b(1)", "mailto:a@x.example", "gopher://x.example", "SUBJECT:", "/a", "a/",
    "/a/b/", "--a", "+a", "~5", "[a]", "a;b", "1.4(b)(d)", "NEAR/EAST", "AND/OR", ">3", "a..b",
    "#1",
)  # fmt: skip


@pytest.mark.parametrize("query", MEANINGS)
def test_a_query_means_this_tree(query: str) -> None:
    assert parse(query) == MEANINGS[query]


@pytest.mark.parametrize("word", TRADE)
def test_words_of_the_trade_hold_together(word: str) -> None:
    assert parse(word) == Word(word)
    assert parse(f"kite {word} harvest") == And((Word("kite"), Word(word), Word("harvest")))
    assert parse(f"({word} OR kite)") == Or((Word(word), Word("kite")))


@pytest.mark.parametrize("query", ["a - b", "a & b", "a ... b", "& a -& b", 'a "" b', "a ??? b"])
def test_a_piece_without_letter_or_digit_is_left_out(query: str) -> None:
    assert parse(query) == And((A, B))


# query, code, the place that is marked (the first such text), words of the remedy
FAULTY = [
    ("", "empty-query", "", "write a word"),
    (" \n", "empty-query", " \n", "* for all cables"),
    ("& - ...", "nothing-to-search", "& - ...", "write a word"),
    ("a AND &", "nothing-to-search", "&", "leave this out"),
    ("NOT - ", "nothing-to-search", "-", "leave this out"),
    ("a ()", "nothing-to-search", "()", "leave this out"),
    ("subject:(&)", "nothing-to-search", "(&)", "-has:subject"),
    ('subject:""', "nothing-to-search", '""', "-has:subject"),
    ("tag:(PREL & PARM)", "nothing-to-search", "&", "leave this out"),
    ("tag:PREL,&", "nothing-to-search", "&", "leave this out"),
    ("kite AND", "operator-alone", "AND", "in quotes"),
    ("OR kite", "operator-alone", "OR", "in quotes"),
    ("kite AND OR harvest", "operator-alone", "AND", "in quotes"),
    ("kite NOT", "operator-alone", "NOT", "in quotes"),
    ("(kite NEAR) harvest", "operator-alone", "NEAR", "in quotes"),
    ("(BEFORE/5 kite)", "operator-alone", "BEFORE/5", "in quotes"),
    ("kite (harvest", "unbalanced-parenthesis", "(", r"\("),
    ("kite) harvest", "unbalanced-parenthesis", ")", r"\)"),
    ("subject:(kite", "unbalanced-parenthesis", "(", r"\("),
    ('kite "harvest', "unbalanced-quote", '"', r"\""),
    ("kite \u201charvest\"", "unbalanced-quote", "\u201c", "\\\u201c"),
    ('tag:"PREL', "unbalanced-quote", '"', r"\""),
    ("kite\\", "escape-alone", "\\", r"\\"),
    ("subject:\\", "escape-alone", "\\", r"\\"),
    ("subjct:kite", "unknown-field", "subjct", "did you mean 'subject'?"),
    ("kite qqqq:harvest", "unknown-field", "qqqq", r"qqqq\:"),
    ("has:tug", "unknown-field", "tug", "did you mean 'tag'?"),
    ("subject:qqqq:kite", "unknown-field", "qqqq", r"qqqq\:"),
    ("subject:(from:x)", "field-in-field", "from", "close the first field"),
    ("subject:from:x", "field-in-field", "from", r"from\:"),
    ("tag:PREL,has:x", "field-in-field", "has", r"has\:"),
    ("=subject:kite", "misplaced-equals", "=", "subject:=exports"),
    ("=(kite harvest)", "misplaced-equals", "=", "(=exports OR =imports)"),
    ("tag:-PREL", "minus-in-value", "-", "-tag:"),
    ("tag:PREL,-PARM", "minus-in-value", "-", "-tag:"),
    ("tag:PREL, PARM", "empty-value", ",", "tag:PREL,PARM"),
    ("tag:,PREL", "empty-value", ",", r"\,"),
    ("tag:PREL,,PARM", "empty-value", ",", r"\,"),
    ("tag:(PREL, PARM)", "empty-value", ",", r"\,"),
    ("date:2008-02-30", "bad-date", "2008-02-30", "2008-11-12"),
    ("date:OADR", "bad-date", "OADR", "november-2008"),
    ("released:2008-13..2009", "bad-date", "2008-13", "2008-11"),
    ("date:2008..2009-02-29", "bad-date", "2009-02-29", "2008-11"),
    ("after:11/12/2008", "bad-date", "11/12/2008", "2008-11-12"),
    ("after:>2008", "bad-date", ">2008", "2008-11-12"),
    ("before:*", "bad-date", "*", "2008-11-12"),
    ("declass:99", "bad-date", "99", "2008-11-12"),
    ("refs:many", "bad-number", "many", "refs:2..5"),
    ("refs:1234567890", "bad-number", "1234567890", "refs:>3"),
    ("year:2005..soon", "bad-number", "soon", "year:2..5"),
    ("partial:maybe", "bad-flag", "maybe", "partial:yes"),
    ("date:[2008 TO", "bad-range", "[2008", "date:[2 TO 5]"),
    ("refs:>= 3", "bad-range", ">=", "nothing between"),
    ("refs:..", "bad-range", "..", "refs:2..5"),
    ("date:2009..2008", "range-upside-down", "2009..2008", "smaller value first"),
    ("date:{2008 TO 2008-11]", "range-upside-down", "{2008 TO 2008-11]", "smaller value"),
    ("refs:5..4", "range-upside-down", "5..4", "smaller value first"),
    ("refs:{4 TO 5}", "range-upside-down", "{4 TO 5}", "smaller value first"),
    ("tag:A..B", "no-range", "A..B", "year, date, released, declass, refs"),
    ("subject:>3", "no-range", ">3", "in quotes"),
    ("subject:[a TO b]", "no-range", "[a TO b]", "year, date"),
    ("id:<08STATE1", "no-range", "<08STATE1", "year, date"),
    ("kite 2008..2009", "no-range", "2008..2009", "year, date"),
    ("kite [2008 TO 2009]", "no-range", "[2008 TO 2009]", "year, date"),
    ("date:2008*", "not-in-field", "2008*", "date:2008-11 for the whole"),
    ("refs:/3+/", "not-in-field", "/3+/", "refs:2..5"),
    ("year:2008~", "not-in-field", "2008~", "year:2..5"),
    ("partial:ye*", "not-in-field", "ye*", "partial:no"),
    ("id:08STAT~", "not-in-field", "08STAT~", "id:08STATE*"),
    ('tag:"PREL PARM"~3', "not-in-field", '"PREL PARM"~3', "without ~"),
    ("tag:(PREL NEAR PARM)", "not-in-field", "NEAR", "a field of text"),
    ("has:sub*", "not-in-field", "sub*", "has:subject"),
    ("m*", "star-alone", "m*", "such as mi*"),
    ("kite **", "star-alone", "**", "* alone means all"),
    (r"prolif*\*", "literal-star", r"prolif*\*", "letters and digits"),
    (r"pro\?lif*", "literal-star", r"pro\?lif*", "letters and digits"),
    ("kite~3", "bad-fuzzy", "~3", "~ or ~2"),
    ("kite~0.5", "bad-fuzzy", "~0.5", "~ or ~2"),
    ("kit*~", "bad-fuzzy", "~", "without wildcards"),
    ('"kite harvest"~', "bad-slop", "~", '"plenary statement"~3'),
    ('"kite harvest"~100', "bad-slop", "~100", '"plenary statement"~3'),
    ('="kite harvest"~3', "bad-slop", "~3", "take no ~"),
    ("kite^0", "bad-boost", "^0", "missile^2.5"),
    ("kite^1001", "bad-boost", "^1001", "missile^2.5"),
    ("kite^", "bad-boost", "^", "missile^2.5"),
    ("kite^-1", "bad-boost", "^-1", "missile^2.5"),
    ("(kite)^high", "bad-boost", "^high", r"\^"),
    ("kite^2^3", "bad-boost", "kite^2^3", "once"),
    ("kite ^2", "bad-boost", "^2", r"\^"),
    ("tag:A^2,B", "bad-boost", "^2,B", "tag:PREL,PARM^2"),
    ("kite NEAR/100 harvest", "bad-distance", "NEAR/100", "NEAR/5"),
    ("kite NEAR -harvest", "near-operand", "-", "test OR trial"),
    ("(kite test) NEAR harvest", "near-operand", "(kite test)", "test OR trial"),
    ("kite BEFORE (harvest test)", "near-operand", "(harvest test)", "test OR trial"),
    ("kite NEAR tag:PREL", "near-operand", "tag:PREL", "subject:(missile NEAR/5 test)"),
    ("kite NEAR a NEAR b", "near-operand", "a", "test OR trial"),
    ("kite NEAR harvest^2", "near-operand", "harvest^2", "test OR trial"),
    ("kite NEAR *", "near-operand", "*", "test OR trial"),
    ("/kite(/", "bad-regex", "(", "in quotes"),
    ("kite \udc80", "not-text", "\udc80", "UTF-8"),
]
LONG: list[tuple[str, str, int, str]] = [
    ("a" * (LONGEST + 1), "too-long", LONGEST, "split it"),
    (" ".join(["harvest"] * MOST_CLAUSES), "too-long", 0, "split it"),
    ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), "too-deep", DEEPEST, "leave out"),
    ("NOT " * (DEEPEST + 1) + "a", "too-deep", 4 * DEEPEST, "leave out"),
    ("(" * DEEPEST + "tag:A,B" + ")" * DEEPEST, "too-deep", DEEPEST + 5, "leave out"),
    ("a " * (MOST_CLAUSES + 1), "too-many-clauses", 2 * MOST_CLAUSES, "a wildcard or a range"),
    ("tag:" + "A," * MOST_CLAUSES + "B", "too-many-clauses", 4 + 2 * MOST_CLAUSES, "a wildcard"),
]


@pytest.mark.parametrize(("query", "code", "place", "remedy"), FAULTY)
def test_a_fault_is_said_with_its_place_and_a_remedy(
    query: str, code: str, place: str, remedy: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    error = caught.value
    assert (error.code, query[error.position :][: error.length]) == (code, place)
    assert remedy in error.remedy
    assert error.position == query.index(place)


@pytest.mark.parametrize(("query", "code", "position", "remedy"), LONG)
def test_what_is_too_large_is_said(query: str, code: str, position: int, remedy: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert (caught.value.code, caught.value.position) == (code, position)
    assert remedy in caught.value.remedy


def test_every_code_of_an_error_is_tried() -> None:
    assert {code for _, code, *_ in FAULTY} | {code for _, code, *_ in LONG} == set(FAULTS)


@pytest.mark.parametrize("query", [
    "a" * LONGEST,
    "a OR " * (MOST_CLAUSES - 1) + "a",
    "tag:" + "A," * (MOST_CLAUSES - 1) + "B",
    "(" * DEEPEST + "a" + ")" * DEEPEST,
    "NOT " * DEEPEST + "a",
    "(b OR (a " * (DEEPEST // 2) + "c" + ")^2)" * (DEEPEST // 2),
    "(" * (DEEPEST - 1) + "partial:no^2 tag:A,B subject:2,\\500" + ")" * (DEEPEST - 1),
    "subject:(" + "(" * (DEEPEST - 3) + "NOT 2,\\500" + ")" * (DEEPEST - 2),
], ids=range(8))
def test_what_is_just_small_enough_is_read_and_so_is_its_canonical_text(query: str) -> None:
    node = parse(query)
    assert parse(str(node)) == node


@pytest.mark.parametrize("query", ["(a OR (b " * 50 + "c" + "))" * 50, "NOT " * 100 + "a"])
def test_a_deep_query_needs_no_deep_stack(query: str) -> None:
    text = str(parse(query))

    def below(calls: int) -> str:
        return str(parse(query)) if not calls else below(calls - 1)

    assert deepest_call(below) == text


def deepest_call(function: Callable[[int], str]) -> str:
    """The answer of a function that goes as deep as it can with 60 calls left for its work."""
    depth = 0
    frame = sys._getframe()
    while frame.f_back:
        frame = frame.f_back
        depth += 1
    return function(sys.getrecursionlimit() - depth - 60)


@pytest.mark.parametrize("hostile", [
    "a(", "(", '"', "/a", "\\a", "~1", "^1", "[1 TO ", "subject:(", "a,", "2,500,", "((a|b)*)*",
    "-", "a:", "NOT ", "\u201c", "..", "a NEAR ", "\U0001f600",
])
@pytest.mark.parametrize("start", ["", "tag:", "date:", "subject:", "/"])
def test_a_hostile_query_ends_soon(start: str, hostile: str) -> None:
    query = (start + hostile * LONGEST)[:LONGEST]
    before = process_time()
    with suppress(QueryError):
        parse(query)
    assert process_time() - before < 10  # a hang, not a slow machine


def test_a_field_goes_by_all_its_names_in_any_case() -> None:
    assert parse("FM:x") == parse("Sender:x") == parse("from:x") == In("from", Word("x"))


def test_parsing_imports_nothing_heavy() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "import queries.parser, sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )
    heavy = {"difflib", "sqlite3", "click", "whoosh", "Stemmer", "bs4", "lxml", "hypothesis"}
    assert heavy.isdisjoint(run.stdout.split())
