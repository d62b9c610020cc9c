"""Plans that give few different scores, taken apart into one plan for each score.

What is no word counts 1, so that a query of tags, dates or wildcards alone finds thousands of
cables with the same score. tantivy sorts by a score or by a column, not by both: for each score the
first ids are asked for, best score first.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Final

from .. import plan
from ..plan import Plan

_MOST_PARTS: Final = 4  # of an OR: each part is true or not, apart from the others
_MOST_GRADES: Final = 16

Grade = tuple[float, Plan]
"""A score, and all that have it."""


def grades(asked: Plan) -> list[Grade] | None:
    """The scores that a plan gives, the best first, with what has them; None where there are many
    scores, or none is known before. What may need a look at texts is not taken apart.

    >>> one, other = plan.Value("tag", "prel"), plan.Value("tag", "parm")
    >>> [score for score, _ in grades(plan.Or((plan.Boost(one, 2.0), other)))]
    [3.0, 2.0, 1.0]
    >>> grades(plan.Term("body", plan.Form.STEM, "kite")) is None
    True
    """
    match asked:
        case plan.Not() | plan.Boost(_, 0.0):
            return [(0.0, asked)]
        case plan.Boost(part, factor):
            found = grades(part)
            return None if found is None else _united((s * factor, p) for s, p in found)
        case plan.And(parts):
            return _together(list(map(grades, parts)))
        case plan.Or():
            return _any(list(plan_parts(asked)))
        case plan.Term() | plan.Phrase() | plan.Near() | plan.Room():
            return None
        case _:
            return [(1.0, asked)]


def plan_parts(asked: plan.And | plan.Or) -> Iterator[Plan]:
    """The parts of AND or OR, with those of a part of the same kind in its place."""
    for part in asked.parts:
        if isinstance(part, type(asked)):
            yield from plan_parts(part)
        else:
            yield part


def _together(parts: Sequence[list[Grade] | None]) -> list[Grade] | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) or prod(map(len, known)) > _MOST_GRADES:
        return None
    return _united(
        (sum(score for score, _ in some), plan.And(tuple(part for _, part in some)))
        for some in product(*known)
    )


def _any(parts: Sequence[Plan]) -> list[Grade] | None:
    """Every way in which some of the parts are true and the others not."""
    known = [(score, part) for found in map(grades, parts) if found for score, part in found]
    if not len(known) == len(parts) <= _MOST_PARTS or not all(map(grades, parts)):
        return None
    ways = product((True, False), repeat=len(known))
    return _united(_way(known, true) for true in ways if any(true))


def _way(parts: Sequence[Grade], true: Sequence[bool]) -> Grade:
    pairs = list(zip(parts, true, strict=True))
    score = sum(score for (score, _), is_true in pairs if is_true)
    return score, plan.And(tuple(
        part if is_true else plan.Not(part) for (_, part), is_true in pairs
    ))


def _united(found: Iterable[Grade]) -> list[Grade]:
    """These grades in their order, each score once."""
    by_score: dict[float, list[Plan]] = {}
    for score, part in found:
        by_score.setdefault(score, []).append(part)
    return [(score, plan.Or(tuple(by_score[score]))) for score in sorted(by_score, reverse=True)]
