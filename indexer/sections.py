"""Sections of a telegram that were published apart: which texts they are, how they are joined."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from .cable import Cable
from .telegram.read import assemble, lacking

_FROM_THE_PAGE: Final = ("form", "created", "classification", "origin")


def is_piece(cable: Cable) -> bool:
    """Whether a text may hold only some of the sections of its telegram: it shows no sign of
    others, which may follow without one.

    >>> is_piece(Cable(sections=(1,), section_count=2)), is_piece(Cable(sections=(1, 2)))
    (True, False)
    """
    return len(cable.sections) < cable.section_count


def named_sections(cable: Cable) -> str:
    """The sections of a piece in a few characters, '' for a whole text.

    >>> named_sections(Cable(sections=(1, 2), section_count=3)), named_sections(Cable())
    ('1 2/3', '')
    """
    if not is_piece(cable):
        return ""
    return f"{' '.join(map(str, cable.sections))}/{cable.section_count}"


def choose_pieces(cables: Sequence[Cable]) -> tuple[Cable, ...]:
    """The pieces under one id that make up a telegram, in order; () where they do not.

    All say the same number of sections, and no two hold the same section: where several do, the
    newest release is taken.

    >>> one, two = (Cable(sections=(number,), section_count=2) for number in (1, 2))
    >>> choose_pieces([two, one]) == (one, two), choose_pieces([one, one])
    (True, ())
    """
    newest = sorted(filter(is_piece, cables), key=lambda one: one.released, reverse=True)
    chosen: list[Cable] = []
    held: set[int] = set()
    for piece in newest:
        fits = not chosen or piece.section_count == chosen[0].section_count
        if fits and held.isdisjoint(piece.sections):
            chosen.append(piece)
            held.update(piece.sections)
    return tuple(sorted(chosen, key=lambda one: one.sections)) if len(chosen) > 1 else ()


def join(pieces: Sequence[Cable]) -> Cable:
    """The one cable of these pieces: the first one's page, and the telegram of all, read anew."""
    first = pieces[0]
    body = "\n\n".join(piece.body.strip("\n") for piece in pieces) + "\n"
    telegram = assemble(first.header, body, first.id, first.year)
    whole = replace(
        telegram,
        id_as_found=first.id_as_found,
        released=max(piece.released for piece in pieces),
        subject=telegram.subject or first.subject,
        articles=tuple(dict.fromkeys(link for piece in pieces for link in piece.articles)),
        partial=any(piece.partial for piece in pieces),
        **{name: getattr(first, name) for name in _FROM_THE_PAGE if getattr(first, name)},
    )
    return replace(whole, problems=(*lacking(whole), *whole.problems))
