"""`client.py`, and `webhooks.py` where the document has webhooks or callbacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..ir import Api
from .artifacts import Artifact, Settings
from .views.client import client_view
from .views.module_map import outline
from .views.webhooks import webhooks_view


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the modules about the API as a whole."""
    # Of the resources the client has only the names, so that a changed call leaves it alone.
    resources = tuple(map(outline, api.resources))
    bare = replace(
        api,
        resources=resources,
        models=(),
        params=(),
        coverage=(),
        renamed_classes={},
        removed_classes={},
    )
    yield Artifact("client.py", "python", "client.py.jinja", _client, bare)
    if api.webhooks is not None:
        yield Artifact("webhooks.py", "python", "webhooks.py.jinja", _webhooks, bare)


def _client(api: Api) -> Mapping[str, object]:
    return {"client": client_view(api)}


def _webhooks(api: Api) -> Mapping[str, object]:
    return {} if api.webhooks is None else {"webhooks": webhooks_view(api, api.webhooks)}
