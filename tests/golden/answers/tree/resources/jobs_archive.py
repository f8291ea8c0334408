"""The calls of `client.jobs.archive`."""

from __future__ import annotations

from .. import _runtime as core
from .._runtime import downloads as _downloads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /jobs/{id}/archive", answer=_downloads.File(), accept="application/zip"
)


class JobsArchive(core.Resource):
    """`client.jobs.archive` of an `Answers`."""

    with_raw_response = core.view(lambda: JobsArchiveWithRawResponse)
    with_streaming_response = core.view(lambda: JobsArchiveWithStreamingResponse)

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> _downloads.Download:
        """Call `GET /jobs/{id}/archive`."""
        return self._request(_RETRIEVE, {"id": id}, options)


class AsyncJobsArchive(core.AsyncResource):
    """`client.jobs.archive` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: AsyncJobsArchiveWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncJobsArchiveWithStreamingResponse)

    retrieve = core.asynchronous(JobsArchive.retrieve)


class JobsArchiveWithRawResponse(core.View):
    retrieve = core.raw(JobsArchive.retrieve)


class JobsArchiveWithStreamingResponse(core.View):
    retrieve = _downloads.streaming(JobsArchive.retrieve)


class AsyncJobsArchiveWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncJobsArchive.retrieve)


class AsyncJobsArchiveWithStreamingResponse(core.AsyncView):
    retrieve = _downloads.async_streaming(AsyncJobsArchive.retrieve)
