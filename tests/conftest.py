"""What holds for every test."""

from __future__ import annotations

import os
import threading
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

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


def pytest_configure(config: pytest.Config) -> None:
    """Report long tests from the process that hands out tests to others, if there are any."""
    if config.getoption("dist", "no") != "no" and not hasattr(config, "workerinput"):
        config.pluginmanager.register(LongTests(config))


class LongTests:
    """Prints the name of each test that runs for more than a minute, while it runs."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._patience = float(os.environ.get("TEST_PATIENCE_SECONDS", "60"))
        self._running: dict[str, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._report, daemon=True)

    def pytest_sessionstart(self) -> None:
        self._thread.start()

    def pytest_sessionfinish(self) -> None:
        self._over.set()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._running[nodeid] = monotonic()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self._running.pop(nodeid, None)

    def _report(self) -> None:
        reported: set[str] = set()
        while not self._over.wait(min(self._patience, 5)):
            now = monotonic()
            for nodeid, began in [*self._running.items()]:
                if now - began > self._patience and nodeid not in reported:
                    reported.add(nodeid)
                    terminal = self._config.pluginmanager.getplugin("terminalreporter")
                    terminal.ensure_newline()
                    terminal.write_line(f"runs for {now - began:.0f} s: {nodeid}", yellow=True)
