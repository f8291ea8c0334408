"""The calls of `client.jobs.archive`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, downloads as _downloads

_RETRIEVE = core.Operation(
    "GET /jobs/{id}/archive", answer=_downloads.File(), accept="application/zip"
)


class JobsArchive(core.Resource):
    """`client.jobs.archive` of an `Answers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> _downloads.Download:
        """Call `GET /jobs/{id}/archive`."""
        return self._request(_RETRIEVE, options, id=id)


class _Methods(core.Methods[core.Kind]):
    retrieve = _downloads.responses(core.method(JobsArchive.retrieve))


class AsyncJobsArchive(_Methods[core.Async]):
    """`client.jobs.archive` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
