"""An invented telegram as a published page, or as plain text."""

import re
from datetime import datetime
from functools import cache
from random import Random
from typing import Final, Literal

from .identity import Identity, stream
from .shape import shape
from .telegram import Telegram
from .words import vocabulary

Navigation = Literal["none", "full"]

_NEWLINE: Final = "&#x000A;"
_FULL_NAVIGATION: Final = 178_000  # characters; a few pages have less, down to 30,000
_MARKED: Final = re.compile(r"(?m)^( *)(\d{1,3}|[A-Z])(?=\. )")
_CODES: Final = re.compile(r"[A-Z]{2,6}")

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" \
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>Cable Viewer</title>
<link href='/static/cable.css' rel='stylesheet' type='text/css' />
</head>
<body>
"""
_HELP: Final = """<div class='help'>
<h3>How to read this page</h3>
<p>Every page of this kind has three parts. The first is a table that says which cable it is, when
it was written, when it was made public, how it was classified and where it comes from. The second
is the block of routing lines: who sent the telegram and to whom. The third is the text.</p>
<p>The text opens with its classification, goes on with the subject and with the numbers of the
cables that it refers to, and then has numbered paragraphs. A summary comes first in most of them,
and a comment, where there is one, stands at the end.</p>
<p>The words in the corner of the table are links. The first leads to this page, the second to all
the cables of the same month, the third to those that were made public on the same day, the fourth
to those of the same classification, and the last to those of the same post. Numbers in the text
that look like a year, a post and a serial are other cables; some of them were never published, and
then there is no page for them.</p>
<h3>Words that are used often</h3>
<p><b>TAGS</b>: codes for subjects, programmes, countries, organisations and persons, by which the
text was filed. <b>Septel</b>: another telegram on the same matter. <b>Reftel</b>: the telegram
that was named above. <b>Noforn</b>: not to be shown to foreigners. <b>Sipdis</b>: may be read on
the network of the departments. <b>NOTAL</b>: not sent to all who get this one. <b>Poloff</b> and
<b>econoff</b>: the officers for politics and for the economy. <b>Emboffs</b>: officers of an
embassy. <b>A/S</b>: assistant secretary. <b>DCM</b>: the second in charge of an embassy.</p>
<h3>How to speak of this page</h3>
<p>To speak of the whole cable, use its mark: #{id}. To speak of one paragraph, click on the sign
in front of it and copy the address, or write the mark and the number: #{id} and #par2.</p>
</div>
"""
_TAIL: Final = """</div>
</div>
<script type='text/javascript' src='/static/cable.js'></script>
</body>
</html>
"""


def html(telegram: Telegram, seed: int, navigation: Navigation) -> str:
    """The telegram as a page: navigation, heading, help, table, and the two blocks."""
    identity = telegram.identity
    random = stream(seed, identity.number, "markup")
    links = _navigation(random) if navigation == "full" else ""
    heading = f"<h3>Viewing cable {identity.id}, {telegram.subject}</h3>\n"
    blocks = _block(telegram.header) + _block(_marked(telegram, random))
    return "".join((
        _HEAD, f"<div class='main'>\n{links}<div class='pane big'>\n", heading,
        _HELP.format(id=identity.id), _table(identity), blocks, _TAIL,
    ))


def plain(telegram: Telegram) -> str:
    """The telegram as plain text, its paragraphs marked with a pilcrow."""
    body = _MARKED.sub(r"\1¶\2", "\n".join(telegram.body))
    return "\n".join(("", "", *telegram.header, "", body, "", "NNNN", ""))


def _marked(telegram: Telegram, random: Random) -> tuple[str, ...]:
    """The body with the publisher's pilcrows and, on two pages of three, with linked tags."""
    text = _MARKED.sub(r"\1<a id='par\2' href='#par\2'>¶</a>\2", "\n".join(telegram.body))
    if random.random() < 2 / 3:
        tags = ", ".join(telegram.tags)
        text = text.replace(f"TAGS: {tags}\n", f"TAGS: {_linked(tags)}\n", 1)
    return tuple(text.split("\n"))


def _linked(codes: str) -> str:
    """Codes as links.

    >>> _linked("PREL, CE")
    "<a href='/tag/PREL_0.html'>PREL</a>, <a href='/tag/CE_0.html'>CE</a>"
    """
    return _CODES.sub(lambda found: f"<a href='/tag/{found[0]}_0.html'>{found[0]}</a>", codes)


def _block(lines: tuple[str, ...]) -> str:
    return f"<code><pre>{_NEWLINE.join(lines)}{_NEWLINE}</pre></code>\n"


def _table(identity: Identity) -> str:
    names = ("Reference ID", "Created", "Released", "Classification", "Origin")
    created, released = identity.created, datetime(2011, 8, 30, 1, 44)
    cells = (
        (f"/cable/{created:%Y/%m}/{identity.id}", identity.id),
        (f"/date/{created:%Y-%m}_0", f"{created:%Y-%m-%d %H:%M}"),
        (f"/reldate/{released:%Y-%m-%d}_0", f"{released:%Y-%m-%d %H:%M}"),
        ("/classification/4_0", identity.classification),
        ("/origin/29_0", origin(identity.post)),
    )
    head = "".join(f"<th>{name}</th>\n" for name in names)
    row = "".join(f"<td>\n<a href='{link}.html'>{text}</a>\n</td>\n" for link, text in cells)
    return f"<table class='cable'>\n<tr>\n{head}</tr>\n<tr>\n{row}</tr>\n</table>\n"


def origin(post: str) -> str:
    """The publisher's name of a post.

    >>> origin("TELAVIV"), origin("STATE")
    ('Embassy Tel Aviv', 'Secretary of State')
    """
    if post == "STATE":
        return "Secretary of State"
    if post in shape().missions:
        return "Mission " + shape().name(post)
    kind = "Consulate" if post in shape().consulates else "Embassy"
    return f"{kind} {shape().name(post).title()}"


def _navigation(random: Random) -> str:
    """Links in front of the table: most pages have all of them, one in six has fewer."""
    links = _links()
    share = 1.0 if random.random() < 5 / 6 else random.uniform(0.17, 1)
    return f"<div class='pane small'>\n{''.join(links[: int(len(links) * share)])}</div>\n"


@cache
def _links() -> tuple[str, ...]:
    """The links to dates, posts and tags, and to articles, that every page has in front."""
    posts, tags = shape().posts.values, shape().tags.values
    lines = [f"<a href='/origin/{place}_0.html'>{origin(post)}</a>\n"
             for place, post in enumerate(posts)]
    lines += [f"<a href='/tag/{tag}_0.html'>{tag}</a>\n" for tag in tags]
    lines += [f"<a href='/date/{year}-{month:02d}_0.html'>{year % 100:02d}-{month:02d}</a>\n"
              for year in range(1966, 2011) for month in range(1, 13)]
    random, size = Random("navigation"), sum(map(len, lines))
    while size < _FULL_NAVIGATION:
        lines.append(_article(random))
        size += len(lines[-1])
    return tuple(lines)


def _article(random: Random) -> str:
    words = vocabulary().many(random, 9)
    slug = "-".join(word for word in words if word.isalpha())
    heading = " ".join(words).replace("&", "&amp;")
    return f"<a href='http://news.example/2011/{slug}'>{heading}</a>\n"
