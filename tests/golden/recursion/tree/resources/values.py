"""The calls of `client.values`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import RequestOptions, parameters

_UPDATE = core.Operation(
    "PUT /values",
    params=lambda: params.PutValueParams,
    body=parameters.WholeJsonBody("body"),
    response=lambda: models.JsonValue,
)


class Values(core.Resource):
    """`client.values` of a `Recursion`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def update(
        self, *, body: params.JsonValue, **options: Unpack[RequestOptions]
    ) -> models.JsonValue:
        """Call `PUT /values`.

        Args:
            body: Any JSON value.
        """
        return self._request(_UPDATE, options, body=body)


class _Methods(core.Methods[core.Kind]):
    update = core.method(Values.update)


class AsyncValues(_Methods[core.Async]):
    """`client.values` of an `AsyncRecursion`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
