"""Which words of a query count nothing in a ranking: stop words, where it has others to rank by."""

from collections.abc import Iterator
from typing import Final

from indexer.analysis import STOP_WORDS, terms
from indexer.fields import BY_NAME, Kind

from . import tree

COUNTS_NOTHING: Final = 0.0


def uncount_stop_words(query: tree.Node) -> tree.Node:
    """The query with its stop words boosted by 0; as it is, where a text is asked for no others.

    They must stand in a cable as before. In a phrase, behind ``=``, or with a boost of their own
    they count as usual, and so does what NEAR and BEFORE join.

    >>> uncount_stop_words(tree.And((tree.Word("The"), tree.Word("missile")))).parts[0]
    Boost(part=Word(text='The'), factor=0.0)
    >>> uncount_stop_words(tree.Word("The"))
    Word(text='The')
    """
    return query if all(map(_is_stop_word, _words(query))) else _uncounted(query)


def _words(node: tree.Node) -> Iterator[tree.Node]:
    """What is asked of texts and can count."""
    match node:
        case tree.And(parts) | tree.Or(parts):
            for part in parts:
                yield from _words(part)
        case tree.In(name, part):
            if BY_NAME[name].kind is Kind.TEXT:
                yield from _words(part)
        case tree.Boost(part) if not isinstance(part, tree.Word):
            yield from _words(part)
        case tree.Everything() | tree.Has() | tree.Not() | tree.Range():
            return
        case _:
            yield node


def _uncounted(node: tree.Node) -> tree.Node:
    match node:
        case tree.And(parts):
            return tree.And(tuple(map(_uncounted, parts)))
        case tree.Or(parts):
            return tree.Or(tuple(map(_uncounted, parts)))
        case tree.In(name, part) if BY_NAME[name].kind is Kind.TEXT:
            return tree.In(name, _uncounted(part))
        case tree.Boost(part, factor) if not isinstance(part, tree.Word):
            return tree.Boost(_uncounted(part), factor)
        case tree.Word() if _is_stop_word(node):
            return tree.Boost(node, COUNTS_NOTHING)
        case _:
            return node


def _is_stop_word(node: tree.Node) -> bool:
    """Whether it is one, or no word at all; several side by side (``A/S``) are a phrase."""
    if not isinstance(node, tree.Word):
        return False
    found = terms(node.text)
    return len(found) < 2 and STOP_WORDS.issuperset(found)
