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

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def search_files(self, *, text: str, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `QUERY /files#search`."""
        return self._request(_SEARCH_FILES, {"text": text}, options)


class _Methods(core.Methods[core.Kind]):
    """The same methods with other results."""

    search_files = core.method(FilesSearch.search_files)


class AsyncFilesSearch(_Methods[core.Async]):
    """`client.files_search` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
