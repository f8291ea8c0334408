"""The calls of `client.users`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_LIST = core.Operation(
    "GET /users",
    params=lambda: params.ListUsersParams,
    locations={"page": core.Query("page"), "limit": core.Query("limit")},
    response=lambda: models.ListUsersPage,
    page=core.PageNumber(argument="page", number="page", total="pages"),
)


class Users(core.Resource):
    """`client.users` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self,
        *,
        page: float | Omit = omit,
        limit: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListUsersPage:
        """Call `GET /users`.

        Args:
            page: (default 1)
            limit: (default 10)
        """
        return self._request(_LIST, options, page=page, limit=limit)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Users.list, lambda: models.AsyncListUsersPage)


class AsyncUsers(_Methods[core.Async]):
    """`client.users` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
