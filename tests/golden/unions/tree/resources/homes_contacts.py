"""The calls of `client.homes.contacts`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /homes/{id}/contacts",
    params=lambda: params.CreateContactParams,
    body=core.JsonBody(required=False),
)


class HomesContacts(core.Resource):
    """`client.homes.contacts` of an `Unions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        id: str,
        *,
        contact: params.ContactMail | params.ContactCall | core.Model | str | Omit | None = omit,
        others: Sequence[params.ContactMail | params.ContactCall | core.Model] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /homes/{id}/contacts`."""
        done: None = self._request(_CREATE, options, id=id, contact=contact, others=others)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(HomesContacts.create)


class AsyncHomesContacts(_Methods[core.Async]):
    """`client.homes.contacts` of an `AsyncUnions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
