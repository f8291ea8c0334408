"""The calls of `client.files_search`."""

from __future__ import annotations

from .. import _runtime as core, params

TYPE_CHECKING = False
if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import RequestOptions

_SEARCH_FILES = core.Operation(
    "QUERY /files",
    params=lambda: params.SearchFilesParams,
    body=core.JsonBody(),
    response=lambda: list[str],
)


class FilesSearch(core.Resource):
    """`client.files_search` of a `Paths`."""

    with_raw_response = core.view(lambda: FilesSearchWithRawResponse)
    with_streaming_response = core.view(lambda: FilesSearchWithStreamingResponse)

    def search_files(self, *, text: str, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `QUERY /files#search`."""
        return self._request(_SEARCH_FILES, {"text": text}, options)


class AsyncFilesSearch(core.AsyncResource):
    """`client.files_search` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: AsyncFilesSearchWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncFilesSearchWithStreamingResponse)

    search_files = core.asynchronous(FilesSearch.search_files)


class FilesSearchWithRawResponse(core.View):
    search_files = core.raw(FilesSearch.search_files)


class FilesSearchWithStreamingResponse(core.View):
    search_files = core.streaming(FilesSearch.search_files)


class AsyncFilesSearchWithRawResponse(core.AsyncView):
    search_files = core.async_raw(AsyncFilesSearch.search_files)


class AsyncFilesSearchWithStreamingResponse(core.AsyncView):
    search_files = core.async_streaming(AsyncFilesSearch.search_files)
