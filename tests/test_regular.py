"""Regular expressions as other libraries write them: all of them mean the same."""

import re
import string
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.errors import QueryError
from queries.linear import among, whole
from queries.regexes import check_regex
from queries.regular import Over, fixed_start, linear_regex, python_regex

Case = tuple[str, list[str], list[str]]
"""A pattern, what fits it, and what does not."""

CASES: tuple[Case, ...] = (
    ("miss[iy]le?s", ["missiles", "missyls"], ["missile", "xmissiles", "missiless"]),
    ("MISS[IY]LE", ["missile"], ["MISSILE"]),
    ("São|Bogotá", ["sao", "bogota"], ["são"]),
    ("cafe\u0301", ["cafe"], ["caf"]),
    ("cafe\u0301+", ["cafe", "cafee"], ["caf"]),
    ("stra(ß)+e", ["strasse", "strasssse"], ["strase", "strassse"]),
    ("ß{2}", ["ssss"], ["ss", "sss"]),
    ("[É-g]x", ["ex", "gx"], ["dx", "éx"]),
    ("[Р-Я]а", ["ра"], ["оа", "Ра"]),  # noqa: RUF001
    (r"\d+", ["7", "051"], ["", "7a", "\u0667"]),
    (r"\D", ["a", "東"], ["7", "ab"]),
    (r"\w\w", ["a7", "東京", "\u0667я"], ["a", "a-"]),
    (r"[\w]{2}", ["a7"], ["abc"]),
    (r"[^\d]{2}", ["ab"], ["a7"]),
    (r"[a\d]+", ["a7"], ["b"]),
    (".{3}", ["abc", "京東京"], ["ab"]),
    ("a|bc", ["a", "bc"], ["abc", "ac"]),
    ("(?:a|b)(c)", ["ac", "bc"], ["c"]),
    ("a{2,}b{0,1}", ["aa", "aaab"], ["ab"]),
    ("a{2,3}", ["aa", "aaa"], ["a", "aaaa"]),
)

OF_VALUES: tuple[Case, ...] = (
    (r"\w+", ["ab7"], ["a b", "a_b", "a-b"]),
    (r"a\Wb", ["a b", "a-b", "a_b", "a.b"], ["acb", "ab"]),
    (r"[\w ]+", ["a b"], ["a-b"]),
    (r"[^\w ]", ["-", "_"], ["a", " "]),
    (r"[^\w\-]", ["."], ["-", "7"]),
    (r"a\.b", ["a.b"], ["acb"]),
    (r"a\*\+\?\(\)\[\]\{\}\|\\\^\$\/\-\&\~\#\ b", ["a*+?()[]{}|\\^$/-&~# b"], ["a"]),
    (r"[\[\]\\\^\-\&~|]+", ["[]\\^-&~|"], ["a"]),
    (r"[&&a~~c||]+", ["&a~c|"], ["d"]),
    ("[^a]", ["^", "-"], ["a"]),
    ("[a^]", ["^", "a"], ["b"]),
    ("[+--]", ["+", ",", "-"], ["."]),
    (".*", ["", "a b", "a\tb"], []),
    ("a\u00b4b", ["a b"], ["ab"]),
)


@pytest.mark.parametrize(("pattern", "fits", "does_not"), CASES + OF_VALUES)
def test_a_value_fits_as_a_whole(pattern: str, fits: list[str], does_not: list[str]) -> None:
    check_regex(pattern, 0, len(pattern))
    test = whole(linear_regex(pattern, Over.VALUE))
    plain = re.compile(python_regex(pattern), re.DOTALL)
    values = [*fits, *does_not]
    assert [value for value in values if test(value)] == fits
    assert [value for value in values if plain.fullmatch(value)] == fits
    assert [values[n] for n in among(linear_regex(pattern, Over.VALUE), values)] == fits


@pytest.mark.parametrize(("pattern", "fits", "does_not"), CASES)
def test_a_word_fits_as_a_whole(pattern: str, fits: list[str], does_not: list[str]) -> None:
    words = [word for word in (*fits, *does_not) if word.isalnum()]
    test = whole(linear_regex(pattern, Over.WORD))
    assert [word for word in words if test(word)] == fits


@pytest.mark.parametrize("pattern", [r"\W", r"[^\w]", r"[^a\w]", r"a\Wb"])
def test_no_word_has_what_is_no_letter(pattern: str) -> None:
    test = whole(linear_regex(pattern, Over.WORD))
    assert not any(map(test, (*string.ascii_lowercase, *string.digits, "東", "ab", "acb")))


@given(
    st.text("ab0.*+?|()[]{}^-\\dwé½ß²\u0301 ,2B", max_size=12),
    st.lists(st.text("abcdew0½12 -_\u00e9東\ud800", max_size=6), max_size=8),
)
def test_all_libraries_find_the_same(pattern: str, values: list[str]) -> None:
    try:
        check_regex(pattern, 0, len(pattern))
    except QueryError:
        return
    plain = re.compile(python_regex(pattern), re.DOTALL)
    fitting = [place for place, value in enumerate(values) if plain.fullmatch(value)]
    assert list(among(linear_regex(pattern, Over.VALUE), values)) == fitting
    assert all(values[place].startswith(fixed_start(pattern)) for place in fitting)
    words = [value for value in values if value.isalnum()]
    assert list(among(linear_regex(pattern, Over.WORD), words)) == [
        place for place, word in enumerate(words) if plain.fullmatch(word)
    ]


def test_letters_and_digits_are_the_same_for_all_libraries() -> None:
    """But for those that Python's tables do not have yet."""
    known = [c for c in map(chr, range(0x110000)) if category(c) not in ("Cn", "Cs") and c != "\n"]
    for pattern in (r"\w", r"\W"):
        plain = re.compile(python_regex(pattern))
        found = among(linear_regex(pattern, Over.VALUE), known)
        assert [known[n] for n in found] == [c for c in known if plain.fullmatch(c)]


@pytest.mark.parametrize(("pattern", "start"), [
    ("missile", "missile"), ("miss(ile)?", "miss"), ("miss.*", "miss"), ("mis+", "mi"),
    ("mis{2}", "mi"), (r"a\.b\d", "a.b"), ("É", "e"), ("straße", "strasse"), ("straß?e", "stra"),
    ("a(b|c)d", "a"), ("(a|b)c|d", ""), ("ab|c", ""), ("", ""), (".a", ""), ("[a]b", ""),
    ("cafe\u0301?", "caf"),
])
def test_what_every_match_begins_with(pattern: str, start: str) -> None:
    assert fixed_start(pattern) == start


@pytest.mark.parametrize("case", [case for case in CASES if len(case[0]) < 20])
def test_tantivy_finds_the_same(case: Case) -> None:
    tantivy = pytest.importorskip("tantivy")
    pattern, fits, does_not = case
    builder = tantivy.SchemaBuilder()
    schema = builder.add_text_field("value", stored=True, tokenizer_name="raw").build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for value in (*fits, *does_not):
        writer.add_document(tantivy.Document(value=[value]))
    writer.commit()
    index.reload()
    words = [word for word in (*fits, *does_not) if word.isalnum()]
    searcher = index.searcher()
    query = tantivy.Query.regex_query(schema, "value", linear_regex(pattern, Over.WORD))
    hits = [searcher.doc(address)["value"][0] for _, address in searcher.search(query, 100).hits]
    assert sorted(word for word in hits if word in words) == sorted(fits)
