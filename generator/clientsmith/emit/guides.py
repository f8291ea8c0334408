"""`API.md`, with a page for each resource of a large API, and `AGENTS.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..ir import Api
from .artifacts import Artifact, Settings
from .views.guide import guide_view, is_large, part_path, part_view


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the guides to the calls of the client."""
    # What no guide prints is left out, so that a page is not printed again for it.
    calls = replace(
        api,
        models=(),
        params=(),
        coverage=(),
        webhooks=api.webhooks and replace(api.webhooks, tags=(), requests=()),
        tags=(),
        facts=(),
        documented_servers=(),
        security_schemes=(),
        header_shapes=(),
    )
    for name in ("AGENTS.md", "API.md"):
        yield Artifact(name, "markdown", f"{name}.jinja", _view, calls)
    for resource in api.resources if is_large(api) else ():
        # Of other resources a page has nothing, so that a changed call leaves theirs alone.
        part = replace(calls, resources=(resource,))
        yield Artifact(part_path(resource), "markdown", "API.md.jinja", _part, part)


def _view(api: Api) -> Mapping[str, object]:
    return {"guide": guide_view(api)}


def _part(api: Api) -> Mapping[str, object]:
    return {"guide": part_view(api)}
