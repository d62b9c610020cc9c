"""Hypothesis strategies for queries: trees as ``parse`` gives them, and texts that look like
queries."""

from collections.abc import Callable
from functools import partial

from hypothesis import strategies as st

from indexer.fields import BY_NAME, FIELDS, Kind
from indexer.ids import without_year
from queries import tree
from queries.dates import days, partial_date
from queries.values import cable_id

Trees = st.SearchStrategy[tree.Node]
Words = st.SearchStrategy[str]
Types = tuple[type[tree.Node], ...]

LEAVES: Types = (
    tree.Word, tree.Exact, tree.Phrase, tree.Wildcard, tree.Fuzzy, tree.Regex, tree.Range,
    tree.Everything, tree.Has,
)  # fmt: skip
JOINS: Types = (tree.And, tree.Or, tree.Not, tree.Near, tree.Before, tree.Boost)
NAMES: tuple[str, ...] = tuple(field.name for field in FIELDS)

_NEAR_LEAVES = (tree.Word, tree.Exact, tree.Phrase, tree.Wildcard, tree.Fuzzy, tree.Regex)
_TRADE = (
    "missile", "S/CT", "1.4(b)", "1.4(b),(d)", "U.S.-EU", "L'Estrange", "2,500", "AT&T", "12:30",
    "http://x.example/y", "C++", "//NOFORN", "AND", "NEAR/5", "-5", "=x", "/a/", "a..b", "2008..09",
    "a~2", "a^2", "tag:x", "tug:x", "REF:", ">3", "[a", "{b}", "a)b", "(a)", "OR(b)", "a,b", "--x",
    "2008-11", "OADR", "no",
)  # fmt: skip
_PATTERNS = (
    "miss[iy]le?s", "a/b", "(a|bc)*d{2,5}", r"\d+\.\w", "[^a-f0]", r"a/\\", "x{3}",
    "(?:ab)?c", '"',
)  # fmt: skip

any_words: Words = (
    st.sampled_from(_TRADE)
    | st.text("ab1 \"\\()*?~^:,./=-<>[]{}&\u201c\u201d\u00e9\u6f22\n", min_size=1, max_size=12)
    | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
).filter(lambda text: any(map(str.isalnum, text)))
"""Words of every kind, with all that has to be escaped."""

query_texts: Words = st.lists(
    any_words
    | st.sampled_from((
        "AND", "OR", "NOT", "NEAR/3", "BEFORE", "(", ")", "-", '"', "a", "prolif*", "*", "=", "^2",
        "~", "tag:", "date:", "refs:", "partial:no", "has:tag", "subject:(", "after:2008", "id:",
        "date:2008..2009", "[2008 TO 2010}", "/a[bc]/", "tag:A,B", '"a b"~3', "c~2", ",", "\\", " ",
    )),
    max_size=12,
).flatmap(lambda parts: st.sampled_from((" ".join(parts), "".join(parts))))
"""Texts that have much of what queries are made of."""


def trees(
    leaves: Types = LEAVES,
    fields: tuple[str, ...] = NAMES,
    joins: Types = JOINS,
    words: Words = any_words,
) -> Trees:
    """Valid trees that are made of these types of nodes and ask these fields.

    Every tree is one that ``parse`` gives for some query. No Range stands outside a field;
    without ``fields`` there is no In.
    """
    anywhere = _leaves("", leaves, fields, words)
    in_fields = [_in_field(name, leaves, joins, words) for name in fields]
    return _joined(st.one_of(anywhere, *in_fields), anywhere, joins)


def join(kind: type[tree.And] | type[tree.Or], parts: list[tree.Node]) -> tree.Node:
    """A node of these parts; parts of the same kind give their own."""
    flat: list[tree.Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else (part,)
    return kind(tuple(flat))


def _joined(parts: Trees, near: Trees, joins: Types) -> Trees:
    def extend(below: Trees) -> Trees:
        several = st.lists(below, min_size=2, max_size=3)
        factors = st.sampled_from((0.000001, 0.5, 1.0, 2.25, 3.0, 1000.0))
        made: dict[type[tree.Node], Trees] = {
            tree.And: several.map(partial(join, tree.And)),
            tree.Or: several.map(partial(join, tree.Or)),
            tree.Not: st.builds(tree.Not, below),
            tree.Boost: st.builds(tree.Boost, below, factors),
        }
        return st.one_of([made[kind] for kind in joins if kind in made])

    start = st.one_of(parts, *(_near(near, kind) for kind in (tree.Near, tree.Before)
                               if kind in joins))
    extends = set(joins) - {tree.Near, tree.Before}
    return st.recursive(start, extend, max_leaves=8) if extends else start


def _near(leaves: Trees, kind: type[tree.Near] | type[tree.Before]) -> Trees:
    plain = leaves.filter(lambda node: isinstance(node, _NEAR_LEAVES))
    several = st.lists(plain, min_size=2, max_size=3).map(partial(join, tree.Or))
    return st.builds(kind, plain | several, plain | several, st.integers(0, 99))


def _in_field(name: str, leaves: Types, joins: Types, words: Words) -> Trees:
    below = _leaves(name, leaves, (name,), words)
    if BY_NAME[name].kind is not Kind.TEXT:
        joins = tuple(kind for kind in joins if kind not in (tree.Near, tree.Before))
    return _joined(below, below, joins).map(partial(_wrapped, name))


def _wrapped(name: str, part: tree.Node) -> tree.Node:
    """NOT stands outside a field, and ``name:*`` is Has."""
    if isinstance(part, tree.Not):
        return tree.Not(_wrapped(name, part.part))
    return part if isinstance(part, tree.Has) else tree.In(name, part)


def _leaves(name: str, leaves: Types, fields: tuple[str, ...], words: Words) -> Trees:
    """The leaves that can stand in this field, '' for none."""
    made = _READERS[BY_NAME[name or "text"].kind](words, name)
    if name:
        made[tree.Has] = st.just(tree.Has(name))
    else:
        made[tree.Everything] = st.just(tree.Everything())
        if fields:
            made[tree.Has] = st.sampled_from(fields).map(tree.Has)
    return st.one_of([made[kind] for kind in leaves if kind in made])


Made = dict[type[tree.Node], Trees]


def _text_leaves(words: Words, _: str) -> Made:
    lines = st.lists(words, min_size=1, max_size=3).map(" ".join).map(_normal)
    return {
        tree.Word: words.map(tree.Word),
        tree.Exact: lines.map(tree.Exact),
        tree.Phrase: st.builds(tree.Phrase, lines, st.sampled_from((0, 0, 3, 99))),
        tree.Wildcard: _patterns(words).map(tree.Wildcard),
        tree.Fuzzy: st.builds(tree.Fuzzy, words, st.integers(1, 2)),
        tree.Regex: st.sampled_from(_PATTERNS).map(tree.Regex),
    }


def _keyword_leaves(words: Words, name: str) -> Made:
    made = _text_leaves(words, name)
    made[tree.Phrase] = words.map(_normal).map(tree.Phrase)
    return made


def _cable_leaves(words: Words, _: str) -> Made:
    with_a_year = words.filter(lambda text: not without_year(text.upper()))
    ids = st.sampled_from(("08STATE120153", "2008 state 00012")) | with_a_year
    return {
        tree.Word: ids.map(cable_id).map(tree.Word),
        tree.Wildcard: _patterns(words).map(str.upper).map(tree.Wildcard),
    }


def _number_leaves(_: Words, __: str) -> Made:
    numbers = st.integers(0, 999_999_999).map(str)
    return {
        tree.Word: numbers.map(tree.Word),
        tree.Range: _ranges(numbers).filter(_holds_a_number),
    }


def _date_leaves(words: Words, name: str) -> Made:
    dates = st.builds(
        lambda day, length: day.isoformat()[:length], st.dates(), st.sampled_from((4, 7, 10))
    )
    made: Made = {
        tree.Word: dates.map(tree.Word),
        tree.Range: _ranges(dates).filter(_holds_a_day),
    }
    if name == "declass":
        others = words.filter(lambda text: any(map(str.isalpha, text)) and not partial_date(text))
        made[tree.Word] |= others.map(tree.Word)
        phrases = others.map(_normal).filter(lambda text: not partial_date(text))
        made[tree.Phrase] = phrases.map(tree.Phrase)
    return made


def _flag_leaves(_: Words, __: str) -> Made:
    return {tree.Word: st.just(tree.Word("yes")) | st.just(tree.Not(tree.Word("yes")))}


def _patterns(words: Words) -> Words:
    """Words with a wildcard in them."""
    starred = st.tuples(
        words.map(lambda text: text.replace("*", "").replace("?", "")),
        st.sampled_from(("*", "?", "**")),
        st.integers(0, 12),
    ).map(lambda parts: parts[0][: parts[2]] + parts[1] + parts[0][parts[2] :])
    return starred.filter(lambda text: sum(map(str.isalnum, text)) > 1)


def _ranges(values: Words) -> Trees:
    ends = st.tuples(values | st.just(""), values | st.just("")).filter(any)
    return st.builds(_range, ends, st.booleans(), st.booleans())


def _range(ends: tuple[str, str], includes_low: bool, includes_high: bool) -> tree.Node:
    low, high = ends
    return tree.Range(low, high, includes_low or not low, includes_high or not high)


def _holds_a_day(node: tree.Node) -> bool:
    if not isinstance(node, tree.Range) or not (node.low and node.high):
        return True
    first, last = days(node)
    return first <= last


def _holds_a_number(node: tree.Node) -> bool:
    if not isinstance(node, tree.Range) or not (node.low and node.high):
        return True
    return int(node.low) + (not node.includes_low) <= int(node.high) - (not node.includes_high)


def _normal(text: str) -> str:
    return " ".join(text.split())


_READERS: dict[Kind, Callable[[Words, str], Made]] = {
    Kind.TEXT: _text_leaves,
    Kind.KEYWORD: _keyword_leaves,
    Kind.CABLE: _cable_leaves,
    Kind.NUMBER: _number_leaves,
    Kind.DATE: _date_leaves,
    Kind.FLAG: _flag_leaves,
}
