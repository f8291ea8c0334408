"""The calls of `client.visits`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import RequestOptions, parameters

_CREATE = core.Operation(
    "POST /visits",
    params=lambda: params.CreateVisitParams,
    body=parameters.WholeJsonBody("body"),
    response=lambda: models.Visit,
)


class Visits(core.Resource):
    """`client.visits` of an `Unions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, body: params.AnyVisitor, **options: Unpack[RequestOptions]) -> models.Visit:
        """Call `POST /visits`.

        Args:
            body: Only the base has the discriminator.
        """
        return self._request(_CREATE, options, body=body)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Visits.create)


class AsyncVisits(_Methods[core.Async]):
    """`client.visits` of an `AsyncUnions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
