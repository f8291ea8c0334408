"""The calls of `client.parcels.copies`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit

_RETRIEVE = core.Operation(
    "GET /parcels/{code}/copies/{code}",
    params=lambda: params.GetCopyParams,
    locations={"query_code": core.Query("code")},
)


class ParcelsCopies(core.Resource):
    """`client.parcels.copies` of a `Sent`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self, code: str, *, query_code: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /parcels/{code}/copies/{code}`."""
        done: None = self._request(_RETRIEVE, options, code=code, query_code=query_code)
        return done


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ParcelsCopies.retrieve)


class AsyncParcelsCopies(_Methods[core.Async]):
    """`client.parcels.copies` of an `AsyncSent`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
