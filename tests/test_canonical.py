"""The canonical text of a query is short, says what is meant, and is a query again."""

import pytest

from queries import tree
from queries.canonical import canonical
from queries.explain import explain
from queries.parser import parse

# what people type -> its canonical text
CANONICAL = {
    "missile exports": "missile AND exports",
    "a  AND ( b )": "a AND b",
    "(a b) c": "a AND b AND c",
    "a b OR c d": "a AND b OR c AND d",
    "(a OR b) (c OR d)": "(a OR b) AND (c OR d)",
    "a -b": "a AND NOT b",
    "-(a b)": "NOT (a AND b)",
    "NOT NOT a": "NOT NOT a",
    "-(a NEAR b)": "NOT a NEAR/10 b",
    "(a OR b) NEAR/3 c": "(a OR b) NEAR/3 c",
    "a BEFORE b": "a BEFORE/10 b",
    "(a BEFORE/2 b)^2": "(a BEFORE/2 b)^2",
    "((a^2)^3)^1.50": "((a^2)^3)^1.5",
    "(NOT a)^2": "(NOT a)^2",
    "FM:x": "from:x",
    "tag:(PREL OR PARM)": "tag:PREL,PARM",
    "tag:(PREL AND (PARM OR KNNP))": "tag:(PREL AND (PARM OR KNNP))",
    "subject:(a^2)": "subject:(a^2)",
    "subject:(a)^2": "subject:a^2",
    "subject:(NOT a b)": "subject:(NOT a AND b)",
    "subject:(-a)": "NOT subject:a",
    "subject:(2 OR 500)": "subject:(2 OR 500)",
    "subject:(2005 OR 2006)": "subject:2005,2006",
    "subject:(* -a)": "subject:(* AND NOT a)",
    "tag:*": "has:tag",
    "-has:subj": "NOT has:subject",
    "has:tag,subject": "has:tag OR has:subject",
    "partial:false x": "partial:no AND x",
    "NOT partial:no": "NOT partial:no",
    "partial:(1 OR 0)": "partial:(yes OR no)",
    "after:nov-2008": "date:>2008-11",
    "before:2009": "date:<2009",
    "date:2008..": "date:>=2008",
    "date:..2008": "date:<=2008",
    "date:[2008 TO 2009]": "date:2008..2009",
    "date:{2008 TO 2010]": "date:{2008 TO 2010]",
    "date:[2008 TO 2010},2012": "date:[2008 TO 2010},2012",
    "refs:007": "refs:7",
    "id:2008state00012": "id:08STATE12",
    "cites:a": "cites:A",
    "canbera~1": "canbera~",
    '"a b"~0': '"a b"',
    '="exports"': "=exports",
    '"say \\"a\\""': '"say \\"a\\""',
    "\u201ca\u201d": '"a"',
    r"/a\/b/^2": r"/a\/b/^2",
    "*": "*",
}

# a word as it is -> how a query must write it
WRITTEN = {
    "S/CT": "S/CT", "1.4(b)": "1.4(b)", "1.4(b),(d)": "1.4(b),(d)", "U.S.-EU": "U.S.-EU",
    "post-Soviet": "post-Soviet", "L'Estrange": "L'Estrange", "AT&T": "AT&T", "12:30": "12:30",
    "C++": "C++", "2,500": "2,500", "http://x.example/y": "http://x.example/y",
    "//NOFORN": "//NOFORN", "E.O.": "E.O.", "SUBJECT:": "SUBJECT:", "and": "and", "a^b": "a^b",
    "a~b": "a~b", "~5": "~5", "--a": "--a", ">3": ">3", "[a]": "[a]", "a..b": "a..b", "/a": "/a",
    "AND": r"\AND", "NEAR/5": r"\NEAR/5", "-5": r"\-5", "=a": r"\=a", "/a/": r"\/a/",
    "a b": r"a\ b",
    "a*": r"a\*", "a?": r"a\?", "a~": r"a\~", "a~2": r"a\~2", "a^2": r"a\^2", 'a"b': r"a\"b",
    "a\\b": r"a\\b", "(a)": r"\(a\)", "a(b": r"a\(b", "OR(b)": r"OR\(b\)", "tag:a": r"tag\:a",
    "tug:a": r"tug\:a", "2008..2009": r"2008\..2009",
}  # fmt: skip

IN_SUBJECT = {
    "a,b": r"a\,b", "2,500": "2,500", "1.4(b),(d)": r"1.4(b)\,(d)", "a..b": r"a\..b", ">3": r"\>3",
    "REF:": r"REF\:", "/a": r"\/a", "^1:": r"\^1:",
}  # fmt: skip


@pytest.mark.parametrize("query", CANONICAL)
def test_a_query_has_this_canonical_text(query: str) -> None:
    assert str(parse(query)) == CANONICAL[query]
    assert parse(CANONICAL[query]) == parse(query)


@pytest.mark.parametrize("word", WRITTEN)
def test_a_word_is_escaped_only_where_it_must_be(word: str) -> None:
    assert canonical(tree.Word(word)) == WRITTEN[word]
    assert parse(WRITTEN[word]) == tree.Word(word)


@pytest.mark.parametrize("word", IN_SUBJECT)
def test_in_a_field_a_few_more_words_are_escaped(word: str) -> None:
    node = tree.In("subject", tree.Word(word))
    assert str(node) == f"subject:{IN_SUBJECT[word]}"
    assert parse(str(node)) == node


def test_every_node_prints_itself() -> None:
    node = tree.Not(tree.Phrase("press statement", 3))
    assert f"{node}" == 'NOT "press statement"~3'
    assert repr(node) == "Not(part=Phrase(text='press statement', slop=3))"


def test_the_explanation_of_a_query_begins_with_its_canonical_text() -> None:
    assert explain(parse("fm:canberra missile"))[0] == "from:canberra AND missile"


def test_an_explanation_shows_what_counts_nothing_and_what_dates_and_words_become() -> None:
    assert explain(parse("the S/CT date:2008-11..2009-02"))[1:] == [
        "all of", "  counts nothing beside other words", "    word: the",
        "  word: S/CT (side by side: s, ct)", "  in date",
        "    from 2008-11-01 to 2009-02-28, both included",
    ]



@pytest.mark.parametrize(("query", "canonical"), [
    ('id:"AMEMBASSY PARIS 10"', "id:??PARIS10"),
    ('id:"TAIPEI 12"', "id:??TAIPEI12,??AITTAIPEI12"),
    ('cites:08STATE1,"AIT TAIPEI 12"', "cites:08STATE1,??TAIPEI12,??AITTAIPEI12"),
    ('id:("TAIPEI 12" OR 08STATE1)', "id:??TAIPEI12,??AITTAIPEI12,08STATE1"),
    ('-id:"TAIPEI 12" fish', "NOT id:??TAIPEI12,??AITTAIPEI12 AND fish"),
])
def test_a_number_without_a_year_is_that_of_every_year(query: str, canonical: str) -> None:
    tree = parse(query)
    assert str(tree) == canonical
    assert parse(canonical) == tree
