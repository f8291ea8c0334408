"""The calls of `client.hooks`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import forms, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_CREATE = core.Operation(
    "POST /hooks", params=lambda: params.CreateHookParams, body=forms.FormBody(required=False)
)


class Hooks(core.Resource):
    """`client.hooks` of an `Uploads`."""

    with_raw_response = core.view(lambda: HooksWithRawResponse)
    with_streaming_response = core.view(lambda: HooksWithStreamingResponse)

    def create(self, *, url: str | Omit = omit, **options: Unpack[RequestOptions]) -> None:
        """Left out altogether when nothing is given."""
        done: None = self._request(_CREATE, {"url": url}, options)
        return done


class AsyncHooks(core.AsyncResource):
    """`client.hooks` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: AsyncHooksWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncHooksWithStreamingResponse)

    create = core.asynchronous(Hooks.create)


class HooksWithRawResponse(core.View):
    create = core.raw(Hooks.create)


class HooksWithStreamingResponse(core.View):
    create = core.streaming(Hooks.create)


class AsyncHooksWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncHooks.create)


class AsyncHooksWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncHooks.create)
