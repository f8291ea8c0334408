"""The calls of `client.pets`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_LIST = core.Operation("GET /pets", response=lambda: list[models.Pet])


class Pets(core.Resource):
    """`client.pets` of a `MultiFile`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Pet]:
        """Call `GET /pets`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    list = core.method(Pets.list)


class AsyncPets(_Methods[core.Async]):
    """`client.pets` of an `AsyncMultiFile`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
