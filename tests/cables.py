"""Cables made up on the spot, and archives of them: what searching, writing and showing is
tested on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from indexer.cable import Cable, Paragraph, Problem, Recipient, Reference, Tag
from indexer.ids import split_id
from indexer.index import bring_up
from indexer.lock import write_lock
from indexer.stamp import Stamp, digest_of
from indexer.store import Store

HEAD = (
    "UNCLAS {post} {serial:06}\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: {tags}\nSUBJECT: {subject}\n\n"
)


def make_cable(
    name: str,
    subject: str = "FISH QUOTAS",
    paragraphs: Sequence[str] = ("The fleet sailed.",),
    tags: Sequence[str] = ("EFIS",),
    cites: Sequence[str] = (),
    created: str = "2008-11-12T18:33Z",
    tail: str = "DOE\n",
) -> Cable:
    """A cable whose body is its head, these paragraphs, and a tail."""
    number = split_id(name)
    body = HEAD.format(
        post=number.post, serial=number.serial, tags=" ".join(tags), subject=subject
    )
    read: list[Paragraph] = []
    for place, text in enumerate(paragraphs, 1):
        printed = f"¶{place}. (U) {text}"
        read.append(
            Paragraph(place, "U", text, str(place), len(body), len(body) + len(printed))
        )
        body += f"{printed}\n\n"
    return Cable(
        id=name, id_as_found=name, form="page", post=number.post, year=number.year,
        serial=number.serial, created=created, released="2011-08-30T01:44Z",
        classification="UNCLASSIFIED", caveats=("SIPDIS",), origin=f"Embassy {number.post.title()}",
        sender=f"AMEMBASSY {number.post}", to=(Recipient("RUEHC", "SECSTATE WASHDC", "PRIORITY"),),
        tags=tuple(Tag(code, "subject", code) for code in tags), subject=subject,
        references=tuple(Reference(cited, "cable", cited) for cited in cites),
        paragraphs=tuple(read), signer="DOE", header=f"FM AMEMBASSY {number.post}\n",
        body=body + tail,
    )


def small_collection() -> list[Cable]:
    """Six cables: what each test asks for stands out in one or two of them."""
    return [
        make_cable(
            "08NOWHERE12", "PLENARY STATEMENT ON KITES",
            ("The delegation read a press statement on the export of paper kites.",
             "The minister doubted that kite strings were dangerous, and asked for missiles of"
             " paper to be left out."),
            ("PREL", "PARM"), created="2008-11-12T18:33Z",
        ),
        make_cable(
            "08NOWHERE13", "KITES: THE ANSWER", ("No kite had been exported. Kites rest.",),
            ("PREL", "ETRD"), ("08NOWHERE12",), created="2008-11-20T09:00Z",
        ),
        make_cable(
            "09ELSEWHERE7", "HARVEST OF PEARS", ("The harvest was good.", "A missile was seen."),
            ("EAGR",), ("08NOWHERE12", "08NOWHERE13"), created="2009-02-03T11:05Z",
        ),
        make_cable("09ELSEWHERE8", "FISH QUOTAS", tags=("EFIS",), created="2009-03-01T08:00Z"),
        replace(
            make_cable("07ELSEWHERE9", "BELLS", ("The bell rang.",), ("SCUL",),
                       ("05STATE1",), created="2007-05-01T08:00Z"),
            problems=(Problem("", "declass", "02/30/2018 is no date"),),
        ),
        make_cable(
            "06NOWHERE3", "=CMD()\x1b[2J\u202e", ("Ring the \x1b]0;owned\x07 bell \x9b31m twice.",),
            ("KTRD",), created="2006-01-01T00:00Z",
        ),
    ]


def add_cables(archive: Path, cables: Iterable[Cable]) -> None:
    """Keep the cables, each read from ``pages.zip!ID.html``, but do not index them."""
    store = Store(archive)
    for cable in cables:
        given = f"pages.zip!{cable.id}.html"
        path = str((archive.parent / given).absolute())
        store.keep(Stamp(path, given, 100, 1), digest_of(cable.id.encode()), cable)
    store.commit()
    store.close()


def make_archive(archive: Path, cables: Iterable[Cable]) -> Path:
    """An archive of these cables with its index."""
    with write_lock(archive):
        add_cables(archive, cables)
        bring_up(archive)
    return archive
