"""The calls of `client.messages`."""

# Other methods are made of a deprecated one here; it is not called.
# pyright: reportDeprecated=false
# mypy: disable-error-code="deprecated"

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Unpack, overload

from .. import _runtime as core, models, params
from .._runtime import (
    Omit,
    RequestOptions,
    deprecation,
    events as _events,
    omit,
    switches as _switches,
)
from .._runtime.tagged import TaggedBy

_CREATE = core.Operation(
    "POST /messages",
    params=lambda: params.CreateMessageParams,
    body=core.JsonBody(),
    response=lambda: models.Message,
)
_CREATE__STREAM = _switches.streamed(
    _CREATE,
    "stream",
    answer=_events.Events(
        lambda: Annotated[
            models.Start | models.Delta,
            TaggedBy("type", {"start": models.Start, "delta": models.Delta}),
        ]
    ),
    accept="text/event-stream",
)


class Messages(core.Resource):
    """`client.messages` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @overload
    @deprecation.deprecated("messages.create is deprecated")
    def create(
        self,
        *,
        prompt: str,
        stream: Literal[False] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Message: ...
    @overload
    @deprecation.deprecated("messages.create is deprecated")
    def create(
        self, *, prompt: str, stream: Literal[True], **options: Unpack[RequestOptions]
    ) -> _events.EventStream[models.Start | models.Delta]: ...
    @overload
    @deprecation.deprecated("messages.create is deprecated")
    def create(
        self, *, prompt: str, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Start | models.Delta]: ...
    @deprecation.deprecated("messages.create is deprecated")
    def create(
        self, *, prompt: str, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Start | models.Delta]:
        """Call `POST /messages`.

        Deprecated: the document marks this operation so.
        """
        return self._request(
            _CREATE__STREAM.asked(stream, options), options, prompt=prompt, stream=stream
        )


if TYPE_CHECKING:

    class _CreateWays:
        """The ways to call `Messages.create`."""

        def whole(
            self,
            *,
            prompt: str,
            stream: Literal[False] | Omit = omit,
            **options: Unpack[RequestOptions],
        ) -> models.Message: ...
        def stream(
            self, *, prompt: str, stream: Literal[True], **options: Unpack[RequestOptions]
        ) -> _events.EventStream[models.Start | models.Delta]: ...
        def either(
            self, *, prompt: str, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
        ) -> models.Message | _events.EventStream[models.Start | models.Delta]: ...


class _Methods(core.Methods[core.Kind]):
    create = _switches.method(
        Messages.create,
        lambda: (
            core.method(_CreateWays.whole),
            _events.method(_CreateWays.stream),
            _CreateWays.either,
        ),
    )


class AsyncMessages(_Methods[core.Async]):
    """`client.messages` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
