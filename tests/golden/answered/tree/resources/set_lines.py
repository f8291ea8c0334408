"""The calls of `client.set.lines`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_LIST = core.Operation("GET /set/lines", response=lambda: list[models.Order])


class SetLines(core.Resource):
    """`client.set.lines` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Order]:
        """Call `GET /set/lines`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    """The same methods with other results."""

    list = core.method(SetLines.list)


class AsyncSetLines(_Methods[core.Async]):
    """`client.set.lines` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
