"""Plans that give few different scores, taken apart into one plan for each score.

What is no word counts 1, so that a query of tags, dates or wildcards alone finds thousands of
cables with the same score. tantivy sorts by a score or by a column, not by both: for each score the
first ids are asked for, best score first.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import Final

from .. import plan
from ..plan import Plan

_MOST_PARTS: Final = 4  # of an OR: each part is true or not, apart from the others
_MOST_GRADES: Final = 16
_MOST_LOOKUPS: Final = 64  # in all the plans that one is taken apart into: an OR of 4 has 60

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
            return found and _united(asked, [(score * factor, part) for score, part in found])
        case plan.And():
            return _together(asked)
        case plan.Or():
            return _any(asked)
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


def _together(asked: plan.And) -> list[Grade] | None:
    """Every way in which each part has one of its scores."""
    known = [found for found in map(grades, asked.parts) if found is not None]
    if len(known) < len(asked.parts) or prod(map(len, known)) > _MOST_GRADES:
        return None
    return _united(asked, [
        (sum(score for score, _ in some), plan.And(tuple(part for _, part in some)))
        for some in product(*known)
    ])


def _any(asked: plan.Or) -> list[Grade] | None:
    """Every way in which some of the parts are true and the others not."""
    found = list(map(grades, plan_parts(asked)))
    known = [grade for one in found if one is not None and len(one) == 1 for grade in one]
    if len(known) < len(found):
        return None
    if not any(score for score, _ in known):
        return [(0.0, asked)]
    if len(known) > _MOST_PARTS:
        return None
    ways = product((True, False), repeat=len(known))
    return _united(asked, [_way(known, true) for true in ways if any(true)])


def _way(parts: Sequence[Grade], true: Sequence[bool]) -> Grade:
    pairs = list(zip(parts, true, strict=True))
    score = sum(score for (score, _), is_true in pairs if is_true)
    return score, plan.And(tuple(
        part if is_true else plan.Not(part) for (_, part), is_true in pairs
    ))


def _united(asked: Plan, found: Sequence[Grade]) -> list[Grade] | None:
    """These grades of a plan with each score once; None where they ask for too much."""
    by_score: dict[float, list[Plan]] = {}
    for score, part in found:
        by_score.setdefault(score, []).append(part)
    if len(by_score) == 1:
        return [(score, asked) for score in by_score]
    if not _are_few([part for _, part in found]):
        return None
    return [(score, plan.Or(tuple(by_score[score]))) for score in sorted(by_score, reverse=True)]


def _are_few(plans: Sequence[Plan]) -> bool:
    """Whether they have few lookups in all; the rest is not counted."""
    left, lookups = list(plans), 0
    while left and lookups <= _MOST_LOOKUPS:
        match left.pop():
            case plan.And(parts) | plan.Or(parts):
                left += parts
            case plan.Not(part) | plan.Boost(part) | plan.CitedBy(part):
                left.append(part)
            case _:
                lookups += 1
    return lookups <= _MOST_LOOKUPS
