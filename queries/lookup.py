"""Cables by their names: an id in any style, or the file that one was read from."""

from indexer.archive import Archive, Stored
from indexer.errors import CablesError
from indexer.ids import canonical_id, with_any_year, without_year


def find_cables(archive: Archive, name: str) -> list[Stored]:
    """All texts under an id in any style, the one that is searched first; else what was read
    from this source. A number without a year is the one cable that has it.

    :raises CablesError: where several cables have a number without a year.
    """
    cable_id = canonical_id(name)
    if number := without_year(name):
        cable_id = _only_id(archive, name, number)
    return (archive.find(cable_id) if cable_id else []) or archive.find_source(name)


def _only_id(archive: Archive, name: str, number: str) -> str:
    ids = archive.known(with_any_year(number))
    if len(ids) > 1:
        raise CablesError(f"{name} is the number of {len(ids)} cables: {', '.join(ids)}. Name one.")
    return ids[0] if ids else ""
