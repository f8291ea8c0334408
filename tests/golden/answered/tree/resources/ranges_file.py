"""The calls of `client.ranges.file`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, downloads as _downloads

_RETRIEVE = core.Operation("GET /ranges/file", answer=_downloads.File(), accept="application/*")


class RangesFile(core.Resource):
    """`client.ranges.file` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> _downloads.Download:
        """Call `GET /ranges/file`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = _downloads.responses(core.method(RangesFile.retrieve))


class AsyncRangesFile(_Methods[core.Async]):
    """`client.ranges.file` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
