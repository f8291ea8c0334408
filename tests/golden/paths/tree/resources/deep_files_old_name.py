"""The calls of `client.deep.files.old_name`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit

_LIST = core.Operation(
    "GET /files/old%20name?deep=true",
    params=lambda: params.OldFilesParams,
    locations={"at": core.Query("at")},
    response=lambda: list[str],
)


class DeepFilesOldName(core.Resource):
    """`client.deep.files.old_name` of a `Paths`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, at: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> builtins.list[str]:
        """Call `GET /files/old name?deep=true&at={at}`."""
        return self._request(_LIST, options, at=at)


class _Methods(core.Methods[core.Kind]):
    list = core.method(DeepFilesOldName.list)


class AsyncDeepFilesOldName(_Methods[core.Async]):
    """`client.deep.files.old_name` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
