"""The calls of `client.things`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /things",
    params=lambda: params.CreateThingParams,
    body=core.JsonBody(),
    response=lambda: models.Thing,
)


class Things(core.Resource):
    """`client.things` of a `Nullable`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        plain: str | Omit | None = omit,
        beside_ref: params.Part | core.Model | Omit | None = omit,
        beside_all_of: params.Part | core.Model | Omit | None = omit,
        merged: params.ThingMerged | core.Model | Omit | None = omit,
        by_itself: params.Maybe | core.Model | Omit | None = omit,
        either: params.Part | str | core.Model | Omit | None = omit,
        level: Literal["low", "high"] | Omit | None = omit,
        items: Sequence[int | None] | Omit | None = omit,
        above: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Thing:
        """Call `POST /things`.

        Args:
            beside_all_of: One or none.
        """
        return self._request(
            _CREATE,
            options,
            plain=plain,
            beside_ref=beside_ref,
            beside_all_of=beside_all_of,
            merged=merged,
            by_itself=by_itself,
            either=either,
            level=level,
            items=items,
            above=above,
        )


class _Methods(core.Methods[core.Kind]):
    create = core.method(Things.create)


class AsyncThings(_Methods[core.Async]):
    """`client.things` of an `AsyncNullable`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
