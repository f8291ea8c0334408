"""The calls of `client.set.document`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /set/document", response=lambda: models.Order)


class SetDocument(core.Resource):
    """`client.set.document` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Order:
        """Call `GET /set/document`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(SetDocument.retrieve)


class AsyncSetDocument(_Methods[core.Async]):
    """`client.set.document` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
