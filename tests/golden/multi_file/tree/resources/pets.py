"""The calls of `client.pets`."""

from __future__ import annotations

from .. import _runtime as core, models

TYPE_CHECKING = False
if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import RequestOptions

_LIST = core.Operation("GET /pets", response=lambda: list[models.Pet])


class Pets(core.Resource):
    """`client.pets` of a `MultiFile`."""

    with_raw_response = core.view(lambda: PetsWithRawResponse)
    with_streaming_response = core.view(lambda: PetsWithStreamingResponse)

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Pet]:
        """Call `GET /pets`."""
        return self._request(_LIST, {}, options)


class AsyncPets(core.AsyncResource):
    """`client.pets` of an `AsyncMultiFile`."""

    with_raw_response = core.view(lambda: AsyncPetsWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncPetsWithStreamingResponse)

    list = core.asynchronous(Pets.list)


class PetsWithRawResponse(core.View):
    list = core.raw(Pets.list)


class PetsWithStreamingResponse(core.View):
    list = core.streaming(Pets.list)


class AsyncPetsWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncPets.list)


class AsyncPetsWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncPets.list)
