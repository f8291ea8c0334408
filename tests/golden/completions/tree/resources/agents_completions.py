"""The calls of `client.agents.completions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import _runtime as core, models, params
from .._runtime import RequestOptions, events as _events, switches as _switches

_CREATE = core.Operation(
    "POST /agents/{agent_id}/completions",
    params=lambda: params.CreateAgentCompletionParams,
    body=core.JsonBody(),
    response=lambda: models.Chat,
)
_CREATE__STREAM = _switches.streamed(
    _CREATE, "stream", answer=_events.Events(lambda: models.ChatChunk), accept="text/event-stream"
)


class AgentsCompletions(core.Resource):
    """`client.agents.completions` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @overload
    def create(
        self, agent_id: str, *, stream: Literal[False], **options: Unpack[RequestOptions]
    ) -> models.Chat: ...
    @overload
    def create(
        self, agent_id: str, *, stream: Literal[True], **options: Unpack[RequestOptions]
    ) -> _events.EventStream[models.ChatChunk]: ...
    @overload
    def create(
        self, agent_id: str, *, stream: bool, **options: Unpack[RequestOptions]
    ) -> models.Chat | _events.EventStream[models.ChatChunk]: ...
    def create(
        self, agent_id: str, *, stream: bool, **options: Unpack[RequestOptions]
    ) -> models.Chat | _events.EventStream[models.ChatChunk]:
        """Call `POST /agents/{agent_id}/completions`.

        Args:
            stream: Whether to stream.
        """
        return self._request(
            _CREATE__STREAM.asked(stream, options), options, agent_id=agent_id, stream=stream
        )


if TYPE_CHECKING:

    class _CreateWays:
        """The ways to call `AgentsCompletions.create`."""

        def whole(
            self, agent_id: str, *, stream: Literal[False], **options: Unpack[RequestOptions]
        ) -> models.Chat: ...
        def stream(
            self, agent_id: str, *, stream: Literal[True], **options: Unpack[RequestOptions]
        ) -> _events.EventStream[models.ChatChunk]: ...
        def either(
            self, agent_id: str, *, stream: bool, **options: Unpack[RequestOptions]
        ) -> models.Chat | _events.EventStream[models.ChatChunk]: ...


class _Methods(core.Methods[core.Kind]):
    create = _switches.method(
        AgentsCompletions.create,
        lambda: (
            core.method(_CreateWays.whole),
            _events.method(_CreateWays.stream),
            _CreateWays.either,
        ),
    )


class AsyncAgentsCompletions(_Methods[core.Async]):
    """`client.agents.completions` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
