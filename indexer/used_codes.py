"""The codes that an archive's cables have, beside what is known of each code."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from .schema import open_for_reading
from .tags import Code, codes, kind_of, suggestion


@dataclass(frozen=True, slots=True)
class Entry:
    """A code, what is known of it, and how many cables of the archive have it.

    ``kind`` is also person, or '' for a code that is not known; ``suggestion`` is then the code
    that was meant, where that is sure.
    """

    code: str
    kind: str
    cables: int
    meaning: str = ""
    region: str = ""
    suggestion: str = ""


def used_codes(folder: Path) -> dict[str, Entry]:
    """Every code that a cable of an archive has; only cables that can be searched count.

    :raises ArchiveError: where there is no archive.
    """
    with closing(open_for_reading(folder)) as database:
        rows = database.execute(
            # a join would look up every tag's cable: few texts are not shown
            "SELECT code, max(kind), count(DISTINCT cable) FROM tag"
            " WHERE cable NOT IN (SELECT number FROM cable WHERE NOT shown) GROUP BY code"
        ).fetchall()
    return {code: _entry(code, kind, cables) for code, kind, cables in rows}


def entries(known: Iterable[Code], used: Mapping[str, Entry]) -> list[Entry]:
    """An entry for each of these codes, with 0 cables where none has it.

    >>> entries([codes()["IZ"]], {})
    [Entry(code='IZ', kind='country', cables=0, meaning='Iraq', region='Near East', suggestion='')]
    """
    return [used.get(code.code) or _entry(code.code, code.kind, 0) for code in known]


def _entry(code: str, kind_as_read: str, cables: int) -> Entry:
    """The table knows better than the reading that an archive keeps, but for persons."""
    known = codes().get(code)
    if known:
        return Entry(code, known.kind, cables, known.meaning, known.region)
    kind = "person" if kind_as_read == "person" else kind_of(code)
    return Entry(code, kind, cables, suggestion="" if kind == "person" else suggestion(code))
