"""What holds for every test."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from .long_tests import Dearest, LongTests
from .tiers import sample_tables, sample_transports

if TYPE_CHECKING:
    from .wire.golden_client import Clients

# Chosen by `make test`.
settings.register_profile("quick", max_examples=25)


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests from reading or writing the cache of the person who runs them."""
    os.environ["CLIENTSMITH_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Clients:
    """The clients of the golden cases, which all processes of pytest-xdist share."""
    from .wire.golden_client import Clients

    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "clients"
    shared.mkdir(exist_ok=True)
    return Clients(shared)


@pytest.hookimpl(tryfirst=True)  # Before those of a mark are chosen.
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave most tests of further transports and most rows of long tables to `make test-all`."""
    sample_transports(items)
    sample_tables(items)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Spare what the collection makes, which stays until the end, from the collector of garbage:
    a second of the collection, and a third of one in each test that calls `gc.collect`.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_configure(config: pytest.Config) -> None:
    """Report long tests from the process that hands out tests to others, if there are any."""
    if config.getoption("dist", "no") != "no" and not hasattr(config, "workerinput"):
        config.pluginmanager.register(LongTests(config))
        config.pluginmanager.register(Dearest())
