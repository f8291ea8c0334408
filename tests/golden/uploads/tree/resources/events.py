"""The calls of `client.events`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions, bodies

_CREATE = core.Operation(
    "POST /events",
    params=lambda: params.CreateEventsParams,
    body=bodies.LinesBody("body", "application/x-ndjson"),
)


class Events(core.Resource):
    """`client.events` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        body: Sequence[params.CreateEventsRequest | core.Model],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /events`."""
        done: None = self._request(_CREATE, options, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Events.create)


class AsyncEvents(_Methods[core.Async]):
    """`client.events` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
