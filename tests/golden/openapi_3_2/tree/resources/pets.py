"""The calls of `client.pets`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import RequestOptions, parameters

_CREATE = core.Operation(
    "POST /pets",
    params=lambda: params.CreatePetParams,
    body=parameters.WholeJsonBody("body"),
    response=lambda: models.Pet,
)


class Pets(core.Resource):
    """`client.pets` of a `New`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, body: params.Pet, **options: Unpack[RequestOptions]) -> models.Pet:
        """Call `POST /pets`."""
        return self._request(_CREATE, options, body=body)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Pets.create)


class AsyncPets(_Methods[core.Async]):
    """`client.pets` of an `AsyncNew`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
