"""What holds for every test."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes the cache of the person who runs it."""
    os.environ["CLIENTSMITH_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
