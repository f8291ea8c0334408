"""Which tests `make test` leaves to `make test-all`: the slow ones, of which it runs a sample."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

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


def examples(percent: int) -> int:
    """Return how many examples a dear test takes, as a share of the Hypothesis profile's number."""
    return max(1, settings().max_examples * percent // 100)
