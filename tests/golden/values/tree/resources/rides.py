"""The calls of `client.rides`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, resources
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /rides", response=lambda: models.Ride)


class Rides(core.Resource):
    """`client.rides` of a `Values`."""

    all = core.child(lambda: resources.RidesAll)
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Ride:
        """Call `GET /rides`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Rides.retrieve)


class AsyncRides(_Methods[core.Async]):
    """`client.rides` of an `AsyncValues`."""

    all = core.child(lambda: resources.AsyncRidesAll)
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
