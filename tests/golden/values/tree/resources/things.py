"""The calls of `client.things`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /things",
    params=lambda: params.CreateThingParams,
    body=core.JsonBody(),
    response=lambda: models.Thing,
    errors={"default": lambda: models.Problem},
)
_LIST = core.Operation(
    "GET /things",
    params=lambda: params.ListThingsParams,
    locations={"page": core.Query("page")},
    response=lambda: models.ListThingsPage,
    page=core.PageNumber(argument="page"),
)


class Things(core.Resource):
    """`client.things` of a `Values`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, name: str | Omit = omit, **options: Unpack[RequestOptions]) -> models.Thing:
        """Call `POST /things`."""
        return self._request(_CREATE, options, name=name)

    def list(
        self, *, page: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListThingsPage:
        """Call `GET /things`."""
        return self._request(_LIST, options, page=page)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Things.create)
    list = core.paginated(Things.list, lambda: models.AsyncListThingsPage)


class AsyncThings(_Methods[core.Async]):
    """`client.things` of an `AsyncValues`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
