"""Plugins of pytest that name tests which take long: while they run, and after."""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from time import monotonic
from typing import Any, Protocol

import pytest


class Terminal(Protocol):
    """What pytest's terminal has for us."""

    def ensure_newline(self) -> None: ...
    def write_line(self, line: str, **markup: bool) -> None: ...
    def section(self, title: str, sep: str = "=", **markup: bool) -> None: ...


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
                    manager: Any = self._config.pluginmanager
                    terminal: Terminal = manager.getplugin("terminalreporter")
                    terminal.ensure_newline()
                    terminal.write_line(f"runs for {now - began:.0f} s: {nodeid}", yellow=True)


class Dearest:
    """Prints at the end which tests took most of the time of all, setup and teardown included: a
    new one among them is to be made cheaper, or to be marked as slow.
    """

    SHOWN = 10

    def __init__(self) -> None:
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] += report.duration

    def pytest_terminal_summary(self, terminalreporter: Terminal) -> None:
        dearest = sorted(self._seconds.items(), key=lambda item: -item[1])[: self.SHOWN]
        share = sum(seconds for _, seconds in dearest) / (sum(self._seconds.values()) or 1)
        terminalreporter.section(f"{share:.0%} of the time went to these {len(dearest)} tests")
        for nodeid, seconds in dearest:
            terminalreporter.write_line(f"{seconds:5.1f} s  {nodeid}")
