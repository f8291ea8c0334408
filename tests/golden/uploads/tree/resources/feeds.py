"""The calls of `client.feeds`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions, bodies

_CREATE = core.Operation(
    "POST /feeds",
    params=lambda: params.CreateFeedParams,
    body=bodies.RawBody("body", "application/xml"),
)


class Feeds(core.Resource):
    """`client.feeds` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, body: bytes | str, **options: Unpack[RequestOptions]) -> None:
        """Call `POST /feeds`."""
        done: None = self._request(_CREATE, options, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Feeds.create)


class AsyncFeeds(_Methods[core.Async]):
    """`client.feeds` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
