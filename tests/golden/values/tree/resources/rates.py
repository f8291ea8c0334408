"""The calls of `client.rates`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions, number_parsing

_RETRIEVE = core.Operation("GET /rates", response=lambda: models.Rate, loads=number_parsing.loads)


class Rates(core.Resource):
    """`client.rates` of a `Values`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Rate:
        """Call `GET /rates`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Rates.retrieve)


class AsyncRates(_Methods[core.Async]):
    """`client.rates` of an `AsyncValues`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
