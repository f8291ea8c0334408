"""The calls of `client.set.live`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, events as _events, omit, switches as _switches

_CREATE = core.Operation(
    "POST /set/live",
    params=lambda: params.SetLiveParams,
    body=core.JsonBody(),
    response=lambda: models.Message,
)
_CREATE__STREAM = _switches.streamed(
    _CREATE,
    "live",
    answer=_events.Events(lambda: models.Delta),
    accept="text/event-stream",
    is_default=True,
)


class SetLive(core.Resource):
    """`client.set.live` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @overload
    def create(
        self, *, live: Literal[False], **options: Unpack[RequestOptions]
    ) -> models.Message: ...
    @overload
    def create(
        self, *, live: Literal[True] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> _events.EventStream[models.Delta]: ...
    @overload
    def create(
        self, *, live: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Delta]: ...
    def create(
        self, *, live: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Delta]:
        """Call `POST /set/live`."""
        return self._request(_CREATE__STREAM.asked(live, options), options, live=live)


if TYPE_CHECKING:

    class _CreateWays:
        """The ways to call `SetLive.create`."""

        def whole(
            self, *, live: Literal[False], **options: Unpack[RequestOptions]
        ) -> models.Message: ...
        def stream(
            self, *, live: Literal[True] | Omit = omit, **options: Unpack[RequestOptions]
        ) -> _events.EventStream[models.Delta]: ...
        def either(
            self, *, live: bool | Omit = omit, **options: Unpack[RequestOptions]
        ) -> models.Message | _events.EventStream[models.Delta]: ...


class _Methods(core.Methods[core.Kind]):
    create = _switches.method(
        SetLive.create,
        lambda: (
            core.method(_CreateWays.whole),
            _events.method(_CreateWays.stream),
            _CreateWays.either,
        ),
    )


class AsyncSetLive(_Methods[core.Async]):
    """`client.set.live` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
