"""The calls of `client.rooms`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, numbered_pages, omit

_LIST = core.Operation(
    "GET /rooms",
    params=lambda: params.ListRoomsParams,
    locations={"page": core.Query("page")},
    response=lambda: models.ListRoomsPage2,
    page=numbered_pages.Counted(argument="page.number"),
)


class Rooms(core.Resource):
    """`client.rooms` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, page: params.ListRoomsPage | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListRoomsPage2:
        """Call `GET /rooms`."""
        return self._request(_LIST, options, page=page)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Rooms.list, lambda: models.AsyncListRoomsPage2)


class AsyncRooms(_Methods[core.Async]):
    """`client.rooms` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
