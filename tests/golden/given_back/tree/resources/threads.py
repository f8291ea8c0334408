"""The calls of `client.threads`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_RETRIEVE = core.Operation("GET /threads/{id}", response=lambda: models.Thread)
_UPDATE = core.Operation(
    "PUT /threads/{id}",
    params=lambda: params.PutThreadParams,
    body=core.JsonBody(),
    response=lambda: models.Thread,
)


class Threads(core.Resource):
    """`client.threads` of a `GivenBack`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> models.Thread:
        """Call `GET /threads/{id}`."""
        return self._request(_RETRIEVE, options, id=id)

    def update(
        self,
        id: str,
        *,
        title: str,
        owner: params.Owner | core.Model | Omit = omit,
        watchers: Sequence[params.Owner | core.Model] | Omit = omit,
        by_role: Mapping[str, params.Owner | core.Model] | Omit = omit,
        settings: params.ThreadSettings | core.Model | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Thread:
        """Call `PUT /threads/{id}`."""
        return self._request(
            _UPDATE,
            options,
            id=id,
            title=title,
            owner=owner,
            watchers=watchers,
            by_role=by_role,
            settings=settings,
        )


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Threads.retrieve)
    update = core.method(Threads.update)


class AsyncThreads(_Methods[core.Async]):
    """`client.threads` of an `AsyncGivenBack`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
