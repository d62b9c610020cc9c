"""The values behind a field's colon, read as the kind of the field wants them."""

from collections.abc import Callable, Iterable
from typing import Final

from indexer.fields import BY_NAME, FIELDS, Kind
from indexer.ids import canonical_id, with_any_year, without_year
from indexer.near import near_words

from . import tree
from .dates import days, partial_date
from .errors import QueryError
from .pieces import Piece, Read, Scope

_YES: Final = frozenset(("yes", "true", "1"))
_NO: Final = frozenset(("no", "false", "0"))
_MOST_DIGITS: Final = 9
_RANGES: Final = ", ".join(f.name for f in FIELDS if f.kind in (Kind.NUMBER, Kind.DATE))


def fit_text(piece: Piece, scope: Scope) -> tree.Node:
    """A word of a text field: any leaf but a range."""
    leaf = piece.leaf
    if isinstance(leaf, tree.Range):
        what = f"the field '{scope.name}'" if scope.name else "text"
        raise piece.fault("no-range", what=what, ranges=_RANGES)
    if isinstance(leaf, tree.Everything) and scope.field:
        return tree.Has(scope.field)
    return leaf


def fit_keyword(piece: Piece, scope: Scope) -> tree.Node:
    """A whole value of a keyword field."""
    if isinstance(piece.leaf, tree.Phrase) and piece.leaf.slop:
        raise _refusal(piece, scope, "write it without ~: the value is compared as a whole")
    return fit_text(piece, scope)


def fit_cable(piece: Piece, scope: Scope) -> tree.Node:
    """A cable's number in any style, of any year where it names none, or a wildcard over them."""
    leaf = piece.leaf
    if isinstance(leaf, tree.Wildcard):
        return tree.Wildcard(leaf.pattern.upper())
    if isinstance(leaf, tree.Everything | tree.Range):
        return fit_text(piece, scope)
    value = _value(piece, scope, f"write {scope.name}:08STATE*")
    if number := without_year(value.upper()):
        return _of_any_year(number)
    return tree.Word(cable_id(value))


def _of_any_year(number: str) -> tree.Node:
    """Ids of every year with this post and serial; a post may have had two names."""
    patterns = dict.fromkeys(f"??{one[2:]}" for one in with_any_year(number))
    leaves = tuple(map(tree.Wildcard, patterns))
    return leaves[0] if len(leaves) == 1 else tree.Or(leaves)


def fit_number(piece: Piece, scope: Scope) -> tree.Node:
    """An integer or a range of them."""
    if isinstance(piece.leaf, tree.Everything):
        return tree.Has(scope.field)
    if isinstance(piece.leaf, tree.Range):
        return _fit_range(piece, piece.leaf, scope, _number)
    value = _value(piece, scope, f"write {scope.name}:2..5 or {scope.name}:>=2")
    return tree.Word(_number(piece, value, scope))


def fit_date(piece: Piece, scope: Scope) -> tree.Node:
    """A partial date or a range of them."""
    if isinstance(piece.leaf, tree.Everything):
        return tree.Has(scope.field)
    if isinstance(piece.leaf, tree.Range):
        return _fit_range(piece, piece.leaf, scope, _date)
    value = _value(piece, scope, _instead_of_wild_date(scope))
    # The day of declassification may be a word: OADR, X1.
    if scope.field == "declass" and not partial_date(value) and any(map(str.isalpha, value)):
        return tree.Word(value) if isinstance(piece.leaf, tree.Exact) else piece.leaf
    return tree.Word(_date(piece, value, scope))


def fit_flag(piece: Piece, scope: Scope) -> tree.Node:
    """Yes or no."""
    if isinstance(piece.leaf, tree.Everything | tree.Range):
        return fit_text(piece, scope)
    value = _value(piece, scope, f"write {scope.name}:yes or {scope.name}:no").lower()
    if value in _YES:
        return tree.Word("yes")
    if value in _NO:
        return tree.Not(tree.Word("yes"))
    raise piece.fault("bad-flag", name=scope.name)


def fit_after(piece: Piece, scope: Scope) -> tree.Node:
    """``after:2008-11``: later than the whole of it."""
    return tree.Range(_only_date(piece, scope), "", includes_low=False)


def fit_before(piece: Piece, scope: Scope) -> tree.Node:
    """``before:2008-11``: earlier than all of it."""
    return tree.Range("", _only_date(piece, scope), includes_high=False)


def fit_has(piece: Piece, scope: Scope) -> tree.Node:
    """``has:subject``: the name of a field."""
    name = _value(piece, scope, "write has:subject, the name of a field")
    if name.lower() in BY_NAME:
        return tree.Has(BY_NAME[name.lower()].name)
    raise piece.fault("unknown-field", name=name, meant=did_you_mean(name, BY_NAME))


def _only_date(piece: Piece, scope: Scope) -> str:
    if isinstance(piece.leaf, tree.Range | tree.Everything):
        raise piece.part_fault("bad-date", "")
    return _date(piece, _value(piece, scope, _instead_of_wild_date(scope)), scope)


def _instead_of_wild_date(scope: Scope) -> str:
    return f"write {scope.name}:2008 or {scope.name}:2008-11 for the whole of it"


def _value(piece: Piece, scope: Scope, instead: str) -> str:
    """The text of a leaf that is one whole value; ``instead`` is the remedy if it is not."""
    leaf = piece.leaf
    if isinstance(leaf, tree.Word | tree.Exact):
        return leaf.text
    if isinstance(leaf, tree.Phrase) and not leaf.slop:
        return leaf.text
    raise _refusal(piece, scope, instead)


def _refusal(piece: Piece, scope: Scope, instead: str) -> QueryError:
    what = _WHAT.get(type(piece.leaf), "ranges and no *")
    return piece.fault("not-in-field", name=scope.name, what=what, instead=instead)


_Reader = Callable[[Piece, str, Scope], str]


def _fit_range(piece: Piece, asked: tree.Range, scope: Scope, read: _Reader) -> tree.Node:
    low, high = (read(piece, end, scope) if end else "" for end in (asked.low, asked.high))
    if not low and not high:
        return tree.Has(scope.field)
    fitted = tree.Range(low, high, asked.includes_low, asked.includes_high)
    first, last = days(fitted) if read is _date else _numbers(fitted)
    if low and high and first > last:
        raise piece.fault("range-upside-down")
    return fitted


def _numbers(asked: tree.Range) -> tuple[int, int]:
    low, high = int(asked.low or 0), int(asked.high or 0)
    return low + (not asked.includes_low), high - (not asked.includes_high)


def _number(piece: Piece, text: str, scope: Scope) -> str:
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS:
        return str(int(text))
    raise piece.part_fault("bad-number", text, name=scope.name)


def _date(piece: Piece, text: str, _: Scope) -> str:
    iso = partial_date(text)
    if not iso:
        raise piece.part_fault("bad-date", text)
    return iso


_WHAT: Final[dict[type[Read], str]] = {
    tree.Wildcard: "wildcards",
    tree.Fuzzy: "spelling distance",
    tree.Regex: "regular expressions",
    tree.Phrase: "distance behind a phrase",
}


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """A question to begin a remedy with, '' where no name is close.

    A name that is one slip away is closer than any other.

    >>> did_you_mean("subjct", BY_NAME), did_you_mean("ofrm", BY_NAME)
    ("did you mean 'subject'? ", "did you mean 'form'? ")
    """
    from difflib import get_close_matches  # only a fault needs it

    asked = name[:48].lower()
    near = sorted(near_words(names).near(asked))
    close = get_close_matches(asked, near, n=1, cutoff=0) or get_close_matches(asked, names, n=1)
    return f"did you mean '{close[0]}'? " if close else ""


def cable_id(text: str) -> str:
    """The canonical id of a cable's number in any style; a text that is none in upper case.

    >>> cable_id("2008 state 00012"), cable_id("no number")
    ('08STATE12', 'NO NUMBER')
    """
    upper = text.upper()
    return canonical_id(upper) or upper
