"""The calls of `client.files`."""

from __future__ import annotations

from .. import _runtime as core, params, resources
from .._runtime import omit, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_RETRIEVE = core.Operation("GET /files/{id}", response=lambda: str)
_LIST = core.Operation("GET /files", response=lambda: list[str])
_DELETE = core.Operation("DELETE /files/{name}")
_COPY_FILE = core.Operation(
    "COPY /files/{name}.json",
    params=lambda: params.CopyFileParams2,
    places={"destination": places.Header("Destination"), "tag": core.Query("tag")},
)
_GET_FILES_NAME_JSON = core.Operation(
    "GET /files/{name}.json",
    params=lambda: params.GetFilesNameJsonParams,
    places={"tag": core.Query("tag")},
    response=lambda: str,
)
_LIST_FILES_SLOWLY = core.Operation("GET /files/", response=lambda: list[str])
_LIST_FILES_SLOWLY_2 = core.Operation("OPTIONS /files/")


class Files(core.Resource):
    """`client.files` of a `Paths`."""

    old_name_deep_true_at = core.child(lambda: resources.FilesOldNameDeepTrueAt)
    with_raw_response = core.view(lambda: FilesWithRawResponse)
    with_streaming_response = core.view(lambda: FilesWithStreamingResponse)

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /files/{id}`."""
        return self._request(_RETRIEVE, {"id": id}, options)

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `GET /files`."""
        return self._request(_LIST, {}, options)

    def delete(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Call `DELETE /files/{name}`."""
        done: None = self._request(_DELETE, {"name": name}, options)
        return done

    def copy_file(
        self,
        name: str,
        *,
        destination: str,
        tag: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `COPY /files/{name}.json`."""
        done: None = self._request(
            _COPY_FILE, {"name": name, "destination": destination, "tag": tag}, options
        )
        return done

    def get_files_name_json(
        self, name: str, *, tag: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> str:
        """Call `GET /files/{name}.json`."""
        return self._request(_GET_FILES_NAME_JSON, {"name": name, "tag": tag}, options)

    def list_files_slowly(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `GET /files/`."""
        return self._request(_LIST_FILES_SLOWLY, {}, options)

    def list_files_slowly_2(self, **options: Unpack[RequestOptions]) -> None:
        """Call `OPTIONS /files/`."""
        done: None = self._request(_LIST_FILES_SLOWLY_2, {}, options)
        return done


class AsyncFiles(core.AsyncResource):
    """`client.files` of an `AsyncPaths`."""

    old_name_deep_true_at = core.child(lambda: resources.AsyncFilesOldNameDeepTrueAt)
    with_raw_response = core.view(lambda: AsyncFilesWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncFilesWithStreamingResponse)

    retrieve = core.asynchronous(Files.retrieve)
    list = core.asynchronous(Files.list)
    delete = core.asynchronous(Files.delete)
    copy_file = core.asynchronous(Files.copy_file)
    get_files_name_json = core.asynchronous(Files.get_files_name_json)
    list_files_slowly = core.asynchronous(Files.list_files_slowly)
    list_files_slowly_2 = core.asynchronous(Files.list_files_slowly_2)


class FilesWithRawResponse(core.View):
    retrieve = core.raw(Files.retrieve)
    list = core.raw(Files.list)
    delete = core.raw(Files.delete)
    copy_file = core.raw(Files.copy_file)
    get_files_name_json = core.raw(Files.get_files_name_json)
    list_files_slowly = core.raw(Files.list_files_slowly)
    list_files_slowly_2 = core.raw(Files.list_files_slowly_2)


class FilesWithStreamingResponse(core.View):
    retrieve = core.streaming(Files.retrieve)
    list = core.streaming(Files.list)
    delete = core.streaming(Files.delete)
    copy_file = core.streaming(Files.copy_file)
    get_files_name_json = core.streaming(Files.get_files_name_json)
    list_files_slowly = core.streaming(Files.list_files_slowly)
    list_files_slowly_2 = core.streaming(Files.list_files_slowly_2)


class AsyncFilesWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncFiles.retrieve)
    list = core.async_raw(AsyncFiles.list)
    delete = core.async_raw(AsyncFiles.delete)
    copy_file = core.async_raw(AsyncFiles.copy_file)
    get_files_name_json = core.async_raw(AsyncFiles.get_files_name_json)
    list_files_slowly = core.async_raw(AsyncFiles.list_files_slowly)
    list_files_slowly_2 = core.async_raw(AsyncFiles.list_files_slowly_2)


class AsyncFilesWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncFiles.retrieve)
    list = core.async_streaming(AsyncFiles.list)
    delete = core.async_streaming(AsyncFiles.delete)
    copy_file = core.async_streaming(AsyncFiles.copy_file)
    get_files_name_json = core.async_streaming(AsyncFiles.get_files_name_json)
    list_files_slowly = core.async_streaming(AsyncFiles.list_files_slowly)
    list_files_slowly_2 = core.async_streaming(AsyncFiles.list_files_slowly_2)
