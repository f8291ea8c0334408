"""The calls of `client.set.not_`."""

from __future__ import annotations

from typing import Unpack, cast

from .. import _runtime as core, models, params
from .._runtime import (
    Omit,
    RequestOptions,
    answers as _answers,
    events as _events,
    omit,
    streams as _streams,
)

_CREATE = core.Operation(
    "POST /set/not",
    params=lambda: params.SetNotParams,
    body=core.JsonBody(),
    answer=_answers.OneOf(
        _answers.Json(lambda: models.Message, "200"), _events.Events(lambda: models.Delta, "200")
    ),
    accept="application/json, text/event-stream",
)


class SetNot(core.Resource):
    """`client.set.not_` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self, *, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _events.EventStream[models.Delta]:
        """Call `POST /set/not`."""
        return self._request(_CREATE, options, stream=stream)


class _Methods(core.Methods[core.Kind]):
    create = _streams.either(
        SetNot.create, lambda: cast("models.Message | _events.AsyncEventStream[models.Delta]", None)
    )


class AsyncSetNot(_Methods[core.Async]):
    """`client.set.not_` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
