"""The calls of `client.labels`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit, optional_body

_CREATE = core.Operation(
    "POST /labels",
    params=lambda: params.CreateLabelParams,
    body=optional_body.OptionalBody(
        core.JsonBody({"the_color": "the-color"}, required=False), "text", "the_color"
    ),
)


class Labels(core.Resource):
    """`client.labels` of a `Bodies`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        text: str | Omit = omit,
        the_color: str | Omit = omit,
        size: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """All of the body may be left out, but no half of it."""
        done: None = self._request(_CREATE, options, text=text, the_color=the_color, size=size)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Labels.create)


class AsyncLabels(_Methods[core.Async]):
    """`client.labels` of an `AsyncBodies`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
