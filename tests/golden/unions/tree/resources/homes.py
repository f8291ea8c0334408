"""The calls of `client.homes`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params, resources
from .._runtime import Omit, RequestOptions, omit

_RETRIEVE = core.Operation("GET /homes/{id}", response=lambda: models.Home)
_UPDATE = core.Operation(
    "PATCH /homes/{id}",
    params=lambda: params.UpdateHomeParams,
    body=core.JsonBody(required=False),
    response=lambda: models.Home,
)


class Homes(core.Resource):
    """`client.homes` of an `Unions`."""

    contacts = core.child(lambda: resources.HomesContacts)
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> models.Home:
        """Call `GET /homes/{id}`."""
        return self._request(_RETRIEVE, options, id=id)

    def update(
        self,
        id: str,
        *,
        name: str | Omit = omit,
        street: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Home:
        """Call `PATCH /homes/{id}`."""
        return self._request(_UPDATE, options, id=id, name=name, street=street)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Homes.retrieve)
    update = core.method(Homes.update)


class AsyncHomes(_Methods[core.Async]):
    """`client.homes` of an `AsyncUnions`."""

    contacts = core.child(lambda: resources.AsyncHomesContacts)
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
