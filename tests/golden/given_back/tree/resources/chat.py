"""The calls of `client.chat`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /chat",
    params=lambda: params.ChatParams,
    body=core.JsonBody(),
    response=lambda: models.Reply,
)


class Chat(core.Resource):
    """`client.chat` of a `GivenBack`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        messages: Sequence[
            params.SystemMessage | params.UserMessage | params.AssistantMessage | core.Model
        ],
        numbers: Sequence[int] | Omit = omit,
        labels: Mapping[str, str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Reply:
        """Call `POST /chat`."""
        return self._request(_CREATE, options, messages=messages, numbers=numbers, labels=labels)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Chat.create)


class AsyncChat(_Methods[core.Async]):
    """`client.chat` of an `AsyncGivenBack`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
