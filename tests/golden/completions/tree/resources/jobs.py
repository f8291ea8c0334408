"""The calls of `client.jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, cast, overload

from .. import _runtime as core, models, params
from .._runtime import (
    Omit,
    RequestOptions,
    answers as _answers,
    events as _events,
    omit,
    streams as _streams,
    switches as _switches,
)

_CREATE = core.Operation(
    "POST /jobs",
    params=lambda: params.CreateJobParams,
    body=core.JsonBody(),
    answer=_answers.OneOf(
        _answers.Json(lambda: models.Message, "200"), _answers.Json(lambda: models.Ticket, "202")
    ),
)
_CREATE__STREAM = _switches.streamed(
    _CREATE,
    "is_streaming",
    answer=_answers.OneOf(
        _events.Events(lambda: models.Delta, "200"), _answers.Json(lambda: models.Ticket, "202")
    ),
    accept="text/event-stream",
)


class Jobs(core.Resource):
    """`client.jobs` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @overload
    def create(
        self, *, is_streaming: Literal[False] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | models.Ticket: ...
    @overload
    def create(
        self, *, is_streaming: Literal[True], **options: Unpack[RequestOptions]
    ) -> _events.EventStream[models.Delta] | models.Ticket: ...
    @overload
    def create(
        self, *, is_streaming: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Delta] | models.Ticket: ...
    def create(
        self, *, is_streaming: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Delta] | models.Ticket:
        """Call `POST /jobs`.

        Returns:
            200: `models.Message` or `EventStream[models.Delta]`.
            202: `models.Ticket`.
        """
        return self._request(
            _CREATE__STREAM.asked(is_streaming, options), options, is_streaming=is_streaming
        )


if TYPE_CHECKING:

    class _CreateWays:
        """The ways to call `Jobs.create`."""

        def whole(
            self, *, is_streaming: Literal[False] | Omit = omit, **options: Unpack[RequestOptions]
        ) -> models.Message | models.Ticket: ...
        def stream(
            self, *, is_streaming: Literal[True], **options: Unpack[RequestOptions]
        ) -> _events.EventStream[models.Delta] | models.Ticket: ...
        def either(
            self, *, is_streaming: bool | Omit = omit, **options: Unpack[RequestOptions]
        ) -> models.Message | _events.EventStream[models.Delta] | models.Ticket: ...


class _Methods(core.Methods[core.Kind]):
    create = _switches.method(
        Jobs.create,
        lambda: (
            core.method(_CreateWays.whole),
            _streams.either(
                _CreateWays.stream,
                lambda: cast("_events.AsyncEventStream[models.Delta] | models.Ticket", None),
            ),
            _CreateWays.either,
        ),
    )


class AsyncJobs(_Methods[core.Async]):
    """`client.jobs` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
