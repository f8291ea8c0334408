"""The calls of `client.things`."""

# Other methods are made of a deprecated one here; it is not called.
# pyright: reportDeprecated=false
# mypy: disable-error-code="deprecated"

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, deprecation, omit

_CREATE = core.Operation(
    "POST /things",
    params=lambda: params.CreateThingParams,
    body=core.JsonBody(),
    response=lambda: models.Thing,
)
_LIST = core.Operation(
    "GET /things",
    params=lambda: params.ListThingsParams,
    locations={"size": core.Query("size"), "page": core.Query("page")},
    response=lambda: list[models.Thing],
)


class Things(core.Resource):
    """`client.things` of a `ReadWrite`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @deprecation.deprecated_arguments("name")
    def create(
        self,
        *,
        secret: str,
        name: str,
        part: params.Part | core.Model | Omit = omit,
        parts: Sequence[params.Part | core.Model] | Omit = omit,
        key: params.Key | core.Model | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Thing:
        """Call `POST /things`.

        Args:
            name: (deprecated)
        """
        return self._request(
            _CREATE, options, secret=secret, name=name, part=part, parts=parts, key=key
        )

    @deprecation.deprecated("things.list is deprecated")
    @deprecation.deprecated_arguments("size")
    def list(
        self, *, size: int | Omit = omit, page: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> builtins.list[models.Thing]:
        """Call `GET /things`.

        Deprecated: the document marks this operation so.
        """
        return self._request(_LIST, options, size=size, page=page)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Things.create)
    list = deprecation.marked(core.method(Things.list))


class AsyncThings(_Methods[core.Async]):
    """`client.things` of an `AsyncReadWrite`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
