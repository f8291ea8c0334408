"""The calls of `client.hooks`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, forms, omit

_CREATE = core.Operation(
    "POST /hooks", params=lambda: params.CreateHookParams, body=forms.FormBody(required=False)
)


class Hooks(core.Resource):
    """`client.hooks` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, url: str | Omit = omit, **options: Unpack[RequestOptions]) -> None:
        """Left out altogether when nothing is given."""
        done: None = self._request(_CREATE, options, url=url)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Hooks.create)


class AsyncHooks(_Methods[core.Async]):
    """`client.hooks` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
