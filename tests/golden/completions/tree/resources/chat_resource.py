"""The calls of `client.chat`."""

from __future__ import annotations

from .. import _runtime as core, resources


class ChatResource(core.Resource):
    """`client.chat` of a `Completions`."""

    completions = core.child(lambda: resources.ChatCompletions)


class AsyncChatResource(core.Resource):
    """`client.chat` of an `AsyncCompletions`."""

    completions = core.child(lambda: resources.AsyncChatCompletions)
