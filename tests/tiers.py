"""Which tests `make test` leaves to `make test-all`: the slow ones, of which it runs a sample."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any
from zlib import crc32

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings


def sampled(values: Iterable[Any], every: int) -> list[ParameterSet]:
    """Return the parameters of a test with all but each `every`-th of them marked as slow."""
    return [
        pytest.param(value, marks=pytest.mark.slow if at % every else ())
        for at, value in enumerate(values)
    ]


def slow(*values: Any) -> ParameterSet:
    """Return the parameters of one run of a test that `make test` leaves out."""
    return pytest.param(*values, marks=pytest.mark.slow)


# As the parameters of tests name them.
_TRANSPORTS = {
    "httpx",
    "httpx async",
    "aiohttp",
    "httpx-aiohttp",
    "given httpx2",
    "pyreqwest",
    "pyreqwest async",
}


def sample_transports(tests: Iterable[pytest.Item], every: int = 10) -> None:
    """Mark all but each `every`-th test over a transport as slow, except for httpx2's, which is the
    default: over that one all of them run.
    """
    seen: Counter[str] = Counter()
    for test in tests:
        parameters = test.callspec.params.values() if hasattr(test, "callspec") else ()
        for name in _TRANSPORTS.intersection(each for each in parameters if isinstance(each, str)):
            if seen[name] % every:
                test.add_marker(pytest.mark.slow)
            seen[name] += 1


def sample_tables(tests: Iterable[pytest.Item], most: int = 3) -> None:
    """Mark tests as slow but for `most` rows of each test: those whose names have the lowest check
    sums, so that each parameter comes in most of its values, and a new row moves no other.
    """
    tables: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for test in tests:
        if not test.get_closest_marker("slow"):
            tables[test.nodeid.partition("[")[0]].append(test)
    for rows in tables.values():
        for row in sorted(rows, key=lambda row: crc32(row.nodeid.encode()))[most:]:
            row.add_marker(pytest.mark.slow)


def examples(percent: int) -> int:
    """Return how many examples a dear test takes, as a share of the Hypothesis profile's number."""
    return max(1, settings().max_examples * percent // 100)
