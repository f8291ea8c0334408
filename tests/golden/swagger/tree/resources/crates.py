"""The calls of `client.crates`."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, models, params, resources
from .._runtime import Omit, RequestOptions, omit, parameters, styles

_CREATE = core.Operation(
    "POST /crates",
    params=lambda: params.KeepCrateParams,
    locations={"limit": core.Query("limit")},
    body=core.JsonBody(),
    response=lambda: models.Crate,
)
_UPDATE = core.Operation(
    "PUT /crates/{id}",
    params=lambda: params.ChangeCrateParams,
    body=core.JsonBody(required=False, media_type="application/merge-patch+json"),
    errors={"default": lambda: models.Fault},
)
_LIST = core.Operation(
    "GET /crates",
    params=lambda: params.ListCratesParams,
    locations={
        "limit": core.Query("limit"),
        "tags": core.Query("tags", explode=False),
        "sizes": styles.Query("sizes", style="pipeDelimited"),
        "marks": core.Query("marks"),
        "words": core.Query("words", explode=False),
        "x_trace": parameters.Header("X-Trace"),
    },
    response=lambda: list[models.Crate],
    errors={"default": lambda: models.Fault},
)


class Crates(core.Resource):
    """`client.crates` of a `Depot`."""

    picture = core.child(lambda: resources.CratesPicture)
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        kind: str,
        limit: int | Omit = omit,
        id: int | Omit = omit,
        label: str | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Crate:
        """Call `POST /crates`.

        Args:
            limit: (1 to 100, default 20)
        """
        return self._request(_CREATE, options, kind=kind, limit=limit, id=id, label=label)

    def update(
        self, id: int, *, label: str | Omit | None = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `PUT /crates/{id}`."""
        done: None = self._request(_UPDATE, options, id=id, label=label)
        return done

    def list(
        self,
        *,
        limit: int | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        sizes: Sequence[int] | Omit = omit,
        marks: Sequence[str] | Omit = omit,
        words: Sequence[str] | Omit = omit,
        x_trace: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[models.Crate]:
        """Call `GET /crates`.

        Args:
            limit: (1 to 100, default 20)

        Headers:
            X-Total: How many there are.
        """
        return self._request(
            _LIST,
            options,
            limit=limit,
            tags=tags,
            sizes=sizes,
            marks=marks,
            words=words,
            x_trace=x_trace,
        )


class _Methods(core.Methods[core.Kind]):
    create = core.method(Crates.create)
    update = core.method(Crates.update)
    list = core.method(Crates.list)


class AsyncCrates(_Methods[core.Async]):
    """`client.crates` of an `AsyncDepot`."""

    picture = core.child(lambda: resources.AsyncCratesPicture)
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
