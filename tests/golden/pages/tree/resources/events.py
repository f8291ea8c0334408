"""The calls of `client.events`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, cursors, omit

_LIST = core.Operation(
    "GET /events",
    params=lambda: params.ListEventsParams,
    locations={"cursor": core.Query("cursor")},
    response=lambda: models.ListEventsPage,
    page=cursors.HeaderCursor(argument="cursor", header="X-Next-Cursor"),
)


class Events(core.Resource):
    """`client.events` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, cursor: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListEventsPage:
        """Call `GET /events`.

        Headers:
            X-Next-Cursor
        """
        return self._request(_LIST, options, cursor=cursor)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Events.list, lambda: models.AsyncListEventsPage)


class AsyncEvents(_Methods[core.Async]):
    """`client.events` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
