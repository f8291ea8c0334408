"""The calls of `client.speech`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, events as _events, omit, switches as _switches

_CREATE = core.Operation(
    "POST /speech",
    params=lambda: params.CreateSpeechParams,
    body=core.JsonBody(required=False),
    response=lambda: models.Message,
)
_CREATE__STREAM = _switches.streamed(
    _CREATE, "stream", answer=_events.Events(lambda: models.Delta), accept="text/event-stream"
)


class Speech(core.Resource):
    """`client.speech` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @overload
    def create(
        self, *, stream: Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message: ...
    @overload
    def create(
        self, *, stream: Literal[True], **options: Unpack[RequestOptions]
    ) -> _events.EventStream[models.Delta]: ...
    @overload
    def create(
        self, *, stream: Literal[True] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Delta]: ...
    def create(
        self, *, stream: Literal[True] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Delta]:
        """Call `POST /speech`."""
        return self._request(_CREATE__STREAM.asked(stream, options), options, stream=stream)


if TYPE_CHECKING:

    class _CreateWays:
        """The ways to call `Speech.create`."""

        def whole(
            self, *, stream: Omit = omit, **options: Unpack[RequestOptions]
        ) -> models.Message: ...
        def stream(
            self, *, stream: Literal[True], **options: Unpack[RequestOptions]
        ) -> _events.EventStream[models.Delta]: ...
        def either(
            self, *, stream: Literal[True] | Omit = omit, **options: Unpack[RequestOptions]
        ) -> models.Message | _events.EventStream[models.Delta]: ...


class _Methods(core.Methods[core.Kind]):
    create = _switches.method(
        Speech.create,
        lambda: (
            core.method(_CreateWays.whole),
            _events.method(_CreateWays.stream),
            _CreateWays.either,
        ),
    )


class AsyncSpeech(_Methods[core.Async]):
    """`client.speech` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
