"""The calls of `client.files`."""

from __future__ import annotations

from .. import _runtime as core
from .._runtime import servers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /files", server=servers.at("https://files-{region}.servers.example/store")
)


class Files(core.Resource):
    """`client.files` of a `Servers`."""

    with_raw_response = core.view(lambda: FilesWithRawResponse)
    with_streaming_response = core.view(lambda: FilesWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /files`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncFiles(core.AsyncResource):
    """`client.files` of an `AsyncServers`."""

    with_raw_response = core.view(lambda: AsyncFilesWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncFilesWithStreamingResponse)

    retrieve = core.asynchronous(Files.retrieve)


class FilesWithRawResponse(core.View):
    retrieve = core.raw(Files.retrieve)


class FilesWithStreamingResponse(core.View):
    retrieve = core.streaming(Files.retrieve)


class AsyncFilesWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncFiles.retrieve)


class AsyncFilesWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncFiles.retrieve)
