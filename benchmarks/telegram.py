"""The text of an invented cable: its routing lines and its body, as lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from math import log
from random import Random
from textwrap import wrap
from typing import Final

from .identity import Identity, cited, identify, stream
from .shape import shape
from .words import sentences, surnames, title

MEAN_WORDS: Final = 1_040
_SIGMA: Final = 0.75
_SHORTEST, _LONGEST = 60, 12_000
_WORDS_A_SECTION: Final = 1_500
_WIDTH: Final = 68
_BEFORE_ROUTES: Final = 2005
_SECURITY: Final = {"C": "ZNY CCCCC ZZH", "S": "ZNY SSSSS ZZH", "U": "ZNR UUUUU ZZH"}
_URGENT: Final = ("", "", "", " PRIORITY")
_MONTHS: Final = (
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
)
_ORDERS: Final = ((1978, "11652"), (1982, "12065"), (1995, "12356"))


@dataclass(frozen=True, slots=True)
class Telegram:
    """A cable as lines of text, without any mark of a publisher."""

    identity: Identity
    subject: str
    tags: tuple[str, ...]
    header: tuple[str, ...]
    body: tuple[str, ...]


def telegram(seed: int, number: int) -> Telegram:
    """The telegram of this number."""
    random = stream(seed, number, "text")
    identity = identify(seed, number)
    words = _length(random)
    sections = 1 + words // _WORDS_A_SECTION
    subject, tags = title(random), _tags(random, identity)
    top = _top(random, identity, sections, subject, tags)
    lines = (*top, "", *_references(seed, identity), *_classified(random, identity))
    text = tuple(_paragraphs(random, identity, words))
    body = (*lines, *_broken(text, identity, sections), random.choice(surnames()).upper())
    return Telegram(identity, subject, tags, tuple(_header(random, identity, sections)), body)


def _length(random: Random) -> int:
    """Words of a body: log-normal, with the mean of the published cables."""
    words = int(random.lognormvariate(log(MEAN_WORDS) - _SIGMA**2 / 2, _SIGMA))
    return min(max(words, _SHORTEST), _LONGEST)


def _tags(random: Random, identity: Identity) -> tuple[str, ...]:
    codes = shape().tags.many(random, random.randrange(1, 6))
    country = shape().countries.get(identity.post) or random.choice(sorted(_countries()))
    return tuple(dict.fromkeys((*codes, country)))


def _countries() -> frozenset[str]:
    return frozenset(shape().countries.values())


def _station(post: str) -> str:
    """A post as an addressee: ``AMEMBASSY TEL AVIV``."""
    if post == "STATE":
        return "SECSTATE WASHDC"
    kind = "AMEMBASSY"
    if post in shape().consulates:
        kind = "AMCONSUL"
    if post in shape().missions:
        kind = "USMISSION"
    return f"{kind} {shape().name(post)}"


def _header(random: Random, identity: Identity, sections: int) -> Iterator[str]:
    addressee = _station
    if identity.created.year >= _BEFORE_ROUTES:
        addressee = partial(_routed, random)
        yield from _transmission(identity, sections)
    month = _MONTHS[identity.created.month - 1]
    yield f"{identity.precedence} {identity.created:%d%H%M}Z {month} {identity.created:%y}"
    yield f"FM {_station(identity.post)}"
    first, *others = _addressees(random, identity.post)
    yield f"TO {addressee(first)}{random.choice(_URGENT)}"
    for place, post in enumerate(others):
        yield f"{'' if place else 'INFO '}{addressee(post)}"


def _addressees(random: Random, sender: str) -> Iterator[str]:
    """The Department and a few posts; where the Department sends, the posts alone."""
    most = random.choice((2, 6, 12, 24))
    posts = dict.fromkeys(("STATE", *shape().posts.many(random, random.randrange(1, most))))
    receivers = [post for post in posts if post != sender]
    yield from receivers or ["STATE"]


def _transmission(identity: Identity, sections: int) -> Iterator[str]:
    section = "/01" if sections > 1 else ""
    serial = f"{identity.serial % 10_000:04d}"
    yield f"VZCZC{'XRO' if section else 'XYZ'}{serial}"
    yield f"{identity.precedence * 2} RUEHWEB"
    yield f"DE {_route(identity.post)} #{serial}{section} {identity.created:%j%H%M}"
    yield _SECURITY[identity.classification[0]]


def _routed(random: Random, post: str) -> str:
    """An addressee as it is written from 2005 on, with its route and its own serial."""
    return f"{_route(post)}/{_station(post)} {random.randrange(1, 9_999):04d}"


def _route(post: str) -> str:
    return "RUEH" + (post[0] + post[-1] if post != "STATE" else "C")


def _top(
    random: Random, identity: Identity, sections: int, subject: str, tags: tuple[str, ...]
) -> Iterator[str]:
    """The lines from the classification to the subject."""
    yield _classification_line(identity, sections)
    yield ""
    if identity.noforn:
        yield "NOFORN"
    if "FOR OFFICIAL" in identity.classification:
        yield "SENSITIVE"
    yield from ("SIPDIS", "")
    yield _order(random, identity)
    yield from wrap("TAGS: " + ", ".join(tags), _WIDTH)
    yield from wrap("SUBJECT: " + subject, _WIDTH)


def _classification_line(identity: Identity, sections: int) -> str:
    level = identity.classification.partition("//")[0]
    spaced = "UNCLAS" if level == "UNCLASSIFIED" else " ".join(level)
    section = f" SECTION 01 OF {sections:02d}" if sections > 1 else ""
    return f"{spaced}{section} {shape().name(identity.post)} {identity.serial:06d}"


def _order(random: Random, identity: Identity) -> str:
    year = identity.created.year
    order = next((number for last, number in _ORDERS if year <= last), "12958")
    if identity.classification.startswith("UNCLASSIFIED"):
        return f"E.O. {order}: N/A"
    if order != "12958":
        return f"E.O. {order}: DECL: OADR"
    day = identity.created + timedelta(days=365 * random.choice((5, 10, 10, 10, 25)))
    return f"E.O. {order}: DECL: {day:%m/%d/%Y}"


def _references(seed: int, identity: Identity) -> Iterator[str]:
    """The REF block, each item in one of the ways in which posts write them."""
    items = [_reference(one, identity) for one in cited(seed, identity.number)]
    if len(items) == 1:
        yield from ("REF: " + items[0], "")
    if len(items) > 1:
        yield f"REF: A. {items[0]}"
        yield from (f"     {chr(65 + place)}. {item}" for place, item in enumerate(items) if place)
        yield ""


def _reference(one: Identity, citing: Identity) -> str:
    name = shape().name(one.post)
    if one.created.year == citing.created.year and one.number % 2:
        return f"{name} {one.serial}"
    styles = (f"{one.created:%y} {name} {one.serial}", one.id, f"{one.created:%y} {name} "
              f"{one.serial} (NOTAL)")
    return styles[one.number % len(styles)]


def _classified(random: Random, identity: Identity) -> Iterator[str]:
    if identity.classification.startswith("UNCLASSIFIED"):
        return
    name = " ".join(random.choices(surnames(), k=2)).title()
    title_ = random.choice(("Ambassador", "DCM", "Political Counselor", "Charge d'Affaires"))
    reason = "1.5" if identity.created.year < 2004 else "1.4"
    yield from wrap(f"Classified By: {title_} {name} for reasons {reason} (b) and (d).", _WIDTH)
    yield ""


def _paragraphs(random: Random, identity: Identity, words: int) -> Iterator[str]:
    """The numbered paragraphs: a summary first, a comment last."""
    texts = list(_grouped(random, words))
    texts[0] = f"Summary: {texts[0]} End summary."
    if len(texts) > 1:
        texts[-1] = f"Comment: {texts[-1]} End comment."
    mark = _portion(identity)
    if mark in "(C) (S)" and random.random() < 0.1:
        texts[-1] += " XXXXXXXXXXXX agreed."
    for number, text in enumerate(texts, 1):
        yield from wrap(f"{number}. {mark} {text}", _WIDTH, break_on_hyphens=False)
        yield ""


def _portion(identity: Identity) -> str:
    """The mark of a paragraph: (C), (S), (U), or (SBU) where it is for official use only."""
    official = "FOR OFFICIAL" in identity.classification
    return "(SBU)" if official else f"({identity.classification[0]})"


def _grouped(random: Random, words: int) -> Iterator[str]:
    group: list[str] = []
    size = random.randrange(3, 9)
    for sentence in sentences(random, words):
        group.append(sentence)
        if len(group) >= size:
            yield " ".join(group)
            group, size = [], random.randrange(3, 9)
    if group:
        yield " ".join(group)


def _broken(lines: tuple[str, ...], identity: Identity, sections: int) -> Iterator[str]:
    """The lines with the page breaks that a cable of several sections shows between its pages."""
    pages = 2 * sections if sections > 1 else 1
    step = len(lines) // pages + 1
    for page in range(pages):
        if page:
            yield from ("", _break(identity, page, sections, pages), "", "")
        yield from lines[page * step : (page + 1) * step]


def _break(identity: Identity, page: int, sections: int, pages: int) -> str:
    section = 1 + page * sections // pages
    name = shape().name(identity.post)
    return f"{name} {identity.serial:08d}  {section:03d}.{1 + page % 2} OF {sections:03d}"
