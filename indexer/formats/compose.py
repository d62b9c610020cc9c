"""A Sheet to a Cable: the telegram as it was read, and what the page says beside it.

The page's own number, times, level and origin count more than the telegram's; all else is the
telegram's, and the page's where the telegram lacks it. Where the two contradict each other the
cable has a problem that names both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from ..cable import Cable, Problem, Reference
from ..dates import Dated, reconcile, year_of
from ..ids import canonical_id
from ..posts import canonical_post
from ..telegram.origin import origin_of
from ..telegram.read import WANTED, assemble, lacking
from .base import Fact, Sheet

_NO_FACT: Final = Fact("", "")
PAGE_FIRST: Final = ("released", "classification", "origin")
"""Fields that are the page's own where it has them."""

_LONGEST: Final = 50_000  # characters of a list of addressees, or of references
_AS_PRINTED: Final = ("subject", "precedence", "signer")
_OF_AN_EDITION: Final = ("id", "subject")
_READ_FROM_LINES: Final = ("sender", "to", "info", "caveats", "order", "tags", "references")


def compose(sheet: Sheet) -> Cable:
    """The cable of a page; its form, its source and that of its problems are yet to be set.

    >>> cable = compose(Sheet("", "UNCLAS PARIS 12\\n", {"id": Fact("08PARIS12", "column id")}))
    >>> cable.id, cable.classification
    ('08PARIS12', 'UNCLASSIFIED')
    """
    facts = sheet.facts
    created, number = facts.get("created", _NO_FACT), facts.get("id", _NO_FACT)
    telegram = assemble(sheet.header, sheet.body, number.value, year_of(created.value))
    dated, told = _created(created, telegram.created), _told(facts, telegram)
    cable = replace(
        telegram,
        body=sheet.body + sheet.notes,
        id_as_found=number.found or telegram.id_as_found,
        created=dated.time,
        articles=sheet.articles,
        partial=sheet.partial,
        **_from_page(sheet, telegram, told),
    )
    contradictions = _contradictions(facts, telegram, told, dated)
    problems = (*telegram.problems, *sheet.problems, *contradictions)
    wanted = _OF_AN_EDITION if sheet.edited else WANTED
    return replace(cable, problems=(*lacking(cable, wanted), *problems))


def _told_lines(facts: Mapping[str, Fact]) -> tuple[str, str]:
    """Header and body of the telegram that would say what the page does: the facts that a
    telegram prints as lines are read by the readers of those lines.

    >>> _told_lines({"sender": Fact("AMEMBASSY PARIS", "key From"), "tags": Fact("PREL", "key")})
    ('FM AMEMBASSY PARIS', 'UNCLAS\\n\\nTAGS: PREL\\n')
    """
    routing = [
        f"{label} {facts[name].value[:_LONGEST]}"
        for name, label in (("sender", "FM"), ("to", "TO"), ("info", "INFO")) if name in facts
    ]
    head = [
        " ".join((label, facts[name].value[:_LONGEST].replace("\n", "; "))) + "\n"
        for name, label in (("order", "E.O."), ("tags", "TAGS:"), ("references", "REF:"))
        if name in facts
    ]
    caveats = facts.get("caveats", _NO_FACT).value
    marking = "//".join(["UNCLAS", *caveats.split("\n")]) if caveats else "UNCLAS"
    return "\n".join(routing), "\n".join([marking, "", *head])


def _created(fact: Fact, group: str) -> Dated:
    """The time from the page and from the date-time group."""
    dated = reconcile(fact.value, group)
    return dated if dated.doubt or group else Dated(dated.time, fact.doubt)


def _from_page(sheet: Sheet, telegram: Cable, told: Cable) -> dict[str, Any]:
    """The fields that are the page's."""
    facts = sheet.facts
    values: dict[str, Any] = {
        name: getattr(told, name) for name in _READ_FROM_LINES
        if name in facts and not getattr(telegram, name)
    }
    if "order" in facts and not telegram.declass:
        values["declass"] = told.declass
    office = origin_of(told.sender, telegram.post) if "sender" in values else ""
    if office.endswith(f" {telegram.origin}"):
        values["origin"] = office
    if "references" in facts and sheet.edited:
        values["references"] = _all_references(told, telegram)
    values.update(
        (name, facts[name].value) for name in (*PAGE_FIRST, *_AS_PRINTED)
        if name in facts and (name in PAGE_FIRST or sheet.edited or not getattr(telegram, name))
    )
    return values


def _all_references(told: Cable, telegram: Cable) -> tuple[Reference, ...]:
    """Those of an edition stand in its notes, the telegram's own in its text."""
    listed = {one.id for one in told.references}
    return (*told.references, *(one for one in telegram.references if one.id not in listed))


def _told(facts: Mapping[str, Fact], telegram: Cable) -> Cable:
    """What the page says in lines, where that fills a gap or is compared."""
    wanted = [
        name for name in _READ_FROM_LINES
        if name in facts and (name == "references" or not getattr(telegram, name))
    ]
    if not wanted and ("order" not in facts or telegram.declass):
        return telegram
    ids = _listed_ids(facts.get("references", _NO_FACT).value.split("\n"))
    if ids and wanted == ["references"]:
        return Cable(references=ids)
    header, body = _told_lines(facts)
    told = assemble(header, body, telegram.id, telegram.year or year_of(telegram.created))
    return replace(told, references=ids) if ids else told


def _listed_ids(lines: list[str]) -> tuple[Reference, ...]:
    """A list of nothing but canonical ids needs no reader of REF lines."""
    if any(canonical_id(line) != line for line in lines):
        return ()
    return tuple(Reference(line, "cable", line) for line in lines if line)


def _contradictions(
    facts: Mapping[str, Fact], telegram: Cable, told: Cable, dated: Dated
) -> Iterator[Problem]:
    """What the page and the telegram do not agree on, and doubts that nothing settled."""
    doubts = {
        "created": dated.doubt,
        "classification": _level_doubt(facts.get("classification", _NO_FACT).value, telegram),
        "origin": _origin_doubt(
            facts.get("origin", _NO_FACT).value or telegram.origin, telegram.post
        ),
        "references": _references_doubt(told, telegram) if "references" in facts else "",
        "id": facts.get("id", _NO_FACT).doubt,
    }
    return (Problem("", field, doubt) for field, doubt in doubts.items() if doubt)


def _level_doubt(printed: str, telegram: Cable) -> str:
    """The page's classification is kept; a telegram of another level is told."""
    own = telegram.classification
    if not printed or not own or printed.split("/")[0].upper() == own.split("/")[0]:
        return ""
    return f"the page has {printed}, the telegram {own}"


def _origin_doubt(origin: str, post: str) -> str:
    """Embassy Nowhere writes cables of the post NOWHERE; only posts that are known are told."""
    kind, _, place = origin.partition(" ")
    if not post or kind not in ("Embassy", "Consulate", "Mission"):
        return ""
    named = canonical_post(place)
    if not named or named == post or named.startswith(post) or post.startswith(named):
        return ""
    return f"{origin}, but the number is of {post}"


def _references_doubt(told: Cable, telegram: Cable) -> str:
    """The page's own list of references is an independent check of those in the text."""
    listed = {one.id for one in told.references if one.id}
    read = {one.id for one in telegram.references if one.id}
    if not read or listed == read:
        return ""
    differences = (("also lists", listed - read), ("does not list", read - listed))
    return "the page " + ", and ".join(
        f"{words} {', '.join(sorted(ids))}" for words, ids in differences if ids
    )
