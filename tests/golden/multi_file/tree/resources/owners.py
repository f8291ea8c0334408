"""The calls of `client.owners`."""

from __future__ import annotations

from typing import Annotated

from .. import _runtime as core, models
from .._runtime.tagged import TaggedBy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /owners/{name}",
    response=lambda: Annotated[
        models.Person | models.Shelter,
        TaggedBy("kind", {"person": models.Person, "shelter": models.Shelter}),
    ],
)


class Owners(core.Resource):
    """`client.owners` of a `MultiFile`."""

    with_raw_response = core.view(lambda: OwnersWithRawResponse)
    with_streaming_response = core.view(lambda: OwnersWithStreamingResponse)

    def retrieve(
        self, name: str, **options: Unpack[RequestOptions]
    ) -> models.Person | models.Shelter:
        """Call `GET /owners/{name}`.

        Args:
            name: What the owner is called.
        """
        return self._request(_RETRIEVE, {"name": name}, options)


class AsyncOwners(core.AsyncResource):
    """`client.owners` of an `AsyncMultiFile`."""

    with_raw_response = core.view(lambda: AsyncOwnersWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncOwnersWithStreamingResponse)

    retrieve = core.asynchronous(Owners.retrieve)


class OwnersWithRawResponse(core.View):
    retrieve = core.raw(Owners.retrieve)


class OwnersWithStreamingResponse(core.View):
    retrieve = core.streaming(Owners.retrieve)


class AsyncOwnersWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncOwners.retrieve)


class AsyncOwnersWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncOwners.retrieve)
