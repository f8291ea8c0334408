"""The calls of `client.pets`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import RequestOptions, parameters

_CREATE = core.Operation(
    "POST /pets",
    params=lambda: params.CreatePetParams,
    body=parameters.WholeJsonBody("body"),
    response=lambda: models.Pet,
)
_LIST = core.Operation("GET /pets", response=lambda: list[models.Pet])


class Pets(core.Resource):
    """`client.pets` of an `Unions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, body: params.Pet, **options: Unpack[RequestOptions]) -> models.Pet:
        """Call `POST /pets`.

        Args:
            body: A pet of some kind.
        """
        return self._request(_CREATE, options, body=body)

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Pet]:
        """Call `GET /pets`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Pets.create)
    list = core.method(Pets.list)


class AsyncPets(_Methods[core.Async]):
    """`client.pets` of an `AsyncUnions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
