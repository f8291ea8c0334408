"""The calls of `client.by_choice`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_choice", security=((), ("key",)))


class ByChoice(core.Resource):
    """`client.by_choice` of a `Credentials`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_choice`."""
        done: None = self._request(_RETRIEVE, options)
        return done


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ByChoice.retrieve)


class AsyncByChoice(_Methods[core.Async]):
    """`client.by_choice` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
