"""The calls of `client.rides.all`."""

from __future__ import annotations

import builtins
from typing import Annotated, Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions
from .._runtime.enum_unions import ByEnums

_LIST = core.Operation(
    "GET /rides/all", response=lambda: list[Annotated[models.Car | models.Bus, ByEnums()]]
)


class RidesAll(core.Resource):
    """`client.rides.all` of a `Values`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Car | models.Bus]:
        """Call `GET /rides/all`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    list = core.method(RidesAll.list)


class AsyncRidesAll(_Methods[core.Async]):
    """`client.rides.all` of an `AsyncValues`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
