"""The calls of `client.answers`."""

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
    "POST /answers",
    params=lambda: params.CreateAnswerParams,
    body=core.JsonBody(),
    answer=_answers.OneOf(
        _answers.Json(lambda: models.Whole, "200"), _events.Events(lambda: models.Part, "200")
    ),
    accept="application/json, text/event-stream",
)


class Answers(core.Resource):
    """`client.answers` of an `Answers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self, *, detailed: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Whole | _events.EventStream[models.Part]:
        """Call `POST /answers`."""
        return self._request(_CREATE, options, detailed=detailed)


class _Methods(core.Methods[core.Kind]):
    create = _streams.either(
        Answers.create, lambda: cast("models.Whole | _events.AsyncEventStream[models.Part]", None)
    )


class AsyncAnswers(_Methods[core.Async]):
    """`client.answers` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
