"""The calls of `client.chat.completions`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, events as _events, omit, switches as _switches

_CREATE = core.Operation(
    "POST /chat/completions",
    params=lambda: params.CreateChatCompletionParams,
    body=core.JsonBody(),
    response=lambda: models.Chat,
)
_CREATE__STREAM = _switches.streamed(
    _CREATE, "stream", answer=_events.Events(lambda: models.ChatChunk), accept="text/event-stream"
)


class ChatCompletions(core.Resource):
    """`client.chat.completions` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @overload
    def create(
        self,
        *,
        model: str,
        messages: Sequence[params.ChatRequestMessagesItem | core.Model],
        temperature: float | Omit = omit,
        stream: Literal[False] | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Chat: ...
    @overload
    def create(
        self,
        *,
        model: str,
        messages: Sequence[params.ChatRequestMessagesItem | core.Model],
        temperature: float | Omit = omit,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> _events.EventStream[models.ChatChunk]: ...
    @overload
    def create(
        self,
        *,
        model: str,
        messages: Sequence[params.ChatRequestMessagesItem | core.Model],
        temperature: float | Omit = omit,
        stream: bool | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Chat | _events.EventStream[models.ChatChunk]: ...
    def create(
        self,
        *,
        model: str,
        messages: Sequence[params.ChatRequestMessagesItem | core.Model],
        temperature: float | Omit = omit,
        stream: bool | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Chat | _events.EventStream[models.ChatChunk]:
        """Call `POST /chat/completions`.

        Args:
            stream: Whether the answer comes in chunks (default False).
        """
        return self._request(
            _CREATE__STREAM.asked(stream, options),
            options,
            model=model,
            messages=messages,
            temperature=temperature,
            stream=stream,
        )


if TYPE_CHECKING:

    class _CreateWays:
        """The ways to call `ChatCompletions.create`."""

        def whole(
            self,
            *,
            model: str,
            messages: Sequence[params.ChatRequestMessagesItem | core.Model],
            temperature: float | Omit = omit,
            stream: Literal[False] | Omit | None = omit,
            **options: Unpack[RequestOptions],
        ) -> models.Chat: ...
        def stream(
            self,
            *,
            model: str,
            messages: Sequence[params.ChatRequestMessagesItem | core.Model],
            temperature: float | Omit = omit,
            stream: Literal[True],
            **options: Unpack[RequestOptions],
        ) -> _events.EventStream[models.ChatChunk]: ...
        def either(
            self,
            *,
            model: str,
            messages: Sequence[params.ChatRequestMessagesItem | core.Model],
            temperature: float | Omit = omit,
            stream: bool | Omit | None = omit,
            **options: Unpack[RequestOptions],
        ) -> models.Chat | _events.EventStream[models.ChatChunk]: ...


class _Methods(core.Methods[core.Kind]):
    create = _switches.method(
        ChatCompletions.create,
        lambda: (
            core.method(_CreateWays.whole),
            _events.method(_CreateWays.stream),
            _CreateWays.either,
        ),
    )


class AsyncChatCompletions(_Methods[core.Async]):
    """`client.chat.completions` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
