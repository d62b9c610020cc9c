"""Fixtures that several tests share."""

from pathlib import Path

import pytest

from indexer.engines import ENGINES, write_engine

from .cables import make_archive, small_collection
from .contract.small import Small


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the small collection; no test may change it."""
    return make_archive(tmp_path_factory.mktemp("small") / "cables.archive", small_collection())


@pytest.fixture(params=ENGINES)
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Small:
    """An empty index of each engine."""
    write_engine(request.param).create(tmp_path)
    return Small(request.param, tmp_path)
