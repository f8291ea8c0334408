"""The calls of `client.either`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /either", response=lambda: models.Order | models.Problem)


class Either(core.Resource):
    """`client.either` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Order | models.Problem:
        """Call `GET /either`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Either.retrieve)


class AsyncEither(_Methods[core.Async]):
    """`client.either` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
