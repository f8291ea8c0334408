"""The calls of `client.values`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_UPDATE = core.Operation(
    "PUT /values",
    params=lambda: params.PutValueParams,
    body=places.WholeJsonBody("body"),
    response=lambda: models.JsonValue,
)


class Values(core.Resource):
    """`client.values` of a `Recursion`."""

    with_raw_response = core.view(lambda: ValuesWithRawResponse)
    with_streaming_response = core.view(lambda: ValuesWithStreamingResponse)

    def update(
        self, *, body: params.JsonValue, **options: Unpack[RequestOptions]
    ) -> models.JsonValue:
        """Call `PUT /values`.

        Args:
            body: Any JSON value.
        """
        return self._request(_UPDATE, {"body": body}, options)


class AsyncValues(core.AsyncResource):
    """`client.values` of an `AsyncRecursion`."""

    with_raw_response = core.view(lambda: AsyncValuesWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncValuesWithStreamingResponse)

    update = core.asynchronous(Values.update)


class ValuesWithRawResponse(core.View):
    update = core.raw(Values.update)


class ValuesWithStreamingResponse(core.View):
    update = core.streaming(Values.update)


class AsyncValuesWithRawResponse(core.AsyncView):
    update = core.async_raw(AsyncValues.update)


class AsyncValuesWithStreamingResponse(core.AsyncView):
    update = core.async_streaming(AsyncValues.update)
