"""The calls of `client.transcriptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import _runtime as core, models, params
from .._runtime import (
    Omit,
    RequestOptions,
    events as _events,
    multipart,
    omit,
    switches as _switches,
)
from .._runtime.content import FileTypes

_CREATE = core.Operation(
    "POST /transcriptions",
    params=lambda: params.CreateTranscriptionParams,
    body=multipart.MultipartBody(parts={"file": multipart.Part(is_file=True)}),
    response=lambda: models.Message,
)
_CREATE__STREAM = _switches.streamed(
    _CREATE, "stream", answer=_events.Events(lambda: models.Delta), accept="text/event-stream"
)


class Transcriptions(core.Resource):
    """`client.transcriptions` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @overload
    def create(
        self,
        *,
        file: FileTypes,
        stream: Literal[False] | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Message: ...
    @overload
    def create(
        self, *, file: FileTypes, stream: Literal[True], **options: Unpack[RequestOptions]
    ) -> _events.EventStream[models.Delta]: ...
    @overload
    def create(
        self,
        *,
        file: FileTypes,
        stream: bool | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Message | _events.EventStream[models.Delta]: ...
    def create(
        self,
        *,
        file: FileTypes,
        stream: bool | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Message | _events.EventStream[models.Delta]:
        """Call `POST /transcriptions`.

        Args:
            stream: (default False)
        """
        return self._request(
            _CREATE__STREAM.asked(stream, options), options, file=file, stream=stream
        )


if TYPE_CHECKING:

    class _CreateWays:
        """The ways to call `Transcriptions.create`."""

        def whole(
            self,
            *,
            file: FileTypes,
            stream: Literal[False] | Omit | None = omit,
            **options: Unpack[RequestOptions],
        ) -> models.Message: ...
        def stream(
            self, *, file: FileTypes, stream: Literal[True], **options: Unpack[RequestOptions]
        ) -> _events.EventStream[models.Delta]: ...
        def either(
            self,
            *,
            file: FileTypes,
            stream: bool | Omit | None = omit,
            **options: Unpack[RequestOptions],
        ) -> models.Message | _events.EventStream[models.Delta]: ...


class _Methods(core.Methods[core.Kind]):
    create = _switches.method(
        Transcriptions.create,
        lambda: (
            core.method(_CreateWays.whole),
            _events.method(_CreateWays.stream),
            _CreateWays.either,
        ),
    )


class AsyncTranscriptions(_Methods[core.Async]):
    """`client.transcriptions` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
