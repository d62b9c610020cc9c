"""Stored pages and the JSON that each must give; ``python -m tests.expected PAGE...`` proposes it.

What is proposed is written to ``PAGE.json.new``, and fails the tests until a person has compared it
with the page, line by line, and renamed it to ``PAGE.json``.
"""

import json
import sys
from pathlib import Path
from typing import Final

from indexer.formats import collection_of, read_cable, read_cables
from indexer.record import dumps_indented, to_json

PAGES: Final = Path(__file__).parent / "pages"
_NO_PAGES: Final = (".json", ".new")


def stored_pages(form: str) -> list[Path]:
    """The stored pages of a form, or those that must be ``refused``."""
    return sorted(path for path in (PAGES / form).glob("*") if path.suffix not in _NO_PAGES)


def given(path: Path) -> object:
    """The JSON that a page gives, named by its place among the stored pages; a list where the
    file is a collection of many cables."""
    data, name = path.read_bytes(), path.relative_to(PAGES).as_posix()
    if collection_of(data):
        record: object = [to_json(cable) for cable in read_cables(data, name)]
    else:
        record = to_json(read_cable(data, name))
    return json.loads(json.dumps(record))


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        page = Path(argument).resolve()
        proposed = page.with_suffix(".json.new")
        proposed.write_text(dumps_indented(given(page)) + "\n", "utf-8")
        sys.stdout.write(f"compare {proposed} with the page, then rename it to {page.stem}.json\n")
