"""The calls of `client.files`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit, parameters

_RETRIEVE = core.Operation("GET /files/{id}", response=lambda: str)
_LIST = core.Operation("GET /files", response=lambda: list[str])
_DELETE = core.Operation("DELETE /files/{name}")
_BATCH_GET = core.Operation("POST /files:batchGet", response=lambda: list[str])
_COPY_FILE = core.Operation(
    "COPY /files/{name}.json",
    params=lambda: params.CopyFileParams2,
    locations={"destination": parameters.Header("Destination"), "tag": core.Query("tag")},
)
_DOWNLOAD = core.Operation("GET /files/{id}:download", response=lambda: str)
_GET_FILES_NAME_JSON = core.Operation(
    "GET /files/{name}.json",
    params=lambda: params.GetFilesNameJsonParams,
    locations={"tag": core.Query("tag")},
    response=lambda: str,
)
_LIST_FILES_SLOWLY = core.Operation("GET /files/", response=lambda: list[str])
_LIST_FILES_SLOWLY_2 = core.Operation("OPTIONS /files/")
_SEARCH = core.Operation(
    "QUERY /files",
    params=lambda: params.SearchFilesParams,
    body=core.JsonBody(),
    response=lambda: list[str],
)


class Files(core.Resource):
    """`client.files` of a `Paths`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /files/{id}`."""
        return self._request(_RETRIEVE, options, id=id)

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `GET /files`."""
        return self._request(_LIST, options)

    def delete(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Call `DELETE /files/{name}`."""
        done: None = self._request(_DELETE, options, name=name)
        return done

    def batch_get(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `POST /files:batchGet`."""
        return self._request(_BATCH_GET, options)

    def copy_file(
        self,
        name: str,
        *,
        destination: str,
        tag: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `COPY /files/{name}.json`."""
        done: None = self._request(_COPY_FILE, options, name=name, destination=destination, tag=tag)
        return done

    def download(self, id: str, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /files/{id}:download`."""
        return self._request(_DOWNLOAD, options, id=id)

    def get_files_name_json(
        self, name: str, *, tag: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> str:
        """Call `GET /files/{name}.json`."""
        return self._request(_GET_FILES_NAME_JSON, options, name=name, tag=tag)

    def list_files_slowly(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `GET /files/`."""
        return self._request(_LIST_FILES_SLOWLY, options)

    def list_files_slowly_2(self, **options: Unpack[RequestOptions]) -> None:
        """Call `OPTIONS /files/`."""
        done: None = self._request(_LIST_FILES_SLOWLY_2, options)
        return done

    def search(self, *, text: str, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `QUERY /files#search`."""
        return self._request(_SEARCH, options, text=text)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Files.retrieve)
    list = core.method(Files.list)
    delete = core.method(Files.delete)
    batch_get = core.method(Files.batch_get)
    copy_file = core.method(Files.copy_file)
    download = core.method(Files.download)
    get_files_name_json = core.method(Files.get_files_name_json)
    list_files_slowly = core.method(Files.list_files_slowly)
    list_files_slowly_2 = core.method(Files.list_files_slowly_2)
    search = core.method(Files.search)


class AsyncFiles(_Methods[core.Async]):
    """`client.files` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
