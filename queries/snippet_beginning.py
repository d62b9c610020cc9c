"""What is shown of a cable in which nothing is to be marked: its beginning."""

from indexer.cable import Cable

from .hits import Snippet
from .snippet_cut import WORDS, cut_around


def beginning(cable: Cable, body: str) -> Snippet:
    """The beginning of the summary, of the first paragraph with text, or of what stands below the
    head.

    >>> body = "SUBJECT: BELLS\\nThey rang."
    >>> beginning(Cable(subject="BELLS", body=body), body)
    Snippet(text='They rang.', marks=(), paragraph=0)
    """
    if cable.summary.strip():
        return _first_words(cable.summary, 0, _paragraph_with(cable, cable.summary))
    for paragraph in cable.paragraphs:
        if paragraph.text.strip():
            return _first_words(paragraph.text, 0, paragraph.number)
    return _first_words(body, _below_subject(cable, body), 0)


def _first_words(text: str, start: int, paragraph: int) -> Snippet:
    """The first words from here on."""
    start = len(text) - len(text[start:].lstrip())
    cut = cut_around(text, (start, start), (start, len(text)), WORDS)
    return cut.snippet((), paragraph)


def _below_subject(cable: Cable, body: str) -> int:
    """Where the text goes on after the subject; the start where there is no subject in it."""
    subject = " ".join(cable.subject.split())
    above, place = "", 0
    for line in body.splitlines(keepends=True) if subject else ():
        above = " ".join((above, *line.split()))[-len(subject) :]
        place += len(line)
        if above == subject:
            return place if body[place:].strip() else 0
    return 0


def _paragraph_with(cable: Cable, text: str) -> int:
    """The number of the paragraph that a text begins in; 0 where it cannot be told."""
    sought = " ".join(text.split()[:8])
    numbers = (p.number for p in cable.paragraphs if sought in " ".join(p.text.split()))
    return next(numbers, 0)
