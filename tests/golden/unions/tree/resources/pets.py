"""The calls of `client.pets`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation(
    "POST /pets",
    params=lambda: params.CreatePetParams,
    body=places.WholeJsonBody("body"),
    response=lambda: models.Pet,
)
_LIST = core.Operation("GET /pets", response=lambda: list[models.Pet])


class Pets(core.Resource):
    """`client.pets` of an `Unions`."""

    with_raw_response = core.view(lambda: PetsWithRawResponse)
    with_streaming_response = core.view(lambda: PetsWithStreamingResponse)

    def create(self, *, body: params.Pet, **options: Unpack[RequestOptions]) -> models.Pet:
        """Call `POST /pets`.

        Args:
            body: A pet of some kind.
        """
        return self._request(_CREATE, {"body": body}, options)

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Pet]:
        """Call `GET /pets`."""
        return self._request(_LIST, {}, options)


class AsyncPets(core.AsyncResource):
    """`client.pets` of an `AsyncUnions`."""

    with_raw_response = core.view(lambda: AsyncPetsWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncPetsWithStreamingResponse)

    create = core.asynchronous(Pets.create)
    list = core.asynchronous(Pets.list)


class PetsWithRawResponse(core.View):
    create = core.raw(Pets.create)
    list = core.raw(Pets.list)


class PetsWithStreamingResponse(core.View):
    create = core.streaming(Pets.create)
    list = core.streaming(Pets.list)


class AsyncPetsWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncPets.create)
    list = core.async_raw(AsyncPets.list)


class AsyncPetsWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncPets.create)
    list = core.async_streaming(AsyncPets.list)
