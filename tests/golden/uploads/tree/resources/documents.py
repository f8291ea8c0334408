"""The calls of `client.documents`."""

from __future__ import annotations

from typing import Literal, Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, bodies, body_choice, forms, multipart, omit
from .._runtime.content import FileTypes

_CREATE = core.Operation(
    "POST /documents",
    params=lambda: params.CreateDocumentParams,
    body=body_choice.ChosenBody(
        "content_type",
        {
            "application/json": core.JsonBody(),
            "application/x-www-form-urlencoded": forms.FormBody(),
        },
    ),
)
_CREATE_MULTIPART = core.Operation(
    "POST /documents",
    params=lambda: params.CreateDocumentMultipartParams,
    body=multipart.MultipartBody(parts={"file": multipart.Part(is_file=True)}),
)
_CREATE_XML = core.Operation(
    "POST /documents",
    params=lambda: params.CreateDocumentXmlParams,
    body=bodies.RawBody("body", "text/xml"),
)


class Documents(core.Resource):
    """`client.documents` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        url: str,
        name: str | Omit = omit,
        content_type: (
            Literal["application/json", "application/x-www-form-urlencoded"] | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Store a document.

        Args:
            content_type: The media type of the body (default "application/json").
        """
        done: None = self._request(_CREATE, options, url=url, name=name, content_type=content_type)
        return done

    def create_multipart(
        self, *, file: FileTypes, name: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Store a document.

        The call for a body of `multipart/form-data`.
        """
        done: None = self._request(_CREATE_MULTIPART, options, file=file, name=name)
        return done

    def create_xml(self, *, body: bytes | str, **options: Unpack[RequestOptions]) -> None:
        """Store a document.

        The call for a body of `text/xml`.
        """
        done: None = self._request(_CREATE_XML, options, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Documents.create)
    create_multipart = core.method(Documents.create_multipart)
    create_xml = core.method(Documents.create_xml)


class AsyncDocuments(_Methods[core.Async]):
    """`client.documents` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
