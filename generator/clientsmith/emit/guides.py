"""`API.md` and `AGENTS.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..ir import Api
from .artifacts import Artifact, Settings
from .views.guide import guide_view


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the guides to the calls of the client."""
    calls = replace(api, models=(), params=(), coverage=(), types={})
    for name in ("AGENTS.md", "API.md"):
        yield Artifact(name, "markdown", f"{name}.jinja", _view, calls)


def _view(api: Api) -> Mapping[str, object]:
    return {"guide": guide_view(api)}
