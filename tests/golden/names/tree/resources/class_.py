"""The calls of `client.class_`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit, parameters

_RETRIEVE = core.Operation(
    "GET /v1/class",
    params=lambda: params.ImportParams,
    locations={
        "from__2": core.Query("from"),
        "from_": core.Query("From"),
        "x_trace_id": parameters.Header("X-Trace-Id"),
        "self_": core.Query("self"),
        "timeout_": core.Query("timeout"),
    },
    response=lambda: models.N2faSettings,
)
_LAMBDA_ = core.Operation(
    "POST /v1/class/{größe}/lambda",
    params=lambda: params.None_Params,
    body=core.JsonBody({"class_": "class", "body_größe": "größe", "type": "@type"}),
    response=lambda: models.FooBar,
)


class Class(core.Resource):
    """`client.class_` of a `N2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self,
        *,
        from__2: str | Omit = omit,
        from_: str | Omit = omit,
        x_trace_id: str | Omit = omit,
        self_: int | Omit = omit,
        timeout_: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.N2faSettings:
        """Call `GET /v1/class`."""
        return self._request(
            _RETRIEVE,
            options,
            from__2=from__2,
            from_=from_,
            x_trace_id=x_trace_id,
            self_=self_,
            timeout_=timeout_,
        )

    def lambda_(
        self,
        größe: str,
        *,
        class_: str,
        body_größe: int | Omit = omit,
        type: str | Omit = omit,
        inner: params.None_RequestInner | core.Model | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.FooBar:
        """Call `POST /v1/class/{größe}/lambda`."""
        return self._request(
            _LAMBDA_,
            options,
            größe=größe,
            class_=class_,
            body_größe=body_größe,
            type=type,
            inner=inner,
        )


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Class.retrieve)
    lambda_ = core.method(Class.lambda_)


class AsyncClass(_Methods[core.Async]):
    """`client.class_` of an `AsyncN2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
