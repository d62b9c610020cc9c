"""Fixtures that several tests share."""

from pathlib import Path

import pytest

from .cables import make_archive, small_collection


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the small collection; no test may change it."""
    return make_archive(tmp_path_factory.mktemp("small") / "cables.archive", small_collection())
