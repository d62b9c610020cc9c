"""Stored pages and the JSON that each must give; ``python -m tests.expected PAGE...`` writes it."""

import json
import sys
from pathlib import Path
from typing import Final

from indexer import read_cable
from indexer.record import dumps_indented, to_json

PAGES: Final = Path(__file__).parent / "pages"


def stored_pages(form: str) -> list[Path]:
    """The stored pages of a form, or those that must be ``refused``."""
    return sorted(path for path in (PAGES / form).glob("*") if path.suffix != ".json")


def given(path: Path) -> dict[str, object]:
    """The JSON that a page gives, named by its place among the stored pages."""
    record = to_json(read_cable(path.read_bytes(), path.relative_to(PAGES).as_posix()))
    return json.loads(json.dumps(record))  # type: ignore[no-any-return]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        page = Path(name).resolve()
        page.with_suffix(".json").write_text(dumps_indented(given(page)) + "\n", "utf-8")
