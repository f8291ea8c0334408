"""The calls of `client.archive.files`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit, parameters

_RETRIEVE = core.Operation(
    "GET /archive/files/{name}.json",
    params=lambda: params.GetArchiveFilesNameJsonParams,
    locations={"tag": core.Query("tag")},
    response=lambda: str,
)
_COPY_FILE = core.Operation(
    "COPY /archive/files/{name}.json",
    params=lambda: params.CopyFileParams,
    locations={"destination": parameters.Header("Destination"), "tag": core.Query("tag")},
)


class ArchiveFiles(core.Resource):
    """`client.archive.files` of a `Paths`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self, name: int, *, tag: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> str:
        """Call `GET /archive/files/{name}.json`.

        Args:
            name: With its year.
        """
        return self._request(_RETRIEVE, options, name=name, tag=tag)

    def copy_file(
        self,
        name: int,
        *,
        destination: str,
        tag: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `COPY /archive/files/{name}.json`.

        Args:
            name: With its year.
        """
        done: None = self._request(_COPY_FILE, options, name=name, destination=destination, tag=tag)
        return done


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ArchiveFiles.retrieve)
    copy_file = core.method(ArchiveFiles.copy_file)


class AsyncArchiveFiles(_Methods[core.Async]):
    """`client.archive.files` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
