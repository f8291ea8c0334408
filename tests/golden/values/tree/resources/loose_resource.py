"""The calls of `client.loose`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /loose", response=lambda: models.Loose)


class LooseResource(core.Resource):
    """`client.loose` of a `Values`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Loose:
        """Call `GET /loose`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(LooseResource.retrieve)


class AsyncLooseResource(_Methods[core.Async]):
    """`client.loose` of an `AsyncValues`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
