"""The pages that are broken: the stored pages of every form, and the sample."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
_TOLD: Final = frozenset((".json", ".md", ".csv"))
"""Beside the stored pages is what each must give; beside the sample, what it is."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A page as it is stored: its place in the project, and its bytes."""

    name: str
    data: bytes


@lru_cache(maxsize=1)
def stored() -> tuple[Seed, ...]:
    """Every stored page, those included that are refused."""
    pages = [path for path in sorted((ROOT / "tests" / "pages").glob("*/*")) if path.is_file()]
    beside = {path.with_suffix(".json") for path in pages if path.suffix != ".json"}
    return tuple(map(_seed, (path for path in pages if path not in beside)))


@lru_cache(maxsize=1)
def sample() -> tuple[Seed, ...]:
    """Every page of the sample."""
    paths = sorted((ROOT / "sample").rglob("*"))
    return tuple(_seed(path) for path in paths if path.is_file() and path.suffix not in _TOLD)


@lru_cache(maxsize=1)
def by_form() -> dict[str, Seed]:
    """The longest stored page of each form: it has most that can be broken."""
    found: dict[str, Seed] = {}
    for seed in stored():
        form = Path(seed.name).parent.name
        if form != "refused" and len(seed.data) > len(found.get(form, Seed("", b"")).data):
            found[form] = seed
    return found


def _seed(path: Path) -> Seed:
    return Seed(path.relative_to(ROOT).as_posix(), path.read_bytes())
