"""The calls of `client.nested`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, multipart, omit

_CREATE = core.Operation(
    "POST /nested",
    params=lambda: params.CreateNestedParams,
    body=multipart.MultipartBody(parts={"inner": multipart.Part("multipart/mixed")}),
)


class Nested(core.Resource):
    """`client.nested` of a `New`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        inner: params.CreateNestedRequestInner | core.Model | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /nested`."""
        done: None = self._request(_CREATE, options, inner=inner)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Nested.create)


class AsyncNested(_Methods[core.Async]):
    """`client.nested` of an `AsyncNew`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
