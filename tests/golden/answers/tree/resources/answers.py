"""The calls of `client.answers`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import answers as _answers, events as _events, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

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

    with_raw_response = core.view(lambda: AnswersWithRawResponse)
    with_streaming_response = core.view(lambda: AnswersWithStreamingResponse)

    def create(
        self, *, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Whole | _events.EventStream[models.Part]:
        """Call `POST /answers`."""
        return self._request(_CREATE, {"stream": stream}, options)


class AsyncAnswers(core.AsyncResource):
    """`client.answers` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: AsyncAnswersWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncAnswersWithStreamingResponse)

    create = _events.asynchronous(Answers.create)


class AnswersWithRawResponse(core.View):
    create = core.raw(Answers.create)


class AnswersWithStreamingResponse(core.View):
    create = core.streaming(Answers.create)


class AsyncAnswersWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncAnswers.create)


class AsyncAnswersWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncAnswers.create)
