"""The calls of `client.generate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit, streams as _streams, switches as _switches

_CREATE = core.Operation(
    "POST /generate",
    params=lambda: params.GenerateParams,
    body=core.JsonBody(),
    response=lambda: models.Message,
)
_CREATE__STREAM = _switches.streamed(
    _CREATE,
    "stream",
    answer=_streams.Lines(lambda: models.Delta, media="application/x-ndjson"),
    accept="application/x-ndjson",
    is_default=True,
)


class Generate(core.Resource):
    """`client.generate` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @overload
    def create(
        self, *, stream: Literal[False], **options: Unpack[RequestOptions]
    ) -> models.Message: ...
    @overload
    def create(
        self, *, stream: Literal[True] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> _streams.Stream[models.Delta]: ...
    @overload
    def create(
        self, *, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _streams.Stream[models.Delta]: ...
    def create(
        self, *, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Message | _streams.Stream[models.Delta]:
        """Call `POST /generate`.

        Args:
            stream: (default True)
        """
        return self._request(_CREATE__STREAM.asked(stream, options), options, stream=stream)


if TYPE_CHECKING:

    class _CreateWays:
        """The ways to call `Generate.create`."""

        def whole(
            self, *, stream: Literal[False], **options: Unpack[RequestOptions]
        ) -> models.Message: ...
        def stream(
            self, *, stream: Literal[True] | Omit = omit, **options: Unpack[RequestOptions]
        ) -> _streams.Stream[models.Delta]: ...
        def either(
            self, *, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
        ) -> models.Message | _streams.Stream[models.Delta]: ...


class _Methods(core.Methods[core.Kind]):
    create = _switches.method(
        Generate.create,
        lambda: (
            core.method(_CreateWays.whole),
            _streams.method(_CreateWays.stream),
            _CreateWays.either,
        ),
    )


class AsyncGenerate(_Methods[core.Async]):
    """`client.generate` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
