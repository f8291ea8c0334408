"""The calls of `client.tokens`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, forms, omit, styles

_CREATE = core.Operation(
    "POST /tokens",
    params=lambda: params.CreateTokenParams,
    body=forms.FormBody(
        {"grant_type": "grant-type"},
        styles={
            "audience": styles.Query("audience", style="spaceDelimited"),
            "filter": core.Query("filter", style="deepObject"),
            "tags": styles.Query("tags", explode=True, media_type="application/json"),
            "return_to": styles.Query("return_to", explode=True, reserved=True),
        },
    ),
)


class Tokens(core.Resource):
    """`client.tokens` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        grant_type: Literal["password", "refresh"],
        scope: Sequence[str] | Omit = omit,
        audience: Sequence[str] | Omit = omit,
        filter: params.CreateTokenRequestFilter | core.Model | Omit = omit,
        meta: Mapping[str, str] | Omit = omit,
        ratio: float | Omit | None = omit,
        tags: Sequence[str] | Omit = omit,
        return_to: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /tokens`."""
        done: None = self._request(
            _CREATE,
            options,
            grant_type=grant_type,
            scope=scope,
            audience=audience,
            filter=filter,
            meta=meta,
            ratio=ratio,
            tags=tags,
            return_to=return_to,
        )
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Tokens.create)


class AsyncTokens(_Methods[core.Async]):
    """`client.tokens` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
