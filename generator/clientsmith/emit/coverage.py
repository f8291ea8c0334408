"""`coverage.json`: whether each operation is generated, degraded or refused, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir import Api, Coverage
from .artifacts import Artifact, Settings
from .views.coverage import coverage_view


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield `coverage.json`."""
    yield Artifact("coverage.json", "json", "coverage.json.jinja", _view, api.coverage)


def _view(rows: tuple[Coverage, ...]) -> Mapping[str, object]:
    return {"coverage": coverage_view(rows)}
